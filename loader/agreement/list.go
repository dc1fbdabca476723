package agreement

import (
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// heading is the token of the verb of signing that opens the list which token i stands in, -1 if none does: 签约的还有：甲与乙的购销合同；
// 丙与丁的共建协议.
func heading(c *clause.Clause, i int) int {
	for j := i - 1; j > 0; j-- {
		if c.Tokens[j].Kind != discourse.Comma || c.D.String(c.Tokens[j].Span) != "：" {
			continue
		}
		for k := j - 1; k > c.Comma(j) && k >= j-closeBy; k-- {
			if c.Tokens[k].Is(discourse.Sign | discourse.SignRite) {
				return k
			}
		}
		return -1
	}
	return -1
}

// closeBy is how many tokens may stand between the verb that opens a list and its colon: 签约|的|还有|：.
const closeBy = 5

// stated is the bodies that the text says right beside the document that it is of: before it, behind a colon, or in the clause that
// only plans it (该院正在与某医院商谈医联体协议). nil where it doesn't.
func (r *reader) stated(c *clause.Clause, p paper) []string {
	if list := r.owners(c, p); list != nil {
		return list
	}
	if list := r.enumerated(c, p); list != nil {
		return list
	}
	if p.verb < 0 && c.Noted(p.at, discourse.And) && c.Noted(p.at, discourse.Future) {
		if list := r.acting(c, c.Comma(p.at)+1, p.from); len(list) == 2 {
			return list
		}
	}
	if list := r.between(c, p); len(list) >= 2 {
		return list
	}
	return r.houses(c, p)
}

// owners is the bodies whose a document is said to be, joined by 与 right before 的: 甲局与乙局的共建协议. nil where it isn't two.
func (r *reader) owners(c *clause.Clause, p paper) []string {
	if p.titled || p.from < 4 || !c.Tokens[p.from-1].Is(discourse.Of) {
		return nil
	}
	var out []string
	joins, beside := 0, false
	for j := p.from - 2; j >= 0; j-- {
		t := c.Tokens[j]
		if t.Is(discourse.And) {
			joins++
			beside = false
			continue
		}
		if t.Kind != discourse.Place && t.Kind != discourse.Org || beside && t.End != c.Tokens[j+1].Start {
			break
		}
		if !beside { // else 某县 of 某县|某镇
			out, beside = append([]string{r.d.Name(t)}, out...), true
		}
	}
	if joins != 1 || len(out) != 2 || out[0] == out[1] {
		return nil
	}
	return out
}

// division is the division that a place is, or that what is built lies in by its name.
func (r *reader) division(c *clause.Clause, p reading.Place) string {
	if p.Type == reading.Admin {
		return p.Name
	}
	return c.Seat(p)
}

// enumerated is the bodies that a colon behind the document lists, each with the division in the brackets behind it: 签订投资协议：
// 甲公司（某县冷库）、乙公司（某县茶园）. nil where they are no list of bodies.
func (r *reader) enumerated(c *clause.Clause, p paper) []string {
	if p.verb < 0 || p.after+2 >= len(c.Tokens) || c.D.String(c.Tokens[p.after].Span) != "：" {
		return nil
	}
	var out []string
	items := 0
	for j := p.after + 1; j < len(c.Tokens); j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Org:
			out = add(out, r.d.Name(t))
			items++
		case t.Kind == discourse.Paren:
			for _, m := range r.d.Within(t.Span) {
				if m.Kind == discourse.Place {
					out = add(out, r.division(c, r.d.Places[m.Index]))
					break
				}
			}
		case t.Kind == discourse.Dun, t.Kind == discourse.Place, t.Is(discourse.And):
		case t.Kind == discourse.Stop && items > 1:
			return out
		default:
			return nil
		}
	}
	return nil
}
