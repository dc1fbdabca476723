package lattice

import (
	"fmt"
	"testing"
)

// A state outside minds asks nothing of a word: relax takes its cost for 0 and sOther for what it leads to.
func TestMinds(t *testing.T) {
	text := []rune("和、职务、花、和说、的")
	l := &Lattice{v: &View{Runes: text}}
	for s := range states {
		if minds.has(s) {
			continue
		}
		for i := range text {
			for j := i + 1; j <= min(i+2, len(text)); j++ {
				for _, tag := range []string{"", "a", "c", "d", "f", "l", "m", "n", "nr", "p", "q", "u", "v", "z"} {
					w := Token{Kind: Word, Start: i, End: j, Tag: tag, Joins: joins[string(text[i:j])]}
					t.Run(fmt.Sprint(s, string(text[i:j]), tag), func(t *testing.T) {
						if cost, next := l.welcome(s, &w), l.after(s, &w); cost != 0 || next != sOther {
							t.Errorf("costs %v and leads to %d", cost, next)
						}
					})
				}
			}
		}
	}
}
