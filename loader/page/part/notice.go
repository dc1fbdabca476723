package part

import (
	"strings"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// noticeKeys end the key of a line of a notice.
var noticeKeys = []string{
	"电话", "时间", "地点", "地址", "邮箱", "联系人", "网址", "日期", "邮编", "传真", "热线", "方式", "费用", "对象", "微信", "邮件", "条件", "范围", "账号", "开户行", "户名", "单位", "要求", "期限", "监督人",
}

// keyed reports whether a display line is a line of a notice: 咨询电话：…, 征集时间：….
func keyed(r []rune) bool {
	for i, c := range r {
		switch {
		case i > 12:
			return false
		case c == '：' || c == ':':
			key := text.Squeezed(r[:i])
			for _, k := range noticeKeys {
				if strings.HasSuffix(key, k) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// signatures ties the display lines that close a notice to its text: its points (电话：…), who signs, the day; and a short
// line with a colon (任命：) to the text that it opens. Days that close nothing are the page's own.
func signatures(ps []Part) {
	for i := 1; i < len(ps); i++ {
		if ps[i-1].Role != Body {
			continue
		}
		j := closing(ps, i)
		for k := i; k < j; k++ {
			ps[k].Role, ps[k].Column, ps[k].Tied = Body, ps[i-1].Column, true
		}
		i = max(i, j-1)
	}
	for i := range ps {
		p := &ps[i]
		if p.Role == Day {
			p.Role = Masthead
		}
		if p.Role == Head && i+1 < len(ps) && ps[i+1].Role == Body && text.In("：:", text.Last(p.Text.Runes)) && p.Text.Len() < 24 {
			p.Role, p.Column = Body, ps[i+1].Column
		}
	}
}

// closing is the end of the run of display parts from i on that close a notice; i where there is none.
func closing(ps []Part, i int) int {
	day, key, sign := false, false, false
	j := i
	for ; j < len(ps) && j < i+10 && !day; j++ {
		r := ps[j].Text.Runes
		if ps[j].Role == Day && sign {
			day = true
		} else if ps[j].Role == Head && keyed(r) {
			key = true
		} else if ps[j].Role == Head && line.Signer(r) {
			sign = true
		} else {
			break
		}
	}
	if day || key || sign && line.NoticeWords(ps[i-1].Text.Runes) {
		return j
	}
	return i
}
