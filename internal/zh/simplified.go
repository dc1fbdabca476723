package zh

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/embedded"
)

// t2s.txt.gz is OpenCC's traditional to simplified table, written by tools/gazetteer: the first line holds pairs of
// characters, each further line a phrase and its conversion, of one length, parted by a tab.
//
//go:embed t2s.txt.gz
var t2s []byte

// phraseMark is set in a table entry whose character begins a phrase.
const phraseMark = 1 << 30

type phrase struct{ from, to []rune }

type simplifier struct {
	pages   [256]*[256]rune // BMP: the conversion, 0 for none, with phraseMark
	phrases map[rune][]phrase
}

var simplifierOnce = sync.OnceValue(decodeSimplifier)

func decodeSimplifier() *simplifier {
	text := embedded.Inflate("zh", t2s)
	s := &simplifier{phrases: map[rune][]phrase{}}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	pairs := []rune(lines[0])
	for i := 0; i+1 < len(pairs); i += 2 {
		*s.entry(pairs[i]) |= pairs[i+1]
	}
	for _, line := range lines[1:] {
		from, to, _ := strings.Cut(line, "\t")
		p := phrase{[]rune(from), []rune(to)}
		*s.entry(p.from[0]) |= phraseMark
		s.phrases[p.from[0]] = append(s.phrases[p.from[0]], p)
	}
	for _, ps := range s.phrases {
		slices.SortStableFunc(ps, func(a, b phrase) int { return len(b.from) - len(a.from) })
	}
	return s
}

func (s *simplifier) entry(r rune) *rune {
	page := &s.pages[r>>8&0xFF]
	if *page == nil {
		*page = new([256]rune)
	}
	return &(*page)[r&0xFF]
}

// simplify converts in place, the longest phrase first, else character by character.
func simplify(runes []rune) {
	s := simplifierOnce()
	for i := 0; i < len(runes); i++ {
		if !s.heeds(runes[i]) {
			continue
		}
		p, c := s.at(runes, i)
		if p != nil {
			copy(runes[i:], p.to)
			i += len(p.to) - 1
			continue
		}
		runes[i] = c
	}
}

// traditional reports whether simplify changes anything in runes.
func traditional(runes []rune) bool {
	s := simplifierOnce()
	for i := 0; i < len(runes); i++ {
		if !s.heeds(runes[i]) {
			continue
		}
		p, c := s.at(runes, i)
		switch {
		case p == nil && c != runes[i], p != nil && !slices.Equal(p.from, p.to):
			return true
		case p != nil:
			i += len(p.to) - 1
		}
	}
	return false
}

// heeds tells whether the table has r: most characters stay what they are.
func (s *simplifier) heeds(r rune) bool {
	page := s.pages[r>>8&0xFF]
	return page != nil && page[r&0xFF] != 0 && r >= 0x2E80 && r <= 0xFFFF
}

// at is the longest phrase that stands at i, or what its character becomes.
func (s *simplifier) at(runes []rune, i int) (*phrase, rune) {
	r := runes[i]
	if !s.heeds(r) {
		return nil, r
	}
	e := s.pages[r>>8][r&0xFF]
	if e&phraseMark != 0 {
		list := s.phrases[r]
		for k := range list {
			if p := &list[k]; i+len(p.from) <= len(runes) && slices.Equal(p.from, runes[i:i+len(p.from)]) {
				return p, 0
			}
		}
	}
	if c := e &^ phraseMark; c != 0 {
		return nil, c
	}
	return nil, r
}
