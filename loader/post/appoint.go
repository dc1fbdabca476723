package post

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/verb"
)

// appointment reads a verb that gives or takes posts.
func (b *binder) appointment(i int) {
	u := b.units[i]
	if u.verb == verb.Holds && b.heldBy(i) {
		return
	}
	if u.verb == verb.Is && (b.mode == verb.Appoints || b.mode == verb.Proposes || b.mode == verb.Elects) {
		return // 任命X为Y, 提名X为Y
	}
	if b.nowBesides(i) || b.onBehalf(i) {
		return
	}
	b.flush()
	b.drop()
	b.open = false
	if b.unnamed(i) {
		b.mode, b.targets = verb.None, nil
		return
	}
	if b.ofNext(i) {
		if b.onward = b.verbAt(i); i > 0 && b.onward == verb.Holds && strings.HasPrefix(b.units[i-1].text, "已") {
			b.onward = verb.Held // 当时已任某省省长的|甲
		}
		b.mode, b.targets = verb.None, nil
		return
	}
	b.mode = b.verbAt(i)
	b.acting = u.text == "代理"
	b.comrade = i > 0 && (b.units[i-1].text == "同志" || recently[b.units[i-1].text])
	if b.mode == verb.Appoints && i > 0 && passives.At(b.units[i-1].text) {
		b.mode = verb.Elects // 甲、乙被任命为委员
	}
	b.aim()
	if b.mode == verb.Removes && i+1 < len(b.units) && b.units[i+1].text == "其" && b.last != nil {
		b.targets = []*person{b.last} // 免去其副局长职务
	}
	if u.verb == verb.Is && ((i == 0 || b.units[i-1].kind != uName) && !b.was(i) || i+1 < len(b.units) && b.units[i+1].text == "在") {
		b.mode, b.targets = verb.None, nil // 甲是|在|结束访问后来的
	}
}

// longestBehalf is how many units such a list takes at most.
const longestBehalf = 24

// onBehalf tells whether 为 at i stands before those for whom something is held: 甲为与会代表团团长举行宴会.
func (b *binder) onBehalf(i int) bool {
	if b.units[i].text != "为" {
		return false
	}
	post := false
	for j := i + 1; j < min(i+longestBehalf, len(b.units)); j++ {
		switch u := &b.units[j]; {
		case u.kind == uPost:
			post = true
		case u.kind == uComma || u.kind == uStop || u.kind == uSemi || u.text == "为":
			return false
		case post && u.kind == uWord && zh.BeginsWith(u.text, "举行", "举办", "设宴", "送行", "颁发", "颁奖", "授旗", "佩戴"):
			return true
		}
	}
	return false
}

// recently are the words that make news of 任: 甲近日任县扶贫办主任.
var recently = zh.Words("近日 日前 新近")

// heldBy gives the posts before 由 to those between it and the verb at i, and tells whether it does: 院长由甲担任, 副秘书长由甲、乙等3位同志担任.
func (b *binder) heldBy(i int) bool {
	switch {
	case len(b.byPosts) == 0:
		return false
	case b.last != nil && b.units[i-1].kind == uName:
		b.last.add(b.resolveChain(b.byPosts)...)
		b.byPosts = nil
		return true
	case len(b.given) > 0:
		b.hand(b.resolveChain(b.byPosts), b.given)
		b.byPosts, b.given = nil, nil
		return true
	}
	return false
}

// nowBesides takes 现任 between the titles before a name, of which those before it are past: 时任某县副县长、|现任|某市水务局局长的甲.
func (b *binder) nowBesides(i int) bool {
	if b.units[i].verb != verb.HoldsNow || b.mode != verb.None || len(b.chain) == 0 || b.units[i-1].kind != uPause {
		return false
	}
	for k := range b.chain {
		b.chain[k].status = reading.Former
	}
	if b.now = true; b.onward != verb.None {
		b.onward = verb.HoldsNow
	}
	return true
}

// ofNext tells whether the verb of office at i, with no name right before it, says what the name behind 的 is or was: …，曾任某县县长的|甲.
func (b *binder) ofNext(i int) bool {
	if i > 0 && b.units[i-1].kind == uName || !aboutOne[b.units[i].verb] {
		return false
	}
	posts := 0
	for j := i + 1; j < len(b.units) && j-i <= longestRelative; j++ {
		switch u := b.units[j]; {
		case u.kind == uPost:
			posts++
		case u.text == "的":
			return posts > 0 && b.units[j-1].kind == uPost && (b.nameNext(j) || b.rd.nameLike(b.units[j+1]))
		case u.verb == verb.HoldsNow && b.units[j-1].kind == uPause:
		case u.kind != uPause && u.kind != uAlso && u.kind != uJoin && u.kind != uPlace && u.kind != uBody && (u.kind != uWord || u.verb != verb.None):
			return false
		}
	}
	return false
}

