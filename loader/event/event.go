// Package event finds what an article reports as happening: visits, inspections, meetings, calls, signings, ceremonies and
// appointments, with who took part in which role. It reads predicates and their arguments from a discourse; what is only
// said, planned without a day, or recalled is no event.
package event

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Read is the events of d in the order of the text. Participants are names of mentions, each once for an event. spoken is
// what the article attributes to people (speech.Read): nothing inside it happens.
func Read(d *discourse.Discourse, spoken []reading.Utterance) []reading.Event {
	s := &story{d: d, trip: -1, focus: -1, signing: -1, shown: map[string]bool{}, writers: map[string]bool{}, scene: cmp.Or(d.Sent(), d.Scene())}
	words := voices(d, spoken)
	for _, u := range spoken {
		s.spoke = append(s.spoke, u.Speaker)
	}
	for i, sentence := range d.Sentences {
		if !sentence.Body() || len(s.drafts) >= mostEvents {
			continue
		}
		s.at = i
		s.sentence(sentence, words[i])
	}
	s.settle()
	return s.events()
}

// mostEvents is how many events one article may have; a longer text is no article.
const mostEvents = 200

// story is the events found so far. The fields trip, focus and signing are indexes of drafts, -1 for none.
type story struct {
	d         *discourse.Discourse
	at        int // the sentence being read
	drafts    []*draft
	trip      int // the visit or inspection that the story follows
	focus     int // the meeting or ceremony that goes on
	signing   int
	stage     string // the division that trip staged has come to, "" unknown
	staged    int
	stagePart int             // the paragraph that tells of it
	finer     bool            // stage is a town within the goal, for as long as the story stays there
	since     int             // the first draft of this report: 又讯 begins another
	topic     *clause.Party   // whom the last sentence with a person began with
	listing   bool            // lines of names follow 任命： or 免去：
	roster    bool            // the last sentence appointed people without naming them
	witnesses []clause.Party  // those before whom the next signing is done
	shown     map[string]bool // the persons who act in a sentence of the story
	writers   map[string]bool // the persons who have written to what is told
	along     []clause.Party  // those in whose company the next trip is made
	glimpses  []glimpse       // officials whom the story shows on the stage of an event
	away      bool            // those on the trip have left the assembly that goes on
	scene     string          // see home
	site      string          // where the paragraph says that its hall is, and which paragraph that is
	sitePart  int
	spoke     []string // whose words the article gives
	essay     bool     // what somebody wrote goes on (文章全文如下), not on the day that it was printed
}

// view is the sentence being read.
type view struct{ *clause.Clause }

// signed is a line that says who wrote: □本报记者 甲 乙.
var signed = regexp.MustCompile(`^[^\p{Han}]*(?:本报|本网|特约|见习|实习|全媒体)?(?:记者|通讯员)[^，。！？]{0,40}$`)

// reports is what begins another report of a column: 又讯, or the bullet of one item (● is · once folded).
var reports = [...]string{"又讯", "另讯", "另据", "·", "■", "◆", "▲", "★", "○", "◎", "▶"}

// sentence reads the predicates of one sentence in order. Offsets in words are somebody's words.
func (s *story) sentence(sentence discourse.Sentence, words []reading.Span) {
	c := &view{clause.New(s.d, sentence, words...)}
	c.Topic = s.topic
	if zh.BeginsWith(c.D.String(c.Tokens[0].Span), reports[:]...) {
		s.trip, s.focus, s.signing, s.since, s.away, s.essay = -1, -1, -1, len(s.drafts), false, false
	}
	if signed.MatchString(c.Text(0, len(c.Tokens))) {
		return // nobody acts in a line that says who wrote
	}
	s.whereabouts(c)
	c.Writers(s.writers)
	s.relatives(c)
	s.successor(c)
	s.enrolled(c)
	s.company(c)
	s.move(c)
	s.came(c)
	s.deliberates(c)
	for i, t := range c.Tokens {
		if t.Kind != discourse.Word {
			continue
		}
		if c.Silent(i) && !c.declared(i) {
			s.told(c, i)
			continue
		}
		if s.predicate(c, i) {
			c.Subject = c.Parties(i)
			c.Last = i
		}
	}
	s.bystanders(c)
	s.essay = s.essay || c.prints()
	s.pens(c)
	s.shows(c)
	if s.trip >= 0 && len(s.along) > 0 {
		s.drafts[s.trip].addAll(reading.Companion, s.along)
	}
	s.along = nil
}

// shows notes whom the sentence shows. One on those who aren't there shows nobody.
func (s *story) shows(c *view) {
	people := persons(c.Between(0, len(c.Tokens)))
	if len(people) == 0 {
		return
	}
	s.topic = &people[0]
	if zh.Holds(c.Text(0, len(c.Tokens)), "未能", "因公", "因病", "缺席") {
		return
	}
	for _, p := range people {
		s.shown[p.Name] = true
	}
}

