package lattice

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// A frame of appointment says where a name begins and ends whatever its characters are: 任命X为Y, 选举X为Y, 免去X的Y职务,
// 接受X辞去Y, X同志任Y. In a frame ordinary words are names: 选举明镜为县人民法院院长, 决定任命丁零为…、古筝为….

// framers are the verbs that open a frame, by how it goes on behind the name.
var (
	framers   = []string{"任命", "选举", "补选", "增补", "推选", "推举", "增选", "聘任", "委任", "选举产生", "提名", "任用", "递补", "推定"}
	takers    = []string{"免去", "免除", "罢免", "撤销"}
	accepters = []string{"接受"}
)

// framedRune is the cost of each character of a name in a frame.
const framedRune = 1.5

// farTitle bounds how far behind 为 or 的 the office ends, in characters.
const farTitle = 40

// longestFramed bounds a name in a frame, in characters: 斯琴毕力格, 艾尔肯·吐尼亚孜.
const longestFramed = 12

// framed offers the name that a frame encloses at i.
func (l *Lattice) framed(i, start, end int) {
	if j := l.elected(i, start, end); j > i {
		l.step(start, arc{Token{Kind: Name, Start: i, End: j, Script: Odd, Framed: true}, framedRune * float32(j-i)})
		return
	}
	gives, takes := l.frameAt(i, start)
	r := l.v.Runes
	if !gives && !takes || classOf(r[i]).is(ordinal) || l.room.openers.beginsAt(i, end) {
		return
	}
	j := i
	for j < end && j-i < longestFramed && (zh.IsHan(r[j]) || zh.IsMiddleDot(r[j])) && r[j] != '的' && (!classOf(r[j]).is(particle) || l.inFrame(i, j, end)) {
		if j-i > 1 && (gives && r[j] == '为' && (j+1 == end || r[j+1] != '为' && !(takes && r[j+1] == '的')) || takes && l.resigns(j, end)) {
			break
		}
		j++
	}
	if j-i < 2 || j >= end || j-i > 2+zhname.Surname(r[:end], i) && j-i > 3 && !l.spells(i, j) {
		return
	}
	k := j
	if zh.OpensParen(r[j]) {
		k = l.shut(j, end) // 阚云霞（女）为副县长
	}
	if gives && r[k] == '，' && k+1 < end && r[k+1] == '为' {
		k++ // 任命：某某，为副县长
	}
	if gives && r[k] == '为' && l.officeIn(k+1, end) || takes && (r[k] == '的' || l.resigns(k, end)) && l.officeIn(k+1, end) {
		l.step(start, arc{Token{Kind: Name, Start: i, End: j, Script: Odd, Framed: true}, framedRune * float32(j-i)})
	}
}

// moved offers the name at the beginning of a clause behind which 同志 and a verb of office stand: 甲同志任…委员, 乙同志不再兼任….
func (l *Lattice) moved(i, start, end int) {
	r := l.v.Runes
	if i > start && !opensClause(r[i-1]) || zhname.Surname(r[:end], i) == 0 {
		return
	}
	for j := i + 2; j <= i+4 && j < end; j++ {
		rest, ok := strings.CutPrefix(l.v.Text(j, min(end, j+4)), comrade)
		if ok && zh.BeginsWith(rest, "任", "兼任", "担任", "不再") {
			l.step(start, arc{Token{Kind: Name, Start: i, End: j, Script: Odd, Framed: true}, framedRune * float32(j-i)})
		}
		if ok {
			return
		}
	}
	if j := i + 3; j < end && r[j] == '任' && classOf(r[j-1]).is(particle) && l.inFrame(i, j-1, end) && zhname.UsualSurname(r[i]) && l.officeIn(j+1, end) {
		l.step(start, arc{Token{Kind: Name, Start: i, End: j, Script: Odd, Framed: true}, framedRune * 3}) // 罗大有|任…庭长
	}
}

// opensClause tells a mark behind which a clause begins.
func opensClause(r rune) bool { return r == '，' || r == '；' || r == '：' || r == '。' }

