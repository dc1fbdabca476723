package storetest

import (
	"flag"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/baopu/baopu/internal/kg"
)

// smallWorld makes documents that meet in nearly everything.
func smallWorld() *World {
	return &World{Places: 4, Persons: 6, Posts: 4, Organizations: 3, Events: 3, Agreements: 2, Papers: 2, Clusters: 4, Days: 40, Claims: 14}
}

// testRandom drives a store and the model by the same random documents, removals and judgements, and holds them together.
func testRandom(t *testing.T, open func(*testing.T) kg.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		d := &driver{rt: rt, s: open(t), m: NewModel(), w: smallWorld()}
		rt.Repeat(map[string]func(*rapid.T){
			"apply":  d.apply,
			"again":  d.apply,
			"remove": d.remove,
			"judge":  d.judge,
			"undo":   d.undo,
			"list":   d.list,
			"edges":  d.edges,
			"":       d.check,
		})
		d.verify(rt)
		if err := d.s.Close(); err != nil {
			rt.Fatal(err)
		}
	})
}

// RandomRuns sets how many random runs the group Random makes; -rapid.checks asks for others. Each takes a store of its own
// through dozens of steps, and is checked after every one, so a store that is slow to open takes fewer. Call it in TestMain.
func RandomRuns(n int) {
	if err := flag.Set("rapid.checks", strconv.Itoa(n)); err != nil {
		panic(err) // rapid no longer has its flag
	}
}

// driver does the same to both.
type driver struct {
	rt      *rapid.T
	s       kg.Store
	m       *Model
	w       *World
	changed bool
	changes int
}

func (d *driver) both(what string, err1, err2 error) {
	if wordOf(err1) != wordOf(err2) {
		d.rt.Fatalf("%s: the model answers %v, the store %v", what, err1, err2)
	}
	d.changed = d.changed || err1 == nil
}

const documentNumbers = 7

func (d *driver) apply(t *rapid.T) {
	numbers := rapid.SliceOfNDistinct(rapid.IntRange(0, documentNumbers-1), 1, 3, rapid.ID[int]).Draw(t, "numbers")
	docs := make([]*kg.Document, len(numbers))
	for i, nr := range numbers {
		seed := rapid.IntRange(0, 9).Draw(t, "seed")
		docs[i] = d.w.Document(rand.New(rand.NewPCG(uint64(seed), uint64(nr))), nr)
		docs[i].Articles()[0].Incomplete = rapid.Bool().Draw(t, "incomplete") // it changes, and its claims don't
	}
	if rapid.IntRange(0, 9).Draw(t, "bad") == 0 {
		docs[len(docs)-1].Claims[0].Article = "a-none"
	}
	want, err1 := d.m.Apply(background, docs...)
	got, err2 := d.s.Apply(background, docs...)
	d.both("apply", err1, err2)
	if want != got {
		d.rt.Fatalf("applied %+v, want %+v", got, want)
	}
}

func (d *driver) remove(t *rapid.T) {
	nr := rapid.IntRange(0, documentNumbers-1).Draw(t, "number")
	id := d.w.documentID(nr)
	d.both("remove", d.m.Remove(background, id), d.s.Remove(background, id))
}

func pickOne[K comparable](t *rapid.T, what string, list []K) K {
	var none K
	if len(list) == 0 {
		return none
	}
	return list[rapid.IntRange(0, len(list)-1).Draw(t, what)]
}

