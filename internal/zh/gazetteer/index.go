package gazetteer

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/wordlist"
)

// index is the names with their candidates.
type index struct {
	names   *wordlist.List
	cands   []Candidate
	firsts  []uint32 // firsts[n] begins name n's candidates; one more than names
	letters map[rune][]*Place
}

func decodeNames(rows string, places []Place) index {
	n := strings.Count(rows, "\n")
	x := index{
		names: wordlist.New(n, len(rows)/4), cands: make([]Candidate, 0, len(places)*5/4),
		firsts: make([]uint32, 0, n+1), letters: map[rune][]*Place{},
	}
	for rows != "" {
		var name, list string
		name, rows, _ = strings.Cut(rows, "\t")
		list, rows, _ = strings.Cut(rows, "\n")
		first := len(x.cands)
		for more := true; more; {
			var c string
			c, list, more = strings.Cut(list, ",")
			p := &places[number(c[1:])]
			if c[0] == 'l' {
				r := []rune(name)[0]
				x.letters[r] = append(x.letters[r], p)
				continue
			}
			x.cands = append(x.cands, Candidate{p, form(c[0])})
		}
		if len(name) <= 3 { // one character: only ever a letter
			x.cands = x.cands[:first]
			continue
		}
		x.names.Add(name)
		x.firsts = append(x.firsts, uint32(first))
	}
	x.firsts = append(x.firsts, uint32(len(x.cands)))
	x.names.Done()
	return x
}

func (x *index) candidates(n int) []Candidate {
	return x.cands[x.firsts[n]:x.firsts[n+1]:x.firsts[n+1]]
}

// exact is the candidates of a whole name.
func (x *index) exact(name []rune) []Candidate {
	if n := x.names.Find(name); n >= 0 {
		return x.candidates(n)
	}
	return nil
}
