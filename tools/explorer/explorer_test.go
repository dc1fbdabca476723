// Package explorer runs modules of the explorer page (internal/web/explorer) in an interpreter, since a browser is nothing that
// whoever runs the tests must have: what they make of texts, offsets and addresses, and which elements they put where.
package explorer

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

const folder = "../../internal/web/explorer/"

// browser is the little of a browser that the modules need: elements that can be told as markup.
//
//go:embed testdata/browser.js
var browser string

var (
	importing = regexp.MustCompile(`(?m)^import (\{[^}]*\}|\* as \w+) from '\./([\w.]+)';$`)
	exporting = regexp.MustCompile(`(?m)^export ((?:async )?function|const|class) (\w+)`)
)

// page is an interpreter with modules in it.
type page struct {
	*testing.T
	vm     *goja.Runtime
	loaded map[string]bool
}

// open loads modules and what they import.
func open(t *testing.T, modules ...string) page {
	t.Helper()
	p := page{t, goja.New(), map[string]bool{}}
	p.run(browser)
	for _, m := range modules {
		p.load(m)
	}
	return p
}

// load runs a module as a function that returns what it exports, since the interpreter knows scripts only.
func (p page) load(name string) {
	p.Helper()
	if p.loaded[name] {
		return
	}
	p.loaded[name] = true
	b, err := os.ReadFile(folder + name)
	if err != nil {
		p.Fatal(err)
	}
	text := string(b)
	for _, m := range importing.FindAllStringSubmatch(text, -1) {
		p.load(m[2])
		p.exports(name, m[2], m[1])
	}
	text = importing.ReplaceAllStringFunc(text, func(s string) string {
		m := importing.FindStringSubmatch(s)
		return fmt.Sprintf("const %s = modules[%q];", strings.TrimPrefix(m[1], "* as "), m[2])
	})
	var names []string
	for _, m := range exporting.FindAllStringSubmatch(text, -1) {
		names = append(names, m[2])
	}
	text = exporting.ReplaceAllString(text, "$1 $2")
	p.run(fmt.Sprintf("modules[%q] = (() => {\n%s\nreturn { %s };\n})();", name, text, strings.Join(names, ", ")))
}

// exports fails where a module doesn't export all that another one imports of it (a browser would run neither).
func (p page) exports(by, name, imported string) {
	p.Helper()
	if strings.HasPrefix(imported, "*") {
		return
	}
	for _, n := range strings.Split(strings.Trim(imported, "{ }"), ",") {
		if n = strings.TrimSpace(n); n != "" && !p.run(fmt.Sprintf("%q in modules[%q]", n, name)).ToBoolean() {
			p.Errorf("%s imports %s of %s, which has none", by, n, name)
		}
	}
}

// answered has the API answer queries, by their names, before any module is loaded.
func answered(t *testing.T, answers map[string]string, modules ...string) page {
	t.Helper()
	p := open(t)
	for name, data := range answers {
		p.run(fmt.Sprintf("config.queries[%q] = 'query'; answers[%q] = %s;", name, name, data))
	}
	for _, m := range modules {
		p.load(m)
	}
	return p
}

// screen is the content of a screen as markup, once all is answered.
func (p page) screen(module, function, route string) string {
	p.Helper()
	p.run(fmt.Sprintf("let made; modules[%q].%s(%s, { aborted: false }).then((s) => { made = s; }, (fault) => { made = { content: [String(fault)] }; });", module, function, route))
	return p.run("made.content.flat(Infinity).filter(Boolean).map(told).join('')").String()
}

func (p page) run(script string) goja.Value {
	p.Helper()
	v, err := p.vm.RunString(script)
	if err != nil {
		p.Fatalf("%v in\n%s", err, script)
	}
	return v
}

