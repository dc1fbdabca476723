package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

func shown(paths []kg.Path) []string {
	var out []string
	for _, p := range paths {
		var names []string
		for _, n := range p.Nodes {
			names = append(names, n.NodeHead().Name)
		}
		out = append(out, strings.Join(names, " - "))
	}
	return out
}

// met is a document about people who met: 甲 and 丙 twice removed, by two events and by one.
type met struct {
	doc          *kg.Document
	a, b, c, far kg.ID
	first        kg.ID
}

func meetings() *met {
	d := newDraft("一", "2024-03-10", "甲某与乙某会一，乙某与丙某会二，甲某与丙某会三，市长丁某，乌有市。")
	m := &met{doc: d.doc}
	m.a, m.b, m.c, m.far = d.person("甲某", "x"), d.person("乙某", "x"), d.person("丙某", "x"), d.person("丁某", "x")
	e1, e2, e3 := d.event("e1", "2024-03-01", "会一"), d.event("e2", "2024-03-02", "会二"), d.event("e3", "2024-05-03", "会三")
	post, place := d.post("乌有市", "市长", 1), d.place("乌有市")
	meet := func(p, e kg.ID, role string) {
		d.say(kg.ParticipatedIn, p, e, &kg.Participated{Role: role, Order: 1}, "2024-03-01", "会一")
	}
	meet(m.a, e1, "host")
	meet(m.a, e1, "speaker")
	meet(m.b, e1, "visitor")
	meet(m.b, e2, "host")
	meet(m.c, e2, "visitor")
	meet(m.a, e3, "host")
	meet(m.c, e3, "visitor")
	d.say(kg.HoldsPost, m.far, post, &kg.Holds{Status: "current"}, "", "市长")
	d.say(kg.HasJurisdiction, post, place, &kg.PostOf{Basis: "explicit"}, "", "乌有市")
	for _, x := range []kg.ID{m.a, m.b, m.c, m.far, place} {
		d.say(kg.MentionsEntity, d.article.ID, x, &kg.Mentioned{Count: 1}, "", "甲某")
	}
	m.first = e1
	return m
}

type pathCase struct {
	name string
	q    kg.PathQuery
	want []string
}

func (m *met) cases() []pathCase {
	a, b, c, far, e1 := m.a, m.b, m.c, m.far, m.first
	return []pathCase{
		{"two hops", kg.PathQuery{From: a, To: c, MaxHops: 6}, []string{"甲某 - 会三 - 丙某"}},
		{"backwards", kg.PathQuery{From: c, To: a, MaxHops: 6, All: true}, []string{"丙某 - 会三 - 甲某"}},
		{"parallel edges", kg.PathQuery{From: a, To: b, MaxHops: 2, All: true}, []string{"甲某 - 会一 - 乙某", "甲某 - 会一 - 乙某"}},
		{"parallel edges, one", kg.PathQuery{From: a, To: b, MaxHops: 2}, []string{"甲某 - 会一 - 乙某"}},
		{"before the third meeting", kg.PathQuery{From: a, To: c, MaxHops: 4, When: kg.When{AsOf: "2024-04"}}, []string{"甲某 - 会一 - 乙某 - 会二 - 丙某"}},
		{"too few hops", kg.PathQuery{From: a, To: c, MaxHops: 3, When: kg.When{AsOf: "2024-04"}, All: true}, nil},
		{"one hop", kg.PathQuery{From: a, To: e1, MaxHops: 1}, []string{"甲某 - 会一"}},
		{"none", kg.PathQuery{From: a, To: far, MaxHops: 6, All: true}, nil},
		{"along mentions when named", kg.PathQuery{From: a, To: far, MaxHops: 2, Via: []kg.EdgeKind{kg.MentionsEntity}}, []string{"甲某 - 一 - 丁某"}},
		{"to itself", kg.PathQuery{From: a, To: a, MaxHops: 3}, []string{"甲某"}},
		{"from no kind", kg.PathQuery{From: "x", To: a, MaxHops: 3}, nil},
		{"to no kind", kg.PathQuery{From: a, To: "x", MaxHops: 3, MinConfidence: 1}, nil},
		{"from nowhere", kg.PathQuery{To: a, MaxHops: 3}, nil},
		{"an empty list of kinds", kg.PathQuery{From: a, To: c, MaxHops: 6, Via: []kg.EdgeKind{}}, []string{"甲某 - 会三 - 丙某"}},
		{"from nobody", kg.PathQuery{From: "p-none", To: a, MaxHops: 3}, nil},
		{"not so sure", kg.PathQuery{From: a, To: c, MaxHops: 6, MinConfidence: 950}, nil},
	}
}

