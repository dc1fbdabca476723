package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// commonParties are words in 党 that name no party.
var commonParties = zh.Words("党 执政党 在野党 反对党 政党 全党 我党 两党 各党 本党 该党 参政党 多党 一党 朋党 死党 余党 同党 结党 建党 入党 爱党 管党 治党 从严治党 整党 退党 脱党 党外 民主党派 中国共产党 共产党 管党治党 强党 兴党")

// unitParties are where the party has its branches, and 党: the head of 村党支部.
var unitParties = []string{"村党", "镇党", "乡党", "县党", "市党", "区党", "省党", "州党", "校党", "厂党", "局党", "院党", "社区党", "街道党", "企业党", "单位党", "机关党"}

// commonParty tells a word in 党 that names no party.
func commonParty(word string) bool { return commonParties[word] || slices.Contains(unitParties, word) }

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

// partyHeads are the heads of posts that parties have.
var partyHeads = zh.Words("党首 主席 总书记 总裁 领袖 领导人 发言人 党鞭 干事长 秘书长 最高委员 多数党领袖 国会议员")

// party tells whether x names a political party: one word of its own, or a place and at least two characters before 党.
func (rd *reader) party(tokens []lattice.Token, x thing, k int) bool {
	t := tokens[k]
	name := rd.v.Runes[x.start:x.end]
	if x.anchor == noAnchor && len(name) > 2 && x.hi < len(tokens) && tokens[x.hi].Kind == lattice.Post && partyHeads[tokens[x.hi].Title.Head] && !commonParty(string(name)) && !zh.EndsWith(string(name), "两党", "三党", "各党") && !lattice.IsParticle(name[len(name)-2]) {
		return true // 共同民主党党首
	}
	for n := 1; n <= 4 && n <= len(name); n++ {
		if commonParty(string(name[len(name)-n:])) && (n > 1 || len(name) < 4) && string(name[len(name)-n:]) != "共产党" {
			return false
		}
	}
	switch {
	case x.anchor == placeAnchor:
		return x.end-1-tokens[x.lo].End >= 1 && !lattice.IsParticle(name[len(name)-2]) && !rd.deeds(tokens[x.lo+1:x.hi])
	case x.lo == k:
		return t.Kind == lattice.Word && t.Tag != "v" && t.End-t.Start > 2 && string(name) != "共产党"
	}
	return false
}

// deeds tells whether the words between a place and 党 tell what is done rather than whose party it is: 某地|认真|贯彻|落实|党.
func (rd *reader) deeds(tokens []lattice.Token) bool {
	for _, t := range tokens {
		if t.Kind == lattice.Word && !partyVerbs[rd.v.Text(t.Start, t.End)] && (t.Tag == "d" || t.Tag == "ad" || t.Tag == "p" || t.Tag == "c" || t.Tag == "t" || noParty[rd.v.Text(t.Start, t.End)]) {
			return true
		}
	}
	return false
}

// noParty are the words that stand in front of 党 and in no party's name.
var noParty = zh.Words("组织 落实 贯彻 加强 推进 深化 坚持 时期 时代 新时代 赢得 执政 在野 反对 主要 最大")

// situations are the characters in front of 局 that make it no office: 格局, 困局, 开好局.
var situations = zh.Runes("格布结开僵困变战棋破危败残骗牌好大")

// situation tells words in 局 that are no office: 产业布局, 核谈判困局, 发展大局.
func situation(name string) bool {
	r := []rune(name)
	return len(r) > 1 && r[len(r)-1] == '局' && (situations[r[len(r)-2]] || zh.EndsWith(name, "开新局", "全局"))
}

