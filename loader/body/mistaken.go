package body

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// mistaken tells 大学学历, which is no school, and 各国和地区代表团, which is no delegation.
func (rd *Reader) mistaken(tokens []lattice.Token, x Thing) bool {
	if r := rd.v.Runes[x.Start:x.End]; len(r) > longestWhole || len(r) > 2 && (r[0] == '两' || string(r[:2]) == "双方" || r[1] == '级' && lattice.IsLevel(string(r[:1]))) {
		return true // 两地人社局, 双方商会, 县级服务中心: of no one name
	}
	if x.Facility && rd.dottedName(tokens, x) {
		return true // 安东尼奥·科斯塔, a person
	}
	if rd.unspecific(tokens, x) || rd.runsOn(tokens, x) || zh.EndsWith(rd.v.Text(x.Start, x.End), houses...) {
		return true
	}
	if !x.Facility && !x.Natural && rd.nobody(tokens, x) {
		return true
	}
	if !x.Facility && zh.Holds(rd.v.Text(x.Start, x.End), "两地", "两县", "两市", "两区", "两省", "三地") {
		return true // 某县两地法院
	}
	if x.Facility && (rd.commonPlace(tokens, x) || zh.BeginsWith(rd.v.Text(x.End, min(x.End+2, len(rd.v.Runes))), "造船")) {
		return true // 外高桥|造船厂
	}
	if x.Anchor != PlaceAnchor && tokens[x.Lo].Kind != lattice.Place && x.Lo > 0 && tokens[x.Lo-1].End == x.Start && counts(tokens[x.Lo-1], rd.v.Runes[x.Start-1]) {
		return true // 一所护理职业学校
	}
	if x.Anchor == NoAnchor && !x.Known && rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End) == "中小" {
		return true
	}
	switch x.Kind {
	case org.School:
		return strings.HasPrefix(rd.v.Text(x.End, min(x.End+2, len(rd.v.Runes))), "学历")
	case org.Delegation:
		return x.Anchor == LevelAnchor && rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End) == "地区"
	}
	return false
}

// longestWhole bounds the name of a body or built place, in characters: a division of four levels and a company's full name are half as long.
const longestWhole = 80

// unspecific tells what says of several bodies, or of any, what they are like: 湖北省所有医院, 瑞士最大银行.
func (rd *Reader) unspecific(tokens []lattice.Token, x Thing) bool {
	if name := rd.v.Text(x.Start, x.End); zh.Holds(name, counted...) || !x.Facility && (strings.HasPrefix(name, "国家级") || several.MatchString(name) || strings.Contains(name, "中国特色") && !zh.EndsWith(name, doctrinal...)) {
		return true
	}
	for k := x.Lo; k < x.Hi; k++ {
		w := rd.v.Text(tokens[k].Start, tokens[k].End)
		if ofMany[w] || k+2 >= x.Hi && likes[w] || k > x.Lo && rd.oneOf(tokens, k) {
			return true // 韩国一回收工厂
		}
	}
	return false
}

// dottedName tells a name of parts with dots between.
func (rd *Reader) dottedName(tokens []lattice.Token, x Thing) bool {
	return x.Hi-x.Lo == 1 && tokens[x.Lo].Kind == lattice.Name && strings.ContainsFunc(rd.v.Text(x.Start, x.End), zh.IsMiddleDot)
}

// several is so many of a kind: 日本某某5家子公司, but 48家集团俱乐部.
var several = regexp.MustCompile(`[0-9][多余]?家[^·]{1,4}$|[两三四五六七八九十百千]家(?:银行|企业|公司|子公司|医院|单位|机构)$`)

// doctrinal are the endings of the bodies that are called after the doctrine.
var doctrinal = []string{"研究中心", "研究院", "研究会", "学院", "学会"}

// What tells of many: words, wherever they stand in a name, whatever tokens they are cut into (counted) or as tokens (ofMany),
// or right before its ending (likes).
var (
	counted = []string{"多地", "各地", "各乡", "各镇", "各县", "各区", "各级", "四级", "五级", "海拔最高", "第一所", "第一家", "第一座", "第一支", "首所", "首座", "首支", "多国", "各国", "两国", "三国", "四国", "第一个", "首个", "首家", "规模最大", "最大规模", "全国性", "全球性", "第一大", "一流"} // 中国驻多国大使馆, 国内第一个计算中心
	ofMany  = zh.Words("所有 部分 上述 各 多家 多所 多座 一家 一所 一座 这家 这所 这座 某 某些 一些 历史上 境内外 任何 其他 其它 相关 有关 普惠性 事发 涉事 属地 肇事 遇难者 首家 又一家 同一家 某家")
	likes   = zh.Words("最大 主要 上市 优质 知名 龙头 民营 外资 独资 大型 中小 小微 县级 市级 省级 乡级 村级 基层 地区性 代表性 黑灯 新建 在建 当地")
)

