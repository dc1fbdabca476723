package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// career is what articles say of the holders of one post, and what follows by ADR 29. The rows are reckoned by hand: the Model folds
// with the same code as the stores do.
type career struct {
	name  string
	seats int
	said  []saying
	rows  []string           // person: status, observed, known interval, stated start, stated end
	asOf  map[kg.Date]string // who holds the post on a day
	known map[kg.When]string // the same as known on a day
}

// saying is what one article says of one holder.
type saying struct {
	printed        kg.Date
	person, status string
	on             kg.Date // of the sighting, "" the day of publication
	start, end     kg.Date // as stated
	doubted        bool    // as what a fiction says
}

var careers = []career{
	{
		name: "a fiction ends nobody, and nobody is in office by it", seats: 1,
		said: []saying{
			{printed: "2025-02-25", person: "李建军", status: "current"},
			{printed: "2025-06-05", person: "王志强", status: "appointed", start: "2025-06-01", doubted: true},
			{printed: "2025-08-01", person: "李建军", status: "former", end: "2025-07-01", doubted: true},
		},
		rows: []string{
			"李建军 current, seen 2025-02-25..2025-02-25, known 2025-02-25.., stated ..",
			"王志强 appointed, seen .., known .., stated ..",
		},
		asOf: map[kg.Date]string{"2025-06-10": "李建军 UNKNOWN", "2025-09-01": "李建军 UNKNOWN"},
	},
	{
		name: "a stated end in a year of which nothing else is known", seats: 1,
		said: []saying{
			{printed: "2025-01-02", person: "李建军", status: "current", on: "2024"},
			{printed: "2025-01-11", person: "李建军", status: "removed", on: "2024-03-14", end: "2024-03-14"},
		},
		rows: []string{"李建军 removed, seen 2024..2024-03-14, known 2024..2024-03-14, stated ..2024-03-14"},
		asOf: map[kg.Date]string{"2024-02-01": "李建军 HELD", "2024-03-15": ""},
	},
	{
		name: "the successor is seen on the predecessor's last day", seats: 1,
		said: []saying{
			{printed: "2020-05-11", person: "李建军", status: "current", on: "2020-05-10"},
			{printed: "2020-05-11", person: "王志强", status: "acting", on: "2020-05-10"},
			{printed: "2024-05-11", person: "王志强", status: "current", on: "2024-05-10"},
			{printed: "2026-05-11", person: "张建国", status: "current", on: "2026-05-10"},
		},
		rows: []string{
			"李建军 current, seen 2020-05-10..2020-05-10, known 2020-05-10..2020-05-10, stated ..2020-05-10 inferred",
			"王志强 current, seen 2020-05-10..2024-05-10, known 2020-05-10..2026-05-10, stated ..2026-05-10 inferred",
			"张建国 current, seen 2026-05-10..2026-05-10, known 2026-05-10.., stated ..",
		},
		asOf: map[kg.Date]string{"2020-05-10": "李建军 HELD, 王志强 HELD", "2023-01-01": "王志强 HELD", "2026-06-01": "张建国 UNKNOWN"},
	},
	{
		name: "the predecessor is reported late", seats: 1,
		said: []saying{
			{printed: "2020-05-01", person: "李建军", status: "current"},
			{printed: "2020-05-12", person: "李建军", status: "current"},
			{printed: "2020-05-10", person: "王志强", status: "current"},
			{printed: "2020-08-01", person: "王志强", status: "current"},
		},
		rows: []string{
			"李建军 current, seen 2020-05-01..2020-05-12, known 2020-05-01..2020-05-12, stated ..2020-05-12 inferred",
			"王志强 current, seen 2020-05-10..2020-08-01, known 2020-05-10.., stated ..",
		},
		asOf: map[kg.Date]string{"2020-05-11": "李建军 HELD, 王志强 HELD", "2020-05-13": "王志强 HELD", "2020-08-02": "王志强 UNKNOWN"},
	},
	{
		name: "two are seen last on one day", seats: 1,
		said: []saying{
			{printed: "2020-05-01", person: "李建军", status: "current"},
			{printed: "2020-05-10", person: "李建军", status: "current"},
			{printed: "2020-05-10", person: "王志强", status: "current"},
		},
		rows: []string{
			"李建军 current, seen 2020-05-01..2020-05-10, known 2020-05-01.., stated ..",
			"王志强 current, seen 2020-05-10..2020-05-10, known 2020-05-10.., stated ..",
		},
		asOf: map[kg.Date]string{"2020-05-09": "李建军 HELD", "2021": "李建军 UNKNOWN, 王志强 UNKNOWN"},
	},
	{
		name: "one is seen in the middle of another's time", seats: 1,
		said: []saying{
			{printed: "2020-05-01", person: "李建军", status: "current"},
			{printed: "2020-07-01", person: "王志强", status: "current"},
			{printed: "2020-09-01", person: "李建军", status: "current"},
		},
		rows: []string{
			"李建军 current, seen 2020-05-01..2020-09-01, known 2020-05-01.., stated ..",
			"王志强 current, seen 2020-07-01..2020-07-01, known 2020-07-01..2020-07-01, stated ..2020-07-01 inferred",
		},
		asOf: map[kg.Date]string{"2020-08-01": "李建军 HELD", "2021-01-01": "李建军 UNKNOWN"},
	},
	{
		name: "many seats end nobody", seats: 0,
		said: []saying{
			{printed: "2020-05-01", person: "李建军", status: "current"},
			{printed: "2020-07-01", person: "王志强", status: "current"},
		},
		rows: []string{
			"李建军 current, seen 2020-05-01..2020-05-01, known 2020-05-01.., stated ..",
			"王志强 current, seen 2020-07-01..2020-07-01, known 2020-07-01.., stated ..",
		},
		asOf: map[kg.Date]string{"2020-07-01": "李建军 UNKNOWN, 王志强 HELD"},
	},
	{
		name: "of a month it isn't known what came later in it", seats: 1,
		said: []saying{
			{printed: "2020-06-01", person: "李建军", status: "current", on: "2020-05"},
			{printed: "2020-05-20", person: "王志强", status: "current"},
			{printed: "2020-06-02", person: "张建国", status: "current"},
		},
		rows: []string{
			"李建军 current, seen 2020-05..2020-05, known 2020-05..2020-06-02, stated ..2020-06-02 inferred",
			"王志强 current, seen 2020-05-20..2020-05-20, known 2020-05-20..2020-06-02, stated ..2020-06-02 inferred",
			"张建国 current, seen 2020-06-02..2020-06-02, known 2020-06-02.., stated ..",
		},
	},
	{
		name: "a stray sighting after the removal", seats: 1,
		said: []saying{
			{printed: "2024-03-15", person: "李建军", status: "removed", on: "2024-03-14"},
			{printed: "2024-03-16", person: "李建军", status: "current", on: "2024-03-15"},
			{printed: "2024-06-16", person: "李建军", status: "former", on: "2024-06-15"},
			{printed: "2024-09-16", person: "李建军", status: "former", on: "2024-09-15"},
		},
		rows: []string{"李建军 former, seen 2024-03-15..2024-03-15, known 2024-03-15..2024-06-15, stated .., over by 2024-06-15"},
		asOf: map[kg.Date]string{"2024-03-15": "李建军 HELD", "2026-01-01": ""},
	},
	{
		name: "said to be past before and after the last sighting", seats: 1,
		said: []saying{
			{printed: "2019-01-01", person: "李建军", status: "former"},
			{printed: "2021-01-01", person: "李建军", status: "current"},
			{printed: "2024-01-01", person: "李建军", status: "former"},
			{printed: "2024-02-01", person: "王志强", status: "former"},
		},
		rows: []string{
			"李建军 former, seen 2021-01-01..2021-01-01, known 2021-01-01..2024-01-01, stated .., over by 2024-01-01",
			"王志强 former, seen .., known ..2024-02-01, stated .., over by 2024-02-01",
		},
		asOf: map[kg.Date]string{"2020-01-01": "", "2021-01-01": "李建军 HELD", "2025-01-01": ""},
	},
	{
		name: "elected after acting", seats: 1,
		said: []saying{
			{printed: "2024-01-10", person: "张建国", status: "acting"},
			{printed: "2024-03-10", person: "张建国", status: "acting"},
			{printed: "2025-01-02", person: "张建国", status: "appointed", on: "2025-01-01", start: "2025-01-01"},
		},
		rows: []string{"张建国 appointed, seen 2024-01-10..2025-01-01, known 2024-01-10.., stated 2025-01-01.."},
		asOf: map[kg.Date]string{"2024-02-01": "张建国 HELD", "2024-06-01": "张建国 HELD", "2025-02-01": "张建国 UNKNOWN"},
	},
	{
		name: "elected again", seats: 1,
		said: []saying{
			{printed: "2021-01-11", person: "张建国", status: "appointed", on: "2021-01-10", start: "2021-01-10"},
			{printed: "2026-01-11", person: "张建国", status: "appointed", on: "2026-01-10", start: "2026-01-10"},
			{printed: "2026-01-12", person: "张建国", status: "appointed", on: "2026-01-10", start: "2026-01-10"},
		},
		rows: []string{"张建国 appointed, seen 2021-01-10..2026-01-10, known 2021-01-10.., stated 2026-01-10.."},
		asOf: map[kg.Date]string{"2023-01-01": "张建国 HELD", "2021-01-09": ""},
	},
	{
		name: "an appointment is told before it begins", seats: 1,
		said: []saying{
			{printed: "2024-05-01", person: "李建军", status: "current"},
			{printed: "2025-02-20", person: "王志强", status: "appointed"},
			{printed: "2025-02-21", person: "王志强", status: "appointed", on: "2025-03-01", start: "2025-03-01"},
		},
		rows: []string{
			"李建军 current, seen 2024-05-01..2024-05-01, known 2024-05-01..2025-03-01, stated ..2025-03-01 inferred",
			"王志强 appointed, seen 2025-03-01..2025-03-01, known 2025-03-01.., stated 2025-03-01..",
		},
		asOf: map[kg.Date]string{"2025-02-25": "李建军 HELD", "2025-03-05": "王志强 UNKNOWN"},
	},
	{
		name: "a start that is told later", seats: 1,
		said: []saying{{printed: "2025-03-16", person: "王志强", status: "current", start: "2025-03-01"}},
		rows: []string{"王志强 current, seen 2025-03-16..2025-03-16, known 2025-03-01.., stated 2025-03-01.."},
		asOf: map[kg.Date]string{"2025-02-28": "", "2025-03-05": "王志强 HELD", "2025-03-17": "王志强 UNKNOWN"},
	},
	{
		name: "a removal that is told later", seats: 1,
		said: []saying{
			{printed: "2024-01-10", person: "李建军", status: "current"},
			{printed: "2024-03-20", person: "李建军", status: "current"},
			{printed: "2025-01-11", person: "李建军", status: "removed", on: "2024-03-14", end: "2024-03-14"},
		},
		rows: []string{"李建军 current, seen 2024-01-10..2024-03-14, known 2024-01-10..2024-03-14, stated ..2024-03-14"},
		asOf: map[kg.Date]string{"2024-03-14": "李建军 HELD", "2024-03-15": ""},
		known: map[kg.When]string{
			{AsOf: "2024-03-15", KnownAt: "2025-01-10"}: "李建军 HELD", {AsOf: "2025-02-01", KnownAt: "2025-01-10"}: "李建军 UNKNOWN",
			{AsOf: "2025-02-01", KnownAt: "2025-01-11"}: "", {AsOf: "2024-03-14", KnownAt: "2024-01-10"}: "李建军 UNKNOWN",
		},
	},
	{
		name: "a sighting that is told later", seats: 1,
		said: []saying{
			{printed: "2024-05-11", person: "王志强", status: "current", on: "2024-05-10"},
			{printed: "2025-02-11", person: "王志强", status: "current", on: "2022-05-10"},
		},
		rows: []string{"王志强 current, seen 2022-05-10..2024-05-10, known 2022-05-10.., stated .."},
		asOf: map[kg.Date]string{"2023-01-01": "王志强 HELD"},
		known: map[kg.When]string{
			{AsOf: "2023-01-01", KnownAt: "2024-12-31"}: "", {AsOf: "2024-06-01", KnownAt: "2024-12-31"}: "王志强 UNKNOWN",
			{AsOf: "2023-01-01", KnownAt: "2025-02-11"}: "王志强 HELD",
		},
	},
	{
		name: "a successor that isn't known yet", seats: 1,
		said: []saying{
			{printed: "2020-05-01", person: "李建军", status: "current"},
			{printed: "2021-01-01", person: "王志强", status: "current"},
			{printed: "2023-01-01", person: "王志强", status: "current"},
		},
		rows: []string{
			"李建军 current, seen 2020-05-01..2020-05-01, known 2020-05-01..2021-01-01, stated ..2021-01-01 inferred",
			"王志强 current, seen 2021-01-01..2023-01-01, known 2021-01-01.., stated ..",
		},
		known: map[kg.When]string{
			{AsOf: "2022-01-01", KnownAt: "2020-12-31"}: "李建军 UNKNOWN", {AsOf: "2020-08-01", KnownAt: "2020-12-31"}: "李建军 UNKNOWN",
			{AsOf: "2022-01-01", KnownAt: "2021-01"}: "王志强 UNKNOWN", {AsOf: "2020-08-01", KnownAt: "2021-01"}: "李建军 HELD",
		},
	},
	{
		name: "seen after the stated end alone", seats: 1,
		said: []saying{
			{printed: "2024-03-15", person: "李建军", status: "removed", on: "2024-03-14", end: "2024-03-14"},
			{printed: "2024-03-20", person: "李建军", status: "current"},
		},
		rows: []string{"李建军 current, seen 2024-03-14..2024-03-14, known 2024-03-14..2024-03-14, stated ..2024-03-14"},
		asOf: map[kg.Date]string{"2024-03-14": "李建军 HELD", "2024-03-20": ""},
	},
	{
		name: "given anew after the stated end", seats: 1,
		said: []saying{
			{printed: "2018-01-01", person: "李建军", status: "current"},
			{printed: "2019-03-02", person: "李建军", status: "removed", on: "2019-03-01", end: "2019-03-01"},
			{printed: "2021-06-02", person: "李建军", status: "appointed", on: "2021-06-01", start: "2021-06-01"},
			{printed: "2022-01-01", person: "李建军", status: "current"},
			{printed: "2024-03-15", person: "李建军", status: "removed", on: "2024-03-14", end: "2024-03-14"},
		},
		rows: []string{"李建军 removed, seen 2018-01-01..2022-01-01, known 2018-01-01..2024-03-14, stated 2021-06-01..2024-03-14"},
		asOf: map[kg.Date]string{"2023-01-01": "李建军 HELD", "2024-03-15": ""},
	},
	{
		name: "who is proposed holds nothing and ends nobody", seats: 1,
		said: []saying{
			{printed: "2024-01-10", person: "李建军", status: "current"},
			{printed: "2024-02-20", person: "王志强", status: "proposed", start: "2024-03-01"},
		},
		rows: []string{
			"李建军 current, seen 2024-01-10..2024-01-10, known 2024-01-10.., stated ..",
			"王志强 proposed, seen .., known .., stated 2024-03-01..",
		},
		asOf: map[kg.Date]string{"2024-04-01": "李建军 UNKNOWN"},
	},
	{
		name: "who is past with a stated start was in office", seats: 1,
		said: []saying{{printed: "2024-01-10", person: "李建军", status: "former", start: "2020-03"}},
		rows: []string{"李建军 former, seen .., known 2020-03..2024-01-10, stated 2020-03.., over by 2024-01-10"},
		asOf: map[kg.Date]string{"2020-02-28": "", "2020-03-01": "李建军 HELD", "2024-01-11": ""},
	},
}