// happens tells a token whose last character only happens to be an ending: 格局, 干部, and after a title a name in 塔 or 山.
func (rd *reader) happens(tokens []lattice.Token, k, from int, facility bool) bool {
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
func (rd *reader) holds(tokens []lattice.Token, x thing, front int) bool {
	if front < 2 || x.hi >= len(tokens) || tokens[x.hi].Kind != lattice.Post {
		return false
	}
	t := tokens[x.hi].Title
	return t.Kind == title.Office && t.Organ == "" && x.hi+1 < len(tokens) && tokens[x.hi+1].Kind == lattice.Name
}

// quotedEnds are the endings that make a name of what stands in marks of quotation; others stand there as a manner of speaking.
var quotedEnds = []string{"联盟", "旅行社", "研究中心", "阵线", "组织", "研究院", "研究所", "基金会", "协会", "学会", "商会", "联合会", "公司", "集团", "合作社", "大学", "学院"}

// openQuote moves the left edge of a body that a closing mark of quotation follows to the opening one.
func (rd *reader) openQuote(tokens []lattice.Token, x *thing) {
	if x.facility || x.natural || x.hi >= len(tokens) || rd.v.Runes[x.end] != '”' || !zh.EndsWith(rd.v.Text(x.start, x.end), quotedEnds...) {
		return
	}
	for k := x.hi - 1; k >= 0 && x.hi-k < farthest; k-- {
		if tokens[k].Kind == lattice.Mark {
			if rd.v.Runes[tokens[k].Start] == '“' {
				x.lo, x.start = k+1, tokens[k+1].Start
			}
			return
		}
	}
}

// inscribedEnds are the endings of built places and bodies whose name stands in marks of quotation in front of them.
var inscribedEnds = zh.Words("管道 历史博物馆 博物馆 纪念馆 景区 风景区 输油管道 输气管道 天然气管道 油田 气田 水电站 核电站 旅行社 合作社")

// longestInscribed bounds such a name, in characters.
const longestInscribed = 8

// inscribed moves the left edge of such a thing to the mark of quotation that its name begins with: “友谊”|输油管道.
func (rd *reader) inscribed(tokens []lattice.Token, x *thing, from int) {
	if from != x.start || from == 0 || rd.v.Runes[from-1] != '”' || !inscribedEnds[rd.v.Text(from, x.end)] {
		return
	}
	for k := x.lo - 2; k >= 0 && from-tokens[k].Start <= longestInscribed+2; k-- {
		if r := rd.v.Runes[tokens[k].Start]; tokens[k].Kind == lattice.Mark && r != '-' {
			if r == '“' {
				x.lo, x.start, x.anchor = k, tokens[k].Start, nameAnchor
			}
			return
		}
	}
}

// inQuotes tells a name that marks of quotation enclose: “三月联盟”.
func (rd *reader) inQuotes(x thing) bool {
	r := rd.v.Runes
	return x.start > 0 && x.end < len(r) && (r[x.start-1] == '“' && r[x.end] == '”' || r[x.start-1] == '"' && r[x.end] == '"')
}

// captained tells whether a head with a name behind x makes one certain body of it, whatever common nouns it is called by:
// 手工艺协会|会长|某某, 产业园服务中心|主任|某某.
func (rd *reader) captained(tokens []lattice.Token, x thing, front int) bool {
	if x.facility || x.kind != org.Association && x.kind != org.Other && x.kind != org.School && !(front > 3 && zh.EndsWith(rd.v.Text(x.start, x.end), central...)) || !rd.holds(tokens, x, max(front, 2)) || !tokens[x.hi].Title.Seat && !lattice.IsDeputy(tokens[x.hi].Title) {
		return false
	}
	if x.lo > 0 && tokens[x.lo-1].End == x.start {
		switch t := tokens[x.lo-1]; {
		case t.Kind == lattice.Name:
			return false // 某某|纪念研究所 is called after somebody
		case zh.EndsWith(rd.v.Text(t.Start, t.End), "议院", "议会", "国会", "杜马"):
		case t.Kind == lattice.Word && (t.Tag == "" || strings.ContainsRune("nmabzj", rune(t.Tag[0]))):
			return false // 多|模态系统实验室
		}
	}
	first := rd.v.Text(tokens[x.lo].Start, tokens[x.lo].End)
	if x.kind == org.School && isSchoolWord(first) || isTrade(first) || isRole(first) || vague(first) {
		return false
	}
	return front > 1 || front == 1 && strings.HasSuffix(rd.v.Text(x.start, x.end), "学院")
}

// schoolHeads are the heads of schools; anySchool are the words in front of 中学 and the like that name no school.
var (
	schoolHeads = zh.Words("校长 园长 党委书记 党支部书记")
	anySchool   = zh.Words("当地 乡村 农村 城市 民办 公办 私立 公立 希望 中心 国际 普通 重点 寄宿制 特殊 职业 社区 附近 本地 实验 民族 乡镇 山区 一线 贫困 偏远")
)

// coined tells a name of single characters that make no word, before from: 芯源微|公司.
func (rd *reader) coined(tokens []lattice.Token, from int) bool {
	n := 0
	for _, t := range tokens {
		if t.Start >= from {
			break
		}
		if t.Kind != lattice.Word || t.End-t.Start != 1 || lattice.IsParticle(rd.v.Runes[t.Start]) || lattice.IsLevel(rd.v.Text(t.Start, t.End)) || strings.ContainsRune("大中小新老总分子母双多各本该此企", rd.v.Runes[t.Start]) {
			return false
		}
		n++
	}
	return n > 1
}

// sentOut are the endings of what a centre sends out.
var sentOut = []string{"宣讲团", "巡视组"}

// enough tells whether what stands in front of an ending makes it a name.
func (rd *reader) enough(tokens []lattice.Token, x thing, from int, weak, strict bool) bool {
	front := from - x.start
	if x.natural {
		t := tokens[x.hi-1]
		return x.hi-x.lo == 1 && t.Tag == "ns" && front > 1
	}
	switch x.anchor {
	case placeAnchor, levelAnchor, nameAnchor:
		return true
	case nationAnchor:
		return from > tokens[x.lo].End || x.kind == org.Delegation || x.end-from > 2 && rd.v.Text(tokens[x.lo].Start, tokens[x.lo].End) == "国务院" || zh.EndsWith(rd.v.Text(x.start, x.end), sentOut...) // 中共代表团, 中央宣讲团
	}
	if x.whole && front == 0 || rd.ofWorld(tokens, x, from) {
		return true // 宪法和法律委员会
	}
	if !x.facility && front >= 2 && rd.inQuotes(x) && zh.EndsWith(rd.v.Text(x.start, x.end), quotedEnds...) {
		return true
	}
	if first := tokens[x.lo]; x.facility && rd.v.Text(first.Start, first.End) == "国家" && zhplace.NationalHall(rd.v.Text(first.End, x.end)) {
		return true
	}
	if front == 0 || strict && !rd.holds(tokens, x, front) {
		return false
	}
	if !weak {
		return front >= 2
	}
	if rd.captained(tokens, x, front) || front >= 2 && rd.schooled(tokens, x) || rd.teaching(x) {
		return true
	}
	return front >= 2 && (rd.ownWords(tokens, x, from) || rd.sight(tokens, x, from))
}

// schooled tells a school with the office of one who heads schools behind it: 炼铁中学原校长.
func (rd *reader) schooled(tokens []lattice.Token, x thing) bool {
	if x.kind != org.School || x.hi == len(tokens) || tokens[x.hi].Kind != lattice.Post {
		return false
	}
	return schoolHeads[tokens[x.hi].Title.Head] && !isSchoolWord(rd.v.Text(tokens[x.lo].Start, tokens[x.lo].End))
}

// teaching tells a hospital that is attached to the school in front of it: 医科大学|附属第二医院.
func (rd *reader) teaching(x thing) bool {
	if x.kind != org.Hospital || !strings.HasPrefix(rd.v.Text(x.start, x.end), "附属") {
		return false
	}
	_, e, ok := org.EndsAt(rd.v.Runes, x.start)
	return ok && e.Type == org.School
}

// ownWords tells whether any word of x in front of from, where its ending begins, is of names.
func (rd *reader) ownWords(tokens []lattice.Token, x thing, from int) bool {
	if x.kind == org.Company && rd.coined(tokens[x.lo:x.hi], from) {
		return true
	}
	if t := tokens[x.lo]; x.kind == org.School && t.Tag == "j" && t.Start == x.start && t.Start < from && from-x.start > 2 && x.end-from > 1 {
		return true // a letter or pair before more of a school's name
	}
	for k := x.lo; k < x.hi && tokens[k].Start < from; k++ {
		if t := tokens[k]; t.Kind == lattice.Letters || t.Kind == lattice.Name || nameTags[t.Tag] {
			return true
		}
	}
	return false
}

// nameTags are the parts of speech of names, and that of what the lexicon doesn't know.
var nameTags = map[string]bool{"nz": true, "nt": true, "ns": true, "nr": true, "": true}

// sight tells a place to visit or a work by its ending and a stem of no everyday words in front.
func (rd *reader) sight(tokens []lattice.Token, x thing, from int) bool {
	return x.facility && from-x.start <= longestStem && zhplace.IsSight(rd.v.Text(from, x.end)) && rd.rare(tokens[x.lo:x.hi], from)
}

// longestStem is how many characters may stand before such an ending.
const longestStem = 5

// rare tells whether none of the words in front of from is of every day.
func (rd *reader) rare(tokens []lattice.Token, from int) bool {
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
