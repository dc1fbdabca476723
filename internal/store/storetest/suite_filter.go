package storetest

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// valuesOf lists values of a field worth asking for: some that are there, parts of them, and strange ones.
func valuesOf(fd *kg.Field, ptrs []any) []string {
	var out []string
	for _, p := range ptrs {
		if list, ok := p.(*[]string); ok {
			out = append(out, *list...)
			continue
		}
		out = append(out, kg.EncodeValue(p))
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) > 4 {
		out = []string{out[0], out[len(out)/3], out[len(out)/2], out[len(out)-1]}
	}
	switch fd.Type {
	case kg.Text, kg.TextList, kg.Ref:
		for _, s := range slices.Clone(out) {
			if r := []rune(s); len(r) > 1 {
				out = append(out, string(r[:1]), string(r[1:]))
			}
		}
		out = append(out, "%", "_", `\`, `"`, "'", "*", "𠮷", "", "没有")
	case kg.DateType:
		out = append(out, "2024", "2024-06", "2024-06-15", "")
	case kg.Int, kg.Number:
		out = append(out, "0", "2", "-1")
	case kg.Enum:
		out = append(out, fd.Enum[0], "")
	case kg.Bool:
		out = []string{"true", ""}
	case kg.Packed:
	}
	return out
}

// comparisons lists filters with the operators of a field whose turn it is.
func comparisons(turn *rotation, fd *kg.Field, ptrs []any) []kg.Filter {
	var out []kg.Filter
	values := valuesOf(fd, ptrs)
	for _, op := range deal(turn, fd.Type.Ops()) {
		switch op {
		case kg.In:
			out = append(out, kg.Filter{Field: fd.Name, Op: op, Values: values}, kg.Filter{Field: fd.Name, Op: op})
		case kg.Empty:
			out = append(out, kg.Filter{Field: fd.Name, Op: op, Value: "true"}, kg.Filter{Field: fd.Name, Op: op, Value: "false"})
		case kg.Eq, kg.Ne, kg.Contains, kg.Prefix, kg.Lt, kg.Lte, kg.Gt, kg.Gte, kg.Has:
			for _, v := range values {
				out = append(out, kg.Filter{Field: fd.Name, Op: op, Value: v})
			}
		}
	}
	return out
}

// testOperators asks with the operators of every field of every kind, and holds the answers against the model's.
func testOperators(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(40))
	var turn, common rotation
	for _, schema := range kg.NodeKinds {
		t.Run(string(schema.Kind), func(t *testing.T) {
			all, err := m.List(background, kg.NodeQuery{Kind: schema.Kind, Page: kg.Page{First: 1000}})
			if err != nil || len(all.Nodes) == 0 {
				t.Fatalf("nothing to ask for: %v", err)
			}
			for _, fd := range slices.Concat(deal(&common, kg.CommonNodeFields), schema.Fields) {
				var ptrs []any
				for _, n := range all.Nodes {
					_, ptr := nodeItem(n).field(fd.Name)
					ptrs = append(ptrs, ptr)
				}
				for _, f := range comparisons(&turn, &fd, ptrs) {
					sameList(t, m, s, kg.NodeQuery{Kind: schema.Kind, Where: f, Page: kg.Page{First: 5}, Count: true})
				}
			}
		})
	}
	for _, schema := range kg.EdgeKinds {
		t.Run(string(schema.Kind), func(t *testing.T) {
			edges := m.state.graph().edgesOf(schema.Kind)
			from := fromOf(edges, kg.Out)
			for _, fd := range slices.Concat(deal(&common, kg.CommonEdgeFields), schema.Fields) {
				var ptrs []any
				for _, e := range edges {
					_, ptr := edgeItem(e).field(fd.Name)
					ptrs = append(ptrs, ptr)
				}
				for _, f := range comparisons(&turn, &fd, ptrs) {
					sameEdges(t, m, s, from[:min(len(from), 6)], kg.EdgeQuery{Kind: schema.Kind, Edge: f, Page: kg.Page{First: 3}, Count: true})
				}
			}
		})
	}
}

// testLargeNumbers asks for figures that a whole number of fewer digits stands for, as it does for those from 2^53 on.
func testLargeNumbers(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	d := newDraft("大数", "2024-03-10", "大数\n总量1152921504606846976吨。")
	for i, x := range []float64{1 << 53, 1<<53 + 2, 1 << 60, 1<<60 + 256, 1e300, -1 << 60, 0.1, 3} {
		d.doc.Nodes = append(d.doc.Nodes, &kg.Observation{
			Head:      kg.Head{ID: kg.MakeIDBeside("s", d.article.ID, "figure", strconv.Itoa(i)), Kind: kg.ObservationKind, Key: strconv.Itoa(i), Name: "总量"},
			Indicator: "总量", Number: x, Published: d.article.Published, Article: d.article.ID, Start: 3, End: 5,
		})
	}
	apply(t, s, d.doc)
	m := NewModel()
	apply(t, m, d.doc)
	for _, v := range []string{"9007199254740992", "9007199254740993", "9007199254740994", "1152921504606846976", "1152921504606847000", "1.152921504606847e18", "1152921504606847232", "1e300", "-1152921504606846976", "0.1", "3"} {
		for _, f := range []kg.Filter{{Op: kg.In, Values: []string{v}}, {Op: kg.In, Values: []string{"7", v}}, {Op: kg.Eq, Value: v}, {Op: kg.Gt, Value: v}, {Op: kg.Lte, Value: v}} {
			f.Field = "number"
			sameList(t, m, s, kg.NodeQuery{Kind: kg.ObservationKind, Where: f, Page: kg.Page{First: 20}, Count: true})
		}
	}
}

