package org

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
)

// What single words tell of bodies beside the endings.

// leagues are the bodies whose committees are called after a place: 共青团习水县委.
var leagues = zh.Words("共青团 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟")

// IsLeague tells a body whose committees are called after a place: 共青团, 民盟.
func IsLeague(name string) bool { return leagues[name] }

// HasCommittees tells a league, or the party, by its short or its full name.
func HasCommittees(name string) bool {
	return leagues[name] || name == "中国共产党" || slices.ContainsFunc(inFull[:], func(l struct{ full, short string }) bool { return l.full == name })
}

// ruling are what stands in front of a place and 委员会, and what titles call the committee by: 政协某市委员会主席 is the 市政协主席.
var ruling = [...]struct{ front, organ string }{
	{"中国人民政治协商会议", "政协"},
	{"人民政协", "政协"},
	{"政协", "政协"},
	{"中国共产党", "委"},
	{"中共", "委"},
}

// CommitteeBehind is what titles call the committee of a place by, behind a text that ends in whose committee it is: 委 behind 中共, 政协 behind
// 政协; "" behind any other.
func CommitteeBehind(text string) string {
	for _, c := range ruling {
		if strings.HasSuffix(text, c.front) {
			return c.organ
		}
	}
	return ""
}

// LongestFront is the most characters of whose committee that is.
const LongestFront = 10

// inFull are the leagues under their full names.
var inFull = [...]struct{ full, short string }{
	{"中国国民党革命委员会", "民革"},
	{"中国民主同盟", "民盟"},
	{"中国民主建国会", "民建"},
	{"中国民主促进会", "民进"},
	{"中国农工民主党", "农工党"},
	{"中国致公党", "致公党"},
	{"台湾民主自治同盟", "台盟"},
	{"中国共产主义青年团", "共青团"},
}

// YouthLeague is the level whose committee of the youth league is called so (市 of 团市委), "" for any other body.
func YouthLeague(name string) string {
	rest, ok := strings.CutPrefix(name, "团")
	level, committee := strings.CutSuffix(rest, "委")
	if ok && committee && utf8.RuneCountInString(level) == 1 {
		return level
	}
	return ""
}

// Committee is the one name of a league's committee of a place, however the league and the committee are written: 民盟某市委 of
// 中国民主同盟某市委员会 and 民盟某市委会. Any other name is as it was.
func Committee(name string) string {
	short := name
	for _, l := range inFull {
		if rest, ok := strings.CutPrefix(name, l.full); ok {
			short = l.short + rest
			break
		}
	}
	for league := range leagues {
		rest, ok := strings.CutPrefix(short, league)
		if !ok {
			continue
		}
		for _, end := range [...]string{"委员会", "委会", "委"} {
			if place, ok := strings.CutSuffix(rest, end); ok && zh.EndsWith(place, "省", "自治区", "市", "县", "区", "旗", "州", "盟", "地") {
				return league + place + "委"
			}
		}
	}
	return name
}

// IsYouthLeague tells the league's committee of a level: 团县委.
func IsYouthLeague(organ string) bool {
	r := []rune(organ)
	return len(r) == 3 && r[0] == '团' && r[2] == '委'
}

// lastRunes are the characters that names of bodies end in, whatever stands in front of them: for what the tagger finds.
var lastRunes = zh.Runes("队组科站社团厂室处署行店坊院所校系馆局委台")

// MayEnd tells a character that names of bodies end in, whatever stands in front of it: 队, 馆.
func MayEnd(r rune) bool { return lastRunes[r] }

// Central is the type of an organ whose name ends as those of governments do: of the party's centre and of the youth league it is the party's
// (中央巡视工作领导小组), a commission of the armed forces theirs.
func Central(name string) string {
	switch {
	case strings.HasSuffix(name, "中央军事委员会"):
		return Military
	case zh.BeginsWith(name, "中央政治局", "中国共产主义青年团", "共青团"), zh.BeginsWith(name, "中央", "中共中央") && zh.EndsWith(name, "领导小组", "领导小组办公室"):
		return Party
	}
	return Government
}

// banks are the banks of the state, by what papers call them for short.
var banks = [...]struct{ short, full string }{
	{"农行", "中国农业银行"},
	{"农业银行", "中国农业银行"},
	{"工行", "中国工商银行"},
	{"工商银行", "中国工商银行"},
	{"建行", "中国建设银行"},
	{"建设银行", "中国建设银行"},
	{"中行", "中国银行"},
	{"交行", "交通银行"},
	{"农发行", "中国农业发展银行"},
	{"国开行", "国家开发银行"},
	{"邮储银行", "中国邮政储蓄银行"},
	{"人行", "中国人民银行"},
}

// BankInFull is the name of a bank of the state, or of a branch of one, with the bank's in full: 中国农业银行白城分行 of 农行白城分行. Any
// other name is as it was.
func BankInFull(name string) string {
	for _, b := range banks {
		if rest, ok := strings.CutPrefix(name, b.short); ok {
			return b.full + rest
		}
	}
	return name
}
