package agreement

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// parties is who the document binds: whom its title names, who signs it, or the article's two sides, which is a guess.
func (r *reader) parties(c *clause.Clause, p paper, all []paper, k int) (list []string, guessed bool) {
	list, guessed = r.bound(c, p, all, k)
	if len(list) == 2 && len(r.out) == 0 && k == 0 && !guessed {
		r.lead = list
	}
	if len(list) >= 2 {
		r.last = list
	}
	if len(list) == 2 && r.divisions(list) {
		r.pair, r.pairPart = list, c.Sentence.Part
	}
	return list, guessed
}

// divisions is true where list names places only.
func (r *reader) divisions(list []string) bool {
	for _, name := range list {
		if !slices.ContainsFunc(r.d.Places, func(p reading.Place) bool { return p.Name == name }) {
			return false
		}
	}
	return true
}

// bound is whom document p binds, and whether that is only guessed: nobody is said to sign it, so that the article's sides do.
func (r *reader) bound(c *clause.Clause, p paper, all []paper, k int) ([]string, bool) {
	named := r.inside(p)
	if list := r.foremost(c, p, named); list != nil {
		return list, false
	}
	if len(named) >= 2 || len(named) == 1 && r.begun(p) {
		return named, false
	}
	if p.verb >= 0 && p.verb < p.at {
		if states := r.joint(c, c.Comma(p.verb)+1, p.verb); len(states) > 1 {
			return states, false
		}
	}
	if p.verb < 0 && zh.Holds(c.Text(c.Comma(p.at)+1, p.at), "促成", "推动达成") {
		return nil, false // what the two helped all states to agree on
	}
	if p.verb < 0 && negotiated(c, p) {
		if list := r.acting(c, c.Comma(p.at)+1, p.at); len(list) > 1 {
			return list, false
		}
	}
	if p.titled && p.verb < 0 && !c.Noted(p.at, discourse.Both) && r.status(c, p) != reading.Signed {
		return nil, false // 加入《…协定》, 落实《…宣言》: many are party to it
	}
	if s := r.d.Sides; len(named) == 1 && named[0] == s.Host && s.Guest != "" && (p.titled || p.verb < 0 || len(r.acting(c, c.Comma(p.verb)+1, min(p.verb, p.from))) < 2) {
		return s.Pair(), false
	}
	if list := r.stated(c, p); list != nil {
		return list, false
	}
	if list, ok := r.foes(c, p); ok {
		return list, false
	}
	if r.unnamed(c, p) {
		return nil, false
	}
	if p.verb < 0 {
		return r.sides(c, p), true
	}
	return r.signing(c, p, all, k)
}

// foremost is whom document p binds before those named in its title: who openly sign it, whatever it is about. nil where nobody is told to.
func (r *reader) foremost(c *clause.Clause, p paper, named []string) []string {
	if list := r.openly(c, p); list != nil {
		return list
	}
	if list := r.compound(c, p); list != nil {
		return list
	}
	if list := r.assigned(c, p); list != nil {
		return list
	}
	if p.verb >= 0 && p.verb < p.at && !p.titled {
		if states := c.Couple(p.verb); states != nil {
			return states // 中法双方达成在某国办展的协议
		}
	}
	return r.apart(c, p, named)
}

// begun is true where the title of document p begins with a body and joins another to it, which no mention holds: it is between these
// two, whoever signs for them. 某国议会与某联盟合作协议.
func (r *reader) begun(p paper) bool {
	for _, m := range r.d.Within(p.span) {
		if m.Kind == discourse.Org && m.Start == p.span.Start {
			return zh.BeginsWith(r.d.Reading.Text.Slice(m.End, p.span.End), "与", "和", "同")
		}
	}
	return false
}

