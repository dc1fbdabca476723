package storetest

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// walkList reads a whole list page by page, forwards or backwards, and answers the ids in the order of the list.
func walkList(t testing.TB, s kg.Reader, q kg.NodeQuery, size int, backward bool) []kg.ID {
	t.Helper()
	var out []kg.ID
	q.Page = kg.Page{First: size}
	if backward {
		q.Page = kg.Page{Last: size}
	}
	for range 10000 {
		page, err := s.List(background, q)
		if err != nil {
			t.Fatal(err)
		}
		var ids []kg.ID
		for _, n := range page.Nodes {
			ids = append(ids, n.NodeHead().ID)
		}
		if backward {
			out = append(ids, out...)
			if !page.Info.HasPrevious {
				return out
			}
			q.Page.Before = page.Info.Start
			continue
		}
		out = append(out, ids...)
		if !page.Info.HasNext {
			return out
		}
		q.Page.After = page.Info.End
	}
	t.Fatal("a list without end")
	return nil
}

func testPaging(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(50))
	for _, schema := range kg.NodeKinds {
		for _, o := range schema.Orders {
			for _, reverse := range []bool{false, true} {
				q := kg.NodeQuery{Kind: schema.Kind, Order: o.Name, Reverse: reverse}
				want := walkList(t, m, q, 1000, false)
				for _, size := range []int{1, 3, 1000} {
					for _, backward := range []bool{false, true} {
						if size == 1 && len(want) > 60 {
							continue
						}
						if d := diff(want, walkList(t, s, q, size, backward)); d != "" {
							t.Errorf("%s by %s, reverse %v, %d a page, backward %v, -want +got\n%s", schema.Kind, o.Name, reverse, size, backward, d)
						}
					}
				}
			}
		}
	}
	var turn rotation
	for _, schema := range kg.EdgeKinds {
		edges := m.state.graph().edgesOf(schema.Kind)
		for _, o := range schema.Orders {
			for _, d := range []kg.Direction{kg.Out, kg.Inward} {
				for _, reverse := range []bool{false, true} {
					for _, page := range []kg.Page{{First: 2}, {Last: 2}, {First: 100}} {
						q := kg.EdgeQuery{Kind: schema.Kind, Direction: d, Order: o.Name, Reverse: reverse, Page: page, Count: true}
						sameEdges(t, m, s, fromOf(edges, d), q)
					}
				}
				filteredByOrder(t, &turn, m, s, fromOf(edges, d), kg.EdgeQuery{Kind: schema.Kind, Direction: d, Order: o.Name, Page: kg.Page{First: 3}, Count: true})
			}
		}
	}
}

// filteredByOrder asks with filters on the field by which the edges are sorted, of one node and of several, and by the order of today as
// known on a day.
func filteredByOrder(t *testing.T, turn *rotation, m, s kg.Reader, from []kg.ID, q kg.EdgeQuery) {
	t.Helper()
	schema, _ := kg.EdgeSchemaOf(q.Kind)
	order, err := schema.Order(q.Order)
	if err != nil {
		t.Fatal(err)
	}
	fd, _ := schema.Field(order.Field)
	value, ops := "2024-06", []kg.Op{kg.Gte, kg.Lte, kg.Lt, kg.Gt, kg.In, kg.Empty}
	if fd.Type == kg.Int {
		value, ops = "2", ops[:4]
	}
	var filters []kg.Filter
	for _, op := range ops {
		f := kg.Filter{Field: order.Field, Op: op, Value: value}
		filters = append(filters, f, kg.Filter{Not: &f}, kg.Filter{Or: []kg.Filter{f, {Field: "confidence", Op: kg.Gt, Value: "800"}}})
	}
	for _, q.Edge = range deal(turn, filters) {
		sameEdges(t, m, s, from[:min(len(from), 1)], q)
		sameEdges(t, m, s, from[:min(len(from), 5)], q)
	}
	q.Edge, q.When = kg.Filter{}, kg.When{KnownAt: "2024-09-01"}
	_, err = s.Edges(background, from, q)
	if fd.Fold != kg.FromKey {
		wantWord(t, "an order by what many articles say, as known on a day", err, kg.ErrInvalid)
	}
	q.AsToday = true
	sameEdges(t, m, s, from, q)
}

