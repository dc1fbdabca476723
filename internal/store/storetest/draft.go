package storetest

import (
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
)

// draft writes a document of one article by hand.
type draft struct {
	doc     *kg.Document
	article *kg.Article
}

// newDraft begins the document and the article called name; its cluster is its own.
func newDraft(name string, published kg.Date, text string) *draft {
	id := kg.MakeID("d", name)
	a := &kg.Article{
		Head: kg.Head{ID: kg.MakeID("a", name), Kind: kg.ArticleKind, Key: name, Name: name}, Title: name, Text: text,
		Published: published, ArticleType: "article", Cluster: "cluster " + name, Document: id,
	}
	d := &kg.Document{ID: id, Reader: "hand/1", Source: kg.Source{Name: name, Format: "record", Text: text, Date: published}, Nodes: []kg.Node{a}}
	return &draft{d, a}
}

// at is evidence whose words are quote, in its line.
func (d *draft) at(quote string) kg.Evidence {
	text := d.article.Text
	i := strings.Index(text, quote)
	if i < 0 {
		panic("no " + quote + " in " + text)
	}
	start := utf8.RuneCountInString(text[:i])
	from, to := strings.LastIndex(text[:i], "\n")+1, len(text)
	if j := strings.Index(text[i:], "\n"); j >= 0 {
		to = i + j
	}
	return kg.Evidence{
		Start: start, End: start + utf8.RuneCountInString(quote), SentenceStart: utf8.RuneCountInString(text[:from]),
		SentenceEnd: utf8.RuneCountInString(text[:to]), Rule: "hand", Confidence: 900,
	}
}

// node adds a node once, and the claim of its name.
func (d *draft) node(n kg.Node, name string) kg.ID {
	h := n.NodeHead()
	for _, there := range d.doc.Nodes {
		if there.NodeHead().ID == h.ID {
			return h.ID
		}
	}
	d.doc.Nodes = append(d.doc.Nodes, n)
	return d.attr(h.ID, "name", name, name)
}

func (d *draft) attr(id kg.ID, field, value, quote string) kg.ID {
	d.doc.Claims = append(d.doc.Claims, kg.Attr(d.article.ID, id, field, value, d.at(quote)))
	return id
}

func (d *draft) person(name, scope string) kg.ID {
	return d.node(&kg.Person{Head: head(kg.PersonKind, name+" in "+scope), Scope: scope}, name)
}

func (d *draft) place(name string) kg.ID {
	return d.node(&kg.Place{Head: head(kg.PlaceKind, name), Path: name, PlaceType: "division", Level: "prefecture"}, name)
}

func (d *draft) post(place, title string, seats int) kg.ID {
	return d.node(&kg.Post{Head: head(kg.PostKind, place+title), Place: place, Seats: seats}, title)
}

func (d *draft) event(key string, start kg.Date, name string) kg.ID {
	return d.node(&kg.Event{Head: head(kg.EventKind, key), EventType: "visit", Start: start, Precision: start.Precision()}, name)
}

// say adds the claim that an edge holds.
func (d *draft) say(kind kg.EdgeKind, from, to kg.ID, own kg.Edge, date kg.Date, quote string) kg.EdgeKey {
	f := own.EdgeFact()
	f.Kind, f.From, f.To = kind, from, to
	c := kg.Say(d.article.ID, own, date, d.at(quote))
	d.doc.Claims = append(d.doc.Claims, c)
	return kg.EdgeKey{Kind: kind, From: from, To: to, Key: c.Key}
}

func (d *draft) same(a, b kg.ID, quote string) {
	d.doc.Claims = append(d.doc.Claims, kg.Same(d.article.ID, a, b, d.at(quote)))
}

func factOf(k kg.EdgeKey) kg.ID { return kg.FactID(k.Kind, k.From, k.To, k.Key) }
