package storetest

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// farDocuments are two articles: one names a man and a city in which a county lies, the other a city in which a company does.
func farDocuments() []*kg.Document {
	a := newDraft("一", "2024-03-10", "甲乙在乌有市海县。")
	city := a.place("乌有市")
	a.mention(a.person("甲乙", "乌有市"), "甲乙")
	a.mention(city, "乌有市")
	a.say(kg.LocatedIn, a.place("海县"), city, &kg.Link{}, "", "海县")
	b := newDraft("二", "2024-04-10", "丁市海县公司开业。")
	town := b.mention(b.place("丁市"), "丁市")
	company := b.node(&kg.Organization{Head: head(kg.OrganizationKind, "公司"), Place: "丁市"}, "海县")
	b.say(kg.LocatedIn, company, town, &kg.Link{}, "", "公司")
	return []*kg.Document{a.doc, b.doc}
}

// testFarKinds asks for nodes by edges to nodes of one kind, where others stand at that end too: by whether there are any, by a
// name that nodes of two kinds have, and by what one kind has alone.
func testFarKinds(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	apply(t, s, farDocuments()...)
	named := kg.Filter{Field: "name", Op: kg.Eq, Value: "海县"}
	holds := kg.Filter{Field: "name", Op: kg.Contains, Value: "县"}
	local := kg.Filter{Field: "scope", Op: kg.Eq, Value: "乌有市"}
	division := kg.Filter{Field: "placeType", Op: kg.Eq, Value: "division"}
	company := kg.Filter{Field: "place", Op: kg.Eq, Value: "丁市"}
	for _, c := range []struct {
		edge kg.EdgeFilter
		some []string // the names of those that have such edges
		none []string
	}{
		{kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{kg.PersonKind}}, []string{"一"}, []string{"二"}},
		{kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{kg.PersonKind}, Node: local}, []string{"一"}, []string{"二"}},
		{kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{kg.PersonKind, kg.PlaceKind}}, []string{"一", "二"}, nil},
		{kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{kg.PersonKind}, Node: kg.Filter{Field: "name", Op: kg.Eq, Value: "丁市"}}, nil, []string{"一", "二"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward}, []string{"丁市", "乌有市"}, []string{"海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kg.PlaceKind}}, []string{"乌有市"}, []string{"丁市", "海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kg.OrganizationKind}}, []string{"丁市"}, []string{"乌有市", "海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Node: named}, []string{"丁市", "乌有市"}, []string{"海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kg.PlaceKind}, Node: named}, []string{"乌有市"}, []string{"丁市", "海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kg.OrganizationKind}, Node: named}, []string{"丁市"}, []string{"乌有市", "海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kg.OrganizationKind}, Node: holds}, []string{"丁市"}, []string{"乌有市", "海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kg.PlaceKind}, Node: division}, []string{"乌有市"}, []string{"丁市", "海县"}},
		{kg.EdgeFilter{Kind: kg.LocatedIn, Direction: kg.Inward, Far: []kg.NodeKind{kg.OrganizationKind}, Node: company}, []string{"丁市"}, []string{"乌有市", "海县"}},
	} {
		kind := kg.ArticleKind
		if c.edge.Direction == kg.Inward {
			kind = kg.PlaceKind
		}
		wantNames(t, s, kg.NodeQuery{Kind: kind, Where: kg.Filter{Some: &c.edge}}, c.some)
		wantNames(t, s, kg.NodeQuery{Kind: kind, Where: kg.Filter{None: &c.edge}}, c.none)
		wantNames(t, s, kg.NodeQuery{Kind: kind, Where: kg.Filter{Some: &c.edge}, When: kg.When{KnownAt: "2024-01-01"}}, nil)
	}
}

// wantNames fails t unless q leaves the nodes of these names.
func wantNames(t *testing.T, s kg.Reader, q kg.NodeQuery, names []string) {
	t.Helper()
	q.Page, q.Count = kg.Page{First: 100}, true
	page, err := s.List(background, q)
	want, got := map[string]bool{}, map[string]bool{}
	for _, name := range names {
		want[name] = true
	}
	for _, n := range page.Nodes {
		got[n.NodeHead().Name] = true
	}
	if d := diff(want, got); err != nil || d != "" || page.Total != len(names) {
		t.Errorf("%+v: %d, %v, -want +got\n%s", q, page.Total, err, d)
	}
}
