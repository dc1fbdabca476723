package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// appointment reads a verb that gives or takes posts.
func (b *binder) appointment(i int) {
	u := b.units[i]
	if len(b.byPosts) > 0 && u.verb == verb.Holds && b.last != nil && b.units[i-1].kind == uName {
		posts := b.resolveChain(b.byPosts)
		b.last.add(posts...)
		b.byPosts = nil
		return
	}
	if len(b.byPosts) > 0 && u.verb == verb.Holds && len(b.given) > 0 {
		b.hand(b.resolveChain(b.byPosts), b.given) // 副秘书长由甲、乙等3位同志担任
		b.byPosts, b.given = nil, nil
		return
	}
	if u.verb == verb.Is && (b.mode == verb.Appoints || b.mode == verb.Proposes || b.mode == verb.Elects) {
		return // 任命X为Y, 提名X为Y
	}
	b.flush()
	b.drop()
	b.open = false
	if b.unnamed(i) {
		b.mode, b.targets = verb.None, nil
		return
	}
	b.mode = b.verbAt(i)
	b.acting = u.text == "代理"
	b.comrade = i > 0 && b.units[i-1].text == "同志"
	if b.mode == verb.Appoints && i > 0 && passives.At(b.units[i-1].text) {
		b.mode = verb.Elects // 甲、乙被任命为委员
	}
	b.aim()
	if b.mode == verb.Removes && i+1 < len(b.units) && b.units[i+1].text == "其" && b.last != nil {
		b.targets = []*person{b.last} // 免去其副局长职务
	}
	if u.verb == verb.Is && (i == 0 || b.units[i-1].kind != uName) && !b.was(i) {
		b.mode, b.targets = verb.None, nil
	}
}

// refer lets 他 before a verb of office stand for the one person of the sentence before: 此前，|他|任某镇党委书记.
func (b *binder) refer(i int) {
	if w := b.units[i].text; w != "他" && w != "她" || b.last != nil || b.topic == nil || b.topic.name == "" || i+1 >= len(b.units) {
		return
	}
	switch b.units[i+1].verb {
	case verb.Holds, verb.Held, verb.HoldsNow, verb.Elects:
		b.last = b.topic
		b.told = b.topic
	}
}

// earlierWords say in front of a verb of office that the office is past.
var earlierWords = zh.Words("此前 之前 以前 原先 早先 早年 过去 生前 退休前 原来 曾 原")

// before tells whether the clause of the verb at i, or the one in front of it, says that it tells of the past.
func (b *binder) before(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if earlierWords[b.units[j].text] {
			return true
		}
		if b.units[j].kind == uStop {
			return false
		}
	}
	return false
}

// passives stand before a verb that gives a post to those named in front of it.
var passives = zh.TableOf(zh.Words("被 获 受 均被 当场"))

// unnamed tells whether the verb at i has a subject that isn't named: 我当选, 您今年三月再次当选.
func (b *binder) unnamed(i int) bool {
	if i > 0 && (pronouns[b.units[i-1].text] || b.units[i].verb == verb.Elects && b.units[i-1].kind == uPlace) {
		return true // 向某国当选总统致贺电: whoever it is
	}
	for j := i - 1; j >= 0 && i-j <= longestAdverbial; j-- {
		if addressees[b.units[j].text] {
			return true
		}
		if b.units[j].kind != uWord {
			break
		}
	}
	return false
}

// longestAdverbial is how many words may stand between a subject and its verb.
const longestAdverbial = 5

// verbAt is the verb at i with what stands before it: 不再担任, 曾先后任.
func (b *binder) verbAt(i int) verb.Class {
	u := b.units[i]
	if u.verb == verb.Holds && i > 0 {
		if b.before(i) {
			return verb.Held
		}
		switch b.units[i-1].text {
		case "不再":
			return verb.Leaves
		case "曾", "先后", "曾经":
			return verb.Held
		}
	}
	return u.verb
}

// aim finds whose posts follow: those of the name in front, or of the name to come.
func (b *binder) aim() {
	b.targets = nil
	if b.mode == verb.Appoints || b.mode == verb.Removes {
		b.listing = verb.None
		return
	}
	if several[b.mode] && len(b.names) > 1 && !b.past {
		b.targets = slices.Clone(b.names) // 甲、乙当选为副主任, 甲、乙任成员
	} else if b.last != nil {
		b.targets = []*person{b.last}
	} else if b.subject != nil {
		b.targets = []*person{b.subject}
	}
	if !b.past {
		for _, who := range b.names {
			who.vote(voteDoes)
		}
	}
}

// several are the verbs whose posts go to all names of a list in front of them.
var several = map[verb.Class]bool{verb.Elects: true, verb.Holds: true, verb.HoldsNow: true, verb.Is: true}

