package export

import (
	"context"
	"io"

	"github.com/baopu/baopu/internal/kg"
)

// GraphML writes the graph as GraphML: directed, with the graph's ids, every field of the schema as a typed attribute, the
// number of an edge's pieces of evidence and the first of them. A key's id is its name behind "node." or "edge.". Errors are
// those of the store or of w.
func GraphML(ctx context.Context, w io.Writer, store kg.Auditor) error {
	return dump(ctx, w, store, &graphML{
		nodes: newAttributes(nodeFields(), attribute{kindOf, textValue}, attribute{labelOf, textValue}),
		edges: newAttributes(edgeFields(), append([]attribute{{kindOf, textValue}, {labelOf, textValue}}, evidence...)...),
	})
}

// graphML is a file of that format in the making.
type graphML struct {
	unjudged
	nodes, edges *attributes
	piece        markup // of the last record, for its room
}

const (
	graphMLHead = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`
	graphMLGraph = `<graph id="baopu" edgedefault="directed">` + "\n"
	graphMLTail  = "</graph>\n</graphml>\n"
)

// graphMLTypes are the names of types in GraphML.
var graphMLTypes = map[valueType]string{textValue: "string", intValue: "int", numberValue: "double", boolValue: "boolean", listValue: "string"}

func (g *graphML) begin(w io.Writer) error {
	m := &g.piece
	m.WriteString(graphMLHead)
	for _, of := range []struct {
		name string
		list []*attribute
	}{{"node", g.nodes.all}, {"edge", g.edges.all}} {
		for _, a := range of.list {
			m.tag("key", "id", of.name+"."+a.name, "for", of.name, "attr.name", a.name, "attr.type", graphMLTypes[a.typ])
			m.WriteString("/>\n")
		}
	}
	m.WriteString(graphMLGraph)
	_, err := m.WriteTo(w)
	return err
}

func (g *graphML) node(w io.Writer, n kg.Node) error {
	h, m := n.NodeHead(), &g.piece
	m.tag("node", "id", string(h.ID))
	m.WriteByte('>')
	m.data("node", kindOf, string(h.Kind))
	m.data("node", labelOf, h.Name)
	for _, v := range g.nodes.values(string(h.Kind), kg.AllColumns(n)) {
		m.data("node", v.attribute.name, v.text)
	}
	m.WriteString("</node>\n")
	_, err := m.WriteTo(w)
	return err
}

func (g *graphML) edge(w io.Writer, e kg.Edge, proofs []kg.Proof) error {
	f, m := e.EdgeFact(), &g.piece
	m.tag("edge", "id", string(f.ID), "source", string(f.From), "target", string(f.To))
	m.WriteByte('>')
	m.data("edge", kindOf, string(f.Kind))
	m.data("edge", labelOf, string(f.Kind))
	for _, v := range g.edges.values(string(f.Kind), kg.EdgeColumns(e)) {
		m.data("edge", v.attribute.name, v.text)
	}
	for i, text := range evidenceOf(proofs) {
		m.data("edge", evidence[i].name, text)
	}
	m.WriteString("</edge>\n")
	_, err := m.WriteTo(w)
	return err
}

func (g *graphML) end(w io.Writer) error {
	_, err := io.WriteString(w, graphMLTail)
	return err
}

// data writes an attribute of a node or an edge that has a value.
func (m *markup) data(of, name, text string) {
	if text == "" {
		return
	}
	m.tag("data", "key", of+"."+name)
	m.WriteByte('>')
	m.text(text)
	m.WriteString("</data>")
}
