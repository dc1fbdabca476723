package kg_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

func TestFoldNodeVotes(t *testing.T) {
	tallies := []kg.Tally{
		{Field: kg.MarkSelf, N: 9, Clusters: 4, First: "2024-01-01", Last: "2024-09-01"},
		{Field: kg.MarkPublished, N: 9, Clusters: 4, First: "2024-01-02", Last: "2024-09-02"},
		{Field: "name", Value: "艾尔肯", Clusters: 2, First: "2024-03-01"},
		{Field: "name", Value: "艾尔肯·吐尼亚孜", Clusters: 2, First: "2024-02-01"},
		{Field: "name", Value: "艾尔肯·吐尼亚兹", Clusters: 1, First: "2024-01-01"},
		{Field: "gender", Value: "male", Clusters: 1, First: "2024-01-01"},
		{Field: "gender", Value: "female", Clusters: 3, First: "2024-05-01"},
		{Field: "official", Value: "true", Clusters: 1},
	}
	want := &kg.Person{
		Head:    kg.Head{Kind: kg.PersonKind, Name: "艾尔肯·吐尼亚孜", ArticleCount: 4, FirstSeen: "2024-01-02", LastSeen: "2024-09-02"},
		Aliases: []string{"艾尔肯", "艾尔肯·吐尼亚兹"}, Gender: "female", Official: true,
	}
	for range 20 {
		rand.Shuffle(len(tallies), func(i, j int) { tallies[i], tallies[j] = tallies[j], tallies[i] })
		got := &kg.Person{Head: kg.Head{Kind: kg.PersonKind}}
		if err := kg.FoldNode(got, tallies, ""); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("-want +got\n%s", d)
		}
	}
	renamed := &kg.Person{Head: kg.Head{Kind: kg.PersonKind}}
	if err := kg.FoldNode(renamed, tallies, "艾尔肯·新"); err != nil || renamed.Name != "艾尔肯·新" || len(renamed.Aliases) != 3 {
		t.Errorf("renamed: %v %+v", err, renamed)
	}
}

func TestFoldStatusIsTheHighest(t *testing.T) {
	a := &kg.Agreement{Head: kg.Head{Kind: kg.AgreementKind}}
	err := kg.FoldNode(a, []kg.Tally{
		{Field: "status", Value: "planned", Clusters: 9},
		{Field: "status", Value: "signed", Clusters: 1},
		{Field: "sectors", Value: "教育"},
		{Field: "sectors", Value: "医疗"},
		{Field: "count", Value: "9", Clusters: 1},
	}, "")
	want := &kg.Agreement{Head: kg.Head{Kind: kg.AgreementKind}, Status: "signed", Count: 9, Sectors: []string{"医疗", "教育"}}
	if d := cmp.Diff(want, a); err != nil || d != "" {
		t.Errorf("%v -want +got\n%s", err, d)
	}
}

func TestFoldEdgeCountsAndConfidence(t *testing.T) {
	s, _ := kg.EdgeSchemaOf(kg.ParticipatedIn)
	e := s.New().(*kg.Participated)
	err := kg.FoldEdge(e, []kg.Tally{
		{Field: kg.MarkSelf, Clusters: 2, First: "2024-05-01", Last: "2024-05-03"},
		{Field: kg.MarkPublished, First: "2024-05-02", Last: "2024-05-04"},
		{Field: kg.MarkConfidence, Value: "0850"},
		{Field: kg.MarkConfidence, Value: "0990"},
		{Field: "order", Value: "12"},
		{Field: "order", Value: "3"},
	})
	want := &kg.Participated{Fact: kg.Fact{
		Kind: kg.ParticipatedIn, ArticleCount: 2, Confidence: 990, FirstDate: "2024-05-01", LastDate: "2024-05-03",
		FirstPublished: "2024-05-02", LastPublished: "2024-05-04",
	}, Order: 3}
	if d := cmp.Diff(want, e); err != nil || d != "" {
		t.Errorf("%v -want +got\n%s", err, d)
	}
}

func TestFoldNoNumber(t *testing.T) {
	e := &kg.Participated{Fact: kg.Fact{Kind: kg.ParticipatedIn}}
	if err := kg.FoldEdge(e, []kg.Tally{{Field: "order", Value: "abc"}}); !errors.Is(err, kg.ErrInvalid) || !strings.Contains(err.Error(), "order") {
		t.Errorf("got %v", err)
	}
}

func TestMarksAreDistinct(t *testing.T) {
	e := &kg.Holds{Status: "appointed", StatedStart: "2024-05-01"}
	e.Kind = kg.HoldsPost
	marks := func(confidence int) []kg.Mark {
		c := kg.Say("a-1", e, "2024-04-30", kg.Evidence{Rule: "r", Confidence: confidence})
		return c.Marks(kg.Origin{Article: "a-1", Cluster: "c", Published: "2024-05-02"})
	}
	want := []kg.Mark{
		{Field: kg.MarkSelf, Date: "2024-04-30"},
		{Field: kg.MarkPublished, Date: "2024-05-02"},
		{Field: kg.MarkConfidence, Value: "0500", Date: "2024-05-02"},
		{Field: "status", Value: "appointed", Date: "2024-04-30"},
		{Field: "statedStart", Value: "2024-05-01", Date: "2024-04-30"},
	}
	if d := cmp.Diff(want, marks(500)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	want[2].Value = "0007"
	want = append(want[:3], kg.Mark{Field: kg.MarkDoubted, Value: "appointed", Date: "2024-04-30"})
	if d := cmp.Diff(want, marks(7)); d != "" {
		t.Errorf("doubted: -want +got\n%s", d)
	}
}
