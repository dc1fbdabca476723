package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/storetest"
	"github.com/baopu/baopu/internal/web"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

// filled is a store that holds the sample page and, since it hasn't facts of every kind, generated articles and one by hand.
func filled(t *testing.T) kg.Store {
	t.Helper()
	s, err := store.Open(t.Context(), "sqlite::memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	m, err := source.ParseManifest(sample.ManifestName, sample.Manifest)
	if err != nil {
		t.Fatal(err)
	}
	said, _ := m.Of(sample.Name)
	page := document.Source{Name: sample.Name, Format: document.Page, Text: sample.Page, Said: said}
	if _, err := loader.Sources(t.Context(), s, []document.Source{page}, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), append(storetest.Generate(1, 40), signed())...); err != nil {
		t.Fatal(err)
	}
	return s
}

// signed is a document in which a person signs: its title would be markup if a page took it for that, and its text has a
// character of two UTF-16 units.
func signed() *kg.Document {
	const title, body = "<img src=x onerror=alert(1)>", "𠮷野签署协议。"
	start := len([]rune(title)) + 1
	ev := kg.Evidence{Start: start, End: start + 2, SentenceStart: start, SentenceEnd: start + 7, Rule: "test", Confidence: 900}
	article, person, agreement := kg.MakeID("a", "签"), kg.MakeID("p", "签"), kg.MakeID("g", "签")
	return &kg.Document{
		ID: kg.MakeID("d", "签"), Reader: "test", Source: kg.Source{Name: "签", Format: "record", Text: title + "\n" + body, Date: "2025-02-26"},
		Nodes: []kg.Node{
			&kg.Article{
				Head: kg.Head{ID: article, Kind: kg.ArticleKind, Name: title}, Title: title, Text: title + "\n" + body, Published: "2025-02-26",
				ArticleType: "article", Cluster: "签", Document: kg.MakeID("d", "签"),
			},
			&kg.Person{Head: kg.Head{ID: person, Kind: kg.PersonKind, Key: "𠮷野"}},
			&kg.Agreement{Head: kg.Head{ID: agreement, Kind: kg.AgreementKind, Key: "协议"}},
		},
		Claims: []kg.Claim{
			kg.Attr(article, person, "name", "𠮷野", ev), kg.Attr(article, agreement, "name", "协议", ev),
			kg.Say(article, &kg.Party{Fact: kg.Fact{Kind: kg.PartyTo, From: person, To: agreement}, Side: 1}, "2025-02-26", ev),
		},
	}
}

func answer(t *testing.T, s kg.Store, query string, variables map[string]any) map[string]any {
	t.Helper()
	raw, err := graph.Execute(context.Background(), s, query, variables, "")
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Data   map[string]any
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	for _, e := range got.Errors {
		t.Fatalf("%s: %s", query, e.Message)
	}
	return got.Data
}

// lists is what each list of facts shows, by the name of its query: the nodes that have such facts, as a root field and a
// field along an edge of the schema. The page asks each list of a node by the id.
var lists = map[string]struct{ nodes, field string }{
	"PersonPosts": {"people", "posts"}, "PersonEvents": {"people", "events"}, "PersonAgreements": {"people", "agreements"},
	"PersonQuotes": {"people", "quotes"}, "PersonArticles": {"people", "articles"},
	"PlacePosts": {"places", "posts"}, "PlaceAgreements": {"places", "agreements"}, "PlaceEvents": {"places", "eventsHere"},
	"PlaceParticipations": {"places", "events"}, "PlaceOrganizations": {"places", "organizations"}, "PlaceParts": {"places", "places"},
	"PlaceFigures": {"places", "observations"}, "PlaceArticles": {"places", "articles"},
	"PostHolders": {"posts", "holders"}, "PostArticles": {"posts", "articles"},
	"OrganizationPosts": {"organizations", "posts"}, "OrganizationAgreements": {"organizations", "agreements"},
	"OrganizationEvents": {"organizations", "events"}, "OrganizationParts": {"organizations", "subordinates"},
	"OrganizationFigures": {"organizations", "observations"}, "OrganizationArticles": {"organizations", "articles"},
	"AgreementParties": {"agreements", "parties"}, "AgreementEvents": {"agreements", "signedAt"},
	"AgreementSupplements": {"agreements", "supplements"}, "AgreementSupplemented": {"agreements", "supplementedBy"},
	"AgreementArticles": {"agreements", "articles"},
	"EventParticipants": {"events", "participants"}, "EventAgreements": {"events", "agreements"}, "EventWhole": {"events", "partOf"},
	"EventParts": {"events", "parts"}, "EventArticles": {"events", "articles"},
}

