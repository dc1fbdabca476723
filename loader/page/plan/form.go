package plan

import (
	"strings"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// form is what the look of a display line says for or against its being a headline.
type form struct {
	gain     float64 // whatever the text
	notice   bool    // 公告, 停水通知
	appoints bool    // 任免名单
	width    int     // half widths
	runes    int
}

// Gains of forms, as logarithms of odds.
const (
	onlyBelow    = -8.0 // ——…, （…）
	letterSet    = -0.5
	veryShort    = -0.8
	signs        = -0.5 // it may be who signs a notice
	isNumbered   = -5
	endsColon    = -1.5
	overItem     = -2.5
	overPhoto    = -0.4
	overNotice   = 3.5 // a notice's headline over a notice
	notNotice    = -1.0
	smallSet     = -0.5 // not much more than half of the column
	appointments = 4.0  // 任免 over 任命：
)

func formOf(r []rune, spaced bool) form {
	f := form{notice: line.NoticeTitle(text.Squeezed(r)), width: text.Width(r), runes: len(r)}
	s := string(r)
	f.appoints = strings.Contains(s, "任免") || strings.Contains(s, "任命") || strings.Contains(s, "任职")
	if below(r) {
		f.gain += onlyBelow
	}
	if spaced {
		f.gain += letterSet
	}
	if line.Signer(r) && len(r) < 16 {
		f.gain += signs
	}
	if numbered(r) {
		f.gain += isNumbered
	}
	if text.In("：:", text.Last(r)) {
		f.gain += endsColon
	}
	return f
}

// fit is what the form is worth for a headline of the text that b opens.
func (f *form) fit(b *block) float64 {
	gain := f.gain
	if !f.notice && f.runes < 5 {
		gain += veryShort
	}
	switch {
	case b.item:
		gain += overItem
	case b.photo:
		gain += overPhoto
	}
	switch {
	case f.notice && b.notice:
		gain += overNotice
	case f.notice:
		gain += notNotice
	case !b.photo && f.width > 8 && f.width*20 <= b.column*11:
		gain += smallSet
	}
	if f.appoints && b.appoints {
		gain += appointments
	}
	return gain
}

// appointing reports whether a text is a list of appointments.
func appointing(r []rune) bool {
	return text.HasPrefix(r, "任命") || text.HasPrefix(r, "决定任命") || text.HasPrefix(r, "免去")
}

// numbered reports whether a line is a numbered sub-heading: 一、综合; （二）工业; 1.价格.
func numbered(r []rune) bool {
	i := 0
	if len(r) > 0 && text.In("（(", r[0]) {
		i++
	}
	from := i
	for i < len(r) && (text.In("一二三四五六七八九十", r[i]) || text.IsDigit(r[i])) && i-from < 3 {
		i++
	}
	return i > from && i+1 < len(r) && text.In("、）)．.", r[i]) && !text.IsDigit(r[i+1])
}
