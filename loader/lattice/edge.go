package lattice

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
)

// Costs of a name by what stands at its edges.
const (
	endsInVerb   = 5 // 章程|说
	noName       = 2 * endsInVerb
	tornEnd      = 4
	tornHead     = 4
	beforeGender = -7  // 申时，男，
	beforeVerb   = -3  // 白怀先|接过
	namesake     = -6  // 主任|林长春|主持
	surnameToo   = -11 // 副县长|向北山|出席
	seatSpeaks   = -10 // 林远舟|常委|建议
)

// edgeRule is what a name from i to j costs more where it begins or ends as names don't, or less where it does. The stretch that
// is cut into tokens goes on to end. Where a class is given, the first or the last character of the name, or the next behind it,
// has to be of it; where no function is, that is all.
type edgeRule struct {
	cost              float32
	first, last, next class
	holds             func(l *Lattice, i, j, end int) bool
}

// edgeRules add up. A name that recurs is known and isn't asked.
var edgeRules = []edgeRule{
	// the first character
	{cost: endsInVerb, holds: func(l *Lattice, i, j, _ int) bool { return j-i == 2 && l.v.Runes[i] == '来' }}, // 来乌
	{cost: noName, first: leading},
	{cost: noName, first: gluing, holds: (*Lattice).prepositional},
	{cost: noName, first: preposition, holds: func(l *Lattice, i, j, end int) bool { // 向高端迈进
		return l.ordinary(i+1, j) || j < end && l.ordinary(j-1, j+1)
	}},
	{cost: noName, first: preposition, holds: func(l *Lattice, _, j, end int) bool { // 同捷斯|工商会, 向希法|医院
		return l.embodied(j, end)
	}},
	{cost: surnameToo, first: preposition, holds: (*Lattice).familyXiang}, // 副县长|向北山|出席
	{cost: noName, holds: func(l *Lattice, i, j, end int) bool { // 第五|世国王
		return l.v.Runes[i] == '第' && i+2 < end && strings.ContainsRune("世届任次轮期批个", l.v.Runes[i+2])
	}},
	{cost: noName, holds: func(l *Lattice, i, j, _ int) bool { // 中|洪建交
		return j-i == 3 && i > 0 && l.v.Runes[i-1] == '中' && l.v.Text(i+1, j) == "建交"
	}},
	{cost: noName, holds: (*Lattice).glued},
	{cost: noName, holds: func(l *Lattice, i, j, _ int) bool {
		return j-i == 3 && terms[l.v.Text(i, i+2)] && strings.ContainsRune("前后时日里", l.v.Runes[j-1])
	}}, // 谷雨后
	{cost: noName, holds: func(l *Lattice, i, j, _ int) bool { // 姓耿的|村支书
		return i > 0 && j-i == 2 && l.v.Runes[j-1] == '的' && l.v.Runes[i-1] == '姓'
	}},
	{cost: noName, holds: func(l *Lattice, _, j, end int) bool { // 体卫艺科|科长
		return j+1 < end && l.v.Runes[j-1] == l.v.Runes[j] && l.v.Runes[j+1] == '长'
	}},
	{cost: noName, holds: (*Lattice).counted},
	{cost: noName, last: divisional | townly, holds: func(l *Lattice, i, j, _ int) bool { // 朋普|两镇
		return j-i > 2 && strings.ContainsRune("两二三四五六七八九十", l.v.Runes[j-2])
	}},
	{cost: noName, last: closing, holds: func(l *Lattice, i, j, _ int) bool { // 从书记|管起
		return l.v.Runes[j-1] == '起' && j-i == 2 && i > 0 && strings.Contains(l.v.Text(max(0, i-longestSince), i), "从")
	}},
	// the whole
	{cost: noName, holds: func(l *Lattice, i, j, _ int) bool { return l.state(i, j) }}, // 安哥拉总统
	{cost: noName, last: settled, holds: func(l *Lattice, i, j, _ int) bool { return l.villaged(i, j) }},
	{cost: noName, first: seatEnd, holds: func(l *Lattice, i, _, _ int) bool { // 某某同志|任富岭林业站站长
		return l.v.Runes[i] == '任' && i > 1 && l.v.Text(i-2, i) == comrade
	}},
	{cost: noName, first: seatEnd, holds: func(l *Lattice, i, _, _ int) bool { // 主|任忻岚
		return i > 0 && l.v.Runes[i-1] == '主' && !(i > 1 && strings.ContainsRune("业车户房失店东", l.v.Runes[i-2])) // 业主|任女士
	}},
	// the last character
	{cost: noName, last: closing, holds: (*Lattice).honours},
	{cost: noName, next: aspect, holds: func(l *Lattice, i, j, end int) bool { // 高远|开了一间工作室
		return j-i == 3 && !l.common(j, min(j+2, end)) && zhname.Surname(l.v.Runes[:end], i) == 1 && strings.HasPrefix(l.room.words.Word(j-1, j).Tag, "v")
	}},
	{cost: noName, next: aspect | at, holds: (*Lattice).acts},
	{cost: noName, last: trading, holds: func(l *Lattice, i, j, _ int) bool { // 交警、养路工和志愿者
		return j-i == 3 && l.v.Runes[j-1] == '工' && !zhname.UsualSurname(l.v.Runes[i]) && zhname.Surname(l.v.Runes[:j], i) < 2
	}},
	{cost: namesake, next: reporting, holds: func(l *Lattice, i, j, end int) bool { // 局长欧清成|就申遗作汇报
		return j-i == 3 && zhname.Surname(l.v.Runes[:end], i) == 1 && reports.MatchString(l.v.Text(j, min(j+longestTopic, end)))
	}},
	{cost: noName, last: closing, holds: func(l *Lattice, i, j, _ int) bool { // 副县长|当起“卖瓜人”
		return j-i == 2 && l.v.Runes[j-1] == '起' && strings.ContainsRune(undertaken, l.v.Runes[i])
	}},
	{cost: noName, last: divisional}, // 城关区, 某县
	{cost: noName, last: closing, holds: func(l *Lattice, i, j, _ int) bool {
		return l.v.Runes[j-1] == '中' && i > 0 && l.v.Runes[i-1] == '在'
	}},
	{cost: endsInVerb, last: trailing, holds: (*Lattice).runsOn},
	{cost: endsInVerb, last: closing, holds: func(l *Lattice, i, j, end int) bool { // 席北辰向|乌方致贺
		r := l.v.Runes[j-1]
		return (r == '为' || r == '任' || r == '向' && j-i > 2) && l.runsOn(i, j, end)
	}},
	{cost: noName, last: closing, holds: func(l *Lattice, _, j, end int) bool { // 教师李华|给总书记看
		if l.v.Runes[j-1] != '给' {
			return false
		}
		_, titled := title.At(l.v.Runes[:end], j)
		return titled
	}},
	{cost: endsInVerb, last: closing, holds: func(l *Lattice, i, j, end int) bool { // 秦镜为|区纪委揭牌
		return l.v.Runes[j-1] == '为' && l.runsOn(i, j, end) && levelWords[l.v.Text(j, j+1)]
	}},
	// what comes behind
	{cost: noName, holds: func(l *Lattice, _, j, end int) bool { // 林治|平等党和国家领导人
		if j+2 >= end || l.v.Runes[j] != '平' || l.v.Runes[j+1] != '等' {
			return false
		}
		t, ok := title.At(l.v.Runes[:end], j+2)
		return ok && t.Kind == title.Group
	}},
	{cost: noName, holds: func(l *Lattice, _, j, end int) bool { // 种桔|大户
		return j+1 < end && l.v.Runes[j] == '大' && l.v.Runes[j+1] == '户'
	}},
	{cost: noName, next: zonal, holds: func(l *Lattice, _, j, end int) bool { return l.zoned(j, end) }}, // 临港|开发区
	{cost: tornEnd, holds: func(l *Lattice, _, j, end int) bool { // 普京日|前, not 谷松年|代表
		return j < end && !l.v.Gap[j] && l.v.Runes[j] != '等' && l.common(j-1, j+1) && !l.acting(j)
	}},
	{cost: beforeVerb, holds: func(l *Lattice, i, j, end int) bool {
		return j-i == 3 && j < end && !classOf(l.v.Runes[j-1]).is(trailing) && !zhname.IsPreposition(l.v.Runes[i]) && l.acting(j)
	}},
	{cost: namesake, holds: (*Lattice).calledAfter},
	{cost: namesake, holds: func(l *Lattice, i, j, end int) bool { // 市长|成立诚|主持
		r := l.v.Runes
		return j-i == 3 && i > 0 && j < end && strings.ContainsRune("长记席", r[i-1]) && zhname.Surname(r[:end], i) == 1 && !classOf(r[j-1]).is(trailing|particle|closing) &&
			l.known2(i) && l.room.words.Freq(j-1, j+1) < commonFreq && l.acting(j)
	}},
	{cost: namesake, next: slash, holds: func(l *Lattice, i, j, end int) bool { // 周楚明/孙颖, not 2万元/年
		return j+2 < end && zhname.UsualSurname(l.v.Runes[i]) && zhname.UsualSurname(l.v.Runes[j+1]) && (i == 0 || !latin(l.v.Runes[i-1]))
	}},
	{cost: noName, last: homely, holds: func(l *Lattice, i, j, _ int) bool { return i > 0 && l.v.AtHome(i-1, j-1) }},
	{cost: namesake, next: homely, holds: func(l *Lattice, i, j, _ int) bool { return l.v.AtHome(i, j) }}, // 走进低洼户何桂兰|家
	{cost: namesake, holds: (*Lattice).spacedOut},
	{cost: namesake, holds: (*Lattice).citizen},
	{cost: noName, holds: (*Lattice).venue},
	{cost: noName, holds: (*Lattice).governed},
	{cost: noName, holds: (*Lattice).rural},
	{cost: noName, holds: (*Lattice).provincial},
	{cost: namesake, holds: (*Lattice).kinsman},
	{cost: namesake, holds: (*Lattice).rolled},
	{cost: seatSpeaks, next: seated, holds: (*Lattice).delegate},
	{cost: tornEnd, next: transcribing, holds: (*Lattice).transcriptionGoesOn},                      // 普拉昌|达
	{cost: beforeGender, holds: func(l *Lattice, _, j, end int) bool { return l.gendered(j, end) }}, // 申时，男，
}