// Each list has rows, each with a sentence, in the largest pages that the page asks for, and goes on behind a cursor.
func TestExplorerLists(t *testing.T) {
	s := filled(t)
	for name, l := range lists {
		t.Run(name, func(t *testing.T) {
			some := fmt.Sprintf(`{all: %s(first: 1, where: {%s: {some: {}}}) {nodes {id}}}`, l.nodes, l.field)
			id := at(t, answer(t, s, some, nil), "all", "nodes", 0, "id")
			variables := map[string]any{"id": id, "first": 20, "proofs": 50, "title": ""}
			list := first(answer(t, s, text(t, name), variables))["list"]
			if n := at(t, list, "totalCount").(float64); n < 1 {
				t.Fatalf("%v rows", n)
			}
			proofs := []any{"edges", 0, "evidence", "nodes", 0, "sentence"}
			if strings.HasSuffix(name, "Posts") && name != "PersonPosts" {
				proofs = []any{"edges", 0, "node", "holders", "edges", 0, "evidence", "nodes", 0, "sentence"}
			}
			if said, _ := at(t, list, proofs...).(string); said == "" {
				t.Errorf("no sentence: %v", list)
			}
			variables["after"] = at(t, list, "edges", 0, "cursor")
			rest := at(t, first(answer(t, s, text(t, name), variables)), "list", "edges").([]any)
			if n := len(at(t, list, "edges").([]any)); n < 20 && len(rest) != n-1 {
				t.Errorf("%d rows behind the first of %d", len(rest), n)
			}
		})
	}
}

// text is a query of the page.
func text(t *testing.T, name string) string {
	t.Helper()
	i := slices.IndexFunc(web.Queries(), func(q web.Query) bool { return q.Name == name })
	if i < 0 {
		t.Fatalf("no query %s", name)
	}
	return web.Queries()[i].Text
}

// first is the value of an answer with one field.
func first(data map[string]any) map[string]any {
	for _, v := range data {
		out, _ := v.(map[string]any)
		return out
	}
	return nil
}

// at follows keys and numbers into an answer.
func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for _, step := range path {
		switch step := step.(type) {
		case string:
			v = v.(map[string]any)[step]
		case int:
			list := v.([]any)
			if len(list) <= step {
				t.Fatalf("%v: %d rows at %v", path, len(list), step)
			}
			v = list[step]
		}
	}
	return v
}

