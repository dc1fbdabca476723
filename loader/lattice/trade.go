package lattice

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/title"
)

// tradeEnds are the last characters of nouns for what somebody does. Nearly any noun before them makes one (菇农, 船工,
// 副攻手), so that no list of them is whole. Those for anybody (民, 员, 者, 人) stand before too much else: of these,
// tradeWords are the words.
var (
	tradeEnds  = zh.Words("农 工 匠 师 手 将 帅 锋 卫 徒 弟 嫂 娘 翁 贩 倌")
	tradeWords = zh.Words("被告人 原告人 自由人 辩护人 证人 经纪人 当事人 主持人 代理人 创始人 传承人 承包人 监护人 主刀 主攻 主裁 一传 其弟 其兄 其妹 其姐 其父 其母 其妻 其夫 其子 其女")
)

// IsTrade tells whether w is such a noun, and nothing that the grammar of titles reads.
func IsTrade(w []rune, tag string) bool {
	if len(w) < 2 || len(w) > 4 || tag != "" && tag != "n" && tag != "nz" {
		return false
	}
	end := classOf(w[len(w)-1])
	if !end.is(trading) && !(end.is(tradesome) && tradeWords[string(w)]) || crowds[string(w)] {
		return false
	}
	t, ok := title.At(w, 0)
	return !ok || t.End < len(w)
}

// crowds are words that only end like one.
var crowds = zh.Words("手工 施工 加工 化工 员工 职工 民工 农民工 工农 三农 小农 惠农 支农 涉农 枪手 凶手 对手 双手 助手 抓手 出手 入手 联手 携手 握手 保卫 护卫 即将 必将 出师 会师 全师 信徒 教徒 子弟 兄弟")
