package storetest

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/statement"
)

func testTimes(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a, person, _, _ := tenureDraft("一", "2024-03-10", "甲乙", "current")
	b, _, _, _ := tenureDraft("二", "2024-05-10", "甲乙", "current")
	c := newDraft("三", "2024-08-01", "原乌有市市长甲乙。")
	p, post := c.person("甲乙", "乌有市"), c.post("乌有市", "市长", 1)
	c.say(kg.HoldsPost, p, post, &kg.Holds{Status: "former"}, "", "原")
	apply(t, s, a.doc, b.doc)
	for _, step := range []struct {
		name string
		docs []*kg.Document
		want map[kg.Date]string
	}{
		{"seen twice", nil, map[kg.Date]string{
			"2024-03-09": "", "2024-03-10": "HELD", "2024-04-01": "HELD", "2024-05-10": "HELD", "2024-05-11": "UNKNOWN", "2030": "UNKNOWN", "2024": "HELD", "2023": "",
		}},
		{"former", []*kg.Document{c.doc}, map[kg.Date]string{"2024-03-09": "", "2024-04-01": "HELD", "2024-07-31": "HELD", "2024-08-01": "HELD", "2024-08-02": "", "2024-08": "HELD", "2025": ""}},
	} {
		apply(t, s, step.docs...)
		for day, want := range step.want {
			got := ""
			if h := holdings(t, s, person, kg.When{AsOf: day}); len(h) > 0 {
				holding, ok := h[0].HeldOn(day)
				if !ok {
					t.Errorf("%s, %s: listed, but %+v says no", step.name, day, h[0])
				}
				got = string(holding)
			}
			if got != want {
				t.Errorf("%s, %s: %q, want %q", step.name, day, got, want)
			}
		}
	}
}

// testKnownAt holds every kind of question, as of and as known at some days, against the model.
func testKnownAt(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(40)
	m := filled(t, s, docs)
	persons := walkList(t, m, kg.NodeQuery{Kind: kg.PersonKind}, 1000, false)
	for _, st := range []kg.Store{m, s} {
		judge(t, st, kg.Judgement{Verb: kg.JudgeRename, A: persons[0], Name: "改名"})
		judge(t, st, kg.Judgement{Verb: kg.JudgeSame, A: persons[1], B: persons[2]})
	}
	var turn rotation
	for _, when := range []kg.When{
		{KnownAt: "2024-03-05"},
		{KnownAt: "2024-11"},
		{KnownAt: "2025"},
		{AsOf: "2024-08-20"},
		{AsOf: "2024-08"},
		{AsOf: "2025"},
		{AsOf: "2024-05", KnownAt: "2025-02"},
		{AsOf: "2024-05-10", KnownAt: "2024-08"},
		{AsOf: "2024-11", KnownAt: "2024-11-20"},
	} {
		t.Run(fmt.Sprint(when), func(t *testing.T) {
			for _, schema := range kg.NodeKinds {
				sameNodes(t, m, s, walkList(t, m, kg.NodeQuery{Kind: schema.Kind}, 1000, false), when)
				sameList(t, m, s, kg.NodeQuery{Kind: schema.Kind, When: when, Page: kg.Page{First: 40}, Count: true})
			}
			for _, schema := range kg.EdgeKinds {
				edges := m.state.graph().edgesOf(schema.Kind)
				for _, d := range deal(&turn, []kg.Direction{kg.Out, kg.Inward}) {
					from := fromOf(edges, d)
					sameEdges(t, m, s, from[:min(len(from), 25)], kg.EdgeQuery{Kind: schema.Kind, Direction: d, When: when, Page: kg.Page{First: 5}, Count: true, MinConfidence: 600})
				}
			}
		})
	}
	_, err := s.List(background, kg.NodeQuery{Kind: kg.PersonKind, When: kg.When{AsOf: "yesterday"}, Page: kg.Page{First: 1}})
	wantWord(t, "a day that is none", err, kg.ErrInvalid)
}

