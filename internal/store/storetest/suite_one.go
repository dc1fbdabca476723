package storetest

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// testOne asks for one of several of a name: for that of most articles, or the one seen last; by a day, of what was seen by then,
// whatever was seen since.
func testOne(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a := newDraft("一", "2024-03-10", "甲县区长、乙县区长出席年会。")
	first, second := a.post("甲县", "区长", 0), a.post("乙县", "区长", 0)
	a.event("第一届年会", "2024-03-09", "年会")
	b := newDraft("二", "2024-05-10", "乙县区长出席年会。")
	b.post("乙县", "区长", 0)
	b.event("第一届年会", "2024-03-09", "年会")
	c := newDraft("三", "2024-08-10", "甲县区长、丙县区长出席年会。")
	c.post("甲县", "区长", 0)
	c.post("丙县", "区长", 0)
	meeting := c.event("第二届年会", "2024-08-09", "年会")
	apply(t, s, a.doc, b.doc, c.doc)
	oneOf(t, s, first, second, meeting, c.article.ID)
	oneAlone(t, s)
	other := open(t)
	m := filled(t, other, someDocuments(40))
	for _, schema := range kg.NodeKinds {
		for _, when := range []kg.When{{}, {KnownAt: "2024-04"}, {KnownAt: "2024-11-01"}, {AsOf: "2024-06-01"}} {
			sameList(t, m, other, kg.NodeQuery{Kind: schema.Kind, When: when, One: true})
		}
	}
}

// oneOf asks for the posts and events of testOne, and for the last article.
func oneOf(t *testing.T, s kg.Store, first, second, meeting, last kg.ID) {
	t.Helper()
	not := func(place string) kg.Filter { return kg.Filter{Field: "place", Op: kg.Ne, Value: place} }
	for _, x := range []struct {
		kind  kg.NodeKind
		where kg.Filter
		when  kg.When
		want  kg.ID
	}{
		{kg.PostKind, kg.Filter{}, kg.When{}, first},
		{kg.PostKind, not("甲县"), kg.When{}, second}, // though another was seen later
		{kg.PostKind, kg.Filter{}, kg.When{KnownAt: "2024-08-09"}, second},
		{kg.PostKind, kg.Filter{}, kg.When{KnownAt: "2024-05-10", AsOf: "2024-01-01"}, second},
		{kg.PostKind, kg.Filter{}, kg.When{KnownAt: "2024-05-09"}, max(first, second)},
		{kg.PostKind, kg.Filter{}, kg.When{KnownAt: "2024-03-09"}, ""},
		{kg.PostKind, kg.Filter{}, kg.When{KnownAt: "9999-12-31"}, first},
		{kg.PostKind, kg.Filter{Field: "place", Op: kg.Eq, Value: "丁县"}, kg.When{}, ""},
		{kg.EventKind, kg.Filter{}, kg.When{}, meeting}, // though more articles tell of the one before
		{kg.ArticleKind, kg.Filter{}, kg.When{}, last},
	} {
		var got kg.ID
		page, err := s.List(background, kg.NodeQuery{Kind: x.kind, Where: x.where, When: x.when, One: true})
		if len(page.Nodes) > 0 {
			got = page.Nodes[0].NodeHead().ID
		}
		if err != nil || got != x.want || len(page.Nodes) > 1 {
			t.Errorf("%s, %+v, %+v: %q of %d, %v, want %q", x.kind, x.where, x.when, got, len(page.Nodes), err, x.want)
		}
	}
}

// oneAlone: the latest node has no order, no page, no count, and no filter by what is known today.
func oneAlone(t *testing.T, s kg.Store) {
	t.Helper()
	for _, q := range []kg.NodeQuery{
		{Kind: kg.PostKind, One: true, Page: kg.Page{First: 1}},
		{Kind: kg.PostKind, One: true, Order: "NAME"},
		{Kind: kg.PostKind, One: true, Count: true},
		{Kind: kg.PostKind, One: true, When: kg.When{KnownAt: "2024"}, Where: kg.Filter{Field: "title", Op: kg.Eq, Value: "区长"}},
	} {
		_, err := s.List(background, q)
		wantWord(t, "the latest, and more", err, kg.ErrInvalid)
	}
}
