package agreement

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

// bonded is the two bodies that the clauses before token at, in its sentence, join: 公司和某村合作社谈了三回，双方签了合同. nil if they join none,
// or more.
func (r *reader) bonded(c *clause.Clause, at int) []string {
	for j := c.Comma(at); j >= 0 && c.Tokens[j].Kind != discourse.Semi; j-- {
		if !c.Tokens[j].Is(discourse.And) {
			continue
		}
		end := j + 1
		for end < len(c.Tokens) && !c.Tokens[end].Mark() {
			end++
		}
		right := r.acting(c, j+1, end)
		if len(right) != 1 {
			continue
		}
		left := r.acting(c, c.Comma(j)+1, j)
		if len(left) == 0 {
			if other := r.actor(c, c.Comma(j)); other != "" {
				left = []string{other}
			}
		}
		if len(left) == 1 && left[0] != right[0] {
			return []string{left[0], right[0]}
		}
	}
	return nil
}

// formal is the parties of the document before document k in its sentence, where they are three or more and only the day on which the formal
// one is to be signed is told: 甲与乙、丙签订意向书，正式合同计划于6月签订. nil where it isn't so.
func (r *reader) formal(c *clause.Clause, p paper, all []paper, k int) []string {
	if k == 0 || p.verb < p.at || all[k-1].verb < 0 || len(r.acting(c, all[k-1].after, p.verb)) > 0 {
		return nil
	}
	if list, guessed := r.bound(c, all[k-1], all, k-1); len(list) > 2 && !guessed {
		return list
	}
	return nil
}

// named is the two bodies, one of them no division, that the clauses of the sentence name before token at, and no third: 某县把某公司请上台，双方
// 签的是….
func (r *reader) named(c *clause.Clause, at int) []string {
	from := at
	for from > 0 && c.Tokens[from-1].Kind != discourse.Semi {
		from--
	}
	list := r.acting(c, from, at)
	if len(list) != 2 || !r.business(list[0]) && !r.business(list[1]) {
		return nil
	}
	return list
}

// lately is the two bodies that the sentence before joins so: 某某带队与某研究院洽谈。双方商定….
func (r *reader) lately(c *clause.Clause) []string {
	before, ok := r.d.Before(c.Sentence)
	if !ok {
		return nil
	}
	b := clause.New(r.d, before)
	return r.either(b, len(b.Tokens), r.bonded, r.visited, r.spoken)
}

// either is the pair that the first of ways finds before token at, nil if none does.
func (r *reader) either(c *clause.Clause, at int, ways ...func(*clause.Clause, int) []string) []string {
	for _, way := range ways {
		if pair := way(c, at); pair != nil {
			return pair
		}
	}
	return nil
}

// visited is who visits and whom, in the sentence before token at, where one of them is no division: 某大学副校长率团访问某学院，双方….
func (r *reader) visited(c *clause.Clause, at int) []string {
	for j := c.Comma(at); j > 0 && c.Tokens[j].Kind != discourse.Semi; j-- {
		if !c.Tokens[j].Is(discourse.Visit|discourse.Meet|discourse.Travel) || c.Relative(j) >= 0 {
			continue
		}
		end := j + 1
		for end < len(c.Tokens) && !c.Tokens[end].Mark() {
			end++
		}
		left, right := r.acting(c, c.Comma(j)+1, j), r.acting(c, j+1, end)
		if len(left) == 1 && len(right) == 1 && left[0] != right[0] && (r.business(left[0]) || r.business(right[0])) {
			return []string{left[0], right[0]}
		}
	}
	return nil
}

// spoken is the two bodies that the persons of a sentence speak for, where it comes to talks and one of them is no division: 某公司总经理一行来访洽谈，
// 某新区管委会主任参加.
func (r *reader) spoken(c *clause.Clause, _ int) []string {
	talks := false
	for _, t := range c.Tokens {
		talks = talks || t.Is(discourse.Talk|discourse.Meet|discourse.Visit|discourse.Party)
	}
	list := r.voices(c)
	if !talks || len(list) != 2 || !r.business(list[0]) && !r.business(list[1]) {
		return nil
	}
	return list
}

// countsOthers is true where the word at token at that counts two only says where those who sign are from, whoever they are: 两地企业.
func countsOthers(c *clause.Clause, at int) bool {
	text := []rune(c.D.String(c.Tokens[at].Span))
	if at+1 < len(c.Tokens) && c.Tokens[at+1].Kind == discourse.Text {
		text = append(text, []rune(c.D.String(c.Tokens[at+1].Span))...)
	}
	for i := len(text) - 2; i >= 0; i-- {
		if numerals[text[i]] == 2 && strings.ContainsRune(divided+"方", text[i+1]) {
			return clause.Nameless(strings.TrimPrefix(string(text[i+2:]), "的"), clause.Anyone)
		}
	}
	return false
}

// foes is the two bodies that 冲突双方 means, which are never the sides of the article, and nobody for 冲突各方; ok where those sign document p.
func (r *reader) foes(c *clause.Clause, p paper) (list []string, ok bool) {
	for j := 1; j < max(p.from, p.verb); j++ {
		if c.Tokens[j].Is(discourse.Both) && zh.EndsWith(c.D.String(c.Tokens[j].Span), "各方", "多方") && zh.EndsWith(c.Text(0, j), "冲突", "交战") {
			return nil, true
		}
	}
	g, ok := set(c, 0, max(p.from, p.verb))
	if !ok || g.at == 0 || !zh.EndsWith(c.Text(0, g.at), "冲突", "交战", "供需", "买卖", "劳资", "敌对", "对立") {
		return nil, false
	}
	if list = r.bonded(c, g.at); list == nil {
		list = r.lately(c)
	}
	return list, true
}

