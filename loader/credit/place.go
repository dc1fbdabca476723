package credit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
)

// longestLine is how many characters a line of credits may have.
const longestLine = 60

// Line reads a byline that stands on a line of its own. It is true only where the whole line is credits, with at least one
// word for a role (本报记者 赵永刚, 本报评论员, 市民 翟文清, 图/文 张三).
func Line(s string) ([]article.Byline, bool) {
	bare := strings.Trim(s, " \u3000\t（）()—-■□●◎○")
	marked := strings.HasPrefix(s, "□") || strings.HasPrefix(s, "■") || strings.HasPrefix(s, "○") || strings.HasPrefix(s, "◎")
	s = bare
	if len(s) > longestLine*utf8.UTFMax {
		return nil, false
	}
	if n := utf8.RuneCountInString(s); n < 3 && !marked || n > longestLine || strings.ContainsAny(s, "。！？；，“”《》") {
		return nil, false
	}
	l := Parse(s, article.Author)
	if marked && l.Roles == 0 && !l.Rest && len(l.Bylines) == 1 && len([]rune(l.Bylines[0].Name)) < 4 {
		return l.Bylines, true
	}
	if l.Rest || l.Roles == 0 || len(l.Bylines) == 0 {
		return nil, false
	}
	for _, b := range l.Bylines {
		long := len([]rune(b.Name)) > 4 && !strings.ContainsAny(b.Name, "·•‧・员")
		if long && b.Role != article.Reporter && b.Role != article.Correspondent {
			return nil, false
		}
	}
	return l.Bylines, true
}

// Caption cuts the credit from the end of a caption: （高瑞鹏 摄）, 本报记者 葛亮 摄, 张三/摄, 新华社记者 李四 摄影报道. The count is in code
// points of s that belong to the caption proper; false where s has no such credit.
func Caption(s string) (n int, makers []article.Byline, ok bool) {
	s = strings.TrimRight(s, " \u3000。")
	if !photoEnd(s) {
		return 0, nil, false
	}
	rs := []rune(s)
	if len(rs) < 3 || both(string(rs[max(0, len(rs)-5):])) {
		return 0, nil, false
	}
	if zh.ShutsParen(rs[len(rs)-1]) {
		open := lastOpen(rs)
		if open < 0 {
			return 0, nil, false
		}
		l := Parse(string(rs[open+1:len(rs)-1]), article.Photographer)
		if l.Rest || len(l.Bylines) == 0 {
			return 0, nil, false
		}
		return open, l.Bylines, true
	}
	for _, at := range creditStarts(rs) {
		l := Parse(string(rs[at:]), article.Photographer)
		if !l.Rest && len(l.Bylines) > 0 {
			return at, l.Bylines, true
		}
	}
	return 0, nil, false
}

// photoEnd reports whether s ends with a word for making a picture, in or out of brackets.
func photoEnd(s string) bool {
	bare := strings.TrimRight(s, "）) \u3000")
	for _, w := range [...]string{"摄", "攝", "供图", "供圖", "摄影", "摄影报道", "图文报道", "图片", "图"} {
		if strings.HasSuffix(bare, w) {
			return w != "图" && w != "图片" || bracketed(s)
		}
	}
	return false
}

// bracketed reports whether s ends with a bracket.
func bracketed(s string) bool { return strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") }

func lastOpen(rs []rune) int {
	for i := len(rs) - 1; i >= 0 && i > len(rs)-60; i-- {
		if zh.OpensParen(rs[i]) {
			return i
		}
	}
	return -1
}

// creditStarts lists where a bare credit at the end of a caption may begin, the farthest first: behind a stop, behind a
// space. A stop binds: nothing before the last one is credit.
func creditStarts(rs []rune) []int {
	var starts []int
	for i := len(rs) - 2; i >= 0 && i > len(rs)-60; i-- {
		stop := strings.ContainsRune("。！？”’；", rs[i])
		if stop || rs[i] == ' ' || rs[i] == '\u3000' {
			starts = append(starts, i+1)
		}
		if stop {
			break
		}
	}
	for i, j := 0, len(starts)-1; i < j; i, j = i+1, j-1 {
		starts[i], starts[j] = starts[j], starts[i]
	}
	return starts
}

// Closing reads brackets that close a paragraph: a bare name is a correspondent （常青）, a role word says otherwise
// （古再丽努尔 文 麦麦提江 图）. An office there is no byline. The whole paragraph may be such a bracket. The count is of code
// points before the bracket.
func Closing(s string) (n int, makers []article.Byline, ok bool) {
	s = strings.TrimRight(s, " \u3000")
	if !bracketed(s) {
		return 0, nil, false
	}
	rs := []rune(s)
	if len(rs) < 4 {
		return 0, nil, false
	}
	open := lastOpen(rs)
	if open < 0 {
		return 0, nil, false
	}
	before := strings.TrimRight(string(rs[:open]), " \u3000")
	if before != "" && !strings.ContainsRune("。！？…", lastRune(strings.TrimRight(before, "”’"))) {
		return 0, nil, false
	}
	l := Parse(string(rs[open+1:len(rs)-1]), article.Correspondent)
	if l.Rest || len(l.Bylines) == 0 {
		return 0, nil, false
	}
	return open, l.Bylines, true
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// TookPictures reports whether a credit names photographers only: nobody who wrote a text too.
func TookPictures(makers []article.Byline) bool {
	return !slices.ContainsFunc(makers, func(m article.Byline) bool { return m.Role != article.Photographer })
}