// oneOf tells 一 right behind a place, which makes one of many of what follows.
func (rd *Reader) oneOf(tokens []lattice.Token, k int) bool {
	at := tokens[k].Start
	if rd.v.Runes[at] != '一' || tokens[k].Kind != lattice.Word || tokens[k].End-at >= 3 || tokens[k-1].Kind != lattice.Place && tokens[k-1].Tag != "f" {
		return false
	}
	return !strings.ContainsRune(firsts, rd.v.Runes[at+1])
}

// firsts are the characters behind 一 in the names of the first of several works and institutes: 某地一汽.
const firsts = "汽重钢建冶航局院棉机矿拖中高小职厂所师"

// houses are the endings of what has no name: the middle of a town, houses.
var houses = []string{"市中心", "县中心", "区中心", "湖中心", "居民楼", "教学楼", "办公楼", "写字楼", "宿舍楼", "住宅楼"}

// nobodies are the endings of what is no body: classes of bodies, rooms, meetings, what a town is to become, situations.
var nobodies = []string{
	"中小学幼儿园", "中小学校", "中小学", "普通高等学校", "普通高中学校", "三级医院", "村工作队", "旅游团", "跨国公司", "上大学", "读大学", "成员国议会",
	"会客厅", "会议厅", "会见厅", "宴会厅", "报告厅", "多功能厅",
	"协商会", "会商会", "招商会", "洽商会", "推介会", "恳谈会",
	"辐射中心", "副中心", "主中心", "负荷中心",
	"新格局", "国家级电视台", "连锁超市", "联勤保障部队医院", "指挥控制中心", "直流电网", "交流电网", "微电网", "充换电网", "智慧工厂", "算力网", "外国商协会", "犯罪集团", "诈骗集团",
}

// What a town is to become ends in goals, but so do the names of a town's own bodies (张掖市科技创新中心): it is one of no town, of a wide
// reach, or between words that speak of becoming it.
var (
	goals    = []string{"工作中心", "金融中心", "科技创新中心", "消费中心", "休闲中心", "航运中心", "贸易中心", "经济中心"}
	reaches  = []string{"国际", "全球", "世界", "区域", "全国"}
	becoming = []string{"建设", "打造", "成为", "建成", "作为", "迈向", "推进", "支持", "加快", "推动", "巩固", "提升", "加强"}
	become   = []string{"建设", "地位", "功能", "城市", "作用", "战略", "加快", "、"}
)

// goal tells what a town is to become rather than a body of its: 打造|某市|消费中心, 某市国际金融中心.
func (rd *Reader) goal(x Thing) bool {
	name := rd.v.Text(x.Start, x.End)
	if !zh.EndsWith(name, goals...) {
		return false
	}
	return x.Anchor == NoAnchor || x.Anchor == NationAnchor || zh.Holds(name, reaches...) ||
		zh.EndsWith(rd.v.Text(max(x.Start-3, 0), x.Start), becoming...) || zh.BeginsWith(rd.v.Text(x.End, min(x.End+2, len(rd.v.Runes))), become...)
}

// runsOn tells what is only the head of a word or is counted behind: 境外银行|卡, 服务中心|400多个.
func (rd *Reader) runsOn(tokens []lattice.Token, x Thing) bool {
	if x.Hi >= len(tokens) || tokens[x.Hi].Start != x.End {
		return false
	}
	if strings.HasSuffix(rd.v.Text(x.Start, x.End), "银行") && rd.v.Runes[x.End] == '卡' {
		return true
	}
	if strings.HasSuffix(rd.v.Text(x.Start, x.End), "大学校") && strings.ContainsRune("长地企友园", rd.v.Runes[x.End]) {
		return true // 某某大学|校长, 某某大学|校地合作
	}
	return x.Anchor == NoAnchor && !x.Known && tokens[x.Hi].Kind == lattice.Number && zh.BeginsWith(rd.v.Text(tokens[x.Hi].End, min(tokens[x.Hi].End+2, len(rd.v.Runes))), "个", "多个", "家", "多家", "所", "余个")
}

