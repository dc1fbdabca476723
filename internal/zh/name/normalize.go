package name

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// Normalize is a printed name without layout: spaces between Han characters removed (张　晓, 汤 军), middle dots as ·, spaces
// beside dots removed. Characters stay as printed, traditional ones too.
func Normalize(s string) string {
	runes := []rune(strings.TrimSpace(s))
	var b strings.Builder
	for i, r := range runes {
		switch {
		case zh.IsMiddleDot(r):
			r = zh.MiddleDot
		case zh.IsSpace(r):
			if !between(runes, i) {
				continue
			}
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}

// between reports whether the space at i parts two Latin words, and is the first of its run.
func between(runes []rune, i int) bool {
	if i == 0 || zh.IsSpace(runes[i-1]) || !zh.IsLatin(runes[i-1]) {
		return false
	}
	for ; i < len(runes); i++ {
		if !zh.IsSpace(runes[i]) {
			return zh.IsLatin(runes[i])
		}
	}
	return false
}
