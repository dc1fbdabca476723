package storetest

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

func compareIDs(a, b kg.ID) int { return cmp.Compare(a, b) }

// copyColumns sets what to points to from what from points to.
func copyColumns(to, from []any) {
	for i := range to {
		if list, ok := from[i].(*[]string); ok {
			*to[i].(*[]string) = slices.Clone(*list)
			continue
		}
		if err := kg.DecodeValue(to[i], kg.EncodeValue(from[i])); err != nil {
			panic(err) // what EncodeValue wrote
		}
	}
}

func copyNode(n kg.Node) kg.Node {
	if n == nil {
		return nil
	}
	s, _ := kg.NodeSchemaOf(n.NodeHead().Kind)
	c := s.New()
	*c.NodeHead() = *n.NodeHead()
	copyColumns(c.Columns(), n.Columns())
	return c
}

func copyEdge(e kg.Edge) kg.Edge {
	s, _ := kg.EdgeSchemaOf(e.EdgeFact().Kind)
	c := s.New()
	*c.EdgeFact() = *e.EdgeFact()
	copyColumns(c.Columns(), e.Columns())
	return c
}

func copyDocument(d *kg.Document) *kg.Document {
	c := *d
	c.Nodes = make([]kg.Node, len(d.Nodes))
	for i, n := range d.Nodes {
		c.Nodes[i] = copyNode(n)
	}
	c.Claims = slices.Clone(d.Claims)
	for i := range c.Claims {
		c.Claims[i].Values = slices.Clone(c.Claims[i].Values)
	}
	return &c
}

// sameDocument says whether two states of a document are one: the same reader, source, claims and nodes, in which raw
// nodes count by their keys.
func sameDocument(a, b *kg.Document) bool {
	return digest(a) == digest(b)
}

func digest(d *kg.Document) string {
	var owned []kg.Node
	var raw []string
	for _, n := range d.Nodes {
		if s, _ := kg.NodeSchemaOf(n.NodeHead().Kind); s.Owned {
			owned = append(owned, n)
		} else {
			raw = append(raw, string(n.NodeHead().ID)+kg.KeyText(n))
		}
	}
	slices.Sort(raw)
	b, err := json.Marshal([]any{d.Reader, d.Source, owned, raw, d.Claims})
	if err != nil {
		panic(err) // plain structs
	}
	return string(b)
}
