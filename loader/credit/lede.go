package credit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/article"
)

// Lede is what opens a news text before its first sentence.
type Lede struct {
	Len     int    // code points, brackets and the space behind them included
	Agency  string // 新华社; "" for the paper's own
	Place   string // as printed: 北京, 叶城; "" none
	Month   int    // 0 none
	Day     int
	Bylines []article.Byline
	Reports bool // who reports it stands behind it without a bracket: 本报讯 记者王二报道
}

// agencies are the news agencies whose wire copy opens with 电.
var agencies = []string{"新华社", "中新社", "中国新闻社", "新华网", "中新网", "人民网", "央视网", "据新华社", "本报"}

// maxLede bounds how far into a text a lede's 讯 or 电 may stand.
const maxLede = 28

// ReadLede reads 本报讯（记者 赵晖）, 本报叶城讯, 本报11月5日讯, 新华社北京2月24日电（记者 杜川）, 本报北京2月15日电, 本报讯 记者王二报道. It is false
// where the text opens otherwise.
func ReadLede(rs []rune) (Lede, bool) {
	i := skipSpace(rs, 0)
	framed := hasPrefix(rs[i:], "【")
	if framed {
		i++
	}
	house := ""
	for _, a := range agencies {
		if hasPrefix(rs[i:], a) {
			house = a
			break
		}
	}
	if house == "" {
		if house = paper(rs[i:]); house == "" {
			return Lede{}, false
		}
	}
	l := Lede{}
	if own := house == "本报" || strings.HasSuffix(house, "报"); !own {
		l.Agency = strings.TrimPrefix(house, "据")
	}
	from := i + len([]rune(house))
	end := -1
	for j := from; j < len(rs) && j < from+maxLede; j++ {
		if rs[j] == '讯' || rs[j] == '訊' || rs[j] == '电' || rs[j] == '電' {
			end = j
			break
		}
		if strings.ContainsRune("，。；：“《！？", rs[j]) {
			break
		}
	}
	if end < 0 || !l.between(rs[from:end], strings.HasSuffix(house, "报") && rs[end] == '讯') {
		return Lede{}, false
	}
	if framed && hasPrefix(rs[end+1:], "】") {
		end++
	}
	l.Len = skipSpace(rs, end+1)
	l.credits(rs)
	return l, true
}

// paper is the name of a paper that opens rs (安康日报讯, 赣南日报上犹讯), "" for none.
func paper(rs []rune) string {
	for n := 3; n <= 9 && n < len(rs); n++ {
		if !zh.IsHan(rs[n-1]) {
			return ""
		}
		if rs[n-1] == '报' && strings.ContainsRune("日晚时晨早商周", rs[n-2]) {
			return string(rs[:n])
		}
	}
	return ""
}

// between reads what stands between the house and 讯 or 电: a place, a day, both, or (for 本报讯) nothing.
func (l *Lede) between(rs []rune, mayBeEmpty bool) bool {
	s := squeeze(rs)
	if s == "" {
		return mayBeEmpty
	}
	if open := strings.IndexAny(s, "（("); open >= 0 { // 新华社北京（记者…）2月24日电
		if shut := strings.IndexAny(s, "）)"); shut > open {
			_, n := utf8.DecodeRuneInString(s[shut:])
			s = s[:open] + s[shut+n:]
		}
	}
	digits := strings.IndexAny(s, "0123456789０１２３４５６７８９")
	if digits < 0 {
		l.Place = s
		return len([]rune(s)) <= 12
	}
	l.Place = s[:digits]
	l.Month, l.Day = monthDay(s[digits:])
	return l.Day > 0
}

// credits reads the bracket behind the lede, where it names people, or who reports it without one.
func (l *Lede) credits(rs []rune) {
	i := l.Len
	if i >= len(rs) {
		return
	}
	if !zh.OpensParen(rs[i]) {
		l.reported(rs)
		return
	}
	for j := i + 1; j < len(rs) && j < i+80; j++ {
		if zh.ShutsParen(rs[j]) {
			got := Parse(string(rs[i+1:j]), article.Reporter)
			if len(got.Bylines) > 0 {
				l.Bylines = got.Bylines
			}
			l.Len = skipSpace(rs, j+1)
			return
		}
	}
}