func fromOf(edges []kg.Edge, d kg.Direction) []kg.ID {
	var out []kg.ID
	for _, e := range edges {
		out = append(out, here(e, d))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sameList(t failing, m, s kg.Reader, q kg.NodeQuery) {
	t.Helper()
	want, err1 := m.List(background, q)
	got, err2 := s.List(background, q)
	if d := diff(want, got); d != "" || wordOf(err1) != wordOf(err2) {
		t.Errorf("list %+v: errors %v and %v, -want +got\n%s", q, err1, err2, d)
	}
}

func sameEdges(t failing, m, s kg.Reader, from []kg.ID, q kg.EdgeQuery) {
	t.Helper()
	want, err1 := m.Edges(background, from, q)
	got, err2 := s.Edges(background, from, q)
	if d := diff(want, got); d != "" || wordOf(err1) != wordOf(err2) {
		t.Errorf("edges %+v from %v: errors %v and %v, -want +got\n%s", q, from, err1, err2, d)
	}
}

// quantified lists filters on persons by their edges, alone and joined.
func quantified(place kg.ID) []kg.Filter {
	in := kg.EdgeFilter{Kind: kg.HasJurisdiction, Node: kg.Filter{Field: "id", Op: kg.Eq, Value: string(place)}}
	posts := func(e kg.EdgeFilter) kg.EdgeFilter {
		return kg.EdgeFilter{Kind: kg.HoldsPost, Node: kg.Filter{Some: &e}}
	}
	held := posts(in)
	current := kg.EdgeFilter{Kind: kg.HoldsPost, Edge: kg.Filter{Field: "status", Op: kg.Eq, Value: "current"}, MinConfidence: 800}
	met := kg.EdgeFilter{Kind: kg.ParticipatedIn, Edge: kg.Filter{Field: "role", Op: kg.Eq, Value: "host"}}
	named := kg.EdgeFilter{Kind: kg.MentionsEntity, Direction: kg.Inward, Node: kg.Filter{Field: "published", Op: kg.Prefix, Value: "2024"}}
	return []kg.Filter{
		{Some: &held},
		{None: &held},
		{Some: &current},
		{None: &current},
		kg.All(kg.Filter{Some: &current}, kg.Filter{None: &met}),
		{Or: []kg.Filter{{Some: &met}, {Field: "official", Op: kg.Eq, Value: "true"}}},
		{Not: &kg.Filter{Some: &named}},
		{Some: &named, Field: "gender", Op: kg.Ne, Value: "male"},
		{And: []kg.Filter{{Some: &current}, {Not: &kg.Filter{Field: "scope", Op: kg.Contains, Value: "0"}}}},
		{Or: []kg.Filter{{}}},
		{Not: &kg.Filter{}},
	}
}

// testQuantifiers asks for nodes by their edges, and joins filters.
func testQuantifiers(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	m := filled(t, s, someDocuments(40))
	places, err := m.List(background, kg.NodeQuery{Kind: kg.PlaceKind, Page: kg.Page{First: 3}})
	if err != nil {
		t.Fatal(err)
	}
	for i, where := range quantified(places.Nodes[0].NodeHead().ID) {
		for _, when := range []kg.When{{}, {AsOf: "2024-06"}, {KnownAt: "2024-09-01"}, {AsOf: "2024-06", KnownAt: "2024-09-01"}} {
			t.Run(fmt.Sprint(i, when), func(t *testing.T) {
				sameList(t, m, s, kg.NodeQuery{Kind: kg.PersonKind, Where: where, When: when, Page: kg.Page{First: 30}, Count: true})
			})
		}
	}
	for _, kind := range []kg.NodeKind{kg.PersonKind, kg.OrganizationKind, kg.PlaceKind} {
		far := kg.Filter{Field: "name", Op: kg.Contains, Value: "市"}
		q := kg.EdgeQuery{Kind: kg.ParticipatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kind}, Node: far, Page: kg.Page{First: 9}, Count: true}
		sameEdges(t, m, s, fromOf(m.state.graph().edgesOf(kg.ParticipatedIn), kg.Inward), q)
	}
	for _, q := range []kg.NodeQuery{
		{Kind: "Nothing", Page: kg.Page{First: 1}},
		{Kind: kg.PersonKind},
		{Kind: kg.PersonKind, Order: "NONE", Page: kg.Page{First: 1}},
		{Kind: kg.PersonKind, Where: kg.Filter{Field: "id\" OR 1=1 --", Op: kg.Eq}, Page: kg.Page{First: 1}},
		{Kind: kg.PersonKind, Where: kg.Filter{Field: "articleCount", Op: kg.Gt, Value: "1"}, When: kg.When{KnownAt: "2024"}, Page: kg.Page{First: 1}},
		{Kind: kg.PersonKind, Order: "LAST_SEEN", When: kg.When{KnownAt: "2024"}, Page: kg.Page{First: 1}},
		{Kind: kg.PersonKind, Page: kg.Page{First: 1, Last: 1}},
		{Kind: kg.ArticleKind, Where: kg.Filter{Some: &kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{kg.NewspaperKind}}}, Page: kg.Page{First: 1}},
		{Kind: kg.ArticleKind, Where: kg.Filter{Some: &kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{}}}, Page: kg.Page{First: 1}},
	} {
		_, err := s.List(background, q)
		wantWord(t, fmt.Sprintf("list %+v", q), err, kg.ErrInvalid)
	}
}

// failing is what testing.TB and rapid.T have in common.
type failing interface {
	Helper()
	Errorf(format string, args ...any)
}
