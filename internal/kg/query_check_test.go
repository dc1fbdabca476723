package kg_test

import (
	"errors"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

func TestQueryChecks(t *testing.T) {
	page := kg.Page{First: 1}
	known := kg.When{KnownAt: "2024"}
	gender := kg.Filter{Field: "gender", Op: kg.Eq, Value: "male"}
	name := kg.Filter{Field: "name", Op: kg.Contains, Value: "x"}
	status := kg.Filter{Field: "status", Op: kg.Eq, Value: "current"}
	for _, c := range []struct {
		name string
		q    interface{ Check() error }
		ok   bool
	}{
		{"list", &kg.NodeQuery{Kind: kg.PersonKind, Page: page}, true},
		{"count alone", &kg.NodeQuery{Kind: kg.PersonKind, Count: true}, true},
		{"no page", &kg.NodeQuery{Kind: kg.PersonKind}, false},
		{"no kind", &kg.NodeQuery{Page: page}, false},
		{"order", &kg.NodeQuery{Kind: kg.PersonKind, Order: "LAST_SEEN", Page: page}, true},
		{"no such order", &kg.NodeQuery{Kind: kg.PersonKind, Order: "DATE", Page: page}, false},
		{"a summary order as known", &kg.NodeQuery{Kind: kg.PersonKind, Order: "LAST_SEEN", When: known, Page: page}, false},
		{"names as known", &kg.NodeQuery{Kind: kg.PersonKind, Order: "NAME", Where: name, When: known, Page: page}, true},
		{"a summary as known", &kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Or: []kg.Filter{name, {Not: &gender}}}, When: known, Page: page}, false},
		{"a summary of an edge as known", &kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Edge: status}}, When: known, Page: page}, false},
		{"a summary of a far node as known", &kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{None: &kg.EdgeFilter{Kind: kg.PartyTo, Node: kg.Filter{Field: "status", Op: kg.Eq, Value: "signed"}}}, When: known, Page: page}, false},
		{"an edge as known", &kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Node: name}}, When: known, Page: page}, true},
		{"a far node's summary as known", &kg.EdgeQuery{Kind: kg.PartyTo, Node: kg.Filter{Field: "date", Op: kg.Eq, Value: "2024"}, When: known, Page: page}, false},
		{"an operator of no field", &kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Op: kg.Eq, Value: "x"}, Page: page}, false},
		{"a bad day", &kg.NodeQuery{Kind: kg.PersonKind, When: kg.When{AsOf: "x"}, Page: page}, false},
		{"edges", &kg.EdgeQuery{Kind: kg.HoldsPost, Edge: status, Page: page}, true},
		{"edges as known", &kg.EdgeQuery{Kind: kg.HoldsPost, When: known, Page: page}, true},
		{"a status as known", &kg.EdgeQuery{Kind: kg.HoldsPost, Edge: status, When: known, Page: page}, false},
		{"both ways", &kg.EdgeQuery{Kind: kg.HoldsPost, Direction: kg.Both, Page: page}, false},
		{"no such far end", &kg.EdgeQuery{Kind: kg.HoldsPost, Far: []kg.NodeKind{kg.PersonKind}, Page: page}, false},
		{"a field of one far kind", &kg.EdgeQuery{Kind: kg.PartyTo, Direction: kg.Inward, Node: gender, Page: page}, false},
		{"of that kind only", &kg.EdgeQuery{Kind: kg.PartyTo, Direction: kg.Inward, Far: []kg.NodeKind{kg.PersonKind}, Node: gender, Page: page}, true},
		{"evidence", &kg.EvidenceQuery{Page: page}, true},
		{"evidence of a bad day", &kg.EvidenceQuery{KnownAt: "0", Page: page}, false},
		{"search", &kg.SearchQuery{Text: "x", Page: page}, true},
		{"search from the end", &kg.SearchQuery{Text: "x", Page: kg.Page{Last: 1}}, false},
		{"search for nothing known", &kg.SearchQuery{Text: "x", Kinds: []kg.NodeKind{"X"}, Page: page}, false},
		{"paths", &kg.PathQuery{MaxHops: 6, Limit: 100}, true},
		{"long paths", &kg.PathQuery{MaxHops: 7, Limit: 1}, false},
		{"neighborhood", &kg.NeighborhoodQuery{Hops: 3, Limit: 1000}, true},
		{"wide neighborhood", &kg.NeighborhoodQuery{Hops: 1, Limit: 1001}, false},
		{"group", &kg.GroupQuery{Kind: kg.ArticleKind, By: "published", Cut: 7, Limit: 1}, true},
		{"group by nothing", &kg.GroupQuery{Kind: kg.ArticleKind, Limit: 1}, false},
		{"group by both", &kg.GroupQuery{Kind: kg.ArticleKind, By: "page", Edge: kg.MentionsEntity, Limit: 1}, false},
		{"group by text", &kg.GroupQuery{Kind: kg.ArticleKind, By: "text", Limit: 1}, false},
		{"group by an edge in no direction", &kg.GroupQuery{Kind: kg.PostKind, Edge: kg.HoldsPost, Dir: 7, Limit: 1}, false},
		{"an edge in no direction", &kg.NodeQuery{Kind: kg.PostKind, Where: kg.Filter{Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Direction: 7}}, Page: page}, false},
		{"group by an edge that isn't there", &kg.GroupQuery{Kind: kg.ArticleKind, Edge: kg.HoldsPost, Limit: 1}, false},
	} {
		err := c.q.Check()
		if (err == nil) != c.ok || err != nil && !errors.Is(err, kg.ErrInvalid) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// A value is one of its field's type, in the form in which stores compare it.
func TestFilterValues(t *testing.T) {
	for _, c := range []struct {
		kind         kg.NodeKind
		field, value string
		ok           bool
	}{
		{kg.ObservationKind, "number", "-12.5e3", true},
		{kg.ObservationKind, "number", "NaN", false},
		{kg.ObservationKind, "number", "-Inf", false},
		{kg.ObservationKind, "number", "1e999", false},
		{kg.ObservationKind, "number", "0x1p-2", false},
		{kg.PersonKind, "official", "true", true},
		{kg.PersonKind, "official", "", true},
		{kg.PersonKind, "official", "某", false},
		{kg.PersonKind, "scope", "a\xffb", false},
		{kg.PostKind, "rank", "1.5", false},
		{kg.EventKind, "start", "2024-13", false},
	} {
		f := kg.Filter{Field: c.field, Op: kg.Eq, Value: c.value}
		if err := f.CheckNode(c.kind); (err == nil) != c.ok || err != nil && !errors.Is(err, kg.ErrInvalid) {
			t.Errorf("%s %q: %v", c.field, c.value, err)
		}
	}
}
