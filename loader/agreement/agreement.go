// Package agreement finds the documents that parties sign, mean to sign, or have signed before: by their titles in 《》 and
// by the noun phrases that name them, with parties, day, fields, number and status.
package agreement

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Read is the agreements of d, each once, in the order of the text. Events tell when what the article reports was signed.
// Laws, plans and speeches are none; headlines are read only where the body names no document.
func Read(d *discourse.Discourse, events []reading.Event) []reading.Agreement {
	r := &reader{d: d, events: events}
	for _, s := range d.Sentences {
		if s.Body() && len(r.out) < mostPapers {
			r.sentence(s)
		}
	}
	if len(r.out) == 0 {
		for _, s := range d.Sentences {
			if !s.Body() {
				r.sentence(s)
			}
		}
	}
	if len(r.out) > 0 {
		r.settle()
	}
	return r.out
}

// mostPapers is how many documents one article may name; a longer text is no article.
const mostPapers = 300

type reader struct {
	d       *discourse.Discourse
	events  []reading.Event
	out     []reading.Agreement
	guesses []bool // of each of out: its parties are only the article's sides

	topic    *clause.Party // whom 他 means: the first person of the last sentence that names one
	lead     []string      // the two parties of the first document of the article
	last     []string      // the parties of the last document that named two or more
	pair     []string      // the last two divisions that signed, and in which part
	pairPart int
}

// paper is one document named in a sentence.
type paper struct {
	title  string
	titled bool
	span   reading.Span
	from   int // first token of its name
	at     int // token of the title or of the head noun
	verb   int // token of the signing verb, -1 none
	count  int // how many, 0 unknown
	after  int // token behind it
}

func (r *reader) sentence(s discourse.Sentence) {
	c := clause.New(r.d, s)
	c.Topic = r.topic
	for _, t := range c.Tokens {
		if t.Kind == discourse.Person {
			r.topic = &clause.Party{Kind: discourse.Person, Name: r.d.Name(t), Span: t.Span}
			break
		}
	}
	papers := r.papers(c)
	for k, p := range papers {
		if r.unreal(c, p) {
			continue
		}
		r.keep(r.agreement(c, p, papers, k))
	}
	if len(papers) == 0 {
		r.signedLater(c)
	}
}

// agreement is what the sentence says of paper k, and whether its parties are guessed.
func (r *reader) agreement(c *clause.Clause, p paper, all []paper, k int) (a reading.Agreement, guessed bool) {
	a = reading.Agreement{Title: p.title, Titled: p.titled, Count: p.count}
	a.Status = r.status(c, p)
	if a.Parties, guessed = r.parties(c, p, all, k); zh.EndsWith(p.title, "收购协议", "并购协议", "转让协议") && r.corporate(c, p.at) {
		a.Parties = slices.DeleteFunc(a.Parties, r.state) // the states buy nothing
	}
	a.Sectors = r.sectors(c, p, all)
	a.Date = r.date(c, p, a.Status)
	rule := "agreement.phrase"
	if p.titled {
		rule = "agreement.title"
	}
	a.Evidence = reading.Evidence{Span: p.span, Rule: rule}
	for _, q := range all[:k] {
		if q.titled && !p.titled && q.verb == p.verb && strings.Contains(c.Text(q.at, p.from+1), "以及") {
			a.Supplements = q.title
		}
	}
	return a, guessed
}

// corporate is true for the clause before token end of what firms do, though it may name them only behind their states: 某国钢铁与某国制铁达成协议.
func (r *reader) corporate(c *clause.Clause, end int) bool {
	for j := c.Comma(end) + 1; j < end; j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Org && r.d.Organizations[t.Index].Type == "company":
			return true
		case t.Kind == discourse.Place && r.state(r.d.Name(t)) && c.Tokens[j+1].Kind == discourse.Text && (c.Next(j+1).Is(discourse.And) || c.Next(j+1).Kind == discourse.Dun):
			if !zh.EndsWith(r.d.String(c.Tokens[j+1].Span), "政府", "方面", "两国") {
				return true
			}
		}
	}
	return false
}

// keep adds a, or folds it into the same document named before. The guess goes where the parties go.
func (r *reader) keep(a reading.Agreement, guessed bool) {
	for i := range r.out {
		b := &r.out[i]
		if restated(*b, a) {
			b.Parties, r.guesses[i] = a.Parties, guessed
			return
		}
		if !same(*b, a) && !again(*b, a) {
			continue
		}
		if rank(a.Status) < rank(b.Status) {
			b.Status = a.Status
			if a.Date != "" {
				b.Date = a.Date
			}
		}
		if a.Titled && !b.Titled {
			b.Title, b.Titled = a.Title, true
		}
		if len(b.Parties) < 2 {
			b.Parties, r.guesses[i] = a.Parties, guessed
		}
		if b.Date == "" {
			b.Date = a.Date
		}
		if len(b.Sectors) == 0 {
			b.Sectors = a.Sectors
		}
		return
	}
	r.out, r.guesses = append(r.out, a), append(r.guesses, guessed)
}

