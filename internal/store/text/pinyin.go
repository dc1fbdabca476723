package text

import (
	"fmt"
	"strings"
	"unicode"

	gopinyin "github.com/mozillazg/go-pinyin"
)

// This file is the one place that asks for pronunciations.

// syllables answers, for each rune of a folded name, its syllable without tone, "" where it has none.
func syllables(name []rune) []string {
	args := gopinyin.NewArgs()
	out := make([]string, len(name))
	for i, r := range name {
		if r < 0x2E80 {
			continue
		}
		if p := gopinyin.SinglePinyin(r, args); len(p) > 0 {
			out[i] = p[0]
		}
	}
	return out
}

// SortKey is the ASCII key that orders names: the pinyin of each character, everything else as itself or by code point.
// Stores order by it and never by the Chinese string, which they collate differently.
func SortKey(name string) string {
	folded, _ := fold(name)
	var b strings.Builder
	for i, syl := range syllables(folded) {
		switch r := folded[i]; {
		case syl != "":
			b.WriteString(syl)
			b.WriteByte(' ')
		case r < unicode.MaxASCII && r >= ' ':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "~%06x", r)
		}
	}
	return b.String()
}

// Pinyin is the full pinyin of a name in one word (zhoujinxing) and its initials (zjx); characters without pinyin are left
// out, Latin letters and digits stay.
func Pinyin(name string) (full, initials string) {
	folded, _ := fold(name)
	var f, in strings.Builder
	for i, syl := range syllables(folded) {
		r := folded[i]
		if syl == "" && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9') {
			syl = string(r)
		}
		if syl == "" {
			continue
		}
		f.WriteString(syl)
		in.WriteByte(syl[0])
	}
	return f.String(), in.String()
}
