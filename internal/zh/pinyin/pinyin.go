// Package pinyin writes Chinese names in ASCII: whole (zhoujinxing), as initials (zjx), and as keys to order by.
package pinyin

import (
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// Reading is a text with the syllable of each character.
type Reading struct {
	runes     []rune   // folded
	syllables []string // "" for what isn't Han
}

// Read reads s as words: 重庆 is chong qing, 重点 zhong dian, 单位 dan wei.
func Read(s string) Reading {
	r := plain(s)
	for i := 0; i < len(r.runes); i++ {
		if w, ok := words(r.runes, i); ok {
			i += copy(r.syllables[i:], w) - 1
		}
	}
	return r
}

// ReadName reads s as a person's name: the surname in its own reading (单 is shan, 尉迟 yu chi), the rest character by character.
func ReadName(s string) Reading {
	r := plain(s)
	if w, ok := surname(r.runes); ok {
		copy(r.syllables, w)
	}
	return r
}

func plain(s string) Reading {
	r := Reading{runes: zh.FoldRunes(s)}
	r.syllables = make([]string, len(r.runes))
	for i, c := range r.runes {
		r.syllables[i] = syllable(c)
	}
	return r
}

// Full is the pinyin in one word, without tones, ü as v: 周金星 is zhoujinxing. Latin letters are lower-cased and kept with digits;
// everything else is left out.
func (r Reading) Full() string {
	var b strings.Builder
	for i, s := range r.syllables {
		b.WriteString(s)
		if s == "" {
			b.WriteString(latin(r.runes[i]))
		}
	}
	return b.String()
}

// Initials is the first letters of the syllables, zjx, with letters and digits as Full has them.
func (r Reading) Initials() string {
	var b strings.Builder
	for i, s := range r.syllables {
		if s != "" {
			b.WriteByte(s[0])
			continue
		}
		b.WriteString(latin(r.runes[i]))
	}
	return b.String()
}

// SortKey is an ASCII key: keys compare as the names are to be ordered, and two names have one key only if they fold to the same
// characters. It is the syllables, each closed by a space, then, behind an exclamation mark, which stands before all letters, so that
// 周金 precedes 周金星, the characters themselves as code points, so that 李 and 黎 stay apart. Digits and Latin letters stand as
// they are; other characters as ~ and their code point.
func (r Reading) SortKey() string {
	var b, tail strings.Builder
	for i, s := range r.syllables {
		c := r.runes[i]
		switch l := latin(c); {
		case s != "":
			b.WriteString(s)
			b.WriteByte(' ')
			fmt.Fprintf(&tail, "%05x", c)
		case l != "":
			b.WriteString(l)
			if l != string(c) {
				fmt.Fprintf(&tail, "%05x", c)
			}
		default:
			fmt.Fprintf(&b, "~%06x", c)
		}
	}
	if tail.Len() > 0 {
		b.WriteByte('!')
		b.WriteString(tail.String())
	}
	return b.String()
}

// latin is r in lower case if it is an ASCII letter or digit, else "".
func latin(r rune) string {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return string(r)
	case r >= 'A' && r <= 'Z':
		return string(r + 'a' - 'A')
	}
	return ""
}
