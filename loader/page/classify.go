package page

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/credit"
)

// class is what a line alone shows itself to be.
type class uint8

const (
	plain    class = iota
	masthead       // name, date, numbers, editors: the page's own furniture
	byline         // 本报记者 赵永刚
	jumpNote       // （下转第二版） on a line of its own
	label          // 简讯, 图片新闻, letter-spaced column titles
	contents       // a line of the day's contents: 淇县灯笼村 02版
	weather        // the forecast
	dateLine       // a day alone: 2019年11月5日, the date of a notice or of the page
	figures        // a row of a table
)

// classOf reads one line by the grammar of its words; what only its neighbours can tell stays plain. Spaced says that it was
// letter-spaced.
func classOf(r []rune, spaced bool) class {
	if len(r) > 70 {
		if isFoot(r, squeezed(r)) {
			return masthead
		}
		return plain
	}
	s := squeezed(r)
	switch {
	case isJumpLine(r):
		return jumpNote
	case isDay(s):
		return dateLine
	case isMasthead(r, s), isPageHead(s, spaced):
		return masthead
	case isWeather(s):
		return weather
	case isContents(r, s):
		return contents
	case isRow(r):
		return figures
	case isLabel(s):
		return label
	}
	if _, ok := credit.Line(string(r)); ok && !makersFirst(r) {
		return byline
	}
	return plain
}

