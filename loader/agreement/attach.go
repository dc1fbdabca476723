package agreement

import (
	"slices"

	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Attach notes with each signing event the titles of the documents that were signed at it: those of its day that the text
// names with it or after it, each at the nearest such signing. Their parties are its signatories. It changes events only.
func Attach(d *discourse.Discourse, events []reading.Event, list []reading.Agreement) {
	signed := make([][]reading.Agreement, len(events))
	for _, a := range list {
		if a.Status != reading.Signed {
			continue
		}
		best := -1
		for i, e := range events {
			if e.Type != reading.Signing || a.Date != "" && e.Start != "" && a.Date != e.Start {
				continue
			}
			if best < 0 || e.Evidence.Start <= a.Evidence.End {
				best = i
			}
		}
		if best < 0 {
			continue
		}
		e := &events[best]
		if !slices.Contains(e.Agreements, a.Title) {
			e.Agreements = append(e.Agreements, a.Title)
		}
		if a.Date == e.Start {
			signed[best] = append(signed[best], a)
		}
	}
	for i, of := range signed {
		joinParties(d, &events[i], of)
	}
}

// joinParties makes the parties of the documents signed at e its signatories. Where a clause named a division for its bureaus, which
// are parties (甲县、乙县两地教育局续签了…), these stand in its place. The states of the heads and ministers who sign are not added:
// these sign for them.
func joinParties(d *discourse.Discourse, e *reading.Event, signed []reading.Agreement) {
	persons := slices.ContainsFunc(e.Participants, func(p reading.Participant) bool { return signs(p) && isPerson(d, p.Name) })
	var parties, seats []string
	for _, a := range signed {
		parties = append(parties, a.Parties...)
		for _, name := range a.Parties {
			seat, state := governed(d, name)
			if seat != "" {
				seats = append(seats, seat)
			}
			if !persons || !state {
				joinParty(e, name, a.Evidence)
			}
		}
	}
	e.Participants = slices.DeleteFunc(e.Participants, func(p reading.Participant) bool {
		return p.Roles[0] == reading.Signatory && slices.Contains(seats, p.Name) && !slices.Contains(parties, p.Name)
	})
	for i := range e.Participants {
		e.Participants[i].Order = i + 1
	}
}

// joinParty makes name a signatory, beside whatever else it is there.
func joinParty(e *reading.Event, name string, evidence reading.Evidence) {
	i := slices.IndexFunc(e.Participants, func(p reading.Participant) bool { return p.Name == name })
	switch {
	case i < 0:
		e.Participants = append(e.Participants, reading.Participant{Name: name, Roles: []reading.Participation{reading.Signatory}, Evidence: evidence})
	case !signs(e.Participants[i]):
		p := &e.Participants[i]
		p.Roles = slices.Concat([]reading.Participation{reading.Signatory}, p.Roles)
	}
}

func signs(p reading.Participant) bool { return slices.Contains(p.Roles, reading.Signatory) }

func isPerson(d *discourse.Discourse, name string) bool {
	return slices.ContainsFunc(d.People, func(p reading.Person) bool { return p.Name == name })
}

// governed is the division whose body of government or party is called name, "" for what is none, and whether name is a state or such
// a body of one.
func governed(d *discourse.Discourse, name string) (seat string, state bool) {
	at := name
	for i, o := range d.Organizations {
		if o.Name == name && (o.Type == "government" || o.Type == "party") {
			seat = d.Seat(i)
			at = seat
		}
	}
	return seat, at == "中国" || d.Foreign(at)
}