// terms are the parts of the solar year that begin like names.
var terms = zh.Words("谷雨 夏至 白露 秋分 霜降 大雪 小雪 寒露 清明 芒种 惊蛰 冬至 元旦 端午 中秋 重阳 元宵 腊八 伏天 汛期")

// longestSince is how far behind 从 the verb of 从…起 may stand.
const longestSince = 12

// edgeIndex is the rules that ask for a class of character apart from those that don't, and the classes: most names have none of them.
type edgeIndex struct {
	first, last, next class
	bound, free       []edgeRule
}

var edgesIndexed = func() (x edgeIndex) {
	for _, r := range edgeRules {
		if r.first|r.last|r.next == 0 {
			x.free = append(x.free, r)
			continue
		}
		x.bound = append(x.bound, r)
		x.first, x.last, x.next = x.first|r.first, x.last|r.last, x.next|r.next
	}
	return x
}()

// edges is what the edges of a name from i to j cost.
func (l *Lattice) edges(i, j, end int) float32 {
	cost := float32(0)
	x := &edgesIndexed
	for k := range x.free {
		if r := &x.free[k]; r.holds(l, i, j, end) {
			cost += r.cost
		}
	}
	first, last, next := classOf(l.v.Runes[i]), classOf(l.v.Runes[j-1]), class(0)
	if j < end {
		next = classOf(l.v.Runes[j])
	}
	if !first.is(x.first) && !last.is(x.last) && !next.is(x.next) {
		return cost
	}
	for k := range x.bound {
		r := &x.bound[k]
		if r.first != 0 && !first.is(r.first) || r.last != 0 && !last.is(r.last) || r.next != 0 && !next.is(r.next) {
			continue
		}
		if r.holds == nil || r.holds(l, i, j, end) {
			cost += r.cost
		}
	}
	return cost
}

