package line

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/page/text"
)

// paperTails end the name of a paper.
var paperTails = []string{"日报", "晚报", "时报", "晨报", "早报", "都市报", "商报", "周报", "快报", "导报", "青年报", "晚刊", "新报", "法治报", "法制报", "农民报", "工人报", "经济报", "教育报", "军报"}

// furnitureWords stand in a line of the masthead or page head, and hardly elsewhere in a short line without full stop.
var furnitureWords = []string{
	"国内统一", "统一刊号", "连续出版物", "邮发代号", "代号：", "刊号", "零售价", "订报热线", "新闻热线", "广告热线", "发行热线", "投稿邮箱", "机关报", "社出版", "责任编辑", "责编", "美编", "版式", "校对", "组版", "网址", "本报网址",
	"总第", "今日四版", "今日八版", "农历", "主管主办", "主办：", "数字报", "微信公众号", "客户端", "星期", "本版编辑", "值班编委", "签发", "监印", "印刷", "本报地址", "社址", "邮政编码", "总值班",
}

// isMasthead reads lines like 2017年2月16日　星期四, 第9871期　今日四版, CN15-0995, 责任编辑 …, 鹤壁日报.
func isMasthead(r []rune, s string) bool {
	if len(r) > 48 {
		return isFoot(r, s)
	}
	if strings.ContainsAny(s, "。；！？“《") {
		return false
	}
	if PaperName(s) != "" && s == PaperName(s) || PageNumber(s) != "" || isLunar(s) || isIssue(s) || isAddress(s) || latinName(s) {
		return true
	}
	_, rest, day := CutDay(s)
	if strings.Contains(s, "，") && !day {
		return false
	}
	score := 0
	for _, w := range furnitureWords {
		if strings.Contains(s, w) {
			score++
		}
	}
	if day && (rest == "" || score > 0 || PageNumber(rest) != "" || isLunar(rest)) {
		return true
	}
	if (strings.HasPrefix(s, "编辑：") || strings.HasPrefix(s, "编辑:") || strings.HasPrefix(string(r), "编辑 ")) || strings.HasPrefix(s, "CN") && len(r) < 26 {
		return true
	}
	if score == 0 || len(r) > 30 && score < 2 {
		return false
	}
	return strings.HasPrefix(s, "星期") || score > 1 || !strings.Contains(s, "星期") && !strings.Contains(s, "印刷") && !strings.Contains(s, "客户端")
}

// isFoot reads the long line at a page's foot: 社址：…　邮政编码：…　新闻热线：…　零售价：….
func isFoot(r []rune, s string) bool {
	score := 0
	for _, w := range furnitureWords {
		if strings.Contains(s, w) {
			score++
		}
	}
	return score > 2 && len(r) < longestFoot && text.Stops(r) == 0
}

// longestFoot is how many code points the line at a page's foot has at most.
const longestFoot = 140

// PaperName is the name of a paper at the start of s, "" where there is none.
func PaperName(s string) string {
	rs := []rune(s)
	for n := 4; n <= 10 && n <= len(rs); n++ {
		head := string(rs[:n])
		for _, t := range paperTails {
			if strings.HasSuffix(head, t) && allHan(head) && !strings.HasPrefix(head, "本") && n > len([]rune(t)) {
				return head
			}
		}
	}
	return ""
}

func allHan(s string) bool {
	for _, r := range s {
		if !zh.IsHan(r) {
			return false
		}
	}
	return s != ""
}

// PageNumber reads a page number alone: 2, 03, A4, 02版, 第3版, 二版, 第二版.
func PageNumber(s string) string {
	s = strings.TrimPrefix(strings.TrimSuffix(s, "版"), "第")
	rs := []rune(s)
	if len(rs) == 0 || len(rs) > 3 {
		return ""
	}
	for i, r := range rs {
		digit := r >= '0' && r <= '9' || text.In("一二三四五六七八九十", r)
		if !digit && (i > 0 || r < 'A' || r > 'F' || len(rs) == 1) {
			return ""
		}
	}
	if len(rs) == 3 && rs[0] >= '0' && rs[0] <= '9' {
		return ""
	}
	return s
}

// isLunar reads a day of the lunar calendar: 己亥年五月十七, 农历丁酉年正月二十, 正月十七.
func isLunar(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "农历"), "夏历")
	rs := []rune(s)
	if len(rs) > 3 && text.In("甲乙丙丁戊己庚辛壬癸", rs[0]) && text.In("子丑寅卯辰巳午未申酉戌亥", rs[1]) && rs[2] == '年' {
		return len(rs) < 12
	}
	return false
}

// isIssue reads the running number: 第9871期, 总第21077期, 今日8版.
func isIssue(s string) bool {
	if code, ok := strings.CutPrefix(s, "代号"); ok { // of the post: 代号21-45
		return code != "" && len(code) < 10 && strings.Trim(code, "0123456789-—－：:") == ""
	}
	for _, cut := range []string{"总第", "第", "今日", "本期", "共"} {
		if rest, ok := strings.CutPrefix(s, cut); ok {
			rs := []rune(rest)
			i := 0
			for i < len(rs) && (text.IsWord(rs[i]) || text.In("一二三四五六七八九十", rs[i])) {
				i++
			}
			tail := string(rs[i:])
			return i > 0 && (strings.HasPrefix(tail, "期") || tail == "版" && cut != "第") && len(rs)-i < 14
		}
	}
	return false
}

func isAddress(s string) bool {
	low := strings.ToLower(s)
	return len(s) < 60 && (strings.HasPrefix(low, "http") || strings.HasPrefix(low, "www.") || strings.HasPrefix(s, "网址") || strings.HasPrefix(s, "网站"))
}

// latinName reads a paper's name in Latin capitals (WUHAI RIBAO).
func latinName(s string) bool {
	if len(s) < 6 || len(s) > 40 {
		return false
	}
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}
