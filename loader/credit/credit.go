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

// List is the result of reading a line of credits.
type List struct {
	Bylines []article.Byline
	Roles   int  // how many words for a role stood there
	Rest    bool // something stood there that is neither a role nor a name
}

// Parse reads a line or bracket of credits: labels with the names behind them (记者 王二, 图/张三), makers' words with the names
// before them (张三 摄). Names take the role def until a word says otherwise. Padded names are closed (秦　楚 → 秦楚). Who is said to
// have made text and pictures has two bylines.
func Parse(s string, def article.Role) List {
	p := parser{def: def, role: def, pictures: -1}
	list := tokens(s)
	for i, tok := range list {
		p.token(tok.text, list[i:])
	}
	p.flush()
	return List{Bylines: p.out, Roles: p.roles, Rest: p.rest || p.office}
}

type parser struct {
	def, role article.Role
	out       []article.Byline
	told      []bool // whether a label gave the role of the name in out
	label     bool   // whether a label gave role
	group     int    // index in out of the first name since the last label or maker's word
	span      int    // the same since the last maker's word alone
	pictures  int    // length of out when a label announced pictures, -1 none
	both      bool   // the names that come made text and pictures
	half      string // one Han character that waits for the second half of a padded name
	office    bool   // a body waits for a name: 县委宣传部 张三
	roles     int
	rest      bool
}

// token reads the first word of list, tok.
func (p *parser) token(tok string, list []token) {
	tok = strings.TrimPrefix(tok, "图片由")           // 图片由蓝天摄
	if tok == "" || strings.HasPrefix(tok, "发自") { // 记者 王二 发自巴黎
		return
	}
	if m, bare, ok := makerOf(tok); ok && !(p.half != "" && tok == "文") { // 左 文
		p.flush()
		if bare != "" {
			p.name(bare)
			p.flush()
		} else if p.announces(list) {
			p.announce(m.role)
			p.both = m.both
			if m.role == article.Photographer {
				p.pictures = len(p.out)
			}
			return
		}
		p.end(m)
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
	p.announce(role)
	switch {
	case strings.HasSuffix(word, "评论员") && name == "":
		p.add(house+word, article.Author)
		p.group = len(p.out)
	case name != "":
		p.name(name)
	}
}

// announces reports whether a maker's word, the first of list, is a label of what follows (图/张三, 记者 李四 摄影 王五) and not the end of
// what stands before it (李四 文 王五 图).
func (p *parser) announces(list []token) bool {
	if len(list) < 2 {
		return false
	}
	open := len(p.out) > p.group
	next := list[1]
	switch {
	case list[0].tied && open:
		return false // 刘一丁/文 闫旭/摄
	case next.tied || !open:
		return !isMaker(next.text)
	}
	for i, t := range list[1:] {
		if isMaker(t.text) {
			return false
		}
		if _, word, _ := cutRole(t.text); word != "" {
			return i > 0
		}
	}
	return true
}

// announce takes a label: the names that come have its role. Who reports behind a word for pictures took them (图/本报记者 张三), and who
// stands before the first reporter without a label wrote to the paper (李四 记者 张三).
func (p *parser) announce(role article.Role) {
	p.roles++
	if p.pictures == len(p.out) && (role == article.Reporter || role == article.Correspondent) {
		role = article.Photographer
	}
	p.pictures = -1
	if role == article.Reporter && p.def == role {
		for i := range p.out {
			if !p.told[i] {
				p.out[i].Role = article.Correspondent
			}
		}
	}
	p.role, p.label, p.group, p.office = role, true, len(p.out), false
}

// name takes a name, or one half of a padded one, or the body that somebody belongs to.
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
	switch {
	case IsName(tok):
		if p.role != "" { // who sets or reads the page makes no article
			p.add(tok, p.role)
		}
		p.office = false
	case isBody(tok):
		p.office = true
		if !p.label && p.def == article.Correspondent && (zh.EndsWith(tok, media...) || strings.HasSuffix(tok, "记者")) {
			p.role = article.Reporter // （成县融媒体中心 罗斌）
		}
	default:
		p.rest = true
	}
}

func (p *parser) add(name string, role article.Role) {
	p.out, p.told = append(p.out, article.Byline{Name: name, Role: role}), append(p.told, p.label)
	if p.both {
		p.pictured(name)
	}
}

// pictured adds that name took pictures too.
func (p *parser) pictured(name string) {
	if b := (article.Byline{Name: name, Role: article.Photographer}); !slices.Contains(p.out, b) {
		p.out, p.told = append(p.out, b), append(p.told, true)
	}
}

// flush gives up on a half name: one character alone is no name.
func (p *parser) flush() {
	if p.half != "" {
		p.rest = true
	}
	p.half = ""
}

// end gives the names since the last label or maker's word the role of a maker's word; a word for text and pictures gives it to all
// since the last such word, beside the role that a label gave.
func (p *parser) end(m maker) {
	p.roles++
	from := p.group
	if m.both {
		from = p.span
	}
	for i := from; i < len(p.out) && m.role != ""; i++ {
		switch {
		case p.told[i] && m.both:
			p.both = true
		case p.out[i].Role == article.Reporter && m.role == article.Author:
		default:
			p.out[i].Role = m.role
		}
	}
	if m.both && (p.both || m.role == article.Author) {
		for _, b := range slices.Clone(p.out[from:]) {
			p.pictured(b.Name)
		}
	}
	p.group, p.span, p.role, p.label, p.both = len(p.out), len(p.out), p.def, false, false
}

// makerOf is the maker's word that tok is, or that a name is run together with (高瑞鹏摄).
func makerOf(tok string) (m maker, name string, ok bool) {
	for _, m := range makers {
		if tok == m.word {
			return m, "", true
		}
		bare, found := strings.CutSuffix(tok, m.word)
		if m.joins && found && IsName(bare) && !strings.Contains(bare, "记者") && !strings.Contains(bare, "通讯员") {
			return m, bare, true
		}
	}
	return maker{}, "", false
}

func isMaker(tok string) bool {
	_, _, ok := makerOf(tok)
	return ok
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

func cutRole(tok string) (role article.Role, word, rest string) {
	for _, w := range roleWords {
		if after, ok := strings.CutPrefix(tok, w.word); ok {
			return w.role, w.word, after
		}
	}
	return "", "", tok
}
