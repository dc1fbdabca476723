package mention

import (
	"strings"

	"github.com/baopu/baopu/loader/title"
)

// missions are the heads of posts abroad: 驻华大使.
var missions = set("大使 总领事 领事 公使 武官 代办 参赞 使节 常驻代表 代表 特使")

// posting takes where a post abroad is held, which is neither its jurisdiction nor its body, and tells how many units that
// is: 突尼斯|驻|叙利亚|大使, 某运动|驻|伊朗|代表, 俄|常驻|联合国|代表, 驻华|大使.
func (rd *reader) posting(out []unit, u *unit) int {
	n := len(out)
	if !missions[u.title.Head] || u.place >= 0 || u.body >= 0 {
		return 0
	}
	p := out[n-1]
	if strings.HasPrefix(p.text, "驻") && len([]rune(p.text)) > 1 && len([]rune(p.text)) <= 3 {
		return 1
	}
	if n < 2 || out[n-2].end != p.start {
		return 0
	}
	switch at := out[n-2].text; {
	case at != "驻" && at != "常驻":
		return 0
	case p.kind != uPlace && p.kind != uBody && p.end-p.start > 1:
		return 0
	case at == "常驻" && u.title.Head == "代表" && !strings.HasPrefix(u.title.Text, at):
		u.title.Text = at + u.title.Text
	}
	return 2
}

// longestPosting bounds how far in front of 代表 its 驻 stands, in characters.
const longestPosting = 10

// envoy offers 代表 at i as a post where 驻 and a place or body stand before it: 驻伊朗代表, 常驻联合国代表. Elsewhere it is a
// verb, or nobody's office.
func (l *lattice) envoy(i, start, end int) {
	r := l.v.runes
	if r[i] != '代' && r[i] != '副' && r[i] != '第' && r[i] != '临' {
		return
	}
	n := 2
	for _, w := range [...]string{"副代表", "第一副代表", "临时代表"} {
		if k := len([]rune(w)); i+k <= end && l.v.text(i, i+k) == w {
			n = k
		}
	}
	if i+n+1 > end || r[i+n-2] != '代' || r[i+n-1] != '表' || strings.ContainsRune("团队处们性机大", r[i+n]) {
		return
	}
	for k := i - 2; k >= start && i-k <= longestPosting && han(r[k]) && !strings.ContainsRune("和与及的", r[k]); k-- {
		if r[k] == '驻' {
			t := title.Title{Start: i, End: i + n, Text: l.v.text(i, i+n), Head: "代表"}
			l.step(start, arc{token{kind: post, start: i, end: i + n, title: l.room.title(t)}, 6})
			return
		}
	}
}
