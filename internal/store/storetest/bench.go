package storetest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// benchArticles make about 100,000 facts.
const benchArticles = 4600

// Bench measures a store on a generated graph of about 100,000 facts: how fast it loads (articles/s of 30 claims, 40 in a
// call), and what List, Edges, Evidence, Search, Paths and Neighborhood take. open makes an empty store.
func Bench(b *testing.B, open func(b *testing.B) kg.Store) {
	s := open(b)
	docs := Generate(1, benchArticles+2000)
	begun := time.Now()
	for chunk := range slices.Chunk(docs[:benchArticles], 40) {
		apply(b, s, chunk...)
	}
	rate := benchArticles / time.Since(begun).Seconds()
	b.Run("Load", func(b *testing.B) {
		for b.Loop() { // loaded once, before: the other questions need it too
		}
		b.ReportMetric(rate, "articles/s")
		b.ReportMetric(0, "ns/op")
	})
	more := docs[benchArticles:]
	b.Run("ApplyOne", func(b *testing.B) {
		for b.Loop() && len(more) > 0 {
			apply(b, s, more[0])
			more = more[1:]
		}
	})
	samples, err := SamplesOf(background, s)
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range Questions(background, s, samples) {
		b.Run(q.Name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if err := q.Ask(i); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Question is one question of a benchmark; Ask asks it for the i-th time, of another node where that makes sense.
type Question struct {
	Name string
	Ask  func(i int) error
}

// Samples are nodes and facts for questions: those that most is known of, and those that were seen last.
type Samples struct {
	Hub      kg.ID   // that most articles mention
	People   []kg.ID // seen last
	Mentions []kg.ID // the hub's last facts
	Articles []kg.ID // of those
}

// SamplesOf looks for samples in a store that isn't empty.
func SamplesOf(ctx context.Context, s kg.Store) (Samples, error) {
	var out Samples
	hubs, err := s.Group(ctx, kg.GroupQuery{Kind: kg.ArticleKind, Edge: kg.MentionsEntity, Limit: 1})
	if err != nil || len(hubs) == 0 {
		return out, fmt.Errorf("no hub: %w", cmp.Or(err, kg.ErrNotFound))
	}
	out.Hub = kg.ID(hubs[0].Key)
	seen, err := s.List(ctx, kg.NodeQuery{Kind: kg.PersonKind, Order: "LAST_SEEN", Page: kg.Page{First: 100}})
	if err != nil {
		return out, err
	}
	out.People = idsOf(seen.Nodes)
	mentions, err := s.Edges(ctx, []kg.ID{out.Hub}, kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Page: kg.Page{First: 20}})
	if err != nil {
		return out, err
	}
	for _, e := range mentions[0].Edges {
		out.Mentions, out.Articles = append(out.Mentions, e.EdgeFact().ID), append(out.Articles, e.EdgeFact().From)
	}
	return out, nil
}

// Walk is the ends of the i-th walk.
func (s *Samples) Walk(i int) (from, to kg.ID) {
	return s.People[i%len(s.People)], s.People[(i*7+3)%len(s.People)]
}

// Questions are asked of samples.
func Questions(ctx context.Context, s kg.Store, of Samples) []Question {
	hub, people := of.Hub, of.People
	place := kg.EdgeFilter{Kind: kg.HasJurisdiction, Node: kg.Filter{Field: "id", Op: kg.Eq, Value: string(hub)}}
	posted := kg.EdgeFilter{Kind: kg.HoldsPost, Node: kg.Filter{Some: &place}}
	page := kg.Page{First: 20}
	list := func(name string, q kg.NodeQuery) Question {
		return Question{"List/" + name, func(int) error { _, err := s.List(ctx, q); return err }}
	}
	edges := func(name string, from []kg.ID, q kg.EdgeQuery) Question {
		return Question{"Edges/" + name, func(int) error { _, err := s.Edges(ctx, from, q); return err }}
	}
	out := []Question{
		{"Nodes/20", func(int) error { _, err := s.Nodes(ctx, of.Articles, kg.When{}); return err }},
		list("page", kg.NodeQuery{Kind: kg.PersonKind, Page: page}),
		list("count", kg.NodeQuery{Kind: kg.PersonKind, Page: page, Count: true}),
		list("posted", kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Some: &posted}, Page: page}),
		edges("20x5", people[:20], kg.EdgeQuery{Kind: kg.HoldsPost, Page: kg.Page{First: 5}}),
		edges("20x5asOf", people[:20], kg.EdgeQuery{Kind: kg.HoldsPost, Page: kg.Page{First: 5}, When: kg.When{AsOf: "2024-06-01"}, MinConfidence: 500}),
		edges("hub", []kg.ID{hub}, kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Page: page}),
		edges("hubByCount", []kg.ID{hub}, kg.EdgeQuery{Kind: kg.MentionsEntity, Direction: kg.Inward, Order: "COUNT", Page: page}),
		{"Evidence/20x3", func(int) error {
			_, err := s.Evidence(ctx, of.Mentions, kg.EvidenceQuery{Page: kg.Page{First: 3}})
			return err
		}},
		{"Group/month", func(int) error {
			_, err := s.Group(ctx, kg.GroupQuery{Kind: kg.ArticleKind, By: "published", Cut: 7, Limit: 100})
			return err
		}},
		{"Changes/100", func(int) error { _, err := s.Changes(ctx, 10, 100); return err }},
		{"Stats", func(int) error { _, err := s.Stats(ctx); return err }},
	}
	return append(out, wider(ctx, s, of)...)
}

func idsOf(nodes []kg.Node) []kg.ID {
	out := make([]kg.ID, len(nodes))
	for i, n := range nodes {
		out[i] = n.NodeHead().ID
	}
	return out
}

// wider are the questions that look farther than one node's edges.
func wider(ctx context.Context, s kg.Store, of Samples) []Question {
	var out []Question
	for name, text := range map[string]string{"name": "王芳", "word": "经济", "one": "海", "phrase": "高质量发展", "pinyin": "wang", "initials": "wf"} {
		out = append(out, Question{"Search/" + name, func(int) error {
			_, err := s.Search(ctx, kg.SearchQuery{Text: text, Page: kg.Page{First: 20}})
			return err
		}})
	}
	slices.SortFunc(out, func(a, b Question) int { return cmp.Compare(a.Name, b.Name) })
	for _, all := range []bool{false, true} {
		out = append(out, Question{fmt.Sprintf("Paths/all=%v", all), func(i int) error {
			from, to := of.Walk(i)
			_, err := s.Paths(ctx, kg.PathQuery{From: from, To: to, MaxHops: 6, All: all, Limit: 10})
			return err
		}})
	}
	for _, kind := range kg.CandidateKinds {
		out = append(out, Question{"Candidates/" + string(kind), func(int) error {
			_, err := s.Candidates(ctx, kg.CandidateQuery{Kind: kind, Page: kg.Page{First: 20}})
			return err
		}})
	}
	return append(out, Question{"Neighborhood", func(i int) error {
		_, err := s.Neighborhood(ctx, kg.NeighborhoodQuery{From: of.People[i%len(of.People)], Hops: 2, Limit: 100})
		return err
	}})
}
