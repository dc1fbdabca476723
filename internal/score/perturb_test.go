package score

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/facts"
)

// perturber spoils gold into a prediction (and, a little, into another gold): it drops, doubles, swaps, cuts and lengthens
// whatever the scorer looks at. The same seed spoils the same way for ever: PCG's sequence is part of its contract.
type perturber struct {
	r    *rand.Rand
	pool *facts.Facts // another article, to take wrong things from
}

func (p *perturber) chance(perMille int) bool { return p.r.IntN(1000) < perMille }

// text changes a string now and then: head cut off, something in front, layout space, quotation marks, another form, none.
func (p *perturber) text(s string) string {
	if !p.chance(200) || s == "" {
		return s
	}
	r := []rune(s)
	switch p.r.IntN(9) {
	case 0:
		return string(r[len(r)/2:])
	case 1:
		return string(r[min(1, len(r)-1):])
	case 2:
		return []string{"副", "代", "国务院", "原", "乌海市", "市"}[p.r.IntN(6)] + s
	case 3:
		return string(r[0]) + "　" + string(r[1:])
	case 4:
		return "“" + s + "”"
	case 5:
		return strings.ReplaceAll(s, "·", "•") + " "
	case 6:
		return string(r[:len(r)-1])
	case 7:
		return string(r[:1+p.r.IntN(len(r))])
	}
	return ""
}

func (p *perturber) name(s string) string {
	if t := p.text(s); normal(t) != "" {
		return t
	}
	return s
}

func (p *perturber) maybe(s facts.Maybe) facts.Maybe { return facts.Maybe(p.text(string(s))) }

func (p *perturber) one(s facts.Maybe, of ...facts.Maybe) facts.Maybe {
	if p.chance(150) {
		return of[p.r.IntN(len(of))]
	}
	return s
}

// date loses its day, moves, or gets lost.
func (p *perturber) date(s facts.Maybe) facts.Maybe {
	if len(s) < 10 || !p.chance(250) {
		return s
	}
	return []facts.Maybe{s[:7], s[:4], s[:8] + "28", ""}[p.r.IntN(4)]
}

// list drops, doubles and moves items, takes some from other, and spoils each.
func list[T any](p *perturber, own, other []T, spoil func(*T)) []T {
	var out []T
	for _, x := range own {
		if p.chance(120) {
			continue
		}
		if p.chance(60) {
			out = append(out, x)
		}
		spoil(&x)
		out = append(out, x)
	}
	for _, x := range other {
		if p.chance(60) {
			out = append(out, x)
		}
	}
	if p.chance(300) {
		p.r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}

func (p *perturber) facts(f facts.Facts) facts.Facts {
	o := p.pool
	f.Title = p.maybe(f.Title)
	f.Persons = list(p, f.Persons, o.Persons, p.person)
	f.Bylines = list(p, f.Bylines, o.Bylines, func(b *facts.Byline) {
		b.Name, b.Role = p.name(b.Name), p.one(b.Role, "reporter", "photographer", "")
	})
	if p.chance(200) && len(f.Bylines) > 0 {
		f.Persons = append(f.Persons, facts.Person{Name: f.Bylines[0].Name, Posts: []facts.Post{{Title: "记者", Status: "current"}}})
	}
	f.Places = list(p, f.Places, o.Places, func(x *facts.Place) {
		x.Name, x.Type, x.Optional = p.name(x.Name), p.one(x.Type, "admin", "facility", "natural", "region"), p.chance(40)
	})
	f.Organizations = list(p, f.Organizations, o.Organizations, func(x *facts.Organization) { x.Name = p.name(x.Name) })
	if p.chance(300) {
		f.Organizations = append(f.Organizations, facts.Organization{Name: []string{"市委", "县人民政府", "国务院", "市委书记"}[p.r.IntN(4)]})
	}
	f.Agreements = list(p, f.Agreements, o.Agreements, p.agreement)
	f.Events = list(p, f.Events, o.Events, p.event)
	f.Statistics = list(p, f.Statistics, o.Statistics, p.statistic)
	f.Speakers = list(p, f.Speakers, o.Speakers, func(s *string) { *s = p.name(*s) })
	return f
}

func (p *perturber) person(x *facts.Person) {
	x.Name = p.name(x.Name)
	x.Optional = p.chance(40)
	x.Posts = list(p, x.Posts, nil, func(q *facts.Post) {
		q.Title, q.Place, q.Org = p.maybe(q.Title), p.maybe(q.Place), p.maybe(q.Org)
		q.Status = p.one(q.Status, "current", "acting", "former", "")
		q.Optional = p.chance(50)
	})
}

func (p *perturber) agreement(a *facts.Agreement) {
	a.Title, a.Date = p.maybe(a.Title), p.date(a.Date)
	a.Status = p.one(a.Status, "signed", "planned", "referred", "")
	a.Parties = list(p, a.Parties, nil, func(s *string) { *s = p.name(*s) })
	a.Sectors = list(p, a.Sectors, []string{"教育", "医疗", "科技"}, func(s *string) { *s = p.name(*s) })
}

func (p *perturber) event(e *facts.Event) {
	e.Type = string(p.one(facts.Maybe(e.Type), "visit", "meeting", "activity", "signing"))
	e.Start, e.End, e.Place = p.date(e.Start), p.date(e.End), p.maybe(e.Place)
	e.Participants = list(p, e.Participants, nil, func(x *facts.Participant) {
		x.Name, x.Role = p.name(x.Name), p.one(x.Role, "host", "attendee", "signatory", "")
	})
}

func (p *perturber) statistic(s *facts.Statistic) {
	s.Indicator, s.Unit = p.maybe(s.Indicator), p.maybe(s.Unit)
	if p.chance(100) {
		s.Value += "1"
	}
}

// mark makes some items of a gold optional, so that all branches of the scorer are walked.
func (p *perturber) mark(f facts.Facts) facts.Facts {
	f.Persons = list(p, f.Persons, nil, func(x *facts.Person) { x.Optional = p.chance(200) })
	f.Places = list(p, f.Places, nil, func(x *facts.Place) { x.Optional = p.chance(200) })
	f.Organizations = list(p, f.Organizations, nil, func(x *facts.Organization) { x.Optional = p.chance(200) })
	f.Agreements = list(p, f.Agreements, nil, func(x *facts.Agreement) { x.Optional = p.chance(200) })
	f.Events = list(p, f.Events, nil, func(x *facts.Event) { x.Optional = p.chance(200) })
	f.Bylines = list(p, f.Bylines, nil, func(x *facts.Byline) { x.Optional = p.chance(200) })
	f.Statistics = list(p, f.Statistics, nil, func(x *facts.Statistic) { x.Optional = p.chance(200) })
	return f
}

// parityCase is gold and prediction number n: some articles of all, every third time with a spoiled gold too, one article
// missing and one that the gold lacks.
func parityCase(t *testing.T, all []facts.Facts, n int) (gold, pred []facts.Facts) {
	t.Helper()
	p := &perturber{r: rand.New(rand.NewPCG(20250226, uint64(n)))}
	order := p.r.Perm(len(all))
	for _, i := range order[:12] {
		p.pool = &all[p.r.IntN(len(all))]
		g := all[i]
		if n%3 == 2 {
			g = p.mark(g)
		}
		gold = append(gold, g)
		if !p.chance(50) {
			pred = append(pred, p.facts(g))
		}
	}
	pred = append(pred, all[order[12]])
	return gold, slices.Clone(pred)
}