// testTenures holds rows and answers against what was reckoned by hand, articles applied in order, backwards, and in a second state after
// every other one was away.
func testTenures(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	for _, c := range careers {
		t.Run(c.name, func(t *testing.T) {
			post, docs := c.documents()
			apply(t, s, docs...)
			c.check(t, s, post)
			var odd []*kg.Document
			for i, d := range docs {
				if i%2 > 0 {
					continue
				}
				odd = append(odd, d)
				if err := s.Remove(background, d.ID); err != nil {
					t.Fatal(err)
				}
			}
			slices.Reverse(odd)
			for _, d := range odd {
				apply(t, s, d)
			}
			c.check(t, s, post)
		})
	}
	sound(t, s)
}

func (c *career) documents() (kg.ID, []*kg.Document) {
	var post kg.ID
	docs := make([]*kg.Document, len(c.said))
	for i, say := range c.said {
		d := newDraft(fmt.Sprint(c.name, i), say.printed, say.person+"在任。")
		post = d.post(c.name, "在任", c.seats)
		d.say(kg.HoldsPost, d.person(say.person, c.name), post, &kg.Holds{Status: say.status, StatedStart: say.start, StatedEnd: say.end}, say.on, "在任")
		if say.doubted {
			for i := range d.doc.Claims {
				d.doc.Claims[i].Evidence.Confidence = kg.Doubted - 1
			}
		}
		docs[i] = d.doc
	}
	return post, docs
}

