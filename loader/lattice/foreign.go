package lattice

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// transliteration is the characters that transcribe foreign and minority names.
const transliteration = `阿埃艾安奥巴拜班邦鲍贝本比彼毕别波玻伯勃博布达戴丹德登邓迪蒂杜多尔厄恩法凡菲费芬弗夫福盖甘冈戈格根贡古瓜圭哈海汉豪赫黑亨洪胡华怀霍基吉加贾杰金卡凯坎康考科克肯库夸昆拉莱兰朗劳勒雷里利列林卢鲁路伦罗洛马麦迈曼芒梅门蒙米密明莫默姆穆纳南内尼宁纽农努诺欧帕潘佩彭皮珀普奇齐其恰乔切钦琼丘曲让热日瑞若萨塞桑瑟沙山舍申圣施史舒斯松苏索塔泰坦汤陶特滕提廷图托瓦万王威韦维魏温翁沃乌西希夏香肖谢辛兴休许雅亚延扬杨耶叶伊因英尤于约宰泽扎詹治兹佐什丁京茨敦道当亭森逊赛吐顿旺仁次平措央嘉玛旦增边珠才巴木腾敖毕力呼娜莉丽妮黛琳珍莎茜娅迭庆依吾买合江智知却昌朔额廉历良范哇隆楚查柏采昂彻庞培蓬契茹绍涅缪瑙茂腊喀葛思热甫肉孜得娃柯捷夏耐霞甸滨瓦乃提热孜甫卜萨木阿曼铁什哲缅麦海古丽祖帝赖赉朵琪萝奈茵蕾薇`

// Costs of a transcribed name: a fixed part, and a part for each character, by whether it is one of transliteration.
const (
	runCost  = 3
	runRune  = 4.3
	oddRune  = 10.3
	headRune = 15 // of an unlikely character before the first dot
	longHead = 8  // characters before the first dot
	longTail = 7  // after the last

	doubleName = -6 // of two parts that a hyphen joins
)

// dotted tries names with a dot or hyphen inside: 艾尔肯·吐尼亚孜, 迪亚斯-卡内尔.
func (l *Lattice) dotted(i, start, end int) {
	if !l.headAt(i, end) {
		return
	}
	j, dots := i, 0
	cost := float32(runCost)
	tail := 0
	for ; j < end; j++ {
		r := l.v.Runes[j]
		if zh.IsMiddleDot(r) || hyphen(r) && j > i {
			if tail == 0 || j+1 >= end || !l.letterOf(j+1) {
				return
			}
			dots++
			tail = 0
			cost++
			continue
		}
		if !l.letterOf(j) || r == '为' && tail > 0 && dots > 0 {
			break // 某·某为主席
		}
		cost += l.broken(i, j, start, end, dots == 0)
		if credited[r] && (j+1 == end || !l.letterOf(j+1) && !zh.IsMiddleDot(l.v.Runes[j+1])) {
			return // 麦麦提江·阿卜力米提 摄
		}
		tail++
		if dots == 0 && tail > longHead || tail > longTail+1 {
			break
		}
		cost += l.uyghur(i, j, dottedRune(r, dots))
		if dots > 0 && tail >= 1 && !l.strange(i, j+1) && (j+1 == end || !zh.IsMiddleDot(l.v.Runes[j+1]) && !hyphen(l.v.Runes[j+1])) {
			own := cost + l.doubled(i, j+1) + l.overrun(j, tail, end)
			l.step(start, arc{Token{Kind: Name, Start: i, End: j + 1, Script: Foreign}, own})
		}
	}
}

// overrun is what a dotted name costs more whose last part, of tail characters up to j, seems to end in what stands behind names.
func (l *Lattice) overrun(j, tail, end int) (cost float32) {
	r, next := l.v.Runes[j], rune(0)
	if j+1 < end {
		next = l.v.Runes[j+1]
	}
	if tail > 1 && zh.IsHan(next) && classOf(r).is(trailing) && (r != '提' || l.common(j, j+2)) {
		cost += endsInVerb // 拉苏洛夫受总统委托
	}
	if tail > 1 && (next == '着' || next == '了' || next == '过' || r == '着') {
		cost += noName // 吐尔逊举|着
	}
	if tail > 2 && (r == '后' || r == '前' || r == '主' && next == '持') {
		cost += noName // 维萨姆·塔维尔|后, 玉素甫|主持续会
	}
	if tail > 2 && ofLives[l.v.Text(j-1, j+1)] {
		cost += noName // 马可·波罗|逝世700周年
	}
	return cost
}

