package export_test

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
)

// graphML is a file of that format as it is read.
type graphML struct {
	XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphMLKey `xml:"key"`
	Graph   struct {
		Default string           `xml:"edgedefault,attr"`
		Nodes   []graphMLElement `xml:"node"`
		Edges   []graphMLElement `xml:"edge"`
	} `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLElement struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key  string `xml:"key,attr"`
		Text string `xml:",chardata"`
	} `xml:"data"`
}

// readGraphML writes g and reads it again.
func readGraphML(t *testing.T, g graph) graphML {
	t.Helper()
	var b bytes.Buffer
	if err := export.GraphML(t.Context(), &b, g); err != nil {
		t.Fatal(err)
	}
	var out graphML
	if err := xml.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	return out
}

// values gives the data of an element by name, each once and of its key's type.
func (g *graphML) values(t *testing.T, of string, e graphMLElement) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, d := range e.Data {
		i := slices.IndexFunc(g.Keys, func(k graphMLKey) bool { return k.ID == d.Key && k.For == of })
		if i < 0 {
			t.Fatalf("%s: no key %s", e.ID, d.Key)
		}
		k := g.Keys[i]
		if _, ok := out[k.Name]; ok {
			t.Errorf("%s has %s twice", e.ID, k.Name)
		}
		out[k.Name] = d.Text
		var err error
		switch k.Type {
		case "int":
			_, err = strconv.ParseInt(d.Text, 10, 32)
		case "double":
			_, err = strconv.ParseFloat(d.Text, 64)
		case "boolean":
			_, err = strconv.ParseBool(d.Text)
		}
		if err != nil {
			t.Errorf("%s: %s is no %s: %v", e.ID, k.Name, k.Type, err)
		}
	}
	return out
}

func TestGraphML(t *testing.T) {
	g := readGraphML(t, sample())
	if g.Graph.Default != "directed" || len(g.Graph.Nodes) != 2 || len(g.Graph.Edges) != 1 {
		t.Fatalf("%+v", g.Graph)
	}
	person, edge := g.Graph.Nodes[1], g.Graph.Edges[0]
	if person.ID != "p-1" || edge.ID != "f-1" || edge.Source != "a-1" || edge.Target != "p-1" {
		t.Errorf("ids: %s, %s: %s → %s", person.ID, edge.ID, edge.Source, edge.Target)
	}
	want := map[string]string{"kind": "Person", "label": "甲<b>", "key": "甲|乙市", "name": "甲<b>", "articleCount": "2", "firstSeen": "2025-02-26", "official": "true"}
	if diff := cmp.Diff(want, g.values(t, "node", person)); diff != "" {
		t.Error(diff)
	}
	want = map[string]string{
		"kind": "MENTIONS", "label": "MENTIONS", "articleCount": "1", "confidence": "900", "firstDate": "2025-02-26", "count": "1", "spans": `[{"start":2,"end":3}]`,
		"evidenceCount": "1", "evidenceArticle": "a-1", "evidenceQuote": "甲", "evidenceSentence": "甲说。",
	}
	if diff := cmp.Diff(want, g.values(t, "edge", edge)); diff != "" {
		t.Error(diff)
	}
}

// A new field of the schema is in the file, under its name or, where kinds mean different things by it, its kind's.
func TestGraphMLOfEveryKind(t *testing.T) {
	g := readGraphML(t, everyKind(t))
	for _, k := range g.Keys {
		if !regexp.MustCompile(`^[0-9A-Za-z._-]+$`).MatchString(k.ID) { // xs:NMTOKEN, as the schema wants it
			t.Errorf("key %q", k.ID)
		}
	}
	for i, s := range kg.NodeKinds {
		fields := slices.Concat(kg.CommonNodeFields, s.Fields)
		hasFields(t, string(s.Kind), fields, g.values(t, "node", g.Graph.Nodes[i]))
		g.hasTypes(t, "node", g.Graph.Nodes[i], fields)
	}
	for i, s := range kg.EdgeKinds {
		fields := slices.Concat(kg.CommonEdgeFields, s.Fields)
		hasFields(t, string(s.Kind), fields, g.values(t, "edge", g.Graph.Edges[i]))
		g.hasTypes(t, "edge", g.Graph.Edges[i], fields)
	}
}

// hasTypes holds the types of an element's keys against the schema's.
func (g *graphML) hasTypes(t *testing.T, of string, e graphMLElement, fields []kg.Field) {
	t.Helper()
	types := map[kg.FieldType]string{kg.Int: "int", kg.Number: "double", kg.Bool: "boolean"}
	for _, d := range e.Data {
		k := g.Keys[slices.IndexFunc(g.Keys, func(k graphMLKey) bool { return k.ID == d.Key && k.For == of })]
		i := slices.IndexFunc(fields, func(f kg.Field) bool { return k.Name == f.Name || strings.HasSuffix(k.Name, "."+f.Name) })
		if i < 0 {
			continue // beside the schema
		}
		want, typed := types[fields[i].Type]
		if !typed {
			want = "string"
		}
		if k.Type != want {
			t.Errorf("%s: %s is a %s, want %s", e.ID, k.Name, k.Type, want)
		}
	}
}

func hasFields(t *testing.T, kind string, fields []kg.Field, values map[string]string) {
	t.Helper()
	if values["kind"] != kind {
		t.Errorf("kind %q, want %s", values["kind"], kind)
	}
	for _, f := range fields {
		if f.Name == "id" || f.Name == "nameKey" {
			continue
		}
		if values[f.Name] == "" && values[kind+"."+f.Name] == "" {
			t.Errorf("%s: no %s in %v", kind, f.Name, values)
		}
	}
}

// hostile is what a text may hold that a format has other uses for.
const hostile = "=1+1]]>\n\r\t\"'<&;,\\\u0000\u000b\ufffe\U0001f600"

// hostileGraph is a person of that name and a tie of it.
func hostileGraph() graph {
	person := &kg.Person{Head: kg.Head{ID: "p-1", Kind: kg.PersonKind, Name: hostile}, Aliases: []string{hostile, "b;c"}}
	said := &kg.Said{Fact: kg.Fact{ID: "f-1", Kind: kg.SaidIn, From: "p-1", To: "a-1"}, Verb: hostile}
	return graph{records: []kg.Record{
		{Node: &kg.Article{Head: kg.Head{ID: "a-1", Kind: kg.ArticleKind}, Text: hostile}},
		{Node: person},
		{Edge: said, Proofs: []kg.Proof{{Article: "a-1", Sentence: hostile, Quote: hostile}}},
	}}
}

func TestGraphMLOfHostileTexts(t *testing.T) {
	const safe = "=1+1]]>\n\r\t\"'<&;,\\\ufffd\ufffd\ufffd\U0001f600"
	g := readGraphML(t, hostileGraph())
	person := g.values(t, "node", g.Graph.Nodes[1])
	said := g.values(t, "edge", g.Graph.Edges[0])
	if person["name"] != safe || g.values(t, "node", g.Graph.Nodes[0])["text"] != safe || said["verb"] != safe || said["evidenceSentence"] != safe {
		t.Errorf("%q, %q", person, said)
	}
	if want := "=1+1]]>\n\r\t\"'<&；,\\\ufffd\ufffd\ufffd\U0001f600;b；c"; person["aliases"] != want {
		t.Errorf("a list: %q, want %q", person["aliases"], want)
	}
}
