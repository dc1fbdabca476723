package storetest

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
)

// bound is a document by hand of which everything is right, for one thing of it to be made wrong.
type bound struct {
	*draft
	person, post, deal kg.ID
}

func newBound(name string) *bound {
	b := &bound{draft: newDraft(name, "2024-03-10", "乌有市市长甲某与乙某会面，签订协议一份。")}
	b.person, b.post = b.draft.person("甲某", name), b.draft.post(name, "市长", 1)
	b.deal = b.node(&kg.Agreement{Head: head(kg.AgreementKind, name)}, "协议")
	b.attr(b.deal, "count", "1", "一份")
	b.attr(b.deal, "date", "2024-03", "协议")
	b.attr(b.person, "official", "true", "市长")
	b.say(kg.MentionsEntity, b.article.ID, b.person, &kg.Mentioned{Count: 1, Spans: kg.Spans{{Start: 5, End: 7}}}, "", "甲某")
	b.say(kg.HoldsPost, b.person, b.post, &kg.Holds{Status: "current", StatedStart: "2024"}, "2024-03-10", "市长")
	b.say(kg.ParticipatedIn, b.person, b.event(name, "2024-03-10", "会面"), &kg.Participated{Role: "host", Order: 1}, "", "甲某")
	return b
}

// value changes what the claims that give field say.
func (b *bound) value(field, value string) {
	for i := range b.doc.Claims {
		for k, v := range b.doc.Claims[i].Values {
			if v.Field == field {
				b.doc.Claims[i].Values = slices.Clone(b.doc.Claims[i].Values)
				b.doc.Claims[i].Values[k].Value = value
			}
		}
	}
}

// figure adds a reported figure.
func (b *bound) figure(number float64) {
	b.doc.Nodes = append(b.doc.Nodes, &kg.Observation{Head: head(kg.ObservationKind, "figure of "+b.article.Title), Number: number, Article: b.article.ID, Published: b.article.Published})
}

const broken = "a\xffb"

// badValues is what no store takes, by the words that name it.
var badValues = map[string]func(b *bound){
	"name \"a\\xffb\"":     func(b *bound) { b.value("name", broken) },
	"key \"a\\xffb\"":      func(b *bound) { b.doc.Nodes[1].NodeHead().Key = broken },
	"scope":                func(b *bound) { b.doc.Nodes[1].(*kg.Person).Scope = broken },
	"title":                func(b *bound) { b.article.Title = broken },
	"text":                 func(b *bound) { b.article.Text += broken },
	"parts":                func(b *bound) { b.article.Parts = kg.Parts{{Kind: broken}} },
	"confidence 1001":      func(b *bound) { b.doc.Claims[0].Evidence.Confidence = 1001 },
	"confidence -1":        func(b *bound) { b.doc.Claims[0].Evidence.Confidence = -1 },
	"number":               func(b *bound) { b.figure(math.NaN()) },
	"number +Inf":          func(b *bound) { b.figure(math.Inf(1)) },
	"rule":                 func(b *bound) { b.doc.Claims[0].Evidence.Rule = broken },
	"reader":               func(b *bound) { b.doc.Reader = broken },
	"source text":          func(b *bound) { b.doc.Source.Text = broken },
	"source name":          func(b *bound) { b.doc.Source.Name = broken },
	"source name has":      func(b *bound) { b.doc.Source.Name = strings.Repeat("/abc", kg.MaxIndexed) },
	"count":                func(b *bound) { b.value("count", "abc") },
	"order":                func(b *bound) { b.value("order", "abc") },
	"date \"yesterday\"":   func(b *bound) { b.value("date", "yesterday") },
	"statedStart":          func(b *bound) { b.value("statedStart", "2024-99") },
	"spans":                func(b *bound) { b.value("spans", "[{") },
	"official":             func(b *bound) { b.value("official", "某") },
	"name has 6003 bytes":  func(b *bound) { b.value("name", strings.Repeat("长", kg.MaxIndexed/3+1)) },
	"key has 6003 bytes":   func(b *bound) { b.doc.Nodes[1].NodeHead().Key = strings.Repeat("长", kg.MaxIndexed/3+1) },
	"scope has 6003 bytes": func(b *bound) { b.doc.Nodes[1].(*kg.Person).Scope = strings.Repeat("长", kg.MaxIndexed/3+1) },
}