// nobody tells words that end as a body's name does and name none: a class of bodies, a room, a form of meeting, what a town is to
// become.
func (rd *Reader) nobody(tokens []lattice.Token, x Thing) bool {
	name := rd.v.Text(x.Start, x.End)
	if r := []rune(name); len(r) > 3 && r[1] == '方' && rd.places.Side(r[0]) {
		return true // 阿方银行
	}
	if zh.EndsWith(name, nobodies...) || sitting.MatchString(name) || rd.goal(x) || severalBig.MatchString(name) || rd.worksOf(name) || rd.classed(tokens, x) {
		return true
	}
	if strings.HasSuffix(name, "部队") && x.Start > 0 && rd.v.Runes[x.Start-1] == '驻' && x.Anchor == LevelAnchor {
		return true // 驻|州部队
	}
	if strings.HasSuffix(name, "指挥中心") && slices.ContainsFunc(tokens[x.Lo:x.Hi], func(t lattice.Token) bool { return t.Body == org.Party || t.Body == org.Other }) {
		return true // 某抵抗组织指挥中心, wherever it is
	}
	from, _, ok := org.EndsAt(rd.v.Runes, x.End)
	if !ok || from < x.Start {
		return false
	}
	switch end := rd.v.Text(from, x.End); end {
	case "厅":
		return !zh.EndsWith(rd.v.Text(x.Start, from), bureaus...) && !rd.ofAbroad(tokens[x.Lo]) // 某某厅 of the Great Hall, 候车厅
	case "局":
		return situation(name) // not 安全局, which is an ending of its own
	case "矿业":
		return from == x.Start || strings.HasSuffix(name, "采矿业") || rd.v.Runes[from-1] == '与' || rd.ordinaryFront(tokens, x, from) || rd.anyOf(tokens, x, from)
	case "工厂", "加工厂", "制造厂":
		return (x.Anchor == NoAnchor || strings.HasPrefix(name, "海上")) && rd.ordinaryFront(tokens, x, from) || strings.HasSuffix(name, "5G工厂")
	case "数据中心":
		return x.Anchor == NoAnchor || x.Anchor == PlaceAnchor && !strings.HasSuffix(rd.v.Text(tokens[x.Lo].Start, from), "大") && rd.ordinaryFront(tokens, x, from)
	}
	return rd.anyOf(tokens, x, from)
}

// sitting is a session of a body: 某某机构|九月理事会.
var sitting = regexp.MustCompile(`[一二三四五六七八九十]月理事会$`)

// worksOf tells the works of an army in the field: 乌军|无人机工厂.
func (rd *Reader) worksOf(name string) bool {
	r := []rune(name)
	return len(r) > 3 && r[1] == '军' && rd.places.Side(r[0]) && zh.EndsWith(name, "工厂", "中心", "指挥所", "维修厂")
}

// classed tells an ending that goes on as another word (工会|界, 亚洲议会|大会, 人民代表大会|制度), that only happens to be one (履职|中), or whose tail or
// head is cut off (在|华商协会, 两省|区电网).
func (rd *Reader) classed(tokens []lattice.Token, x Thing) bool {
	name := rd.v.Text(x.Start, x.End)
	behind := rd.v.Text(x.End, min(x.End+2, len(rd.v.Runes)))
	switch {
	case goesOnOtherwise(name, behind):
		return true
	case strings.HasSuffix(name, "中") && x.Kind == org.School && x.Hi-x.Lo > 1:
		t := tokens[x.Hi-2]
		return t.Kind == lattice.Word && strings.HasPrefix(t.Tag, "v")
	}
	return name == "华商协会" && x.Start > 0 && rd.v.Runes[x.Start-1] == '在' || name == "区电网"
}

// goesOnOtherwise tells whether the ending of name makes another word with what stands behind it: 工会|界, 海关|及边防, 某市中心|城区.
func goesOnOtherwise(name, behind string) bool {
	switch {
	case strings.HasPrefix(behind, "界"):
		return zh.EndsWith(name, "工会", "商会")
	case zh.BeginsWith(behind, "城区", "城市", "区域", "地带"):
		return strings.HasSuffix(name, "中心")
	case behind == "大会":
		return name == "亚洲议会"
	case behind == "制度":
		return strings.HasSuffix(name, "人民代表大会")
	}
	return zh.EndsWith(behind, "及边", "与边") && strings.HasSuffix(name, "海关")
}

