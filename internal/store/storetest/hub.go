package storetest

import (
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// Crowd is a person and a place on which thousands of edges hang.
type Crowd struct{ Person, Place kg.ID }

// claims of one document of a crowd.
const (
	crowdOnPerson = 10
	crowdOnPlace  = 34
)

// Document makes the document number nr of a crowd: 10 claims speak of the person, 34 of the place, so that 3,000 documents make
// 30,000 and 100,000. Without the hub it is the same document, of a person and a place of its own.
func (Crowd) Document(nr int, hub bool) *kg.Document {
	name := fmt.Sprintf("crowd %v %d", hub, nr)
	text := "牛津在某省甲市。市长乙局会见丙会。"
	d := newDraft(name, day(nr*7%700), text)
	key := name
	if hub {
		key = "crowd"
	}
	person := d.mention(d.node(&kg.Person{Head: head(kg.PersonKind, key)}, "牛津"), "牛津")
	place := d.mention(d.node(&kg.Place{Head: head(kg.PlaceKind, key), Path: "某省甲市", PlaceType: "division"}, "甲市"), "甲市")
	for i := range crowdOnPlace - 3 {
		date := day((nr*31 + i) % 700)
		e := d.node(&kg.Event{
			Head: head(kg.EventKind, fmt.Sprintf("%s %d", name, i)), EventType: []string{"visit", "inspection", "meeting"}[i%3], Start: date, Precision: "day",
		}, "会见")
		d.say(kg.TookPlaceIn, e, place, &kg.Link{}, date, "甲市")
		if i < crowdOnPerson-3 {
			role := []string{"host", "visitor", "attendee"}[(nr+i)%3]
			d.say(kg.ParticipatedIn, person, e, &kg.Participated{Role: role, Order: 1 + i}, date, "牛津")
		}
	}
	post := d.node(&kg.Post{Head: head(kg.PostKind, name), Place: "某省甲市"}, "乙局")
	d.say(kg.HoldsPost, person, post, &kg.Holds{Status: "current"}, "", "市长")
	d.say(kg.HasJurisdiction, post, place, &kg.PostOf{Basis: "explicit"}, "", "乙局")
	return d.doc
}

// NewCrowd names the two.
func NewCrowd() Crowd {
	return Crowd{head(kg.PersonKind, "crowd").ID, head(kg.PlaceKind, "crowd").ID}
}

// Pages are the questions for pages of a crowd's edges: in each order of each kind, from the start and from the middle, and
// with one filter on an indexed field. between is how many edges lie before the middle.
func (c Crowd) Pages() []CrowdPage {
	filter := func(field, value string) kg.Filter { return kg.Filter{Field: field, Op: kg.Eq, Value: value} }
	page, from := kg.Page{First: 20}, kg.Filter{Field: "firstDate", Op: kg.Gte, Value: string(day(600))}
	return []CrowdPage{
		{"person events", c.Person, kg.EdgeQuery{Kind: kg.ParticipatedIn, Page: page}},
		{"person events printed", c.Person, kg.EdgeQuery{Kind: kg.ParticipatedIn, Order: "PRINTED", Page: page}},
		{"person events visits", c.Person, kg.EdgeQuery{Kind: kg.ParticipatedIn, Node: filter("eventType", "visit"), Page: page}},
		{"person events on a day", c.Person, kg.EdgeQuery{Kind: kg.ParticipatedIn, Node: filter("start", string(day(350))), Page: page}},
		{"person events from a day", c.Person, kg.EdgeQuery{Kind: kg.ParticipatedIn, Edge: from, Order: "DATE", Reverse: true, Page: page}},
		{"person posts", c.Person, kg.EdgeQuery{Kind: kg.HoldsPost, Page: page}},
		{"person articles", c.Person, kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Page: page}},
		{"place events", c.Place, kg.EdgeQuery{Kind: kg.TookPlaceIn, Direction: kg.Inward, Page: page}},
		{"place events the first", c.Place, kg.EdgeQuery{Kind: kg.TookPlaceIn, Direction: kg.Inward, Order: "DATE", Reverse: true, Page: page}},
		{"place events from a day", c.Place, kg.EdgeQuery{Kind: kg.TookPlaceIn, Direction: kg.Inward, Edge: from, Order: "DATE", Reverse: true, Page: page}},
		{"place events meetings", c.Place, kg.EdgeQuery{Kind: kg.TookPlaceIn, Direction: kg.Inward, Node: filter("eventType", "meeting"), Page: page}},
		{"place events on a day", c.Place, kg.EdgeQuery{Kind: kg.TookPlaceIn, Direction: kg.Inward, Node: filter("start", string(day(350))), Page: page}},
		{"place articles", c.Place, kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Page: page}},
		{"place articles by count", c.Place, kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Order: "COUNT", Page: page}},
		{"place posts the first", c.Place, kg.EdgeQuery{Kind: kg.HasJurisdiction, Direction: kg.Inward, Order: "FIRST", Page: page}},
		{"place posts", c.Place, kg.EdgeQuery{Kind: kg.HasJurisdiction, Direction: kg.Inward, Page: page}},
	}
}

// CrowdPage is one question for a page of the edges of one node.
type CrowdPage struct {
	Name  string
	Of    kg.ID
	Query kg.EdgeQuery
}
