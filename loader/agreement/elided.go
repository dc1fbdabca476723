package agreement

import (
	"strings"

	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// elided is the body of the division at token j where a list names what it is only at its end: 甲县、乙县供销社 are two of them. "" if it
// ends otherwise.
func (r *reader) elided(c *clause.Clause, j int) string {
	level := r.levelAt(c, j)
	if level == "" {
		return ""
	}
	k := j
	for k+2 < len(c.Tokens) && (c.Tokens[k+1].Kind == discourse.Dun || c.D.String(c.Tokens[k+1].Span) == "和") && r.levelAt(c, k+2) == level {
		k += 2
	}
	if k+2 >= len(c.Tokens) || c.Tokens[k+1].Kind != discourse.Dun && c.D.String(c.Tokens[k+1].Span) != "和" || c.Tokens[k+2].Kind != discourse.Org {
		return ""
	}
	last := c.D.String(c.Tokens[k+2].Span)
	at := strings.Index(last, level)
	if kind := r.d.Organizations[c.Tokens[k+2].Index].Type; at < 0 || len([]rune(last[:at])) > longestDivision || kind == "company" || kind == "delegation" || len([]rune(last[at:])) < shortestNoun {
		return ""
	}
	return c.D.String(c.Tokens[j].Span) + last[at+len(level):]
}

// Bounds of what makes up the name of such a body, in characters.
const (
	longestDivision = 4 // 乙县 without its level
	shortestNoun    = 3 // 县法院
)

// levelAt is the level that ends the name of the division at token j as the text gives it, "" if none does.
func (r *reader) levelAt(c *clause.Clause, j int) string {
	t := c.Tokens[j]
	if t.Kind != discourse.Place || r.d.Places[t.Index].Type != reading.Admin || t.End-t.Start < 2 {
		return ""
	}
	return levelOf(c.D.String(reading.Span{Start: t.End - 1, End: t.End}))
}