// anyOf tells what ends right behind a country or the word 国家, of which there are many: 希腊|公司, 国家|重点实验室.
func (rd *Reader) anyOf(tokens []lattice.Token, x Thing, from int) bool {
	first := tokens[x.Lo]
	if first.Start != x.Start {
		return false
	}
	if x.Anchor == NationAnchor {
		return nationals[rd.v.Text(first.End, x.End)]
	}
	if first.Kind != lattice.Place || first.End != from {
		return false
	}
	p := first.Places[0].Place
	kind := rd.v.Text(from, x.End)
	return p.Kind == gazetteer.Country && anybody[kind] || zh.EndsWith(p.Name, "特别行政区") && kind == "学校" || p.Name == "加沙地带" && (anybody[kind] || kind == "医院")
}

// ofAbroad tells a place of another country, and one.
func (rd *Reader) ofAbroad(t lattice.Token) bool {
	if t.Kind != lattice.Place {
		return false
	}
	p := t.Places[0].Place
	return p.Kind == gazetteer.Abroad || p.Kind == gazetteer.Country && p.Name != "中国"
}

// ordinaryFront tells whether every token of x between its place and from is a word of the lexicon that is no name.
func (rd *Reader) ordinaryFront(tokens []lattice.Token, x Thing, from int) bool {
	k := x.Lo
	for k < x.Hi && tokens[k].Kind == lattice.Place {
		k++
	}
	if tokens[k].Start >= from {
		return false
	}
	for ; k < x.Hi && tokens[k].Start < from; k++ {
		if t := tokens[k]; t.Kind != lattice.Word || nameTags[t.Tag] {
			return false
		}
	}
	return true
}

// bureaus are what the departments of a province are for, in front of 厅.
var bureaus = []string{
	"公安", "财政", "水利", "教育", "民政", "司法", "科技", "科学技术", "信息化", "工信", "人社", "社会保障", "自然资源", "环境", "环保", "住建", "建设", "运输", "交通", "农村", "农业", "商务",
	"旅游", "文旅", "文化", "退役军人", "退役军人事务", "应急管理", "应急", "审计", "安全", "国土资源", "林业", "卫生", "办公", "劳动", "人事", "畜牧", "牧业", "渔业", "粮食", "通信", "县", "商业", "监察", "国土", "工业", "市政", "保安", "消防", "气象", "警察",
}

// nationals are what the state has many of behind the word 国家.
var nationals = zh.Words("技术创新中心 重点实验室 实验室 科学中心 区域医疗中心 医学中心 制造业创新中心 产业创新中心 工程研究中心 技术中心 儿童医学中心 绿色数据中心 乡镇 学校 银行 公司 企业集团")

// anybody are the endings that name a body behind a town, and behind a country any of its kind.
var anybody = zh.Words("公司 企业 工厂 农场 学校 大学 法院 监狱 乐团 合作社 律师事务所 事务所 超市 酒店 小学 中学 幼儿园 工会 研究中心 中心 制造厂 子公司 煤矿 油田 实验室 俱乐部 协会 部队 集团公司 矿业")

// severalBig tells what is one of a few: 六大商业银行, 日本三大航运公司.
var severalBig = regexp.MustCompile(`(?:^|[^一二三四五六七八九十])[两二三四五六七八九十]大[^学道会]`)

// tornBody tells a short well-known name that is cut out of other words: 我国|网信 is no 国网.
func (rd *Reader) tornBody(t lattice.Token) bool {
	r := rd.v.Runes
	if t.End+1 < len(r) && r[t.End] == '”' && r[t.End+1] == '号' {
		return true // “法塔赫”号: a ship
	}
	if rest := rd.v.Text(t.End, min(t.End+3, len(r))); t.Body == org.Media && zh.BeginsWith(rest, products[:]...) && !zh.BeginsWith(rest, "网站", "网页") {
		return true
	}
	if t.Start == 0 || t.End-t.Start > 3 || !zh.IsHan(r[t.Start-1]) {
		return false
	}
	if r[t.Start] == '国' {
		return strings.ContainsRune("全我中大各两", r[t.Start-1])
	}
	return t.End-t.Start == 2 && t.End < len(r) && lexicon.FreqOf(string(r[t.Start-1:t.Start+1])) > 0 && lexicon.FreqOf(string(r[t.End-1:t.End+1])) > 0
}

// products are what stands behind a station's or paper's name in that of what it makes: 央视|频, 央视|新闻客户端.
var products = [...]string{"频、", "频和", "频等", "频上", "频直", "网", "新闻", "快评", "短评", "评论员"}
