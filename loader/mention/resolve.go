package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// resolve decides what every ambiguous name of a place means: first what the article itself pins down, then the paper's
// home and what lies round it, then the more prominent.
func (rd *reader) resolve() {
	pinned := map[*gazetteer.Place]int{}
	pin := func(p *gazetteer.Place) {
		for ; p != nil && p.Level != gazetteer.Nation; p = p.Parent() {
			pinned[p]++
		}
	}
	for i := range rd.spots {
		s := &rd.spots[i]
		if s.place == nil && len(s.cands) > 0 {
			s.place = rd.only(s)
		}
		if s.place != nil && s.rule != "place.letter" {
			pin(s.place)
		}
	}
	for i := range rd.spots {
		s := &rd.spots[i]
		if s.place == nil {
			if s.place = rd.choose(s, pinned); s.place != nil {
				pin(s.place)
			}
		}
	}
}

// only is the one candidate that existed on the day of the issue, if the name needs no context.
func (rd *reader) only(s *spot) *gazetteer.Place {
	if rd.wordly(s) {
		return nil
	}
	if p := rd.seen(s); p != nil {
		return p
	}
	if p := rd.sea(s); p != nil {
		return p
	}
	var one *gazetteer.Place
	small := false
	for _, c := range s.cands {
		if !c.Place.ValidAt(rd.date) {
			continue
		}
		if one != nil && !rd.same(one, c.Place) {
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
	s.rule += ".full"
	return one
}

// same tells whether two places are one to a reader: a division that was founded anew under its old name is.
func (rd *reader) same(a, b *gazetteer.Place) bool {
	return a == b || a != nil && b != nil && a.Kind == gazetteer.Division && a.Name == b.Name && a.Kind == b.Kind && rd.path(a) == rd.path(b)
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

func (rd *reader) choose(s *spot, pinned map[*gazetteer.Place]int) *gazetteer.Place {
	if rd.wordly(s) {
		return nil
	}
	var best *gazetteer.Place
	top, tie := -1, false
	rival := rd.rival(s)
	for _, c := range s.cands {
		if rival && c.Place.Level == gazetteer.County && c.Form.Has(gazetteer.Short) && !rd.ownCounty(c.Place, pinned) && !rd.behindParent(s, c.Place) {
			continue
		}
		c.Place = rd.heir(c)
		n := rd.weigh(s, c, pinned)
		if n > top {
			best, top, tie = c.Place, n, false
		} else if n == top && !rd.same(c.Place, best) {
			tie = true
		}
	}
	if tie || best == nil || top < enoughAny {
		return nil
	}
	if top >= inHome {
		s.rule += ".context"
	} else {
		s.rule += ".prominent"
	}
	return best
}

// rival tells whether a name is first of all a province's, a prefecture's, a region's or a sea's: 河北, 西安, 江南, 南海.
func (rd *reader) rival(s *spot) bool {
	return slices.ContainsFunc(s.cands, func(c gazetteer.Candidate) bool {
		p := c.Place
		return (p.Level == gazetteer.Province || p.Level == gazetteer.Prefecture || p.Kind == gazetteer.Region || p.Kind == gazetteer.Natural) && p.ValidAt(rd.date)
	})
}

// ownCounty tells whether the article names a county in full, or is from the same prefecture.
func (rd *reader) ownCounty(p *gazetteer.Place, pinned map[*gazetteer.Place]int) bool {
	if pinned[p] > 0 {
		return true
	}
	if rd.home == nil || rd.home.Level == gazetteer.Nation {
		return false
	}
	round := rd.home.Above(gazetteer.Prefecture)
	return p.Within(rd.home) || round != nil && p.Within(round)
}

// behindParent tells whether a place that p lies in stands right before s: 浙江|长兴.
func (rd *reader) behindParent(s *spot, p *gazetteer.Place) bool {
	for o := range rd.spotsTo(s.start) {
		if o.place != nil && o.place != p && p.Within(o.place) {
			return true
		}
	}
	return false
}

// weigh is how much speaks for a candidate, -1 if it is not to be had.
func (rd *reader) weigh(s *spot, c gazetteer.Candidate, pinned map[*gazetteer.Place]int) int {
	p := c.Place
	near := rd.nearness(p, pinned)
	if near < inNamed && rd.behindParent(s, p) {
		near = inNamed
	}
	if (c.Form.Has(gazetteer.Common) || c.Form.Has(gazetteer.Short) && p.Kind == gazetteer.Division && rd.nation) && !p.ValidAt(rd.date) && pinned[p] == 0 {
		return -1 // 惠民, once a prefecture
	}
	if near < need(c) && !(c.Form.Has(gazetteer.Short) && p.Level == gazetteer.County && s.led) {
		return -1
	}
	n := near
	if level := rd.levelBehind(s); level != "" && c.Form.Has(gazetteer.Short) {
		if levelOf(p, level) {
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
	if !p.ValidAt(rd.date) {
		n -= 40
	}
	return n
}

// levelBehind is the level with which a title or organ goes on right behind a short name: 吉安|县|委书记, 西江|镇|人大主席. "" if none does.
func (rd *reader) levelBehind(s *spot) string {
	rest := rd.v.Text(s.end, min(s.end+4, len(rd.v.Runes)))
	for _, level := range [...]string{"县", "区", "镇", "乡", "旗"} {
		if after, ok := strings.CutPrefix(rest, level); ok && zh.BeginsWith(after, "委", "长", "人大", "政协", "政府", "人民政府", "党委", "纪委") {
			return level
		}
	}
	return ""
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

func (rd *reader) nearness(p *gazetteer.Place, pinned map[*gazetteer.Place]int) int {
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
	if rd.home != nil {
		switch {
		case p.Within(rd.home):
			near = max(near, inHome)
		case rd.home.Above(gazetteer.Prefecture) != nil && p.Within(rd.home.Above(gazetteer.Prefecture)):
			near = max(near, nearHome)
		case rd.home.Above(gazetteer.Province) != nil && p.Within(rd.home.Above(gazetteer.Province)):
			near = max(near, roundHome)
		}
	}
	return near
}

// levelThen tells whether p is of the level now, or was on the day of the issue: 县委 of what is a city today.
func (rd *reader) levelThen(p *gazetteer.Place, level string) bool {
	return levelOf(p, level) || levelOf(p.At(rd.date), level)
}

// levelOf tells whether p is of the level that a word names.
func levelOf(p *gazetteer.Place, level string) bool {
	if p == nil || p.Kind != gazetteer.Division {
		return false
	}
	name := p.Name
	switch level {
	case "省":
		return p.Level == gazetteer.Province && !strings.HasSuffix(name, "市") || strings.HasSuffix(name, "省")
	case "自治区":
		return strings.HasSuffix(name, "自治区")
	case "市":
		return strings.HasSuffix(name, "市")
	case "县":
		return strings.HasSuffix(name, "县")
	case "区":
		return strings.HasSuffix(name, "区") && p.Level == gazetteer.County
	case "旗", "盟", "州", "乡", "镇", "村":
		return strings.HasSuffix(name, level)
	case "地", "地区":
		return strings.HasSuffix(name, "地区")
	case "街道", "苏木":
		return strings.HasSuffix(name, level)
	case "特区", "特别行政区":
		return strings.HasSuffix(name, "特别行政区")
	}
	return false
}
