package article

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// PartKind names a part of an article's text.
type PartKind string

// The parts of an article's text, in the order in which Text joins them.
const (
	KickerPart   PartKind = "kicker"
	TitlePart    PartKind = "title"
	SubtitlePart PartKind = "subtitle"
	BodyPart     PartKind = "body" // one for each paragraph
	CaptionPart  PartKind = "caption"
)

// Part is one part of an article's text; Start and End are offsets in code points, End exclusive.
type Part struct {
	Kind  PartKind `json:"kind"`
	Start int      `json:"start"`
	End   int      `json:"end"`
}

// Text is what an article's evidence points into: kicker, title, subtitle, body paragraphs and captions joined by line
// feeds. All offsets in Baopu are indexes into Runes (Unicode code points), half open.
type Text struct {
	Runes []rune
	Parts []Part

	whole string  // Runes again
	at    []int32 // where each rune begins in whole; one more than runes
}

// NewText is a text of these runes, which may not change any more.
func NewText(runes []rune, parts []Part) *Text {
	t := &Text{Runes: runes, Parts: parts, whole: string(runes), at: make([]int32, 0, len(runes)+1)}
	for i := range t.whole {
		t.at = append(t.at, int32(i))
	}
	t.at = append(t.at, int32(len(t.whole)))
	return t
}

// Equal tells whether both texts have the same runes in the same parts; tests compare readings by it.
func (t *Text) Equal(u *Text) bool {
	if t == nil || u == nil {
		return t == u
	}
	return slices.Equal(t.Runes, u.Runes) && slices.Equal(t.Parts, u.Parts)
}

// With is the text with other parts.
func (t *Text) With(parts []Part) *Text {
	u := *t
	u.Parts = parts
	return &u
}

// Text joins the parts of a. Empty parts are left out. It never changes a character: repair is the page's work.
func (a *Article) Text() *Text {
	t := Text{Runes: make([]rune, 0, a.size())}
	t.add(KickerPart, a.Kicker)
	t.add(TitlePart, a.Title)
	t.add(SubtitlePart, a.Subtitle)
	for p := range strings.SplitSeq(a.Body, "\n") {
		t.add(BodyPart, p)
	}
	for _, c := range a.Captions {
		t.add(CaptionPart, c)
	}
	return NewText(t.Runes, t.Parts)
}

// size is how many characters Text has at most.
func (a *Article) size() int {
	n := utf8.RuneCountInString(a.Kicker) + utf8.RuneCountInString(a.Title) + utf8.RuneCountInString(a.Subtitle) + utf8.RuneCountInString(a.Body) + 3
	for _, c := range a.Captions {
		n += utf8.RuneCountInString(c) + 1
	}
	return n
}

func (t *Text) add(k PartKind, s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	if len(t.Runes) > 0 {
		t.Runes = append(t.Runes, '\n')
	}
	start := len(t.Runes)
	for _, r := range s {
		t.Runes = append(t.Runes, r)
	}
	t.Parts = append(t.Parts, Part{Kind: k, Start: start, End: len(t.Runes)})
}

// Slice is the text between two offsets.
func (t *Text) Slice(start, end int) string { return t.whole[t.at[start]:t.at[end]] }

// String is the whole text.
func (t *Text) String() string { return t.whole }

// PartAt is the part that holds offset, and false between parts.
func (t *Text) PartAt(offset int) (Part, bool) {
	for _, p := range t.Parts {
		if p.Start <= offset && offset < p.End {
			return p, true
		}
	}
	return Part{}, false
}
