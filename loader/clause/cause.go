package clause

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/loader/discourse"
)

// causes ends in a word with which somebody brings others to do something: 近日组织, 促成. 国际组织 is none.
var causes = regexp.MustCompile(`(?:促成|帮助|协助|撮合|引导|(?:^|日|前|将|已|还|并|积极|统一|集中|联合|分别|牵头|会同)组织)$`)

// caused is such a word with those behind it who have no names: 组织81家电商平台集中, 吸引一批企业.
var caused = regexp.MustCompile(`(?:促成|帮助|协助|撮合|引导|组织|吸引)了?(?:[0-9]+[多余]?[家个名户]|一批|多家|众多|不少|大批)`)

// Causes is true for the text at token j with which somebody brings others to do what stands behind it.
func (c *Clause) Causes(j int) bool {
	t := c.Tokens[j]
	if t.Kind != discourse.Text {
		return false
	}
	word := strings.TrimSuffix(c.D.String(t.Span), "了")
	return causes.MatchString(word) && j+1 < len(c.Tokens) && !c.Tokens[j+1].Mark() || caused.MatchString(word)
}
