package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// missions are the heads of posts abroad: 驻华大使.
var missions = zh.Words("大使 总领事 领事 公使 武官 代办 参赞 使节 常驻代表 代表 特使")

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
	if p.kind == uBody && p.body >= 0 && strings.HasPrefix(u.title.Text, "常驻") {
		u.organ = p.body + 1 // the body of many states that the post is at
	}
	return 2
}
