package agreement

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

// urges is the words with which somebody wants others to agree.
var urges = [...]string{"呼吁", "敦促", "要求", "希望", "期待", "督促"}

// urged is the token of the word with which somebody only wants others to sign document p, or brings them to it: it stands in the clause of
// the verb, or in the one before where that of the verb names nobody. -1 if none does.
func (r *reader) urged(c *clause.Clause, p paper) int {
	if p.verb > p.at {
		return -1
	}
	first := c.Comma(p.verb) + 1
	if first > 1 && len(r.acting(c, first, min(p.verb, p.from))) == 0 {
		first = c.Comma(first-1) + 1
	}
	for j := p.verb - 1; j >= first; j-- {
		t := c.Tokens[j]
		if c.Causes(j) || (t.Is(discourse.Say) || t.Kind == discourse.Text) && zh.EndsWith(r.d.String(t.Span), urges[:]...) {
			return j
		}
	}
	return -1
}

// demands is the words with which somebody outside wants others to agree: nothing is to be signed yet.
var demands = [...]string{"呼吁", "敦促", "要求", "督促"}

// unreal is true for a document without a title that somebody only calls for (民众要求政府同对方达成协议) or supposes (若达成协议), and for what only
// names a body: 自由贸易协定|联委会.
func (r *reader) unreal(c *clause.Clause, p paper) bool {
	if p.titled {
		return false
	}
	if p.after < len(c.Tokens) && zh.BeginsWith(r.d.String(c.Tokens[p.after].Span), "联委会", "联合委员会", "委员会", "联合工作组", "工作组", "秘书处") {
		return true
	}
	if p.verb < 0 || p.verb > p.at {
		return false
	}
	at := r.urged(c, p)
	return c.Supposed(p.verb) || at >= 0 && zh.EndsWith(r.d.String(c.Tokens[at].Span), demands[:]...)
}
