// Package credit reads who made an article or a photograph, wherever a Chinese paper says so: a byline on a line of its
// own (本报记者 赵永刚 通讯员 景明), a lede (本报讯（记者赵晖）, 新华社北京2月24日电), a caption's end （高瑞鹏 摄）, brackets that close
// a brief （常青）. The page reader uses it for layout, the fact reader for bylines. It is grammar only: it knows words for
// roles, not people.
package credit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
)

// roleWord is a word and the role that it gives.
type roleWord struct {
	word string
	role article.Role
}

// roleWords are the words that announce names and the role that they give, the longest first where one begins another. Those
// without a role make no article.
var roleWords = []roleWord{
	{"全媒体记者", article.Reporter},
	{"融媒体记者", article.Reporter},
	{"全媒记者", article.Reporter},
	{"融媒记者", article.Reporter},
	{"见习记者", article.Reporter},
	{"实习记者", article.Reporter},
	{"首席记者", article.Reporter},
	{"特派记者", article.Reporter},
	{"特约记者", article.Reporter},
	{"摄影记者", article.Photographer},
	{"驻站记者", article.Reporter},
	{"实习生", article.Reporter},
	{"记者站", article.Reporter},
	{"记者", article.Reporter},
	{"记 者", article.Reporter},
	{"特约通讯员", article.Correspondent},
	{"通讯员", article.Correspondent},
	{"通訊員", article.Correspondent},
	{"特约撰稿人", article.Correspondent},
	{"特约撰稿", article.Correspondent},
	{"供稿", article.Correspondent},
	{"特约评论员", article.Author},
	{"评论员", article.Author},
	{"作者", article.Author},
	{"市民", article.Author},
	{"读者", article.Author},
	{"村民", article.Author},
	{"居民", article.Author},
	{"撰文", article.Author},
	{"整理", article.Author},
	{"摄影报道", article.Photographer},
	{"摄影", article.Photographer},
	{"责任编辑", article.Editor},
	{"本版编辑", article.Editor},
	{"编辑", article.Editor},
	{"责编", article.Editor},
	{"编者", article.Editor},
	{"版式", ""},
	{"美编", ""},
	{"校对", ""},
	{"组版", ""},
	{"审读", ""},
	{"审核", ""},
	{"监制", ""},
	{"统筹", ""},
	{"电话", ""},
}

// houses are the words that may stand before a role: the paper, the agency, the medium.
var houses = []string{
	"本报", "本刊", "本网", "本台", "新华社", "新华网", "中新社", "中国新闻社", "人民日报", "中央广播电视总台", "新华每日电讯",
	"全媒体", "融媒体", "融媒",
}

// plainPeople are roles that are everyday words: only a space behind them makes them a credit (市民 翟文清).
var plainPeople = map[string]bool{"市民": true, "读者": true, "村民": true, "居民": true, "作者": true, "编者": true, "编辑": true, "整理": true}

// endWords close a list of names and give them their role: 葛亮 摄, 古再丽努尔 文.
var endWords = []struct {
	word string
	role article.Role
}{
	{"摄影报道", article.Photographer},
	{"图文报道", article.Photographer},
	{"供图", article.Photographer},
	{"提供图片", article.Photographer},
	{"摄影", article.Photographer},
	{"摄", article.Photographer},
	{"攝", article.Photographer},
	{"图", article.Photographer},
	{"绘", article.Photographer},
	{"撰文", article.Author},
	{"文", article.Author},
	{"报道", ""},
	{"供稿", article.Correspondent},
	{"整理", article.Author},
}

// List is the result of reading a line of credits.
type List struct {
	Bylines []article.Byline
	Roles   int  // how many words for a role stood there
	Rest    bool // something stood there that is neither a role nor a name
}

// Parse reads a line or bracket of credits: role words with the names behind them, and end words with the names before
// them. Names take the role def until a word says otherwise. Padded names are closed (秦　楚 → 秦楚).
func Parse(s string, def article.Role) List {
	p := parser{def: def, role: def}
	for _, tok := range tokens(s) {
		p.token(tok)
	}
	p.flush()
	return List{Bylines: p.out, Roles: p.roles, Rest: p.rest}
}

type parser struct {
	def, role article.Role
	out       []article.Byline
	group     int    // index in out of the first name since the last role word or end word
	half      string // one Han character that waits for the second half of a padded name
	roles     int
	rest      bool
}

func (p *parser) token(tok string) {
	if word, role, bare := endWord(tok); word {
		p.flush()
		if bare != "" {
			p.name(bare)
			p.flush()
		}
		p.end(role)
		return
	}
	house, after := cutHouse(tok)
	role, word, name := cutRole(after)
	if name != "" && house == "" && (plainPeople[word] || len([]rune(name)) > 4 && !strings.Contains(name, "·")) {
		word = ""
	}
	if word == "" && house != "" {
		p.flush()
		p.rest = p.rest || after != ""
		return
	}
	if word == "" {
		p.name(tok)
		return
	}
	p.flush()
	p.roles++
	p.role, p.group = role, len(p.out)
	switch {
	case strings.HasSuffix(word, "评论员") && name == "":
		p.out = append(p.out, article.Byline{Name: house + word, Role: article.Author})
		p.group = len(p.out)
	case name != "":
		p.name(name)
	}
}

