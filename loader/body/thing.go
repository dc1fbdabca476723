package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
)

// Anchor is what the left edge of a name of a body or built place stands on.
type Anchor uint8

// The anchors.
const (
	NoAnchor     Anchor = iota
	PlaceAnchor         // 乌海市文体旅游广电局
	LevelAnchor         // 市文体旅游广电局, 我市党政代表团
	NationAnchor        // 国家, 全国, 中央
	NameAnchor          // a well-known body, or a person's name before 公司
)

// Thing is a named body, built place or natural feature.
type Thing struct {
	Lo, Hi     int    // its tokens in the part, from Lo up to Hi
	Start, End int    // of the view
	Facility   bool   // a built place
	Natural    bool   // a natural feature; a body is neither
	Kind       string // type of body, see package org
	Anchor     Anchor
	Known      bool   // a well-known body
	Part       bool   // only the head of a longer name
	Titled     bool   // only a title shows it: 上汽某某|副总经理
	Name       string // as the article writes it
	Full       string // with the place that its level word stands for, once a title or list says which
	short      string // what a parenthesis says that it is called for short
	tagged     bool   // only the tagger found it
	apposed    bool   // a noun in front says what it is: 最大医院|某某医院
	whole      bool   // its ending is a name by itself
}

// Named gives x its name as the article v writes it, and mends its kind by that.
func (x Thing) Named(v *lattice.View) Thing {
	x.Name = v.Said(x.Start, x.End)
	if x.Kind == org.Other && (x.Anchor == PlaceAnchor || x.Anchor == LevelAnchor) && strings.HasSuffix(v.Text(x.Start, x.End), "林业局") {
		x.Kind = org.Government // a division's; others are enterprises
	}
	if x.Kind == org.Government {
		x.Kind = org.Central(x.Name)
	}
	if x.Kind == org.Hospital && strings.HasSuffix(x.Name, "分院") && zh.Holds(x.Name, "研究院", "设计院", "科学院") {
		x.Kind = org.Other
	}
	if x.Kind == org.Association && x.Anchor == PlaceAnchor && strings.HasSuffix(x.Name, "联盟") && zh.Holds(x.Name, "民主", "人民", "民族", "穆斯林", "爱国", "共和") {
		x.Kind = org.Party // 某国人民民主联盟
	}
	return x
}

// Called is the short name that a parenthesis behind x gives it: …股份有限公司（以下简称“某某集团”）.
func (x Thing) Called(v *lattice.View) (string, bool) {
	r := v.Runes
	if x.End >= len(r) || !zh.OpensParen(r[x.End]) {
		return "", false
	}
	rest := v.Text(x.End+1, min(x.End+longestShort+8, len(r)))
	at := strings.Index(rest, "简称")
	if at < 0 || at > len("以下统一") {
		return "", false
	}
	rest = strings.TrimLeft(rest[at+len("简称"):], "为：:“\"‘")
	if end := strings.IndexAny(rest, "”\"’）)，、；"); end > len("一") && strings.ContainsAny(rest, "）)") {
		return rest[:end], true
	}
	return "", false
}

// Rule is the rule that read x: the grammar's or the tagger's.
func (x Thing) Rule(grammar, tagger string) string {
	if x.tagged {
		return tagger
	}
	return grammar
}

// Ending is where the ending of x begins, false if it has none.
func (x *Thing) Ending(v *lattice.View) (from int, ok bool) {
	if x.Facility {
		from, _, ok = zhplace.EndsAt(v.Runes, x.End)
		return from, ok
	}
	from, _, ok = org.EndsAt(v.Runes, x.End)
	return from, ok
}