// ofLives are words of somebody's life behind his name.
var ofLives = zh.Words("逝世 去世 诞辰 生前 遗体 夫妇 因涉 因病 因故 因伤 因公")

// doubled is what a name of two parts with a hyphen between them costs less, the first of which is no place: 威廉-亚历山大, not 巴黎-达喀尔. It costs
// still less where the second is a name elsewhere, too, of whatever characters.
func (l *Lattice) doubled(i, j int) float32 {
	for k := i; k < j; k++ {
		if !hyphen(l.v.Runes[k]) {
			continue
		}
		switch {
		case k-i < 2 || !Transcribed(l.v.Runes[i:k]) || len(l.room.places.Named(i, k)) > 0:
			return 0
		case len(l.room.places.Named(k+1, j)) > 0:
			return 3 * doubleName
		case Transcribed(l.v.Runes[k+1 : j]):
			return doubleName
		}
		return 0
	}
	return 0
}

// broken is the cost of a layout space before the character at j in a name from i: in its first part, one that stands behind what began before
// i, or may be a Chinese name of its own, makes it no name (陈敏尔　努尔兰·阿不都满金).
func (l *Lattice) broken(i, j, start, end int, first bool) float32 {
	switch {
	case j == i || !l.v.Gap[j] || l.letterSpaced(i, j):
		return 0
	case first && (j-i < 4 && l.apart(i, j, end) || i > start && zh.IsHan(l.v.Runes[i-1]) && !l.v.Gap[i]):
		return gapInWord + 2*noName
	}
	return gapInWord
}

// seldomRunes are the characters that transcribe names, too, but stand in words far more often.
const seldomRunes = "白包保北倍藏聪大底地帝东佛高哥果合侯惠季伽简姜久居君连烈琳龙吕毛孟墨拿嫩年牛派匹平强青屈饶荣儒撒生诗石士寿唐田通透土推脱陀汪文武伍悉席象修易赞曾张章哲真芝朱子宗祖日月云风花春"

// strange tells words with a dot between them, of which most characters transcribe nothing: 在田野上·三夏时节, 抓改革·促振兴.
func (l *Lattice) strange(i, j int) bool {
	odd, all := 0, 0
	for _, r := range l.v.Runes[i:j] {
		if !zh.IsMiddleDot(r) && !hyphen(r) {
			all++
		}
		if zh.IsHan(r) && !classOf(r).is(transcribing|seldom) {
			odd++
		}
	}
	return 2*odd > all || 2*odd == all && all < 4
}

// uyghur is the cost of the character at j of a name from i, own by itself: 不 and 都 are of transliteration in 阿不都.
func (l *Lattice) uyghur(i, j int, own float32) float32 {
	r := l.v.Runes
	if j > i+2 && r[j] == '地' && r[j-1] == '尔' && zh.IsMiddleDot(r[j-3]) {
		return runRune // 艾力·吐尔地
	}
	if r[j] == '优' && j+1 < len(r) && r[j+1] == '素' || j > i && r[j] == '素' && r[j-1] == '优' {
		return runRune // 优素福
	}
	if r[j] == '外' && j > i+1 && j+1 < len(r) && r[j-1] == '都' && strings.ContainsRune("力里", r[j+1]) {
		return runRune // 阿不都外力
	}
	if j > i && r[j] == '不' && r[j-1] == '阿' || j > i+1 && r[j] == '都' && strings.ContainsRune("不卜布", r[j-1]) && (r[j-2] == '阿' || j+1 < len(r) && strings.ContainsRune("拉热瓦卡力克外", r[j+1])) {
		return runRune
	}
	return own
}

