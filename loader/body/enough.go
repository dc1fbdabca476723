package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// counts tells a number with its measure (一所, 多家), which stands before what has no name.
func counts(t lattice.Token, last rune) bool {
	return t.Kind == lattice.Word && (t.Tag == "m" || t.Tag == "mq" || t.Tag == "q" || last == '所' && t.End-t.Start == 1) && strings.ContainsRune("所家个座支批名", last)
}

// organHead tells the head of a word like 市委党校 or 市政府办公厅.
func organHead(r []rune) bool {
	return len(r) > 1 && lattice.IsLevel(string(r[:1])) && (r[1] == '委' || len(r) > 2 && r[1] == '政' && r[2] == '府')
}

// leveled tells a word of a level and an ending (县法院, 市公安局), which names a body like the two words do. 市中心 is no body.
func leveled(w string) bool {
	return lattice.IsLevel(string([]rune(w)[:1])) && !strings.HasSuffix(w, "中心")
}

// situations are the characters in front of 局 that make it no office: 格局, 困局, 开好局.
var situations = zh.Runes("格布结开僵困变战棋破危败残骗牌好大")

// situation tells words in 局 that are no office: 产业布局, 核谈判困局, 发展大局.
func situation(name string) bool {
	r := []rune(name)
	return len(r) > 1 && r[len(r)-1] == '局' && (situations[r[len(r)-2]] || zh.EndsWith(name, "开新局", "全局"))
}

// happens tells a token whose last character only happens to be an ending: 格局, 干部, and after a title a name in 塔 or 山.
func (rd *Reader) happens(tokens []lattice.Token, k, from int, facility bool) bool {
	t := tokens[k]
	if t.End-from != 1 {
		return false
	}
	if t.Kind == lattice.Word && t.End-t.Start > 2 && situation(rd.v.Text(t.Start, t.End)) {
		return true // 产业布局
	}
	return t.Kind == lattice.Word && t.End-t.Start == 2 && (t.Tag == "n" || t.Tag == "v" || t.Tag == "vn") && lexicon.FreqOf(rd.v.Text(t.Start, t.End)) > 100 ||
		t.Kind == lattice.Name && facility && (t.Known || k > 0 && tokens[k-1].Kind == lattice.Post)
}

// holds tells whether a title stands right behind x, which makes a body of what may be a common noun: 财政经济委员会主任委员.
func (rd *Reader) holds(tokens []lattice.Token, x Thing, front int) bool {
	if front < 2 || x.Hi >= len(tokens) || tokens[x.Hi].Kind != lattice.Post {
		return false
	}
	t := tokens[x.Hi].Title
	return t.Kind == title.Office && t.Organ == "" && x.Hi+1 < len(tokens) && tokens[x.Hi+1].Kind == lattice.Name
}

// captained tells whether a head with a name behind x makes one certain body of it, whatever common nouns it is called by:
// 手工艺协会|会长|某某, 产业园服务中心|主任|某某.
func (rd *Reader) captained(tokens []lattice.Token, x Thing, front int) bool {
	if !rd.mayHaveHead(x, front) || !rd.holds(tokens, x, max(front, 2)) || !tokens[x.Hi].Title.Seat && !lattice.IsDeputy(tokens[x.Hi].Title) {
		return false
	}
	if x.Lo > 0 && tokens[x.Lo-1].End == x.Start {
		switch t := tokens[x.Lo-1]; {
		case t.Kind == lattice.Name:
			return false // 某某|纪念研究所 is called after somebody
		case zh.EndsWith(rd.v.Text(t.Start, t.End), "议院", "议会", "国会", "杜马"):
		case t.Kind == lattice.Word && (t.Tag == "" || strings.ContainsRune("nmabzj", rune(t.Tag[0]))):
			return false // 多|模态系统实验室
		}
	}
	first := rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End)
	if x.Kind == org.School && IsSchoolWord(first) || IsTrade(first) || IsRole(first) || IsVague(first) {
		return false
	}
	return front > 1 || front == 1 && strings.HasSuffix(rd.v.Text(x.Start, x.End), "学院")
}

// mayHaveHead tells whether x, with so much in front of its ending, is of a kind that a head with a name makes one of: an association, a
// school, an institute, or a body of the centre by what it does (情报总局).
func (rd *Reader) mayHaveHead(x Thing, front int) bool {
	switch x.Kind {
	case org.Association, org.Other, org.School:
		return !x.Facility
	}
	name := rd.v.Text(x.Start, x.End)
	return !x.Facility && (front > 3 && zh.EndsWith(name, central...) || front > 1 && zh.EndsWith(name, "总局", "总署"))
}

