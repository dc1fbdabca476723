package post

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// News of a death lists what somebody was, part by part, before the name: 某院资深院士，某院原院长、党组书记，第九届全国人大常委会副委员长甲同志，因病逝世.

// mourned is how such a list goes on behind the name.
var mourned = regexp.MustCompile(`同志，?因[^，。]{1,8}于[^，。]{4,24}逝世`)

// mourns tells whether the part is such a list.
func (b *binder) mourns() bool {
	if !b.asked {
		text := b.rd.v.Text(b.units[0].start, b.units[len(b.units)-1].end)
		b.asked, b.mourning = true, strings.Contains(text, "逝世") && mourned.MatchString(text)
	}
	return b.mourning
}

// mournedAhead tells whether the list goes on behind the comma at i, with titles, as far as the name.
func (b *binder) mournedAhead(i int) bool {
	posts := 0
	for j := i + 1; j < len(b.units); j++ {
		switch u := b.units[j]; u.kind {
		case uPost:
			posts++
		case uPause, uAlso, uComma, uJoin, uStatus, uBody, uPlace:
		case uName:
			return posts > 0
		case uWord:
			if u.verb != verb.None || verb.Breaks(u.text) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// termed is u, the unit at i, as a former post where it was for a term: 第九届|全国人大常委会副委员长.
func (b *binder) termed(i int, u unit) unit {
	if u.status != "" || u.title.Kind != title.Office || !b.mourns() {
		return u
	}
	from := i
	for from > 0 && b.units[from-1].kind != uComma && b.units[from-1].kind != uStop && b.units[from-1].kind != uSemi {
		from--
	}
	if zh.Holds(b.rd.v.Text(b.units[from].start, u.end), "届") {
		u.status = reading.Former
	}
	return u
}
