package claim

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/reading"
)

// deal is an agreement of the article: its node, and whether its key is complete.
type deal struct {
	id    kg.ID
	whole bool
}

func (b *builder) allAgreements() {
	for _, a := range b.r.Agreements {
		b.agreement(a)
	}
	for _, a := range b.r.Agreements {
		from, to := b.deals[a.Title], b.deals[a.Supplements]
		if a.Supplements != "" && from.id != "" && to.id != "" && from.id != to.id {
			b.say(kg.Supplements, from.id, to.id, &kg.Link{}, a.Date, a.Evidence)
		}
	}
}

func (b *builder) agreement(a reading.Agreement) {
	n := &kg.Agreement{}
	n.Kind = kg.AgreementKind
	parties := slices.Clone(a.Parties)
	slices.Sort(parties)
	whole := true
	switch {
	case a.Titled && b.namesParties(a):
		n.Key = zh.Key(a.Title)
		n.ID = kg.MakeID("g", "title", n.Key)
	case len(parties) >= 2 && len(a.Date) == 10:
		n.Key = zh.Key(a.Title) + " " + strings.Join(parties, "、") + " " + a.Date
		n.ID = kg.MakeIDOn("g", kg.Date(a.Date), append([]string{"parties", zh.Key(a.Title), a.Date}, parties...)...)
	default:
		n.Key, whole = zh.Key(a.Title), false
		n.ID = b.local("g", n.Key, strconv.Itoa(a.Evidence.Start))
	}
	if b.named[n.ID] {
		return
	}
	id := b.entity(n, a.Title, a.Evidence)
	if _, ok := b.deals[a.Title]; !ok {
		b.deals[a.Title] = deal{id, whole}
	}
	b.mention(id, []reading.Evidence{a.Evidence})
	b.attr(id, "title", a.Title, a.Evidence)
	b.attr(id, "status", string(a.Status), a.Evidence)
	b.attr(id, "date", a.Date, a.Evidence)
	if a.Count > 0 {
		b.attr(id, "count", strconv.Itoa(a.Count), a.Evidence)
	}
	for _, s := range distinct(a.Sectors) {
		b.attr(id, "sectors", s, a.Evidence)
	}
	for i, p := range distinct(a.Parties) {
		if from := b.named2(p, a.Evidence); from != "" {
			b.say(kg.PartyTo, from, id, &kg.Party{Side: i + 1}, a.Date, a.Evidence)
		}
	}
}

func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// namesParties says whether a title tells its agreement from all others: it names two parties at least.
func (b *builder) namesParties(a reading.Agreement) bool {
	n := 0
	for _, p := range a.Parties {
		if strings.Contains(a.Title, p) || strings.Contains(a.Title, b.lastName(p)) {
			n++
		}
	}
	return n >= 2
}

// named2 is the node of a name of the article, whatever its kind; a division that stands in no place mention is made from
// the name itself. "" for a name that nothing has.
func (b *builder) named2(name string, ev reading.Evidence) kg.ID {
	if id, ok := b.people[name]; ok {
		return id
	}
	if id, ok := b.orgs[name]; ok {
		return id
	}
	if id, ok := b.places[name]; ok {
		return id
	}
	if b.gazetted(name) != nil {
		return b.place(name, reading.Admin, ev)
	}
	return ""
}

func (b *builder) allEvents() {
	ids, keys := make([]kg.ID, len(b.r.Events)), make([]string, len(b.r.Events))
	times := map[kg.ID]int{}
	for i, e := range b.r.Events {
		ids[i], keys[i] = b.eventKey(e)
		times[ids[i]]++
	}
	for i, e := range b.r.Events {
		if ids[i] == "" || times[ids[i]] > 1 {
			ids[i] = b.local("e", string(e.Type), e.Start, strconv.Itoa(i))
		}
		b.event(ids[i], keys[i], e)
	}
	for i, e := range b.r.Events {
		if e.PartOf >= 0 && e.PartOf < len(ids) && e.PartOf != i {
			b.say(kg.PartOf, ids[i], ids[e.PartOf], &kg.Link{}, e.Start, e.Evidence)
		}
	}
}

// eventKey is the id of an event and its readable key; the id is "" for an event known in this article only. A signing is
// known by its agreement and day; others by type, first day and sides, if two of these are divisions of a state. One city has many meetings a
// day, and so has one state with another: then the event's name must tell it, or those who made it what it was (ADR 37).
func (b *builder) eventKey(e reading.Event) (kg.ID, string) {
	sides := b.sides(e)
	key := strings.TrimSpace(string(e.Type) + " " + e.Start + " " + strings.Join(sides, "、"))
	if len(e.Start) != 10 {
		return "", key
	}
	if e.Type == reading.Signing {
		for _, t := range e.Agreements {
			if d := b.deals[t]; d.whole {
				return kg.MakeIDOn("e", kg.Date(e.Start), "signing", string(d.id), e.Start), "signing " + e.Start + " " + zh.Key(t)
			}
		}
		return "", key
	}
	if len(sides) == 0 {
		return "", key
	}
	parts := append([]string{string(e.Type), e.Start}, sides...)
	if b.divisions(sides) < 2 {
		told := b.principals(e)
		if name := zh.Key(e.Name); tellingName(name) {
			told = []string{name}
		}
		if len(told) == 0 {
			return "", key
		}
		parts = append(append(parts, "told"), told...)
		key += " " + strings.Join(told, "、")
	}
	return kg.MakeIDOn("e", kg.Date(e.Start), parts...), key
}

