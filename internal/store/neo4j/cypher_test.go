package neo4j_test

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/neo4j"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/internal/store/statement"
	"github.com/baopu/baopu/internal/store/storetest"
)

func TestFilesSayWhatTheyAreFor(t *testing.T) {
	for name, text := range neo4j.CypherTexts() {
		first, rest, _ := strings.Cut(text, "\n")
		if !strings.HasPrefix(first, "// ") || !strings.HasSuffix(first, ".") || strings.TrimSpace(rest) == "" {
			t.Errorf("%s.cypher: the first line %q doesn't say what the statement is for", name, first)
		}
		if strings.Contains(text, "elementId") || strings.Contains(text, "-[]-") {
			t.Errorf("%s.cypher: own ids and named edges only", name)
		}
	}
}

// server is an empty store and the driver of the server that it is on, false where there is none.
func server(t *testing.T) (s *neo4j.Store, driver bolt.DriverWithContext, ok bool) {
	t.Helper()
	url, ok := neotest.URL(t)
	if !ok {
		return nil, nil, false
	}
	s = neotest.Open(t, url)
	driver, err := neotest.Driver(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	return s, driver, true
}

// TestPlans asks the server how it would run every statement: none may look at all nodes, or pair everything with
// everything.
func TestPlans(t *testing.T) {
	s, driver, ok := server(t)
	if !ok {
		return
	}
	texts := neo4j.EveryText()
	for i, text := range askEverything(t, s) {
		texts[fmt.Sprintf("question %d: %s", i, neo4j.Purpose(text))] = text
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		plan := explain(t, driver, texts[name])
		if plan == nil {
			t.Errorf("%s: no plan", name)
			continue
		}
		for _, op := range operators(t, plan) {
			always := slices.Contains([]string{"AllNodesScan", "CartesianProduct", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"}, op)
			// What is no question of a user's finds by an index, unless it lists all there is.
			file, _, _ := strings.Cut(name, " ")
			if always || strings.HasSuffix(op, "Scan") && file != "question" && !strings.HasSuffix(file, "-list") && file != "meta-find" && !strings.Contains(op, "Index") {
				t.Errorf("%s: the plan has %s\n%s", name, op, texts[name])
			}
		}
	}
	t.Logf("%d statements", len(texts))
}

// TestFewFarEndsComeFromAnIndex: a page of a hub's edges whose filter names a day begins at that day's events.
func TestFewFarEndsComeFromAnIndex(t *testing.T) {
	s, driver, ok := server(t)
	if !ok {
		return
	}
	crowd, asked := storetest.NewCrowd(), 0
	for _, p := range crowd.Pages() {
		if p.Query.Node.Field != "start" {
			continue
		}
		ctx, counter := statement.Count(context.Background())
		_, err := s.Edges(ctx, []kg.ID{p.Of}, p.Query)
		fine(t, err)
		for _, text := range counter.Texts() {
			asked++
			if ops := strings.Join(operators(t, explain(t, driver, text)), " "); strings.Contains(ops, "LabelScan") || !strings.Contains(ops, "NodeIndexSeek") {
				t.Errorf("%s: the plan is %s\n%s", p.Name, ops, text)
			}
		}
	}
	if asked == 0 {
		t.Error("no page of a crowd asks for a day")
	}
}

// TestArticlesOfDocumentsComeFromAnIndex: a page of them, in the order of their days, doesn't begin with all articles in that order.
func TestArticlesOfDocumentsComeFromAnIndex(t *testing.T) {
	s, driver, ok := server(t)
	if !ok {
		return
	}
	ctx, counter := statement.Count(context.Background())
	_, err := s.List(ctx, kg.NodeQuery{
		Kind: kg.ArticleKind, Where: kg.Filter{Field: "document", Op: kg.In, Values: []string{"d-1", "d-2"}}, Order: "PUBLISHED", Reverse: true, Page: kg.Page{First: 5},
	})
	fine(t, err)
	for _, text := range counter.Texts() {
		if ops := strings.Join(operators(t, explain(t, driver, text)), " "); strings.Contains(ops, "Scan") || !strings.Contains(ops, "NodeIndexSeek") {
			t.Errorf("the plan is %s\n%s", ops, text)
		}
	}
}

func explain(t *testing.T, driver bolt.DriverWithContext, text string) bolt.Plan {
	t.Helper()
	ctx := context.Background()
	ses := driver.NewSession(ctx, bolt.SessionConfig{})
	defer ses.Close(ctx)
	res, err := ses.Run(ctx, "EXPLAIN "+text, map[string]any{"p": map[string]any{}})
	if err != nil {
		t.Errorf("%v\n%s", err, text)
		return nil
	}
	sum, err := res.Consume(ctx)
	if err != nil {
		t.Errorf("%v\n%s", err, text)
		return nil
	}
	return sum.Plan()
}

var operator = regexp.MustCompile(`(?m)^\|[ |]*\+(\w+)`)

// operators are all those of a plan. They are read off its picture: Children of driver 5.28 answers the last child for each.
func operators(t *testing.T, p bolt.Plan) []string {
	t.Helper()
	picture, _ := p.Arguments()["string-representation"].(string)
	var out []string
	for _, m := range operator.FindAllStringSubmatch(picture, -1) {
		out = append(out, m[1])
	}
	if len(out) == 0 {
		t.Errorf("no operators in the plan\n%s", picture)
	}
	return out
}

// askEverything asks every kind of question once, in each of its orders and directions, and answers the statements that
// the store made for it.
func askEverything(t *testing.T, s kg.Store) []string {
	t.Helper()
	docs := storetest.Generate(3, 30)
	if _, err := s.Apply(context.Background(), docs...); err != nil {
		t.Fatal(err)
	}
	ctx, counter := statement.Count(context.Background())
	page := kg.Page{First: 5}
	for i := range kg.NodeKinds {
		kind := &kg.NodeKinds[i]
		for _, o := range kind.Orders {
			got, err := s.List(ctx, kg.NodeQuery{Kind: kind.Kind, Order: o.Name, Page: page, Count: true})
			fine(t, err)
			_, err = s.List(ctx, kg.NodeQuery{Kind: kind.Kind, Order: o.Name, Page: kg.Page{First: 5, After: got.Info.End}})
			fine(t, err)
		}
		for _, when := range []kg.When{{}, {KnownAt: "2024-06-01"}} {
			_, err := s.List(ctx, kg.NodeQuery{Kind: kind.Kind, Where: kg.Filter{Field: "id", Op: kg.Ne}, When: when, One: true})
			fine(t, err)
		}
		_, err := s.Group(ctx, kg.GroupQuery{Kind: kind.Kind, By: kind.Fields[0].Name, Limit: 5})
		if kind.Fields[0].Type != kg.Packed && !kind.Fields[0].Long {
			fine(t, err)
		}
	}
	askEdges(ctx, t, s, page)
	person, place := docs[0].ID, docs[1].ID
	for _, n := range docs[0].Nodes {
		switch n.NodeHead().Kind {
		case kg.PersonKind:
			person = n.NodeHead().ID
		case kg.PlaceKind:
			place = n.NodeHead().ID
		}
	}
	for _, when := range []kg.When{{}, {AsOf: "2024-05-01", KnownAt: "2024-06-01"}} {
		_, err := s.Paths(ctx, kg.PathQuery{From: person, To: place, MaxHops: 4, Limit: 3, When: when})
		fine(t, err)
		_, err = s.Neighborhood(ctx, kg.NeighborhoodQuery{From: person, Hops: 2, Limit: 20, When: when})
		fine(t, err)
		_, err = s.Search(ctx, kg.SearchQuery{Text: "会议", When: when, Page: page, Count: true})
		fine(t, err)
	}
	for _, kind := range kg.CandidateKinds {
		_, err := s.Candidates(ctx, kg.CandidateQuery{Kind: kind, Page: page})
		fine(t, err)
	}
	_, err := s.Changes(ctx, 0, 10)
	fine(t, err)
	_, err = s.Stats(ctx)
	fine(t, err)
	seen := map[string]bool{}
	var out []string
	for _, text := range counter.Texts() {
		if !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}

func askEdges(ctx context.Context, t *testing.T, s kg.Store, page kg.Page) {
	t.Helper()
	for i := range kg.EdgeKinds {
		kind := &kg.EdgeKinds[i]
		for _, d := range []kg.Direction{kg.Out, kg.Inward} {
			near := kind.Ends(1 - d)[0]
			nodes, err := s.List(ctx, kg.NodeQuery{Kind: near, Page: page})
			fine(t, err)
			ids := []kg.ID{kg.MakeID("p", "nobody")}
			for _, n := range nodes.Nodes {
				ids = append(ids, n.NodeHead().ID)
			}
			for _, o := range kind.Orders {
				got, err := s.Edges(ctx, ids, kg.EdgeQuery{Kind: kind.Kind, Direction: d, Order: o.Name, Page: page, Count: true})
				fine(t, err)
				var facts []kg.ID
				for _, p := range got {
					for _, e := range p.Edges {
						facts = append(facts, e.EdgeFact().ID)
					}
				}
				if field := dayOf(kind.Ends(d)[0]); field != "" {
					few := kg.Filter{Field: field, Op: kg.Eq, Value: "2024-05-01"}
					_, err = s.Edges(ctx, ids, kg.EdgeQuery{Kind: kind.Kind, Direction: d, Far: kind.Ends(d)[:1], Node: few, Order: o.Name, Page: page})
					fine(t, err)
				}
				_, err = s.Evidence(ctx, facts, kg.EvidenceQuery{Page: page, Count: true})
				fine(t, err)
			}
			_, err = s.Group(ctx, kg.GroupQuery{Kind: near, Edge: kind.Kind, Dir: d, Limit: 5})
			fine(t, err)
			_, err = s.List(ctx, kg.NodeQuery{Kind: near, Where: kg.Filter{Some: &kg.EdgeFilter{Kind: kind.Kind, Direction: d}}, Page: page})
			fine(t, err)
		}
	}
}

// dayOf is a field of a kind by which a day picks few nodes, "" where it has none.
func dayOf(kind kg.NodeKind) string {
	s, _ := kg.NodeSchemaOf(kind)
	for _, f := range s.Fields {
		if f.Type == kg.DateType && f.Index {
			return f.Name
		}
	}
	return ""
}

func fine(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}
