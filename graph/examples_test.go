package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/examples"
	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

var update = flag.Bool("update", false, "write the golden answers anew")

// A look-up finds what is called so in traditional characters, with another middle dot or a space too.
func TestLookupsGoByTheNormalForm(t *testing.T) {
	s := sampled(t)
	if _, err := s.Apply(context.Background(), dotted()); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		`{a: place(path: "內蒙古自治區烏海市") {name}}`:             "乌海市",
		`{a: place(path: "内蒙古自治区乌海市") {name}}`:             "乌海市",
		`{a: place(name: "烏海市") {name}}`:                   "乌海市",
		`{a: person(name: "艾尔肯•吐尼亚孜") {name}}`:             "艾尔肯·吐尼亚孜",
		`{a: person(name: "艾爾肯 ・ 吐尼亞孜") {name}}`:           "艾尔肯·吐尼亚孜",
		`{a: person(name: "老艾爾肯‧吐尼亞孜") {name}}`:            "艾尔肯·吐尼亚孜",
		`{a: post(title: "市人民政府市长", place: "乌海市") {name}}`: "乌海市长",
		`{a: post(title: "市長", place: "烏海市") {name}}`:      "乌海市长",
	} {
		got := ask(t, s, query, nil)
		if a, _ := got["data"].(map[string]any)["a"].(map[string]any); a["name"] != want {
			t.Errorf("%s: %v, want %s", query, got, want)
		}
	}
}

// dotted is a document of a person whose names have a middle dot.
func dotted() *kg.Document {
	ev := kg.Evidence{End: 2, SentenceEnd: 5, Rule: "test", Confidence: 900}
	article, person := kg.MakeID("a", "点"), kg.MakeID("p", "点")
	return &kg.Document{
		ID: kg.MakeID("d", "点"), Reader: "test", Source: kg.Source{Name: "点", Format: "record", Text: "点。出席。", Date: "2025-02-26"},
		Nodes: []kg.Node{
			&kg.Article{Head: kg.Head{ID: article, Kind: kg.ArticleKind, Name: "点"}, Title: "点", Text: "点。出席。", Published: "2025-02-26", ArticleType: "article", Cluster: "点", Document: kg.MakeID("d", "点")},
			&kg.Person{Head: kg.Head{ID: person, Kind: kg.PersonKind, Key: "艾尔肯·吐尼亚孜@新疆维吾尔自治区"}},
		},
		Claims: []kg.Claim{
			kg.Attr(article, person, "name", "艾尔肯·吐尼亚孜", ev), kg.Attr(article, person, "aliases", "老艾尔肯·吐尼亚孜", ev),
		},
	}
}

// sampled is a store that holds the sample page.
func sampled(t testing.TB) kg.Store {
	t.Helper()
	s := opened(t)
	m, err := source.ParseManifest(sample.ManifestName, sample.Manifest)
	if err != nil {
		t.Fatal(err)
	}
	said, _ := m.Of(sample.Name)
	page := document.Source{Name: sample.Name, Format: document.Page, Text: sample.Page, Said: said}
	if _, err := loader.Sources(context.Background(), s, []document.Source{page}, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	return s
}

// says is what the answer of an example must say, whatever else changes in it.
var says = map[string][]string{
	"01-secretary":  {`"name":"周金星"`, `"sentence":"市委书记周金星主持会议并讲话`, `"path":"内蒙古自治区乌海市"`},
	"02-posts":      {`"title":"市长"`, `"title":"市委副书记"`, `市长崔景英`},
	"03-agreements": {"北京市东城区与内蒙古自治区乌海市全面合作框架协议", `"count":9`, `"date":"2025-02-25"`, "教育", `"supplementedBy":{"nodes":[{"title"`},
	"04-talks":      {`"role":"HOST"`, `"role":"SPEAKER"`, "孙新军", "程重重"},
	"05-paths":      {`"孙新军"`, `"程重重"`, `"none":[]`, "程重重分别参加座谈会"},
	"06-mentions":   {`"totalCount":3`, `"count":15`},
	"07-figures":    {"乌海机场", "乌海车务段", `"value":"190100"`, `"unit":"架次"`},
	"08-quotes":     {"借此东风", `"title":"局长"`},
	"09-search":     {`"name":"周金星"`, `"highlights":[{"start":0,"end":3}]`, `"name":"东城区"`},
	"10-around":     {`"name":"周金星"`, `"timeline":[{"date":"2025-02-2`},
	"11-candidates": {`"a":{"id":"g-`, `"name":"专项合作协议"`, `"kind":"PARTIES","note":"2 parties are the same"`},
}

func TestExamples(t *testing.T) {
	s := sampled(t)
	for _, q := range examples.Queries() {
		t.Run(q.Name, func(t *testing.T) {
			if !strings.HasPrefix(q.Text, "# ") {
				t.Error("its first line doesn't say what it asks")
			}
			var variables map[string]any
			if q.Variables != "" {
				if err := json.Unmarshal([]byte(q.Variables), &variables); err != nil {
					t.Fatal(err)
				}
			}
			raw, err := graph.Execute(context.Background(), s, q.Text, variables, "")
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range append(says[q.Name], `{"data":{`) {
				if !strings.Contains(string(raw), want) {
					t.Errorf("the answer doesn't say %s: %s", want, raw)
				}
			}
			golden(t, filepath.Join("..", "testdata", "answers", q.Name+".json"), raw)
		})
	}
	if len(examples.Queries()) != len(says) {
		t.Errorf("%d examples, %d held to what they must say", len(examples.Queries()), len(says))
	}
}

func golden(t *testing.T, path string, raw []byte) {
	t.Helper()
	var got bytes.Buffer
	if err := json.Indent(&got, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	got.WriteByte('\n')
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got.String()); d != "" {
		t.Errorf("%s (go test ./graph -update writes it anew): %s", path, d)
	}
}
