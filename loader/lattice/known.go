package lattice

import "github.com/baopu/baopu/internal/zh"

// Costs of a name that stands firmly elsewhere in the article, by how it reads.
const (
	KnownName = 4 // 周金星
	KnownWord = 9 // 计划: a name here, a word nearly everywhere
	KnownPart = 7 // 索洛明 of 安德烈·索洛明
)

// knownAt tries the known names that start at i.
func (l *Lattice) knownAt(i, start, end int) {
	for _, w := range l.first[l.v.Runes[i]] {
		j := i + len(w)
		if i > start && zh.IsMiddleDot(l.v.Runes[i-1]) || j < end && zh.IsMiddleDot(l.v.Runes[j]) {
			continue
		}
		if j <= end && string(l.v.Runes[i:j]) == string(w) {
			l.step(start, arc{Token{Kind: Name, Start: i, End: j, Known: true, Script: l.Scripts[string(w)]}, l.Known[string(w)]})
		}
	}
}

// byFirst is names by their first character.
func byFirst[T any](names map[string]T) map[rune][][]rune {
	out := map[rune][][]rune{}
	for w := range names {
		r := []rune(w)
		out[r[0]] = append(out[r[0]], r)
	}
	return out
}

// begins tells whether a name that the article has elsewhere begins at i.
func (l *Lattice) begins(i, end int) bool {
	for _, w := range l.first[l.v.Runes[i]] {
		if len(w) > 1 && i+len(w) <= end && string(w) == l.v.Text(i, i+len(w)) {
			return true
		}
	}
	return false
}
