package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// farthest bounds the tokens of a name of a body.
const farthest = 14

// reach moves the left edge of x over what may belong to its name. Verbs may (市场监督管理局), but only if a place or level
// word stands in front of them.
func (rd *Reader) reach(tokens []lattice.Token, x *Thing) {
	lo, world, crossed := x.Lo, -1, false
	for j := x.Lo - 1; j >= 0 && x.Lo-j < farthest; j-- {
		t := tokens[j]
		switch rd.bond(tokens, j, x) {
		case anchors:
			if crossed && rd.anchorOf(t) == NationAnchor && !zh.EndsWith(rd.v.Text(x.Start, x.End), central...) {
				break
			}
			if rd.sends(tokens, j, x) {
				lo = j
				continue
			}
			rd.anchored(tokens, x, j)
			return
		case joined:
			if rd.stateLetter(tokens, j, x) {
				return // 俄|侦查委员会
			}
			if !crossed {
				lo = j
			}
			if worlds[rd.v.Text(t.Start, t.End)] {
				world = j
			}
			continue
		case crosses:
			crossed = true
			continue
		}
		break
	}
	if world >= 0 && world < lo && rd.worldlyEnd(x) {
		lo = world // 全国|湿地|保护|委员会
	}
	x.Lo, x.Start = lo, tokens[lo].Start
	rd.trim(tokens, x)
	if rd.within(tokens, x); x.Anchor == PlaceAnchor {
		x.Start = tokens[x.Lo].Start
	}
}

// anchored lets the name of x begin at the token j, or at what owns or sends it in front of that.
func (rd *Reader) anchored(tokens []lattice.Token, x *Thing, j int) {
	t := tokens[j]
	x.Lo, x.Anchor = j, rd.anchorOf(t)
	if w := rd.v.Text(t.Start, t.End); w == "中国" && j > 0 && eras[rd.v.Text(tokens[j-1].Start, tokens[j-1].End)] {
		x.Lo--
	}
	if x.Anchor == PlaceAnchor && j > 0 && services[rd.v.Text(tokens[j-1].Start, tokens[j-1].End)] && tokens[j-1].End == t.Start && zh.EndsWith(rd.v.Text(x.Start, x.End), "总队", "支队", "大队", "中队", "管理局", "监管局") {
		x.Lo--
	}
	if x.Anchor == NationAnchor && j > 0 && tokens[j-1].Kind == lattice.Name && tokens[j-1].End == t.Start && rd.eponym(tokens, j-1, x) {
		x.Lo, x.Anchor = j-1, NameAnchor // 胡志明|国家政治学院
	}
	if x.Anchor == LevelAnchor && j > 0 && tokens[j-1].End == t.Start && rd.ofAbroad(tokens[j-1]) {
		x.Lo, x.Anchor = j-1, PlaceAnchor // 某国某州|州长办公室
	}
	if rd.within(tokens, x); x.Anchor == PlaceAnchor {
		rd.seated(tokens, x)
	}
	if t.Kind == lattice.Body && t.Body == org.Other && x.Kind == org.Government {
		x.Kind = org.Other // 联合国|环境规划署: of no state
	}
	if t.Kind == lattice.Body || IsNation(rd.v.Text(t.Start, t.End)) {
		rd.homeland(tokens, x)
	}
	if t.Kind == lattice.Body {
		rd.accredited(tokens, x)
	}
	x.Start = tokens[x.Lo].Start
}

// services are what stands before the place in the name of one of their units: 武警|甘肃省|总队, 民航|甘肃|监管局.
var services = zh.Words("武警 民航 公安 森林消防 国家消防")

// trim takes words that no name begins with off the head of x, which no place or level word stands before.
func (rd *Reader) trim(tokens []lattice.Token, x *Thing) {
	for x.Lo < x.Hi-1 && tokens[x.Lo].Kind == lattice.Word {
		w := rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End)
		if mayStart(tokens[x.Lo], w) || x.Kind == org.Party && partyVerbs[w] || rd.halfName(tokens, x) {
			break
		}
		x.Lo++
		x.Start = tokens[x.Lo].Start
	}
}

// bond is how a token holds to the name on its right.
type bond uint8

const (
	loose   bond = iota // the name begins after it
	joined              // part of the name
	crosses             // part of it if an anchor stands further left
	anchors             // the name begins here
)

