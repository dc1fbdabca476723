package lattice

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// View is the article's text without layout spaces, so that 张　晓 and 市 领 导 read as words. It keeps where every rune
// stood in the source, and whether a space stood before it: a gap inside two characters of a list speaks for a name.
type View struct {
	source *article.Text
	Runes  []rune  // folded: simplified, half-width letters, one middle dot
	Folded string  // runes again
	byteAt []int32 // where each rune begins in folded; one more than runes
	at     []int32 // offset in the article's text; one more than runes
	Gap    []bool  // a layout space stood before this rune
	Parts  []Part
}

// Part is one part of the text in the view.
type Part struct {
	Kind       article.PartKind
	Start, End int
}

// Reset closes up and folds the parts of t, in the room of what v was before but for its strings.
func (v *View) Reset(t *article.Text) {
	v.source, v.Runes, v.at, v.Gap, v.Parts, v.byteAt = t, v.Runes[:0], v.at[:0], v.Gap[:0], v.Parts[:0], v.byteAt[:0]
	var folded strings.Builder
	folded.Grow(len(t.String()))
	for _, p := range t.Parts {
		start := len(v.Runes)
		if !v.addPlain(p, &folded) {
			v.add(p)
			for _, r := range v.Runes[start:] {
				v.byteAt = append(v.byteAt, int32(folded.Len()))
				folded.WriteRune(r)
			}
		}
		v.Parts = append(v.Parts, Part{p.Kind, start, len(v.Runes)})
	}
	v.at = append(v.at, int32(len(t.Runes)))
	v.Folded = folded.String()
	v.byteAt = append(v.byteAt, int32(len(v.Folded)))
}

// addPlain appends one part as it stands, false where it has to be closed up or folded.
func (v *View) addPlain(p article.Part, folded *strings.Builder) bool {
	text := v.source.Runes[p.Start:p.End]
	if slices.ContainsFunc(text, layout) || !zh.Folded(text) {
		return false
	}
	s, before := v.source.Bytes(p.Start, p.End)
	for k := range text {
		v.at = append(v.at, int32(p.Start+k))
		v.byteAt = append(v.byteAt, before[k]-before[0]+int32(folded.Len()))
	}
	n := len(v.Gap)
	v.Gap = slices.Grow(v.Gap, len(text))[:n+len(text)]
	clear(v.Gap[n:])
	v.Runes = append(v.Runes, text...)
	folded.WriteString(s)
	return true
}

// add appends one part: closed up, then folded.
func (v *View) add(p article.Part) {
	text, from := v.source.Runes, len(v.Runes)
	head := p.Kind != article.BodyPart && p.Kind != article.CaptionPart
	spaced := letterSpaced(text[p.Start:p.End])
	gap := false
	for i := p.Start; i < p.End; i++ {
		if !layout(text[i]) {
			v.put(text[i], int32(i), gap)
			gap = false
			continue
		}
		keep := head && !spaced || between(text, i, p, latin)
		if keep && len(v.Runes) > from && v.Runes[len(v.Runes)-1] != ' ' {
			v.put(' ', int32(i), false)
		}
		gap = true
	}
	if zh.Folded(v.Runes[from:]) {
		return
	}
	folded, back := zh.Fold(v.Runes[from:])
	at, gaps := slices.Clone(v.at[from:]), slices.Clone(v.Gap[from:])
	v.Runes, v.at, v.Gap = v.Runes[:from], v.at[:from], v.Gap[:from]
	for i, r := range folded {
		v.put(r, at[back[i]], gaps[back[i]])
	}
}

func (v *View) put(r rune, at int32, gap bool) {
	v.Runes, v.at, v.Gap = append(v.Runes, r), append(v.at, at), append(v.Gap, gap)
}

// Said is a stretch as the article writes it, without layout spaces.
func (v *View) Said(start, end int) string {
	s := v.Span(start, end)
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

// Span maps a stretch of the view back to the text.
func (v *View) Span(start, end int) reading.Span {
	from := int(v.at[start])
	if start >= end {
		return reading.Span{Start: from, End: from}
	}
	return reading.Span{Start: from, End: int(v.at[end-1]) + 1}
}

// Evidence is the span of a stretch with the rule that reads it.
func (v *View) Evidence(start, end int, rule string) reading.Evidence {
	return reading.Evidence{Span: v.Span(start, end), Rule: rule}
}

// Unresolved is a stretch that is left unresolved, with what it may be.
func (v *View) Unresolved(start, end int, kind, reason string, candidates []string) reading.Unresolved {
	return reading.Unresolved{Span: v.Span(start, end), Kind: kind, Reason: reason, Candidates: candidates}
}

// PartAt is the index of the part that holds offset i.
func (v *View) PartAt(i int) int {
	k, _ := slices.BinarySearchFunc(v.Parts, i, func(p Part, i int) int { return cmp.Compare(p.End, i+1) })
	return k
}

// Text is a stretch, folded.
func (v *View) Text(start, end int) string { return v.Folded[v.byteAt[start]:v.byteAt[end]] }

func layout(r rune) bool { return r == ' ' || r == '\t' || r == '　' || r == '\u00a0' || r == '\r' }

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}