func (d *driver) judge(t *rapid.T) {
	g := d.m.state.graph()
	kind := pickOne(t, "kind", []kg.NodeKind{kg.PersonKind, kg.PersonKind, kg.PlaceKind, kg.PostKind, kg.OrganizationKind, kg.EventKind})
	var ids []kg.ID
	for id := range g.raw {
		if k, _ := kg.NodeKindOf(id); k == kind {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	a, b := pickOne(t, "a", ids), pickOne(t, "b", ids)
	j := kg.Judgement{A: a, B: b, By: "rapid", At: "2024-01-01T00:00:00Z"}
	switch j.Verb = pickOne(t, "verb", []kg.Verb{kg.JudgeSame, kg.JudgeDifferent, kg.JudgeReassign, kg.JudgeRetract, kg.JudgeRename}); j.Verb {
	case kg.JudgeReassign:
		j.B = ""
		articles := slices.Sorted(maps.Keys(g.articles))
		j.Articles = slices.Compact(slices.Sorted(slices.Values([]kg.ID{pickOne(t, "article", articles), pickOne(t, "article", articles)})))
	case kg.JudgeRetract:
		j.A, j.B = "", ""
		var keys []kg.EdgeKey
		for _, list := range g.claims {
			if as := list[0].as; as.To != "" {
				keys = append(keys, kg.EdgeKey{Kind: as.Kind, From: as.From, To: as.To, Key: as.Key})
			}
		}
		slices.SortFunc(keys, func(x, y kg.EdgeKey) int { return compareIDs(factOf(x), factOf(y)) })
		k := pickOne(t, "fact", keys)
		j.Edge = &k
	case kg.JudgeRename:
		j.B, j.Name = "", pickOne(t, "name", []string{"改名一", "改名二"})
	case kg.JudgeSame, kg.JudgeDifferent, kg.JudgeUndo:
	}
	want, err1 := d.m.Judge(background, j)
	got, err2 := d.s.Judge(background, j)
	d.both("judge", err1, err2)
	if df := diff(want, got); df != "" {
		d.rt.Fatalf("judged, -want +got\n%s", df)
	}
}

func (d *driver) undo(t *rapid.T) {
	var ids []kg.ID
	for _, j := range d.m.state.log {
		ids = append(ids, j.ID)
	}
	j := kg.Judgement{Verb: kg.JudgeUndo, A: pickOne(t, "entry", ids), By: "rapid", At: "2024-01-01T00:00:00Z"}
	_, err1 := d.m.Judge(background, j)
	_, err2 := d.s.Judge(background, j)
	d.both("undo", err1, err2)
}

func (d *driver) list(t *rapid.T) {
	schema := kg.NodeKinds[rapid.IntRange(0, len(kg.NodeKinds)-1).Draw(t, "kind")]
	order := schema.Orders[rapid.IntRange(0, len(schema.Orders)-1).Draw(t, "order")]
	q := kg.NodeQuery{Kind: schema.Kind, Order: order.Name, Page: kg.Page{First: 5}, Count: true}
	if rapid.Bool().Draw(t, "back") {
		q.Page = kg.Page{Last: 5}
	}
	sameList(t, d.m, d.s, q)
}

func (d *driver) edges(t *rapid.T) {
	schema := kg.EdgeKinds[rapid.IntRange(0, len(kg.EdgeKinds)-1).Draw(t, "kind")]
	dir := kg.Direction(rapid.IntRange(0, 1).Draw(t, "direction"))
	when := pickOne(t, "when", []kg.When{{}, {AsOf: "2024-01-20"}, {KnownAt: "2024-01-20"}, {AsOf: "2024-01-10", KnownAt: "2024-01-20"}})
	sameEdges(t, d.m, d.s, fromOf(d.m.state.graph().edgesOf(schema.Kind), dir), kg.EdgeQuery{Kind: schema.Kind, Direction: dir, When: when, Page: kg.Page{First: 3}, Count: true})
}

func (d *driver) check(t *rapid.T) {
	if !d.changed {
		return
	}
	d.changed = false
	d.changes++
	want, err1 := dumpLines(d.m)
	got, err2 := dumpLines(d.s)
	if err1 != nil || err2 != nil || want != got {
		t.Fatalf("graphs differ: %v, %v, -want +got\n%s", err1, err2, diff(want, got))
	}
	if d.changes%4 == 0 {
		d.verify(t)
	}
	states1, err1 := d.m.Judgements(background)
	states2, err2 := d.s.Judgements(background)
	if df := diff(states1, states2); df != "" || err1 != nil || err2 != nil {
		t.Fatalf("judgements: %v, %v, -want +got\n%s", err1, err2, df)
	}
	stats1, _ := d.m.Stats(background)
	stats2, err := d.s.Stats(background)
	if df := diff(stats1, stats2); df != "" || err != nil {
		t.Fatalf("stats: %v, -want +got\n%s", err, df)
	}
}

func (d *driver) verify(t *rapid.T) {
	wrong, err := d.s.Verify(background)
	if err != nil || len(wrong) > 0 {
		t.Fatalf("verify: %v, %v", wrong, err)
	}
}
