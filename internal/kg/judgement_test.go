package kg_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

func log(js ...kg.Judgement) []kg.Judgement {
	for i := range js {
		js[i].Seq = i + 1
		js[i].MakeID()
	}
	return js
}

func TestRuleUndo(t *testing.T) {
	same := kg.Judgement{Verb: kg.JudgeSame, A: "p-2", B: "p-1"}
	first := log(same)[0].ID
	undo := kg.Judgement{Verb: kg.JudgeUndo, A: first}
	second := log(same, undo)[1].ID
	for _, c := range []struct {
		name string
		log  []kg.Judgement
		want []kg.Pair
	}{
		{"said", log(same), []kg.Pair{{A: "p-1", B: "p-2"}}},
		{"undone", log(same, undo), nil},
		{"undo undone", log(same, undo, kg.Judgement{Verb: kg.JudgeUndo, A: second}), []kg.Pair{{A: "p-1", B: "p-2"}}},
		{"overruled", log(same, kg.Judgement{Verb: kg.JudgeDifferent, A: "p-1", B: "p-2"}), nil},
		{"overruled and undone", log(same, kg.Judgement{Verb: kg.JudgeDifferent, A: "p-1", B: "p-2"}, kg.Judgement{Verb: kg.JudgeUndo, A: log(same, kg.Judgement{Verb: kg.JudgeDifferent, A: "p-1", B: "p-2"})[1].ID}), []kg.Pair{{A: "p-1", B: "p-2"}}},
	} {
		got := kg.Rule(c.log).Same
		if len(got) == 0 {
			got = nil
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
	}
}

func TestReassignedIDIgnoresOrder(t *testing.T) {
	a, b := kg.ReassignedID("p-1", []kg.ID{"a-1", "a-2"}), kg.ReassignedID("p-1", []kg.ID{"a-2", "a-1", "a-2"})
	if a != b || a.Prefix() != "p" || a == kg.ReassignedID("p-1", []kg.ID{"a-1"}) {
		t.Errorf("%q and %q", a, b)
	}
}

func TestJudgementCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		j    kg.Judgement
		ok   bool
	}{
		{"same", kg.Judgement{Verb: kg.JudgeSame, A: "p-1", B: "p-2", By: "me"}, true},
		{"nobody", kg.Judgement{Verb: kg.JudgeSame, A: "p-1", B: "p-2"}, false},
		{"two kinds", kg.Judgement{Verb: kg.JudgeSame, A: "p-1", B: "o-2", By: "me"}, false},
		{"itself", kg.Judgement{Verb: kg.JudgeDifferent, A: "p-1", B: "p-1", By: "me"}, false},
		{"an article", kg.Judgement{Verb: kg.JudgeRename, A: "a-1", Name: "x", By: "me"}, false},
		{"no name", kg.Judgement{Verb: kg.JudgeRename, A: "p-1", Name: " ", By: "me"}, false},
		{"no articles", kg.Judgement{Verb: kg.JudgeReassign, A: "p-1", By: "me"}, false},
		{"computed", kg.Judgement{Verb: kg.JudgeRetract, Edge: &kg.EdgeKey{Kind: kg.ReprintOf}, By: "me"}, false},
		{"no verb", kg.Judgement{Verb: "maybe", By: "me"}, false},
	} {
		err := c.j.Check()
		if (err == nil) != c.ok || err != nil && !errors.Is(err, kg.ErrInvalid) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestComponents(t *testing.T) {
	links := []kg.Pair{kg.MakePair("p-3", "p-2"), kg.MakePair("p-1", "p-2"), kg.MakePair("p-5", "p-4"), kg.MakePair("p-7", "p-6")}
	want := map[kg.ID]kg.ID{"p-1": "p-1", "p-2": "p-1", "p-3": "p-1", "p-4": "p-4", "p-5": "p-4"}
	apart := map[kg.Pair]bool{{A: "p-6", B: "p-7"}: true}
	if d := cmp.Diff(want, kg.Components(links, apart)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	reversed := []kg.Pair{links[3], links[2], links[1], links[0]}
	if d := cmp.Diff(want, kg.Components(reversed, apart)); d != "" {
		t.Errorf("in another order -want +got\n%s", d)
	}
}

func TestReprints(t *testing.T) {
	edges := kg.Reprints([]kg.ClusterMember{{ID: "a-3", Published: "2024-01-02"}, {ID: "a-2", Published: "2024-01-01"}, {ID: "a-1", Published: "2024-01-02"}})
	var got []kg.ID
	for _, e := range edges {
		got = append(got, e.EdgeFact().From, e.EdgeFact().To)
	}
	if d := cmp.Diff([]kg.ID{"a-1", "a-2", "a-3", "a-2"}, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if kg.Reprints([]kg.ClusterMember{{ID: "a-1"}}) != nil {
		t.Error("an article alone reprints something")
	}
}
