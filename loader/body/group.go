package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// lecturers moves the left edge of a team of lecturers over what it lectures on: 学习贯彻党的某某精神|中央宣讲团.
func (rd *Reader) lecturers(tokens []lattice.Token, x *Thing) {
	if !strings.HasSuffix(rd.v.Text(x.Start, x.End), "宣讲团") || x.Lo == 0 || rd.v.Text(max(x.Start-2, 0), x.Start) != "精神" {
		return
	}
	for k := x.Lo - 1; k >= 0 && x.Lo-k < 2*farthest && tokens[k].Kind != lattice.Mark; k-- {
		if zh.BeginsWith(rd.v.Text(tokens[k].Start, min(tokens[k].Start+4, x.Start)), "学习贯彻", "学习宣传") {
			x.Lo, x.Start = k, tokens[k].Start
			return
		}
	}
}

// helpers are the words by which one place sends a team to another.
var helpers = []string{"对口支援", "对口帮扶", "对口协作", "支援", "帮扶", "援助"}

// helping moves the left edge of a team over the place that sends it: 某市对口支援|某州工作组.
func (rd *Reader) helping(tokens []lattice.Token, x *Thing) {
	if x.Facility || x.Anchor != PlaceAnchor || !zh.EndsWith(rd.v.Text(x.Start, x.End), "工作组", "工作队", "指挥部", "医疗队") {
		return
	}
	for k := x.Lo - 1; k > 0 && x.Lo-k < 4 && tokens[k].Kind == lattice.Word; k-- {
		for _, w := range helpers {
			if tokens[k-1].Kind == lattice.Place && rd.v.Text(tokens[k].Start, x.Start) == w {
				x.Lo, x.Start = k-1, tokens[k-1].Start
				return
			}
		}
	}
}

// Presidium is what the body ends in whose chairs lead a session of a congress or conference.
const Presidium = "主席团"

// sessions are the words of which the name of a session is made in front of its presidium, besides numbers and well-known bodies:
// 政协第十四届全国委员会第一次会议|主席团, 农工党十七大|主席团.
var sessions = zh.Words("第 届 次 大 会议 大会 选举 代表 代表大会 人民代表大会 人民 全国 全国代表大会 全国委员会 委员会 人大 政协 全盟 全国人大代表")

// sat are those of them that make it the name of a session.
var sat = zh.Words("会议 大会 代表大会 全国代表大会 人民代表大会 全国委员会 政协")

// longestSession bounds the tokens of such a name.
const longestSession = 20

// session moves the left edge of a presidium to where the name of its session begins.
func (rd *Reader) session(tokens []lattice.Token, x *Thing) {
	if rd.v.Text(max(x.End-3, 0), x.End) != Presidium || x.Anchor == PlaceAnchor {
		return
	}
	lo, named := x.Lo, false
	for j := x.Lo - 1; j >= 0 && x.Lo-j < longestSession; j-- {
		t := tokens[j]
		w := rd.v.Text(t.Start, t.End)
		switch {
		case t.Kind == lattice.Body, t.Kind == lattice.Place, t.Kind == lattice.Word && (sessions[w] || lattice.IsOrdinal(rd.v.Runes[t.Start]) || rd.v.Runes[t.Start] == '第'):
			named = named || t.Kind != lattice.Word || sat[w]
			lo = j
			continue
		}
		break
	}
	if named && (tokens[lo].Kind != lattice.Word || !slices.Contains([]string{"大会", "会议", "代表", "次", "届", "大"}, rd.v.Text(tokens[lo].Start, tokens[lo].End))) {
		x.Lo, x.Start, x.Anchor = lo, tokens[lo].Start, NameAnchor
	}
}

// fleet moves the left edge of a group of ships over the quoted name of its flagship, and over the navy before it.
func (rd *Reader) fleet(tokens []lattice.Token, x *Thing) {
	k := x.Lo - 1
	if x.Kind != org.Military || k < 3 || rd.v.Text(tokens[k].Start, tokens[k].End) != "号" {
		return
	}
	if k--; rd.v.Runes[tokens[k].Start] != '”' {
		return
	}
	for k--; k >= 0 && x.Lo-k < farthest && rd.v.Runes[tokens[k].Start] != '“'; k-- {
	}
	if k >= 0 && rd.v.Runes[tokens[k].Start] == '“' {
		x.Lo, x.Start, x.Anchor = k, tokens[k].Start, NameAnchor
	}
}
