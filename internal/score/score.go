package score

import "github.com/baopu/baopu/loader/facts"

// Scores is the tallies of one prediction.
type Scores struct {
	tallies map[Kind]*Tally
}

// Of scores predicted against gold, article by article, aligned by id. An article of gold that predicted lacks counts as all
// missed; one that only predicted has counts for nothing.
func Of(gold, predicted []facts.Facts) *Scores {
	s := &Scores{tallies: map[Kind]*Tally{}}
	for _, k := range Kinds() {
		s.tallies[k] = &Tally{}
	}
	byID := map[string]*facts.Facts{}
	for i := range predicted {
		byID[predicted[i].ID] = &predicted[i]
	}
	for i := range gold {
		p, ok := byID[gold[i].ID]
		if !ok {
			p = &facts.Facts{}
		}
		s.article(newPair(&gold[i], p))
	}
	return s
}

// Tally is the counts of one kind; nil for an unknown kind.
func (s *Scores) Tally(k Kind) *Tally { return s.tallies[k] }

// Headline is the mean F1 of the headline kinds that occur in gold or prediction, 0 where none does.
func (s *Scores) Headline() float64 {
	sum, n := 0.0, 0
	for _, k := range headline {
		if t := s.tallies[k]; t.TP+t.FP+t.FN > 0 {
			_, _, f1 := t.PRF()
			sum += f1
			n++
		}
	}
	return sum / float64(max(1, n))
}

// pair is one article as annotated and as predicted, with what several kinds need to know of the gold.
type pair struct {
	id         string
	gold, pred *facts.Facts
	goldPosts  []post
	credited   map[string]bool // names in the gold's bylines
	unknown    map[string]bool // optional persons of the gold
	placeNames []string        // every place of the gold, of any type
	orgNames   []string
}

func newPair(gold, pred *facts.Facts) *pair {
	p := &pair{id: gold.ID, gold: gold, pred: pred, goldPosts: posts(gold), credited: map[string]bool{}, unknown: map[string]bool{}}
	for _, b := range gold.Bylines {
		p.credited[normal(b.Name)] = true
	}
	for _, x := range gold.Persons {
		if x.Optional {
			p.unknown[normal(x.Name)] = true
		}
	}
	for _, x := range gold.Places {
		p.placeNames = append(p.placeNames, normal(x.Name))
	}
	for _, x := range gold.Organizations {
		p.orgNames = append(p.orgNames, normal(x.Name))
	}
	return p
}

func (s *Scores) article(p *pair) {
	s.persons(p)
	s.posts(p)
	s.places(p)
	s.organizations(p)
	s.agreements(p)
	s.events(p)
	s.statistics(p)
	s.speakers(p)
	s.bylines(p)
}

// keysOf is the keys of a set, in no order: for sets of optional keys only.
func keysOf(set map[string]bool) []key {
	var out []key
	for s := range set {
		out = append(out, bare(s))
	}
	return out
}