func squeezed(r []rune) string {
	var b strings.Builder
	for _, c := range r {
		if !isSpace(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func isJumpLine(r []rune) bool {
	if before, _, ok := cutJump(r); ok && before == 0 {
		return true
	}
	n, _, ok := leadingJump(r)
	return ok && n == len(r)
}

// labelWords are standing labels that Chinese papers share; a column of its own name shows itself by labelTails or by
// letter-spacing.
var labelWords = map[string]bool{
	"要闻": true, "时政": true, "社会": true, "民生": true, "经济": true, "文化": true, "副刊": true, "专题": true, "专版": true, "广告": true, "综合": true, "国内": true, "国际": true,
	"评论": true, "简讯": true, "短讯": true, "快讯": true, "图片新闻": true, "图片报道": true, "新闻图片": true, "导读": true, "今日导读": true, "今日看点": true, "天气预报": true, "今日天气": true, "读者来信": true,
	"编者按": true, "编后": true, "短评": true, "时评": true, "社论": true, "特稿": true, "广角": true, "本报评论": true, "新闻速览": true, "一句话新闻": true, "简明新闻": true, "新闻集锦": true,
	"教育": true, "健康": true, "科技": true, "体育": true, "财经": true, "法治": true, "三农": true, "生活": true, "旅游": true, "党建": true, "公益广告": true,
	"读书": true, "随笔": true, "散文": true, "诗歌": true, "小说": true, "杂谈": true, "杂文": true,
}

// boxWords head a box beside an article.
var boxWords = map[string]bool{
	"相关链接": true, "新闻链接": true, "链接": true, "延伸阅读": true, "名词解释": true, "小贴士": true, "温馨提示": true, "新闻背景": true, "背景链接": true, "相关新闻": true, "新闻助读": true, "小资料": true, "知识链接": true, "资料链接": true,
}

// isStanding reports whether a text is a label that papers share.
func isStanding(s string) bool { return labelWords[s] || boxWords[s] }

// isBoxLabel reports whether a text heads a box.
func isBoxLabel(s string) bool { return boxWords[s] }

var labelTails = []string{
	"新闻", "简讯", "短讯", "快讯", "快递", "速递", "评论", "导读", "要闻", "来信", "传真", "扫描", "速览", "短波", "时评", "论坛", "看点", "播报", "专栏", "专刊", "集锦", "简报", "走笔", "随笔", "视点", "快报", "在线", "一线见闻", "之窗", "广角", "微光",
}

func isLabel(s string) bool {
	s = strings.Trim(s, "■□●◆▲【】[]—-·★☆▶〖〗『』「」")
	n := len([]rune(s))
	if n == 0 || n > 10 || strings.ContainsAny(s, "，。；！？：、“”《》") {
		return false
	}
	if isStanding(s) {
		return true
	}
	if noticeTitle(s) {
		return false
	}
	han := true
	for _, r := range s {
		han = han && (zh.IsHan(r) || r == '·' || r == '•' || r == '/' || r == '|')
	}
	if !han {
		return false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '·' || r == '•' || r == '/' || r == '|' })
	known := 0
	for _, p := range parts {
		if labelWords[p] {
			known++
		}
	}
	if len(parts) > 1 && known == len(parts) {
		return true
	}
	if n > 7 && len(parts) == 1 {
		return false
	}
	for _, t := range labelTails {
		if strings.HasSuffix(s, t) && (len(parts) > 1 || n <= len([]rune(t))+4) {
			return true
		}
	}
	return false
}

// noticeTitle reports whether s heads a notice.
func noticeTitle(s string) bool {
	for _, w := range []string{"公告", "通告", "通知", "启事", "声明", "公示", "讣告", "启示", "通报", "简章", "致谢", "更正", "公开信", "倡议书", "鸣谢", "海报", "敬告", "告知书"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// isPageHead reads a page number with the page's section: 03社会·民生, 要闻 2.
func isPageHead(s string, spaced bool) bool {
	head := strings.TrimLeft(s, "0123456789")
	tail := strings.TrimRight(s, "0123456789")
	for _, rest := range [...]string{head, tail} {
		if rest == s || rest == "" || len(s)-len(rest) > 2 {
			continue
		}
		if isLabel(rest) || spaced && len([]rune(rest)) <= 8 && stops([]rune(rest)) == 0 {
			return true
		}
		for _, part := range strings.FieldsFunc(rest, func(r rune) bool { return r == '·' || r == '/' || r == '|' }) {
			if labelWords[part] {
				return true
			}
		}
	}
	return false
}

// isRow reads a row of a table: words, and figures of which each stands apart (工业增加值 亿元 633 9789 11.4).
func isRow(r []rune) bool {
	cells := strings.Fields(string(r))
	numbers := 0
	for _, c := range cells {
		if strings.Trim(c, "0123456789.,%-+±—") == "" && strings.ContainsAny(c, "0123456789") {
			numbers++
		}
	}
	return len(cells) > 3 && numbers > 1 && numbers*2 >= len(cells) && stops(r) == 0
}

// skyWords are the characters of a line that tells of the sky and the wind alone: 晴转多云 微风.
const skyWords = "晴阴多云转间到有小中大暴阵雷雨雪雾霾东南西北风微级至～~-—－0123456789 "

func isWeather(s string) bool {
	if len(s) < 40 && (strings.Trim(s, "0123456789℃°C～~-—－至") == "" && strings.ContainsAny(s, "℃°") || strings.Trim(s, skyWords) == "" && strings.ContainsAny(s, "晴阴雨雪")) {
		return true
	}
	return strings.Contains(s, "℃") && (strings.Contains(s, "今天") || strings.Contains(s, "今日") || strings.Contains(s, "白天") || strings.Contains(s, "明天") || strings.Contains(s, "夜间") || strings.Contains(s, "最高气温"))
}

// isContents reads one line of the day's contents: a headline with the page where it stands.
func isContents(r []rune, s string) bool {
	if !strings.HasSuffix(s, "版") || stops(r) > 0 || len(r) < 6 {
		return false
	}
	rs := []rune(s)
	i := len(rs) - 2
	n := 0
	for i >= 0 && (isWord(rs[i]) || in("一二三四五六七八九十", rs[i])) {
		i--
		n++
	}
	return n > 0 && n <= 3 && i > 3 && !strings.HasPrefix(s, "今日")
}
