package kg_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

func TestResolve(t *testing.T) {
	res := &kg.Resolution{
		Rulings: kg.Rulings{
			Reassign: map[kg.ID]map[kg.ID]kg.ID{"a-1": {"p-3": "p-9"}},
			Retract:  []kg.EdgeKey{{Kind: kg.HoldsPost, From: "p-2", To: "t-1"}},
			Renamed:  []kg.Naming{{ID: "p-1", Name: "甲"}, {ID: "p-2", Name: "乙"}},
		},
		Rep: map[kg.ID]kg.ID{"p-1": "p-1", "p-2": "p-1"},
	}
	retracted := res.Retracted()
	fact := func(from kg.ID) kg.ID { return kg.FactID(kg.HoldsPost, from, "t-1", "") }
	for _, c := range []struct {
		name  string
		claim kg.Claim
		want  kg.Resolved
	}{
		{"merged and retracted", kg.Claim{Article: "a-1", Kind: kg.HoldsPost, From: "p-2", To: "t-1"}, kg.Resolved{Kind: kg.HoldsPost, From: "p-1", To: "t-1", Subject: fact("p-1"), Retracted: true}},
		{"reassigned", kg.Claim{Article: "a-1", Kind: kg.HoldsPost, From: "p-3", To: "t-1"}, kg.Resolved{Kind: kg.HoldsPost, From: "p-9", To: "t-1", Subject: fact("p-9")}},
		{"not in this article", kg.Claim{Article: "a-2", Kind: kg.HoldsPost, From: "p-3", To: "t-1"}, kg.Resolved{Kind: kg.HoldsPost, From: "p-3", To: "t-1", Subject: fact("p-3")}},
		{"attribute", kg.Claim{Article: "a-1", Kind: kg.Attribute, From: "p-2", Key: "name"}, kg.Resolved{Kind: kg.Attribute, From: "p-1", Key: "name", Subject: "p-1"}},
		{"link", kg.Claim{Article: "a-1", Kind: kg.SamePerson, From: "p-1", To: "p-2"}, kg.Resolved{Kind: kg.SamePerson}},
	} {
		if d := cmp.Diff(c.want, res.Resolve(&c.claim, retracted)); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
	}
	if d := cmp.Diff(map[kg.ID]string{"p-1": "乙"}, res.Names()); d != "" {
		t.Errorf("the last name wins: -want +got\n%s", d)
	}
	if p, ok := res.Link(&kg.Claim{Article: "a-1", Kind: kg.SamePerson, From: "p-3", To: "p-2"}); !ok || p != (kg.Pair{A: "p-2", B: "p-9"}) {
		t.Errorf("link %v, %v", p, ok)
	}
	if _, ok := res.Link(&kg.Claim{Article: "a-1", Kind: kg.SamePerson, From: "p-3", To: "p-9"}); ok {
		t.Error("a link of a node with itself")
	}
}

func TestSheetIgnoresOrder(t *testing.T) {
	var claims []kg.Claim
	var origins []kg.Origin
	for i := range 12 {
		status := kg.HoldsStatuses[i%3]
		claims = append(claims, kg.Say("a-1", &kg.Holds{Fact: kg.Fact{Kind: kg.HoldsPost}, Status: status}, "", kg.Evidence{Confidence: 100 * (i % 2)}))
		origins = append(origins, kg.Origin{Article: "a-1", Cluster: string(rune('a' + i%4)), Published: kg.Date("2024-01-0" + string(rune('1'+i%5)))})
	}
	var want []kg.Tally
	for range 10 {
		var s kg.Sheet
		for _, i := range rand.Perm(len(claims)) {
			s.Add(&claims[i], origins[i])
		}
		got := s.Tallies()
		if want == nil {
			want = got
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("-want +got\n%s", d)
		}
	}
	first := kg.Tally{Field: kg.MarkSelf, N: 12, Clusters: 4, First: "2024-01-01", Last: "2024-01-05"}
	if d := cmp.Diff(first, want[0]); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	var none kg.Sheet
	if len(none.Tallies()) != 0 {
		t.Error("an empty sheet has tallies")
	}
}

func TestKeyTextRoundTrip(t *testing.T) {
	for _, n := range []kg.Node{
		&kg.Person{Head: kg.Head{Kind: kg.PersonKind, Key: "甲|\"x"}, Scope: "内蒙古/乌海市"},
		&kg.Post{Head: kg.Head{Kind: kg.PostKind, Key: "k"}, Place: "p", Org: "o", Rank: 3, Seats: 1, Generic: true},
		&kg.Place{Head: kg.Head{Kind: kg.PlaceKind, Key: ""}, Path: "x", ValidFrom: "2024-01"},
		&kg.Event{Head: kg.Head{Kind: kg.EventKind, Key: "e"}, EventType: "visit", Start: "2024-05"},
	} {
		h := *n.NodeHead()
		text := kg.KeyText(n)
		got, err := kg.NodeOfKey(h.Kind, "x-1", text)
		n.NodeHead().ID = "x-1"
		if d := cmp.Diff(n, got); err != nil || d != "" {
			t.Errorf("%s: %v, -want +got\n%s", text, err, d)
		}
	}
	for _, text := range []string{"", "[]", "{}", `["k"]`, "null"} {
		if n, err := kg.NodeOfKey(kg.PersonKind, "p-1", text); err == nil {
			t.Errorf("%q made %v", text, n)
		}
	}
}
