package score

import (
	"fmt"

	"github.com/baopu/baopu/loader/facts"
)

// agreements: documents paired by title and parties, then their parties, sectors, date and status. What the gold doesn't
// date is not judged by date.
func (s *Scores) agreements(p *pair) {
	gold, pred := p.gold.Agreements, p.pred.Agreements
	m := matchAgreements(gold, pred)
	t := s.tallies[Agreements]
	for i, a := range gold {
		j, ok := m.ofGold[i]
		switch {
		case a.Optional:
		case ok:
			t.TP++
			s.agreement(p.id, a, pred[j])
		default:
			t.missed(fmt.Sprintf("%s %s", p.id, orNone(string(a.Title))))
			s.agreement(p.id, a, facts.Agreement{})
		}
	}
	for j, b := range pred {
		if _, ok := m.ofPred[j]; !ok {
			t.invented(fmt.Sprintf("%s %s", p.id, orNone(string(b.Title))))
		}
	}
}

func (s *Scores) agreement(id string, a, b facts.Agreement) {
	label := fmt.Sprintf("%s [%s]", id, orNone(string(a.Title)))
	s.tallies[AgreementParties].add(label, bares(normals(a.Parties)), nil, bares(normals(b.Parties)), named(4))
	s.tallies[AgreementSectors].add(label, bares(normals(a.Sectors)), nil, bares(normals(b.Sectors)), equal)
	var free []key
	if a.Date == "" {
		free = known(b.Date)
	}
	s.tallies[AgreementDates].add(label, known(a.Date), free, known(b.Date), equal)
	s.tallies[AgreementStatus].add(label, known(a.Status), nil, known(b.Status), equal)
}

// matchAgreements pairs documents of the same title, or of agreeing titles with a party in common.
func matchAgreements(gold, pred []facts.Agreement) matching {
	var list []candidate
	for i, g := range gold {
		title, parties := normal(g.Title), normals(g.Parties)
		for j, p := range pred {
			other := normal(p.Title)
			n := shared(parties, normals(p.Parties))
			switch {
			case title != "" && title == other:
				list = append(list, candidate{float64(10 + n), i, j})
			case sameDocument(title, other) && (n > 0 || len(parties) == 0):
				list = append(list, candidate{float64(1 + n), i, j})
			}
		}
	}
	return match(list)
}