// schoolHeads are the heads of schools; taught are the words for what a university teaches or of which kind it is; anySchool are the words in front of
// 中学 and the like that name no school.
var (
	schoolHeads = zh.Words("校长 园长 党委书记 党支部书记")
	taught      = zh.Words("师范 农业 医科 医学 理工 科技 工业 财经 政法 外国语 艺术 体育 民族 开放 电视 老年 职工 综合 综合性 名牌 本科 高等 高职 军事 航空 电力 交通 林业 水利 职业 技术 职业技术 成人 函授 警官 商 专科 全日制")
	anySchool   = zh.Words("当地 乡村 农村 城市 民办 公办 私立 公立 希望 中心 国际 普通 重点 寄宿制 特殊 职业 社区 附近 本地 实验 民族 乡镇 山区 一线 贫困 偏远 国外 国内 外国 海外 境外 省外 理想 心仪 名牌 一流 知名 著名 世界 老牌 私人")
)

// coined tells a name of single characters that make no word, before from: 芯源微|公司.
func (rd *Reader) coined(tokens []lattice.Token, from int) bool {
	n := 0
	for _, t := range tokens {
		if t.Start >= from {
			break
		}
		if !rd.lone(t) {
			return false
		}
		n++
	}
	return n > 1
}

// lone tells a token of one character that neither relates nor says of which kind or how many something is: not 的, 市, 新.
func (rd *Reader) lone(t lattice.Token) bool {
	r := rd.v.Runes[t.Start]
	return t.Kind == lattice.Word && t.End-t.Start == 1 && !lattice.IsParticle(r) && !lattice.IsLevel(string(r)) && !strings.ContainsRune("大中小新老总分子母双多各本该此企", r)
}

// sentOut are the endings of what a centre sends out.
var sentOut = []string{"宣讲团", "巡视组"}

// enough tells whether what stands in front of an ending makes it a name.
func (rd *Reader) enough(tokens []lattice.Token, x Thing, from int, weak, strict bool) bool {
	front := from - x.Start
	if x.Natural {
		t := tokens[x.Hi-1]
		return x.Hi-x.Lo == 1 && t.Tag == "ns" && front > 1
	}
	if x.Anchor == LevelAnchor && rd.oneOfMany(tokens[x.Lo], x) {
		return false
	}
	switch x.Anchor {
	case PlaceAnchor, LevelAnchor, NameAnchor:
		return true
	case NationAnchor:
		return rd.ofNation(tokens[x.Lo], x, from)
	}
	if x.whole && front == 0 || rd.ofWorld(tokens, x, from) {
		return true // 宪法和法律委员会
	}
	if !x.Facility && front >= 2 && rd.inQuotes(x) && zh.EndsWith(rd.v.Text(x.Start, x.End), quotedEnds...) {
		return true
	}
	if first := tokens[x.Lo]; x.Facility && rd.v.Text(first.Start, first.End) == "国家" && zhplace.NationalHall(rd.v.Text(first.End, x.End)) {
		return true
	}
	if rd.stationed(tokens, x, from) || rd.goneTo(tokens, x, from) {
		return true
	}
	if rd.keeps(x, from) {
		return true
	}
	if front == 0 || strict && !rd.holds(tokens, x, front) {
		return false
	}
	if rd.ofSaid(tokens, x) {
		return true
	}
	if !weak {
		return front >= 2
	}
	if rd.captained(tokens, x, front) || front >= 2 && rd.schooled(tokens, x) || rd.teaching(x) {
		return true
	}
	return front >= 2 && (rd.ownWords(tokens, x, from) || rd.sight(tokens, x, from))
}

// oneOfMany tells a common noun behind 我国 or 我市, which have many of them: 我国银行, 全市医院; a country has one delegation and one army.
func (rd *Reader) oneOfMany(first lattice.Token, x Thing) bool {
	name := rd.v.Text(x.Start, x.End)
	if !zh.BeginsWith(name, "我", "全", "本", "该") {
		return false
	}
	if strings.HasPrefix(name, "我国") {
		return x.Kind != org.Delegation && !zh.EndsWith(name, "队", "团", "军", "使馆")
	}
	return manyOf[rd.v.Text(first.End, x.End)]
}