// Every other query of the page answers about the sample what a reader looks for.
func TestExplorerAnswers(t *testing.T) {
	s := filled(t)
	one := func(query string) any {
		t.Helper()
		return first(answer(t, s, "{"+query+" {id}}", nil))["id"]
	}
	visit := one(`article(title: "北京东城区党政代表团来乌海考察并签署两地全面合作框架协议")`)
	signing := at(t, answer(t, s, `{events(first: 1, where: {eventType: {eq: SIGNING}, start: {eq: "2025-02-25"}}) {nodes {id}}}`, nil), "events", "nodes", 0, "id")
	for _, c := range []struct {
		query     string
		variables map[string]any
		says      []string
	}{
		{"Stats", nil, []string{`"lastPublished":"`, `"type":"PERSON"`}},
		{"Latest", map[string]any{"first": 20}, []string{`"newspaper":{"name":"`}},
		{"Suggest", map[string]any{"query": "zjx", "texts": true}, []string{`"name":"周金星"`, `"name":"乌海市委书记"`}},
		{"Search", map[string]any{"query": "烏海市長", "first": 30}, []string{`"name":"乌海市长"`, `"name":"崔景英"`, `"placePath":"内蒙古自治区乌海市"`}},
		{"SearchMore", map[string]any{"query": "乌海", "types": []string{"ARTICLE"}, "first": 1}, []string{`"hasNextPage":true`, `"title":"`}},
		{"Person", map[string]any{"id": one(`person(name: "崔景英")`)}, []string{`"scope":"内蒙古自治区乌海市"`}},
		{"Place", map[string]any{"id": one(`place(path: "内蒙古自治区乌海市")`)}, []string{`"code":"150300"`, `"parent":{`}},
		{"Post", map[string]any{"id": one(`post(title: "市长", place: "内蒙古自治区乌海市")`)}, []string{`"place":{`}},
		{"Organization", map[string]any{"id": one(`organization(name: "乌海车务段")`)}, []string{`"orgType":"`}},
		{"Agreement", map[string]any{"id": one(`agreement(title: "北京市东城区与内蒙古自治区乌海市全面合作框架协议")`)}, []string{`"date":"2025-02-25"`, `"教育"`}},
		{"Event", map[string]any{"id": signing}, []string{`"eventType":"SIGNING"`, `"name":"乌海市"`}},
		{"Article", map[string]any{"id": visit}, []string{`"kind":"TITLE"`, `"name":"乌海日报"`, `"role":"REPORTER"`}},
		{
			"ArticleFacts",
			map[string]any{"id": visit, "day": "2025-02-26", "by": "2025-02-26", "first": 50},
			[]string{`"spans":[{"end":`, `"status":"CURRENT"`, `"role":"HOST"`, `"rule":"title.`, `"rule":"agreement.`},
		},
		{"Paths", map[string]any{"from": one(`person(name: "孙新军")`), "to": one(`person(name: "程重重")`)}, []string{`"role":"ATTENDEE"`, `"sentence":"市领导`, `"name":"程重重"`}},
		{"ArticleWords", map[string]any{"id": visit, "first": 100}, []string{`"verb":"说"`}},
	} {
		t.Run(c.query, func(t *testing.T) {
			raw, err := json.Marshal(answer(t, s, text(t, c.query), c.variables))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range c.says {
				if !strings.Contains(string(raw), want) {
					t.Errorf("doesn't say %s: %s", want, raw)
				}
			}
		})
	}
	if n := len(web.Queries()); n != len(lists)+15 {
		t.Errorf("%d queries, %d of them lists, and 15 asked here", n, len(lists))
	}
}

// Offsets are code points, so that the page, which cuts texts by these, marks the words that prove a fact: those of a text with
// characters beyond the basic plane too. The title comes as it was printed.
func TestExplorerOffsets(t *testing.T) {
	s := filled(t)
	data := answer(t, s, text(t, "PersonAgreements"), map[string]any{"id": kg.MakeID("p", "签"), "first": 20, "proofs": 1})
	proof := at(t, data, "person", "list", "edges", 0, "evidence", "nodes", 0)
	sentence := []rune(at(t, proof, "sentence").(string))
	from := at(t, proof, "sentenceStart").(float64)
	quote := string(sentence[int(at(t, proof, "start").(float64)-from):int(at(t, proof, "end").(float64)-from)])
	if quote != "𠮷野" || quote != at(t, proof, "quote") {
		t.Errorf("quote %q", quote)
	}
	if title := at(t, proof, "article", "name"); title != "<img src=x onerror=alert(1)>" {
		t.Errorf("title %q", title)
	}
}

// Who was mayor on a day: the post of a place that the page narrows by a title and a day.
func TestExplorerFindsTheMayor(t *testing.T) {
	s := filled(t)
	id := at(t, answer(t, s, `{place(path: "内蒙古自治区乌海市") {id}}`, nil), "place", "id")
	ask := func(day, title string) []any {
		t.Helper()
		data := answer(t, s, text(t, "PlacePosts"), map[string]any{"id": id, "first": 20, "proofs": 1, "day": day, "title": title})
		return at(t, data, "place", "list", "edges").([]any)
	}
	posts := ask("2025-02-26", "市长")
	if len(posts) != 1 {
		t.Fatalf("%d posts", len(posts))
	}
	holder := at(t, posts[0], "node", "holders", "edges", 0)
	if name := at(t, holder, "node", "name"); name != "崔景英" {
		t.Errorf("the mayor is %v", name)
	}
	if said := at(t, holder, "evidence", "nodes", 0, "sentence").(string); !strings.Contains(said, "市长崔景英") {
		t.Errorf("because of %q", said)
	}
	if before := ask("2024-12-31", "市长"); len(before) != 0 {
		t.Errorf("%d before anybody is known", len(before))
	}
}