func (rd *Reader) bond(tokens []lattice.Token, j int, x *Thing) bond {
	t := tokens[j]
	w := rd.v.Text(t.Start, t.End)
	if x.Facility && rd.spelled(tokens, j, x) {
		return joined
	}
	switch t.Kind {
	case lattice.Place:
		return anchors
	case lattice.Letters:
		return joined
	case lattice.Number:
		if x.Facility && j == x.Lo-1 {
			return joined
		}
		if j > 0 && rd.v.Text(tokens[j-1].Start, tokens[j-1].End) == "第" {
			return joined
		}
		return loose
	case lattice.Name:
		if rd.founder(tokens, j, x) || rd.zoned(tokens, j) || rd.keptName(tokens, j, x) || rd.eponym(tokens, j, x) || x.Facility && j == x.Lo-1 && !t.Known && (j == 0 || tokens[j-1].Kind != lattice.Post) {
			return joined // 陶溪川|文创街区
		}
		return crosses
	case lattice.Body:
		return anchors
	case lattice.Post:
		if j == x.Lo-1 && (t.Title.Kind == title.Occupation || t.Title.Bare && !t.Title.Seat) {
			return joined // 医师协会, 记者协会
		}
		if next := tokens[j+1]; x.Kind == org.Government && t.Title.Kind == title.Occupation && next.Start == t.End && zh.EndsWith(next.Tag, "n") {
			return crosses // 市根治拖欠|农民工|工资工作领导小组
		}
		if x.Kind == org.Government && t.Title.Bare && title.IsOfState(t.Title.Head) && j > 0 && tokens[j-1].Kind == lattice.Place {
			return crosses // 某国|总统|委员会
		}
		return loose
	case lattice.Mark:
		if w == "·" {
			return joined
		}
		return loose
	}
	return rd.wordToken(tokens, j, x, w)
}

// founder tells whether the name at j may be what a company or foundation is called after: right before the ending, or with
// the trade between, where no title makes a person of it: 李宁有限公司, 李锦记食品有限公司.
func (rd *Reader) founder(tokens []lattice.Token, j int, x *Thing) bool {
	if x.Kind != org.Company && !(x.Kind == org.Association && strings.HasSuffix(rd.v.Text(x.Start, x.End), "基金会")) {
		return false
	}
	return j == x.Lo-1 || j >= x.Lo-3 && tokens[j].Script != lattice.Foreign && (j == 0 || tokens[j-1].Kind != lattice.Post)
}

// eponym tells whether the name at j is what a school or hospital is called after, with more of its name between: 鲁迅|美术|学院. What
// stands right behind a title, and before a level, is a person: 记者某某|县医院.
func (rd *Reader) eponym(tokens []lattice.Token, j int, x *Thing) bool {
	if x.Kind != org.School && x.Kind != org.Hospital || j > x.Lo-1 || j < x.Lo-3 || j > 0 && tokens[j-1].Kind == lattice.Post {
		return false
	}
	first := rd.v.Text(tokens[j+1].Start, tokens[j+1].End)
	from, ok := x.Ending(rd.v)
	return ok && from > tokens[j].End && !lattice.IsLevel(first) && !verb.Breaks(first) && verb.Of(first) == verb.None
}

// wordToken is how a word holds to the name on its right.
func (rd *Reader) wordToken(tokens []lattice.Token, j int, x *Thing, w string) bond {
	t := tokens[j]
	if lattice.IsLevel(w) || IsOrganWord(w) || !x.Facility && (IsNation(w) || lattice.HomeLevel(w) != "" || rd.opensBody(tokens, x, t)) {
		return anchors
	}
	if r := []rune(w); x.Facility && len(r) == 2 && (r[0] == '全' || r[0] == '我' || r[0] == '本' || r[0] == '该') {
		return loose
	}
	if t.Tag == "q" && j > 0 && rd.v.Runes[tokens[j-1].Start] == '第' {
		return joined // 第十批
	}
	if pairs[w] {
		return rd.paired(tokens, j, x)
	}
	if x.Kind == org.Party {
		if b, ok := partyBond(w); ok {
			return b
		}
	}
	if b, ok := rd.idiom(tokens, j, x, w); ok {
		return b
	}
	if rd.apposes(tokens, j, x, w) {
		return loose // 某国智库|某某研究所
	}
	if x.Facility && sets[w] && j > 0 && j < x.Lo-1 && (tokens[j-1].Kind == lattice.Place || zh.EndsWith(rd.v.Text(tokens[j-1].Start, tokens[j-1].End), "地区", "机场", "海关", "城市")) {
		return loose // 某省|建设|某某示范区
	}
	if mayHold(x, t, w) && j > 0 && (tokens[j-1].Kind == lattice.Place || tokens[j-1].Kind == lattice.Body || tokens[j-1].Tag == "n" || tokens[j-1].Tag == "vn") {
		return crosses // 某国|公平|竞争|委员会
	}
	if b := wordBond(w, t.Tag); b != loose || !rd.fragment(tokens, j, x) && !rd.branded(tokens, j, x, w) {
		return b
	}
	return crosses
}