// dottedRune is the cost of a character of a name behind so many dots.
func dottedRune(r rune, dots int) float32 {
	switch {
	case classOf(r).is(transcribing) || latin(r):
		return runRune
	case dots == 0:
		return headRune
	}
	return oddRune
}

// headAt tells whether letters up to a dot or hyphen begin at i, the first part of a dotted name.
func (l *Lattice) headAt(i, end int) bool {
	k := l.joint(i)
	if k == i || k >= end || k-i > longHead+1 {
		return false
	}
	for j := i; j < k; j++ {
		if !l.letterOf(j) {
			return false
		}
	}
	return true
}

// joint is where the first dot or hyphen stands from i on, the end of the text where none does.
func (l *Lattice) joint(i int) int {
	if i < l.since || i > l.next {
		l.since, l.next = i, i
		for l.next < len(l.v.Runes) && !zh.IsMiddleDot(l.v.Runes[l.next]) && !hyphen(l.v.Runes[l.next]) {
			l.next++
		}
	}
	return l.next
}

func (l *Lattice) letterOf(i int) bool {
	return zh.IsHan(l.v.Runes[i]) || latin(l.v.Runes[i]) && l.v.Runes[i] > '9'
}

func hyphen(r rune) bool { return r == '-' || r == '－' || r == '–' || r == '‐' || r == '‑' }

// run is the cost of a stretch if all of it may be transcription, far if not.
func (l *Lattice) run(i, j int) float32 {
	cost := float32(runCost)
	for _, r := range l.v.Runes[i:j] {
		if !classOf(r).is(transcribing) {
			return far
		}
		cost += runRune
	}
	return cost
}

// credited are the words behind the name of who made a picture or text.
var credited = map[rune]bool{'摄': true, '图': true, '文': true}

// reign is the end of an ordinal of a monarch's name at i (六世), i if none.
func (l *Lattice) reign(i, end int) int {
	j := i
	for j < end && classOf(l.v.Runes[j]).is(ordinal) && j-i < 3 {
		j++
	}
	if j > i && j < end && l.v.Runes[j] == '世' && (j+1 == end || l.v.Runes[j+1] != '纪' && l.v.Runes[j+1] != '界') {
		return j + 1
	}
	return i
}

// odd tries what no grammar of names knows, where a person is expected: after an office, or on in a list of persons.
func (l *Lattice) odd(i, start, end int) {
	l.oddRun(i, start, end)
	for j := i; j < end && j < i+3 && zh.IsHan(l.v.Runes[j]) && !classOf(l.v.Runes[j]).is(particle); j++ {
		n := j + 1 - i
		if n < 2 || j+1 < end && zh.IsMiddleDot(l.v.Runes[j+1]) {
			continue
		}
		cost := float32(n)*unlikelyRune + l.asWord(i, j+1)
		item := n < 4 && l.item(i, start, j+1, end)
		if item {
			cost += listItem
		}
		if n == 3 && (l.known2(i) || l.known2(i+1) && !l.christens(i+1, zhname.UsualSurname(l.v.Runes[i]))) {
			cost += unlikelyWord
		}
		if n == 2 && l.v.Gap[j] && !l.letterSpaced(i, j+1) {
			cost += gapInName
		}
		switch {
		case zhname.Surname(l.v.Runes, i) > 0:
			cost -= 2
		case !item && !Transcribed(l.v.Runes[i:j+1]):
			cost += strangeName
		}
		t := Token{Kind: Name, Start: i, End: j + 1, Script: Odd, Cost: cost}
		if l.gendered(j+1, end) {
			t.Script = Chinese
		}
		l.step(start, arc{t, cost + l.edges(i, j+1, end)})
	}
}

// asWord is what it costs a name to be a word as well.
func (l *Lattice) asWord(i, j int) float32 {
	w := l.room.words.Word(i, j)
	tag := w.Tag
	if w.Freq <= 20 || tag == "nz" || tag == "nr" || tag == "ns" && len(l.room.places.Named(i, j)) == 0 {
		return 0
	}
	cost := float32(0)
	if tag != "c" {
		cost += unlikelyWord
	}
	if IsVerbal(tag) {
		cost += unlikelyWord
	}
	return cost
}

