package text

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
)

// Entry is what a search may find of a node.
type Entry struct {
	Name    string
	Aliases []string
	Titles  []Titled // what else stands as a title
	Body    string   // an article's text
	Spoken  bool     // may be asked for in pinyin
	Person  bool     // its names begin with surnames
}

// Titled is a field of a node that is a title.
type Titled struct{ Field, Value string }

// Searchable lists the kinds of nodes that can be searched; kinds is the caller's choice, nil all entities and articles.
// Unknown kinds and those that aren't in the index are left out.
func Searchable(kinds []kg.NodeKind) []kg.NodeKind {
	var out []kg.NodeKind
	for _, s := range kg.NodeKinds {
		if kinds == nil && (s.Entity || s.Kind == kg.ArticleKind) || slices.Contains(kinds, s.Kind) && Indexed(s.Kind) {
			out = append(out, s.Kind)
		}
	}
	return out
}

// Indexed says whether nodes of kind stand in the search index.
func Indexed(kind kg.NodeKind) bool {
	s, ok := kg.NodeSchemaOf(kind)
	return ok && (s.Entity || kind == kg.ArticleKind || kind == kg.NewspaperKind)
}

// EntryOf is what a search may find of n.
func EntryOf(n kg.Node) Entry {
	e := Entry{Name: n.NodeHead().Name, Spoken: true}
	switch n := n.(type) {
	case *kg.Article:
		e.Spoken, e.Body = false, n.Text
		e.Titles = titled("title", n.Title, "subtitle", n.Subtitle, "kicker", n.Kicker)
	case *kg.Person:
		e.Aliases, e.Person = n.Aliases, true
	case *kg.Organization:
		e.Aliases = n.ShortNames
	case *kg.Post:
		e.Aliases = spellings(n)
	case *kg.Agreement:
		e.Titles = titled("title", n.Title)
	case *kg.Place:
		e.Titles = titled("path", n.Path)
	}
	return e
}

// spellings is how p may be called too: by its title alone, and by the whole name of its jurisdiction, 乌海市市长, where it is
// called 乌海市长.
func spellings(p *kg.Post) []string {
	var out []string
	if p.Title != p.Name && p.Title != "" {
		out = append(out, p.Title)
	}
	stem, ok := strings.CutSuffix(p.Name, p.Title)
	if i := strings.LastIndex(p.Place, stem); ok && stem != "" && i >= 0 && p.Place[i:] != stem {
		out = append(out, p.Place[i:]+p.Title)
	}
	return out
}

func titled(pairs ...string) []Titled {
	var out []Titled
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, Titled{pairs[i], pairs[i+1]})
		}
	}
	return out
}

// Names is all that stands in the index of names and titles, a line each.
func (e *Entry) Names() string {
	lines := append([]string{e.Name}, e.Aliases...)
	for _, t := range e.Titles {
		if t.Value != e.Name {
			lines = append(lines, t.Value)
		}
	}
	return strings.Join(lines, "\n")
}

// Class is what a Form is of a name.
type Class int

// The classes of forms, each the rank of a hit by prefix (kg.RankNamePrefix …).
const (
	NameForm   Class = kg.RankNamePrefix
	AliasForm  Class = kg.RankAlias
	PinyinForm Class = kg.RankPinyin
)

// Form is a short form under which an entry is looked up by prefix; a name form that is the whole query is an exact hit.
type Form struct {
	Class Class
	Text  string
}

// maxForm bounds, in characters, the names that are found by their forms: Lucene cuts a token of more than 255 UTF-16 units in
// two, and takes no prefix of more than 1,000 bytes. Longer names are found as titles are, and by their beginnings.
const maxForm = 120

// Forms lists the forms of e, without duplicates and empty ones. One that is cut is longer than any form that is asked for.
func (e *Entry) Forms() []Form {
	var out []Form
	add := func(c Class, s string) {
		if r := []rune(s); len(r) > maxForm {
			s = string(r[:maxForm+1])
		}
		if f := (Form{c, s}); s != "" && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	add(NameForm, zh.Key(e.Name))
	for _, a := range e.Aliases {
		add(AliasForm, zh.Key(a))
	}
	if !e.Spoken {
		return out
	}
	for _, n := range append([]string{e.Name}, e.Aliases...) {
		r := read(n, e.Person)
		add(PinyinForm, r.Full())
		add(PinyinForm, r.Initials())
	}
	return out
}
