package agreement

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// parties is who the document binds: whom its title names, who signs it, or the article's two sides.
func (r *reader) parties(c *clause.Clause, p paper, all []paper, k int) []string {
	list := r.bound(c, p, all, k)
	if len(list) >= 2 {
		r.last = list
	}
	if len(list) == 2 && r.divisions(list) {
		r.pair, r.pairPart = list, c.Sentence.Part
	}
	return list
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

func (r *reader) bound(c *clause.Clause, p paper, all []paper, k int) []string {
	named := r.inside(p)
	if len(named) >= 2 {
		return named
	}
	if s := r.d.Sides; len(named) == 1 && named[0] == s.Host && s.Guest != "" {
		return s.Pair()
	}
	if before := r.between(c, p); len(before) >= 2 {
		return before
	}
	if houses := r.houses(c, p); houses != nil {
		return houses
	}
	if p.verb < 0 {
		return r.sides(c, p)
	}
	list := r.signers(c, p)
	if pair := r.pairs(c, p, all, k, list); pair != nil {
		return pair
	}
	if len(list) >= 2 {
		return list
	}
	if both := r.both(c, p); both != nil {
		return both
	}
	if len(list) == 1 {
		return list
	}
	return r.sides(c, p)
}

// inside is the bodies that the title itself names.
func (r *reader) inside(p paper) []string {
	var out []string
	for _, m := range r.d.Within(p.span) {
		if m.Kind == discourse.Place && r.d.Places[m.Index].Type != reading.Admin {
			continue
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

// signers is who stands before the verb: bodies as they are, persons by the body that they serve.
func (r *reader) signers(c *clause.Clause, p paper) []string {
	if p.verb > p.at {
		if list := r.passive(c, p); len(list) > 0 {
			return list
		}
	}
	end := min(p.verb, p.from)
	from := c.Comma(end) + 1
	for from > 0 && len(c.Between(from, end)) == 0 && c.Tokens[from-1].Kind == discourse.Comma {
		from = c.Comma(from-1) + 1
	}
	for from > 0 && c.Tokens[from-1].Kind == discourse.Comma {
		before := c.Comma(from-1) + 1
		if acts(c, before, from-1) || len(c.Between(before, from-1)) == 0 {
			break
		}
		from = before // 甲县县长某，乙公司董事长某代表双方签署
	}
	for j := from; j < end; j++ {
		if c.Tokens[j].Is(discourse.Witness) || c.Tokens[j].Kind == discourse.Text && strings.HasSuffix(r.d.String(c.Tokens[j].Span), "上") && j == from+1 {
			from = j + 1
		}
	}
	var out []string
	for j := from; j < end; j++ { // 市政府与…签署: the paper's own
		if l := organ(r.d.String(c.Tokens[j].Span)); l != "" && strings.HasSuffix(r.d.Home, l) && !discourse.InTitle(c.Tokens, j) {
			out = add(out, r.d.Home)
		}
	}
	for _, q := range c.Between(from, end) {
		name := q.Name
		if q.Kind == discourse.Person {
			name = r.served(q.Name)
		}
		out = add(out, name)
	}
	return out
}

// passive is the signers named between a document and the verb behind it: 合同已由某局与某公司签订.
func (r *reader) passive(c *clause.Clause, p paper) []string {
	var out []string
	for j := p.after; j < p.verb; j++ {
		switch t := c.Tokens[j]; t.Kind {
		case discourse.Text:
			word := r.d.String(t.Span)
			if _, rest, ok := strings.Cut(word, "由"); ok {
				word = rest
			}
			if l := organ(word); l != "" && strings.HasSuffix(r.d.Home, l) {
				out = add(out, r.d.Home)
			} else if strings.HasPrefix(word, "该") {
				out = add(out, r.anaphor(strings.TrimPrefix(word, "该"), t.Start))
			}
		case discourse.Person:
			out = add(out, r.served(r.d.Name(t)))
		case discourse.Org, discourse.Place:
			if !discourse.Titular(c.Tokens, j) && !c.Located(j) {
				out = add(out, r.d.Name(t))
			}
		}
	}
	return out
}

// anaphor is the last body named before offset at whose name ends in noun: 该局, 该公司. "" if none.
func (r *reader) anaphor(noun string, at int) string {
	best, end := "", -1
	for i, o := range r.d.Organizations {
		if noun == "" || !strings.HasSuffix(o.Name, noun) {
			continue
		}
		for _, e := range o.Spans {
			if e.End <= at && e.End > end {
				best, end = r.d.Name(discourse.Token{Kind: discourse.Org, Index: i}), e.End
			}
		}
	}
	return best
}

// acts is true where a predicate stands from token a to token b.
func acts(c *clause.Clause, a, b int) bool {
	for j := a; j < b; j++ {
		if c.Relative(j) < 0 && c.Tokens[j].Is(discourse.Host|discourse.Speak|discourse.Attend|discourse.Witness|discourse.Sign|discourse.Convene|
			discourse.Say|discourse.Visit|discourse.Meet|discourse.Talk|discourse.Session|discourse.SignRite|discourse.Rite|discourse.Lead) {
			return true
		}
	}
	return false
}

// served is the body that a person signs for: the organisation whose head they are, else their jurisdiction.
func (r *reader) served(name string) string {
	for i, q := range r.d.People {
		if q.Name != name {
			continue
		}
		if !r.d.Official(i) {
			return name // a citizen signs for himself
		}
		place := r.d.Jurisdiction(i)
		for _, post := range q.Posts {
			switch {
			case post.Status == reading.Former:
			case post.Place != "":
				return place
			case post.Org != "" && known(r.d, post.Org):
				return post.Org
			}
		}
		return place
	}
	return ""
}

func known(d *discourse.Discourse, org string) bool {
	return slices.ContainsFunc(d.Organizations, func(o reading.Organization) bool { return o.Name == org })
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
	if n < 2 || len(first) != n {
		return nil
	}
	i := slices.Index(group, k)
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
		var pair []string
		for _, q := range c.Between(from, j) {
			pair = add(pair, q.Name)
		}
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
	for _, q := range c.Between(from, and) {
		first = add(first, q.Name)
	}
	for _, q := range c.Between(and, p.verb) {
		second = add(second, q.Name)
	}
	return first, second
}

// organ is the level of a bare government that may sign: 市政府 → 市. "" for any other word.
func organ(word string) string {
	for _, l := range [...]string{"市", "县", "区", "州", "旗", "省"} {
		if word == l+"政府" || word == l+"人民政府" {
			return l
		}
	}
	return ""
}

func add(list []string, name string) []string {
	if name == "" || slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}