// divisions counts the sides that are divisions of China, of those of which one lies in another the wider alone: a city and its county are one.
func (b *builder) divisions(sides []string) int {
	var apart []*gazetteer.Place
	for _, s := range sides { // sorted, so that what lies in a division stands behind it
		g := b.gazetted(s)
		if g != nil && g.Kind == gazetteer.Division && !slices.ContainsFunc(apart, g.Within) {
			apart = append(apart, g)
		}
	}
	return len(apart)
}

// tellingName says whether an event's name tells it from others of its sides and day: not 座谈会, 第二次会议.
func tellingName(name string) bool {
	return utf8.RuneCountInString(name) > longestVague && !ordinal.MatchString(name)
}

// ordinal is the name of a session that no body stands in.
var ordinal = regexp.MustCompile(`^第[0-9〇零一二三四五六七八九十百]+[次届场轮](?:全体)?会议$`)

// longestVague is how many characters a name may have that any event of its type could bear: 新闻发布会, 全体会议.
const longestVague = 5

// principals are the keys of those without whom an event would have been another one: all who met or telephoned with each other, two at
// least; the first of who came, and where, led or was appointed; who received others with a ceremony. None where nobody is told to be that.
func (b *builder) principals(e reading.Event) []string {
	if people, bodies := b.having(e, reading.Counterpart); len(people)+len(bodies) > 0 {
		met := slices.Concat(people, bodies)
		slices.Sort(met)
		if len(met) == 1 {
			return nil // the other side has no name
		}
		return met
	}
	came, others := b.having(e, reading.Visitor, reading.Leader, reading.Appointee)
	if len(came) == 0 {
		came = others
	}
	if len(came) > 0 {
		return append(came[:1:1], zh.Key(e.Place))
	}
	if e.Type == reading.Ceremony && len(b.sides(e)) > 1 {
		received, _ := b.having(e, reading.Host)
		slices.Sort(received)
		return received
	}
	return nil // who presides over one meeting may preside over the next
}

// having is the keys of the people, and of the bodies and places, that have one of some roles in an event, as printed.
func (b *builder) having(e reading.Event, roles ...reading.Participation) (people, others []string) {
	for _, p := range e.Participants {
		if !slices.ContainsFunc(roles, func(r reading.Participation) bool { return slices.Contains(p.Roles, r) }) {
			continue
		}
		if _, ok := b.people[p.Name]; ok {
			people = append(people, zh.Key(p.Name))
		} else {
			others = append(others, zh.Key(p.Name))
		}
	}
	return people, others
}

// sides are the jurisdictions, county and above, that an event's participants stand for, each once, sorted.
func (b *builder) sides(e reading.Event) []string {
	var out []string
	add := func(path string) {
		if s := b.jurisdiction(path); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, p := range e.Participants {
		if b.places[p.Name] != "" {
			add(p.Name)
			continue
		}
		for _, o := range b.r.Organizations {
			if o.Name == p.Name {
				add(o.Place)
			}
		}
		if s := b.scopes[p.Name]; len(s) > 0 {
			add(s[0].place)
		}
	}
	slices.Sort(out)
	return out
}

var eventNames = map[reading.EventType]string{
	reading.Visit: "考察访问", reading.Inspection: "调研检查", reading.Meeting: "会议会见", reading.Call: "通话", reading.Signing: "签约",
	reading.Ceremony: "仪式", reading.Appointment: "任免", reading.Activity: "活动",
}

func (b *builder) event(id kg.ID, key string, e reading.Event) {
	n := &kg.Event{EventType: string(e.Type), Start: kg.Date(e.Start), Precision: kg.Date(e.Start).Precision()}
	n.ID, n.Kind, n.Key = id, kg.EventKind, key
	b.entity(n, b.eventName(e), e.Evidence)
	b.mention(id, []reading.Evidence{e.Evidence})
	b.attr(id, "end", e.End, e.Evidence)
	if e.Place != "" {
		b.say(kg.TookPlaceIn, id, b.place(e.Place, reading.Admin, e.Evidence), &kg.Link{}, e.Start, e.Evidence)
	}
	for _, p := range e.Participants {
		from := b.named2(p.Name, p.Evidence)
		if from == "" {
			continue
		}
		for _, role := range p.Roles {
			b.say(kg.ParticipatedIn, from, id, &kg.Participated{Role: string(role), Order: p.Order}, e.Start, p.Evidence)
		}
	}
	for _, t := range e.Agreements {
		if d, ok := b.deals[t]; ok {
			b.say(kg.SignedAt, d.id, id, &kg.Link{}, e.Start, e.Evidence)
		}
	}
}

// eventName is the event's own name, or its type in Chinese with the short names of its sides.
func (b *builder) eventName(e reading.Event) string {
	if e.Name != "" {
		return e.Name
	}
	sides := b.sides(e)
	names := make([]string, len(sides))
	for i, s := range sides {
		names[i] = b.lastName(s)
	}
	if len(names) == 0 && e.Place != "" {
		names = []string{b.lastName(e.Place)}
	}
	if len(names) == 0 {
		return eventNames[e.Type]
	}
	return eventNames[e.Type] + "（" + strings.Join(names, "、") + "）"
}
