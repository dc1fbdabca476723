package credit

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
)

// officeTails are the last characters of bodies: a credit that ends so is an office, not a person.
const officeTails = "局委办社部会院站队团厅处科校镇乡村县市区州盟旗省所馆司厂店网报台室组宣法联"

// officeTailWords are the same with more than one character.
var officeTailWords = []string{"中心", "公司", "集团", "学院", "大学", "中学", "小学", "医院", "街道", "银行", "支队", "大队", "记者", "政府", "机关", "办公室", "融媒", "宣传"}

// notNames are what closes a text in brackets or stands on a line of its own without being a person.
var notNames = []string{
	"完", "待续", "未完", "未完待续", "连载", "节选", "本报", "本刊", "来源", "资料", "摘编", "综合", "据新华社", "新华社", "同上", "试行", "暂行", "图文", "文图", "摄影", "图片",
	"草案", "修订", "全文", "摘要", "本栏", "有删节", "有删改", "略", "上", "中", "下", "一", "二", "三", "四", "五",
}

// IsName reports whether s has the shape of one person's name in a credit: two to four Han characters, up to eight for names
// of other peoples written in Han characters, or parts joined by ·. It is a shape, no proof; offices are refused.
func IsName(s string) bool {
	rs := []rune(s)
	if len(rs) < 2 || len(rs) > 20 {
		return false
	}
	dot, part := false, 0
	for i, r := range rs {
		switch {
		case r == '·' || r == '•' || r == '‧' || r == '・':
			if i == 0 || i == len(rs)-1 {
				return false
			}
			dot, part = true, 0
		case !zh.IsHan(r) || part == 8:
			return false
		default:
			part++
		}
	}
	if dot {
		return true
	}
	return len(rs) <= 8 && !isOffice(s, rs)
}

// isBody reports whether s is a body that the maker of a credit belongs to: 县委宣传部 张三.
func isBody(s string) bool {
	rs := []rune(s)
	return len(rs) >= 3 && len(rs) <= longestHouse && !slices.ContainsFunc(rs, func(r rune) bool { return !zh.IsHan(r) }) && isOffice(s, rs) && !zh.Holds(s, tells...) && !slices.Contains(notNames, s)
}

// tells are what notes in brackets hold that name nobody: 图片由受访者提供, 作者单位.
var tells = []string{"提供", "受访", "单位", "来源"}

func isOffice(s string, rs []rune) bool {
	if zh.Holds(s, tells...) && (len(rs) > 3 || zhname.Surname(rs, 0) == 0) {
		return true
	}
	if rs[len(rs)-1] == '版' && (strings.HasPrefix(s, "上接") || strings.HasPrefix(s, "下转") || strings.HasPrefix(s, "紧接")) {
		return true // （上接第一版）
	}
	for _, w := range notNames {
		if s == w {
			return true
		}
	}
	for _, w := range officeTailWords {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return len(rs) > 3 && strings.ContainsRune(officeTails, rs[len(rs)-1]) || len(rs) == 3 && strings.ContainsRune("局委办厅社台", rs[2])
}