// manyOf are the common nouns of which a town has many.
var manyOf = zh.Words("银行 公司 企业 医院 学校 大学 律师事务所 会计师事务所 合作社 酒店 集团")

// stationed tells a police station or a court of a small place with whoever serves there behind it: 水渡口派出所|民警, 前阳人民法庭|庭长.
func (rd *Reader) stationed(tokens []lattice.Token, x Thing, from int) bool {
	front := from - x.Start
	if front < 2 || front > 3 || x.Hi >= len(tokens) || tokens[x.Hi].Kind != lattice.Post || tokens[x.Hi].Start != x.End || !zh.EndsWith(rd.v.Text(from, x.End), "派出所", "人民法庭") {
		return false
	}
	return !anyPost[rd.v.Text(x.Start, from)] && !anyPost[rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End)]
}

// keeps tells the office that keeps a reservoir or the like, which is called after it: 庙宫水库|管理处. What stands before its ending has to be
// more than of which kind that is (大型水库管理处).
func (rd *Reader) keeps(x Thing, from int) bool {
	at, f, ok := zhplace.EndsAt(rd.v.Runes, from)
	if x.Facility || !ok || f.Type != reading.Facility || at-x.Start < 2 || from-at < 2 || !zh.EndsWith(rd.v.Text(from, x.End), keeping...) {
		return false
	}
	stem := rd.v.Text(x.Start, at)
	return !plain[stem] && !anyGround[stem] && !ways[rd.v.Text(at, from)]
}

// keptName tells whether the name at token j is what the reservoir or the like is called that the office x keeps: 庙宫|水库|管理处.
func (rd *Reader) keptName(tokens []lattice.Token, j int, x *Thing) bool {
	if x.Facility || j > 0 && tokens[j-1].Kind == lattice.Post || !zh.EndsWith(rd.v.Text(x.Start, x.End), keeping...) {
		return false
	}
	at, f, ok := zhplace.EndsAt(rd.v.Runes, tokens[j+1].End)
	return ok && f.Type == reading.Facility && at == tokens[j].End && tokens[j+1].End-at > 1
}

// keeping are the endings of such offices.
var keeping = []string{"管理处", "管理所", "管理站", "管理局", "管护站", "管护所"}

// anyPost are the words before 派出所 that name none.
var anyPost = zh.Words("辖区 属地 当地 公安 基层 边境 铁路 附近 所在 户籍 城区 农村 乡镇 街道 社区 本地 就近 责任 海上 水上 森林 机场 车站 各地 全市 全县 辖内 一线 原籍")

// ofSaid tells a part of a body that the text has named: 该校|生命科学学院, 该行|沧浪分行.
func (rd *Reader) ofSaid(tokens []lattice.Token, x Thing) bool {
	if x.Facility || x.Lo == 0 || tokens[x.Lo-1].End != x.Start || x.Start < 2 {
		return false
	}
	owner := rd.v.Text(x.Start-2, x.Start)
	return owner == "该校" && zh.EndsWith(rd.v.Text(x.Start, x.End), "学院", "研究院", "研究所", "研究中心", "实验室") ||
		owner == "该行" && zh.EndsWith(rd.v.Text(x.Start, x.End), "分行", "支行")
}

// ofNation tells whether x, which begins with first, a word for the whole country, says enough with it: more stands in front of its ending,
// or it needs no more (中共代表团, 中央宣讲团).
func (rd *Reader) ofNation(first lattice.Token, x Thing, from int) bool {
	if from > first.End || x.Kind == org.Delegation {
		return true
	}
	return x.End-from > 2 && rd.v.Text(first.Start, first.End) == "国务院" || zh.EndsWith(rd.v.Text(x.Start, x.End), sentOut...)
}

// schooled tells a school with the office of one who heads schools behind it (炼铁中学原校长), and a university that somebody is of.
func (rd *Reader) schooled(tokens []lattice.Token, x Thing) bool {
	if x.Kind != org.School {
		return false
	}
	if rd.graduates(tokens, x) {
		return true
	}
	if x.Hi == len(tokens) || tokens[x.Hi].Kind != lattice.Post {
		return false
	}
	return schoolHeads[tokens[x.Hi].Title.Head] && !IsSchoolWord(rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End))
}