// whereabouts reads where the sentence sets what it tells.
func (s *story) whereabouts(c *view) {
	s.sited(c)
	s.arrive(c)
	s.depart(c)
}

// declared is true for the verb at token i of what comes true by being announced (国防部长某某2日宣布，总统任命某某为司令. 某某宣布，博览会开幕), and
// for a visit that is: 发言人某某宣布，某国外长将于2日访华.
func (c *view) declared(i int) bool {
	if c.Relative(i) >= 0 || !c.Tokens[i].Is(discourse.Appoint) && !zh.BeginsWith(c.D.String(c.Tokens[i].Span), "开幕", "闭幕") && !c.forthcoming(i) {
		return false
	}
	words, said := c.Voice(i)
	for j := i - 1; said && j > 0; j-- {
		if c.Tokens[j].End <= words.Start {
			return c.D.String(c.Tokens[j].Span) == "宣布" || c.Tokens[j].Mark() && c.D.String(c.Tokens[j-1].Span) == "宣布"
		}
	}
	return false
}

// bystanders reads who takes part by no predicate of an event: those of notices and lists, and those shown at what goes on.
func (s *story) bystanders(c *view) {
	s.comrades(c)
	s.hands(c)
	s.commands(c)
	s.rostered(c)
	s.present(c)
	s.turns(c)
	s.floors(c)
	s.performs(c)
	s.onstage(c)
	s.spoken(c)
}

// predicates are the classes of words that tell of an event, each with what reads it; the first that a word is of counts. when says which
// words of a class are meant, all where it is nil.
var predicates = [...]struct {
	class discourse.Class
	when  func(word string) bool
	read  func(s *story, c *view, i int) bool
}{
	{discourse.Appoint, nil, (*story).appoint},
	{discourse.Host, nil, (*story).host},
	{discourse.Witness, nil, (*story).witness},
	{discourse.Sign, nil, (*story).sign},
	{discourse.Call | discourse.Meet | discourse.Talk, nil, (*story).bilateral},
	{discourse.Convene | discourse.Session | discourse.Rite | discourse.SignRite, nil, (*story).convene},
	{discourse.Attend, nil, (*story).attend},
	{discourse.Doings, func(word string) bool { return zh.EndsWith(word, "座谈交流", "交流座谈") }, (*story).converses},
	{discourse.Speak, nil, (*story).speak},
	{discourse.Accompany, nil, (*story).accompany},
	{discourse.Unveil, nil, (*story).unveil},
	{discourse.Visit | discourse.Inspect, nil, (*story).visit},
	{discourse.Confer, nil, (*story).confer},
	{discourse.Travel, nil, func(s *story, c *view, i int) bool { return s.expedition(c, i) || s.tour(c, i) }},
	{discourse.At, nil, func(s *story, c *view, i int) bool { return c.leads(i) && s.expedition(c, i) }},
	{discourse.Say, nil, (*story).say},
}

// telling is all those classes: most words are of none.
var telling = func() (all discourse.Class) {
	for _, p := range predicates {
		all |= p.class
	}
	return all
}()

// predicate reads the predicate at token i of c, false if it is none.
func (s *story) predicate(c *view, i int) bool {
	t := c.Tokens[i]
	if !t.Is(telling) || c.negated(i) || c.habitual(i) || c.tabled(i) || c.remarks(i) || c.welcoming(i) {
		return false
	}
	for k := range predicates {
		if p := &predicates[k]; t.Is(p.class) && (p.when == nil || p.when(c.D.String(t.Span))) {
			return p.read(s, c, i)
		}
	}
	return false
}

// title calls an assembly that named nobody by what it was, where a day of its own makes it news: 举行新闻发布会.
func (f *draft) title() {
	if len(f.Participants) == 0 && f.Name == "" && !f.between && len(f.Start) == len("2006-01-02") && len([]rune(f.head)) >= len("发布会")/3 &&
		strings.HasSuffix(f.Evidence.Rule, ".dated") && (f.Type == reading.Meeting || f.Type == reading.Ceremony) {
		f.Name = f.head
	}
}

// events is the drafts as they stand, those without anyone and without a day left out.
func (s *story) events() []reading.Event {
	var out []reading.Event
	at := map[int]int{}
	for i, f := range s.drafts {
		f.title()
		if f.dropped || len(f.Participants) == 0 && f.Name == "" && (f.Start == "" || f.Type != reading.Signing) {
			continue
		}
		at[i] = len(out)
		out = append(out, f.Event)
	}
	for i, f := range s.drafts {
		j, ok := at[i]
		if !ok {
			continue
		}
		out[j].PartOf = -1
		if k, ok := at[f.PartOf]; ok && k != j {
			out[j].PartOf = k
		}
	}
	return out
}