// inFrame tells a particle at j that may stand in the name from i: 为, 中, 国 and 可, behind a surname others that people are called by (柳从善),
// and 不 that transcribes (依不拉), between two that do.
func (l *Lattice) inFrame(i, j, end int) bool {
	switch l.v.Runes[j] {
	case '为', '中', '国', '可':
		return true
	case '从', '之', '以', '有', '能', '会', '来', '应', '若', '前', '后', '内', '下', '上', '要':
		return j > i && zhname.UsualSurname(l.v.Runes[i])
	case '不':
		return j > i && j+1 < end && classOf(l.v.Runes[j-1]).is(transcribing) && classOf(l.v.Runes[j+1]).is(transcribing)
	}
	return false
}

// elected is the end of the item at i of a list that 当选 closes: 黎光、陈词、麦穗（女）当选为副主任. i if there is none.
func (l *Lattice) elected(i, start, end int) int {
	r := l.v.Runes
	if !l.room.elects || i > start && !strings.ContainsRune("、，；：。", r[i-1]) {
		return i
	}
	first, items := i, 0
	for j := i; j < end; j++ {
		from := j
		for j < end && j-from < 4 && zh.IsHan(r[j]) && !classOf(r[j]).is(particle) && !strings.HasPrefix(l.v.Text(j, min(end, j+2)), "当选") {
			j++
		}
		if j-from < 2 || items == 0 && j-from > 3 && r[max(start, i-1)] != '、' {
			return i
		}
		if items++; items == 1 {
			first = j
		}
		if j < end && zh.OpensParen(r[j]) {
			j = l.shut(j, end)
		}
		switch {
		case j+1 < end && r[j] == '当' && r[j+1] == '选':
			if items > 1 || i > start && r[i-1] == '、' || zhname.Surname(r[:end], i) > 0 && l.asWord(i, first) == 0 {
				return first
			}
			return i
		case j >= end || r[j] != '、':
			return i
		}
	}
	return i
}

// spells tells whether a long stretch may be one name: transliterated, or parts joined by dots.
func (l *Lattice) spells(i, j int) bool {
	odd := 0
	for k := i; k < j; k++ {
		if !classOf(l.v.Runes[k]).is(transcribing) && !zh.IsMiddleDot(l.v.Runes[k]) {
			odd++
		}
	}
	return odd <= (j-i)/3
}

// frameAt tells whether a verb that gives or takes offices ends at i, or such a verb's list goes on there.
func (l *Lattice) frameAt(i, start int) (gives, takes bool) {
	if i == start {
		return l.roster, l.roster
	}
	switch l.v.Runes[i-1] {
	case '、', '，', ',', '；', ';', '：', ':':
		gives, takes = l.room.openers.before(l.v.Runes, max(start, i-2*farTitle), i)
		return gives || l.roster, takes || l.roster
	}
	if !classOf(l.v.Runes[i-1]).is(opened) {
		return false, false
	}
	return l.room.openers.endAt(max(start, i-4), i)
}

// shut is the offset behind the parenthesis that opens at i, i if none shuts soon.
func (l *Lattice) shut(i, end int) int {
	for k := i; k+1 < end && k < i+longestFramed; k++ {
		if zh.ShutsParen(l.v.Runes[k]) {
			return k + 1
		}
	}
	return i
}

// resigns tells whether words of resignation stand at i: 接受江白因到龄退休辞去….
func (l *Lattice) resigns(i, end int) bool {
	rest := strings.TrimPrefix(l.v.Text(i, min(end, i+longestFramed)), "同志")
	return strings.HasPrefix(rest, "辞去") || strings.HasPrefix(rest, "因") && strings.Contains(rest, "辞去")
}

// givenTo tells a body from i to j whose 为 gives an office to the name that it ends: 肖冠|华为 in 任命肖冠华为副检察长.
func (l *Lattice) givenTo(i, j, start, end int) bool {
	if l.v.Runes[j-1] != '为' || !l.officeIn(j, end) {
		return false
	}
	for k := max(start, i-2); k < i; k++ {
		if gives, _ := l.frameAt(k, start); gives {
			return true
		}
	}
	return false
}

// officeIn tells whether an office ends between i and the next stop.
func (l *Lattice) officeIn(i, end int) bool {
	for k := i; k < end && k < i+farTitle && !strings.ContainsRune("，。；、", l.v.Runes[k]); k++ {
		if t, ok := title.At(l.v.Runes[:end], k); ok && t.Kind == title.Office {
			return true
		}
	}
	return false
}
