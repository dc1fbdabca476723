package export

import (
	"context"
	"io"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// GEXF writes the graph as GEXF 1.3: what GraphML has, and the times of edges that are dated by when they hold (tenures, what
// happens at events, agreements) as spells, so that Gephi's timeline shows who was where when. Errors are those of the store or of w.
func GEXF(ctx context.Context, w io.Writer, store kg.Auditor) error {
	return dump(ctx, w, store, &gexf{
		nodes: newAttributes(nodeFields(), attribute{kindOf, textValue}),
		edges: newAttributes(edgeFields(), append([]attribute{{kindOf, textValue}}, evidence...)...),
	})
}

// gexf is a file of that format in the making.
type gexf struct {
	unjudged
	nodes, edges *attributes
	inEdges      bool
	piece        markup // of the last record, for its room
}

const (
	gexfHead = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
`
	gexfEdges = "</nodes>\n<edges>\n"
	gexfTail  = "</edges>\n</graph>\n</gexf>\n"
)

// gexfTypes are the names of types in GEXF.
var gexfTypes = map[valueType]string{textValue: "string", intValue: "integer", numberValue: "double", boolValue: "boolean", listValue: "string"}

func (g *gexf) begin(w io.Writer) error {
	m := &g.piece
	m.WriteString(gexfHead)
	for _, of := range []struct {
		class string
		list  []*attribute
	}{{"node", g.nodes.all}, {"edge", g.edges.all}} {
		m.tag("attributes", "class", of.class, "mode", "static")
		m.WriteString(">\n")
		for _, a := range of.list {
			m.tag("attribute", "id", a.name, "title", a.name, "type", gexfTypes[a.typ])
			m.WriteString("/>\n")
		}
		m.WriteString("</attributes>\n")
	}
	m.WriteString("<nodes>\n")
	_, err := m.WriteTo(w)
	return err
}

func (g *gexf) node(w io.Writer, n kg.Node) error {
	h, m := n.NodeHead(), &g.piece
	m.tag("node", "id", string(h.ID), "label", h.Name)
	m.WriteString("><attvalues>")
	m.attvalue(kindOf, string(h.Kind))
	for _, v := range g.nodes.values(string(h.Kind), kg.AllColumns(n)) {
		m.attvalue(v.attribute.name, v.text)
	}
	m.WriteString("</attvalues></node>\n")
	_, err := m.WriteTo(w)
	return err
}

func (g *gexf) edge(w io.Writer, e kg.Edge, proofs []kg.Proof) error {
	f, m := e.EdgeFact(), &g.piece
	g.toEdges()
	m.tag("edge", "id", string(f.ID), "source", string(f.From), "target", string(f.To), "kind", string(f.Kind), "label", string(f.Kind))
	m.WriteString("><attvalues>")
	m.attvalue(kindOf, string(f.Kind))
	for _, v := range g.edges.values(string(f.Kind), kg.EdgeColumns(e)) {
		m.attvalue(v.attribute.name, v.text)
	}
	for i, text := range evidenceOf(proofs) {
		m.attvalue(evidence[i].name, text)
	}
	m.WriteString("</attvalues>")
	m.spell(interval(e))
	m.WriteString("</edge>\n")
	_, err := m.WriteTo(w)
	return err
}

func (g *gexf) end(w io.Writer) error {
	g.toEdges()
	g.piece.WriteString(gexfTail)
	_, err := g.piece.WriteTo(w)
	return err
}

// toEdges goes on from the nodes to the edges, once.
func (g *gexf) toEdges() {
	if !g.inEdges {
		g.piece.WriteString(gexfEdges)
	}
	g.inEdges = true
}

// attvalue writes an attribute of a node or an edge that has a value.
func (m *markup) attvalue(name, text string) {
	if text == "" {
		return
	}
	m.tag("attvalue", "for", name, "value", text)
	m.WriteString("/>")
}

// spell writes when an edge holds; an end that isn't known stays open.
func (m *markup) spell(from, to string) {
	if from == "" && to == "" || from != "" && to != "" && from > to {
		return
	}
	m.WriteString("<spells>")
	m.tag("spell")
	if from != "" {
		m.WriteString(` start="` + from + `"`)
	}
	if to != "" {
		m.WriteString(` end="` + to + `"`)
	}
	m.WriteString("/></spells>")
}

// interval is the first and the last day of an edge, "" for one that isn't known or for an edge that isn't dated.
func interval(e kg.Edge) (from, to string) {
	if h, ok := e.(*kg.Holds); ok {
		return firstDay(h.Start), lastDay(h.End)
	}
	f := e.EdgeFact()
	if s, ok := kg.EdgeSchemaOf(f.Kind); ok && s.Dated {
		return firstDay(f.FirstDate), lastDay(f.LastDate)
	}
	return "", ""
}

// firstDay is the first day that d may mean: GEXF has whole days alone.
func firstDay(d kg.Date) string {
	switch d.Precision() {
	case "year":
		return string(d) + "-01-01"
	case "month":
		return string(d) + "-01"
	}
	return string(d)
}

// lastDay is the last day that d may mean.
func lastDay(d kg.Date) string {
	switch d.Precision() {
	case "year":
		return string(d) + "-12-31"
	case "month":
		month, err := time.Parse("2006-01", string(d))
		if err != nil {
			return ""
		}
		return month.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return string(d)
}
