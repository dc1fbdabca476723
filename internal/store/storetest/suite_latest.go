package storetest

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// testLatest asks for the one seen last of several: by a day, of what was seen by then, whatever was seen since.
func testLatest(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a := newDraft("一", "2024-03-10", "甲县区长、乙县区长出席。")
	first, second := a.post("甲县", "区长", 0), a.post("乙县", "区长", 0)
	b := newDraft("二", "2024-05-10", "乙县区长出席。")
	b.post("乙县", "区长", 0)
	c := newDraft("三", "2024-08-10", "甲县区长、丙县区长出席。")
	c.post("甲县", "区长", 0)
	third := c.post("丙县", "区长", 0)
	apply(t, s, a.doc, b.doc, c.doc)
	for _, x := range []struct {
		where kg.Filter
		when  kg.When
		want  kg.ID
	}{
		{kg.Filter{}, kg.When{}, max(first, third)},
		{kg.Filter{Field: "place", Op: kg.Ne, Value: "丙县"}, kg.When{}, first},
		{kg.Filter{}, kg.When{KnownAt: "2024-08-09"}, second},
		{kg.Filter{}, kg.When{KnownAt: "2024-05-10", AsOf: "2024-01-01"}, second},
		{kg.Filter{}, kg.When{KnownAt: "2024-05-09"}, max(first, second)},
		{kg.Filter{}, kg.When{KnownAt: "2024-03-09"}, ""},
		{kg.Filter{}, kg.When{KnownAt: "9999-12-31"}, max(first, third)},
		{kg.Filter{Field: "place", Op: kg.Eq, Value: "丁县"}, kg.When{}, ""},
	} {
		var got kg.ID
		page, err := s.List(background, kg.NodeQuery{Kind: kg.PostKind, Where: x.where, When: x.when, Latest: true})
		if len(page.Nodes) > 0 {
			got = page.Nodes[0].NodeHead().ID
		}
		if err != nil || got != x.want || len(page.Nodes) > 1 {
			t.Errorf("%+v, %+v: %q of %d, %v, want %q", x.where, x.when, got, len(page.Nodes), err, x.want)
		}
	}
	latestAlone(t, s)
	other := open(t)
	m := filled(t, other, someDocuments(40))
	for _, schema := range kg.NodeKinds {
		for _, when := range []kg.When{{}, {KnownAt: "2024-04"}, {KnownAt: "2024-11-01"}, {AsOf: "2024-06-01"}} {
			sameList(t, m, other, kg.NodeQuery{Kind: schema.Kind, When: when, Latest: true})
		}
	}
}

// latestAlone: the latest node has no order, no page, no count, and no filter by what is known today.
func latestAlone(t *testing.T, s kg.Store) {
	t.Helper()
	for _, q := range []kg.NodeQuery{
		{Kind: kg.PostKind, Latest: true, Page: kg.Page{First: 1}},
		{Kind: kg.PostKind, Latest: true, Order: "NAME"},
		{Kind: kg.PostKind, Latest: true, Count: true},
		{Kind: kg.PostKind, Latest: true, When: kg.When{KnownAt: "2024"}, Where: kg.Filter{Field: "title", Op: kg.Eq, Value: "区长"}},
	} {
		_, err := s.List(background, q)
		wantWord(t, "the latest, and more", err, kg.ErrInvalid)
	}
}
