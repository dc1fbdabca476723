package gazetteer

import "iter"

// Match is a name, or a chain of names each below the one before (北京东城区, 内蒙古乌海), that stands in a text from the
// asked offset to End, with all places that it may mean. Candidates is shared: don't change it.
type Match struct {
	End        int
	Candidates []Candidate
}

// maxMatches bounds the matches at one offset; more than five were never seen.
const maxMatches = 16

type found struct {
	matches [maxMatches]Match
	n       int
}

// add inserts m by its end; at an end that is there already, a single name stays before a chain.
func (f *found) add(m Match) {
	if f.n == maxMatches {
		return
	}
	i := f.n
	for i > 0 && f.matches[i-1].End >= m.End {
		if f.matches[i-1].End == m.End {
			return
		}
		i--
	}
	copy(f.matches[i+1:f.n+1], f.matches[i:f.n])
	f.matches[i] = m
	f.n++
}

// Longest is the longest name or chain of names at i in a folded text (zh.Fold), with the places that it may mean, and its
// end; nil and i if none stands there. One-character forms don't count: see Letter.
func (g *Gazetteer) Longest(text []rune, i int) ([]Candidate, int) {
	var f found
	g.find(text, i, &f)
	if f.n == 0 {
		return nil, i
	}
	m := f.matches[f.n-1]
	return m.Candidates, m.End
}

// Matches yields every name and chain at i in a folded text, by rising End, each end once.
func (g *Gazetteer) Matches(text []rune, i int) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		var f found
		g.find(text, i, &f)
		for _, m := range f.matches[:f.n] {
			if !yield(m) {
				return
			}
		}
	}
}

func (g *Gazetteer) find(text []rune, i int, f *found) {
	g.index.names.Each(text, i, func(n, end int) { f.add(Match{end, g.index.candidates(n)}) })
	if f.n == 0 {
		return
	}
	singles := *f
	for _, m := range singles.matches[:singles.n] {
		g.chain(text, m, f, 0)
	}
}

// chain adds what the names after m make of it, where they lie below it.
func (g *Gazetteer) chain(text []rune, m Match, f *found, depth int) {
	if depth == 3 || !holds(m.Candidates) {
		return
	}
	g.index.names.Each(text, m.End, func(n, end int) {
		below := g.below(g.index.candidates(n), m.Candidates)
		if below == nil {
			return
		}
		next := Match{end, below}
		f.add(next)
		g.chain(text, next, f, depth+1)
	})
}

// holds reports whether a candidate has divisions below it.
func holds(cs []Candidate) bool {
	for _, c := range cs {
		if c.Place.Kind == Division && c.Place.Level < Township || c.Place.Kind == Country {
			return true
		}
	}
	return false
}

// below is the candidates of a name that lie below one of heads, as a chain names them.
func (g *Gazetteer) below(cs, heads []Candidate) []Candidate {
	var out []Candidate
	for _, c := range cs {
		for _, h := range heads {
			if h.Place != c.Place && follows(c, h.Place) {
				out = append(out, Candidate{c.Place, c.Form&Short | Chained})
				break
			}
		}
	}
	return out
}

// follows reports whether c may stand behind its ancestor head in a chain. Behind a country only what is well known does
// (中国北京, 美国纽约; not 中国前进), and an ordinary word only right behind its parent (天津和平; not 河北新华).
func follows(c Candidate, head *Place) bool {
	p := c.Place
	switch {
	case p.parent == nil:
		return false
	case head.Kind == Country && p.Kind != Abroad && (p.Rank() > 1 || c.Form.Has(Common)):
		return false
	case c.Form.Has(Short | Common):
		return p.parent == head
	}
	return p.joins(head)
}

// joins reports whether p lies below q, or below what q became: 福建三明梅列区, 湖北襄樊保康县.
func (p *Place) joins(q *Place) bool {
	if p.parent.Within(q) {
		return true
	}
	for s := q.next; s != nil; s = s.next {
		if p.parent.Within(s) {
			return true
		}
	}
	return false
}
