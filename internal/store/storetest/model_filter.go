package storetest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// item is a node or an edge with its fields.
type item struct {
	node  kg.Node // nil for an edge
	field func(string) (*kg.Field, any)
}

func nodeItem(n kg.Node) item {
	s, _ := kg.NodeSchemaOf(n.NodeHead().Kind)
	names := append(slices.Clone(kg.CommonNodeFields), s.Fields...)
	return item{n, finder(names, kg.AllColumns(n))}
}

func edgeItem(e kg.Edge) item {
	s, _ := kg.EdgeSchemaOf(e.EdgeFact().Kind)
	names := append(slices.Clone(kg.CommonEdgeFields), s.Fields...)
	return item{nil, finder(names, kg.EdgeColumns(e))}
}

func finder(fields []kg.Field, ptrs []any) func(string) (*kg.Field, any) {
	return func(name string) (*kg.Field, any) {
		for i := range fields {
			if fields[i].Name == name {
				return &fields[i], ptrs[i]
			}
		}
		return nil, nil
	}
}

func (g *graph) matches(f *kg.Filter, it item, when kg.When) bool {
	if f.IsZero() {
		return true
	}
	for i := range f.And {
		if !g.matches(&f.And[i], it, when) {
			return false
		}
	}
	if len(f.Or) > 0 && !slices.ContainsFunc(f.Or, func(x kg.Filter) bool { return g.matches(&x, it, when) }) {
		return false
	}
	switch {
	case f.Not != nil && g.matches(f.Not, it, when):
		return false
	case f.Field != "" && !compare(f, it):
		return false
	case f.Some != nil && !g.some(f.Some, it.node, when):
		return false
	case f.None != nil && g.some(f.None, it.node, when):
		return false
	}
	return true
}

func compare(f *kg.Filter, it item) bool {
	fd, ptr := it.field(f.Field)
	if fd == nil {
		return false
	}
	if list, ok := ptr.(*[]string); ok {
		if f.Op == kg.Has {
			return slices.Contains(*list, f.Value)
		}
		return (len(*list) == 0) == (f.Value == "true")
	}
	if fd.Type == kg.Int || fd.Type == kg.Number {
		return compareNumbers(f, number(kg.EncodeValue(ptr)))
	}
	s := kg.EncodeValue(ptr)
	if s == "" && slices.Contains([]kg.Op{kg.Lt, kg.Lte, kg.Gt, kg.Gte}, f.Op) {
		return false // an unknown date
	}
	switch f.Op {
	case kg.Eq:
		return s == f.Value
	case kg.Ne:
		return s != f.Value
	case kg.In:
		return slices.Contains(f.Values, s)
	case kg.Contains:
		return strings.Contains(s, f.Value)
	case kg.Prefix:
		return strings.HasPrefix(s, f.Value)
	case kg.Lt:
		return s < f.Value
	case kg.Lte:
		return s <= kg.Date(f.Value).Last()
	case kg.Gt:
		return s > f.Value
	case kg.Gte:
		return s >= f.Value
	case kg.Empty:
		return (s == "") == (f.Value == "true")
	case kg.Has:
	}
	return false
}

func number(s string) float64 {
	x, _ := strconv.ParseFloat(s, 64)
	return x
}

func compareNumbers(f *kg.Filter, x float64) bool {
	v := number(f.Value)
	switch f.Op {
	case kg.Eq:
		return x == v
	case kg.Ne:
		return x != v
	case kg.In:
		return slices.ContainsFunc(f.Values, func(s string) bool { return number(s) == x })
	case kg.Lt:
		return x < v
	case kg.Lte:
		return x <= v
	case kg.Gt:
		return x > v
	case kg.Gte:
		return x >= v
	case kg.Contains, kg.Prefix, kg.Has, kg.Empty:
	}
	return false
}

func (g *graph) some(f *kg.EdgeFilter, n kg.Node, when kg.When) bool {
	kinds, err := f.FarKinds()
	must(err)
	for _, e := range g.edgesAt(n.NodeHead().ID, f.Kind) {
		if here(e, f.Direction) != n.NodeHead().ID || e.EdgeFact().Confidence < f.MinConfidence {
			continue
		}
		far := g.nodes[here(e, 1-f.Direction)]
		if slices.Contains(kinds, far.NodeHead().Kind) && g.counts(e, &f.Edge, when) && g.nodeCounts(far, &f.Node, when) {
			return true
		}
	}
	return false
}

// here is the end of e from which it is followed in direction d.
func here(e kg.Edge, d kg.Direction) kg.ID {
	if d == kg.Inward {
		return e.EdgeFact().To
	}
	return e.EdgeFact().From
}

func (g *graph) counts(e kg.Edge, f *kg.Filter, when kg.When) bool {
	at := when.EdgeFilter(e.EdgeFact().Kind)
	if s, _ := kg.EdgeSchemaOf(e.EdgeFact().Kind); when.AsOf != "" && when.KnownAt != "" && s.Dated {
		return g.matches(f, edgeItem(e), when) && string(e.EdgeFact().FirstPublished) <= when.KnownAt.Last() && g.countedThen(e, when)
	}
	return g.matches(f, edgeItem(e), when) && g.matches(&at, edgeItem(e), when)
}

// countedThen says whether e counts on a day by what was known on another.
func (g *graph) countedThen(e kg.Edge, when kg.When) bool {
	then := g.edgeKnownAt(e, when.KnownAt)
	if h, ok := then.(*kg.Holds); ok {
		_, held := h.HeldOn(when.AsOf)
		return held
	}
	return string(then.EdgeFact().FirstDate) <= when.AsOf.Last()
}

func (g *graph) nodeCounts(n kg.Node, f *kg.Filter, when kg.When) bool {
	at := when.NodeFilter(n.NodeHead().Kind)
	return g.matches(f, nodeItem(n), when) && g.matches(&at, nodeItem(n), when)
}
