// Package explain writes one article as read, for people: its text with the mentions marked, the sets that words like 两地
// and 我市 stand for, each claim with its rule, confidence and quote, and what was seen and not claimed. It reads nothing of
// its own.
package explain

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/claim"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/trust"
)

// Write explains r. Without a publication day no claims can be made; the rest is written all the same. Errors are those of w.
func Write(w io.Writer, r *reading.Reading) error {
	p := &page{Writer: bufio.NewWriter(w), r: r}
	a := r.Article
	fmt.Fprintf(p, "== %s\n", strings.Join(some(a.ID, a.Title), "  "))
	fmt.Fprintf(p, "   %s\n\n", strings.Join(some(a.Publication, a.PublishedAt, "home "+or(r.Home, "unknown")), ", "))
	p.marks()
	names := mentioned(r)
	p.text(names)
	p.mentions(names)
	p.sets()
	p.claims()
	p.unresolved()
	return p.Flush()
}

type page struct {
	*bufio.Writer
	r *reading.Reading
}

func some(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func or(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}

// quote is the words of a span with where they stand.
func (p *page) quote(s reading.Span) string {
	return fmt.Sprintf("%d–%d 「%s」", s.Start, s.End, strings.ReplaceAll(p.r.Text.Slice(s.Start, s.End), "\n", "⏎"))
}

// proof is the rule of a piece of evidence with the confidence that it gives, per mille.
func proof(rule string) string { return fmt.Sprintf("%s %d‰", rule, trust.Default().Of(rule)) }

// marks writes why the text is to be doubted, if it is.
func (p *page) marks() {
	for _, m := range p.r.Marks {
		fmt.Fprintf(p, "MARKED %s: its claims count for half\n", m.Kind)
		for _, s := range m.Spans {
			fmt.Fprintf(p, "  %s\n", p.quote(s))
		}
		fmt.Fprintln(p)
	}
}

// sets writes what the words of the discourse stand for: the two sides, the speaker's own place, days.
func (p *page) sets() {
	d := discourse.New(p.r)
	fmt.Fprintln(p, "\nSETS")
	pair := d.Sides.Pair()
	switch {
	case pair != nil:
		fmt.Fprintf(p, "  the two sides: %s (guest), %s (host)\n", pair[0], pair[1])
	case d.Sides.Guest != "":
		fmt.Fprintf(p, "  the guest: %s\n", d.Sides.Guest)
	default:
		fmt.Fprintln(p, "  the two sides: none")
	}
	for _, t := range d.Tokens {
		if !t.Is(discourse.Both) {
			continue
		}
		who := "nobody known"
		if w := d.String(t.Span); pair != nil && !strings.HasPrefix(w, "三") {
			who = strings.Join(pair, ", ")
		}
		fmt.Fprintf(p, "  %s → %s\n", p.quote(t.Span), who)
	}
	for _, x := range p.r.Places {
		for _, e := range x.Spans {
			if e.Rule == "place.home" {
				fmt.Fprintf(p, "  %s → %s\n", p.quote(e.Span), x.Name)
			}
		}
	}
	for _, day := range d.Dates {
		fmt.Fprintf(p, "  %s → %s\n", p.quote(day.Span), or(strings.Join(some(day.Start, day.End), " to "), "left open"))
	}
}

// claims writes what the article adds to the graph, but for its mentions: those stand above.
func (p *page) claims() {
	fmt.Fprintln(p, "\nCLAIMS")
	a := p.r.Article
	doc, err := claim.Build(claim.Input{
		ID:       claim.DocumentID(a.Publication, a.PublishedAt, "", []*article.Article{a}),
		Source:   kg.Source{Name: a.ID, Publication: a.Publication, Place: a.PublicationPlace, Date: kg.Date(a.PublishedAt)},
		Readings: []*reading.Reading{p.r},
	})
	if err != nil {
		fmt.Fprintf(p, "  none: %v\n", err)
		return
	}
	names := namesOf(doc)
	for i := 0; i < len(doc.Claims); {
		c := doc.Claims[i]
		said := statement(c, names)
		for i++; i < len(doc.Claims) && c.Kind == kg.Attribute && beside(doc.Claims[i], c); i++ {
			said += ", " + fields(doc.Claims[i])
		}
		if c.Kind != kg.MentionsEntity {
			e := c.Evidence
			fmt.Fprintf(p, "  %s\n      %s %d‰  %s\n", said, e.Rule, e.Confidence, p.quote(reading.Span{Start: e.Start, End: e.End}))
		}
	}
}

// beside tells whether c says one more thing of the node that the attribute first speaks of, by the same evidence.
func beside(c, first kg.Claim) bool {
	return c.Kind == kg.Attribute && c.From == first.From && c.Evidence == first.Evidence
}

// namesOf is what the nodes of doc are called: by their own claims, or, of an article, by its title.
func namesOf(doc *kg.Document) map[kg.ID]string {
	names := map[kg.ID]string{}
	for _, n := range doc.Nodes {
		if h := n.NodeHead(); h.Name != "" {
			names[h.ID] = h.Name
		}
	}
	for _, c := range doc.Claims {
		if c.Kind == kg.Attribute && c.Key == "name" {
			names[c.From] = c.Values[0].Value
		}
	}
	return names
}

// statement is a claim in a line.
func statement(c kg.Claim, names map[kg.ID]string) string {
	from, to := called(c.From, names), called(c.To, names)
	if c.Kind == kg.Attribute {
		return from + ": " + fields(c)
	}
	s := fmt.Sprintf("%s %s → %s", c.Kind, from, to)
	if own := fields(c); own != "" {
		s += " (" + own + ")"
	}
	return s
}

// fields is a claim's own fields.
func fields(c kg.Claim) string {
	var out []string
	if schema, ok := kg.EdgeSchemaOf(c.Kind); ok && c.Key != "" {
		out = append(out, schema.Key+" "+c.Key)
	}
	for _, v := range c.Values {
		out = append(out, v.Field+" "+v.Value)
	}
	if c.Date != "" {
		out = append(out, "on "+string(c.Date))
	}
	return strings.Join(out, ", ")
}

func called(id kg.ID, names map[kg.ID]string) string { return or(names[id], string(id)) }

// unresolved writes what reached binding and was not claimed, and why.
func (p *page) unresolved() {
	fmt.Fprintln(p, "\nUNRESOLVED")
	if len(p.r.Unresolved) == 0 {
		fmt.Fprintln(p, "  nothing")
	}
	for _, u := range p.r.Unresolved {
		may := ""
		if len(u.Candidates) > 0 {
			may = ": " + strings.Join(u.Candidates, ", ")
		}
		fmt.Fprintf(p, "  %s %s  %s%s\n", u.Kind, p.quote(u.Span), u.Reason, may)
	}
	fmt.Fprintln(p)
}
