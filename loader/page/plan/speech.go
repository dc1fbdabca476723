package plan

import (
	"github.com/baopu/baopu/loader/page/words"
)

// speech is what a display line speaks of: how much of its weight stands in each text of the page.
type speech struct {
	weight float64
	hit    []float64 // by text
}

// speech reads what each unit speaks of.
func (p *plan) speech(texts []words.Bag) []speech {
	p.words.Weigh(texts)
	out := make([]speech, len(p.us))
	for i := range out {
		for _, id := range p.us[i].bag {
			out[i].weight += p.words.Weight(id)
		}
		out[i].hit = make([]float64, len(texts))
	}
	for g, t := range texts {
		p.words.See(t)
		for i := range out {
			for _, id := range p.us[i].bag {
				if p.words.Seen(id) {
					out[i].hit[g] += p.words.Weight(id)
				}
			}
		}
	}
	return out
}

// and is what two lines speak of together.
func (s *speech) and(o *speech) speech {
	out := speech{weight: s.weight + o.weight, hit: make([]float64, len(s.hit))}
	for g := range s.hit {
		out.hit[g] = s.hit[g] + o.hit[g]
	}
	return out
}

// most is the most of a line's weight that one text has.
func (s *speech) most() float64 {
	most := 0.0
	for _, h := range s.hit {
		most = max(most, h)
	}
	return most
}

// apart is how much of two lines' weight is lost where one text must answer both, as a share of it; one is the share that
// the one text answers.
func (s *speech) apart(o *speech) (apart, one float64) {
	all := s.weight + o.weight
	if all == 0 {
		return 0, 0
	}
	both := s.and(o)
	one = both.most() / all
	return (s.most()+o.most())/all - one, one
}