// name takes a name, or one half of a padded one.
func (p *parser) name(tok string) {
	n := []rune(tok)
	switch {
	case len(n) == 1 && p.half != "":
		tok, p.half = p.half+tok, ""
	case len(n) == 1 && zh.IsHan(n[0]):
		p.half = tok
		return
	default:
		p.flush()
	}
	if !IsName(tok) {
		p.rest = true
		return
	}
	if p.role == "" { // who sets or reads the page makes no article
		return
	}
	p.out = append(p.out, article.Byline{Name: tok, Role: p.role})
}

// flush gives up on a half name: one character alone is no name.
func (p *parser) flush() {
	if p.half != "" {
		p.rest = true
	}
	p.half = ""
}

// end gives the names since the last role word or end word the role of an end word.
func (p *parser) end(role article.Role) {
	p.roles++
	if role != "" {
		for i := p.group; i < len(p.out); i++ {
			if p.out[i].Role == article.Reporter && role == article.Author {
				continue
			}
			p.out[i].Role = role
		}
	}
	p.group, p.role = len(p.out), p.def
}

// endWord says whether tok is an end word, or a name run together with one (高瑞鹏摄).
func endWord(tok string) (ok bool, role article.Role, name string) {
	for _, e := range endWords {
		if tok == e.word {
			return true, e.role, ""
		}
	}
	for _, e := range endWords[:7] {
		if bare, found := strings.CutSuffix(tok, e.word); found && IsName(bare) && !strings.Contains(bare, "记者") && !strings.Contains(bare, "通讯员") {
			return true, e.role, bare
		}
	}
	return false, "", ""
}

func cutHouse(tok string) (house, rest string) {
	for _, h := range houses {
		if after, ok := strings.CutPrefix(tok, h); ok {
			return h, after
		}
	}
	for _, role := range [...]string{"记者", "通讯员"} {
		at := strings.Index(tok, role)
		if at <= 0 {
			continue
		}
		house = strings.TrimSuffix(strings.TrimSuffix(tok[:at], "全媒体"), "融媒体")
		if n := utf8.RuneCountInString(house); n >= shortestHouse && n <= longestHouse && zh.EndsWith(house, media...) {
			return house, tok[len(house):] // 四川日报|全媒体记者
		}
	}
	return "", tok
}

// media are the endings of the names of papers and other media, and bounds of these names in characters.
var media = []string{"日报", "晚报", "早报", "晨报", "时报", "商报", "快报", "都市报", "青年报", "法治报", "法制报", "新闻", "客户端", "新闻网", "在线", "广播电视台", "电视台", "融媒体中心", "融媒"}

const (
	shortestHouse = 3
	longestHouse  = 12
)

func cutRole(tok string) (role article.Role, word, rest string) {
	for _, w := range roleWords {
		if after, ok := strings.CutPrefix(tok, w.word); ok {
			return w.role, w.word, after
		}
	}
	return "", "", tok
}

// tokens splits at spaces and at the marks that stand between names, and before a role that a line's break or a careless
// setter left no space before (何志强通讯员 范晓); 文/图 becomes two end words.
func tokens(s string) []string {
	var out []string
	for _, tok := range strings.FieldsFunc(s, between) {
		for _, w := range [...]string{"通讯员", "实习生"} {
			if name, role, ok := strings.Cut(tok, w); ok && len([]rune(name)) < 5 && IsName(name) && !begins(name) {
				out = append(out, name)
				tok = w + role
			}
		}
		if name, ok := strings.CutSuffix(tok, "文"); ok && both(s) && len([]rune(name)) > 1 {
			out = append(out, name)
			tok = "文"
		}
		out = append(out, tok)
	}
	return out
}

// begins reports whether a role's word begins so (特约通讯员).
func begins(s string) bool {
	return slices.ContainsFunc(roleWords, func(w roleWord) bool { return strings.HasPrefix(w.word, s) })
}

// both reports whether one credit is for text and picture: 文/图.
func both(s string) bool { return strings.Contains(s, "文/图") || strings.Contains(s, "文／图") }

// between reports whether r is a space or a mark that stands between names.
func between(r rune) bool {
	switch r {
	case ' ', '\t', '\u3000', '\u00a0', '、', '，', ',', '/', '／', '：', ':', '；', '|', '｜', '（', '）', '(', ')', '\n', '—', '■', '□', '●', '◎', '○':
		return true
	}
	return false
}