// reports is how it goes on behind a name that 就 follows: 就申遗作专题汇报.
var reports = regexp.MustCompile(`^就\p{Han}[^，。]{0,24}(?:[作做]了?[^，。]{0,6}(?:汇报|报告|说明|介绍|讲座|辅导|发言|讲解|部署)|提出了?[^，。]{0,6}(?:意见|要求|建议)|交换了?意见|进行了?[^，。]{0,6}(?:汇报|说明|介绍|交流|部署))`)

// longestTopic is how many characters it may take.
const longestTopic = 40

// undertaken are verbs before 起 by which somebody begins to be or do something: 当起主播, 做起生意.
const undertaken = "当做干唱拉带玩打聊办搞跳"

// stance and craft are verbs of one character that the lexicon has as nouns, before 在 and before 了: 谭明|站在她身后, 李明|学了三个月.
const (
	stance = "站坐住躺跪蹲守待呆停留趴"
	craft  = "学种教画唱讲卖养修"
)

// acts tells a name of three characters with a surname of one that ends in such a verb.
func (l *Lattice) acts(i, j, end int) bool {
	if j-i != 3 || zhname.Surname(l.v.Runes[:end], i) != 1 {
		return false
	}
	last, next := l.v.Runes[j-1], l.v.Runes[j]
	if next == '在' {
		return strings.ContainsRune(stance, last)
	}
	return strings.ContainsRune(craft, last) && !l.common(j, min(j+2, end))
}

