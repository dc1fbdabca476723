package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// besideSigning is where the signing was before or behind which the sentence that opens so tells something: 签约前，. "" if it doesn't, or nothing says
// where that was.
func (s *story) besideSigning(c *view) string {
	head := c.Text(0, min(longestFollow, len(c.Tokens)))
	if s.signing < s.since || s.signing < 0 || s.drafts[s.signing].guessed || !zh.BeginsWith(head, "签约前，", "签约后，", "签约仪式前，", "签约仪式后，", "签字前，", "签字后，", "签字仪式前，") {
		return ""
	}
	return s.drafts[s.signing].Place
}

// wide is true where the sentence tells of what is held for the whole of the home: 当天下午，全市推进会召开.
func (c *view) wide() bool {
	return slices.ContainsFunc(c.Tokens, func(t discourse.Token) bool {
		return t.Kind == discourse.Place && c.D.Name(t) == c.D.Home && strings.HasPrefix(c.D.String(t.Span), "全")
	}) && c.noted(0, len(c.Tokens), held)
}
