package lattice

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
)

// Costs of a name that stands firmly elsewhere in the article, by how it reads.
const (
	KnownName = 4 // 周金星
	KnownWord = 9 // 计划: a name here, a word nearly everywhere
	KnownPart = 7 // 索洛明 of 安德烈·索洛明
)

// knownAt tries the known names that start at i.
func (l *Lattice) knownAt(i, start, end int) {
	for _, w := range l.first.by[l.v.Runes[i]] {
		j := i + len(w)
		if i > start && zh.IsMiddleDot(l.v.Runes[i-1]) || j < end && zh.IsMiddleDot(l.v.Runes[j]) {
			continue
		}
		if j <= end && slices.Equal(l.v.Runes[i:j], w) {
			l.step(start, arc{Token{Kind: Name, Start: i, End: j, Known: true, Script: l.Scripts[string(w)]}, l.Known[string(w)]})
		}
	}
}

// byHead is words by their first character.
type byHead struct {
	by   map[rune][][]rune
	some uint64 // a bit for each first character, by its lowest six bits: most others are told by it
}

func byFirst[T any](words map[string]T) byHead {
	out := byHead{by: map[rune][][]rune{}}
	for w := range words {
		r := []rune(w)
		out.by[r[0]] = append(out.by[r[0]], r)
		out.some |= 1 << (r[0] & 63)
	}
	return out
}

// mayBegin tells whether a word may begin with r.
func (n *byHead) mayBegin(r rune) bool { return n.some>>(r&63)&1 != 0 }

// begins tells whether a name that the article has elsewhere begins at i.
func (l *Lattice) begins(i, end int) bool {
	for _, w := range l.first.by[l.v.Runes[i]] {
		if len(w) > 1 && i+len(w) <= end && string(w) == l.v.Text(i, i+len(w)) {
			return true
		}
	}
	return false
}
