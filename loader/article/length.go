package article

import (
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// MaxLength is how many characters the text of an article, or of a page, may have: a printed page has some ten thousand.
const MaxLength = 200_000

// maxLine is how many bytes the JSON of an article may have: each of its characters may be escaped, and names stand beside them.
const maxLine = 4 << 20

// ErrTooLong is the error of an article, or a page, of more than MaxLength characters.
var ErrTooLong = errors.New("too long for a newspaper")

// CheckLength is ErrTooLong, with the longest field, for an article of more than MaxLength characters.
func (a *Article) CheckLength() error {
	type field struct {
		name string
		n    int
	}
	fields := []field{
		{"body", utf8.RuneCountInString(a.Body)},
		{"title", utf8.RuneCountInString(a.Title)},
		{"subtitle", utf8.RuneCountInString(a.Subtitle)},
		{"kicker", utf8.RuneCountInString(a.Kicker)},
		{"column", utf8.RuneCountInString(a.Column)},
	}
	captions := field{name: "captions"}
	for _, c := range a.Captions {
		captions.n += utf8.RuneCountInString(c)
	}
	all, longest := 0, fields[0]
	for _, f := range append(fields, captions) {
		all += f.n
		if f.n > longest.n {
			longest = f
		}
	}
	if all > MaxLength {
		return fmt.Errorf("field %s: %w: %d characters, an article has at most %d", longest.name, ErrTooLong, all, MaxLength)
	}
	return nil
}

// CheckPage is ErrTooLong for the text of a page of more than MaxLength characters, spaces not counted.
func CheckPage(text string) error {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	if n > MaxLength {
		return fmt.Errorf("%w: %d characters, a page has at most %d", ErrTooLong, n, MaxLength)
	}
	return nil
}
