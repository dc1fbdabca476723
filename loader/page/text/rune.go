package text

import (
	"strings"
	"unicode"
)

// IsSpace reports whether r is space of any width, none included.
func IsSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// IsDigit reports whether r is a plain digit.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// IsWord reports whether r is of a number or a Latin word: no line breaks between two of them.
func IsWord(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '０' && r <= '９'
}

// In reports whether r is one of a set.
func In(set string, r rune) bool { return strings.ContainsRune(set, r) }

// Last is the last code point, 0 of an empty text.
func Last(r []rune) rune {
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}

// HasSuffix reports whether r ends with s.
func HasSuffix(r []rune, s string) bool {
	w := []rune(s)
	if len(w) > len(r) {
		return false
	}
	for i := range w {
		if r[len(r)-len(w)+i] != w[i] {
			return false
		}
	}
	return true
}

// HasPrefix reports whether r begins with s.
func HasPrefix(r []rune, s string) bool {
	i := 0
	for _, c := range s {
		if i >= len(r) || r[i] != c {
			return false
		}
		i++
	}
	return true
}

// Squeezed is a text without its spaces.
func Squeezed(r []rune) string {
	var b strings.Builder
	for _, c := range r {
		if !IsSpace(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}
