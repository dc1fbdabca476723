package agreement

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

// joint is the states whose short names stand together from token a to token b and act: 中科成功签署, 中沙伊三方签署. nil where they only begin a
// name (中老铁路), or none do.
func (r *reader) joint(c *clause.Clause, a, b int) []string {
	for j := a; j < b; j++ {
		if c.Adjoined(j) == nil {
			continue
		}
		var out []string
		k := j
		for ; k < b && c.Tokens[k].Kind == discourse.Place && c.Tokens[k].End-c.Tokens[k].Start == 1 && (k == j || c.Tokens[k-1].End == c.Tokens[k].Start); k++ {
			out = add(out, r.d.Name(c.Tokens[k]))
		}
		next := c.Tokens[k]
		if next.Is(discourse.Sign|discourse.Both|discourse.Filler|discourse.Each|discourse.At) || next.Kind == discourse.Date ||
			next.Kind == discourse.Text && zh.BeginsWith(r.d.String(next.Span), adverbs[:]...) {
			return out
		}
		j = k
	}
	return nil
}
