package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
)

// A division in full, or a province, in front of a built place that has a name of its own says where that is and is none of the name:
// 松山区|玉龙大街, 江苏省|太仓港, 云南|丽江古城; not 三台县|人民医院.

// ownNamed are the endings of what has a name of its own; roadEnds those that a town of its own goes without, too: 上海|淮海路.
var (
	ownNamed = []string{"景区", "风景区", "风景名胜区", "古镇", "古城", "古村", "大街", "大道", "路", "街", "广场", "港", "桥", "寺", "塔", "庙", "宫", "楼", "阁", "机场", "水库", "电站", "隧道", "运河", "公园", "遗址", "石窟", "故居", "旧址", "码头", "滑雪场", "度假区", "街区", "口岸", "酒店", "宾馆", "饭店"}
	// lineEnds are those of what a province or city may be part of the name of: 江苏南沿江城际铁路, 广州白云机场
	lineEnds = []string{"铁路", "公路", "高速", "快速路", "机场"}
	roadEnds = []string{"路", "街", "大街", "大道", "巷", "胡同"}
)

// bare moves the left edge of x, of an ending that from begins, behind such a division.
func (rd *Reader) bare(tokens []lattice.Token, x *Thing, from int) {
	t := tokens[x.Lo]
	if !x.Facility || t.Kind != lattice.Place || x.Start != t.Start || t.Places[0].Place.Kind != gazetteer.Division || !zh.EndsWith(rd.v.Text(x.Start, x.End), ownNamed...) || zh.EndsWith(rd.v.Text(x.Start, x.End), lineEnds...) {
		return
	}
	if t.End >= from || x.Lo+1 >= x.Hi {
		if p := t.Places[0]; t.End == from && p.Form.Has(gazetteer.Short) {
			x.Start = rd.lastOf(t) // 安徽|芜湖古城
		}
		return
	}
	stem := *x
	stem.Lo, stem.Start = x.Lo+1, tokens[x.Lo+1].Start
	next := tokens[stem.Lo]
	if plain[rd.v.Text(next.Start, next.End)] || next.Kind != lattice.Place && !rd.ownWords(tokens, stem, from) && !rd.rare(tokens[stem.Lo:x.Hi], from) {
		return
	}
	p := t.Places[0].Place
	state := p.Level == gazetteer.Province && !strings.HasSuffix(p.Name, "市")
	if !t.Places[0].Form.Has(gazetteer.Short) || state || zh.EndsWith(rd.v.Text(stem.Start, x.End), roadEnds...) && x.End-stem.Start > 2 {
		x.Lo, x.Start = stem.Lo, stem.Start
	}
}
