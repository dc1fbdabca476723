// Package claim turns what was read out of a document's articles into the graph's claims: it makes the identities of
// data-model.md (complete keys, or an id local to the article) and says each fact with its evidence. It is the one place
// where the loader meets internal/kg; it reads no text of its own.
package claim

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/reprint"
	"github.com/baopu/baopu/loader/trust"
)

// Remainder is a run of a page's lines that no article claimed. Lines count from 1 in the source's text.
type Remainder struct {
	Text                string
	FirstLine, LastLine int
}

// Input is one document as read. ID is its DocumentID. Readings and Remainders are in page order.
type Input struct {
	ID         kg.ID
	Source     kg.Source
	Reader     string
	Readings   []*reading.Reading
	Remainders []Remainder
}

// Build makes the document of in. The same input makes the same document. Articles without a publication day wrap
// kg.ErrInvalid and name the source.
func Build(in Input) (*kg.Document, error) {
	if in.Source.Date == "" {
		return nil, fmt.Errorf("%s: no publication day: %w", in.Source.Name, kg.ErrInvalid)
	}
	doc := &kg.Document{ID: in.ID, Reader: in.Reader, Source: in.Source}
	nodes := map[kg.ID]bool{}
	titles := map[string]int{}
	for _, r := range in.Readings {
		b := newBuilder(doc, nodes, r)
		b.article(articleID(doc.ID, r.Article, titles))
		b.read()
	}
	for _, m := range in.Remainders {
		n := &kg.Remainder{
			Text: m.Text, Characters: len([]rune(m.Text)), Published: in.Source.Date, Document: doc.ID,
			FirstLine: m.FirstLine, LastLine: m.LastLine,
		}
		n.ID, n.Kind = kg.MakeIDBeside("r", doc.ID, string(doc.ID), strconv.Itoa(m.FirstLine), m.Text), kg.RemainderKind
		n.Name = beginning(m.Text)
		doc.Nodes = append(doc.Nodes, n)
	}
	return doc, nil
}

// DocumentID names what is replaced together, of a paper and a day: a group (a page, the `document` of records), or, where
// that is "", a lone record, by its page and title, and by its text too where the title only tells what kind of piece it is (ADR 31).
// articles are the document's own, as it is read alone.
func DocumentID(publication, day, group string, articles []*article.Article) kg.ID {
	if group != "" {
		return kg.MakeIDOn("d", kg.Date(day), "group", zh.Key(publication), day, group)
	}
	page, title, text := "", "", ""
	if len(articles) > 0 {
		page, title = articles[0].Page, zh.Key(articles[0].Title)
		if OnlyKind(title) {
			text = TextKey(articles[0])
		}
	}
	return kg.MakeIDOn("d", kg.Date(day), "record", zh.Key(publication), day, page, title, text)
}

// OnlyKind says whether a title, as zh.Key writes it, only tells what kind of piece stands below it, so that several of a page may bear it.
func OnlyKind(title string) bool {
	return utf8.RuneCountInString(title) <= longestKind || IsNotice(title)
}

// IsNotice says whether a title, as zh.Key writes it, stands over a notice. Notices are written by forms: two may differ in a name alone.
func IsNotice(title string) bool { return zh.EndsWith(title, notices[:]...) }

// longestKind is the most characters of a title that may stand over several articles of one page: 图片新闻, 简讯, 公告, 天气, or none at all.
const longestKind = 4

// notices are what titles end with that stand over several articles of one page however long they are: 市人民法院公告.
var notices = [...]string{"公告", "通告", "启事", "声明", "公示"}

// articleID is made of the document and the article's title or first sentence; the second of two equals counts.
func articleID(doc kg.ID, a *article.Article, titles map[string]int) kg.ID {
	t := titleKey(a)
	titles[t]++
	return kg.MakeIDBeside("a", doc, string(doc), t, strconv.Itoa(titles[t]))
}

// TextKey is all of an article's text but its title, as zh.Key writes it.
func TextKey(a *article.Article) string {
	return zh.Key(a.Kicker + a.Subtitle + a.Body + strings.Join(a.Captions, ""))
}

func titleKey(a *article.Article) string {
	if t := zh.Key(a.Title); t != "" {
		return t
	}
	for _, s := range append([]string{a.Body}, a.Captions...) {
		if s != "" {
			return zh.Key(firstSentence(s))
		}
	}
	return ""
}

func firstSentence(s string) string {
	runes := []rune(s)
	for i, r := range runes {
		if zh.EndsSentence(r) {
			return string(runes[:i])
		}
	}
	return s
}

// beginning is a short name for text that has none.
func beginning(s string) string {
	runes := []rune(firstSentence(s))
	if len(runes) > 30 {
		return string(runes[:30]) + "…"
	}
	return string(runes)
}

// builder adds the claims of one article to a document.
type builder struct {
	doc   *kg.Document
	nodes map[kg.ID]bool // in doc.Nodes already
	r     *reading.Reading
	at    kg.ID // the article

	named    map[kg.ID]bool // nodes that this article has named
	people   map[string]kg.ID
	scopes   map[string][]scope
	places   map[string]kg.ID
	orgs     map[string]kg.ID
	deals    map[string]deal
	mentions map[kg.ID][]reading.Evidence
	order    []kg.ID // of mentions
}

