package body

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// quotedEnds are the endings that make a name of what stands in marks of quotation; others stand there as a manner of speaking.
var quotedEnds = []string{"联盟", "旅行社", "研究中心", "阵线", "组织", "研究院", "研究所", "基金会", "协会", "学会", "商会", "联合会", "公司", "集团", "合作社", "大学", "学院"}

// openQuote moves the left edge of a body that a closing mark of quotation follows to the opening one.
func (rd *Reader) openQuote(tokens []lattice.Token, x *Thing) {
	if x.Facility || x.Natural || x.Hi >= len(tokens) || rd.v.Runes[x.End] != '”' || !zh.EndsWith(rd.v.Text(x.Start, x.End), quotedEnds...) {
		return
	}
	for k := x.Hi - 1; k >= 0 && x.Hi-k < farthest; k-- {
		if tokens[k].Kind == lattice.Mark {
			if rd.v.Runes[tokens[k].Start] == '“' {
				x.Lo, x.Start = k+1, tokens[k+1].Start
			}
			return
		}
	}
}

// inscribedEnds are the endings of built places and bodies whose name stands in marks of quotation in front of them.
var inscribedEnds = zh.Words("管道 历史博物馆 博物馆 纪念馆 景区 风景区 输油管道 输气管道 天然气管道 油田 气田 水电站 核电站 旅行社 合作社 体育馆 广场 图书馆 展览馆 主题公园 文化园 产业园")

// longestInscribed bounds such a name, in characters.
const longestInscribed = 8

// inscribed moves the left edge of such a thing to the mark of quotation that its name begins with: “友谊”|输油管道, “霍瓦尔”|国家通讯社.
func (rd *Reader) inscribed(tokens []lattice.Token, x *Thing, from int) {
	national := x.Kind == org.Media && rd.v.Text(x.Start, from) == "国家"
	if x.Start == 0 || rd.v.Runes[x.Start-1] != '”' || !national && (from != x.Start || !inscribedEnds[rd.v.Text(from, x.End)]) {
		return
	}
	for k := x.Lo - 2; k >= 0 && x.Start-tokens[k].Start <= longestInscribed+2; k-- {
		if r := rd.v.Runes[tokens[k].Start]; tokens[k].Kind == lattice.Mark && r != '-' {
			if r == '“' {
				x.Lo, x.Start, x.Anchor = k, tokens[k].Start, NameAnchor
			}
			return
		}
	}
}

// inQuotes tells a name that marks of quotation enclose: “三月联盟”.
func (rd *Reader) inQuotes(x Thing) bool {
	r := rd.v.Runes
	return x.Start > 0 && x.End < len(r) && (r[x.Start-1] == '“' && r[x.End] == '”' || r[x.Start-1] == '"' && r[x.End] == '"')
}
