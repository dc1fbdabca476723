package discourse

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/reading"
)

// append adds a token, joined to the word right before it where the two are one: verb and verb (调研督导), modifier and
// head (揭牌|仪式), verb of manner and of saying (补充|说).
func (d *Discourse) append(t Token) {
	if n := len(d.Tokens); n > 0 && t.Kind == Word && d.Tokens[n-1].Kind == Word && d.Tokens[n-1].End == t.Start {
		if class := compound(d.Tokens[n-1].Class, t.Class); class != 0 && !d.verbal(t) {
			d.Tokens[n-1].End, d.Tokens[n-1].Class = t.End, class
			return
		}
	}
	d.Tokens = append(d.Tokens, t)
}

// compound is the class of a word of class b right behind one of class a; 0 where they stay two words.
func compound(a, b Class) Class {
	switch {
	case a&(Visit|Inspect) != 0 && b&(Visit|Inspect) != 0:
		return (a | b) & (Visit | Inspect)
	case a&(Say|Speak) != 0 && b == Say:
		return a | b
	case a == Convene && b&(Meet|Talk) != 0:
		return b
	case a&(Visit|Inspect|Unveil|Session|Confer) != 0 && b&(Session|Rite|SignRite) != 0, a == Speak && b == Session:
		return b // 推介|大会
	}
	return 0
}

// verbal is true for a noun that is as often a verb: 考察座谈 is to look and to talk.
func (d *Discourse) verbal(t Token) bool {
	return t.Is(Session) && t.End-t.Start == 2 && d.Reading.Text.Runes[t.Start] == '座'
}

// addresses is what one gives (作) before an audience.
var addresses = []string{"发言", "讲话", "报告", "汇报", "通报", "说明", "点评", "介绍", "推介", "解读", "演讲", "致辞", "动员", "总结", "安排", "部署", "辅导", "述职", "讲座", "授课", "要求"}

// longestManner is how many characters may stand between 作 and what is given: 作了题为…报告 is no word.
const longestManner = 5

// address is the length of a word of giving an address that runes begins with: 作具体安排, 致欢迎辞; 0 if none.
func address(runes []rune) int {
	if len(runes) < 2 || runes[0] != '作' && runes[0] != '致' {
		return 0
	}
	for n := 1; n <= longestManner && n < len(runes); n++ {
		if strings.ContainsRune("，。；、：“《（\n", runes[n]) {
			return 0
		}
		if runes[0] == '致' {
			if n > 1 && (runes[n] == '辞' || runes[n] == '词') {
				return n + 1
			}
			continue
		}
		if n+1 < len(runes) && slices.Contains(addresses, string(runes[n:n+2])) {
			return n + 2
		}
	}
	return 0
}

// longestSubject is how many characters may tell what an address is about: 作了关于…的报告.
const longestSubject = 60

// entitled is the length of 作 or 作了 before what an address is about or called: 作了关于预算执行情况的报告, 作题为《…》的讲座. 0 if it is none.
func entitled(runes []rune) int {
	n := 1
	if len(runes) < 2 || runes[0] != '作' {
		return 0
	}
	if runes[1] == '了' {
		n = 2
	}
	if n+2 >= len(runes) {
		return 0
	}
	if w := string(runes[n : n+2]); w != "关于" && w != "题为" {
		return 0
	}
	for k := n + 2; k+2 < len(runes) && k < longestSubject; k++ {
		if runes[k] == '。' || runes[k] == '，' || runes[k] == '\n' {
			return 0
		}
		if runes[k] != '的' {
			continue
		}
		for j := k + 1; j+2 <= len(runes) && j <= k+longestManner; j++ {
			if slices.Contains(addresses, string(runes[j:j+2])) {
				return n
			}
		}
	}
	return 0
}

// saying is true for 道 at offset at that ends a verb of saying: 笑道：, 问道，. Roads and reports end otherwise.
func saying(runes []rune, at int) bool {
	if runes[at] != '道' || at == 0 || at+1 >= len(runes) {
		return false
	}
	switch runes[at+1] {
	case '，', '：', '“', ':':
		return !strings.ContainsRune("报知街铁轨管渠频通隧味一公大古赛跑河航车步门", runes[at-1])
	}
	return false
}

// gathering is true for 会 at offset at that ends the name of a meeting somebody speaks at: 吹哨会上, 院坝会上.
func gathering(runes []rune, at int) bool {
	return runes[at] == '会' && at > 1 && at+1 < len(runes) && runes[at+1] == '上' && runes[at-1] > 0x2E80 &&
		!strings.ContainsRune("社机委协工商学国议理事联体晚宴运舞庙灯花聚乐唱欢团员合大这此次在的，。、；：”》）在于", runes[at-1])
}

// word is the length and class of the word at offset at, before limit: of the table, or made by a rule. 0 if none.
func word(runes []rune, at, limit int) (int, Class) {
	n, class := longest(runes[at:limit])
	if n > 0 && class == Past && runes[at+n-1] == '次' && at > 0 && strings.ContainsRune("第十百", runes[at-1]) {
		return 0, 0 // 第五次会议 is none of five times
	}
	if n == len([]rune("在座")) && at+n < limit && runes[at+1] == '座' && runes[at+n] == '谈' {
		n, class = longest(runes[at : at+1]) // 在|座谈会
	}
	if m := address(runes[at:limit]); m > n && (at == 0 || runes[at-1] != '工') { // not in 工作动员会
		return m, Speak
	}
	if m := entitled(runes[at:]); m > n {
		return m, Speak
	}
	if n == 0 && saying(runes, at) {
		return 1, Say
	}
	if n == 0 && gathering(runes, at) {
		return 1, Session
	}
	return n, class
}

// token makes one of kind for a span.
func token(start, end int, kind Kind) Token {
	return Token{Span: reading.Span{Start: start, End: end}, Kind: kind}
}
