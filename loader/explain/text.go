package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/reading"
)

// entity is one person, place or body of the article under a short name: P1, L2, O3.
type entity struct {
	label, name string
	spans       []reading.Evidence
}

// mentioned is everybody and everything that r mentions, in its order.
func mentioned(r *reading.Reading) []entity {
	var out []entity
	for i, x := range r.People {
		out = append(out, entity{fmt.Sprint("P", i+1), x.Name, x.Spans})
	}
	for i, x := range r.Places {
		out = append(out, entity{fmt.Sprint("L", i+1), x.Name, x.Spans})
	}
	for i, x := range r.Organizations {
		out = append(out, entity{fmt.Sprint("O", i+1), x.Name, x.Spans})
	}
	return out
}

// marked is one mention to be marked in the text.
type marked struct {
	reading.Span
	label string
}

// text writes the article's text with [the mentions P1], nested ones inside the others.
func (p *page) text(names []entity) {
	fmt.Fprintln(p, "TEXT")
	var list []marked
	for _, e := range names {
		for _, s := range e.spans {
			if s.Start < s.End {
				list = append(list, marked{s.Span, e.label})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b marked) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	for _, part := range p.r.Text.Parts {
		var inside []marked
		for _, m := range list {
			if m.Start >= part.Start && m.End <= part.End {
				inside = append(inside, m)
			}
		}
		fmt.Fprintf(p, "  %s: %s\n", part.Kind, p.brackets(part.Start, part.End, inside))
	}
}

// brackets is the text from start to end with the mentions of list, which lie in it in order. One that crosses another is
// left unmarked.
func (p *page) brackets(start, end int, list []marked) string {
	var b strings.Builder
	var open []marked
	at := start
	upTo := func(to int) {
		for len(open) > 0 && open[len(open)-1].End <= to {
			m := open[len(open)-1]
			open = open[:len(open)-1]
			b.WriteString(p.r.Text.Slice(at, m.End) + " " + m.label + "]")
			at = m.End
		}
		b.WriteString(p.r.Text.Slice(at, to))
		at = to
	}
	for _, m := range list {
		upTo(m.Start)
		if len(open) > 0 && m.End > open[len(open)-1].End {
			continue
		}
		b.WriteString("[")
		open = append(open, m)
	}
	upTo(end)
	return b.String()
}

// mentions writes a line for each entity: its name, and each mention with its rule.
func (p *page) mentions(names []entity) {
	fmt.Fprintln(p, "\nMENTIONS")
	for _, e := range names {
		fmt.Fprintf(p, "  %s %s\n", e.label, e.name)
		for _, s := range e.spans {
			fmt.Fprintf(p, "      %s  %s\n", proof(s.Rule), p.quote(s.Span))
		}
	}
}