// idiom is how words that hold to a name in a way of their own do; false for any other word.
func (rd *Reader) idiom(tokens []lattice.Token, j int, x *Thing, w string) (bond, bool) {
	before := j > 0 && tokens[j-1].End == tokens[j].Start
	switch {
	case x.Facility && zhplace.Known(w):
		if from, ok := x.Ending(rd.v); ok && from > tokens[j].End {
			return loose, true // 深中通道|某某大桥, but 趵突泉|公园
		}
		return joined, true
	case w == "代表" && j+1 < x.Hi && zh.BeginsWith(rd.v.Text(tokens[j+1].Start, tokens[j+1].End), "工作", "资格", "联络"):
		return joined, true // 人大常委会代表工作委员会, 代表资格审查委员会
	case bearings[w] && (x.Kind == org.School || x.Kind == org.Company || zh.EndsWith(rd.v.Text(x.Start, x.End), "研究院", "研究所")) && (!before || rd.sets(tokens[j-1])):
		return joined, true // 北方|信息技术|研究院
	case w == "组织" && j > 0 && (tokens[j-1].Kind == lattice.Place || tokens[j-1].Kind == lattice.Body):
		return loose, true // 某省|组织|宣讲团
	case w == "口" && before && tokens[j-1].Kind == lattice.Place && tokens[j-1].Places[0].Place.Kind == gazetteer.Natural:
		return joined, true // 辽河|口
	case x.Facility && (inTown[w] || tokens[j+1].Kind == lattice.Name && rd.oneSide(tokens[j])):
		return loose, true // 县城|火把广场, 美军|某某空军基地
	case w == "少年":
		return joined, true // tagged as a number
	case w == "之" && x.Kind == org.Company:
		return crosses, true // 果之源食品有限公司
	case x.Facility && areas[w] && before && tokens[j-1].Kind == lattice.Place && tokens[j+1].Kind == lattice.Name:
		return loose, true // 某地带|中部|某某难民营
	case w == "选举" && j == x.Lo-1 && zh.BeginsWith(rd.v.Text(tokens[x.Lo].Start, x.End), "委员会", "机构", "管理"):
		return crosses, true // a verb of appointment elsewhere
	}
	return loose, false
}

// areas are the parts of a land.
var areas = zh.Words("东部 南部 西部 北部 中部 东北部 东南部 西北部 西南部")

// partyBond is how a word holds to the name of a party on its right, false where it holds as to any other name.
func partyBond(w string) (bond, bool) {
	switch {
	case IsCommonParty(w), zh.EndsWith(w, "议院", "议会", "国会", "众院", "参院"):
		return loose, true // 最大在野党|共同民主党, 某国联邦议院|左翼党议员
	case partyVerbs[w]:
		return joined, true
	}
	return loose, false
}

// fragment tells a character that the lexicon takes for a word of its own only because it doesn't know the word that it is
// part of: 蒙 of 蒙医, 集 of 集热. Its neighbour on the right is a single character, too, and inside the name.
func (rd *Reader) fragment(tokens []lattice.Token, j int, x *Thing) bool {
	t := tokens[j]
	r := rd.v.Runes[t.Start]
	if t.End-t.Start != 1 || x.Facility || lattice.IsParticle(r) || lattice.EndsNoName(string(r)) || verb.Breaks(string(r)) || j+1 >= x.Hi-1 {
		return false
	}
	return tokens[j+1].Kind == lattice.Word && tokens[j+1].End-tokens[j+1].Start == 1
}

// legal are the endings of the full names of companies.
var legal = []string{"有限公司", "有限责任公司", "合作社"}

// branded tells a word of any kind that may be the brand in the full name of a company or party, behind the place that it
// begins with: 宁夏|六盘|薯业有限公司, 韩国|共同|民主党. What counts or relates is none: 一家, 在.
func (rd *Reader) branded(tokens []lattice.Token, j int, x *Thing, w string) bool {
	t := tokens[j]
	if rd.initialed(tokens, j, x, w) {
		return true
	}
	if verb.Breaks(w) || t.End-t.Start == 1 || j == 0 || t.Tag == "" {
		return false
	}
	switch t.Tag[0] {
	case 'd':
		return x.Kind == org.Party && t.End-t.Start == 2
	case 'm', 't', 'f', 'q', 'z', 'v':
		return rd.placedBrand(tokens, j, x)
	}
	return false
}