// lastly never end a name: they are what comes after one.
var lastly = zh.Words("与 陪 和 同 及 对 向 在 说 称 率 到 等 为 将 就 已 曾 还 也 并 于 从 给 让 把 被 受 因 带 带领 指 表 作 是 有 任 致 祝 互 乘 送 随 赴 签 携 捧")

// runsOn tells a name whose last character rather belongs to what follows, unless the dictionary has it so.
func (l *Lattice) runsOn(i, j, end int) bool {
	r := l.v.Runes
	if j < end && (r[j-1] == '和' && (l.acting(j) || j-i == 3 && l.doing(j, end) || r[j] == '家' && l.v.AtHome(i, j)) || r[j-1] == '让' && r[j-2] == '才') {
		return false // 滕玉和|回答, 旦智才让
	}
	if l.spacedOut(i, j, end) {
		return false
	}
	return j < end && classOf(r[j-1]).is(trailing) && zh.IsHan(r[j]) && l.room.words.Freq(i, j) < commonFreq
}

// spacedOut tells what stands between two layout spaces and is set with none: a name in a list of them (胡阿支　赵万有　殷　红).
func (l *Lattice) spacedOut(i, j, end int) bool {
	if i == 0 || j >= end || j-i < 3 || !l.v.Gap[i] || !l.v.Gap[j] {
		return false
	}
	for k := i + 1; k < j; k++ {
		if l.v.Gap[k] {
			return false
		}
	}
	return zhname.Surname(l.v.Runes[:end], i) > 0
}

// awards are what somebody does for others whom 为 stands before: 郑莉|为获奖队伍颁奖.
var awards = []string{"颁奖", "颁发", "颁证", "授牌", "授旗", "授奖", "授勋", "揭牌", "揭幕", "剪彩", "佩戴", "献花", "点赞", "送行", "壮行", "开球"}

// longestHonoured is how far behind 为 such a verb may stand, in characters.
const longestHonoured = 16

// honours tells a name of three characters that ends in the 为 of such a clause.
func (l *Lattice) honours(i, j, end int) bool {
	r := l.v.Runes
	if j-i != 3 || r[j-1] != '为' || j >= end || r[j] == '为' || !zh.IsHan(r[j]) {
		return false
	}
	clause := l.v.Text(j, min(end, j+longestHonoured))
	if l.acting(j) || zh.BeginsWith(clause, awards...) {
		return false // 李有为颁奖
	}
	if at := strings.IndexAny(clause, "，。；！？"); at >= 0 {
		clause = clause[:at]
	}
	return zh.Holds(clause, awards...)
}

