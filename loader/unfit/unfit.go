// Package unfit finds texts that are no news to be believed: fiction about officials, texts spun by a machine, words that
// somebody injected, text damaged in copying. It looks for what news never has, asks for more than one sign where one may
// happen to anybody, and never changes a text. What it finds marks the article; its claims then count for less.
package unfit

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// Marks is what is wrong with a text, with the places that show it, in the order of the kinds. A sound text has none.
func Marks(t *article.Text) []reading.Mark {
	var out []reading.Mark
	text := zh.FoldEach(t.Runes)
	said := words(text)
	for _, find := range []struct {
		kind  reading.MarkKind
		signs func([]rune, sights) signs
		least int // the weight of signs that makes a mark
	}{
		{reading.Fiction, fiction, 5},
		{reading.Spun, spun, 3},
		{reading.Injected, injected, 2},
		{reading.Doubled, doubled, 2},
	} {
		s := find.signs(text, said)
		if s.weight >= find.least {
			slices.SortFunc(s.spans, func(a, b reading.Span) int { return cmp.Compare(a.Start, b.Start) })
			out = append(out, reading.Mark{Kind: find.kind, Spans: s.spans})
		}
	}
	return out
}

// signs is what speaks for one kind of mark.
type signs struct {
	weight int
	spans  []reading.Span
}

func (s *signs) add(weight, start, end int) {
	s.weight += weight
	s.spans = append(s.spans, reading.Span{Start: start, End: end})
}

// at reports whether word stands at i.
func at(text []rune, i int, word string) bool {
	for _, r := range word {
		if i >= len(text) || text[i] != r {
			return false
		}
		i++
	}
	return true
}