func newBuilder(doc *kg.Document, nodes map[kg.ID]bool, r *reading.Reading) *builder {
	return &builder{
		doc: doc, nodes: nodes, r: r, named: map[kg.ID]bool{}, people: map[string]kg.ID{}, scopes: map[string][]scope{},
		places: map[string]kg.ID{}, orgs: map[string]kg.ID{}, deals: map[string]deal{}, mentions: map[kg.ID][]reading.Evidence{},
	}
}

// read says everything, in an order in which each step's nodes are there before they are named.
func (b *builder) read() {
	b.newspaper()
	b.allPlaces()
	b.allOrganizations()
	b.allPeople()
	b.bylines()
	b.allAgreements()
	b.allEvents()
	b.utterances()
	b.statistics()
	b.sayMentions()
	b.unresolved()
}

func (b *builder) article(id kg.ID) {
	a, t := b.r.Article, b.r.Text
	b.at = id
	n := &kg.Article{
		Title: a.Title, Subtitle: a.Subtitle, Kicker: a.Kicker, Column: a.Column, Text: t.String(), Published: b.doc.Source.Date,
		Page: a.Page, Agency: a.Agency, Jump: a.Jump, ContinuedFrom: a.ContinuedFrom, ArticleType: string(a.Kind),
		Cluster: reprint.Key(a), Document: b.doc.ID, Incomplete: a.Incomplete,
	}
	if n.ArticleType == "" {
		n.ArticleType = string(article.News)
	}
	if n.Cluster == "" {
		n.Cluster = string(id)
	}
	for _, m := range b.r.Marks {
		if m.Kind == reading.Fiction {
			n.Fiction = true
		} else {
			n.Damaged = true
		}
	}
	if a.Dateline != nil {
		n.DatelinePlace, n.DatelineDate = a.Dateline.Place, kg.Date(a.Dateline.Date)
	}
	for _, p := range t.Parts {
		n.Parts = append(n.Parts, onPages(p, a)...)
	}
	n.ID, n.Kind, n.Name = id, kg.ArticleKind, a.Title
	if n.Name == "" {
		n.Name = beginning(a.Body)
	}
	n.Key = b.doc.Source.Publication + " " + string(b.doc.Source.Date) + " " + n.Name
	b.add(n)
}

// onPages is a part of an article's text, cut where it goes over from a page to another.
func onPages(p article.Part, a *article.Article) []kg.Part {
	var out []kg.Part
	for _, s := range a.Pages {
		start, end := max(p.Start, s.Start), min(p.End, s.End)
		if start >= end {
			continue
		}
		part := kg.Part{Kind: string(p.Kind), Start: start, End: end}
		if s.Page != a.Page {
			part.Page = s.Page
		}
		out = append(out, part)
	}
	if covered := len(out) > 0 && out[0].Start == p.Start && out[len(out)-1].End == p.End; !covered {
		return []kg.Part{{Kind: string(p.Kind), Start: p.Start, End: p.End}} // what a record says of its pages isn't trusted
	}
	return out
}

// add puts a node into the document, once.
func (b *builder) add(n kg.Node) {
	id := n.NodeHead().ID
	if !b.nodes[id] {
		b.nodes[id] = true
		b.doc.Nodes = append(b.doc.Nodes, n)
	}
}

// entity adds a node of an entity and names it, once an article, by what the article prints.
func (b *builder) entity(n kg.Node, name string, ev reading.Evidence) kg.ID {
	h := n.NodeHead()
	b.add(n)
	if !b.named[h.ID] {
		b.named[h.ID] = true
		b.attr(h.ID, "name", name, ev)
	}
	return h.ID
}

func (b *builder) attr(node kg.ID, field, value string, ev reading.Evidence) {
	if value != "" {
		b.doc.Claims = append(b.doc.Claims, kg.Attr(b.at, node, field, value, b.evidence(ev)))
	}
}

// say claims an edge whose own fields are set in e.
func (b *builder) say(kind kg.EdgeKind, from, to kg.ID, e kg.Edge, date string, ev reading.Evidence) {
	f := e.EdgeFact()
	f.Kind, f.From, f.To = kind, from, to
	b.doc.Claims = append(b.doc.Claims, kg.Say(b.at, e, kg.Date(date), b.evidence(ev)))
}

// evidence adds the sentence round the span; for a span across sentences, from the first's start to the last's end.
func (b *builder) evidence(ev reading.Evidence) kg.Evidence {
	out := kg.Evidence{
		Start: ev.Start, End: ev.End, SentenceStart: ev.Start, SentenceEnd: ev.End, Rule: ev.Rule, Confidence: trust.Default().OfMarked(ev.Rule, len(b.r.Marks)),
	}
	for _, s := range b.r.Sentences {
		if s.Start <= ev.Start && ev.Start < s.End {
			out.SentenceStart = s.Start
		}
		if s.Start < ev.End && ev.End <= s.End {
			out.SentenceEnd = s.End
		}
	}
	return out
}

// given is the evidence of what came with the article and stands nowhere in its text: the headline stands for it.
func (b *builder) given(rule string) reading.Evidence {
	ev := reading.Evidence{Rule: rule}
	for _, p := range b.r.Text.Parts {
		if p.Kind == article.TitlePart || ev.End == 0 {
			ev.Span = reading.Span{Start: p.Start, End: p.End}
		}
	}
	return ev
}

// local makes a key known in this article only.
func (b *builder) local(prefix string, parts ...string) kg.ID {
	return kg.MakeIDBeside(prefix, b.at, append([]string{"local", string(b.at)}, parts...)...)
}
