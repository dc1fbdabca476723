package lattice

// Here are stretches that read like names and are none.

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	zhname "github.com/baopu/baopu/internal/zh/name"
)

// summits are what leaders hold together.
var summits = []string{"会晤", "峰会", "会议", "会谈", "宣言"}

// venue tells what reads like a name between the leaders of states and what they hold: 国家领导人|喀山|会晤. It is where they do.
func (l *Lattice) venue(i, j, end int) bool {
	return strings.HasSuffix(l.v.Text(max(0, i-5), i), "国家领导人") && zh.BeginsWith(l.v.Text(j, min(j+2, end)), summits...)
}

// rural tells the name of a town that no gazetteer has, with its level in it or behind it, before who heads it: 孟达乡|乡长, 孟达|乡乡长, 甲某|镇党委.
func (l *Lattice) rural(_, j, end int) bool {
	headed := func(j int) bool {
		return j < end && (l.v.Runes[j-1] == '乡' || l.v.Runes[j-1] == '镇') && zh.BeginsWith(l.v.Text(j, min(j+2, end)), townHeads...)
	}
	return headed(j) || headed(j+1)
}

// townHeads are who heads a town, by the first two characters.
var townHeads = []string{"乡长", "镇长", "副乡", "副镇", "党委", "人大", "政府"}

// provincial tells a province with one more character behind it: 安徽|徽水江南旅行社.
func (l *Lattice) provincial(i, j, _ int) bool {
	return j-i == 3 && slices.ContainsFunc(l.room.places.Named(i, j-1), func(c gazetteer.Candidate) bool {
		return c.Place.Kind == gazetteer.Division && c.Place.Level == gazetteer.Province
	})
}

// governed tells what a verb or 把 governs, and what a verb ends in before a word of time: 牧民|把|羊赶进园区, 企业家|来|乐陵考察, 金砖扩|员后.
func (l *Lattice) governed(i, j, _ int) bool {
	return l.v.Runes[i] == '把' || j-i == 2 && !zhname.UsualSurname(l.v.Runes[i]) && strings.ContainsRune("后前", l.v.Runes[j-1]) || l.v.Runes[i] == '来' && len(l.room.places.Named(i+1, j)) > 0
}

// counted tells one of several places that are named and counted: 戴南、张郭、安丰|三镇.
func (l *Lattice) counted(_, j, end int) bool {
	r := l.v.Runes
	number := func(k int) bool { return classOf(r[k]).is(ordinal) || r[k] == '两' }
	for k := j; k < end && k-j < longestCounted; {
		if number(k) {
			return k+1 < end && strings.ContainsRune("镇乡县市区村省州旗盟", r[k+1]) && !(k+2 < end && strings.ContainsRune("级委政领长", r[k+2]))
		}
		if r[k] != '、' {
			return false
		}
		from := k + 1
		for k = from; k < end && zh.IsHan(r[k]) && !number(k); {
			k++
		}
		if k == from || k-from > longestItem {
			return false
		}
	}
	return false
}

// longestCounted is how many characters may stand between such a name and the number, longestItem those of one more of them.
const (
	longestCounted = 24
	longestItem    = 4
)