// sameNodes asks for nodes by their ids, and for one that is none.
func sameNodes(t *testing.T, m, s kg.Reader, ids []kg.ID, when kg.When) {
	t.Helper()
	ids = append(ids, "p-none")
	want, err1 := m.Nodes(background, ids, when)
	got, err2 := s.Nodes(background, ids, when)
	if d := diff(want, got); d != "" || err1 != nil || err2 != nil {
		t.Errorf("nodes %v, %v: errors %v and %v, -want +got\n%s", ids, when, err1, err2, d)
	}
}

// seen tells how often and when a node was seen.
func seen(n kg.Node) (int, kg.Date) {
	if n == nil {
		return 0, ""
	}
	return n.NodeHead().ArticleCount, n.NodeHead().LastSeen
}

// testNodesThen asks for a man and an event by their ids at times when they weren't known yet, or not as they are known today, and
// walks from them.
func testNodesThen(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a, person, _, _ := tenureDraft("一", "2024-03-10", "甲乙", "current")
	b, _, _, _ := tenureDraft("二", "2024-05-10", "甲乙", "current")
	event := b.event("会", "2024-05-09", "会议")
	b.say(kg.ParticipatedIn, person, event, &kg.Participated{Role: "host"}, "2024-05-09", "甲乙")
	apply(t, s, a.doc, b.doc)
	for _, c := range []struct {
		id   kg.ID
		when kg.When
		seen int // articles, 0 for what isn't there
		last kg.Date
		near int // nodes of its neighbourhood
	}{
		{person, kg.When{}, 2, "2024-05-10", 3},
		{person, kg.When{KnownAt: "2024-06-01"}, 2, "2024-05-10", 3},
		{person, kg.When{KnownAt: "2024-04-01"}, 1, "2024-03-10", 2},
		{person, kg.When{KnownAt: "2024-03-09"}, 0, "", 0},
		{person, kg.When{AsOf: "2024-03-09"}, 2, "2024-05-10", 1},
		{event, kg.When{AsOf: "2024-05-09"}, 1, "2024-05-10", 2},
		{event, kg.When{AsOf: "2024-05-08"}, 0, "", 0},
		{event, kg.When{KnownAt: "2024-05-09"}, 0, "", 0},
	} {
		nodes, err := s.Nodes(background, []kg.ID{c.id}, c.when)
		if err != nil || len(nodes) != 1 {
			t.Fatalf("%d nodes, %v", len(nodes), err)
		}
		if n, last := seen(nodes[0]); n != c.seen || last != c.last {
			t.Errorf("%s, %+v: %d articles, the last of %q, want %d and %q", c.id, c.when, n, last, c.seen, c.last)
		}
		round, err := s.Neighborhood(background, kg.NeighborhoodQuery{From: c.id, Hops: 1, Limit: 9, When: c.when})
		if err != nil || len(round.Nodes) != c.near {
			t.Errorf("round %s, %+v: %d nodes, %v, want %d", c.id, c.when, len(round.Nodes), err, c.near)
		}
		paths, err := s.Paths(background, kg.PathQuery{From: c.id, To: c.id, MaxHops: 1, Limit: 1, When: c.when})
		paths = append(paths, kg.Path{Nodes: []kg.Node{nil}})
		if n, last := seen(paths[0].Nodes[0]); err != nil || n != c.seen || last != c.last {
			t.Errorf("from %s to itself, %+v: %d articles, the last of %q, %v, want %d and %q", c.id, c.when, n, last, err, c.seen, c.last)
		}
	}
	_, err := s.Nodes(background, []kg.ID{person}, kg.When{KnownAt: "yesterday"})
	wantWord(t, "a day that is none", err, kg.ErrInvalid)
}

