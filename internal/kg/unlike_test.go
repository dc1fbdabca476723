package kg_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/baopu/baopu/internal/kg"
)

// Of two logs, those pairs and articles are told apart that only one judges, or that they judge otherwise, whichever comes first.
func TestRulingsUnlike(t *testing.T) {
	log := []kg.Judgement{
		{ID: "j-1", Seq: 1, Verb: kg.JudgeSame, A: "p-1", B: "p-2"},
		{ID: "j-2", Seq: 2, Verb: kg.JudgeDifferent, A: "p-3", B: "p-4"},
		{ID: "j-3", Seq: 3, Verb: kg.JudgeReassign, A: "p-1", Articles: []kg.ID{"a-1", "a-2"}},
	}
	for _, c := range []struct {
		name     string
		more     kg.Judgement
		pairs    []kg.Pair
		articles []kg.ID
	}{
		{"same again", kg.Judgement{Verb: kg.JudgeSame, A: "p-2", B: "p-1"}, nil, nil},
		{"another pair", kg.Judgement{Verb: kg.JudgeSame, A: "p-5", B: "p-2"}, []kg.Pair{{A: "p-2", B: "p-5"}}, nil},
		{"same, then different", kg.Judgement{Verb: kg.JudgeDifferent, A: "p-1", B: "p-2"}, []kg.Pair{{A: "p-1", B: "p-2"}}, nil},
		{"different, then same", kg.Judgement{Verb: kg.JudgeSame, A: "p-3", B: "p-4"}, []kg.Pair{{A: "p-3", B: "p-4"}}, nil},
		{"an undo", kg.Judgement{Verb: kg.JudgeUndo, A: "j-1"}, []kg.Pair{{A: "p-1", B: "p-2"}}, nil},
		{"a new article", kg.Judgement{Verb: kg.JudgeReassign, A: "p-7", Articles: []kg.ID{"a-3"}}, nil, []kg.ID{"a-3"}},
		{"another one of the same article", kg.Judgement{Verb: kg.JudgeReassign, A: "p-7", Articles: []kg.ID{"a-2"}}, nil, []kg.ID{"a-2"}},
		{"an undone reassignment", kg.Judgement{Verb: kg.JudgeUndo, A: "j-3"}, nil, []kg.ID{"a-1", "a-2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.more.ID, c.more.Seq = "j-4", 4
			before, after := kg.Rule(log), kg.Rule(append(slices.Clone(log), c.more))
			for _, of := range [][2]*kg.Rulings{{&before, &after}, {&after, &before}} {
				pairs, articles := of[0].UnlikePairs(of[1]), of[0].UnlikeArticles(of[1])
				slices.Sort(articles)
				if d := cmp.Diff(c.pairs, pairs, cmpopts.EquateEmpty()) + cmp.Diff(c.articles, articles, cmpopts.EquateEmpty()); d != "" {
					t.Errorf("-want +got\n%s", d)
				}
			}
		})
	}
}
