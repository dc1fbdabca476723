package mention

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
func (rd *reader) bare(tokens []lattice.Token, x *thing, from int) {
	t := tokens[x.lo]
	if !x.facility || t.Kind != lattice.Place || x.start != t.Start || t.Places[0].Place.Kind != gazetteer.Division || !zh.EndsWith(rd.v.Text(x.start, x.end), ownNamed...) || zh.EndsWith(rd.v.Text(x.start, x.end), lineEnds...) {
		return
	}
	if t.End >= from || x.lo+1 >= x.hi {
		if p := t.Places[0]; t.End == from && p.Form.Has(gazetteer.Short) {
			x.start = rd.lastOf(t) // 安徽|芜湖古城
		}
		return
	}
	stem := *x
	stem.lo, stem.start = x.lo+1, tokens[x.lo+1].Start
	next := tokens[stem.lo]
	if plain[rd.v.Text(next.Start, next.End)] || next.Kind != lattice.Place && !rd.ownWords(tokens, stem, from) && !rd.rare(tokens[stem.lo:x.hi], from) {
		return
	}
	p := t.Places[0].Place
	state := p.Level == gazetteer.Province && !strings.HasSuffix(p.Name, "市")
	if !t.Places[0].Form.Has(gazetteer.Short) || state || zh.EndsWith(rd.v.Text(stem.start, x.end), roadEnds...) && x.end-stem.start > 2 {
		x.lo, x.start = stem.lo, stem.start
	}
}
