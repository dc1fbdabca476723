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

// finder finds the matches at one offset: of a text, or of what an Index has of one.
type finder struct {
	g       *Gazetteer
	text    []rune
	indexed *Index // nil where none is
	matches [maxMatches]Match
	n       int
}

// each calls yield with every name at i.
func (f *finder) each(i int, yield func(n, end int)) {
	if f.indexed == nil {
		f.g.index.names.Each(f.text, i, yield)
		return
	}
	for _, w := range f.indexed.at(i) {
		yield(int(w.N), int(w.End))
	}
}

// add inserts m by its end; at an end that is there already, a single name stays before a chain.
func (f *finder) add(m Match) {
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
	f := finder{g: g, text: text}
	f.find(i)
	if f.n == 0 {
		return nil, i
	}
	m := f.matches[f.n-1]
	return m.Candidates, m.End
}

// Matches yields every name and chain at i in a folded text, by rising End, each end once.
func (g *Gazetteer) Matches(text []rune, i int) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		f := finder{g: g, text: text}
		f.find(i)
		for _, m := range f.matches[:f.n] {
			if !yield(m) {
				return
			}
		}
	}
}

func (f *finder) find(i int) {
	f.each(i, func(n, end int) { f.add(Match{end, f.g.index.candidates(n)}) })
	singles := f.n
	if singles == 0 {
		return
	}
	heads := f.matches
	for _, m := range heads[:singles] {
		f.chain(m, 0)
	}
}

// chain adds what the names after m make of it, where they lie below it.
func (f *finder) chain(m Match, depth int) {
	if depth == 3 || !holds(m.Candidates) {
		return
	}
	f.each(m.End, func(n, end int) {
		below := f.g.below(f.g.index.candidates(n), m.Candidates)
		if below == nil {
			return
		}
		next := Match{end, below}
		f.add(next)
		f.chain(next, depth+1)
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
