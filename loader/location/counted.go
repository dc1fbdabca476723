package location

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
)

// tallies are the numbers of a list that ends before the level of its divisions, or before 等.
const tallies = "两二三四五六七八九十等"

// numbered makes places of the common words that a list counts as divisions of the home: 镇山、三溪、天门|四县, 三溪、天门|等县. Each has to be
// the short name of one of that level there.
func (rd *Reader) numbered(tokens []lattice.Token) {
	if rd.Home == nil || rd.Nation {
		return
	}
	for k := 2; k < len(tokens); k++ {
		t := tokens[k]
		if t.Kind == lattice.Mark || !strings.ContainsRune(tallies, rd.v.Runes[t.Start]) || tokens[k-1].End != t.Start {
			continue
		}
		level := strings.TrimPrefix(rd.v.Text(t.Start+1, min(t.Start+3, len(rd.v.Runes))), "邻") // 等邻县
		level = string([]rune(level + " ")[:1])
		if level != "县" && level != "区" && level != "市" && level != "旗" {
			continue
		}
		for j := k - 1; j >= 0 && rd.division(tokens, j, level); j -= 2 {
			if j < 2 || tokens[j-1].End-tokens[j-1].Start != 1 || !strings.ContainsRune("、和与及", rd.v.Runes[tokens[j-1].Start]) {
				break
			}
		}
	}
}

// division tells whether the token at j is a division of the level at home by its short name; a common word becomes one.
func (rd *Reader) division(tokens []lattice.Token, j int, level string) bool {
	t := tokens[j]
	if t.Kind == lattice.Place {
		return true
	}
	if t.Kind != lattice.Word && t.Kind != lattice.Name || t.End-t.Start < 2 || (j == 0 || rd.v.Text(tokens[j-1].Start, t.Start) != "、") && rd.v.Text(t.End, min(t.End+1, len(rd.v.Runes))) != "、" {
		return false
	}
	var one *gazetteer.Place
	for _, c := range rd.g.Named(rd.v.Text(t.Start, t.End)) {
		p := c.Place
		if p.Kind != gazetteer.Division || !strings.HasSuffix(p.Name, level) || !p.ValidAt(rd.Date) || !p.Within(rd.Home) && (rd.Home.Parent() == nil || !p.Within(rd.Home.Parent())) {
			continue
		}
		if one != nil && one != p {
			return false
		}
		one = p
	}
	if one == nil {
		return false
	}
	tokens[j] = lattice.PlaceToken(t.Start, t.End, one)
	return true
}

// siblings makes places of the words beside a county in a list that are the short names of its neighbours: 清流|、宁化等地, 钟祥|、京山.
func (rd *Reader) siblings(tokens []lattice.Token) {
	for k := range tokens {
		if tokens[k].Kind != lattice.Place {
			continue
		}
		county := rd.county(tokens[k].Places)
		if county == nil || county.Parent() == nil {
			continue
		}
		for _, d := range [...]int{-1, 1} {
			for j := k + 2*d; j >= 0 && j < len(tokens) && rd.pausedAt(tokens, j-d) && rd.makeSibling(tokens, j, county.Parent()); {
				j += 2 * d // as far as the next county, which looks on by itself
			}
		}
	}
}

// pausedAt tells 、 at token k, with nothing between it and its neighbours.
func (rd *Reader) pausedAt(tokens []lattice.Token, k int) bool {
	return k > 0 && k+1 < len(tokens) && tokens[k].Kind == lattice.Mark && rd.v.Runes[tokens[k].Start] == '、' && tokens[k-1].End == tokens[k].Start && tokens[k].End == tokens[k+1].Start
}

// county is the only county of the day that a name means, nil if it means another place too, or none.
func (rd *Reader) county(cands []gazetteer.Candidate) *gazetteer.Place {
	var one *gazetteer.Place
	for _, c := range cands {
		if !c.Place.ValidAt(rd.Date) {
			continue
		}
		if one != nil || c.Place.Level != gazetteer.County || c.Place.Kind != gazetteer.Division {
			return nil
		}
		one = c.Place
	}
	return one
}

// makeSibling makes a place of the word or name that is the whole item of a list at j, where a county of that parent goes by it; it tells whether the
// list may go on behind it.
func (rd *Reader) makeSibling(tokens []lattice.Token, j int, parent *gazetteer.Place) bool {
	t := tokens[j]
	if t.Kind == lattice.Place {
		return rd.county(t.Places) == nil
	}
	if t.Kind != lattice.Word && t.Kind != lattice.Name || t.End-t.Start < 2 {
		return false
	}
	for _, c := range rd.g.NamedFolded(rd.v.Runes[t.Start:t.End]) {
		if c.Place.Level == gazetteer.County && c.Place.Parent() == parent && c.Place.ValidAt(rd.Date) {
			tokens[j] = lattice.PlaceToken(t.Start, t.End, c.Place)
			return true
		}
	}
	return false
}