// item tells a whole item of a list of persons: between 、 and the next mark, or 等, and an office before the first of them.
func (l *Lattice) item(i, start, j, end int) bool {
	if i == start || l.v.Runes[i-1] != '、' || j < end && !strings.ContainsRune("、，。；（等", l.v.Runes[j]) {
		return false
	}
	last := i - 1
	for k := last - 1; k >= start && i-k < longestRoll; k-- {
		switch l.v.Runes[k] {
		case '，', '。', '；', '：', '！', '？', '“', '”':
			return l.rooted(k+1, last)
		case '、':
			last = k
		}
	}
	return l.rooted(max(start, i-longestRoll), last)
}

// longestRoll bounds how far back the office before a list of persons is looked for, in characters.
const longestRoll = 60

// rooted tells whether an office stands between start and end, and behind it no more than a name.
func (l *Lattice) rooted(start, end int) bool {
	for k := start; k < end-1; k++ {
		if t, ok := title.At(l.v.Runes[:end], k); ok && end-t.End >= 2 && end-t.End <= 4 && t.Kind != title.Occupation {
			return true
		}
	}
	return false
}

// christens tells a word of two characters at i that persons are called by behind a usual surname: rivers and hills (谢长江).
func (l *Lattice) christens(i int, surname bool) bool {
	return surname && strings.HasPrefix(l.room.words.Word(i, i+2).Tag, "ns")
}

// known2 tells whether a word of two characters, no name, begins at i.
func (l *Lattice) known2(i int) bool {
	w := l.room.words.Word(i, i+2)
	return w.Tag != "" && w.Tag[0] != 'x' && !w.IsPerson() && w.Freq > 200
}

// oddRun tries a stretch of characters of transliteration, with one inside it that stands in words more often (普云额尔登).
func (l *Lattice) oddRun(i, start, end int) {
	cost, odd := float32(runCost), -1
	for j := i; j < end && j-i < longHead; j++ {
		switch c := classOf(l.v.Runes[j]); {
		case c.is(transcribing):
			cost += runRune
		case c.is(seldom) && odd < 0 && j > i && j+3 < end:
			cost, odd = cost+oddRune, j // 奥云额尔登
			continue
		default:
			return
		}
		if j-i >= 2 && (odd < 0 || j > odd+2) && !(j+1 < end && (zh.IsMiddleDot(l.v.Runes[j+1]) || hyphen(l.v.Runes[j+1]))) {
			l.step(start, arc{Token{Kind: Name, Start: i, End: j + 1, Script: Odd, Cost: cost}, cost + l.edges(i, j+1, end)})
		}
	}
}

// Costs of a name that no grammar knows.
const (
	unlikelyRune = 7.4
	unlikelyWord = 5
	strangeName  = 4  // with no surname, and characters that transcribe nothing: 首相互致贺电, 总书记殷殷嘱托
	listItem     = -6 // what stands alone between the marks of a list of names
)

// noNames are words behind or before titles that look like names of two characters and are none: 市委常委|班子, 高三|班主任.
var noNames = zh.Words("高一 高二 高三 初一 初二 初三 班子 代行 代表 成员 单位 部门 方面 干部 职工 群众 企业 人员 会议 大会 双方 常委 委员")

// particles never stand in a name.
const particles = `的了着过在和与及或把被从向对将并也都就还这那哪您我你他她它们个第各某每该此之所以因而但若很最更又再已未不没无间级们等任兼会国团中说表后前内外上下来去到要能可应让使给为有驻`

// IsVerbal tells the tags of verbs, prepositions and adverbs.
func IsVerbal(tag string) bool { return tag != "" && (tag[0] == 'v' || tag[0] == 'p' || tag[0] == 'd') }

// Spells tells whether all characters but one of five may be of transliteration.
func Spells(name []rune) bool {
	odd := 0
	for _, r := range name {
		if !classOf(r).is(transcribing) {
			odd++
		}
	}
	return 5*odd <= len(name)
}

// Transcribed tells whether all characters are of transliteration.
func Transcribed(name []rune) bool {
	for _, r := range name {
		if !classOf(r).is(transcribing) {
			return false
		}
	}
	return true
}
