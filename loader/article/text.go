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
	n, bytes := a.size()
	j := joiner{Text: Text{Runes: make([]rune, 0, n), at: make([]int32, 0, n+1)}}
	j.bytes.Grow(bytes)
	j.add(KickerPart, a.Kicker)
	j.add(TitlePart, a.Title)
	j.add(SubtitlePart, a.Subtitle)
	for p := range strings.SplitSeq(a.Body, "\n") {
		j.add(BodyPart, p)
	}
	for _, c := range a.Captions {
		j.add(CaptionPart, c)
	}
	t := j.Text
	t.whole = j.bytes.String()
	t.at = append(t.at, int32(len(t.whole)))
	return &t
}

// size is how many characters and bytes Text has at most.
func (a *Article) size() (runes, bytes int) {
	runes, bytes = 3, 3
	note := func(s string) { runes, bytes = runes+utf8.RuneCountInString(s), bytes+len(s) }
	note(a.Kicker)
	note(a.Title)
	note(a.Subtitle)
	note(a.Body)
	for _, c := range a.Captions {
		note(c)
		runes, bytes = runes+1, bytes+1
	}
	return runes, bytes
}

// joiner is a text that is joined from strings, which are copied as they are.
type joiner struct {
	Text
	bytes strings.Builder
}

func (j *joiner) add(k PartKind, s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	if len(j.Runes) > 0 {
		j.put("\n")
	}
	start := len(j.Runes)
	if !utf8.ValidString(s) {
		s = string([]rune(s))
	}
	j.put(s)
	j.Parts = append(j.Parts, Part{Kind: k, Start: start, End: len(j.Runes)})
}

// put appends valid UTF-8.
func (j *joiner) put(s string) {
	from := j.bytes.Len()
	j.bytes.WriteString(s)
	for i, r := range s {
		j.Runes, j.at = append(j.Runes, r), append(j.at, int32(from+i))
	}
}

// Slice is the text between two offsets.
func (t *Text) Slice(start, end int) string { return t.whole[t.at[start]:t.at[end]] }

// Bytes is Slice, and of each rune of it how many bytes of the whole text stand before it. They are shared: don't change them.
func (t *Text) Bytes(start, end int) (s string, before []int32) {
	return t.Slice(start, end), t.at[start:end]
}

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
