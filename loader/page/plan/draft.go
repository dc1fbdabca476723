package plan

import (
	"slices"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
)

// Draft is an article as the plan has it: which texts of the page are which of its parts. How they read is left to who writes it.
type Draft struct {
	Kicker, Title, Subtitle text.Text
	Marks                   []Left // what stands in its headline block and is none of it: dashes, a label
	Passages                []Passage
	Captions                []Caption
	Bylines                 []article.Byline // of lines of their own
	Column                  string           // the label that stands over it
	Box                     bool             // its title is the label of a box
}

// Passage is a stretch of a draft's body.
type Passage struct {
	Subhead text.Text // over it; empty for none
	Paras   []text.Text
	From    line.Jump // the page that it comes from; zero for none
	To      string    // the page that it goes on to
	Item    bool      // it is an item of a news column
}

// Caption is a photograph's caption with its credit.
type Caption struct {
	Text    text.Text
	Words   int // code points before the credit
	Credits []article.Byline
}

// Left is a text of the page that is no part of an article.
type Left struct {
	Text text.Text
	Kind string // as that of a Remainder
}

// finished lists the drafts in the order of the page.
func (b *binder) finished() []Draft {
	slices.SortStableFunc(b.drafts, func(x, y *draft) int { return x.first - y.first })
	var out []Draft
	for _, d := range b.drafts {
		if len(d.blocks) > 0 || len(d.caps) > 0 {
			out = append(out, b.finish(d))
		}
	}
	return out
}

func (b *binder) finish(d *draft) Draft {
	h := b.heading(d)
	out := Draft{Kicker: h.kicker, Title: h.title, Subtitle: h.subtitle, Marks: h.marks, Bylines: d.bylines, Column: d.column, Box: d.box >= 0}
	if h.column != "" {
		out.Column = h.column
	}
	if d.box >= 0 {
		t := b.ps[d.box].Text
		out.Title = t.Without(func(i int) bool { return text.IsSpace(t.Runes[i]) })
	}
	for _, m := range d.blocks {
		x := &b.bs[m]
		p := Passage{Paras: x.paras, From: line.Jump{Page: x.comes, Name: x.named}, To: x.jump, Item: x.item}
		for _, k := range d.subs[m] {
			p.Subhead = text.Spaced(p.Subhead, b.ps[k].Text)
		}
		out.Passages = append(out.Passages, p)
	}
	slices.Sort(d.caps)
	for _, c := range d.caps {
		p, t := &b.ps[b.bs[c].from], b.bs[c].paras[0]
		out.Captions = append(out.Captions, Caption{Text: t, Words: min(p.Words, t.Len()), Credits: p.Credits})
	}
	return out
}

// kindOf is the kind of what is left of parts that no article takes, whatever is used of them.
var kindOf = [...]string{part.Masthead: "masthead", part.Contents: "contents", part.Weather: "contents", part.Row: "text", part.Label: "label", part.Jump: "jump"}

// rest lists the parts that no article took.
func (b *binder) rest() []Left {
	var out []Left
	for k := range b.ps {
		p := &b.ps[k]
		switch p.Role {
		case part.Masthead, part.Contents, part.Weather, part.Row, part.Jump:
			out = append(out, Left{p.Text, kindOf[p.Role]})
		case part.Label:
			if !b.used[k] {
				out = append(out, Left{p.Text, kindOf[p.Role]})
			}
		case part.Byline:
			kind := "text"
			if b.used[k] {
				kind = "byline"
			}
			out = append(out, Left{p.Text, kind})
		case part.Head:
			if !b.used[k] {
				out = append(out, Left{p.Text, "text"})
			}
			for _, u := range b.halvesOf(k) {
				out = append(out, Left{b.us[u].text, "text"})
			}
		}
	}
	return out
}

// halvesOf lists the halves of display part k that went to no headline while the other half did.
func (b *binder) halvesOf(k int) []int {
	var free []int
	owned := false
	for u := range b.us {
		if b.us[u].part == k {
			if b.owner[u] >= 0 {
				owned = true
			} else {
				free = append(free, u)
			}
		}
	}
	if !owned {
		return nil
	}
	return free
}
