package gazetteer

import (
	"sort"
	"strings"
)

// Township is the township of county p whose name, without 镇, 乡 or 街道, stands in a folded text at i, and its end; the longest
// where there are more. Such names mean a township only where the county is the talk (该县的以勒、罗坎等乡镇): Longest and Matches
// leave them alone. Nil if none stands there.
func (g *Gazetteer) Township(text []rune, i int, p *Place) (*Place, int) {
	var best *Place
	end := i
	for _, q := range g.coded(p) {
		if q.parent != p || q.Level != Township || q.Kind != Division {
			continue
		}
		if n := stands(text, i, stem(q.Name)); n > 1 && i+n > end {
			best, end = q, i+n
		}
	}
	return best, end
}

// coded is the places whose codes begin as p's does, one level down; the table is in order of codes.
func (g *Gazetteer) coded(p *Place) []*Place {
	prefix := p.Code
	switch p.Level {
	case Province:
		prefix = p.Code[:min(2, len(p.Code))]
	case Prefecture:
		prefix = p.Code[:min(4, len(p.Code))]
	}
	if prefix == "" || p.Kind == Country {
		return nil
	}
	sorted := g.sorted()
	lo := sort.Search(len(sorted), func(k int) bool { return sorted[k].Code >= prefix })
	hi := lo
	for hi < len(sorted) && strings.HasPrefix(sorted[hi].Code, prefix) {
		hi++
	}
	return sorted[lo:hi]
}

// stem is a township's name without what it is: 镇, 乡, 街道, 苏木, and a people before 乡.
func stem(name string) string {
	for _, g := range [...]string{"街道", "苏木", "镇", "乡"} {
		if s, ok := strings.CutSuffix(name, g); ok {
			name = s
			break
		}
	}
	return withoutPeoples(name)
}

// stands is the length in runes of name if it stands in text at i, else 0.
func stands(text []rune, i int, name string) int {
	n := 0
	for _, r := range name {
		if i+n >= len(text) || text[i+n] != r {
			return 0
		}
		n++
	}
	return n
}
