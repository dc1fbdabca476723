package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
)

// builder writes one generated document.
type builder struct {
	doc     *kg.Document
	article *kg.Article
	length  int
	made    map[kg.ID]bool
	nr      int // of the document
	at      int // where the next claim stands
}

func newBuilder(id kg.ID, nr int) *builder {
	return &builder{doc: &kg.Document{ID: id}, made: map[kg.ID]bool{}, nr: nr}
}

func (b *builder) writeArticle(w *World, rng *rand.Rand) string {
	title := personName(zipf(rng, w.Persons)) + "在" + placeName(zipf(rng, w.Places)) + "调研"
	if rng.IntN(20) == 0 {
		title += "（50%_达成\\“\"it's\"”）"
	}
	var body strings.Builder
	vocabulary := []rune(words)
	for range 40 + rng.IntN(120) {
		body.WriteString(pick(vocabulary, rng.IntN(len(vocabulary))))
	}
	body.WriteString("。" + personName(zipf(rng, w.Persons)) + "说，𠮷野家100%_满意。")
	text := title + "\n" + body.String()
	cluster := fmt.Sprintf("c%d", b.nr)
	if w.Clusters > 0 {
		cluster = fmt.Sprintf("c%d", rng.IntN(w.Clusters))
	}
	published := w.comes(b.nr)
	if published == "" {
		published = day(rng.IntN(w.Days))
	}
	n := utf8.RuneCountInString(title)
	b.length = utf8.RuneCountInString(text)
	b.article = &kg.Article{
		Head: kg.Head{ID: kg.MakeIDBeside("a", b.doc.ID, string(b.doc.ID), "1"), Kind: kg.ArticleKind, Key: fmt.Sprintf("%s/%d", b.doc.ID, 1), Name: title}, Title: title,
		Text: text, Parts: kg.Parts{{Kind: "title", Start: 0, End: n}, {Kind: "body", Start: n + 1, End: b.length}},
		Published: published, Page: strconv.Itoa(1 + rng.IntN(8)), ArticleType: "article", Cluster: cluster, Document: b.doc.ID,
	}
	b.doc.Nodes = append(b.doc.Nodes, b.article)
	return text
}

// evidence is a stretch of the text that moves on with every claim.
func (b *builder) evidence(rng *rand.Rand) kg.Evidence {
	b.at = (b.at + 3) % (b.length - 10)
	start := b.at
	return kg.Evidence{
		Start: start, End: start + 1 + rng.IntN(6), SentenceStart: max(start-5, 0), SentenceEnd: min(start+12, b.length),
		Rule: "generated." + strconv.Itoa(rng.IntN(4)), Confidence: 500 + 50*rng.IntN(11),
	}
}

// add puts n into the document, once, with a claim of its name.
func (b *builder) add(rng *rand.Rand, n kg.Node, name string) kg.ID {
	id := n.NodeHead().ID
	if !b.made[id] {
		b.made[id] = true
		b.doc.Nodes = append(b.doc.Nodes, n)
		b.attr(rng, id, "name", name)
	}
	return id
}

func (b *builder) attr(rng *rand.Rand, id kg.ID, field, value string) {
	b.doc.Claims = append(b.doc.Claims, kg.Attr(b.article.ID, id, field, value, b.evidence(rng)))
}

func (b *builder) say(rng *rand.Rand, kind kg.EdgeKind, from, to kg.ID, date kg.Date, own kg.Edge) {
	f := own.EdgeFact()
	f.Kind, f.From, f.To = kind, from, to
	b.doc.Claims = append(b.doc.Claims, kg.Say(b.article.ID, own, date, b.evidence(rng)))
}

func (b *builder) paper(w *World, rng *rand.Rand) {
	i := zipf(rng, w.Papers)
	name := placeName(i) + "日报"
	id := b.add(rng, &kg.Newspaper{Head: head(kg.NewspaperKind, name)}, name)
	b.attr(rng, id, "homePlace", placeName(i))
	b.say(rng, kg.PublishedIn, b.article.ID, id, b.article.Published, &kg.Published{Page: b.article.Page})
}

func head(kind kg.NodeKind, key string) kg.Head {
	s, _ := kg.NodeSchemaOf(kind)
	return kg.Head{ID: kg.MakeID(s.Prefix, "generated", key), Kind: kind, Key: key}
}

func (b *builder) place(w *World, rng *rand.Rand) kg.ID {
	i := zipf(rng, w.Places)
	n := &kg.Place{
		Head: head(kg.PlaceKind, fmt.Sprintf("place %d", i)), Path: "某省" + placeName(i), Code: fmt.Sprintf("%06d", i),
		Level: []string{"province", "prefecture", "county"}[i%3], PlaceType: "division",
	}
	return b.mention(rng, b.add(rng, n, placeName(i)))
}

func (b *builder) organization(w *World, rng *rand.Rand) kg.ID {
	i := zipf(rng, w.Organizations)
	name := placeName(i) + "集团" + strconv.Itoa(i)
	id := b.add(rng, &kg.Organization{Head: head(kg.OrganizationKind, name), Place: placeName(i)}, name)
	if rng.IntN(3) == 0 {
		b.attr(rng, id, "shortNames", placeName(i)+"团")
		b.attr(rng, id, "orgType", []string{"company", "school", "party"}[rng.IntN(3)])
	}
	return b.mention(rng, id)
}

func (b *builder) post(w *World, rng *rand.Rand) kg.ID {
	i := zipf(rng, w.Posts)
	title := []string{"市长", "书记", "主任", "局长"}[i%4]
	id := b.add(rng, &kg.Post{Head: head(kg.PostKind, fmt.Sprintf("post %d", i)), Place: placeName(i), Rank: i % 5, Seats: (i + 1) % 2}, placeName(i)+title)
	b.attr(rng, id, "title", title)
	return id
}

// person is one of the world's; some stand in two scopes, and an article may say that these are one.
func (b *builder) person(w *World, rng *rand.Rand) kg.ID {
	i := zipf(rng, w.Persons)
	name := personName(i)
	scope := rng.IntN(2) * (i % 2)
	scoped := func(scope int) kg.ID {
		where := fmt.Sprintf("scope %d", scope)
		return b.add(rng, &kg.Person{Head: head(kg.PersonKind, fmt.Sprintf("%d in %s", i, where)), Scope: where}, name)
	}
	id := scoped(scope)
	if i%2 == 1 && rng.IntN(12) == 0 {
		b.doc.Claims = append(b.doc.Claims, kg.Same(b.article.ID, id, scoped(1-scope), b.evidence(rng)))
	}
	switch rng.IntN(8) {
	case 0:
		b.attr(rng, id, "gender", []string{"female", "male"}[rng.IntN(2)])
	case 1:
		b.attr(rng, id, "aliases", "老"+string([]rune(name)[0]))
	case 2:
		b.attr(rng, id, "name", name+"同志")
	case 3:
		b.attr(rng, id, "official", "true")
	}
	return b.mention(rng, id)
}

func (b *builder) mention(rng *rand.Rand, id kg.ID) kg.ID {
	seen := slices.ContainsFunc(b.doc.Claims, func(c kg.Claim) bool { return c.Kind == kg.MentionsEntity && c.To == id })
	if !seen {
		start := rng.IntN(b.length - 5)
		b.say(rng, kg.MentionsEntity, b.article.ID, id, "", &kg.Mentioned{Count: 1 + rng.IntN(4), Spans: kg.Spans{{Start: start, End: start + 2}}})
	}
	return id
}