// testRefoldedOnce asks two questions of one view about the same two times: what was known then is worked out for the first alone.
func testRefoldedOnce(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(40))
	when := kg.When{AsOf: "2024-06-15", KnownAt: "2024-07-01"}
	q := kg.NodeQuery{Kind: kg.PersonKind, When: when, Page: kg.Page{First: 5}, Where: kg.Filter{Some: &kg.EdgeFilter{Kind: kg.HoldsPost}}}
	posts := kg.EdgeQuery{Kind: kg.HoldsPost, When: when, Page: kg.Page{First: 5}}
	err := s.View(background, func(r kg.Reader) error {
		var sent []int
		for range 2 {
			ctx, count := statement.Count(background)
			page, err := r.List(ctx, q)
			if err != nil {
				return err
			}
			if len(page.Nodes) == 0 {
				t.Fatal("nobody held a post")
			}
			if _, err := r.Edges(ctx, []kg.ID{page.Nodes[0].NodeHead().ID}, posts); err != nil {
				return err
			}
			sent = append(sent, count.N())
		}
		if sent[0] > 0 && sent[1] >= sent[0] { // the model sends none
			t.Errorf("%d statements, and %d for the same questions again", sent[0], sent[1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sameList(t, m, s, q)
}

func testEvidence(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	d := newDraft("一", "2024-03-10", "题\n𠮷野市市长𠮷田“出席”。他说：100%_好。\n完")
	d.article.Page, d.doc.Source.Page = "一版", "1"
	d.article.Parts = kg.Parts{{Kind: "title", Start: 0, End: 1}, {Kind: "body", Start: 2, End: 5}, {Kind: "body", Start: 5, End: 24, Page: "二版"}, {Kind: "body", Start: 25, End: 26}}
	p, post := d.person("𠮷田", "𠮷野市"), d.post("𠮷野市", "市长", 0)
	key := d.say(kg.HoldsPost, p, post, &kg.Holds{Status: "current"}, "2024-03-09", "市长𠮷田")
	apply(t, s, d.doc)
	got, err := s.Evidence(background, []kg.ID{factOf(key), "f-none"}, kg.EvidenceQuery{Page: kg.Page{First: 5}})
	want := []kg.Proof{{
		Evidence: kg.Evidence{Start: 5, End: 9, SentenceStart: 2, SentenceEnd: 24, Rule: "hand", Confidence: 900},
		Article:  d.article.ID, Page: "二版", Sentence: "𠮷野市市长𠮷田“出席”。他说：100%_好。", Quote: "市长𠮷田", Date: "2024-03-09", Printed: "2024-03-10",
	}}
	if err != nil || len(got) != 2 || diff(want, got[0].Proofs) != "" || len(got[1].Proofs) != 0 {
		t.Errorf("%v, -want +got\n%s", err, diff(want, got[0].Proofs))
	}
	other := open(t)
	m := filled(t, other, someDocuments(40))
	var facts []kg.ID
	for _, e := range m.state.graph().edges {
		facts = append(facts, e.EdgeFact().ID)
	}
	for _, q := range []kg.EvidenceQuery{
		{Page: kg.Page{First: 2}, Count: true}, {Page: kg.Page{Last: 2}}, {KnownAt: "2024-08", Page: kg.Page{First: 3}, Count: true}, {Count: true},
	} {
		want, _ := m.Evidence(background, facts, q)
		got, err := other.Evidence(background, facts, q)
		if d := diff(want, got); err != nil || d != "" {
			t.Errorf("%+v: %v, -want +got\n%s", q, err, d)
		}
		for i, id := range facts {
			if q.Page.First > 0 && want[i].Info.HasNext {
				next := q
				next.Page.After = want[i].Info.End
				w, _ := m.Evidence(background, []kg.ID{id}, next)
				g, err := other.Evidence(background, []kg.ID{id}, next)
				if d := diff(w, g); err != nil || d != "" {
					t.Errorf("%+v: %v, -want +got\n%s", next, err, d)
				}
			}
		}
	}
	evidenceBeyondPages(t, m, other)
}

// evidenceBeyondPages asks for pages that are shorter than what some of the nodes have, beside nodes that have little or aren't there.
func evidenceBeyondPages(t *testing.T, m *Model, s kg.Store) {
	t.Helper()
	ids := append(slices.Sorted(maps.Keys(m.state.graph().nodes)), "p-none")
	counts, err := m.Evidence(background, ids, kg.EvidenceQuery{Count: true})
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, p := range counts {
		total += p.Total
	}
	if total <= 2*len(ids) {
		t.Fatalf("%d claims on %d nodes: they fit into pages of one and the next", total, len(ids))
	}
	for _, q := range []kg.EvidenceQuery{
		{Page: kg.Page{First: 1}}, {Page: kg.Page{Last: 1}, Count: true}, {Page: kg.Page{First: 1}, KnownAt: "2024-08"}, {Page: kg.Page{First: 50}},
	} {
		want, err := m.Evidence(background, ids, q)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Evidence(background, ids, q)
		if d := diff(want, got); err != nil || d != "" {
			t.Errorf("%+v: %v, -want +got\n%s", q, err, d)
		}
	}
}

func testGroups(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(50))
	male := kg.Filter{Field: "gender", Op: kg.Eq, Value: "male"}
	for _, q := range []kg.GroupQuery{
		{Kind: kg.ArticleKind, By: "published", Cut: 7, Limit: 100},
		{Kind: kg.ArticleKind, By: "published", Cut: 4, Limit: 1},
		{Kind: kg.ArticleKind, By: "page", Limit: 3},
		{Kind: kg.AgreementKind, By: "sectors", Limit: 10},
		{Kind: kg.AgreementKind, By: "status", When: kg.When{AsOf: "2024-05"}, Limit: 10},
		{Kind: kg.EventKind, By: "eventType", When: kg.When{AsOf: "2024-05"}, Limit: 10},
		{Kind: kg.EventKind, By: "start", Cut: 7, When: kg.When{KnownAt: "2024-05"}, Limit: 10},
		{Kind: kg.PersonKind, By: "official", Where: male, Limit: 10},
		{Kind: kg.PersonKind, By: "aliases", Limit: 5},
		{Kind: kg.PostKind, By: "rank", Limit: 10},
		{Kind: kg.PersonKind, Edge: kg.HoldsPost, Limit: 5},
		{Kind: kg.PersonKind, Edge: kg.HoldsPost, Limit: 5, When: kg.When{AsOf: "2024-09"}},
		{Kind: kg.PlaceKind, Edge: kg.TookPlaceIn, Dir: kg.Inward, Limit: 5, When: kg.When{KnownAt: "2024-09"}},
		{Kind: kg.ArticleKind, Edge: kg.MentionsEntity, Limit: 50},
	} {
		want, err1 := m.Group(background, q)
		got, err2 := s.Group(background, q)
		if d := diff(want, got); d != "" || err1 != nil || err2 != nil || len(want) == 0 {
			t.Errorf("%+v: %v, %v, -want +got\n%s", q, err1, err2, d)
		}
	}
	for _, q := range []kg.GroupQuery{
		{Kind: kg.ArticleKind, By: "published", Limit: 0},
		{Kind: kg.ArticleKind, By: "text", Limit: 1},
		{Kind: kg.ArticleKind, Limit: 1},
		{Kind: kg.ArticleKind, By: "page", Cut: 4, Limit: 1},
		{Kind: kg.PersonKind, Edge: kg.PartOf, Limit: 1},
		{Kind: kg.PersonKind, By: "gender", When: kg.When{KnownAt: "2024"}, Limit: 1},
	} {
		_, err := s.Group(background, q)
		wantWord(t, fmt.Sprintf("%+v", q), err, kg.ErrInvalid)
	}
}