// same is true for two namings of one document: the same title, or an untitled phrase that a title ends in, unless one
// of them was signed long before the other.
func same(a, b reading.Agreement) bool {
	if a.Title == b.Title && apart(a, b) {
		return false
	}
	a.Title, b.Title = bare(a.Title), bare(b.Title)
	if a.Title == b.Title || a.Titled && b.Titled && (suffix(a.Title, b.Title) || suffix(b.Title, a.Title)) {
		return true
	}
	if a.Count > 1 || b.Count > 1 {
		return false
	}
	if a.Titled == b.Titled {
		long, short := a.Title, b.Title
		if len(short) > len(long) {
			long, short = short, long
		}
		if a.Titled || !strings.HasSuffix(long, short) {
			return false
		}
		return len([]rune(short)) >= longName && a.Status != b.Status ||
			len([]rune(short)) >= shortestName && a.Status == b.Status && a.Date == b.Date && len(a.Parties) == 2 && slices.Equal(a.Parties, b.Parties)
	}
	title, phrase := a, b
	if b.Titled {
		title, phrase = b, a
	}
	if (title.Status == reading.Referred) != (phrase.Status == reading.Referred) && phrase.Date != "" && (phrase.Status == reading.Referred || title.Date != "") {
		return false // one was signed before; 讨论《…协议》 says of none when
	}
	return len([]rune(phrase.Title)) >= shortestName && strings.HasSuffix(title.Title, phrase.Title)
}

// again is true where a, called only 协议 or 合同, is of the parties and the day of b: 某市与某校签署合作协议。副市长某与副校长某签署协议.
func again(b, a reading.Agreement) bool {
	return len([]rune(a.Title)) < shortestName-1 && strings.HasSuffix(bare(b.Title), bare(a.Title)) && a.Status == b.Status && a.Date == b.Date && len(a.Parties) > 0 &&
		!slices.ContainsFunc(a.Parties, func(p string) bool { return !slices.Contains(b.Parties, p) })
}

// restated is true where a, called only 备忘录, tells of as many others that signed b, whose title names only where they are: 三方签署《甲乙丙检察
// 机关备忘录》。…甲检察院、乙检察院、丙检察院共同签署备忘录.
func restated(b, a reading.Agreement) bool {
	return b.Titled && !a.Titled && len([]rune(a.Title)) < shortestName && strings.HasSuffix(bare(b.Title), bare(a.Title)) && a.Status == b.Status && a.Date == b.Date &&
		len(a.Parties) > 1 && (len(b.Parties) == 0 || len(a.Parties) == len(b.Parties))
}

// apart is true for two documents that others sign (甲局与乙局签署合作协议, 丙社与丁集团签署合作协议), or one of them with others on another
// day.
func apart(a, b reading.Agreement) bool {
	if a.Status == b.Status && len(a.Date) == len("2006-01-02") && len(b.Date) == len(a.Date) && a.Date != b.Date && len(a.Parties) > 0 && len(b.Parties) > 0 && !slices.Equal(a.Parties, b.Parties) {
		return true // 30日，与甲院签订《医联体协议》；次日，与乙院签订《医联体协议》
	}
	return !a.Titled && !b.Titled && a.Status == b.Status && len(a.Parties) == 2 && len(b.Parties) == 2 && a.Date == b.Date &&
		!slices.ContainsFunc(a.Parties, func(p string) bool { return slices.Contains(b.Parties, p) })
}

// bare is a title without the years in brackets behind it and without 书.
func bare(title string) string {
	if i := strings.LastIndexAny(title, "（("); i > 0 && (strings.HasSuffix(title, "）") || strings.HasSuffix(title, ")")) {
		title = title[:i]
	}
	return strings.TrimSuffix(title, "书")
}

// suffix is true where title ends in the short form of itself: 《某峰会江城宣言》, then 《江城宣言》.
func suffix(title, short string) bool {
	return len([]rune(short)) >= shortestName && strings.HasSuffix(title, short)
}

// shortestName is how many characters a phrase must have to name a document by itself: 合作协议.
const shortestName = 4

// longName is how many characters two phrases must share to name one document: 自由贸易协定.
const longName = 6

func rank(s reading.AgreementStatus) int {
	switch s {
	case reading.Signed:
		return 0
	case reading.Planned:
		return 1
	}
	return 2
}
