package page

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// noticeWords reports whether a paragraph speaks as notices do.
func noticeWords(r []rune) bool {
	s := string(r)
	for _, w := range [...]string{
		"特此", "声明作废", "敬请谅解", "敬请", "请广大", "来稿请", "报名电话", "咨询电话", "联系电话", "投稿邮箱", "恢复正常出版", "予以公告", "现予公示",
		"予以公示", "现公告如下", "公告如下", "公示如下", "通知如下", "特发此", "周知", "不便之处", "面向社会公开",
		"我公司定于", "我局定于", "我单位定于", "我中心定于", "我院定于", "我校定于", "我公司拟", "我局拟", "我单位拟", "我中心拟",
	} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

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
			key := squeezed(r[:i])
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

// signerTails end the name of a body that may sign a notice.
var signerTails = []string{
	"公司", "委员会", "局", "社", "编辑部", "办公室", "中心", "政府", "医院", "学校", "大学", "学院", "银行", "法院", "检察院", "大队", "支队", "管理处", "协会", "委", "办", "厅", "集团", "小组",
	"工会", "联合会", "筹备组", "指挥部", "厂", "所", "站", "处", "馆", "校",
}

// signer reports whether a display line can be the body that signs a notice.
func signer(r []rune) bool {
	if len(r) < 4 || len(r) > 32 || stops(r) > 0 || !zh.IsHan(r[0]) {
		return false
	}
	for _, w := range signerTails {
		if hasSuffix(r, w) {
			return true
		}
	}
	return false
}

// signatures ties the display lines that close a notice to its text: its points (电话：…), who signs, the day; and a short
// line with a colon (任命：) to the text that it opens. Days that close nothing are the page's own.
func signatures(ps []part) {
	for i := 1; i < len(ps); i++ {
		if ps[i-1].role != bodyPart {
			continue
		}
		j := closing(ps, i)
		for k := i; k < j; k++ {
			ps[k].role, ps[k].column, ps[k].tied = bodyPart, ps[i-1].column, true
		}
		i = max(i, j-1)
	}
	for i := range ps {
		p := &ps[i]
		if p.role == dayPart {
			p.role = mastPart
		}
		if p.role == headPart && i+1 < len(ps) && ps[i+1].role == bodyPart && in("：:", lastOf(p.text.r)) && p.text.len() < 24 {
			p.role, p.column = bodyPart, ps[i+1].column
		}
	}
}

// closing is the end of the run of display parts from i on that close a notice; i where there is none.
func closing(ps []part, i int) int {
	day, key, sign := false, false, false
	j := i
	for ; j < len(ps) && j < i+10 && !day; j++ {
		r := ps[j].text.r
		if ps[j].role == dayPart && sign {
			day = true
		} else if ps[j].role == headPart && keyed(r) {
			key = true
		} else if ps[j].role == headPart && signer(r) {
			sign = true
		} else {
			break
		}
	}
	if day || key || sign && noticeWords(ps[i-1].text.r) {
		return j
	}
	return i
}
