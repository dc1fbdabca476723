package web_test

import (
	"io/fs"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/baopu/baopu/internal/web"
)

// scripts is the explorer's modules by name.
func scripts(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	names, err := fs.Glob(os.DirFS("explorer"), "*.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := os.ReadFile("explorer/" + name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(b)
	}
	return out
}

// found is what the first group of a pattern stands for in a text, sorted, once each.
func found(pattern, text string) []string {
	var out []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func schema(t *testing.T) *ast.Schema {
	t.Helper()
	b, err := os.ReadFile("../../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(b)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The modules are served as what browsers run, import nothing but each other, and are all in use.
func TestExplorerModules(t *testing.T) {
	s := serve(t)
	used := []string{"main.js"} // by the page
	for name, text := range scripts(t) {
		resp, body := get(t, s.URL+"/assets/explorer/"+name)
		if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != "text/javascript; charset=utf-8" || body != text {
			t.Errorf("%s: %s, %s, %d bytes", name, resp.Status, resp.Header.Get("Content-Type"), len(body))
		}
		if n := strings.Count(text, "\n"); n > 400 {
			t.Errorf("%s: %d lines, at most 400", name, n)
		}
		for _, from := range found(`from '([^']*)'`, text) {
			local, ok := strings.CutPrefix(from, "./")
			if !ok {
				t.Errorf("%s imports %q", name, from)
			}
			used = append(used, local)
		}
	}
	slices.Sort(used)
	var there []string
	for name := range scripts(t) {
		there = append(there, name)
	}
	slices.Sort(there)
	if d := cmp.Diff(there, slices.Compact(used)); d != "" {
		t.Errorf("modules that are there (-) and in use (+): %s", d)
	}
	resp, sheet := get(t, s.URL+"/assets/explorer/explorer.css")
	if !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/css") || strings.Contains(sheet, "url(") || strings.Contains(sheet, "@import") {
		t.Errorf("style sheet: %s, or it loads something", resp.Header.Get("Content-Type"))
	}
}

// What a newspaper prints is shown as text. The policy has browsers refuse markup from scripts, those that don't know it are
// safe because no script makes any.
func TestExplorerMakesNoMarkup(t *testing.T) {
	resp, _ := get(t, serve(t).URL+web.ExplorerPath)
	if csp := resp.Header.Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") || strings.Contains(csp, "data:") || !strings.Contains(csp, "require-trusted-types-for 'script'") {
		t.Errorf("policy %q", csp)
	}
	markup := regexp.MustCompile(`(?i)(inner|outer)HTML|insertAdjacentHTML|document\.write|HTMLUnsafe|createContextualFragment|DOMParser|srcdoc|\beval\b|new Function|https?:`)
	for name, text := range scripts(t) {
		if m := markup.FindString(text); m != "" {
			t.Errorf("%s: %s", name, m)
		}
	}
}

// Each query is one that anybody could send: it fits the schema. Each is in use, under its name.
func TestExplorerQueriesFitTheSchema(t *testing.T) {
	s := schema(t)
	var all strings.Builder
	for _, text := range scripts(t) {
		all.WriteString(text)
	}
	var names []string
	for _, q := range web.Queries() {
		names = append(names, q.Name)
		doc, errs := gqlparser.LoadQueryWithRules(s, q.Text, nil)
		if errs != nil {
			t.Errorf("%s: %v", q.Name, errs)
		} else if len(doc.Operations) != 1 || doc.Operations[0].Name != q.Name {
			t.Errorf("%s: %d operations", q.Name, len(doc.Operations))
		}
	}
	if d := cmp.Diff(names, found(`(?:ask\(|query: )'(\w+)'`, all.String())); d != "" {
		t.Errorf("queries that are there (-) and in use (+): %s", d)
	}
}

// The page says everything in both languages, and nothing that it doesn't say stands ready.
func TestExplorerWords(t *testing.T) {
	all := scripts(t)
	words := all["words.js"]
	words = words[strings.Index(words, "const words = {"):strings.Index(words, "};")]
	ready := found(`(?m)^  (\w+): \['[^']+', '[^']+'\],$`, words)
	if n := strings.Count(words, "\n  "); n != len(ready) {
		t.Errorf("%d words, %d in two languages", n, len(ready))
	}
	var rest strings.Builder
	for _, text := range all {
		rest.WriteString(strings.ReplaceAll(text, words, ""))
	}
	for _, key := range found(`\b(?:t|around)\('(\w+)'`, rest.String()) {
		if !slices.Contains(ready, key) {
			t.Errorf("the page has no word for %q", key)
		}
	}
	for _, key := range ready {
		if !strings.Contains(rest.String(), "'"+key+"'") && !strings.Contains(refusals(t), "`"+key+"`") {
			t.Errorf("the word %q is used nowhere", key)
		}
	}
}

// refusals is the table of error codes in the manual.
func refusals(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../../doc/graphql.md")
	if err != nil {
		t.Fatal(err)
	}
	_, errors, _ := strings.Cut(string(b), "## Errors")
	return errors
}

// Every value of an enum that the page shows has a label.
func TestExplorerLabels(t *testing.T) {
	labels := scripts(t)["labels.js"]
	for kind, enum := range map[string]string{
		"holds": "HoldsStatus", "held": "Held", "role": "ParticipantRole", "byline": "BylineRole", "gender": "Gender", "body": "OrganizationType",
		"level": "PlaceLevel", "placeType": "PlaceType", "agreement": "AgreementStatus", "event": "EventType",
	} {
		_, rest, ok := strings.Cut(labels, "\n  "+kind+": {")
		if !ok {
			t.Errorf("no labels of %s", kind)
			continue
		}
		rest = rest[:strings.Index(rest, "}")]
		var want []string
		for _, v := range schema(t).Types[enum].EnumValues {
			want = append(want, v.Name)
		}
		slices.Sort(want)
		if d := cmp.Diff(want, found(`(\w+): \['[^']+', '[^']+'\]`, rest)); d != "" {
			t.Errorf("%s (-) and the labels of %s (+): %s", enum, kind, d)
		}
	}
}
