package line

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/text"
)

// NoticeTitle reports whether s heads a notice.
func NoticeTitle(s string) bool {
	for _, w := range []string{"公告", "通告", "通知", "启事", "声明", "公示", "讣告", "启示", "通报", "简章", "致谢", "更正", "公开信", "倡议书", "鸣谢", "海报", "敬告", "告知书"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// NoticeWords reports whether a paragraph speaks as notices do.
func NoticeWords(r []rune) bool {
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

// signerTails end the name of a body that may sign a notice.
var signerTails = []string{
	"公司", "委员会", "局", "社", "编辑部", "办公室", "中心", "政府", "医院", "学校", "大学", "学院", "银行", "法院", "检察院", "大队", "支队", "管理处", "协会", "委", "办", "厅", "集团", "小组",
	"工会", "联合会", "筹备组", "指挥部", "厂", "所", "站", "处", "馆", "校",
}

// Signer reports whether a display line can be the body that signs a notice.
func Signer(r []rune) bool {
	if len(r) < 4 || len(r) > 32 || text.Stops(r) > 0 || !zh.IsHan(r[0]) {
		return false
	}
	for _, w := range signerTails {
		if text.HasSuffix(r, w) {
			return true
		}
	}
	return false
}

// BareName reports whether a display line is a pen name or a person's name and no headline: two or three Han characters, or
// four that no notice begins with.
func BareName(r []rune) bool {
	s := text.Squeezed(r)
	n := len([]rune(s))
	return (n == 2 || n == 3) && credit.IsName(s) && !NoticeTitle(s)
}
