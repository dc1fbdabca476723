package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// A list says at its end what all of it are: 科大讯飞、蔚来汽车等企业, 天合光能、贝特瑞新材料等3家骨干公司. What stands between its marks
// is a name then, whatever it ends in.

// listHeads are the nouns that say so, with what they make of an item whose own ending tells nothing.
var listHeads = map[string]string{
	"企业": org.Company, "公司": org.Company, "车企": org.Company, "药企": org.Company, "央企": org.Company, "国企": org.Company, "民企": org.Company,
	"名企": org.Company, "房企": org.Company, "厂商": org.Company, "巨头": org.Company, "厂家": org.Company,
	"高校": org.School, "院校": org.School,
}

// Bounds of an item and of what may stand between 等 and the noun (多家龙头, 世界500强), in characters and tokens.
const (
	shortestItem  = 2
	longestItem   = 8
	longestBefore = 8
	attributes    = 4
	longestPerson = 3 // that a name of somebody may have
)

// listed adds to list the bodies that a list names among tokens and no ending tells.
func (rd *Reader) listed(tokens []lattice.Token, list []Thing) []Thing {
	for k, t := range tokens {
		if k == 0 || !rd.etc(t) {
			continue
		}
		if kind, people := rd.listHead(tokens, k+1); kind != "" {
			list = rd.items(tokens, list, k, kind, people)
		}
	}
	return list
}

// etc tells the 等 that ends a list.
func (rd *Reader) etc(t lattice.Token) bool {
	return t.Kind == lattice.Word && t.End-t.Start == 1 && rd.v.Runes[t.Start] == '等'
}

// listHead is the kind of body that the noun behind 等 makes of a list before token k, "" if none; people tells that the list may
// rather be of who stands for them: 等企业负责人, 等10名高校辅导员.
func (rd *Reader) listHead(tokens []lattice.Token, k int) (kind string, people bool) {
	for n, from := 0, k; k < len(tokens) && n <= attributes; n, k = n+1, k+1 {
		t := tokens[k]
		w := rd.v.Text(t.Start, t.End)
		if r := []rune(w); t.Tag == "n" && len(r) == 4 {
			w = string(r[2:]) // 龙头|企业, one word
		}
		if kind := listHeads[w]; kind != "" {
			from := rd.behindBracket(t.End)
			after := rd.v.Text(from, min(from+2, len(rd.v.Runes)))
			return kind, zh.BeginsWith(after, "家", "负责", "代表", "高管", "老总", "掌门", "员工", "领导") ||
				k+1 < len(tokens) && tokens[k+1].Start == t.End && belongs(tokens[k+1], after)
		}
		if t.End-tokens[from].Start > longestBefore || !attributive(t, w) {
			break
		}
	}
	return "", false
}

// longestBracket bounds what a bracket behind the noun of a list says, in characters.
const longestBracket = 8

// behindBracket is where what stands behind the noun of a list goes on at i, behind a bracket if one opens there: 企业（合作社）|负责人.
func (rd *Reader) behindBracket(i int) int {
	if i >= len(rd.v.Runes) || !zh.OpensParen(rd.v.Runes[i]) {
		return i
	}
	for j := i + 1; j < len(rd.v.Runes) && j-i <= longestBracket; j++ {
		if zh.ShutsParen(rd.v.Runes[j]) {
			return j + 1
		}
	}
	return i
}

// belongs tells a noun, or a join, behind the noun of a list: the list may be of what that names (高校|辅导员, 企业|和|专家).
func belongs(t lattice.Token, w string) bool {
	return t.Kind == lattice.Word && (t.Tag == "n" || t.Tag == "c" || zh.BeginsWith(w, "和", "与", "及")) || t.Kind == lattice.Post
}

// attributive tells what may stand between 等 and its noun: a number, a noun, what kind of one.
func attributive(t lattice.Token, w string) bool {
	switch t.Kind {
	case lattice.Number, lattice.Letters, lattice.Place:
		return true
	case lattice.Word:
		return t.Tag != "" && strings.ContainsRune("nmqabjf", rune(t.Tag[0])) && !kinds[w] || (t.Tag == "v" || t.Tag == "vn") && (organVerbs[w] || anyTrade[w] || ofList[w]) || w == "强" || w == "家" || w == "所"
	}
	return false
}

// kinds are the nouns behind 等 that make a list one of trades or of sorts; ofList are the verbs that say which bodies of it are meant.
var (
	kinds  = zh.Words("行业 领域 产业 称号 类 类型 方面 环节 赛道 品类 概念 板块 问题 资质 荣誉 形式 性质")
	ofList = zh.Words("领军 上市 配套 入驻 参展 生产 参会 与会 独角兽 领先 头部 受访 签约 落户")
)

// items adds the items of the list that ends before token end: those that are names by themselves, and beside these, or beside a body
// that is known otherwise, those that may be.
func (rd *Reader) items(tokens []lattice.Token, list []Thing, end int, kind string, people bool) []Thing {
	var named, likely []Thing
	known, common := 0, 0
	for hi, more := end, true; more; {
		lo := hi
		for lo > 0 && hi-lo < farthest && tokens[lo-1].End == tokens[lo].Start && tokens[lo-1].Kind != lattice.Mark && !rd.etc(tokens[lo-1]) {
			lo--
		}
		if more = lo > 0 && rd.v.Runes[tokens[lo-1].Start] == '、'; !more {
			lo = rd.firstItem(tokens, lo, hi)
		}
		x := Thing{Lo: lo, Hi: hi, Kind: kind}
		if at, found := slices.BinarySearchFunc(list, x, besides); found && lo < hi {
			if !list[at].Facility && list[at].Kind == kind {
				known++
			}
		} else if lo < hi && !(people && hi == lo+1 && tokens[lo].Kind == lattice.Name) {
			switch rd.item(tokens, &x) {
			case itemNamed:
				named = append(named, x.Named(rd.v))
			case itemLikely:
				likely = append(likely, x.Named(rd.v))
			case itemCommon:
				common++
			}
		}
		hi = lo - 1
	}
	if known+len(named) <= common {
		return list // 多晶硅、光伏制造、锂电储能等企业
	}
	for _, x := range append(named, likely...) {
		list = insertNew(list, x)
	}
	return list
}

