package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// draft is an event that later sentences may still add to.
type draft struct {
	reading.Event
	head    string // the noun that it was called by: 座谈会
	part    int    // the paragraph that opened it
	report  int    // the first draft of the report that tells of it
	sides   bool   // the two sides hold it: 双方举行座谈会, 甲市与乙市合作座谈会
	guessed bool   // no clause says where it was
	between bool   // a 会见 or 会谈 between persons, not an assembly
	inside  bool   // a signing during an assembly, with no rite of its own
	goals   []string
	session *draft // of appointments: the session that makes them
	state   string // of appointments: the foreign state that they are in
	looks   bool   // a visit to what is shown: 参观
	dropped bool
	undated bool   // its opening gave it no day: 近日
	aside   bool   // it only dates what the story is about
	stayed  bool   // its days are those that somebody who attended it was there
	posted  string // where the mission is sent that holds it
}

// open adds a new draft and gives its index.
func (s *story) open(kind reading.EventType, c *view, i int) int {
	f := &draft{Event: reading.Event{Type: kind, PartOf: -1}, part: c.Sentence.Part, report: s.since}
	f.Evidence = reading.Evidence{
		Span: reading.Span{Start: c.Tokens[0].Start, End: c.Tokens[len(c.Tokens)-1].End},
		Rule: "event." + string(kind) + ".dated",
	}
	day, own := c.Day(i)
	f.Start, f.End = day.Start, day.End
	switch {
	case kind == reading.Signing && c.closed(i):
		f.Start, f.End = "", ""
	case own && f.End != "" && (c.onTour(i) || c.legs() > 1) && kind != reading.Visit && kind != reading.Inspection:
		f.Start, f.End = "", "" // 6日至8日在某县考察，并出席会议, 赴甲国出席会议，赴乙国出席峰会: on some of them
	case own && c.leaves(i):
		f.Start, f.End = "", "" // 8月21日离京赴某国出席会议: some day after
	case own:
		f.stayed = c.Tokens[i].Is(discourse.Attend | discourse.Host)
		s.spread(f, c, i)
	default:
		f.Evidence.Rule = "event." + string(kind) + ".context"
		if f.End != "" {
			f.Start, f.End = "", "" // a stretch of days that the story is in doesn't date what happens during it
		}
		if s.essay || kind != reading.Visit && kind != reading.Inspection && c.amongst(i) || c.bygone(i) || c.leaves(i) || c.cameFor(i) || s.trip >= 0 && s.drafts[s.trip].End != "" && c.throughout(i) {
			f.Start, f.End = "", "" // 刚刚闭幕的会议, 调研中，某某主持召开座谈会: on some day
		}
	}
	if year := c.edition(i); year != "" {
		f.Start, f.End = year, ""
	}
	s.drafts = append(s.drafts, f)
	return len(s.drafts) - 1
}

// legs is how many places the sentence says that somebody went to, one after the other.
func (c *view) legs() int {
	n := 0
	for j, t := range c.Tokens {
		if t.Is(discourse.Travel) && c.Next(j).Kind == discourse.Place && c.Relative(j) < 0 {
			n++
		}
	}
	return n
}

// add gives name a role in the event, once. Evidence is the mention's span.
func (f *draft) add(role reading.Participation, p clause.Party) {
	e := reading.Evidence{Span: p.Span, Rule: "event." + string(f.Type) + "." + string(role)}
	for i := range f.Participants {
		q := &f.Participants[i]
		if q.Name == p.Name {
			takeRole(q, role)
			return
		}
	}
	f.Participants = append(f.Participants, reading.Participant{
		Name: p.Name, Roles: []reading.Participation{role}, Order: len(f.Participants) + 1, Evidence: e,
	})
}

// promote gives a participant a role that the others of the event tell, by a rule of its own under the role's. The evidence stays
// the mention that made him one: he isn't told of again.
func (f *draft) promote(name string, role reading.Participation, rule string) {
	for i := range f.Participants {
		if q := &f.Participants[i]; q.Name == name {
			takeRole(q, role)
			q.Evidence.Rule = "event." + string(f.Type) + "." + string(role) + "." + rule
		}
	}
}

// takeRole adds role to those of q, in their order.
func takeRole(q *reading.Participant, role reading.Participation) {
	if !slices.Contains(q.Roles, role) {
		q.Roles = append(q.Roles, role)
		slices.SortFunc(q.Roles, func(a, b reading.Participation) int { return rank(a) - rank(b) })
	}
}

func (f *draft) addAll(role reading.Participation, list []clause.Party) {
	for _, p := range list {
		f.add(role, p)
	}
}

// has is true where name takes part.
func (f *draft) has(name string) bool {
	return slices.ContainsFunc(f.Participants, func(p reading.Participant) bool { return p.Name == name })
}

// roles in the order of their weight, the most specific first.
var roles = [...]reading.Participation{
	reading.Signatory, reading.Host, reading.Leader, reading.Counterpart, reading.Speaker,
	reading.Appointee, reading.Visitor, reading.Companion, reading.Attendee,
}

func rank(r reading.Participation) int { return slices.Index(roles[:], r) }

func persons(list []clause.Party) []clause.Party {
	var out []clause.Party
	for _, p := range list {
		if p.Kind == discourse.Person {
			out = append(out, p)
		}
	}
	return out
}

// sameDay is true where two partial dates can be one.
func sameDay(a, b string) bool {
	return a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}
