package storetest

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
)

// sentence says one thing of each of the kinds that articles say.
func (b *builder) sentence(w *World, rng *rand.Rand) {
	switch rng.IntN(9) {
	case 0, 1, 2:
		b.tenure(w, rng)
	case 3, 4:
		b.meeting(w, rng)
	case 5:
		b.agreement(w, rng)
	case 6:
		b.figure(w, rng)
	case 7:
		b.structure(w, rng)
	default:
		b.quotation(w, rng)
	}
}

func (b *builder) tenure(w *World, rng *rand.Rand) {
	person, post := b.person(w, rng), b.post(w, rng)
	h := &kg.Holds{Status: kg.HoldsStatuses[zipf(rng, len(kg.HoldsStatuses))]}
	if rng.IntN(2) == 0 {
		h.Status = "current"
	}
	var date kg.Date
	switch rng.IntN(6) {
	case 0:
		h.StatedStart = day(rng.IntN(w.Days))
	case 1:
		h.StatedEnd = day(rng.IntN(w.Days))[:7]
	case 2:
		date = day(rng.IntN(w.Days))
	}
	b.say(rng, kg.HoldsPost, person, post, date, h)
	bases := []string{"explicit", "inherited", "inferred"}
	if rng.IntN(2) == 0 {
		b.say(rng, kg.HasJurisdiction, post, b.place(w, rng), "", &kg.PostOf{Basis: bases[rng.IntN(3)]})
	} else {
		b.say(rng, kg.OfOrganization, post, b.organization(w, rng), "", &kg.PostOf{Basis: bases[rng.IntN(3)]})
	}
}

func (b *builder) event(w *World, rng *rand.Rand) (kg.ID, kg.Date) {
	i, start := w.event(rng, b.nr)
	if i%5 == 0 {
		start = start[:7]
	}
	types := []string{"visit", "inspection", "meeting", "signing"}
	key := fmt.Sprintf("event %d", i)
	n := &kg.Event{Head: kg.Head{ID: kg.MakeIDOn("e", start, "generated", key), Kind: kg.EventKind, Key: key}, EventType: types[i%4], Start: start, Precision: start.Precision()}
	return b.mention(rng, b.add(rng, n, placeName(i)+"会见")), start
}

func (b *builder) meeting(w *World, rng *rand.Rand) {
	event, date := b.event(w, rng)
	for i := range 1 + rng.IntN(3) {
		role := []string{"host", "visitor", "attendee"}[rng.IntN(3)]
		b.say(rng, kg.ParticipatedIn, b.person(w, rng), event, date, &kg.Participated{Role: role, Order: i + 1})
	}
	b.say(rng, kg.TookPlaceIn, event, b.place(w, rng), date, &kg.Link{})
	if rng.IntN(4) == 0 {
		whole, _ := b.event(w, rng)
		b.say(rng, kg.PartOf, event, whole, date, &kg.Link{})
	}
}

func (b *builder) agreement(w *World, rng *rand.Rand) {
	id := b.named(w, rng, zipf(rng, w.Agreements))
	b.attr(rng, id, "status", []string{"signed", "planned", "referred"}[rng.IntN(3)])
	b.attr(rng, id, "sectors", []string{"教育", "医疗", "文化旅游"}[rng.IntN(3)])
	date := day(rng.IntN(w.Days))
	b.attr(rng, id, "date", string(date))
	b.say(rng, kg.PartyTo, b.place(w, rng), id, date, &kg.Party{Side: 1})
	b.say(rng, kg.PartyTo, b.organization(w, rng), id, date, &kg.Party{Side: 2})
	if rng.IntN(2) == 0 {
		event, when := b.event(w, rng)
		b.say(rng, kg.SignedAt, id, event, when, &kg.Link{})
	}
}

// structure says what lies in what and what is part of what.
func (b *builder) structure(w *World, rng *rand.Rand) {
	o := b.organization(w, rng)
	b.say(rng, kg.LocatedIn, o, b.place(w, rng), "", &kg.Link{})
	b.say(rng, kg.SubordinateTo, o, b.organization(w, rng), "", &kg.Link{})
	i, j := zipf(rng, w.Agreements), zipf(rng, w.Agreements)
	b.say(rng, kg.Supplements, b.named(w, rng, i), b.named(w, rng, j), "", &kg.Link{})
}

// named is agreement number i.
func (b *builder) named(w *World, rng *rand.Rand, i int) kg.ID {
	title := "《" + placeName(i) + "与" + placeName(i+1) + "合作框架协议》"
	id := b.add(rng, &kg.Agreement{Head: head(kg.AgreementKind, fmt.Sprintf("agreement %d", i))}, title)
	b.attr(rng, id, "title", title)
	return b.mention(rng, id)
}

func (b *builder) figure(w *World, rng *rand.Rand) {
	start := len(b.doc.Claims)
	id := kg.MakeIDBeside("s", b.article.ID, string(b.article.ID), strconv.Itoa(start))
	value := rng.IntN(100000)
	b.doc.Nodes = append(b.doc.Nodes, &kg.Observation{
		Head:      kg.Head{ID: id, Kind: kg.ObservationKind, Key: fmt.Sprintf("%s#%d", b.article.ID, start), Name: "生产总值"},
		Indicator: "生产总值", Value: fmt.Sprintf("%d.5", value), Number: float64(value) + 0.5, Unit: "亿元", Period: "2024", Published: b.article.Published,
		Article: b.article.ID, Start: 1, End: 5,
	})
	b.say(rng, kg.AboutSubject, id, b.place(w, rng), "", &kg.Link{})
}

func (b *builder) quotation(w *World, rng *rand.Rand) {
	person := b.person(w, rng)
	start := len(b.doc.Claims) + 1
	b.say(rng, kg.SaidIn, person, b.article.ID, "", &kg.Said{Verb: "说", Start: start, End: start + 5})
	b.say(rng, kg.WroteArticle, b.person(w, rng), b.article.ID, "", &kg.Wrote{Role: []string{"reporter", "editor"}[rng.IntN(2)]})
}

// leftovers are the work lists: what wasn't resolved, what no article claimed.
func (b *builder) leftovers(rng *rand.Rand) {
	if rng.IntN(3) == 0 {
		b.doc.Nodes = append(b.doc.Nodes, &kg.Unresolved{
			Head:     kg.Head{ID: kg.MakeIDBeside("u", b.article.ID, string(b.article.ID)), Kind: kg.UnresolvedKind, Key: fmt.Sprint("unresolved ", b.nr), Name: "市长"},
			SpanType: "title", Reason: "no jurisdiction", Candidates: []string{"甲", "乙"}, Published: b.article.Published, Article: b.article.ID, Start: 2, End: 4,
		})
	}
	if rng.IntN(4) == 0 {
		b.doc.Nodes = append(b.doc.Nodes, &kg.Remainder{
			Head: kg.Head{ID: kg.MakeIDBeside("r", b.doc.ID, string(b.doc.ID)), Kind: kg.RemainderKind, Key: fmt.Sprint("remainder ", b.nr), Name: "广告"},
			Text: "广告\n电话", Characters: 5, Published: b.article.Published, Document: b.doc.ID, FirstLine: 1, LastLine: 2,
		})
	}
}