// graduates tells a university or college that is told of as somebody's (从同济大学毕业, 考上五邑大学, 首都师范大学教授) and is called more than what
// it teaches (师范大学).
func (rd *Reader) graduates(tokens []lattice.Token, x Thing) bool {
	if !zh.EndsWith(rd.v.Text(x.Start, x.End), "大学", "学院") {
		return false
	}
	kind := true
	for _, t := range tokens[x.Lo : x.Hi-1] {
		w := rd.v.Text(t.Start, t.End)
		if anySchool[w] || t.Tag == "m" || t.Tag == "r" || t.Tag == "a" || strings.HasSuffix(w, "某") {
			return false
		}
		kind = kind && taught[w]
	}
	if kind {
		return false
	}
	if x.Lo > 0 && x.Start == tokens[x.Lo-1].End && zh.EndsWith(rd.v.Text(max(0, x.Start-4), x.Start), "毕业于", "就读于", "考上", "考上了", "考入", "考取", "任教于") {
		return true
	}
	if x.Hi == len(tokens) || tokens[x.Hi].Start != x.End {
		return false
	}
	next := tokens[x.Hi]
	return next.Kind == lattice.Post && (schoolHeads[next.Title.Head] || zh.EndsWith(next.Title.Head, "教授")) || zh.BeginsWith(rd.v.Text(x.End, next.End), "毕业", "就读", "任教")
}

// teaching tells a hospital that is attached to the school in front of it: 医科大学|附属第二医院.
func (rd *Reader) teaching(x Thing) bool {
	if x.Kind != org.Hospital || !strings.HasPrefix(rd.v.Text(x.Start, x.End), "附属") {
		return false
	}
	_, e, ok := org.EndsAt(rd.v.Runes, x.Start)
	return ok && e.Type == org.School
}

// ownWords tells whether any word of x in front of from, where its ending begins, is of names.
func (rd *Reader) ownWords(tokens []lattice.Token, x Thing, from int) bool {
	if x.Kind == org.Company && rd.coined(tokens[x.Lo:x.Hi], from) {
		return true
	}
	if t := tokens[x.Lo]; x.Kind == org.School && t.Tag == "j" && t.Start == x.Start && t.Start < from && from-x.Start > 2 && x.End-from > 1 {
		return true // a letter or pair before more of a school's name
	}
	for k := x.Lo; k < x.Hi && tokens[k].Start < from; k++ {
		if t := tokens[k]; t.Kind == lattice.Letters || t.Kind == lattice.Name || nameTags[t.Tag] {
			return true
		}
	}
	return false
}

// nameTags are the parts of speech of names, and that of what the lexicon doesn't know.
var nameTags = map[string]bool{"nz": true, "nt": true, "ns": true, "nr": true, "": true}

// sight tells a place to visit or a work by its ending and a stem of no everyday words in front.
func (rd *Reader) sight(tokens []lattice.Token, x Thing, from int) bool {
	return x.Facility && from-x.Start <= longestStem && zhplace.IsSight(rd.v.Text(from, x.End)) && rd.rare(tokens[x.Lo:x.Hi], from)
}

// longestStem is how many characters may stand before such an ending.
const longestStem = 5

// rare tells whether none of the words in front of from is of every day.
func (rd *Reader) rare(tokens []lattice.Token, from int) bool {
	if r := rd.v.Runes[tokens[0].Start:from]; len(r) == 3 && sites[r[2]] && tokens[0].Kind == lattice.Word && tokens[0].Tag != "" && strings.Contains("nags", tokens[0].Tag[:1]) {
		return true // 石门关景区
	}
	for _, t := range tokens {
		if t.Start >= from {
			break
		}
		w := rd.v.Text(t.Start, t.End)
		switch {
		case t.Kind != lattice.Word, lattice.IsParticle(rd.v.Runes[t.Start]), verb.Breaks(w), lattice.HomeLevel(w) != "", lattice.IsOrdinal(rd.v.Runes[t.Start]):
			return false
		case t.End-t.Start == 1:
			if t.Tag != "" && strings.Contains("vdpcurmq", t.Tag[:1]) || strings.ContainsRune("大小新老旧各总主副高中好长短多条座处个", rd.v.Runes[t.Start]) {
				return false
			}
		case lexicon.FreqOf(w) > everyday || t.Tag != "" && strings.Contains("vad", t.Tag[:1]):
			return false
		}
	}
	return true
}

// sites are the characters that the names of small places end in.
var sites = zh.Runes("滩渡关沟门岭峰谷湾溪泉潭洲坪坝堡")

// everyday is how often the lexicon counts a word that no such name is made of.
const everyday = 60
