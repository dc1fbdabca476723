package claim

import (
	"slices"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/reading"
)

func (b *builder) utterances() {
	for _, u := range b.r.Utterances {
		if from, ok := b.people[u.Speaker]; ok {
			b.say(kg.SaidIn, from, b.at, &kg.Said{Verb: u.Verb, Start: u.Words.Start, End: u.Words.End}, "", u.Evidence)
		}
	}
}

func (b *builder) statistics() {
	for _, s := range b.r.Statistics {
		number, err := strconv.ParseFloat(s.Value, 64)
		if err != nil {
			continue // reading gives decimals only; one that isn't has no place in the graph
		}
		n := &kg.Observation{
			Indicator: s.Indicator, Value: s.Value, Number: number, Unit: s.Unit, Subject: s.Subject, Period: s.Period, Change: s.Change,
			Published: b.doc.Source.Date, Article: b.at, Start: s.Evidence.Start, End: s.Evidence.End,
		}
		n.ID, n.Kind = kg.MakeIDBeside("s", b.at, string(b.at), strconv.Itoa(s.Evidence.Start)), kg.ObservationKind
		if b.nodes[n.ID] {
			continue
		}
		n.Name, n.Key = s.Indicator, s.Subject+" "+s.Indicator
		b.add(n)
		if to := b.subject(s); to != "" {
			b.say(kg.AboutSubject, n.ID, to, &kg.Link{}, "", s.Evidence)
		}
	}
}

// subject is the place or organisation that a figure is about.
func (b *builder) subject(s reading.Statistic) kg.ID {
	if s.Subject == "" {
		return ""
	}
	if id, ok := b.orgs[s.Subject]; ok {
		return id
	}
	if id, ok := b.places[s.Subject]; ok {
		return id
	}
	if b.gazetted(s.Subject) != nil {
		return b.place(s.Subject, reading.Admin, s.Evidence)
	}
	return ""
}

// mention notes where the article names an entity; sayMentions says it, once for each.
func (b *builder) mention(id kg.ID, spans []reading.Evidence) {
	if _, ok := b.mentions[id]; !ok {
		b.order = append(b.order, id)
	}
	for _, s := range spans {
		if !slices.ContainsFunc(b.mentions[id], func(e reading.Evidence) bool { return e.Span == s.Span }) {
			b.mentions[id] = append(b.mentions[id], s)
		}
	}
}

func (b *builder) sayMentions() {
	for _, id := range b.order {
		spans := b.mentions[id]
		slices.SortFunc(spans, func(x, y reading.Evidence) int { return x.Start - y.Start })
		m := &kg.Mentioned{Count: len(spans)}
		for _, s := range spans {
			m.Spans = append(m.Spans, kg.Span{Start: s.Start, End: s.End})
		}
		b.say(kg.MentionsEntity, b.at, id, m, "", spans[0])
	}
}

func (b *builder) unresolved() {
	for _, u := range b.r.Unresolved {
		n := &kg.Unresolved{
			SpanType: u.Kind, Reason: u.Reason, Candidates: u.Candidates, Published: b.doc.Source.Date, Article: b.at, Start: u.Start, End: u.End,
		}
		n.ID = kg.MakeIDBeside("u", b.at, string(b.at), strconv.Itoa(u.Start), strconv.Itoa(u.End), u.Kind, u.Reason)
		n.Kind, n.Name = kg.UnresolvedKind, b.r.Text.Slice(u.Start, u.End)
		b.add(n)
	}
}
