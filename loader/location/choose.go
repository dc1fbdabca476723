package location

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// Resolve decides what every ambiguous name of a place means: first what the article itself pins down, then the paper's
// home and what lies round it, then the more prominent.
func (rd *Reader) Resolve() {
	pinned := map[*gazetteer.Place]int{}
	pin := func(p *gazetteer.Place) {
		for ; p != nil && p.Level != gazetteer.Nation; p = p.Parent() {
			pinned[p]++
		}
	}
	for i := range rd.Spots {
		s := &rd.Spots[i]
		if s.Place == nil && len(s.Candidates) > 0 {
			s.Place = rd.only(s)
		}
		if s.Place != nil && s.Rule != "place.letter" {
			pin(s.Place)
		}
	}
	for i := range rd.Spots {
		s := &rd.Spots[i]
		if s.Place == nil {
			if s.Place = rd.choose(s, pinned); s.Place != nil {
				pin(s.Place)
			} else {
				s.Place = rd.formerTown(s)
			}
		}
	}
}

// strange tells a township in another province than a home that is a county.
func (rd *Reader) strange(p *gazetteer.Place) bool {
	return rd.Home != nil && rd.Home.Level == gazetteer.County && p.Level == gazetteer.Township && !p.Within(rd.Home.Above(gazetteer.Province))
}

// beginsTown tells whether the name of a township may begin at i.
func (rd *Reader) beginsTown(i int) bool {
	return i <= 0 || !zh.IsHan(rd.v.Runes[i-1]) || strings.ContainsRune(beforeTowns, rd.v.Runes[i-1])
}

// beforeTowns are the characters that stand before the name of a township, and end none.
const beforeTowns = "在到赴于从和与往至及入了来达向过是对由的"

// formerTown is the township of the home, a county, that a township's full name can only mean of which the gazetteer knows others far away
// alone: since merged into another, or not of the day. nil if s names none.
func (rd *Reader) formerTown(s *Spot) *gazetteer.Place {
	if rd.behindPlace(s) {
		return nil
	}
	for _, c := range s.Candidates {
		if c.Form.Has(gazetteer.Short) || !rd.strange(c.Place) {
			return nil
		}
	}
	name := rd.v.Text(s.Start, s.End)
	if stem, _ := townStem(name); stem == "" || len(s.Candidates) == 0 {
		return nil
	}
	if !rd.beginsTown(s.Start) {
		if !rd.beginsTown(s.Start - 1) {
			return nil
		}
		s.Start-- // 青|石嘴镇, which the gazetteer lacks
		name = rd.v.Text(s.Start, s.End)
	}
	s.Rule += ".former"
	return &gazetteer.Place{Name: rd.Path(rd.Home) + name, Kind: gazetteer.Abroad}
}

// only is the one candidate that existed on the day of the issue, if the name needs no context.
func (rd *Reader) only(s *Spot) *gazetteer.Place {
	if rd.wordly(s) {
		return nil
	}
	if p := rd.Seen(s); p != nil {
		return p
	}
	if p := rd.sea(s); p != nil {
		return p
	}
	var one *gazetteer.Place
	small := false
	for _, c := range s.Candidates {
		if !c.Place.ValidAt(rd.Date) {
			continue
		}
		if one != nil && !rd.Same(one, c.Place) {
			return nil
		}
		if one == nil || c.Place.ValidAt("") {
			one = c.Place
		}
		small = need(c) > 0
	}
	if one == nil || small {
		return nil
	}
	s.Rule += ".full"
	return one
}

// Scores of a candidate by what speaks for it. First estimates.
const (
	namedHere    = 100 // the article names it in full
	inNamed      = 60  // it lies in a prefecture or county of the article
	inNamedLarge = 40  // it lies in a province of the article
	inHome       = 55
	nearHome     = 45 // in the home's prefecture
	roundHome    = 35 // in the home's province
	enoughSmall  = 45 // what the short name of a township needs
	enoughCommon = 40 // what a name that is an ordinary word needs
	enoughPlain  = 45 // what the name of a county needs that is an ordinary word: the province alone is too little
	enoughCounty = 35 // what the short name of a county or the name of a township needs
	enoughAny    = 12
)

func (rd *Reader) choose(s *Spot, pinned map[*gazetteer.Place]int) *gazetteer.Place {
	if rd.wordly(s) {
		return nil
	}
	var best *gazetteer.Place
	top, tie := -1, false
	level := rd.levelBehind(s)
	rival := rd.rival(s, level)
	for _, c := range s.Candidates {
		if rival && c.Place.Level == gazetteer.County && c.Form.Has(gazetteer.Short) && !rd.ownCounty(c.Place, pinned) && !rd.behindParent(s, c.Place) {
			continue
		}
		c.Place = rd.heir(c)
		n := rd.weigh(s, c, level, pinned)
		if n > top {
			best, top, tie = c.Place, n, false
		} else if n == top && !rd.Same(c.Place, best) {
			tie = true
		}
	}
	if tie || best == nil || top < enoughAny {
		return nil
	}
	if top >= inHome {
		s.Rule += ".context"
	} else {
		s.Rule += ".prominent"
	}
	return best
}