// calledAfter tells a surname before the name of a place, which somebody is called after, between an office and what people do.
func (l *Lattice) calledAfter(i, j, end int) bool {
	r := l.v.Runes
	return j-i == 3 && i > 0 && j < end && strings.ContainsRune("长记任席", r[i-1]) && zhname.UsualSurname(r[i]) && (l.acting(j) || !zh.IsHan(r[j])) &&
		len(l.room.places.Named(i+1, j)) > 0
}

// transcriptionGoesOn tells whether the character of transliteration at j rather belongs to a transcribed name before it: no word
// begins with it.
func (l *Lattice) transcriptionGoesOn(i, j, end int) bool {
	r := l.v.Runes
	return j < end && !l.v.Gap[j] && !classOf(r[j]).is(trailing|particle) && Transcribed(r[i:j]) && (j+1 == end || l.room.words.Freq(j, j+2) == 0 && l.room.words.Freq(j, min(j+3, end)) == 0)
}

// villaged tells what a village, an island or a province abroad is called by: 石桥村, 西泽州. A Chinese name may end in 州.
func (l *Lattice) villaged(i, j int) bool {
	r := l.v.Runes
	switch r[j-1] {
	case '村', '屿', '省':
		if j-i == 3 && r[j-1] == '村' && i > 0 && strings.ContainsRune("长记席", r[i-1]) && zhname.UsualSurname(r[i]) && (j == len(r) || !zh.IsHan(r[j])) {
			return false // 县委副书记|谢兆村，
		}
		return j-i < 4 // 洛桑江村 is somebody
	case '州', '岛':
		return zhname.Surname(r, i) == 0
	}
	return false
}

// embodied tells whether the ending of a body begins at j.
func (l *Lattice) embodied(j, end int) bool {
	for k := j + 2; k <= min(j+4, end); k++ {
		if at, _, ok := org.EndsAt(l.v.Runes, k); ok && at == j {
			return true
		}
	}
	return false
}

// ordinary tells a word of two characters that stands behind a preposition rather than in a name.
func (l *Lattice) ordinary(i, j int) bool { return j-i == 2 && l.room.words.Freq(i, j) > ordinaryFreq }

// state tells whether a country is called so.
func (l *Lattice) state(i, j int) bool {
	return j-i > 1 && slices.ContainsFunc(l.room.places.Named(i, j), func(c gazetteer.Candidate) bool {
		return c.Place.Kind == gazetteer.Country
	})
}

// zoned tells whether the word of a zone begins at j, so that what stands before it is its name.
func (l *Lattice) zoned(j, end int) bool {
	rest := l.v.Text(j, min(end, j+3))
	return zh.BeginsWith(rest, zoneWords...)
}

// zoneWords are words of zones.
var zoneWords = []string{"开发区", "高新区", "经开区", "保税区", "工业园", "产业园", "管委会", "新区", "园区", "景区"}

// sideAt tells a span that is, or tears, a country's side or army: 安方, 中|方愿.
func (l *Lattice) sideAt(i, j int) bool {
	r := l.v.Runes
	if j == i+2 && (l.side(r[i]) || r[i] == '中') && l.side(r[i+1]) {
		return true // 土伊外长
	}
	return l.side(r[i]) && (r[i+1] == '方' || r[i+1] == '军' || r[i+1] == '媒' && j == i+2) || i > 0 && r[i] == '方' && (l.side(r[i-1]) || r[i-1] == '中')
}

// firstly never begin a name behind an office: 会长由…, nor elsewhere: 俄|称乌军.
const firstly = "兼由被等即均从则亦称促占刚者访过须随纾出两"

// gendered tells whether a curriculum vitae goes on at j: ，男，
func (l *Lattice) gendered(j, end int) bool {
	r := l.v.Runes
	return j+2 < end && (r[j] == '，' || r[j] == ',') && (r[j+1] == '男' || r[j+1] == '女') && (r[j+2] == '，' || r[j+2] == ',')
}

// common tells a word of two characters that stands everywhere.
func (l *Lattice) common(i, j int) bool {
	return zh.IsHan(l.v.Runes[j-1]) && !l.v.Gap[j-1] && l.room.words.Freq(i, j) > commonFreq
}