// What stores can't keep is refused by name, and nothing of it is written.
func testBadValues(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	good := newBound("一")
	apply(t, s, good.doc)
	before := dump(t, s)
	for what, change := range badValues {
		b := newBound("二")
		change(b)
		_, err := s.Apply(background, b.doc)
		wantWord(t, what, err, kg.ErrInvalid)
		if err != nil && !strings.Contains(err.Error(), what) {
			t.Errorf("%s: not named in %v", what, err)
		}
	}
	edge := kg.EdgeKey{Kind: kg.HoldsPost, From: good.person, To: good.post}
	for what, j := range map[string]kg.Judgement{
		"name":     {Verb: kg.JudgeRename, A: good.person, Name: broken, By: "我"},
		"name has": {Verb: kg.JudgeRename, A: good.person, Name: strings.Repeat("长", kg.MaxIndexed/3+1), By: "我"},
		"by":       {Verb: kg.JudgeRename, A: good.person, Name: "甲", By: broken},
		"why":      {Verb: kg.JudgeRetract, Edge: &edge, By: "我", Why: broken},
		"articles": {Verb: kg.JudgeReassign, A: good.person, Articles: []kg.ID{good.article.ID, broken}, By: "我"},
	} {
		_, err := s.Judge(background, j)
		wantWord(t, what, err, kg.ErrInvalid)
		if err != nil && !strings.Contains(err.Error(), what) {
			t.Errorf("judgement: %s: not named in %v", what, err)
		}
		j.Seq, j.ID = 1, "j-1"
		wantWord(t, "replay: "+what, s.Replay(background, []kg.Judgement{j}), kg.ErrInvalid)
	}
	if dump(t, s) != before {
		t.Error("something was written")
	}
	sound(t, s)
}

// Texts as long as they may be are kept, found and put in order: headlines of any length, names and keys up to MaxIndexed.
func testLongTexts(t *testing.T, open func(*testing.T) kg.Store) {
	s, m := open(t), NewModel()
	var docs []*kg.Document
	for _, end := range []string{"甲", "乙"} {
		b := newBound("长" + end)
		long := strings.Repeat("长", kg.MaxIndexed/3-1) + end
		b.article.Title = strings.Repeat("公告", 3000) + end
		b.article.Name, b.article.Subtitle = b.article.Title, b.article.Title
		b.value("name", long)
		b.attr(b.person, "aliases", "又"+long[3:], "甲某")
		b.attr(b.post, "title", long, "市长")
		b.doc.Nodes[1].NodeHead().Key, b.doc.Nodes[1].(*kg.Person).Scope = long, long
		docs = append(docs, b.doc)
	}
	apply(t, m, docs...)
	apply(t, s, docs...)
	same(t, m, s)
	for _, kind := range []kg.NodeKind{kg.ArticleKind, kg.PersonKind} {
		q := kg.NodeQuery{Kind: kind, Order: "NAME", Page: kg.Page{First: 1}}
		for range 2 {
			want, err := m.List(background, q)
			got, err2 := s.List(background, q)
			if d := diff(want, got); err != nil || err2 != nil || d != "" || len(got.Nodes) != 1 {
				t.Fatalf("%s by name: %v, %v, -want +got\n%s", kind, err, err2, d)
			}
			q.Page.After = got.Info.End
		}
	}
	sound(t, s)
	for _, d := range docs {
		if err := s.Remove(background, d.ID); err != nil {
			t.Fatal(err)
		}
	}
	if d := dump(t, s); d != "" {
		t.Errorf("left: %s", d)
	}
	sound(t, s)
}