// rival tells whether a name is first of all a province's, a prefecture's, a region's or a sea's: 河北, 西安, 江南, 南海. One without
// the level behind the name is no rival: 恩施|市委 is no prefecture's.
func (rd *Reader) rival(s *Spot, level string) bool {
	return slices.ContainsFunc(s.Candidates, func(c gazetteer.Candidate) bool {
		p := c.Place
		return (p.Level == gazetteer.Province || p.Level == gazetteer.Prefecture || p.Kind == gazetteer.Region || p.Kind == gazetteer.Natural) && p.ValidAt(rd.Date) && (level == "" || HasLevel(p, level))
	})
}

// ownCounty tells whether the article names a county in full, or is from the same prefecture.
func (rd *Reader) ownCounty(p *gazetteer.Place, pinned map[*gazetteer.Place]int) bool {
	if pinned[p] > 0 {
		return true
	}
	if rd.Home == nil || rd.Home.Level == gazetteer.Nation {
		return false
	}
	round := rd.Home.Above(gazetteer.Prefecture)
	return p.Within(rd.Home) || round != nil && p.Within(round)
}

// behindParent tells whether a place that p lies in stands right before s: 浙江|长兴.
func (rd *Reader) behindParent(s *Spot, p *gazetteer.Place) bool {
	for o := range rd.spotsTo(s.Start) {
		if o.Place != nil && o.Place != p && p.Within(o.Place) && !(o.Place.Kind == gazetteer.Country && p.Level >= gazetteer.County) {
			return true // not 中国|三峡某公司: a district of 新北
		}
	}
	return false
}

// weigh is how much speaks for a candidate of s, behind which level stands; -1 if it is not to be had.
func (rd *Reader) weigh(s *Spot, c gazetteer.Candidate, level string, pinned map[*gazetteer.Place]int) int {
	p := c.Place
	near := rd.nearness(p, pinned)
	if near < inNamed && rd.behindParent(s, p) {
		near = inNamed
	}
	if (c.Form.Has(gazetteer.Common) || c.Form.Has(gazetteer.Short) && p.Kind == gazetteer.Division && rd.Nation) && !p.ValidAt(rd.Date) && pinned[p] == 0 {
		return -1 // 惠民, once a prefecture
	}
	whole := s.led && !bearings[rd.v.Text(s.Start, s.End)] || level != "" && HasLevel(p, level) // 泸溪|县委书记 names the county as 泸溪县 does
	if near < need(c) && !(c.Form.Has(gazetteer.Short) && p.Level == gazetteer.County && whole) {
		return -1
	}
	n := near
	if level != "" && c.Form.Has(gazetteer.Short) {
		if HasLevel(p, level) {
			n += inNamed // 吉安|县委: the county
		} else if p.Kind == gazetteer.Division || p.Kind == gazetteer.Natural {
			n -= enoughPlain
		}
	}
	switch {
	case p.Level == gazetteer.Nation || p.Level == gazetteer.Province:
		n += 30
	case p.Level == gazetteer.Prefecture:
		n += 20
	case p.Kind == gazetteer.Natural || p.Kind == gazetteer.Region:
		n += 16
	case p.Level == gazetteer.County:
		n += 13
	case p.Kind == gazetteer.Abroad:
		n += 12
	default:
		n += 4
	}
	if !c.Form.Has(gazetteer.Short) {
		n += 10
	}
	if !p.ValidAt(rd.Date) {
		n -= 40
	}
	return n
}

// need is the nearness that a candidate needs to be claimed at all.
func need(c gazetteer.Candidate) int {
	p := c.Place
	small := p.Level == gazetteer.Township || p.Kind == gazetteer.Zone
	switch {
	case c.Form.Has(gazetteer.Chained), p.Level == gazetteer.Province:
		return 0 // no province is called by an ordinary word, whatever the lexicon says of 河南
	case c.Form.Has(gazetteer.Short) && small:
		return enoughSmall
	case c.Form.Has(gazetteer.Common) && p.Level == gazetteer.County:
		return enoughPlain
	case c.Form.Has(gazetteer.Common):
		return enoughCommon
	case c.Form.Has(gazetteer.Short) && p.Level == gazetteer.County, small:
		return enoughCounty
	}
	return 0
}

func (rd *Reader) nearness(p *gazetteer.Place, pinned map[*gazetteer.Place]int) int {
	if pinned[p] > 0 {
		return namedHere
	}
	near := 0
	for q := p.Parent(); q != nil && q.Level != gazetteer.Nation; q = q.Parent() {
		if pinned[q] > 0 {
			if q.Level == gazetteer.Province {
				near = max(near, inNamedLarge)
			} else {
				near = max(near, inNamed)
			}
		}
	}
	if rd.Home != nil {
		switch {
		case p.Within(rd.Home):
			near = max(near, inHome)
		case rd.Home.Above(gazetteer.Prefecture) != nil && p.Within(rd.Home.Above(gazetteer.Prefecture)):
			near = max(near, nearHome)
		case rd.Home.Above(gazetteer.Province) != nil && p.Within(rd.Home.Above(gazetteer.Province)):
			near = max(near, roundHome)
		}
	}
	return near
}
