package org

import (
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
)

// partHeads end the names of bodies that are called after the one that they are part of: 乌海银行|海南支行, 市公安局|交警支队.
var partHeads = strings.Fields(`分行 支行 分公司 支公司 子公司 分局 分院 分校 分会 分社 分部 分厂 分站 分台 支队 大队 中队 支部 派出所 法庭
	校区 院区 附属医院 附属中学 附属小学 附属学校 附属幼儿园 党委 党组 党总支 纪委 纪检组 团委 工会 妇联`)

// innerHeads do so behind the name of an assembly, a ministry or a school, but not behind a short name, which may begin another
// body's: 中国银行|保险监督管理委员会办公厅.
var innerHeads = strings.Fields(`学院 研究院 研究所 研究中心 实验室 附中 附小 办公室 办公厅 秘书处 秘书局 主席团 常务委员会 常委会 专门委员会 提案委员会
	法制工作委员会 法工委`)

// wholeHeads end the names of those.
var wholeHeads = strings.Fields(`大学 学院 学校 人民代表大会 人大 常务委员会 常委会 政协 部 委员会 科学院 集团 防总`)

const (
	leastWhole = 4 // characters of a name that stands for one body
	leastPart  = 2
	mostPart   = 12 // what is longer than a place and a kind of part has a name of its own
)

// IsPart says whether a body is part of another one by its name, whole: the full name of that one, and what kind of part it is.
// 北京大学第一医院 is none, for hospitals that bear the name of a university may be its partners.
func IsPart(name, whole string) bool {
	rest, ok := strings.CutPrefix(name, whole)
	if n := utf8.RuneCountInString(rest); !ok || utf8.RuneCountInString(whole) < leastWhole || n < leastPart || n > mostPart {
		return false
	}
	return zh.EndsWith(rest, partHeads...) || zh.EndsWith(whole, wholeHeads...) && zh.EndsWith(rest, innerHeads...)
}
