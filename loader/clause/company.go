package clause

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// InCompany is true for the word of company at token i behind those in whose company somebody else does something: 在甲陪同下, 由甲陪同到某镇.
func (c *Clause) InCompany(i int) bool {
	if !c.Tokens[i].Is(discourse.Accompany) {
		return false
	}
	next := c.Next(i)
	return strings.HasSuffix(c.D.String(c.Tokens[i].Span), "陪同下") || zh.BeginsWith(c.D.String(next.Span), "下") ||
		next.Is(discourse.Travel|discourse.Visit|discourse.Inspect) && slices.ContainsFunc(c.Tokens[c.Comma(i)+1:i], c.By)
}

// By is true for the 由 before those who do something: 由甲陪同, not 由于.
func (c *Clause) By(t discourse.Token) bool {
	text := c.D.String(t.Span)
	return t.Kind == discourse.Text && strings.HasPrefix(text, "由") && !zh.BeginsWith(text, "由于", "由此")
}

// Escorted is true for 陪同 at token i where a person stands behind it who then goes or looks somewhere: 甲陪同乙到某镇调研.
func (c *Clause) Escorted(i int) bool {
	if !c.Tokens[i].Is(discourse.Accompany) || !strings.HasSuffix(c.D.String(c.Tokens[i].Span), "陪同") {
		return false
	}
	end := i + 1
	for end < len(c.Tokens) && !c.Tokens[end].Is(discourse.Travel|discourse.Visit|discourse.Inspect) {
		if t := c.Tokens[end]; t.Mark() && t.Kind != discourse.Dun || t.Is(discourse.Of) {
			return false
		}
		end++
	}
	return end < len(c.Tokens) && c.peopled(i+1, end)
}
