package score

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/facts"
)

// places: divisions and countries by their path, then facilities and natural places by name. A division that stands only
// above a named one, or is only the place of an event or a post, is free.
func (s *Scores) places(p *pair) {
	req, opt := split(typed(p.gold.Places, "admin"))
	req = slices.DeleteFunc(slices.Clone(req), func(x key) bool {
		return slices.ContainsFunc(req, func(y key) bool { return y != x && strings.HasPrefix(y.parts[0], x.parts[0]) })
	})
	free := slices.Clone(p.placeNames)
	for _, e := range p.gold.Events {
		free = append(free, normal(e.Place))
	}
	for _, q := range p.goldPosts {
		free = append(free, normal(q.Place))
	}
	free = slices.DeleteFunc(free, func(x string) bool { return x == "" })
	pred := slices.DeleteFunc(required(typed(p.pred.Places, "admin")), func(x key) bool {
		return !slices.Contains(req, x) && above(x.parts[0], p.placeNames)
	})
	s.tallies[AdminPlaces].add(p.id, req, append(opt, without(free, req)...), pred, equal)

	req, opt = split(typed(p.gold.Places, "facility", "natural"))
	opt = append(opt, without(append(slices.Clone(p.placeNames), p.orgNames...), req)...)
	s.tallies[Facilities].add(p.id, req, opt, required(typed(p.pred.Places, "facility", "natural")), named(4))
}

func typed(list []facts.Place, types ...facts.Maybe) []keyed {
	var out []keyed
	for _, x := range list {
		out = append(out, keyed{bare(normal(x.Name)), slices.Contains(types, x.Type), x.Optional})
	}
	return out
}

// above says whether x is the head of another of names: a province of a named city.
func above(x string, names []string) bool {
	return slices.ContainsFunc(names, func(y string) bool { return y != x && strings.HasPrefix(y, x) })
}

// without is the keys of names that are not in req.
func without(names []string, req []key) []key {
	return slices.DeleteFunc(bares(names), func(x key) bool { return slices.Contains(req, x) })
}

// organizations: names. A bare organ of its own jurisdiction is free, and so is what the gold takes for a place.
func (s *Scores) organizations(p *pair) {
	names := func(f *facts.Facts) []keyed {
		var out []keyed
		for _, x := range f.Organizations {
			out = append(out, keyed{bare(normal(x.Name)), true, x.Optional})
		}
		return out
	}
	req, opt := split(names(p.gold))
	pred := slices.DeleteFunc(required(names(p.pred)), func(x key) bool { return !slices.Contains(req, x) && bareOrgan(x.parts[0]) })
	s.tallies[Organizations].add(p.id, req, append(opt, without(p.placeNames, req)...), pred, named(4))
}

// Central organs, and the levels and organs of which a bare name is made (GUIDELINES, organizations).
var (
	central = [...]string{"中央", "党中央", "中共中央", "国务院", "中央军委", "中央人民政府"}
	levels  = [...]string{"全国", "省", "市", "区", "县", "旗", "州", "盟", "自治区", "地区", "地"}
	organs  = [...]string{"委", "党委", "政府", "人民政府", "人大", "人大常委会", "政协", "委员会"}
)

// bareOrgan says whether name is an organ without its jurisdiction: 市委, 县人民政府, 国务院.
func bareOrgan(name string) bool {
	if slices.Contains(central[:], name) {
		return true
	}
	return slices.ContainsFunc(levels[:], func(level string) bool {
		organ, ok := strings.CutPrefix(name, level)
		return ok && slices.Contains(organs[:], organ)
	})
}
