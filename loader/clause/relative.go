package clause

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// Relative is the index of the person that the relative clause holding token i describes, -1 outside such a clause.
func (c *Clause) Relative(i int) int { return c.described(i) - 1 }

// described is 1 + Relative.
func (c *Clause) described(i int) int {
	if c.relative == nil {
		return 0
	}
	return c.relative[i]
}

// subordinate marks the relative clauses: what stands before 的 and a titled person, back to the preposition, the verb that
// takes a person, or the mark before it (同来华进行国事访问的总统托卡耶夫会谈).
func (c *Clause) subordinate() {
	for i, t := range c.Tokens {
		if !t.Is(discourse.Of) || c.reveals(i+1) {
			continue
		}
		head := c.head(i)
		if head < 0 {
			continue
		}
		verbs := false
		from := i
		for from > 0 {
			p := c.Tokens[from-1]
			if p.Mark() && p.Kind != discourse.Dun || p.Is(discourse.And|discourse.Meet|discourse.Each) {
				break
			}
			if p.Kind == discourse.Person {
				if with := c.escorts(from - 1); with >= 0 {
					from = with
				}
				break
			}
			verbs = verbs || p.Kind == discourse.Word || c.D.Goes(p)
			from--
		}
		if verbs && c.relative == nil {
			c.relative = make([]int, len(c.Tokens))
		}
		for j := from; j <= i && verbs; j++ {
			c.relative[j] = head + 1
		}
	}
}

// escorts is the token of the verb with which the person at token i is only escorted, right behind 与 or 同: 与|陪同|某国总统甲|访华的部长乙会谈. -1 if
// nobody escorts them so.
func (c *Clause) escorts(i int) int {
	for j := i - 1; j > 0; j-- {
		switch t := c.Tokens[j]; {
		case t.Is(discourse.Accompany):
			if c.Tokens[j-1].Is(discourse.And) {
				return j
			}
			return -1
		case t.Kind != discourse.Place && t.Kind != discourse.Org && t.Kind != discourse.Text:
			return -1
		}
	}
	return -1
}

// reveals is true for the token at i behind 的 that opens who did what stands before: 主持会议的|是甲, 先后发言的|有乙、丙和丁.
func (c *Clause) reveals(i int) bool {
	if i >= len(c.Tokens) || c.Tokens[i].Kind != discourse.Text {
		return false
	}
	word := c.D.String(c.Tokens[i].Span)
	return zh.BeginsWith(word, "还有", "分别是", "依次是") || zh.BeginsWith(word, "是", "有") && !zh.BeginsWith(word, "有关", "有限", "有的", "有力", "有效", "是否")
}

// head is the person that the relative clause closed by 的 at token i describes, -1 if none.
func (c *Clause) head(i int) int {
	for j := i + 1; j < len(c.Tokens); j++ {
		switch t := c.Tokens[j]; t.Kind {
		case discourse.Person:
			return j
		case discourse.Text:
			if zh.BeginsWith(c.D.String(t.Span), "有", "还有", "领导有", "市领导有", "领导还有") {
				return -1 // 参加调研的还有甲: a list, not a description
			}
		case discourse.Place, discourse.Org, discourse.Dun, discourse.Paren:
		default:
			if !t.Is(discourse.Party | discourse.Organ) { // 正在某国访问的|代表团|团长某某
				return -1
			}
		}
	}
	return -1
}