// signing is bound by the clause of the verb of document p.
func (r *reader) signing(c *clause.Clause, p paper, all []paper, k int) ([]string, bool) {
	if states := c.Led(p.verb); states != nil && p.from > p.verb+1 {
		return states, false
	}
	if states := c.Couple(p.verb); states != nil {
		return states, false
	}
	if at := r.urged(c, p); at >= 0 {
		if both := r.both(c, p); both != nil {
			return both, false
		}
		return r.acting(c, at+1, min(p.verb, p.from)), false // 外长们呼吁甲国与乙国达成…: none of theirs
	}
	if g, ok := set(c, c.Comma(p.verb)+1, p.verb); ok && g.n == 2 && (len(r.acting(c, c.Comma(p.verb)+1, p.verb)) == 0 || r.listedBefore(c, g)) {
		if bodies := r.counterparts(c, g.at); bodies != nil {
			return bodies, false // 局长某与局长某签订…，两地人社局签订…
		}
	}
	list := r.signers(c, p)
	if list2 := r.both(c, p); len(list2) == 2 && len(list) > 2 && zh.Holds(c.Text(c.Comma(p.verb)+1, p.verb+1), "代表双方", "代表两", "代表各自") && r.envoys(c, p, list2) {
		return list2, false // 局长某、院长某代表双方签订
	}
	if pair := r.pairs(c, p, all, k, list); pair != nil {
		return pair, false
	}
	if len(list) >= 2 {
		return r.comrades(c, p, list), false
	}
	return r.implied(c, p, all, k, list)
}

// listedBefore is true where the two divisions that g counts stand right before it: 甲区、乙区两地文旅局.
func (r *reader) listedBefore(c *clause.Clause, g group) bool {
	list := r.acting(c, c.Comma(g.at)+1, g.at)
	return len(list) == 2 && r.divisions(list) && c.Tokens[g.at-1].Kind == discourse.Place
}

// implied is bound by the clause of the verb of document p that names no two who sign: only those of list, whom its words stand for, or
// whom the text has told of before.
func (r *reader) implied(c *clause.Clause, p paper, all []paper, k int, list []string) ([]string, bool) {
	if prev := r.alike(c, p, all, k); prev != nil {
		return prev, false
	}
	if both := r.both(c, p); both != nil {
		return both, false
	}
	if len(list) == 1 {
		if pair := r.envoysOf(c, p, list[0]); pair != nil {
			return pair, false
		}
		return r.partner(c, p, list), false
	}
	if all := r.formal(c, p, all, k); all != nil {
		return all, false
	}
	if list, guessed := r.continued(c, p, all, k); list != nil {
		return list, guessed
	}
	if p.verb > p.at {
		if pair := r.bonded(c, p.from); pair != nil {
			return pair, false // 县政府已与某县商定供水，供水协议年内签署
		}
	}
	if who := r.told(c, p); r.business(who) {
		return []string{who}, false
	}
	return r.sides(c, p), true
}

// inside is the bodies that the title itself names.
func (r *reader) inside(p paper) []string {
	var out []string
	for _, m := range r.d.Within(p.span) {
		if m.Kind == discourse.Place && r.d.Places[m.Index].Type != reading.Admin {
			continue
		}
		if m.Kind == discourse.Place && p.titled && r.venue(p, m) || r.quoted(p, m) {
			continue
		}
		if len(out) > 1 && strings.Contains(r.d.Reading.Text.Slice(p.span.Start, m.Start), "关于") {
			break // 甲党和乙党关于构建丙丁命运共同体…
		}
		if m.Kind == discourse.Place && m.End-m.Start == 1 && !discourse.Country(r.d.Places[m.Index]) {
			continue // 京蒙, 苏陕: names of regions' cooperation, not of its parties
		}
		if m.Kind == discourse.Place || m.Kind == discourse.Org {
			out = add(out, r.d.Name(m))
		}
	}
	return out
}

// envoys is true where somebody in the clause that signs document p serves one of sides.
func (r *reader) envoys(c *clause.Clause, p paper, sides []string) bool {
	for j := c.Comma(p.verb) + 1; j < p.verb; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Person && slices.Contains(sides, r.d.Jurisdiction(t.Index)) {
			return true
		}
	}
	return false
}

// venue is true for a division in the title of document p that says where it was signed: 江城宣言, 某峰会江城协定. Who issues a 联合宣言
// stands before it as well.
func (r *reader) venue(p paper, m discourse.Token) bool {
	if discourse.Country(r.d.Places[m.Index]) {
		return false
	}
	switch behind := r.d.Reading.Text.Slice(m.End, p.span.End); behind {
	case "宣言", "共识", "倡议", "声明", "公报", "峰会宣言", "会议宣言", "大会宣言", "峰会公报", "峰会声明", "峰会共识":
		return true
	case "协定", "公约", "议定书":
		return zh.EndsWith(r.d.Reading.Text.Slice(p.span.Start, m.Start), "峰会", "会议", "大会", "理事会", "论坛", "领导人", "会晤")
	}
	return false
}