// unnamed is true where those who sign document p are such others.
func (r *reader) unnamed(c *clause.Clause, p paper) bool {
	if p.verb < 0 {
		return false
	}
	g, ok := set(c, c.Comma(p.verb)+1, p.verb)
	return ok && g.n == 2 && countsOthers(c, g.at) && r.counterparts(c, g.at) == nil
}

// comrades is list with who acted before it where 与 joins it to nobody in its own clause: 医院与甲签署《…》，与乙、丙签署….
func (r *reader) comrades(c *clause.Clause, p paper, list []string) []string {
	and := r.comitative(c, p)
	if and < 0 || p.verb > p.at || c.Comma(p.verb) < 1 || len(r.acting(c, and, p.verb)) != len(list) {
		return list
	}
	if other := r.actor(c, c.Comma(p.verb)); other != "" && !slices.Contains(list, other) {
		return append([]string{other}, list...)
	}
	return list
}

// assigned is the bodies that a later clause of the sentence says sign document p: 《…协议》预计下月签订，由甲与乙签约. nil if none does.
func (r *reader) assigned(c *clause.Clause, p paper) []string {
	for j := p.after; j < len(c.Tokens) && c.Tokens[j].Kind != discourse.Semi; j++ {
		t := c.Tokens[j]
		if t.Kind == discourse.Document || t.Is(discourse.Paper) {
			return nil
		}
		if t.Kind != discourse.Text || !strings.HasSuffix(c.D.String(t.Span), "由") || c.Comma(j) < p.at {
			continue
		}
		for k := j + 1; k < len(c.Tokens) && (!c.Tokens[k].Mark() || c.Tokens[k].Kind == discourse.Dun); k++ {
			if !c.Tokens[k].Is(discourse.Sign) {
				continue
			}
			if list := r.acting(c, j+1, k); len(list) > 1 {
				return list
			}
			return nil
		}
	}
	return nil
}

// continued is the parties of the document before document k in its sentence, where the clause of its verb names nobody: 双方签署了…，此后又签订
// 两份合同. nil where it does. They are guessed where those are.
func (r *reader) continued(c *clause.Clause, p paper, all []paper, k int) ([]string, bool) {
	if k == 0 || p.verb > p.at || all[k-1].verb < 0 || all[k-1].verb >= p.verb {
		return nil, false
	}
	if from := c.Comma(p.verb) + 1; from <= all[k-1].at || c.Noted(p.verb, discourse.And|discourse.Witness) || len(r.acting(c, from, p.verb)) > 0 {
		return nil, false
	}
	return r.bound(c, all[k-1], all, k-1)
}

// alike is the parties of the document before document k in its sentence, where 双方 signs it in a clause of its own: 市政府曾与某企签署…，今年4月双方
// 又签订…. nil where it isn't so.
func (r *reader) alike(c *clause.Clause, p paper, all []paper, k int) []string {
	if k == 0 || p.verb > p.at || all[k-1].verb < 0 || all[k-1].verb >= p.verb || c.Comma(p.verb) < all[k-1].at {
		return nil
	}
	if g, ok := set(c, c.Comma(p.verb)+1, p.verb); !ok || g.n != 2 || g.noun != "" {
		return nil
	}
	list, _ := r.bound(c, all[k-1], all, k-1)
	if len(list) == 0 {
		return nil
	}
	return list
}

// signedLater gives the last document, where nobody signs it yet, the parties that the sentence tells of it: 甲、乙在协议上签字, 协议由甲与乙签署.
func (r *reader) signedLater(c *clause.Clause) {
	last := len(r.out) - 1
	if last < 0 || len(r.out[last].Parties) > 1 && !r.guesses[last] {
		return
	}
	for i, t := range c.Tokens {
		verb := -1
		if t.Is(discourse.Paper) {
			verb = signing(c, i)
		}
		if verb < i || !strings.HasSuffix(bare(r.out[last].Title), bare(c.D.String(t.Span))) {
			continue
		}
		p := paper{span: t.Span, from: i, at: i, verb: verb, after: i + 1}
		if list := r.signers(c, p); len(list) > 1 {
			r.out[last].Parties, r.guesses[last] = list, false
			return
		}
	}
}

// envoysOf is the two bodies that the sentence before joins, of which party is one, where two persons sign document p and nobody says whom the
// other serves: 某市与某公司达成合作。副市长甲与总经理乙签署…. nil where it isn't so.
func (r *reader) envoysOf(c *clause.Clause, p paper, party string) []string {
	if p.verb > p.at || r.d.Article == nil {
		return nil
	}
	people, and := 0, false
	for j := c.Comma(p.verb) + 1; j < p.verb; j++ {
		if c.Tokens[j].Kind == discourse.Person {
			people++
		}
		and = and || c.Tokens[j].Is(discourse.And)
	}
	if people != 2 || !and {
		return nil
	}
	if before, ok := r.d.Before(c.Sentence); ok {
		b := clause.New(r.d, before)
		for j, t := range b.Tokens {
			if !t.Is(discourse.And) {
				continue
			}
			end := j + 1
			for end < len(b.Tokens) && !b.Tokens[end].Mark() {
				end++
			}
			if pair := append(r.acting(b, b.Comma(j)+1, j), r.acting(b, j+1, end)...); len(pair) == 2 && pair[0] != pair[1] && slices.Contains(pair, party) {
				return pair
			}
		}
	}
	return nil
}
