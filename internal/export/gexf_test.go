package export_test

import (
	"bytes"
	"encoding/xml"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
)

// gexf is a file of that format as it is read.
type gexf struct {
	XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
	Graph   struct {
		Type       string `xml:"defaultedgetype,attr"`
		Attributes []struct {
			Class string `xml:"class,attr"`
			List  []struct {
				ID   string `xml:"id,attr"`
				Type string `xml:"type,attr"`
			} `xml:"attribute"`
		} `xml:"attributes"`
		Nodes []gexfElement `xml:"nodes>node"`
		Edges []gexfElement `xml:"edges>edge"`
	} `xml:"graph"`
}

type gexfElement struct {
	ID     string `xml:"id,attr"`
	Label  string `xml:"label,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Kind   string `xml:"kind,attr"`
	Values []struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	} `xml:"attvalues>attvalue"`
	Spells []gexfSpell `xml:"spells>spell"`
}

type gexfSpell struct {
	Start string `xml:"start,attr"`
	End   string `xml:"end,attr"`
}

// readGEXF writes g and reads it again.
func readGEXF(t *testing.T, g graph) gexf {
	t.Helper()
	var b bytes.Buffer
	if err := export.GEXF(t.Context(), &b, g); err != nil {
		t.Fatal(err)
	}
	var out gexf
	if err := xml.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	return out
}

// values gives the values of an element, each declared for its class.
func (g *gexf) values(t *testing.T, class string, e gexfElement) map[string]string {
	t.Helper()
	declared := map[string]bool{}
	for _, a := range g.Graph.Attributes {
		for _, attribute := range a.List {
			declared[a.Class+" "+attribute.ID] = true
		}
	}
	out := map[string]string{}
	for _, v := range e.Values {
		if _, twice := out[v.For]; twice || !declared[class+" "+v.For] {
			t.Errorf("%s: %s is there twice, or nowhere declared", e.ID, v.For)
		}
		out[v.For] = v.Value
	}
	return out
}

func TestGEXF(t *testing.T) {
	g := readGEXF(t, sample())
	if g.Graph.Type != "directed" || len(g.Graph.Nodes) != 2 || len(g.Graph.Edges) != 1 {
		t.Fatalf("%+v", g.Graph)
	}
	person, edge := g.Graph.Nodes[1], g.Graph.Edges[0]
	if person.ID != "p-1" || person.Label != "甲<b>" || edge.ID != "f-1" || edge.Source != "a-1" || edge.Target != "p-1" || edge.Kind != "MENTIONS" || edge.Spells != nil {
		t.Errorf("%+v, %+v", person, edge)
	}
	want := map[string]string{"kind": "Person", "key": "甲|乙市", "name": "甲<b>", "articleCount": "2", "firstSeen": "2025-02-26", "official": "true"}
	if diff := cmp.Diff(want, g.values(t, "node", person)); diff != "" {
		t.Error(diff)
	}
	want = map[string]string{
		"kind": "MENTIONS", "articleCount": "1", "confidence": "900", "firstDate": "2025-02-26", "count": "1", "spans": `[{"start":2,"end":3}]`,
		"evidenceCount": "1", "evidenceArticle": "a-1", "evidenceQuote": "甲", "evidenceSentence": "甲说。",
	}
	if diff := cmp.Diff(want, g.values(t, "edge", edge)); diff != "" {
		t.Error(diff)
	}
	if empty := readGEXF(t, graph{}); empty.Graph.Nodes != nil || empty.Graph.Edges != nil {
		t.Errorf("an empty graph: %+v", empty.Graph)
	}
}

// A new field of the schema is in the file, under its name or, where kinds mean different things by it, its kind's.
func TestGEXFOfEveryKind(t *testing.T) {
	g := readGEXF(t, everyKind(t))
	for i, s := range kg.NodeKinds {
		hasFields(t, string(s.Kind), slices.Concat(kg.CommonNodeFields, s.Fields), g.values(t, "node", g.Graph.Nodes[i]))
	}
	for i, s := range kg.EdgeKinds {
		hasFields(t, string(s.Kind), slices.Concat(kg.CommonEdgeFields, s.Fields), g.values(t, "edge", g.Graph.Edges[i]))
	}
}

func TestGEXFOfHostileTexts(t *testing.T) {
	const safe = "=1+1]]>\n\r\t\"'<&;,\\\ufffd\ufffd\ufffd\U0001f600"
	g := readGEXF(t, hostileGraph())
	person, said := g.Graph.Nodes[1], g.values(t, "edge", g.Graph.Edges[0])
	if person.Label != safe || g.values(t, "node", person)["name"] != safe || said["verb"] != safe || said["evidenceSentence"] != safe {
		t.Errorf("%q, %q", person, said)
	}
}

// Spells are whole days: a partial date is all days that it may mean, what isn't known is open, what can't be is left out.
func TestGEXFSpells(t *testing.T) {
	day := kg.Fact{ID: "f-1", Kind: kg.TookPlaceIn, FirstDate: "2024-02", LastDate: "2024-02"}
	for _, c := range []struct {
		name string
		edge kg.Edge
		want []gexfSpell
	}{
		{"a tenure without an end", &kg.Holds{Fact: kg.Fact{Kind: kg.HoldsPost, LastDate: "2025"}, Start: "2025-02-26"}, []gexfSpell{{"2025-02-26", ""}}},
		{"years", &kg.Holds{Fact: kg.Fact{Kind: kg.HoldsPost}, Start: "2019", End: "2024"}, []gexfSpell{{"2019-01-01", "2024-12-31"}}},
		{"an end alone", &kg.Holds{Fact: kg.Fact{Kind: kg.HoldsPost}, End: "2023-12"}, []gexfSpell{{"", "2023-12-31"}}},
		{"proposed", &kg.Holds{Fact: kg.Fact{Kind: kg.HoldsPost, FirstDate: "2025"}}, nil},
		{"an end before the start", &kg.Holds{Fact: kg.Fact{Kind: kg.HoldsPost}, Start: "2025-02", End: "2024"}, nil},
		{"a month of an event", &kg.Link{Fact: day}, []gexfSpell{{"2024-02-01", "2024-02-29"}}},
		{"dated by its printing", &kg.Link{Fact: kg.Fact{Kind: kg.LocatedIn, FirstDate: "2025"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := readGEXF(t, graph{records: []kg.Record{{Edge: c.edge}}})
			if diff := cmp.Diff(c.want, g.Graph.Edges[0].Spells); diff != "" {
				t.Error(diff)
			}
		})
	}
}
