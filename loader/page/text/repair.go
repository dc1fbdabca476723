package text

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/baopu/baopu/internal/zh"
)

// Lines is the text cut into regions at form feeds and these into lines, repaired code point by code point: NFC, radicals and compatibility ideographs to Han.
func Lines(s string) [][]Text {
	regions := [][]Text{nil}
	no := int32(0)
	for len(s) > 0 {
		end, feed := lineEnd(s)
		raw := s[:end]
		s = s[end:]
		if len(s) >= 2 && s[0] == '\r' && s[1] == '\n' {
			s = s[2:]
		} else if len(s) > 0 {
			s = s[1:]
		}
		last := len(regions) - 1
		regions[last] = append(regions[last], Repair(raw, no))
		if feed {
			regions = append(regions, nil)
		}
		no++
	}
	return regions
}

// lineEnd is the offset of the byte that ends the first line of s, and whether that is a form feed.
func lineEnd(s string) (end int, feed bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n', '\r':
			return i, false
		case '\f':
			return i, true
		}
	}
	return len(s), false
}

// Repair gives each code point of a line its canonical form and its column.
func Repair(raw string, no int32) Text {
	n := utf8.RuneCountInString(raw)
	t := Text{Runes: make([]rune, 0, n), At: make([]Pos, 0, n)}
	col := int32(0)
	if norm.NFC.IsNormalString(raw) {
		for _, r := range raw {
			t.Add(han(r), Pos{no, col})
			col++
		}
		return t
	}
	var it norm.Iter
	it.InitString(norm.NFC, raw)
	for !it.Done() {
		from := it.Pos()
		seg := []rune(string(it.Next()))
		n := int32(utf8.RuneCountInString(raw[from:it.Pos()]))
		for i, r := range seg {
			t.Add(han(r), Pos{no, col + min(int32(i), n-1)})
		}
		col += n
	}
	return t
}

// han gives a code point its plain form: a radical is the character that it stands for, a control character is a space.
func han(r rune) rune {
	if r < ' ' && r != '\t' {
		return ' '
	}
	return zh.Radical(r)
}
