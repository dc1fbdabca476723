package clause

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// answering ends in words that end in 应 and answer no invitation.
var answering = [...]string{"供应", "响应", "反应", "相应", "适应", "回应", "效应", "对应", "感应", "答应", "理应"}

// inviting is true for the mention at token j of somebody who invites others: 应甲和乙的邀请, 并应甲、乙邀请.
func (c *Clause) inviting(j int) bool {
	from := c.Comma(j)
	for k := j - 1; k > from; k-- {
		t := c.Tokens[k]
		if t.Is(discourse.Meet | discourse.Talk | discourse.Visit | discourse.Travel | discourse.Attend | discourse.Host | discourse.Say | discourse.Sign) {
			return false
		}
		if s := c.D.String(t.Span); t.Kind != discourse.Text || !strings.HasSuffix(s, "应") || zh.EndsWith(s, answering[:]...) {
			continue
		}
		for end := j + 1; end < len(c.Tokens) && (!c.Tokens[end].Mark() || c.Tokens[end].Kind == discourse.Dun); end++ {
			if c.Tokens[end].Kind == discourse.Text && zh.Holds(c.D.String(c.Tokens[end].Span), "邀请", "之邀", "邀约") {
				return true
			}
		}
		return false
	}
	return false
}