// firstItem is where the first item begins of the list whose tokens from lo on lead up to hi: behind the last word that governs it.
func (rd *Reader) firstItem(tokens []lattice.Token, lo, hi int) int {
	for k := hi - 1; k >= lo; k-- {
		if t := tokens[k]; t.Kind != lattice.Place && t.Kind != lattice.Body && !rd.mayItem(t) {
			return k + 1
		}
	}
	return lo
}

// mayItem tells a token that the name in a list may hold: no verb of news, no word that relates or points. Fragments of coined names are
// of all parts of speech: 天合|光|能.
func (rd *Reader) mayItem(t lattice.Token) bool {
	r := rd.v.Runes[t.Start]
	if t.Kind == lattice.Word && t.End-t.Start == 1 {
		return !Governs(r)
	}
	return t.Kind == lattice.Number || rd.mayBrand(t) && !relates(t)
}

// Governs tells a single character that a name stands behind and doesn't begin with.
func Governs(r rune) bool { return strings.ContainsRune(governs, r) }

// governs are the single characters that an item of a list stands behind: verbs, prepositions, joins, what points and what counts.
const governs = "的了着过在到去来赴访看听有是为像如即含抵至由从自向往对因把被将给任兼派以并或和与及同跟让使请约用称说问答讲经见叫获引帮供找选率愿还就曾已还也又本该各这那其此我他她它每某市县区省镇乡村家名个位批"

// itemSort is what the words of an item tell.
type itemSort uint8

const (
	itemCommon itemSort = iota // one of many: 钢铁、化工等企业
	itemLikely                 // a name beside other names: 蜂巢|能源
	itemNamed                  // a name: it holds a word of names, letters, or a coined word
)

// item tells what the tokens of x are, and fills in the rest of x.
func (rd *Reader) item(tokens []lattice.Token, x *Thing) itemSort {
	x.Start, x.End, x.Anchor = tokens[x.Lo].Start, tokens[x.Hi-1].End, NameAnchor
	if n := x.End - x.Start; n < shortestItem || n > longestItem || x.Hi == x.Lo+1 && tokens[x.Lo].Kind == lattice.Place {
		return itemCommon
	}
	sort, lone, first := itemCommon, 0, x.Lo
	if tokens[first].Kind == lattice.Place && x.Hi > first+1 {
		x.Anchor = PlaceAnchor
		first++
	}
	for _, t := range tokens[first:x.Hi] {
		switch {
		case t.Kind == lattice.Name, t.Kind == lattice.Letters, (nameTags[t.Tag] && t.Tag != "nr" || t.Tag == "j" && t.End-t.Start > 2) && t.End-t.Start > 1:
			sort = itemNamed
		case t.Kind != lattice.Body && !rd.mayItem(t):
			return itemCommon
		}
		if lone++; t.End-t.Start > 1 {
			lone = 0
		}
		if lone > 1 {
			sort = itemNamed
		}
	}
	last := rd.v.Text(tokens[x.Hi-1].Start, x.End)
	ended := x.Hi > x.Lo+1 && (IsItemTrade(last) || x.Kind == org.School && collegeShorts[last] || zh.EndsWith(last, groups...))
	if sort == itemNamed && (x.Hi == x.Lo+1 && tokens[x.Lo].Kind == lattice.Name || x.End-x.Start <= longestPerson && zhname.UsualSurname(rd.v.Runes[x.Start])) {
		return itemLikely // somebody, for all that it shows
	}
	switch {
	case x.End-tokens[x.Hi-1].Start > 1 && verb.Breaks(last), zh.EndsWith(last, "企业", "机构", "单位", "行业"), lexicon.FreqOf(rd.v.Text(x.Start, x.End)) > everyday && sort == itemCommon:
		return itemCommon
	case sort == itemCommon && ended:
		return itemLikely
	}
	return sort
}

// itemTrades are what companies are called by in lists besides tradesOf; anywhere else they are common nouns.
var itemTrades = zh.Words("能源 新能源 清洁能源 科技 技术 生物 生物科技 医疗 健康 环境 环保 重科 国际 控股 制造 装备制造 农业 文化 文旅 教育 物流 信息 数据 云 半导体 材料 制冷 创新 实业")

// IsItemTrade tells a word for a trade that companies are called by.
func IsItemTrade(w string) bool { return tradesOf.At(w) || itemTrades[w] }

// collegeShorts are what the short name of a university ends in behind its place: 北京|理工.
var collegeShorts = zh.Words("理工 科大 师大 农大 工大 交大 林大 民大 医大 财大 海大 航空 科技 工商 邮电 外国语")

// insertNew puts x in list, unless it shares a token with one that is there.
func insertNew(list []Thing, x Thing) []Thing {
	at, over := slices.BinarySearchFunc(list, x, besides)
	if over {
		return list
	}
	return slices.Insert(list, at, x)
}