// nameLike tells whether a word begins what may as well be a name (林海 of 林|海参|加), which then has what stands before it, though it
// isn't taken for one.
func (rd *Reader) nameLike(u unit) bool {
	if u.kind != uWord || u.verb != verb.None || !zhname.UsualSurname(rd.v.Runes[u.start]) {
		return false
	}
	for n := 2; n <= 3; n++ {
		if c, ok := rd.room.Candidate(u.start, u.start+n, len(rd.v.Runes)); ok && c.Kind == zhname.Han && c.Score >= plausible {
			return true
		}
	}
	return false
}

// longestRelative bounds the units between a verb of office and the name that it is said of.
const longestRelative = 12

// aboutOne are the verbs that say what offices somebody has or had.
var aboutOne = map[verb.Class]bool{verb.Held: true, verb.Holds: true, verb.HoldsNow: true, verb.Leaves: true}

// hands tells whether 的 at i hands the titles in front of it to the name behind it: 时任县委书记的|甲, 曾任县长的|甲, not 曾任县长的|林海.
func (b *binder) hands(i int) bool {
	if !b.nameNext(i) {
		b.onward = verb.None
		return false
	}
	return b.onward != verb.None || len(b.chain) > 0 && b.chain[0].status != ""
}

// turn gives the titles of the chain to who, whose name stands behind them and 的.
func (b *binder) turn(who *person) {
	b.mode, b.targets = b.onward, []*person{who}
	b.flush()
	b.onward, b.mode, b.targets, b.chain = verb.None, verb.None, nil, nil
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
	if len(targets) == 1 {
		b.chain[0].holder = targets[0]
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
func (rd *Reader) notice() bool {
	a := rd.r.Article
	head := a.Kicker + a.Title + a.Subtitle
	for _, w := range []string{"任免", "任命", "任职", "当选", "履新", "职务", "任前", "补选", "任"} {
		if strings.Contains(head, w) && !strings.Contains(head, "任务") && !strings.Contains(head, "责任") {
			return true
		}
	}
	return false
}

// enframe takes a name in a frame: what stood before is the office of the name before it, what comes is this one's. It tells
// whether the frame begins anew, not in a list of names.
func (b *binder) enframe(i int, who *person) bool {
	if !b.units[i].framed {
		return false
	}
	who.vote(voteCalled)
	fresh := len(b.chain) > 0 && b.mode != verb.None
	if fresh {
		b.flush()
		b.chain = nil
	}
	if b.mode == verb.None && b.listed(i) {
		b.targets = slices.Clone(b.names) // 王玄、李沧海、阚云霞为副县长
	}
	for k := i + 1; k < len(b.units) && k < i+8; k++ {
		switch b.units[k].text {
		case "为":
			b.mode = verb.Appoints
			return fresh
		case "的", "辞去":
			b.mode = verb.Removes
			return fresh
		}
	}
	return fresh
}

// aged tells whether the word at i stands between a title and the name behind it, and says how old they are: 原院长、84岁的某某.
func (b *binder) aged(i int) bool {
	n := len(b.chain)
	if n == 0 || b.mode != verb.None {
		return false
	}
	for j := i; j < len(b.units) && j-i <= longestAdverbial; j++ {
		if b.units[j].kind == uName {
			return age.MatchString(b.rd.v.Text(b.chain[n-1].end, b.units[j].start))
		}
	}
	return false
}

// age is how old somebody is said to be between a title and a name.
var age = regexp.MustCompile(`^[、，]?(?:今年|现年|年近|年过|年届|已|时年)?[0-9一二三四五六七八九十]{1,3}多?岁(?:高龄)?的$`)

// was lets words of time stand between a name and 是: 某某退休前是某局工程师, 此前是某校副校长. It tells whether they do.
func (b *binder) was(i int) bool {
	if i > 2 && b.units[i-1].kind == uComma && b.units[i-2].kind == uName && zh.EndsWith(b.units[i-3].text, "叫") {
		return true // 她叫某某，是某居委会副主任
	}
	k, earlier := i, false
	for k > 0 && (b.units[k-1].kind == uWord || b.units[k-1].kind == uStatus) && (earlierWords[b.units[k-1].text] || meanwhile[b.units[k-1].text]) {
		k--
		earlier = earlier || !meanwhile[b.units[k].text] || b.units[k].text == "前"
	}
	if k == 0 || k == i || b.units[k-1].kind != uName {
		return false
	}
	if earlier {
		b.mode = verb.Held
	}
	return true
}

// meanwhile are the words that may stand before 是 and say nothing of whether an office is past.
var meanwhile = zh.Words("退休 前 现在 如今 目前 现")