// placedBrand tells whether the word at j, of two characters, is the brand of a company right behind its place, as the full name shows or
// one that is long enough.
func (rd *Reader) placedBrand(tokens []lattice.Token, j int, x *Thing) bool {
	t := tokens[j]
	if x.Kind != org.Company || t.End-t.Start != 2 || tokens[j-1].Kind != lattice.Place {
		return false
	}
	if r := rd.v.Runes[t.End-1]; r == '家' || r == '个' {
		return false
	}
	return zh.EndsWith(rd.v.Text(x.Start, x.End), legal...) || x.End-tokens[j+1].Start > longBrand
}

// initialed tells a character that may be half of the brand in the full name of a company, right behind its place or one more
// character: 浙江|海|正|药业股份有限公司.
func (rd *Reader) initialed(tokens []lattice.Token, j int, x *Thing, w string) bool {
	t := tokens[j]
	if x.Kind != org.Company || t.End-t.Start != 1 || j == 0 || verb.Breaks(w) || lattice.EndsNoName(w) || lattice.IsParticle(rd.v.Runes[t.Start]) || !zh.EndsWith(rd.v.Text(x.Start, x.End), legal...) {
		return false
	}
	p := tokens[j-1]
	return p.Kind == lattice.Place || j > 1 && tokens[j-2].Kind == lattice.Place && rd.halfBrand(p)
}

// halfBrand tells a token of one character that may be half of a brand: it relates to nothing, and nobody does it.
func (rd *Reader) halfBrand(t lattice.Token) bool {
	return t.Kind == lattice.Word && t.End-t.Start == 1 && !lattice.IsParticle(rd.v.Runes[t.Start]) && !verb.Breaks(rd.v.Text(t.Start, t.End))
}

// IsOrganWord tells 市政府, 县委, 市直 in front of one of their parts: 市政府督查室.
func IsOrganWord(w string) bool {
	r := []rune(w)
	return len(r) > 1 && len(r) < 6 && lattice.IsLevel(string(r[:1])) && organParts[string(r[1:])]
}

var organParts = zh.Words("委 政府 人民政府 直 直机关 直属机关 人大 政协 级")

// tail is the second half of a word of four characters: 非常感谢, 热烈欢迎. "" for any other.
func tail(w string) string {
	if r := []rune(w); len(r) == 4 {
		return string(r[2:])
	}
	return ""
}

func wordBond(w, tag string) bond {
	if verb.Breaks(w) || title.IsFormer(w) || verb.Breaks(tail(w)) {
		return loose
	}
	switch {
	case tag == "":
		return joined
	case tag == "ad" && len([]rune(w)) > 1:
		return loose // 积极|推进, but 标|普|公司
	}
	switch tag[0] {
	case 'n', 'j', 'a', 'b', 'g', 'z', 'i', 'l', 's', 'x':
		return joined
	case 'm':
		if r := []rune(w); r[0] == '第' || len(r) == 1 && lattice.IsOrdinal(r[0]) {
			return joined
		}
		return loose
	case 'v':
		if tag == "vn" {
			return joined
		}
		if organVerbs[w] {
			return crosses
		}
		return loose
	case 'f', 't':
		return crosses
	}
	return loose
}

// mayStart tells whether a name of a body may begin with a word that no place or level word stands before.
func mayStart(t lattice.Token, w string) bool {
	if w == "该" || w == "本" || w == "各" || w == "某" || w == "全" || w == "新" || w == "老" || w == "大" || w == "好" || w == "处" || w == "座" {
		return false
	}
	return t.Tag == "" || t.Tag[0] == 'n' || t.Tag[0] == 'j' || t.Tag[0] == 'a' || t.Tag[0] == 'b' || t.Tag == "vn" || t.Tag[0] == 's' || t.Tag[0] == 'i' || t.Tag[0] == 'l'
}

func (rd *Reader) anchorOf(t lattice.Token) Anchor {
	w := rd.v.Text(t.Start, t.End)
	switch {
	case t.Kind == lattice.Place && t.Places[0].Place.Kind == gazetteer.Natural:
		return NameAnchor
	case t.Kind == lattice.Place:
		return PlaceAnchor
	case IsNation(w):
		return NationAnchor
	case t.Kind == lattice.Body, rd.pairWord(t), rd.seatWord(t):
		return NameAnchor
	}
	return LevelAnchor
}
