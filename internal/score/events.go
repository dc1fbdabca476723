package score

import (
	"fmt"
	"slices"

	"github.com/baopu/baopu/loader/facts"
)

const (
	signing  = "signing"
	activity = "activity"
)

// events: paired by type, start and participants, then their participants and roles, and, of those found, their dates and
// place. Activities and optional events are free.
func (s *Scores) events(p *pair) {
	gold, pred := p.gold.Events, p.pred.Events
	m := matchEvents(gold, pred)
	bodies := signingBodies(p)
	t := s.tallies[Events]
	for i, e := range gold {
		j, ok := m.ofGold[i]
		switch {
		case e.Optional || e.Type == activity:
		case ok:
			t.TP++
			s.participants(p.id, e, pred[j], bodies)
			s.eventFields(p.id, e, pred[j])
		default:
			t.missed(eventLine(p.id, e))
			s.participants(p.id, e, facts.Event{}, bodies)
		}
	}
	for j, e := range pred {
		if _, ok := m.ofPred[j]; !ok && e.Type != activity {
			t.invented(eventLine(p.id, e))
		}
	}
}

func eventLine(id string, e facts.Event) string {
	return fmt.Sprintf("%s %s %s %s", id, e.Type, orNone(string(e.Start)), orNone(string(e.Place)))
}

func eventLabel(id string, e facts.Event) string {
	return fmt.Sprintf("%s [%s %s]", id, e.Type, orNone(string(e.Start)))
}

// matchEvents pairs events of the same type and agreeing start with a shared participant or the same day.
func matchEvents(gold, pred []facts.Event) matching {
	var list []candidate
	for i, g := range gold {
		names := normals(participantNames(g))
		for j, p := range pred {
			if g.Type != p.Type || !datesAgree(g.Start, p.Start) {
				continue
			}
			n := shared(names, normals(participantNames(p)))
			exact := g.Start == p.Start
			if len(names) > 0 && n == 0 && (!exact || g.Start == "") {
				continue // nothing ties the two but their type
			}
			weight := float64(n)
			if exact {
				weight += 0.5
			}
			if normal(g.Place) == normal(p.Place) {
				weight += 0.25
			}
			list = append(list, candidate{weight, i, j})
		}
	}
	return match(list)
}

func participantNames(e facts.Event) []string {
	var out []string
	for _, x := range e.Participants {
		out = append(out, x.Name)
	}
	return out
}

// signingBodies is the places, organisations and parties of the gold: at a signing they may stand beside the persons who
// do it, or not.
func signingBodies(p *pair) []string {
	out := append(slices.Clone(p.placeNames), p.orgNames...)
	for _, a := range p.gold.Agreements {
		out = append(out, normals(a.Parties)...)
	}
	return out
}

func (s *Scores) participants(id string, e, f facts.Event, bodies []string) {
	label := eventLabel(id, e)
	need := normals(participantNames(e))
	var may []string
	if e.Type == signing {
		may = bodies
		need = slices.DeleteFunc(need, func(x string) bool { return slices.Contains(bodies, x) })
	}
	s.tallies[Participants].add(label, bares(need), bares(may), bares(normals(participantNames(f))), named(4))

	gold := slices.DeleteFunc(roles(e), func(r key) bool { return !slices.Contains(need, r.parts[0]) })
	pred := slices.DeleteFunc(roles(f), func(r key) bool { return slices.Contains(may, r.parts[0]) })
	s.tallies[ParticipantRoles].add(label, gold, nil, pred, tuples(0, -1))
}

// roles is the distinct (name, role) of an event, in order.
func roles(e facts.Event) []key {
	var out []key
	for _, x := range e.Participants {
		if k := tuple(normal(x.Name), string(x.Role)); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// eventFields judges start, end and place of an event that was found; one unknown in the gold is not judged.
func (s *Scores) eventFields(id string, e, f facts.Event) {
	field := func(kind Kind, gold, pred facts.Maybe) {
		got := known(facts.Maybe(normal(pred)))
		var free []key
		if gold == "" {
			free = got
		}
		s.tallies[kind].add(eventLabel(id, e), known(facts.Maybe(normal(gold))), free, got, equal)
	}
	field(EventStarts, e.Start, f.Start)
	field(EventEnds, e.End, f.End)
	field(EventPlaces, e.Place, f.Place)
}
