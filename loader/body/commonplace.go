package body

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	zhplace "github.com/baopu/baopu/loader/place"
)

// commonPlace tells a built place of no name: the railways of a country, and what goes on with the name of a village.
func (rd *Reader) commonPlace(tokens []lattice.Token, x Thing) bool {
	if name := rd.v.Text(x.Start, x.End); zh.BeginsWith(name, "建设", "打造", "共建", "创建", "推进", "规划", "重要", "新一轮", "正式") || zh.EndsWith(name, sayings...) || rd.toldOf(tokens, x) || rd.someBig(x) {
		return true // 建设|共同富裕示范区, 重要枢纽
	}
	if x.Anchor == NoAnchor && x.End-x.Start > 1 && rd.v.Runes[x.End-1] == '塔' && rd.v.Runes[x.End-2] != '铁' && rd.transcribed(x) {
		return true // 德尔塔, a name
	}
	if rd.pastBody(x) {
		return true
	}
	if rd.plainGround(tokens, x) || x.Lo > 0 && tokens[x.Lo-1].End == x.Start && rd.v.Runes[x.Start-1] == '·' && x.Anchor == NoAnchor {
		return true // 国风·港
	}
	if x.Hi < len(tokens) && tokens[x.Hi].Kind == lattice.Word && strings.HasPrefix(tokens[x.Hi].Tag, "v") && strings.HasSuffix(rd.v.Text(x.Start, x.End), "一路") {
		return true // 沿某河一路|巡查: all the way
	}
	if last := rd.v.Runes[x.End-1]; (last == '路' || last == '街') && x.End-x.Start > 1 && strings.ContainsRune("0123456789", rd.v.Runes[x.End-2]) {
		return true // 公交8路
	}
	if x.Hi < len(tokens) && tokens[x.Hi].Start == x.End && zh.BeginsWith(rd.v.Text(tokens[x.Hi].Start, tokens[x.Hi].End), "村", "镇", "乡", "社区", "街道") {
		return true // 龙王庙|村
	}
	first := tokens[x.Lo]
	if x.Anchor != PlaceAnchor || first.Kind != lattice.Place {
		return false
	}
	kind := first.Places[0].Place.Kind
	if name := rd.v.Text(x.Start, x.End); kind != gazetteer.Division && kind != gazetteer.Abroad && zh.EndsWith(name, "自贸区", "自由贸易区") {
		return true // 亚太自由贸易区, what states agree on
	}
	if kind != gazetteer.Country {
		return false
	}
	from, _, ok := zhplace.EndsAt(rd.v.Runes, x.End)
	return ok && from == first.End && zh.EndsWith(rd.v.Text(x.Start, x.End), "铁路", "公路", "高速", "机场", "港口", "口岸", "码头", "大桥") // 英国铁路
}

// pastBody tells a road or line right behind an office, which goes on with another name (公安局|高速公路分局), and one that a company has only
// begun to serve (公司|新开通火车站).
func (rd *Reader) pastBody(x Thing) bool {
	from, _, ok := zhplace.EndsAt(rd.v.Runes, x.End)
	if !ok || from <= x.Start {
		return false
	}
	stem := rd.v.Text(x.Start, from)
	return ways[rd.v.Text(from, x.End)] && zh.EndsWith(stem, "局", "厅", "委员会") || zh.Holds(stem, "新开通", "开通")
}

// sayings are the endings of what is no built place, or of any.
var sayings = []string{
	"陆路口岸", "水路口岸", "海洋牧场", "深水港", "驻港", "工业基地", "危桥", "大气田", "大油田", "康庄大道", "农村公路", "乡村公路", "县乡公路",
	// what ships do, and what is likened to a harbour
	"开港", "回港", "出港", "进港", "靠港", "离港", "抵港", "访港", "赴港", "来港", "在港", "避风港", "避税港", "避税天堂", "人才港",
	// ways that are no roads, houses that are none
	"新路", "盘山路", "盘山公路", "环山路", "主通道", "铁路大通道", "之路", "丝路", "致富路", "幸福路", "发展路", "小康路", "上路", "多路", "铺路", "出路", "思路", "晋升通道", "发展通道", "过江通道", "层楼", "交楼", "上楼", "内阁", "临街",
	// what guards, feeds and adorns
	"绿色长城", "钢铁长城", "水塔", "连心桥", "汉语桥", "友谊桥", "百花园", "后花园", "大花园", "金桥", "进公园", "临时营地", "临时基地",
}

