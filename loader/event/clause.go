package event

import (
	"strings"

	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// clause is the sentence being read, with the place that the reader has come to.
type clause struct {
	d        *discourse.Discourse
	sentence discourse.Sentence
	tokens   []discourse.Token
	words    reading.Span // somebody's words
	relative []int        // by token: 1 + index of the person that a relative clause holding it describes, 0 none
	last     int          // token of the last main predicate, -1 none
	subject  []party      // its subject
}

// silent is true for a token that reports nothing: in somebody's words, or in a relative clause.
func (c *clause) silent(i int) bool {
	t := c.tokens[i]
	return c.relative[i] > 0 || t.Start >= c.words.Start && t.End <= c.words.End && c.words.End > c.words.Start
}

// subordinate marks the relative clauses: what stands before 的 and a titled person, back to the preposition, the verb that
// takes a person, or the mark before it (同来华进行国事访问的总统托卡耶夫会谈).
func (c *clause) subordinate() {
	c.relative = make([]int, len(c.tokens))
	for i, t := range c.tokens {
		if !t.Is(discourse.Of) {
			continue
		}
		head := c.head(i)
		if head < 0 {
			continue
		}
		verbs := false
		from := i
		for from > 0 {
			p := c.tokens[from-1]
			if p.Mark() && p.Kind != discourse.Dun || p.Is(discourse.And|discourse.Meet|discourse.Each) {
				break
			}
			if p.Kind == discourse.Person && verbs {
				break
			}
			if p.Kind == discourse.Person {
				break
			}
			verbs = verbs || p.Kind == discourse.Word
			from--
		}
		for j := from; j <= i && verbs; j++ {
			c.relative[j] = head + 1
		}
	}
}

// head is the person that the relative clause closed by 的 at token i describes, -1 if none.
func (c *clause) head(i int) int {
	for j := i + 1; j < len(c.tokens); j++ {
		switch t := c.tokens[j]; t.Kind {
		case discourse.Person:
			return j
		case discourse.Text, discourse.Place, discourse.Org:
		default:
			return -1
		}
	}
	return -1
}

// from is where the subject of the predicate at token i begins: after the last predicate, and after its object if it
// takes a person.
func (c *clause) from(i int) int {
	if c.last < 0 {
		return 0
	}
	from := c.last + 1
	if c.tokens[c.last].Is(discourse.Meet | discourse.Accompany | discourse.Appoint | discourse.Talk | discourse.Call) {
		for from < i && c.tokens[from].Kind != discourse.Comma && c.tokens[from].Kind != discourse.Semi {
			from++
		}
	}
	return from
}

// parties is the subject of the predicate at token i, with those joined to it by 同; the last predicate's where its own is
// dropped.
func (c *clause) parties(i int) []party {
	if list := c.between(c.from(i), i); len(list) > 0 {
		return list
	}
	return c.subject
}

// own is the subject that stands in the text before token i, nil if it is dropped.
func (c *clause) own(i int) []party { return c.between(c.from(i), i) }

// object is the persons and bodies after the predicate at token i, up to the next comma or main verb.
func (c *clause) object(i int) []party {
	end := i + 1
	for end < len(c.tokens) {
		t := c.tokens[end]
		if t.Kind == discourse.Comma || t.Kind == discourse.Semi || t.Kind == discourse.Stop {
			break
		}
		if c.relative[end] == 0 && t.Is(discourse.Sign|discourse.Speak|discourse.Attend|discourse.Host) {
			break
		}
		end++
	}
	return c.between(i+1, end)
}

// between is the persons, delegations and bodies named from token a to token b that are no part of a title and that no
// preposition governs.
func (c *clause) between(a, b int) []party {
	var out []party
	for j := a; j < b; j++ {
		t := c.tokens[j]
		if c.relative[j] > 0 || c.governed(j) {
			continue
		}
		switch t.Kind {
		case discourse.Person:
		case discourse.Org, discourse.Place:
			if discourse.Titular(c.tokens, j) || t.Kind == discourse.Place && c.located(j) {
				continue
			}
		default:
			if !t.Is(discourse.Party) {
				continue
			}
			if p, ok := c.delegation(); ok {
				out = append(out, party{discourse.Org, p, t.Span})
			}
			continue
		}
		out = append(out, party{t.Kind, c.d.Name(t), t.Span})
	}
	return unique(out)
}

func unique(list []party) []party {
	out := list[:0]
	for _, p := range list {
		seen := false
		for _, q := range out {
			seen = seen || q.name == p.name
		}
		if !seen {
			out = append(out, p)
		}
	}
	return out
}

// governed is true where a word before the mention at token j makes it something else than who acts: 对, 向, 受, 代表.
func (c *clause) governed(j int) bool {
	for k := j - 1; k >= 0; k-- {
		t := c.tokens[k]
		switch t.Kind {
		case discourse.Place, discourse.Org:
			continue
		case discourse.Text:
			for _, w := range [...]string{"对", "向", "受", "代表", "据", "为", "给", "感谢", "欢迎"} {
				if strings.HasSuffix(c.d.String(t.Span), w) {
					return true
				}
			}
			if k == j-1 || c.tokens[j].Kind == discourse.Person {
				continue
			}
		}
		return false
	}
	return false
}

// located is true where the place at token j says where, not who: after 在, 来, 赴, or after another place that does.
func (c *clause) located(j int) bool {
	for j > 0 && (c.tokens[j-1].Kind == discourse.Place || c.tokens[j-1].Kind == discourse.Dun) {
		j--
	}
	return j > 0 && c.tokens[j-1].Is(discourse.At|discourse.Travel|discourse.Visit|discourse.Inspect)
}

// delegation is the article's first delegation, which 代表团 alone stands for.
func (c *clause) delegation() (string, bool) {
	for _, o := range c.d.Organizations {
		if o.Type == "delegation" {
			return o.Name, true
		}
	}
	return "", false
}

// day is the date that the predicate at token i speaks of.
func (c *clause) day(i int) (discourse.Day, bool) {
	return c.d.DayOf(c.sentence, c.sentence.First+i)
}

// next is the first token after i that is no text in brackets.
func (c *clause) next(i int) discourse.Token {
	for i++; i < len(c.tokens); i++ {
		if c.tokens[i].Kind != discourse.Paren {
			return c.tokens[i]
		}
	}
	return discourse.Token{Kind: discourse.Stop}
}

// comma is the index of the mark before token i that opens its own clause, -1 at the sentence's beginning.
func (c *clause) comma(i int) int {
	for i--; i >= 0; i-- {
		if k := c.tokens[i].Kind; k == discourse.Comma || k == discourse.Semi {
			return i
		}
	}
	return -1
}

// text is the text of tokens a to b.
func (c *clause) text(a, b int) string {
	if a >= b {
		return ""
	}
	return c.d.String(reading.Span{Start: c.tokens[a].Start, End: c.tokens[b-1].End})
}

// noted is true where a word of the class stands in the clause of token i before it.
func (c *clause) noted(i int, class discourse.Class) bool {
	for j := c.comma(i) + 1; j < i; j++ {
		if c.relative[j] == 0 && c.tokens[j].Is(class) {
			return true
		}
	}
	return false
}
