package mention

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// view is the article's text without layout spaces, so that 张　晓 and 市 领 导 read as words. It keeps where every rune
// stood in the source, and whether a space stood before it: a gap inside two characters of a list speaks for a name.
type view struct {
	source *article.Text
	runes  []rune // folded: simplified, half-width letters, one middle dot
	folded string // runes again
	byteAt []int  // where each rune begins in folded; one more than runes
	at     []int  // offset in the article's text; one more than runes
	gap    []bool // a layout space stood before this rune
	parts  []viewPart
}

// viewPart is one part of the text in the view.
type viewPart struct {
	kind       article.PartKind
	start, end int
}

func newView(t *article.Text) *view {
	v := &view{
		source: t, runes: make([]rune, 0, len(t.Runes)), at: make([]int, 0, len(t.Runes)+1), gap: make([]bool, 0, len(t.Runes)),
	}
	for _, p := range t.Parts {
		start := len(v.runes)
		v.add(p)
		v.parts = append(v.parts, viewPart{p.Kind, start, len(v.runes)})
	}
	v.at = append(v.at, len(t.Runes))
	v.folded = string(v.runes)
	v.byteAt = make([]int, 0, len(v.runes)+1)
	for i := range v.folded {
		v.byteAt = append(v.byteAt, i)
	}
	v.byteAt = append(v.byteAt, len(v.folded))
	return v
}

// add appends one part: closed up, then folded.
func (v *view) add(p article.Part) {
	text := v.source.Runes
	head := p.Kind != article.BodyPart && p.Kind != article.CaptionPart
	spaced := letterSpaced(text[p.Start:p.End])
	raw, at, gaps := make([]rune, 0, p.End-p.Start), make([]int, 0, p.End-p.Start), make([]bool, 0, p.End-p.Start)
	gap := false
	for i := p.Start; i < p.End; i++ {
		if !layout(text[i]) {
			raw, at, gaps = append(raw, text[i]), append(at, i), append(gaps, gap)
			gap = false
			continue
		}
		keep := head && !spaced || between(text, i, p, latin)
		if keep && len(raw) > 0 && raw[len(raw)-1] != ' ' {
			raw, at, gaps = append(raw, ' '), append(at, i), append(gaps, false)
		}
		gap = true
	}
	folded, back := zh.Fold(raw)
	for i, r := range folded {
		k := back[i]
		v.runes, v.at, v.gap = append(v.runes, r), append(v.at, at[k]), append(v.gap, gaps[k])
	}
}

// said is a stretch as the article writes it, without layout spaces.
func (v *view) said(start, end int) string {
	s := v.span(start, end)
	out := make([]rune, 0, end-start)
	for _, r := range v.source.Runes[s.Start:s.End] {
		if !layout(r) || r == ' ' && len(out) > 0 && latin(out[len(out)-1]) {
			out = append(out, r)
		}
	}
	return string(out)
}

// letterSpaced tells a line set with a space after every character (政 策 创 新).
func letterSpaced(line []rune) bool {
	n, gaps := 0, 0
	for i, r := range line {
		if layout(r) {
			continue
		}
		n++
		if i+1 < len(line) && layout(line[i+1]) {
			gaps++
		}
	}
	return n > 3 && gaps*2 > n
}

// between tells whether the nearest runes on both sides of the space at i satisfy is.
func between(text []rune, i int, p article.Part, is func(rune) bool) bool {
	a, b := i, i
	for a >= p.Start && layout(text[a]) {
		a--
	}
	for b < p.End && layout(text[b]) {
		b++
	}
	return a >= p.Start && b < p.End && is(text[a]) && is(text[b])
}

// span maps a stretch of the view back to the text.
func (v *view) span(start, end int) reading.Span {
	if start >= end {
		return reading.Span{Start: v.at[start], End: v.at[start]}
	}
	return reading.Span{Start: v.at[start], End: v.at[end-1] + 1}
}

// partAt is the index of the part that holds offset i.
func (v *view) partAt(i int) int {
	k, _ := slices.BinarySearchFunc(v.parts, i, func(p viewPart, i int) int { return cmp.Compare(p.end, i+1) })
	return k
}

func (v *view) text(start, end int) string { return v.folded[v.byteAt[start]:v.byteAt[end]] }

func layout(r rune) bool { return r == ' ' || r == '\t' || r == '　' || r == '\u00a0' || r == '\r' }

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

func han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x3FFFF || r == '〇'
}