// testPaths walks among people who met: 甲 and 丙 twice removed, by two events and by one post.
func testPaths(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	w := meetings()
	apply(t, s, w.doc)
	for _, test := range w.cases() {
		test.q.Limit = 10
		got, err := s.Paths(background, test.q)
		if d := diff(test.want, shown(got)); err != nil || d != "" {
			t.Errorf("%s: %v, -want +got\n%s", test.name, err, d)
		}
	}
	for _, q := range []kg.PathQuery{{From: w.a, To: w.b, MaxHops: 7, Limit: 1}, {From: w.a, To: w.b, MaxHops: 1}, {From: w.a, To: w.b, MaxHops: 1, Limit: 1, Via: []kg.EdgeKind{"NONE"}}} {
		_, err := s.Paths(background, q)
		wantWord(t, fmt.Sprintf("%+v", q), err, kg.ErrInvalid)
	}
	round, err := s.Neighborhood(background, kg.NeighborhoodQuery{From: w.a, Hops: 2, Limit: 10})
	if err != nil || len(round.Nodes) != 5 || len(round.Edges) != 5 || round.Truncated {
		t.Errorf("round 甲某: %d nodes, %d edges, %v, %v", len(round.Nodes), len(round.Edges), round.Truncated, err)
	}
	round, err = s.Neighborhood(background, kg.NeighborhoodQuery{From: w.a, Hops: 2, Limit: 10, Via: []kg.EdgeKind{}})
	if err != nil || len(round.Nodes) != 5 || len(round.Edges) != 5 {
		t.Errorf("round 甲某 by an empty list of kinds: %d nodes, %d edges, %v", len(round.Nodes), len(round.Edges), err)
	}
	if round, err = s.Neighborhood(background, kg.NeighborhoodQuery{From: "x", Hops: 2, Limit: 10}); err != nil || len(round.Nodes) > 0 {
		t.Errorf("round what is no id: %v, %v", round, err)
	}
	round, err = s.Neighborhood(background, kg.NeighborhoodQuery{From: w.a, Hops: 2, Limit: 3})
	if err != nil || len(round.Nodes) != 3 || !round.Truncated {
		t.Errorf("three round 甲某: %d nodes, %v, %v", len(round.Nodes), round.Truncated, err)
	}
}

// testWalksModel walks through hubs and holds the answers against the model's.
func testWalksModel(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	w := World{Places: 15, Persons: 25, Posts: 10, Organizations: 8, Events: 12, Agreements: 4, Papers: 2, Days: 300, Claims: 25}
	var docs []*kg.Document
	for nr := range 12 {
		docs = append(docs, w.Document(rand.New(rand.NewPCG(9, uint64(nr))), nr))
	}
	m := filled(t, s, docs)
	persons := walkList(t, m, kg.NodeQuery{Kind: kg.PersonKind}, 1000, false)
	places := walkList(t, m, kg.NodeQuery{Kind: kg.PlaceKind}, 1000, false)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range 60 {
		q := kg.PathQuery{From: persons[rng.IntN(len(persons))], To: places[rng.IntN(len(places))], MaxHops: 1 + rng.IntN(4), All: i%2 == 0, Limit: 20}
		switch i % 5 {
		case 1:
			q.When = kg.When{AsOf: "2024-06"}
		case 4:
			q.When = kg.When{AsOf: "2024-05", KnownAt: "2024-09"}
		case 2:
			q.When = kg.When{KnownAt: "2024-07"}
		case 3:
			q.MinConfidence = 700
		}
		want, err1 := m.Paths(background, q)
		got, err2 := s.Paths(background, q)
		if d := diff(want, got); d != "" || err1 != nil || err2 != nil {
			t.Fatalf("%+v: %v, %v, -want +got\n%s", q, err1, err2, d)
		}
		nq := kg.NeighborhoodQuery{From: q.From, Hops: 1 + i%3, Limit: 1 + rng.IntN(40), When: q.When, MinConfidence: q.MinConfidence}
		if i%5 == 0 {
			nq.Via = []kg.EdgeKind{kg.MentionsEntity, kg.HoldsPost}
		}
		around, err1 := m.Neighborhood(background, nq)
		gotAround, err2 := s.Neighborhood(background, nq)
		if d := diff(around, gotAround); d != "" || err1 != nil || err2 != nil {
			t.Fatalf("%+v: %v, %v, -want +got\n%s", nq, err1, err2, d)
		}
	}
}