func testCursors(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(30))
	q := kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 2}}
	page, err := s.List(background, q)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*kg.NodeQuery){
		"another order":  func(q *kg.NodeQuery) { q.Order = "LAST_SEEN" },
		"reversed":       func(q *kg.NodeQuery) { q.Reverse = true },
		"another filter": func(q *kg.NodeQuery) { q.Where = kg.Filter{Field: "gender", Op: kg.Eq, Value: "male"} },
		"another kind":   func(q *kg.NodeQuery) { q.Kind = kg.PlaceKind },
		"another day":    func(q *kg.NodeQuery) { q.When.AsOf = "2024" },
		"no cursor":      func(q *kg.NodeQuery) { q.Page.After = "bm9uc2Vuc2U" },
		"not even text":  func(q *kg.NodeQuery) { q.Page.After = "\x00%'" },
	} {
		other := q
		other.Page.After = page.Info.End
		change(&other)
		_, err := s.List(background, other)
		wantWord(t, name, err, kg.ErrCursor)
		wantWord(t, name, err, kg.ErrInvalid)
	}
	// Edges and evidence from a cursor on, both ways.
	hub := fromOf(m.state.graph().edgesOf(kg.MentionsEntity), kg.Inward)[:5]
	for _, id := range hub {
		for _, order := range []string{"DATE", "COUNT"} {
			eq := kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Order: order, Page: kg.Page{First: 1}}
			first, err := s.Edges(background, []kg.ID{id}, eq)
			if err != nil {
				t.Fatal(err)
			}
			eq.Page.After = first[0].Info.End
			sameEdges(t, m, s, []kg.ID{id}, eq)
			eq.Page = kg.Page{Last: 1, Before: first[0].Info.End}
			sameEdges(t, m, s, []kg.ID{id}, eq)
			_, err = s.Edges(background, []kg.ID{id, "l-other"}, eq)
			wantWord(t, "a cursor of another node", err, kg.ErrCursor)
		}
	}
}

// testPagingUnderWrites reads a list page by page while documents come and go: what was there throughout is listed once,
// in order.
func testPagingUnderWrites(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	docs := someDocuments(90)
	lasting := docs[:20]
	apply(t, s, lasting...)
	q := kg.NodeQuery{Kind: kg.ArticleKind}
	want := walkList(t, s, q, 1000, false)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			chunk := docs[20+i%7*10 : 30+i%7*10]
			if _, err := s.Apply(background, chunk...); err != nil {
				t.Errorf("apply: %v", err)
				return
			}
			for _, d := range chunk[:5] {
				if err := s.Remove(background, d.ID); err != nil {
					t.Errorf("remove: %v", err)
					return
				}
			}
		}
	})
	for i := range 6 {
		got := walkList(t, s, q, 4, i%2 == 1)
		got = slices.DeleteFunc(got, func(id kg.ID) bool { return !slices.Contains(want, id) })
		if d := diff(want, got); d != "" {
			t.Errorf("while others wrote, -want +got\n%s", d)
		}
	}
	close(stop)
	wg.Wait()
	sound(t, s)
}

func testManyIDs(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(30))
	persons := walkList(t, s, kg.NodeQuery{Kind: kg.PersonKind}, 1000, false)
	const many = 10000
	ids := make([]kg.ID, many)
	for i := range ids {
		ids[i] = kg.ID(fmt.Sprintf("p-none%d", i))
		if i%3 == 0 {
			ids[i] = persons[i%len(persons)]
		}
	}
	want, _ := m.Nodes(background, ids, kg.When{})
	got, err := s.Nodes(background, ids, kg.When{})
	if d := diff(want, got); err != nil || d != "" {
		t.Errorf("nodes: %v, -want +got\n%s", err, d)
	}
	edges, err := s.Edges(background, ids, kg.EdgeQuery{Kind: kg.HoldsPost, Page: kg.Page{First: 2}, Count: true})
	if err != nil || len(edges) != many {
		t.Fatalf("%d pages, %v", len(edges), err)
	}
	one, err := m.Edges(background, ids[:30], kg.EdgeQuery{Kind: kg.HoldsPost, Page: kg.Page{First: 2}, Count: true})
	if d := diff(one, edges[:30]); err != nil || d != "" {
		t.Errorf("edges: %v, -want +got\n%s", err, d)
	}
	proofs, err := s.Evidence(background, ids, kg.EvidenceQuery{Page: kg.Page{First: 1}})
	if err != nil || len(proofs) != many {
		t.Errorf("%d pages of evidence, %v", len(proofs), err)
	}
}
