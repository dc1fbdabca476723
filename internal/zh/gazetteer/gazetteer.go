// Package gazetteer knows the names of places: China's administrative divisions (GB/T 2260 and GB/T 10114, to townships,
// with those that ended since 1980 and what followed them), countries, places abroad, regions and natural features. It
// finds all names in a text and says what each may mean; which one is meant is the caller's to decide, or Choose's.
package gazetteer

import (
	"cmp"
	"slices"
	"sync"
	"unicode/utf8"
)

// Gazetteer is the places and the index of their names. It is read-only and safe for concurrent use.
type Gazetteer struct {
	places []Place
	index  index
	sorted func() []*Place // by code
	heads  func() map[rune]Level
}

// Default is the embedded gazetteer, decoded at the first call.
func Default() *Gazetteer { return defaultOnce() }

var defaultOnce = sync.OnceValue(decode)

// Form says how a name stands for its place.
type Form uint8

// The forms of a name. Full is a place's own or formal name (乌海市, 中华人民共和国). Short is one without its generic part, or
// a usual contraction (乌海, 恩施, 科左中旗). Common is set beside either where the name is an ordinary word as well
// (和平, 朝阳, 城区). Chained is set on what a chain of names says (北京东城区).
const (
	Full    Form = 0
	Short   Form = 1
	Common  Form = 2
	Chained Form = 4
)

// Has reports whether f has all of g.
func (f Form) Has(g Form) bool { return f&g == g }

// Candidate is one place that a name may mean.
type Candidate struct {
	Place *Place
	Form  Form
}

// Named is every place that has name, of any time, full names and short ones; nil if none. It is shared: don't change it.
func (g *Gazetteer) Named(name string) []Candidate {
	return g.index.exact(foldRunes(name))
}

// NamedFolded is Named of a name in its folded form (zh.Fold), which it doesn't make.
func (g *Gazetteer) NamedFolded(name []rune) []Candidate { return g.index.exact(name) }

// Letter is the provinces and countries that one character stands for in pairs and after verbs of movement (京, 蒙, 俄),
// provinces and countries in no particular order; nil if none. Longest and Matches never return these.
func (g *Gazetteer) Letter(r rune) []*Place { return g.index.letters[r] }

// Initial is the highest level of the divisions of today, provinces to counties, whose names begin with a character: what a road
// that joins them may call them by. NoLevel if none does.
func (g *Gazetteer) Initial(r rune) Level { return g.heads()[r] }

func (g *Gazetteer) initials() map[rune]Level {
	m := make(map[rune]Level, 1024)
	for i := range g.places {
		p := &g.places[i]
		if p.Kind != Division || p.Level < Province || p.Level > County || p.To != "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(p.Name)
		if have, ok := m[r]; !ok || p.Level < have {
			m[r] = p.Level
		}
	}
	return m
}

func (g *Gazetteer) inOrder() []*Place {
	ps := make([]*Place, 0, len(g.places))
	for i := range g.places {
		if g.places[i].Code != "" {
			ps = append(ps, &g.places[i])
		}
	}
	slices.SortStableFunc(ps, func(a, b *Place) int { return cmp.Compare(a.Code, b.Code) })
	return ps
}