// call is the result of a function of a module, as JSON; arguments are JSON too.
func (p page) call(module, function string, args ...any) string {
	p.Helper()
	var said []string
	for _, a := range args {
		b, err := json.Marshal(a)
		if err != nil {
			p.Fatal(err)
		}
		said = append(said, string(b))
	}
	return p.run(fmt.Sprintf("JSON.stringify(modules[%q].%s(%s))", module, function, strings.Join(said, ", "))).String()
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Spans are code points. 𠮷 has two UTF-16 units.
func TestCut(t *testing.T) {
	p := open(t, "text.js")
	for _, c := range []struct {
		name, text string
		spans      []span
		want       string
	}{
		{"nothing marked", "市长", nil, `[{"text":"市长","marked":false}]`},
		{"nothing at all", "", []span{{0, 2}}, `[]`},
		{"behind a character of two units", "𠮷野任市长。", []span{{3, 5}}, `[{"text":"𠮷野任","marked":false},{"text":"市长","marked":true},{"text":"。","marked":false}]`},
		{"the character itself", "由𠮷野", []span{{1, 2}}, `[{"text":"由","marked":false},{"text":"𠮷","marked":true},{"text":"野","marked":false}]`},
		{"two, in any order", "甲乙丙丁", []span{{3, 4}, {0, 1}}, `[{"text":"甲","marked":true},{"text":"乙丙","marked":false},{"text":"丁","marked":true}]`},
		{"overlapping", "甲乙丙", []span{{0, 2}, {1, 3}}, `[{"text":"甲乙","marked":true},{"text":"丙","marked":true}]`},
		{"beyond both ends", "甲乙", []span{{-1, 1}, {1, 9}}, `[{"text":"甲","marked":true},{"text":"乙","marked":true}]`},
		{"outside", "甲乙", []span{{5, 9}}, `[{"text":"甲乙","marked":false}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.spans == nil {
				c.spans = []span{}
			}
			if got := p.call("text.js", "cut", c.text, c.spans); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// What covers a stretch of a text is told whole, wherever items overlap, and the stretches are the text.
func TestSegments(t *testing.T) {
	p := open(t, "text.js")
	for _, c := range []struct {
		name     string
		from, to int
		items    []span
		want     string
	}{
		{"nothing", 2, 5, []span{}, `[{"start":2,"end":5,"items":[]}]`},
		{"an item and one within it", 0, 6, []span{{1, 5}, {2, 3}}, `[{"start":0,"end":1,"items":[]},{"start":1,"end":2,"items":[{"start":1,"end":5}]},` +
			`{"start":2,"end":3,"items":[{"start":1,"end":5},{"start":2,"end":3}]},{"start":3,"end":5,"items":[{"start":1,"end":5}]},{"start":5,"end":6,"items":[]}]`},
		{"one that goes over the part", 4, 6, []span{{0, 9}}, `[{"start":4,"end":6,"items":[{"start":0,"end":9}]}]`},
		{"one that ends where the part begins, an empty one", 4, 6, []span{{0, 4}, {5, 5}}, `[{"start":4,"end":6,"items":[]}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := p.call("text.js", "segments", c.from, c.to, c.items); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// An address leads back to what it was made from.
func TestRoute(t *testing.T) {
	p := open(t, "route.js")
	for _, c := range []struct{ kind, id, q, address string }{
		{"person", "p-1", "", "#/person/p-1"},
		{"search", "", "a&b=c?#", "#/search?q=a%26b%3Dc%3F%23"},
		{"", "", "", "#/"},
	} {
		address := p.run(fmt.Sprintf("modules['route.js'].to(%q, %q, {q: %q})", c.kind, c.id, c.q)).String()
		if address != c.address {
			t.Errorf("address %s, want %s", address, c.address)
		}
		got := p.run(fmt.Sprintf("(({kind, id, params}) => [kind, id, params.get('q') ?? ''].join('|'))(modules['route.js'].parse(%q))", address)).String()
		if want := c.kind + "|" + c.id + "|" + c.q; got != want {
			t.Errorf("%s is read as %s, want %s", address, got, want)
		}
	}
	if got := p.call("route.js", "parse", "#/person/%E4%"); !strings.Contains(got, `"id":"%E4%"`) {
		t.Errorf("a lone %%: %s", got)
	}
}

// The page begins with main.js, which all other modules serve: each runs and finds what it imports, and the screen of an address has its lists.
func TestPage(t *testing.T) {
	none := `{person: {list: {totalCount: 0, pageInfo: {hasNextPage: false}, edges: []}}}`
	p := answered(t, map[string]string{
		"Stats":  `{stats: {lastPublished: '2025-02-26'}}`,
		"Person": `{person: {id: 'p-1', name: '林书远', articleCount: 2, firstSeen: '2025-02-25', lastSeen: '2025-02-26', aliases: []}}`,
		"PersonPosts": `{person: {list: {totalCount: 1, pageInfo: {hasNextPage: false}, edges: [{cursor: 'c', status: 'CURRENT', held: 'UNKNOWN', confidence: 0.9, articleCount: 1,
			node: {__typename: 'Post', id: 't-1', name: '云岭市市长'}, evidence: {nodes: [], pageInfo: {hasNextPage: false}}}]}}}`,
		"PersonEvents": none, "PersonAgreements": none, "PersonQuotes": none, "PersonArticles": none,
	})
	p.run("location.hash = '#/person/p-1';")
	p.load("main.js")
	files, err := filepath.Glob(folder + "*.js")
	if err != nil || len(files) != len(p.loaded) {
		t.Errorf("%d modules, and main.js leads to %d: %v", len(files), len(p.loaded), err)
	}
	got := p.run("page.content.markup").String()
	for _, want := range []string{`<h1 tabindex="-1">林书远</h1>`, `<a href="#/post/t-1">云岭市市长</a>`} {
		if !strings.Contains(got, want) {
			t.Errorf("the screen has no %s: %s", want, got)
		}
	}
}

// Of groups of hits the one whose first hit matches best stands first, and of those that match as well the one in most articles.
func TestBetterHits(t *testing.T) {
	p := open(t, "hits.js")
	hits := `[{"score":1,"node":{"id":"namesake","articleCount":1}},{"score":0.2,"node":{"id":"text"}},{"score":1,"node":{"id":"meant","articleCount":442}}]`
	if got := p.run("(" + hits + ").sort(modules['hits.js'].better).map((h) => h.node.id).join(' ')").String(); got != "meant namesake text" {
		t.Errorf("order %s", got)
	}
}

// What a newspaper prints stays text, also where it looks like markup, and the words that prove a fact are marked in it.
func TestProof(t *testing.T) {
	p := open(t, "proof.js")
	evidence := `{nodes: [{sentence: '𠮷野<script>任市长。', start: 111, end: 113, sentenceStart: 100, rule: 'title', confidence: 0.957, page: '1', published: '2025-02-26',
		article: {id: 'a-1', name: '<img src=x onerror=alert(1)>', newspaper: {name: '测试日报'}}}], pageInfo: {hasNextPage: false}}`
	got := p.run("modules['proof.js'].proofs(" + evidence + ").markup").String()
	want := `<div class="proofs"><figure class="proof"><blockquote>𠮷野&lt;script>任<mark>市长</mark>。</blockquote>` +
		`<figcaption><a href="#/article/a-1?at=111-113">&lt;img src=x onerror=alert(1)></a> · 测试日报 · 2025-02-26 · 第 1 版 · <small>规则 title · 可信度 0.96</small></figcaption></figure></div>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A link leads nowhere but into the page and to its server, whatever it is made from.
func TestLinksStayHere(t *testing.T) {
	p := open(t, "dom.js")
	for href, ok := range map[string]bool{"#/person/p-1": true, "/": true, "?lang=en#/": true, "javascript:alert(1)": false, "//elsewhere.example": false, "https://elsewhere.example": false} {
		script := fmt.Sprintf("(() => { try { modules['dom.js'].el('a', {href: %q}); return true; } catch { return false; } })()", href)
		if got := p.run(script).ToBoolean(); got != ok {
			t.Errorf("%s: made %v, want %v", href, got, ok)
		}
	}
}

// What an article proves is marked where it stands, a place that is pointed to as well, and listed once more.
func TestArticle(t *testing.T) {
	p := answered(t, map[string]string{
		"Article": `{article: {id: 'a-1', name: '𠮷<野>', title: '𠮷<野>', text: '𠮷<野>\n市长甲出席。', published: '2025-02-26', page: null, newspaper: null,
			bylines: {edges: []}, parts: [{kind: 'TITLE', start: 0, end: 4}, {kind: 'BODY', start: 5, end: 11}]}}`,
		"ArticleFacts": `{article: {mentions: {pageInfo: {hasNextPage: false}, edges: [{spans: [{start: 7, end: 8}], node: {__typename: 'Person', id: 'p-1', name: '甲',
			posts: {edges: [{status: 'CURRENT', node: {__typename: 'Post', id: 't-1', name: '市长'}, evidence: {nodes: [
				{start: 5, end: 8, rule: 'title', confidence: 0.9, article: {id: 'a-1'}}, {start: 0, end: 4, rule: 'title', confidence: 0.9, article: {id: 'a-2'}}]}}]}}}]}}}`,
		"ArticleWords": `{article: {speakers: {edges: []}}, observations: {nodes: []}}`,
	}, "article.js")
	got := p.screen("article.js", "article", "{ id: 'a-1', params: new URLSearchParams('at=8-10') }")
	for _, want := range []string{
		`<h1 class="title" tabindex="-1">𠮷&lt;野></h1>`,
		`<p class="body"><mark class="fact" role="button" tabindex="0">市长</mark><mark class="mention fact" role="button" tabindex="0">甲</mark><mark class="at">出席</mark>。</p>`,
		`<li><a href="#/person/p-1">甲</a> 任 <a href="#/post/t-1">市长</a> <span class="chip">在任</span> <a class="quiet" href="#/article/a-1?at=5-8">看原文</a></li>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if n := strings.Count(got, "任"); n != 2 { // 任, 在任: what proves another article isn't told
		t.Errorf("told %d times:\n%s", n, got)
	}
}

// Ways over the same nodes are one, with the facts of all.
func TestPaths(t *testing.T) {
	end := `{__typename: 'Person', id: 'p-1', name: '甲'}, {__typename: 'Event', id: 'e-1', name: '会议'}, {__typename: 'Person', id: 'p-2', name: '乙'}`
	fact := func(person, role string) string {
		return `{fact: {kind: 'PARTICIPATED_IN', role: '` + role + `', from: {__typename: 'Person', id: '` + person + `', name: '某'}, to: {__typename: 'Event', id: 'e-1', name: '会议'},
			evidence: {nodes: [], pageInfo: {hasNextPage: false}}}}`
	}
	p := answered(t, map[string]string{
		"Paths": `{nodes: [{__typename: 'Person', id: 'p-1', name: '甲'}, {__typename: 'Person', id: 'p-2', name: '乙'}], paths: [
			{nodes: [` + end + `], steps: [` + fact("p-1", "HOST") + `, ` + fact("p-2", "ATTENDEE") + `]},
			{nodes: [` + end + `], steps: [` + fact("p-1", "SPEAKER") + `, ` + fact("p-2", "ATTENDEE") + `]}]}`,
	}, "paths.js")
	got := p.screen("paths.js", "paths", "{ id: 'p-1', params: new URLSearchParams('to=p-2') }")
	if n := strings.Count(got, "<h2>"); n != 1 {
		t.Errorf("%d ways: %s", n, got)
	}
	for _, role := range []string{"主持", "讲话", "出席"} {
		if n := strings.Count(got, ">"+role+"<"); n != 1 {
			t.Errorf("%s: %d times in %s", role, n, got)
		}
	}
}
