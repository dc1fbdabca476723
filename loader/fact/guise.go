package fact

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// guise lets the grammars of facts, whose words are simplified and whose digits are half-width, read a text that is printed
// otherwise: they work on a copy with the same offsets, and what they find is written again as the article writes it.
type guise struct {
	raw, plain []rune
	names      map[string]string // plain → as the article writes it
	runes      map[rune]rune     // the same, character by character, as first met
}

// disguised is the copy of r to be read, and the guise that it wears; nil where r's text is plain already.
func disguised(r *reading.Reading) (*reading.Reading, *guise) {
	plain := zh.FoldEach(r.Text.Runes)
	if slices.Equal(plain, r.Text.Runes) {
		return r, nil
	}
	g := &guise{raw: r.Text.Runes, plain: plain, names: map[string]string{}, runes: map[rune]rune{}}
	for i, c := range plain {
		if _, ok := g.runes[c]; !ok {
			g.runes[c] = g.raw[i]
		}
	}
	c := *r
	c.Text = article.NewText(plain, r.Text.Parts)
	c.People, c.Places, c.Organizations = slices.Clone(r.People), slices.Clone(r.Places), slices.Clone(r.Organizations)
	for i := range c.People {
		p := &c.People[i]
		p.Name = g.fold(p.Name)
		p.Posts = slices.Clone(p.Posts)
		for k := range p.Posts {
			p.Posts[k].Title, p.Posts[k].Org = g.fold(p.Posts[k].Title), g.fold(p.Posts[k].Org)
		}
	}
	for i := range c.Places {
		c.Places[i].Name = g.fold(c.Places[i].Name)
	}
	for i := range c.Organizations {
		o := &c.Organizations[i]
		o.Name, o.Short = g.fold(o.Name), slices.Clone(o.Short)
		for k := range o.Short {
			o.Short[k] = g.fold(o.Short[k])
		}
	}
	return &c, g
}

// fold is a name of the reading in plain characters; g remembers how the article writes it.
func (g *guise) fold(name string) string {
	plain := string(zh.FoldEach([]rune(name)))
	if _, ok := g.names[plain]; !ok {
		g.names[plain] = name
	}
	return plain
}

// around is how far from its evidence the words of a fact are looked for, in characters.
const around = 300

// undo is s as the article writes it: a name as it is known, words of the text near a span as they stand there.
func (g *guise) undo(s string, near reading.Span) string {
	if name, ok := g.names[s]; ok || s == "" {
		return name
	}
	words := []rune(s)
	for i := max(0, near.Start-around); i+len(words) <= min(len(g.plain), near.End+around); i++ {
		if slices.Equal(g.plain[i:i+len(words)], words) {
			return string(g.raw[i : i+len(words)])
		}
	}
	for i, r := range words {
		if raw, ok := g.runes[r]; ok {
			words[i] = raw
		}
	}
	return string(words)
}

// facts writes what was read as the article writes it.
func (g *guise) facts(f *reading.Facts) {
	for i := range f.Utterances {
		u := &f.Utterances[i]
		g.all(u.Evidence.Span, &u.Speaker, &u.Verb)
	}
	for i := range f.Statistics {
		s := &f.Statistics[i]
		g.all(s.Evidence.Span, &s.Indicator, &s.Unit, &s.Subject, &s.Period, &s.Change)
	}
	for i := range f.Agreements {
		a := &f.Agreements[i]
		g.all(a.Evidence.Span, &a.Title, &a.Supplements)
		g.list(a.Evidence.Span, a.Parties)
		g.list(a.Evidence.Span, a.Sectors)
	}
	for i := range f.Events {
		e := &f.Events[i]
		g.all(e.Evidence.Span, &e.Name)
		g.list(e.Evidence.Span, e.Agreements)
		for k := range e.Participants {
			p := &e.Participants[k]
			g.all(p.Evidence.Span, &p.Name)
		}
	}
	for i := range f.Bylines {
		c := &f.Bylines[i]
		if c.Evidence.Rule != "" {
			g.all(c.Evidence.Span, &c.Name)
		}
	}
}

func (g *guise) all(near reading.Span, words ...*string) {
	for _, w := range words {
		*w = g.undo(*w, near)
	}
}

func (g *guise) list(near reading.Span, words []string) {
	for i := range words {
		words[i] = g.undo(words[i], near)
	}
}
