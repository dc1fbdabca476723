package storetest

import (
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// testUnknownDates: an unknown date is neither before nor after anything. What isn't so is what the question leaves out, and what
// began on an unknown day may have begun by any.
func testUnknownDates(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	f := newTroupe()
	apply(t, s, f.doc)
	early, late, unknown := f.early, f.late, f.unknown
	start := func(op kg.Op, day string) kg.Filter { return kg.Filter{Field: "start", Op: op, Value: day} }
	not := func(f kg.Filter) kg.Filter { return kg.Filter{Not: &f} }
	for _, c := range []struct {
		name  string
		where kg.Filter
		when  kg.When
		want  []kg.ID
	}{
		{"before", start(kg.Lt, "2025"), kg.When{}, []kg.ID{early}},
		{"by", start(kg.Lte, "2024-02"), kg.When{}, []kg.ID{early}},
		{"after", start(kg.Gt, "1990"), kg.When{}, []kg.ID{early, late}},
		{"from", start(kg.Gte, "2024-02"), kg.When{}, []kg.ID{early, late}},
		{"not before", not(start(kg.Lt, "2025")), kg.When{}, []kg.ID{late, unknown}},
		{"not from", not(start(kg.Gte, "2025")), kg.When{}, []kg.ID{early, unknown}},
		{"neither", kg.All(not(start(kg.Lt, "2025")), not(start(kg.Gte, "2025"))), kg.When{}, []kg.ID{unknown}},
		{"as of", kg.Filter{}, kg.When{AsOf: "2024-06-01"}, []kg.ID{early, unknown}},
	} {
		got := walkList(t, s, kg.NodeQuery{Kind: kg.EventKind, Where: c.where, When: c.when}, 9, false)
		slices.Sort(got)
		slices.Sort(c.want)
		if d := diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
	}
	for _, op := range []kg.Op{kg.Lt, kg.Lte} {
		q := kg.EdgeQuery{Kind: kg.HoldsPost, Edge: kg.Filter{Field: "end", Op: op, Value: "2024-02"}, Page: kg.Page{First: 9}, Count: true}
		pages, err := s.Edges(background, []kg.ID{f.person}, q)
		if err != nil || pages[0].Total != 1 || len(pages[0].Far) != 1 || pages[0].Far[0].NodeHead().ID != f.left {
			t.Errorf("posts that ended, %s: %+v, %v", op, pages, err)
		}
	}
	_, err := s.List(background, kg.NodeQuery{Kind: kg.EventKind, Where: start(kg.Gte, ""), Page: kg.Page{First: 1}})
	wantWord(t, "from an unknown day on", err, kg.ErrInvalid)
}

// troupe is a man, what he took part in on days known and unknown, and what he holds and held.
type troupe struct {
	*draft
	person, early, late, unknown, held, left kg.ID
}

func newTroupe() *troupe {
	d := newDraft("一", "2024-03-10", "市长甲乙出席早会、晚会、元会，原书记到任。")
	f := &troupe{
		draft: d, person: d.person("甲乙", "乌有市"), held: d.post("乌有市", "市长", 0), left: d.post("乌有市", "书记", 0),
		early: d.event("早", "2024-02", "早会"), late: d.event("晚", "2025-02-01", "晚会"), unknown: d.event("无", "", "元会"),
	}
	for _, e := range []kg.ID{f.early, f.late, f.unknown} {
		d.say(kg.ParticipatedIn, f.person, e, &kg.Participated{Role: "host"}, "", "出席")
	}
	d.say(kg.HoldsPost, f.person, f.held, &kg.Holds{Status: "current"}, "", "到任")
	d.say(kg.HoldsPost, f.person, f.left, &kg.Holds{Status: "removed", StatedEnd: "2024-01"}, "2024-01", "到任")
	return f
}
