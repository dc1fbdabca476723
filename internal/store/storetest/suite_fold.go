package storetest

import (
	"fmt"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

func nodeOf[T kg.Node](t *testing.T, s kg.Store, id kg.ID) T {
	t.Helper()
	nodes, err := s.Nodes(background, []kg.ID{id}, kg.When{})
	if err != nil {
		t.Fatal(err)
	}
	n, ok := nodes[0].(T)
	if !ok {
		t.Fatalf("node %s is %v", id, nodes[0])
	}
	return n
}

func holdings(t *testing.T, s kg.Store, person kg.ID, when kg.When) []*kg.Holds {
	t.Helper()
	pages, err := s.Edges(background, []kg.ID{person}, kg.EdgeQuery{Kind: kg.HoldsPost, When: when, Page: kg.Page{First: 50}})
	if err != nil {
		t.Fatal(err)
	}
	var out []*kg.Holds
	for _, e := range pages[0].Edges {
		out = append(out, e.(*kg.Holds))
	}
	return out
}

// tenureDraft says that a person held a post.
func tenureDraft(article string, published kg.Date, person, status string) (*draft, kg.ID, kg.ID, kg.EdgeKey) {
	d := newDraft(article, published, "乌有市市长"+person+"出席会议。\n"+person+"讲话。")
	p, post := d.person(person, "乌有市"), d.post("乌有市", "市长", 1)
	k := d.say(kg.HoldsPost, p, post, &kg.Holds{Status: status}, "", person+"出席")
	return d, p, post, k
}

func testFold(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a, person, post, key := tenureDraft("一", "2024-03-01", "甲乙", "current")
	b, _, _, _ := tenureDraft("二", "2024-05-01", "甲乙", "acting")
	b.attr(person, "gender", "female", "甲乙")
	c, _, _, _ := tenureDraft("三", "2024-04-01", "甲乙", "current")
	c.attr(person, "name", "甲乙同志", "甲乙讲话")
	apply(t, s, b.doc)
	apply(t, s, a.doc, c.doc)
	want := &kg.Holds{
		Fact: kg.Fact{
			ID: factOf(key), Kind: kg.HoldsPost, From: person, To: post, ArticleCount: 3, Confidence: 900,
			FirstDate: "2024-03-01", LastDate: "2024-05-01", FirstPublished: "2024-03-01", LastPublished: "2024-05-01",
		}, Status: "acting", ObservedFrom: "2024-03-01", ObservedTo: "2024-05-01", Start: "2024-03-01",
	}
	if d := diff([]*kg.Holds{want}, holdings(t, s, person, kg.When{})); d != "" {
		t.Errorf("three claims, -want +got\n%s", d)
	}
	n := nodeOf[*kg.Person](t, s, person)
	n.NameKey = ""
	wantPerson := &kg.Person{
		Head:    kg.Head{ID: person, Kind: kg.PersonKind, Key: "甲乙 in 乌有市", Name: "甲乙", ArticleCount: 3, FirstSeen: "2024-03-01", LastSeen: "2024-05-01"},
		Aliases: []string{"甲乙同志"}, Gender: "female", Scope: "乌有市",
	}
	if d := diff(wantPerson, n); d != "" {
		t.Errorf("the person, -want +got\n%s", d)
	}
	if err := s.Remove(background, b.doc.ID); err != nil {
		t.Fatal(err)
	}
	want.ArticleCount, want.LastDate, want.LastPublished, want.ObservedTo, want.Status = 2, "2024-04-01", "2024-04-01", "2024-04-01", "current"
	if d := diff([]*kg.Holds{want}, holdings(t, s, person, kg.When{})); d != "" {
		t.Errorf("two claims left, -want +got\n%s", d)
	}
	if n := nodeOf[*kg.Person](t, s, person); n.Gender != "" || n.LastSeen != "2024-04-01" {
		t.Errorf("what only the removed article said stays: %+v", n)
	}
	if err := s.Remove(background, a.doc.ID, c.doc.ID); err != nil {
		t.Fatal(err)
	}
	if nodes, _ := s.Nodes(background, []kg.ID{person, post}, kg.When{}); nodes[0] != nil || nodes[1] != nil {
		t.Errorf("nobody names them any more, and they stay: %v", nodes)
	}
}

func testReprints(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	var ids []kg.ID
	var key kg.EdgeKey
	var person kg.ID
	for i, day := range []kg.Date{"2024-03-02", "2024-03-01", "2024-03-03"} {
		d, p, _, k := tenureDraft(string(day), day, "丙丁", "current")
		d.article.Cluster = "one story"
		ids, key, person = append(ids, d.article.ID), k, p
		apply(t, s, d.doc)
		if h := holdings(t, s, person, kg.When{}); len(h) != 1 || h[0].ArticleCount != 1 {
			t.Fatalf("reprint %d: %+v", i, h)
		}
	}
	pages, err := s.Edges(background, []kg.ID{ids[1]}, kg.EdgeQuery{Kind: kg.ReprintOf, Direction: kg.Inward, Page: kg.Page{First: 9}})
	if err != nil || len(pages[0].Far) != 2 || pages[0].Far[0].NodeHead().ID != ids[2] || pages[0].Far[1].NodeHead().ID != ids[0] {
		t.Errorf("reprints of the earliest: %+v, %v", pages, err)
	}
	proofs, err := s.Evidence(background, []kg.ID{factOf(key)}, kg.EvidenceQuery{Page: kg.Page{First: 9}, Count: true})
	if err != nil || proofs[0].Total != 3 {
		t.Errorf("evidence: %+v, %v", proofs, err)
	}
	if err := s.Remove(background, kg.MakeID("d", "2024-03-01")); err != nil {
		t.Fatal(err)
	}
	pages, err = s.Edges(background, []kg.ID{ids[0]}, kg.EdgeQuery{Kind: kg.ReprintOf, Direction: kg.Inward, Page: kg.Page{First: 9}})
	if err != nil || len(pages[0].Far) != 1 || pages[0].Far[0].NodeHead().ID != ids[2] {
		t.Errorf("reprints of the new earliest: %+v, %v", pages, err)
	}
	sound(t, s)
}

// An article that changes in itself only, where another print of it comes in the same call, counts once with it; in one call and in several.
func testReprintBeside(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	var docs []*kg.Document
	var person kg.ID
	for _, name := range []string{"one", "two", "three"} {
		d, p, _, _ := tenureDraft(name, "2024-03-02", "丙丁", "current")
		d.article.Cluster = "one story"
		docs, person = append(docs, d.doc), p
	}
	once := func(how string) {
		t.Helper()
		if h := holdings(t, s, person, kg.When{}); len(h) != 1 || h[0].ArticleCount != 1 {
			t.Errorf("%s: %+v", how, h)
		}
		sound(t, s)
	}
	apply(t, s, docs[0])
	paged := func(d *kg.Document, page string) *kg.Document {
		out := copyDocument(d)
		out.Articles()[0].Page = page
		return out
	}
	apply(t, s, paged(docs[0], "2"), docs[1])
	once("one more print, and another page")
	apply(t, s, paged(docs[0], "3"), paged(docs[1], "3"), docs[2])
	once("the third, and other pages")
	apply(t, s, paged(docs[1], "4"), paged(docs[2], "4"))
	if err := s.Remove(background, docs[0].ID); err != nil {
		t.Fatal(err)
	}
	once("the first one is gone")
}

func testSuccession(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a, first, _, _ := tenureDraft("一", "2024-01-10", "戊己", "current")
	b, second, _, _ := tenureDraft("二", "2024-06-20", "庚辛", "current")
	apply(t, s, a.doc)
	apply(t, s, b.doc)
	if h := holdings(t, s, first, kg.When{}); len(h) != 1 || h[0].End != "2024-06-20" || !h[0].EndInferred {
		t.Errorf("the first holder: %+v", h[0])
	}
	later, _, _, _ := tenureDraft("三", "2024-07-01", "戊己", "current")
	apply(t, s, later.doc)
	if h := holdings(t, s, first, kg.When{}); h[0].End != "" || h[0].EndInferred {
		t.Errorf("seen after the successor: %+v", h[0])
	}
	if err := s.Remove(background, later.doc.ID); err != nil {
		t.Fatal(err)
	}
	if h := holdings(t, s, first, kg.When{}); h[0].End != "2024-06-20" {
		t.Errorf("the later sighting is gone: %+v", h[0])
	}
	if h := holdings(t, s, first, kg.When{KnownAt: "2024-03"}); len(h) != 1 || h[0].End != "" {
		t.Errorf("as known in March: %+v", h)
	}
	if h := holdings(t, s, second, kg.When{KnownAt: "2024-03"}); len(h) != 0 {
		t.Errorf("the successor in March: %+v", h)
	}
	if err := s.Remove(background, b.doc.ID); err != nil {
		t.Fatal(err)
	}
	if h := holdings(t, s, first, kg.When{}); h[0].End != "" || h[0].EndInferred {
		t.Errorf("the successor is gone: %+v", h[0])
	}
	sound(t, s)
}

func testMerge(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a, p1, _, _ := tenureDraft("一", "2024-01-10", "壬癸", "current")
	b := newDraft("二", "2024-02-10", "有市书记壬癸到任。")
	p2 := b.person("壬癸", "有市")
	post := b.post("有市", "书记", 1)
	b.say(kg.HoldsPost, p2, post, &kg.Holds{Status: "appointed"}, "", "书记")
	c := newDraft("三", "2024-03-10", "壬癸由乌有市调任有市。")
	c.person("壬癸", "乌有市")
	c.person("壬癸", "有市")
	c.same(p1, p2, "调任")
	apply(t, s, a.doc, b.doc)
	if n := len(holdings(t, s, p1, kg.When{})); n != 1 {
		t.Fatalf("before: %d posts", n)
	}
	apply(t, s, c.doc)
	for _, id := range []kg.ID{p1, p2} {
		if n := nodeOf[*kg.Person](t, s, id); n.ID != min(p1, p2) || n.ArticleCount != 3 {
			t.Errorf("%s is %+v", id, n)
		}
		if h := holdings(t, s, id, kg.When{}); len(h) != 2 || h[0].From != min(p1, p2) {
			t.Errorf("%s holds %+v", id, h)
		}
	}
	sound(t, s)
	if err := s.Remove(background, c.doc.ID); err != nil {
		t.Fatal(err)
	}
	if h := holdings(t, s, p1, kg.When{}); len(h) != 1 || h[0].From != p1 {
		t.Errorf("apart again: %+v", h)
	}
	m := NewModel()
	apply(t, m, a.doc, b.doc)
	same(t, m, s)
}

// testMergeCrowd lets a person of whom many documents speak count as another node, and as itself again.
func testMergeCrowd(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	var docs []*kg.Document
	for i := range 150 {
		d := newDraft(fmt.Sprintf("第%d期", i), kg.Date(fmt.Sprintf("2024-%02d-%02d", i/28+1, i%28+1)), "乌有市书记甲乙到会，丙丁陪同。")
		p := d.person("甲乙", "乌有市")
		d.say(kg.HoldsPost, p, d.post("乌有市", "书记", 0), &kg.Holds{Status: "current"}, "", "书记")
		d.person("丙丁", "乌有市")
		docs = append(docs, d.doc)
	}
	m := filled(t, s, docs)
	c := newDraft("调任", "2024-12-10", "甲乙原在乌有市，今在有市。")
	many, other := c.person("甲乙", "乌有市"), c.person("甲乙", "有市")
	c.same(many, other, "今在")
	if many < other {
		t.Fatal("the person of many documents keeps its id: nothing counts anew")
	}
	apply(t, m, c.doc)
	apply(t, s, c.doc)
	same(t, m, s)
	if n := nodeOf[*kg.Person](t, s, many); n.ArticleCount != 151 {
		t.Errorf("merged, the person stands in %d articles, want 151", n.ArticleCount)
	}
	for _, store := range []kg.Store{m, s} {
		if err := store.Remove(background, c.doc.ID); err != nil {
			t.Fatal(err)
		}
	}
	same(t, m, s)
	sound(t, s)
}
