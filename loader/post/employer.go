package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// Who has a title that only bodies give is of the body that stands right in front of it, whatever it is called: 某县|粮库|副主任,
// 某|工商会|主席. Between a place, a level or a mark and the title nothing else can stand but the body, or what the office is for.

// employerEnds are the last characters of what is a body in front of a title, besides the endings that are known.
var employerEnds = zh.Runes("会院所站馆社校局厂库队团矿行店台部处园坊")

// employerWords are the same for longer endings.
var employerWords = []string{"组织", "论坛", "联席会议", "部长会议", "同盟", "运动", "机制"}

// employers are the heads of titles that bodies give and jurisdictions don't.
var employers = zh.Words("主任 书记 主席 会长 理事长 秘书长 院长 所长 站长 馆长 社长 校长 局长 厂长 场长 库长 队长 团长 矿长 组长 总组长 总干事 干事长 司令 司令员 董事会主席 行长 店长 台长 部长 处长 园长 总指挥 指挥长 总经理 董事长 总裁 经理 监事长 主编 总编辑")

// worldwide are the words by which a society is the world's or a country's.
var worldwide = zh.Words("国际 世界 全球 亚洲 欧洲 非洲 全国 中华")

// Bounds of the name of a body that only a title shows, in characters: with a place or level in front of it, and without.
const (
	longestEmployer  = 16
	shortestEmployer = 4
)

// employer takes the words of a body that no ending tells off the end of out, and tells how many units they are.
func (rd *Reader) employer(out []unit, u *unit) int {
	t := u.title
	if u.body >= 0 || u.place >= 0 || u.organ > 0 || t.Level != "" || t.Kind != title.Office || t.Organ != "" && !internal[t.Organ] || !employers[t.Head] || u.generic != "" {
		return 0
	}
	if !rd.employerTo(u.start) {
		return 0
	}
	k, own := len(out), false
	for k > 0 && out[k-1].end == rd.next(out, k-1, u) && u.start-out[k-1].start <= longestEmployer && rd.mayEmploy(out, k-1) {
		k--
		own = own || distinct(out[k]) || body.IsNation(out[k].text) || worldwide[out[k].text] && rd.v.Runes[u.start-1] == '会' || out[k].tag == "j" && out[k].end-out[k].start == 2
	}
	if k == len(out) {
		return 0
	}
	x := body.Thing{Start: out[k].start, End: u.start, Kind: org.Other, Anchor: body.NameAnchor}
	if _, e, ok := org.EndsAt(rd.v.Runes, u.start); ok {
		x.Kind = e.Type
	}
	if strings.HasSuffix(rd.v.Text(x.Start, x.End), "运动") {
		x.Kind = org.Party
	}
	switch {
	case lattice.IsLevel(out[k].text):
		x.Anchor = body.LevelAnchor
	case k > 0 && out[k-1].end == out[k].start && out[k-1].kind == uPlace && out[k-1].place >= 0:
		for k > 0 && out[k-1].end == out[k].start && out[k-1].kind == uPlace && out[k-1].place >= 0 {
			k--
		}
		x.Start, x.Anchor = out[k].start, body.PlaceAnchor
	}
	if x.Anchor == body.PlaceAnchor && k > 0 && out[k-1].kind == uBody && out[k-1].end == out[k].start {
		k--
		x.Start = out[k].start // 联合国|某国稳定特派团
	}
	if k > 0 && out[k-1].end == out[k].start && !rd.opens(out[k-1]) && (x.Anchor != body.PlaceAnchor || out[k-1].kind != uWord || nounish(out[k-1].tag)) || !rd.employs(out[k:], x, own, t) {
		return 0
	}
	x.Name = rd.v.Said(x.Start, x.End)
	u.body = rd.addBody(x)
	return len(out) - k
}

// employerTo tells whether what employs somebody ends as the text does before end: in an ending of bodies, or as only a title shows.
func (rd *Reader) employerTo(end int) bool {
	if from, _, ok := org.EndsAt(rd.v.Runes, end); ok && from >= end-longestEmployer {
		return true
	}
	return employerEnds[rd.v.Runes[end-1]] || zh.EndsWith(rd.v.Text(max(0, end-4), end), employerWords...)
}

// nounish tells the tag of a noun, or of what the lexicon doesn't know.
func nounish(tag string) bool {
	return tag == "" || tag[0] == 'n' || tag[0] == 'j' || tag == "vn"
}

// mayEmploy tells whether unit k may be a word of such a name.
func (rd *Reader) mayEmploy(out []unit, k int) bool {
	p := out[k]
	switch p.kind {
	case uName:
		return k < len(out)-1 && !rd.byTitle(out, k)
	case uWord:
		if p.end == p.start+1 && (k == len(out)-1 && employerEnds[rd.v.Runes[p.start]] || lattice.IsLevel(p.text)) {
			return true // 海产|会|会长, 县
		}
		return !verb.Breaks(p.text) && p.verb == verb.None && within(p) && !body.IsVague(p.text) && !lattice.IsParticle(rd.v.Runes[p.start])
	}
	return false
}

// byTitle tells whether a title stands in front of the name at k, which makes a person of it.
func (rd *Reader) byTitle(out []unit, k int) bool {
	return k > 0 && out[k-1].kind == uPost && out[k-1].end == out[k].start
}

// employs tells whether the words of x name one body: behind a place or level two characters do, elsewhere four with more than
// common nouns among them.
func (rd *Reader) employs(words []unit, x body.Thing, own bool, t title.Title) bool {
	name := rd.v.Text(x.Start, x.End)
	first := words[0]
	switch {
	case x.Anchor == body.NameAnchor:
		return own && x.End-x.Start >= shortestEmployer && !body.IsRole(first.text) && (!body.IsSchoolWord(first.text) || worldwide[first.text])
	case x.End-first.end < 2 || generics[rd.v.Text(first.end, x.End)] != "" && x.Anchor == body.LevelAnchor:
		return false
	}
	if zh.EndsWith(name, "党组织", "团组织", "基层组织", "社会组织") || body.EndsInBranch(name) {
		return false
	}
	return !strings.HasSuffix(name, "中心") || len([]rune(name)) > 4
}
