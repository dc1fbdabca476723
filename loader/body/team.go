package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// matches are the words of a sentence that tells of a match, in which 队 is a team.
var matches = []string{"战胜", "击败", "对阵", "迎战", "不敌", "力克", "夺冠", "冠军", "亚军", "季军", "金牌", "银牌", "铜牌", "决赛", "晋级", "出线", "主教练", "领队", "队员", "联赛", "杯赛", "主场", "客场", "比分"}

// longestMatch is how far from 队 such a word may stand, in characters.
const longestMatch = 80

// longestTeam is how many characters a team's name may have between its place and 队.
const longestTeam = 4

// team tells whether the 队 at x is that of a place, or of a club there, in a sentence about a match: 韩国|队, 长春|北国|队. It moves the left edge
// of x to the place.
func (rd *Reader) team(tokens []lattice.Token, x *Thing) bool {
	t := tokens[x.Lo]
	w := rd.v.Text(t.Start, t.End)
	country, is := strings.CutSuffix(w, "队")
	if is = is && t.Kind == lattice.Word; !is || w != "队" && w != "联队" && !rd.countryCalled(country) || !rd.playsNear(t.Start) {
		return false
	}
	if w != "队" && w != "联队" {
		x.Start, x.Kind, x.Anchor = t.Start, org.Other, PlaceAnchor
		return true
	}
	lo := x.Lo
	for lo > 0 && tokens[lo-1].End == tokens[lo].Start && (tokens[lo-1].Kind == lattice.Place || tokens[lo].Kind != lattice.Place && t.Start-tokens[lo-1].Start <= longestTeam && rd.mayItem(tokens[lo-1])) {
		lo--
	}
	if tokens[lo].Kind != lattice.Place {
		return false
	}
	x.Lo, x.Start, x.Kind, x.Anchor = lo, tokens[lo].Start, org.Other, PlaceAnchor
	return true
}

// countryCalled tells the name of a country.
func (rd *Reader) countryCalled(name string) bool {
	return slices.ContainsFunc(rd.g.Named(name), func(c gazetteer.Candidate) bool { return c.Place.Kind == gazetteer.Country })
}

// playsNear tells whether the sentence at i tells of a match.
func (rd *Reader) playsNear(i int) bool {
	from, end := i, i
	for from > 0 && i-from < longestMatch && !lattice.EndsSentence(rd.v.Runes[from-1]) {
		from--
	}
	for end < len(rd.v.Runes) && end-i < longestMatch && !lattice.EndsSentence(rd.v.Runes[end]) {
		end++
	}
	return zh.Holds(rd.v.Text(from, end), matches...)
}