// Opening reads credits in brackets that open a text without a lede: （记者 张三）1月20日，…. The count is of code points, brackets included;
// 0 where there are none.
func Opening(rs []rune) (n int, makers []article.Byline) {
	if len(rs) == 0 || !zh.OpensParen(rs[0]) {
		return 0, nil
	}
	shut := slices.IndexFunc(rs[:min(len(rs), longestReported)], zh.ShutsParen)
	if shut < 0 {
		return 0, nil
	}
	if got := Parse(string(rs[1:shut]), article.Reporter); got.Roles > 0 && !got.Rest && len(got.Bylines) > 0 {
		return shut + 1, got.Bylines
	}
	return 0, nil
}

// reporters are what the names of those begin with who report a story without a bracket, and longestReported bounds them, in characters.
var reporters = []string{"记者", "通讯员", "本报记者", "特约记者", "特派记者", "全媒体记者", "见习记者", "实习记者", "特约通讯员"}

const longestReported = 40

// reported reads 记者李明 通讯员王强报道： behind the lede, and 记者李明、王强 before the day that a text begins with.
func (l *Lede) reported(rs []rune) {
	rest := string(rs[l.Len:min(len(rs), l.Len+longestReported)])
	if !zh.BeginsWith(rest, reporters...) {
		return
	}
	end := "报道"
	names, _, ok := strings.Cut(rest, end)
	if !ok || strings.ContainsAny(names, "，。；：“0123456789") {
		end = ""
		if names, ok = untilDay(rest); !ok {
			return
		}
	}
	got := Parse(names, article.Reporter)
	if len(got.Bylines) == 0 || end == "" && (got.Rest || slices.ContainsFunc(got.Bylines, unlikely)) {
		return
	}
	l.Bylines, l.Reports = got.Bylines, true
	l.Len += utf8.RuneCountInString(names + end)
	for end != "" && l.Len < len(rs) && strings.ContainsRune("：:，, ", rs[l.Len]) {
		l.Len++
	}
}

// unlikely reports whether b has no name by its surname and length: 记者获悉, 记者走访发现.
func unlikely(b article.Byline) bool {
	r := []rune(b.Name)
	return len(r) > longestPlain || zhname.Surname(r, 0) == 0
}

// longestPlain is how many characters such a name has at most.
const longestPlain = 4

// days are the words by which a text begins that says no date.
var days = []string{"近日", "日前", "昨日", "昨天", "今日", "今天", "连日来"}

// untilDay is what stands before the first day of s, a date or a word.
func untilDay(s string) (names string, ok bool) {
	at := strings.IndexAny(s, "0123456789０１２３４５６７８９")
	for _, d := range days {
		if i := strings.Index(s, d); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at <= 0 || strings.ContainsAny(s[:at], "，。；：“") {
		return "", false
	}
	return s[:at], true
}

// monthDay reads 2月24日, or 24日 with month 0.
func monthDay(s string) (month, day int) {
	n := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		case r >= '０' && r <= '９':
			n = n*10 + int(r-'０')
		case r == '年':
			n = 0
		case r == '月':
			month, n = n, 0
		case r == '日':
			day = n
		default:
			return 0, 0
		}
		if n > 9999 {
			return 0, 0
		}
	}
	if month > 12 || day > 31 {
		return 0, 0
	}
	return month, day
}

func squeeze(rs []rune) string {
	var b strings.Builder
	for _, r := range rs {
		if r != ' ' && r != '\u3000' && r != '\u00a0' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func skipSpace(rs []rune, i int) int {
	for i < len(rs) && (rs[i] == ' ' || rs[i] == '\u3000' || rs[i] == '\u00a0' || rs[i] == '\t') {
		i++
	}
	return i
}

func hasPrefix(rs []rune, s string) bool {
	i := 0
	for _, r := range s {
		if i >= len(rs) || rs[i] != r {
			return false
		}
		i++
	}
	return true
}