func (c *career) check(t *testing.T, s kg.Store, post kg.ID) {
	t.Helper()
	var got []string
	for _, h := range holders(t, s, post, kg.When{}) {
		got = append(got, h.name+" "+rowOf(h.Holds))
	}
	want := slices.Clone(c.rows)
	slices.Sort(want)
	slices.Sort(got)
	if d := diff(want, got); d != "" {
		t.Errorf("rows -want +got\n%s", d)
	}
	for day, want := range c.asOf {
		c.answer(t, s, post, kg.When{AsOf: day}, want)
	}
	for when, want := range c.known {
		c.answer(t, s, post, when, want)
	}
}

func (c *career) answer(t *testing.T, s kg.Store, post kg.ID, when kg.When, want string) {
	t.Helper()
	var got []string
	for _, h := range holders(t, s, post, when) {
		held, ok := h.HeldOn(when.AsOf)
		if !ok {
			t.Errorf("%+v: %s is answered, and doesn't hold it", when, h.name)
		}
		got = append(got, h.name+" "+string(held))
	}
	slices.Sort(got)
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("%s, known on %s: %q, want %q", when.AsOf, when.KnownAt, got, want)
	}
	ofPost := kg.Filter{Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Node: kg.Filter{Field: "id", Op: kg.Eq, Value: string(post)}}}
	page, err := s.List(background, kg.NodeQuery{Kind: kg.PersonKind, Where: ofPost, When: when, Page: kg.Page{First: 50}, Count: true})
	if err != nil || len(page.Nodes) != len(got) || page.Total != len(got) {
		t.Errorf("%s, known on %s: %d of %d people by a quantifier, want %d: %v", when.AsOf, when.KnownAt, len(page.Nodes), page.Total, len(got), err)
	}
}

// rowOf writes a tenure as careers do.
func rowOf(h *kg.Holds) string {
	s := fmt.Sprintf("%s, seen %s..%s, known %s..%s, stated %s..%s", h.Status, h.ObservedFrom, h.ObservedTo, h.Start, h.End, h.StatedStart, h.StatedEnd)
	if h.EndInferred {
		s += " inferred"
	}
	if h.EndedBy != "" {
		s += ", over by " + string(h.EndedBy)
	}
	return s
}

type holder struct {
	*kg.Holds
	name string
}

func holders(t *testing.T, s kg.Store, post kg.ID, when kg.When) []holder {
	t.Helper()
	pages, err := s.Edges(background, []kg.ID{post}, kg.EdgeQuery{Kind: kg.HoldsPost, Direction: kg.Inward, When: when, Page: kg.Page{First: 50}})
	if err != nil {
		t.Fatal(err)
	}
	var out []holder
	for i, e := range pages[0].Edges {
		out = append(out, holder{e.(*kg.Holds), pages[0].Far[i].NodeHead().Name})
	}
	return out
}
