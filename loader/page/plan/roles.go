package plan

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/page/text"
)

// headline is a headline block read: its parts in their roles.
type headline struct {
	kicker, title, subtitle text.Text
	column                  string // of a label in it, "" for none
	marks                   []Left // what is none of it
}

// under adds a line that stands under the title, without the dash that opens it.
func (h *headline) under(t text.Text) {
	n := dashes(t.Runes)
	if n > 0 {
		h.marks = append(h.marks, Left{t.Slice(0, n), "mark"})
	}
	h.subtitle = text.Spaced(h.subtitle, t.Slice(n, t.Len()))
}

// heading tells kicker, title and second headline apart by their words: the dump has no sizes. The units come in the order of
// the dump.
func (b *binder) heading(d *draft) headline {
	if d.main < 0 {
		return headline{}
	}
	us := ordered(b.us, d.title)
	if size(us[0]) > 0 {
		return sized(us)
	}
	main := 0
	if len(us) > 1 {
		main = mainLine(us)
	}
	var h headline
	h.title, h.subtitle = bracketed(us[main].text)
	for i := range us {
		t := us[i].text
		switch {
		case i == main:
		case i == main+1 && (unfinished(us[main].text.Runes) || twins(us[main].text.Runes, t.Runes)):
			h.title = text.Spaced(h.title, t)
		case i < main && !reversed(us, main):
			h.kicker = text.Spaced(h.kicker, t)
		case i > main && kicks(t.Runes) && !below(t.Runes) && couplet(us[main].text.Runes):
			h.kicker = text.Spaced(h.kicker, t)
		default:
			h.under(t)
		}
	}
	return h
}

// reversed reports whether the line before the main one is its second headline: the dump runs up the page.
func reversed(us []*unit, main int) bool {
	return main > 0 && us[main-1].below
}

func ordered(all []unit, idx []int) []*unit {
	out := make([]*unit, len(idx))
	for i, u := range idx {
		out[i] = &all[u]
	}
	for i := 1; i < len(out); i++ {
		for k := i; k > 0 && (out[k].part < out[k-1].part || out[k].part == out[k-1].part && out[k].text.At[0].Column < out[k-1].text.At[0].Column); k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
	}
	return out
}

// mainLine chooses the title: the first line, unless it reads as a kicker to the next (a place; a meeting that is held) or
// can only stand below.
func mainLine(us []*unit) int {
	for i := 0; i+1 < len(us); i++ {
		r, next := us[i].text.Runes, us[i+1].text.Runes
		switch {
		case us[i].below:
			continue
		case us[i+1].below, people(next):
			return i
		case placeOnly(r), kicks(r) && motto(next) && !couplet(r), held(r):
			continue
		}
		return i
	}
	return len(us) - 1
}

// kicks reports whether a line tells an event (…会议召开, …举行…会), as kickers over a motto do.
func kicks(r []rune) bool {
	s := string(r)
	for _, w := range [...]string{"召开", "举行", "开幕", "闭幕", "启动", "强调", "指出", "要求", "在我市", "会议"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// held reports whether a line tells that somebody holds a meeting, with the meeting at its end: 市政府召开第52次常务会议.
func held(r []rune) bool {
	s := string(r)
	for _, w := range [...]string{"召开", "举行", "主持"} {
		if i := strings.Index(s, w); i > 0 && i+len(w) < len(s) {
			for _, end := range [...]string{"会", "会议", "学习", "大会", "活动", "仪式"} {
				if strings.HasSuffix(s, end) {
					return true
				}
			}
		}
	}
	return false
}

// motto reports whether a line is a call without a subject: 以实干实绩交出河套答卷, 一村一策补短板 一户一账促增收.
func motto(r []rune) bool {
	if couplet(r) {
		return true
	}
	for _, w := range [...]string{"以", "把", "让", "用", "奋力", "聚力", "推动", "坚持", "努力", "加快", "全力", "坚决", "持续", "扎实", "切实", "着力", "凝聚", "牢记", "深入", "为"} {
		if text.HasPrefix(r, w) {
			return true
		}
	}
	return false
}

// couplet reports whether a line is two halves of one length.
func couplet(r []rune) bool {
	n := len(r)
	return n >= 9 && n%2 == 1 && text.IsSpace(r[n/2]) && text.Stops(r) == 0
}

// people reports whether a line names who was there: 霍青川讲话 令狐伟主持, …等参加有关活动.
func people(r []rune) bool {
	s := string(r)
	n := 0
	for _, w := range [...]string{"讲话", "主持", "出席", "参加", "陪同", "致辞", "会见", "作报告", "列席"} {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n > 1 || n == 1 && !kicks(r)
}

// placeOnly reports whether a short line is the name of a division: 玉溪市华宁县.
func placeOnly(r []rune) bool {
	return len(r) >= 2 && len(r) <= 12 && text.Stops(r) == 0 && text.In("省市县区州盟旗乡镇村", text.Last(r))
}

// unfinished reports whether a title's line must go on: an open quotation, a word that asks for another.
func unfinished(r []rune) bool {
	open := 0
	for _, c := range r {
		switch {
		case text.In("“《（", c):
			open++
		case text.In("”》）", c):
			open--
		}
	}
	return open > 0 || text.In("的和与及、，在为对将把被向从以", text.Last(r))
}

// twins reports whether two lines are one headline set in two: halves of one length, as a couplet's are.
func twins(a, b []rune) bool {
	if len(a) != len(b) || len(a) < 4 || len(a) > 8 || below(b) {
		return false
	}
	for _, r := range [...][]rune{a, b} {
		if text.Stops(r) > 0 || people(r) || kicks(r) || slices.ContainsFunc(r, func(c rune) bool { return text.IsWord(c) || text.IsSpace(c) }) {
			return false
		}
	}
	return true
}

// bracketed cuts a second headline in brackets from the end of a title: …名单 （2019年6月18日…通过）.
func bracketed(t text.Text) (title, subtitle text.Text) {
	if !text.In("）)", text.Last(t.Runes)) {
		return t, text.Text{}
	}
	for i := t.Len() - 10; i > 5; i-- {
		if text.In("（(", t.Runes[i]) {
			if text.IsSpace(t.Runes[i-1]) {
				return t.Slice(0, i), t.Slice(i, t.Len())
			}
			break
		}
	}
	return t, text.Text{}
}

// dashes is the length of the dash that opens a second headline; 0 where nothing else is there.
func dashes(r []rune) int {
	for i, c := range r {
		if !text.In("—―- ", c) {
			return i
		}
	}
	return 0
}
