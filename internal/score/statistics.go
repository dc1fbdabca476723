package score

import (
	"slices"

	"github.com/baopu/baopu/loader/facts"
)

// statistics: value and unit; and of the figures found, whether each is said of the right thing. An article whose gold has
// no figures is not judged.
func (s *Scores) statistics(p *pair) {
	req, opt := split(figures(p.gold))
	if len(req) == 0 {
		return
	}
	s.tallies[Statistics].add(p.id, req, opt, required(figures(p.pred)), equal)
	for _, k := range req {
		gold, pred := saidOf(p.gold, k), saidOf(p.pred, k)
		if len(pred) == 0 {
			continue
		}
		right := slices.ContainsFunc(gold, func(x facts.Maybe) bool {
			return slices.ContainsFunc(pred, func(y facts.Maybe) bool { return sameIndicator(x, y) })
		})
		got := k
		if !right {
			got = tuple("other", k.parts[0], k.parts[1])
		}
		s.tallies[StatisticIndicators].add(p.id+" "+k.String(), []key{k}, nil, []key{got}, equal)
	}
}

// figure is the key of a statistic; false where it has no number.
func figure(x facts.Statistic) (key, bool) {
	v, err := x.Value.Float64()
	return tuple(float(v), normal(x.Unit)), err == nil
}

func figures(f *facts.Facts) []keyed {
	var out []keyed
	for _, x := range f.Statistics {
		k, ok := figure(x)
		out = append(out, keyed{k, ok, x.Optional})
	}
	return out
}

// saidOf is the indicators that f gives for one figure.
func saidOf(f *facts.Facts, k key) []facts.Maybe {
	var out []facts.Maybe
	for _, x := range f.Statistics {
		if got, ok := figure(x); ok && got == k {
			out = append(out, x.Indicator)
		}
	}
	return out
}