// quoted is true for a name in the title of document p that belongs to the name of a plan in quotation marks: “某省超高清行动计划”合作备忘录.
func (r *reader) quoted(p paper, m discourse.Token) bool {
	before := r.d.Reading.Text.Slice(p.span.Start, m.Start)
	return strings.Count(before, "“") > strings.Count(before, "”")
}

// apart is the two divisions of the level that 两州 says where the title names others: 两州签署《甲县乙县协作协议》. nil where it doesn't.
func (r *reader) apart(c *clause.Clause, p paper, named []string) []string {
	if p.verb < 0 || len(named) != 2 {
		return nil
	}
	g, ok := set(c, c.Comma(p.verb)+1, p.verb+1)
	if !ok || g.n != 2 || g.noun == "" || !g.divisions() || r.member(g, named[0]) || r.member(g, named[1]) {
		return nil
	}
	if list := r.counted(c, p, g); len(list) == 2 && r.member(g, list[0]) && r.member(g, list[1]) {
		return list
	}
	return nil
}

// between is the bodies joined by 与 that stand right before an untitled phrase: 中国全国人大与塔议会上院合作协议.
func (r *reader) between(c *clause.Clause, p paper) []string {
	if p.titled {
		return nil
	}
	var out []string
	for j := p.from - 1; j >= 0 && (j > p.verb || p.verb > p.at); j-- {
		t := c.Tokens[j]
		switch l := organ(r.d.String(t.Span)); {
		case l != "" && strings.HasSuffix(r.d.Home, l):
			out = append([]string{r.d.Home}, out...)
		case t.Kind == discourse.Place || t.Kind == discourse.Org:
			out = append([]string{r.d.Name(t)}, out...)
		case t.Is(discourse.And):
		default:
			return out
		}
	}
	return out
}

// pairs is the pair of the k-th document where 分别 deals several out in order: 甲、乙分别与丙签订《A》《B》.
func (r *reader) pairs(c *clause.Clause, p paper, all []paper, k int, list []string) []string {
	if !c.Noted(p.verb, discourse.Each) || len(list) < 3 {
		return nil
	}
	var group []int
	for i, q := range all {
		if q.verb == p.verb {
			group = append(group, i)
		}
	}
	n := len(group)
	if couples := r.couples(c, p); n > 1 && len(couples) == n {
		return couples[slices.Index(group, k)]
	}
	first, second := r.halves(c, p)
	i := slices.Index(group, k)
	if n > 1 && len(first) == 1 && len(second) == n {
		return []string{first[0], second[i]} // 甲分别与丙、丁签订《A》和《B》
	}
	if n < 2 || len(first) != n {
		return nil
	}
	switch len(second) {
	case 1:
		return []string{first[i], second[0]}
	case n:
		return []string{first[i], second[i]}
	}
	return nil
}

// couples is the pairs 甲与乙、丙与丁 in the subject of the verb; nil where a part of the list is no pair.
func (r *reader) couples(c *clause.Clause, p paper) [][]string {
	var out [][]string
	from := c.Comma(p.verb) + 1
	for j := from; j <= p.verb; j++ {
		if j < p.verb && c.Tokens[j].Kind != discourse.Dun {
			continue
		}
		pair := r.acting(c, from, j)
		if len(pair) != 2 {
			return nil
		}
		out, from = append(out, pair), j+1
	}
	return out
}

// halves is the bodies before and behind 与 in the subject of the verb.
func (r *reader) halves(c *clause.Clause, p paper) (first, second []string) {
	from := c.Comma(p.verb) + 1
	and := -1
	for j := from; j < p.verb; j++ {
		if c.Tokens[j].Is(discourse.And) {
			and = j
		}
	}
	if and < 0 {
		return nil, nil
	}
	return r.acting(c, from, and), r.acting(c, and, p.verb)
}

func add(list []string, name string) []string {
	if name == "" || slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}
