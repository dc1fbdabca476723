package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
)

// goesOn gives the subject of a curriculum vitae to the next line, where that begins with a year.
func (rd *Reader) goesOn(i int, subject *person) (*person, bool) {
	tokens := rd.tokens[i]
	if subject != nil && len(tokens) > 0 && tokens[0].Kind == lattice.Number {
		return subject, true
	}
	return nil, false
}

// vitae tells whether the comma at i is the one after a name that opens a curriculum vitae: 申时，男，仡佬族; at the head of a sentence
// also 申时，贵州道真人，1919年生.
func (b *binder) vitae(i int) bool {
	if i == 0 || b.units[i-1].kind != uName || i+1 >= len(b.units) {
		return false
	}
	w := b.units[i+1].text
	return w == "男" || w == "女" || w == "曾" || strings.HasPrefix(w, "曾用") || (i == 1 || b.units[i-2].kind == uStop) && b.native(i)
}

// native tells whether where somebody is from, or when he was born, is told behind the comma at i, before the sentence or another's name.
func (b *binder) native(i int) bool {
	for j := i + 1; j < len(b.units) && j-i <= longestOrigin; j++ {
		switch u := b.units[j]; {
		case u.kind == uStop || u.kind == uName:
			return false
		case u.kind == uComma:
			if n := j - i - 1; n > 1 && n <= longestNative && b.units[i+1].kind == uPlace && b.units[j-1].text == "人" {
				return true
			}
		case u.kind == uWord && births[u.text]:
			return true
		}
	}
	return false
}

// births are the words for being born.
var births = zh.Words("出生 出生于 生于 生")

// longestOrigin is how many units what tells of somebody's birth has at most, longestNative how many where he is from.
const (
	longestOrigin = 12
	longestNative = 4
)
