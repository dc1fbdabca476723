package event

import (
	"regexp"

	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// penned is what a clause opens with that says who signed what was just told of: 签字人是某某和某某, 落笔的分别是甲和乙.
var penned = regexp.MustCompile(`^(?:代表\p{Han}{1,8})?(?:签字|签约|签署|落笔)(?:人|的)(?:分别)?(?:是|为|有)`)

// pens adds to the signing that goes on whom a clause says to have signed.
func (s *story) pens(c *view) {
	if s.signing < 0 || s.drafts[s.signing].dropped {
		return
	}
	for j := range c.Tokens {
		if j > 0 && !c.Tokens[j-1].Mark() || c.Silent(j) {
			continue
		}
		end := j
		for end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun) {
			end++
		}
		if penned.MatchString(c.Text(j, end)) {
			for _, t := range c.Tokens[j:end] { // 签字人为甲与乙: 为 governs nobody here
				if t.Kind == discourse.Person {
					s.drafts[s.signing].add(reading.Signatory, clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
				}
			}
		}
	}
}