// flush gives the titles of the chain to the target of the verb in front, if there is one.
func (b *binder) flush() {
	if b.mode == verb.None || len(b.chain) == 0 {
		return
	}
	targets := b.targets
	if len(targets) == 0 && b.subject != nil {
		targets = []*person{b.subject}
	}
	if len(targets) == 0 {
		return
	}
	posts := b.resolveChain(b.chain)
	for k := range posts {
		posts[k].Status = b.status(posts[k])
		posts[k].Evidence.Rule = "title.verb"
	}
	b.hand(posts, targets)
	b.chain = nil
	if b.mode == verb.Is {
		b.mode, b.targets = verb.None, nil
	}
}

// hand gives posts to those they are said of: to each all of them, or one to each in order after 分别.
func (b *binder) hand(posts []reading.Post, targets []*person) {
	if len(b.dealt) > 1 && len(b.dealt) == len(posts) {
		for k, who := range b.dealt {
			who.add(posts[k])
		}
		b.dealt = nil
		return
	}
	for _, who := range targets {
		who.add(posts...)
	}
}

// status is what the verb says about a post. What the title itself says (代市长) stands.
func (b *binder) status(q reading.Post) reading.Status {
	switch b.mode {
	case verb.Removes, verb.Leaves:
		return reading.Removed
	case verb.Proposes:
		return reading.Proposed
	case verb.Held:
		return reading.Former
	}
	if q.Status != "" && q.Status != reading.Current {
		return q.Status
	}
	switch b.mode {
	case verb.Appoints, verb.Elects:
		return reading.Appointed
	case verb.Holds:
		switch {
		case b.acting:
			return reading.Acting // 某某代理某市市长职务
		case b.subject != nil, b.ranged:
			return reading.Former
		case b.comrade, b.rd.notice(), b.decided():
			return reading.Appointed // 某某同志任: the form of notices
		}
	}
	return reading.Current
}

// decided tells whether the part announces what was decided: 经市委研究决定：某某任….
func (b *binder) decided() bool {
	text := b.rd.v.Text(b.units[0].start, b.units[len(b.units)-1].end)
	return strings.Contains(text, "研究决定") || strings.Contains(text, "决定：")
}

// notice tells whether the headline announces appointments.
func (rd *reader) notice() bool {
	a := rd.r.Article
	head := a.Kicker + a.Title + a.Subtitle
	for _, w := range []string{"任免", "任命", "任职", "当选", "履新", "职务", "任前", "补选", "任"} {
		if strings.Contains(head, w) && !strings.Contains(head, "任务") && !strings.Contains(head, "责任") {
			return true
		}
	}
	return false
}

// paren reads a parenthesis and gives back the index of its end: attributes and posts of the name in front of it. What
// stands in it doesn't break an apposition. A parenthesis of credits (记者 …) names no persons of the story.
func (b *binder) paren(i int) int {
	end := i + 1
	for end < len(b.units) && b.units[end].kind != uShut && b.units[end].kind != uStop && end-i < 60 {
		end++
	}
	if end >= len(b.units) || b.units[end].kind != uShut {
		return i
	}
	inside := b.units[i+1 : end]
	if credits(inside) {
		for _, u := range inside {
			if u.kind == uName {
				b.rd.personOf(u).credit = true
			}
		}
		return end
	}
	if i == 0 || b.units[i-1].kind != uName || b.last == nil {
		return b.aside(inside, end)
	}
	for _, u := range inside {
		b.attribute(u)
	}
	return end
}

// aside reads a parenthesis that follows no name, as a text of its own.
func (b *binder) aside(inside []unit, end int) int {
	c := &binder{rd: b.rd, units: append(inside[:len(inside):len(inside)], unit{kind: uStop, start: b.units[end].start, end: b.units[end].start, place: -1, body: -1})}
	c.run()
	return end
}

func credits(inside []unit) bool {
	n := 0
	for _, u := range inside {
		switch {
		case u.kind == uPost && creditHeads[u.title.Head]:
			return true
		case u.kind == uWord && (u.text == "摄" || u.text == "文" || u.text == "图" || u.text == "供图" || u.text == "供稿"):
			return true
		case u.kind == uName:
			n++
		case u.kind != uPause && u.kind != uComma:
			return false
		}
	}
	return n > 0
}

// creditHeads are the makers of an article.
var creditHeads = zh.Words("记者 本报记者 见习记者 特派记者 通讯员 实习生 摄影 编辑 责编 评论员 特约评论员")

// attribute takes one unit of a parenthesis after a name.
func (b *binder) attribute(u unit) {
	switch {
	case u.text == "女" || strings.HasPrefix(u.text, "女，"):
		b.last.gender = "female"
	case u.text == "男":
		b.last.gender = "male"
	case u.kind == uPost && u.title.Kind != title.Occupation:
		b.last.add(b.resolveChain([]unit{u})...)
	case strings.HasSuffix(u.text, "族") && len([]rune(u.text)) > 1:
		b.last.ethnicity = u.text
	}
}

// pronouns before a verb of appointment speak of somebody else than the last name.
var (
	pronouns   = zh.Words("你 您 我 我们 你们 他们 她们 谁 大家 就 来")
	addressees = zh.Words("你 您 你们 阁下")
)