// unique are the words by which a built place is told of and not named: what it is the largest or the only one of, how many there are,
// what it is without.
var unique = zh.Words("最大 最高 最长 唯一 规模 规模化 第一大 第二大 第三大 各口岸 不通 无高铁 中国特色")

// toldOf tells a built place that unique words tell of, at the borders of words (最大|港口), and one somewhere in a part of a land
// (南部一|口岸), which is no 东部一体化示范区.
func (rd *Reader) toldOf(tokens []lattice.Token, x Thing) bool {
	for k := x.Lo; k < x.Hi; k++ {
		if tokens[k].Start < x.Start {
			continue
		}
		word := ""
		for m := k; m < min(k+3, x.Hi) && tokens[m].End <= x.End; m++ {
			if word += rd.v.Text(tokens[m].Start, tokens[m].End); unique[word] {
				return true
			}
		}
	}
	return partOf.MatchString(rd.v.Text(x.Start, x.End))
}

// partOf is a part of a land and 一 behind it that begins no word, or 内 behind a land (某省内过境国道).
var partOf = regexp.MustCompile(`[东西南北中]部一[^体带流线号路]|[省市县区州境]内[^环河港湖湾海城外]`)

// bigs is a few and 大: 六|大.
var bigs = regexp.MustCompile(`^[^一二三四五六七八九十]*[两二三四五六七八九十]大`)

// shortName is the most characters between 大 and the kind that make a name with the number: 五大连池|风景区, 八大处|公园.
const shortName = 2

// someBig tells built places that are a few of their kind: 三大|港口, 四大|国际机场.
func (rd *Reader) someBig(x Thing) bool {
	from, _, ok := zhplace.EndsAt(rd.v.Runes, x.End)
	head := bigs.FindString(rd.v.Text(x.Start, x.End))
	at := x.Start + utf8.RuneCountInString(head)
	switch {
	case !ok || head == "" || rd.v.Runes[at] == '道': // 五大道
		return false
	case at >= from || from-at > shortName:
		return true
	}
	return plain[rd.v.Text(at, from)]
}

// plainGround tells a built place of which nothing is said but what any of its kind is: 智慧港口, 新疆口岸, 某国重要铁路, 国家湿地公园.
func (rd *Reader) plainGround(tokens []lattice.Token, x Thing) bool {
	from, _, ok := zhplace.EndsAt(rd.v.Runes, x.End)
	if !ok || from < x.Start {
		return false
	}
	kind := rd.v.Text(from, x.End)
	if first := rd.v.Text(tokens[x.Lo].Start, tokens[x.Lo].End); first == "国家" {
		return tokens[x.Lo].End == from && reserves[kind]
	}
	k := x.Lo
	many := anywhere[kind]
	for k < x.Hi && tokens[k].Kind == lattice.Place && tokens[k].End <= from && !plain[rd.v.Text(tokens[k].Start, tokens[k].End)] {
		if !many && !wide(tokens[k].Places[0].Place) {
			return false
		}
		k++
	}
	if k < x.Hi && (rd.v.Text(tokens[k].Start, tokens[k].End) == "地区" || rd.oneSide(tokens[k])) {
		k++ // 部分|地区公路, 乌军|营地
		x.Anchor = NoAnchor
	}
	if k == x.Lo && x.Anchor != NoAnchor || k > x.Lo && zh.EndsWith(kind, works...) || zh.EndsWith(kind, halls...) || strings.HasSuffix(kind, "馆") && !zh.EndsWith(kind, "博物馆", "纪念馆", "陈列馆") {
		return false
	}
	if tokens[min(k, x.Hi-1)].Start >= from {
		return k > x.Lo && (ways[kind] || many)
	}
	if plain[rd.v.Text(tokens[k].Start, from)] {
		return true // 老|旧|小区
	}
	for ; k < x.Hi && tokens[k].Start < from; k++ {
		w := rd.v.Text(tokens[k].Start, min(tokens[k].End, from))
		if !plain[w] && !(x.Anchor == NoAnchor && likes[w]) {
			return false
		}
	}
	return true
}

// oneSide tells the forces or the side of a state in one word: 乌军, 俄方; not 红军, 东方.
func (rd *Reader) oneSide(t lattice.Token) bool {
	r := rd.v.Runes[t.Start:t.End]
	return len(r) == 2 && (r[1] == '军' || r[1] == '方') && rd.places.Side(r[0])
}

// transcribed tells whether only characters that foreign names are written with make the name of x.
func (rd *Reader) transcribed(x Thing) bool {
	for _, r := range rd.v.Runes[x.Start:x.End] {
		if !lattice.Transcribes(r) && r != '·' {
			return false
		}
	}
	return true
}

