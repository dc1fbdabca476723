package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// tradesOf are the nouns that companies are called by behind their place and brand, where no legal form follows: 某市|海达|水产,
// 某省|极|米|光电. Many are common nouns, too, so that the brand has to be one.
var tradesOf = zh.TableOf(zh.Words(`米业 面业 粮油 油脂 粮贸 种业 牧业 渔业 林业 果业 茶业 蔬业 饲料 水产 食品 饮料 糖业 盐业 烟草 菌业 花卉 园艺 农机 农资 农牧 农科 农发
港务 港航 航运 海运 船务 船业 航空 航天 空运 快运 速运 速递 快递 仓储 供应链 冷链 外贸 国贸 商贸 贸易 进出口
光电 光伏 光学 激光 电子 电气 电器 电机 电缆 电源 电池 储能 芯片 微电子 半导体 集成电路 软件 网络 通信 通讯 数码 智能 智造 智控 机器人 精密 精工 重工 机械 机电 机床 装备 仪器 仪表 轴承 模具 五金 汽车 汽配 车业 客车 重卡 轮胎 摩托
钢铁 特钢 钢构 铝业 铜业 锌业 锂业 钛业 镁业 稀土 矿业 煤业 煤电 煤化 石油 石化 化工 化纤 化学 橡塑 塑业 塑胶 玻璃 水泥 建材 管业 管桩 陶瓷 瓷业 石材 木业 竹业 纸业 印务 包装 家居 家具 家电 厨具 门业 灯饰 照明
纺织 毛纺 棉业 丝绸 针织 服饰 服装 制衣 鞋业 皮革 箱包 羽绒 珠宝 珠业 玩具 文具
医药 药业 制药 医械 日化 美业
水务 燃气 热力 环卫 风电 核电 新材料 新材 材料
建筑 建工 路桥 市政 园林 装饰 地产 置地 置业 物业 城建 城开 旅业 酒业 传媒 影业 印刷
股份 实业 资本 投资 创投 基金 金服 金控 保险 证券 期货 信托 租赁 担保`))

// longestBrandName is how many characters the brand between the place and the trade may have.
const longestBrandName = 4

// trader tells whether the trade at x is the end of a company's name without a legal form: a place, a brand that is no word, and the
// trade, behind which no noun goes on. It moves the left edge of x to the place.
func (rd *Reader) trader(tokens []lattice.Token, x *Thing) bool {
	t := tokens[x.Lo]
	if t.Kind != lattice.Word || !tradesOf.At(rd.v.Text(t.Start, t.End)) || !rd.endsPhrase(tokens, x.Hi) {
		return false
	}
	k, coined := x.Lo, false
	for k > 0 && tokens[k-1].End == tokens[k].Start && t.Start-tokens[k-1].Start <= longestBrandName && rd.mayBrand(tokens[k-1]) {
		k--
		coined = coined || tokens[k].Kind == lattice.Name && !tokens[k].Known || tokens[k].Kind == lattice.Word && (tokens[k].Tag == "nz" || tokens[k].Tag == "" && tokens[k].End-tokens[k].Start > 1)
	}
	if k == x.Lo || k == 0 || tokens[k-1].Kind != lattice.Place || tokens[k-1].End != tokens[k].Start {
		return false
	}
	if !coined && !rd.letterBrand(tokens[k:x.Lo]) {
		return false
	}
	for k--; k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].End == tokens[k].Start; k-- {
	}
	x.Lo, x.Start, x.Kind, x.Anchor = k, tokens[k].Start, org.Company, PlaceAnchor
	return true
}

// letterBrand tells two single characters or more that make no word: 极|米, 晶|禾.
func (rd *Reader) letterBrand(tokens []lattice.Token) bool {
	for _, t := range tokens {
		if t.Kind != lattice.Word || t.End-t.Start != 1 || lattice.IsParticle(rd.v.Runes[t.Start]) || t.Tag != "" && t.Tag[0] == 'u' || lattice.IsLevel(rd.v.Text(t.Start, t.End)) {
			return false
		}
	}
	return len(tokens) > 1
}

// longestPhrase is how far ahead the end of a longer name is looked for, in characters.
const longestPhrase = 8

// endsPhrase tells whether nothing goes on at token k with the noun before it, so that no longer name of a company ends behind it.
func (rd *Reader) endsPhrase(tokens []lattice.Token, k int) bool {
	if k >= len(tokens) || tokens[k].Start != tokens[k-1].End {
		return true
	}
	t := tokens[k]
	rest := rd.v.Text(t.Start, min(t.Start+longestPhrase, len(rd.v.Runes)))
	if at := strings.IndexAny(rest, "、，。；：与同跟（"); at >= 0 {
		rest = rest[:at]
	}
	if zh.Holds(rest, "公司", "集团") {
		return false
	}
	switch t.Kind {
	case lattice.Mark, lattice.Number, lattice.Post:
		return true
	case lattice.Word:
		w := rd.v.Text(t.Start, t.End)
		return verb.Breaks(w) || verb.Of(w) != verb.None || pairs[w] || relates(t)
	}
	return false
}

// relates tells a word that the name of a company doesn't go on with: a verb, a preposition, an adverb, a join, a particle, a number.
func relates(t lattice.Token) bool {
	if t.Tag == "" {
		return false
	}
	switch t.Tag[0] {
	case 'v':
		return t.Tag != "vn"
	case 'p', 'd', 'c', 'u':
		return true
	case 'm':
		return t.End-t.Start > 1
	}
	return false
}