// Long names are found by their beginnings, as others are up to some length and as titles are beyond it, and a query of any length
// is answered or refused alike.
func testLongSearches(t *testing.T, open func(*testing.T) kg.Store) {
	s, m := open(t), NewModel()
	names := map[string]string{"短": "长安", "长": strings.Repeat("长安", 40), "宽": strings.Repeat("𠮷野", 100), "头": "ab" + strings.Repeat("某", 300)}
	for key, name := range names {
		d := newDraft(key, "2024-03-10", name+"\n"+name+"。")
		d.article.Title = name
		d.node(&kg.Organization{Head: head(kg.OrganizationKind, key)}, name)
		apply(t, m, d.doc)
		apply(t, s, d.doc)
	}
	var queries []string
	for _, name := range names {
		for _, n := range []int{1, 2, 80, 119, 120, 121, 122, 127, 128, 199, 200} {
			runes := []rune(name)
			queries = append(queries, string(runes[:min(n, len(runes))]))
			queries = append(queries, string(runes[:min(n, len(runes))-1])+"无")
		}
	}
	queries = append(queries, strings.Repeat("ab", 100), strings.Repeat("a", 120), strings.Repeat("长 ", 100), strings.Repeat("\uFDFA", 200))
	for _, text := range queries {
		q := kg.SearchQuery{Text: text, Page: kg.Page{First: 10}, Count: true}
		want, err := m.Search(background, q)
		got, err2 := s.Search(background, q)
		if d := diff(want, got); err != nil || err2 != nil || d != "" {
			t.Errorf("%q: %v, %v, -want +got\n%s", text, err, err2, d)
		}
	}
	for _, text := range []string{strings.Repeat("市", kg.MaxSearch+1), strings.Repeat("市 ", 10000), broken} {
		_, err := s.Search(background, kg.SearchQuery{Text: text, Page: kg.Page{First: 10}})
		wantWord(t, "a query that is too long, or no text", err, kg.ErrInvalid)
	}
	sound(t, s)
}

// testNul keeps texts that hold NUL, at which texts end in C: evidence behind it, names with it and questions for it.
func testNul(t *testing.T, open func(*testing.T) kg.Store) {
	s, m := open(t), NewModel()
	b := newBound("零")
	b.attr(b.person, "aliases", "丙\x00丁", "甲某")
	const head = "甲\x00乙\x00"
	b.article.Text = head + b.article.Text
	for i := range b.doc.Claims {
		e := &b.doc.Claims[i].Evidence
		for _, at := range []*int{&e.Start, &e.End, &e.SentenceStart, &e.SentenceEnd} {
			*at += utf8.RuneCountInString(head)
		}
	}
	docs := append(someDocuments(3), b.doc)
	apply(t, m, docs...)
	apply(t, s, docs...)
	same(t, m, s)
	sound(t, s)
	ids := []kg.ID{b.person, b.post}
	q := kg.EvidenceQuery{Page: kg.Page{First: 9}}
	want, _ := m.Evidence(background, ids, q)
	got, err := s.Evidence(background, ids, q)
	if d := diff(want, got); err != nil || d != "" || len(want[1].Proofs) == 0 || want[1].Proofs[0].Quote != "市长" {
		t.Errorf("%v, -want +got\n%s", err, d)
	}
	askForNul(t, m, s)
}

func askForNul(t *testing.T, m *Model, s kg.Store) {
	for _, f := range []kg.Filter{
		{Field: "name", Op: kg.In, Values: []string{"甲某\x00"}},
		{Field: "name", Op: kg.Eq, Value: "甲某\x00"},
		{Field: "name", Op: kg.Contains, Value: "\x00"},
		{Field: "key", Op: kg.Prefix, Value: "\x00"},
		{Field: "aliases", Op: kg.Has, Value: "丙"},
		{Field: "aliases", Op: kg.Has, Value: "丙\x00丁"},
	} {
		q := kg.NodeQuery{Kind: kg.PersonKind, Where: f, Page: kg.Page{First: 9}}
		want, _ := m.List(background, q)
		got, err := s.List(background, q)
		if d := diff(want.Nodes, got.Nodes); err != nil || d != "" {
			t.Errorf("%+v: %v, -want +got\n%s", f, err, d)
		}
	}
	for _, words := range []string{"乙\x00乌有", "\x00", "甲\x00", "丙\x00丁", "市长甲某"} {
		q := kg.SearchQuery{Text: words, Page: kg.Page{First: 9}}
		want, _ := m.Search(background, q)
		got, err := s.Search(background, q)
		if d := diff(want, got); err != nil || d != "" {
			t.Errorf("search %q: %v, -want +got\n%s", words, err, d)
		}
	}
}