// wide tells a country, a region or a province that is no city: much of a kind is there.
func wide(p *gazetteer.Place) bool {
	switch p.Kind {
	case gazetteer.Country:
		return true
	case gazetteer.Region:
		return len([]rune(p.Name)) > 2 && !strings.HasSuffix(p.Name, "新区") // 青藏铁路 and 成渝高铁 are called so
	case gazetteer.Division:
		return p.Level == gazetteer.Province && !strings.HasSuffix(p.Name, "市") && !strings.HasSuffix(p.Name, "特别行政区")
	case gazetteer.Natural:
		return seas[p.Name]
	}
	return p.Name == "加沙地带"
}

// seas are waters with many harbours.
var seas = zh.Words("黑海 里海 渤海 红海 地中海 波罗的海 亚速海 黄海 东海 南海 长江")

// works are the endings of what is one of its kind to a country or province, whatever it is called there; halls those of what has a
// name of its own, whatever words that is made of.
var (
	works = []string{"大桥", "隧道", "馆", "院", "中心", "剧院"}
	halls = []string{"宫", "寺", "塔", "庙", "阁", "大会堂", "人民会堂"}
)

// ways are the endings of what a country or province has many of, by no name of its own.
var ways = zh.Words("管道 铁路 公路 高速 高速公路 高铁 机场 口岸 港口 码头 枢纽 通道 公园 景区 难民营 军用机场 空军基地 军事基地 仓库 电站 园区")

// anywhere are the endings of what any town has many of: 汉堡|仓库, 吴兴区|老旧|小区.
var anywhere = zh.Words("仓库 小区 营地 通道 走廊 街区 粮库 商场 梯田 果园")

// reserves are the endings of what the state has many of, behind the word 国家.
var reserves = zh.Words("湿地公园 森林公园 地质公园 公园 考古遗址公园 遗址公园 自然保护区 风景名胜区 高新区 经开区 级经开区 基地")

// plain are the words in front of a built place that say what it is like, what for, and how large, and name it by nothing.
var plain = zh.Words(`双线 单线 复线 国省 新媒体 精深加工 精深 深加工 高端 装备 高端装备 文化交流 体育文化 数字技术 航天科技 煤焦化 标准化 立体 全市 智慧 智能 绿色 数字 数字化 城镇 老旧 普通 重要 重点 国家级 省级 国际 国际性 区域性 综合 综合性 专用 城市 农村 乡村 现代 现代化 传统 主要 大型 特大型 中型 小型 巨型 新型 新建 新开 新增 新
深水 深海 高原 高山 山区 边境 内河 沿海 沿江 沿线 沿岸 沿边 干线 支线 跨海 过江 州际 国内 国外 海外 境外 外国 军用 民用 商业 专业 特色 专题 红色 优美 美丽 和谐 幸福 致富 小康 连心 康庄 高速 快速 绕城
示范 种植 生产 加工 养殖 物流 航运 航空 货运 客运 航空货运 铁路 公路 港口 交通 综合交通 能源 新能源 电子 汽车 服装 光伏 新材料 信息技术 文创 文化创意 体育 咖啡 沃柑 蔬菜 茶叶 石榴 水产 水产养殖 高效 优质 有机
公共 居民 老旧居民 社区 社区养老 养老服务 养老 单体 摩天 联网 智慧化 自动化 全自动化 集装箱 部分 地区 全国 世界 世界级 全球 一流 首条 首座 军事 外国雇佣兵 雇佣兵 难民 无家可归者 前沿 训练 地下 储煤 光热
良种 特大 高架 临水 临街 智慧农业 农业 农产品 农产品加工 食品 医药 医疗 医疗器械 生物医药 高端医疗 多晶硅 化工 精细化工 煤化工 锂电池 储能 大数据 互联网 电商 跨境电商 直播 创业 创新 科创 科技 高新技术 产业 制造 制造业 加工贸易 边贸
星级 五星级 四星级 三星级 经济型 快捷 连锁 温泉 主题 民宿 隔离 定点 下榻 入住 古老 陆路 水路 民营 国有 民间 各地 知名 类型 引黄 引水 引江 复兴号 和谐号 旅游 滑雪 休闲 度假 生态 环保 生态环保 历史 革命 历史文化 爱国主义 廉政 教育 科普 陶瓷 艺术 民俗 自然 自然科学 网红 备案 一座座 A级 4A级 5A级 国家5A级 国家A级 海滨 滨江 文旅 亲水 热门 低效 优良 天然 大小 核心 黄金 绿地 广场 合规 运营 依法 风电 商贸 风电光伏 维和 武装`)
