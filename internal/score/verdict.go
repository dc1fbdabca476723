package score

import (
	"slices"

	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/reading"
)

// Verdict is what the gold says of one thing that a rule read. What it neither states nor denies has no verdict.
type Verdict struct {
	Rule  string
	Right bool
}

// Verdicts judges everything that r read of the article of gold, rule by rule: a thing is right where the scorer, given it
// alone, counts it as right, and wrong where it counts it as invented.
func Verdicts(gold facts.Facts, r *reading.Reading) []Verdict {
	j := &judge{gold: gold, r: r}
	j.people()
	j.places()
	j.documents()
	j.events()
	j.rest()
	return j.out
}

type judge struct {
	gold facts.Facts
	r    *reading.Reading
	out  []Verdict
}

// alone scores a prediction that holds nothing but part.
func (j *judge) alone(part reading.Reading) *Scores {
	part.Article = j.r.Article
	f := facts.From(&part)
	f.ID = j.gold.ID
	return Of([]facts.Facts{j.gold}, []facts.Facts{f})
}

// note adds the verdict of the first kind. The others are of its fields: one of them wrong makes the whole wrong.
func (j *judge) note(s *Scores, rule string, kind Kind, fields ...Kind) {
	t := s.Tally(kind)
	if rule == "" || t.TP+t.FP == 0 {
		return
	}
	right := t.FP == 0
	for _, k := range fields {
		right = right && s.Tally(k).FP == 0
	}
	j.out = append(j.out, Verdict{rule, right})
}

func (j *judge) people() {
	for _, p := range j.r.People {
		if len(p.Spans) == 0 {
			continue
		}
		s := j.alone(reading.Reading{Mentions: reading.Mentions{People: []reading.Person{{Name: p.Name}}}})
		j.note(s, p.Spans[0].Rule, Persons)
		for _, q := range p.Posts {
			s := j.alone(reading.Reading{Mentions: reading.Mentions{People: []reading.Person{{Name: p.Name, Posts: []reading.Post{q}}}}})
			j.note(s, q.Evidence.Rule, Posts, PostPlaces, PostOrgs, PostStatus)
		}
	}
}

func (j *judge) places() {
	for _, p := range j.r.Places {
		if len(p.Spans) == 0 {
			continue
		}
		s := j.alone(reading.Reading{Mentions: reading.Mentions{Places: []reading.Place{p}}})
		kind := AdminPlaces
		if p.Type != reading.Admin {
			kind = Facilities
		}
		j.note(s, p.Spans[0].Rule, kind)
	}
	for _, o := range j.r.Organizations {
		if len(o.Spans) == 0 {
			continue
		}
		s := j.alone(reading.Reading{Mentions: reading.Mentions{Organizations: []reading.Organization{o}}})
		j.note(s, o.Spans[0].Rule, Organizations)
	}
}

// documents judges each agreement and each of its parties: those of one that never was are wrong with it.
func (j *judge) documents() {
	for _, a := range j.r.Agreements {
		s := j.alone(reading.Reading{Facts: reading.Facts{Agreements: []reading.Agreement{a}}})
		j.note(s, a.Evidence.Rule, Agreements)
		t := s.Tally(AgreementParties)
		right, wrong := t.TP, t.FP
		if s.Tally(Agreements).FP > 0 {
			wrong = len(a.Parties)
		}
		for i := range right + wrong {
			j.out = append(j.out, Verdict{a.Evidence.Rule, i < right})
		}
	}
}

// events judges each event, and each participant in his role: those of an event that never was are wrong with it.
func (j *judge) events() {
	for _, e := range j.r.Events {
		if e.Type == reading.Activity {
			continue // free
		}
		s := j.event(e)
		j.note(s, e.Evidence.Rule, Events, EventStarts, EventPlaces)
		t, roles := s.Tally(Events), s.Tally(ParticipantRoles)
		for i, p := range e.Participants {
			if t.FP > 0 {
				j.out = append(j.out, Verdict{p.Evidence.Rule, false})
			}
			if t.TP == 0 {
				continue
			}
			rest := e
			rest.Participants = slices.Delete(slices.Clone(e.Participants), i, i+1)
			without := j.event(rest).Tally(ParticipantRoles)
			switch {
			case roles.TP > without.TP:
				j.out = append(j.out, Verdict{p.Evidence.Rule, true})
			case roles.FP > without.FP:
				j.out = append(j.out, Verdict{p.Evidence.Rule, false})
			}
		}
	}
}

func (j *judge) event(e reading.Event) *Scores {
	e.PartOf = -1
	return j.alone(reading.Reading{Facts: reading.Facts{Events: []reading.Event{e}}})
}

// rest judges figures, speakers and credits.
func (j *judge) rest() {
	for _, x := range j.r.Statistics {
		s := j.alone(reading.Reading{Facts: reading.Facts{Statistics: []reading.Statistic{x}}})
		j.note(s, x.Evidence.Rule, Statistics, StatisticIndicators)
	}
	var seen []string
	for _, u := range j.r.Utterances {
		if slices.Contains(seen, u.Speaker) {
			continue // the gold has each speaker once
		}
		seen = append(seen, u.Speaker)
		s := j.alone(reading.Reading{Facts: reading.Facts{Utterances: []reading.Utterance{u}}})
		j.note(s, u.Evidence.Rule, Speakers)
	}
	for _, c := range j.r.Bylines {
		s := j.alone(reading.Reading{Facts: reading.Facts{Bylines: []reading.Credit{c}}})
		j.note(s, c.Evidence.Rule, Bylines)
	}
}
