package graph_test

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/storetest"
)

// timelineOf asks for a timeline as "date id" of each entry; rest is what the arguments say beside the entity.
func timelineOf(t *testing.T, s kg.Store, of kg.ID, rest string) []string {
	t.Helper()
	got := ask(t, s, fmt.Sprintf(`{timeline(of: %q, minConfidence: 0, %s) {date fact {id}}}`, of, rest), nil)
	if got["errors"] != nil {
		t.Fatalf("%s, %s: %v", of, rest, got["errors"])
	}
	var out []string
	for _, e := range got["data"].(map[string]any)["timeline"].([]any) {
		entry := e.(map[string]any)
		out = append(out, fmt.Sprint(entry["date"], " ", entry["fact"].(map[string]any)["id"]))
	}
	return out
}

// timelines are those of all entities, made of the whole graph at once.
func timelines(t *testing.T, s kg.Store) map[kg.ID][]string {
	t.Helper()
	out := map[kg.ID][]string{}
	err := s.Dump(context.Background(), func(r kg.Record) error {
		if r.Edge == nil || r.Edge.EdgeFact().Kind == kg.MentionsEntity {
			return nil
		}
		f := r.Edge.EdgeFact()
		for _, id := range slices.Compact([]kg.ID{f.From, f.To}) {
			out[id] = append(out[id], fmt.Sprint(f.FirstDate, " ", f.ID))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for id, list := range out {
		slices.Sort(list)
		if kind, _ := kg.NodeKindOf(id); kind == kg.ArticleKind || kind == kg.NewspaperKind || len(list) < 2 || len(list) > 100 {
			delete(out, id)
		}
	}
	return out
}

// A timeline's first entries are the earliest of all that there are, however few are asked for, and those of a span of days are those
// whose days lie in it.
func TestTimelineBeginsWithTheEarliest(t *testing.T) {
	s := generated(t, 40)
	all := timelines(t, s)
	for _, id := range longest(all) {
		want := all[id]
		for _, n := range []int{1, 2, 3, 7, 100} {
			if got := timelineOf(t, s, id, fmt.Sprintf("first: %d", n)); !slices.Equal(got, want[:min(n, len(want))]) {
				t.Errorf("%s, the first %d: %v\nwant %v", id, n, got, want[:min(n, len(want))])
			}
		}
		from, to := dayOf(want[len(want)/3]), dayOf(want[2*len(want)/3])
		span := slices.DeleteFunc(slices.Clone(want), func(entry string) bool { return dateOf(entry) < from || dateOf(entry) > to })
		if got := timelineOf(t, s, id, fmt.Sprintf("first: 2, from: %q, to: %q", from, to)); !slices.Equal(got, span[:min(2, len(span))]) {
			t.Errorf("%s, from %s to %s: %v\nwant %v", id, from, to, got, span[:min(2, len(span))])
		}
	}
}

func dateOf(entry string) string {
	date, _, _ := strings.Cut(entry, " ")
	return date
}

// dayOf is the first day that the date of an entry may mean.
func dayOf(entry string) string {
	date := dateOf(entry)
	return date + "0000-01-01"[len(date):]
}

// longest lists the entities of the longest timelines.
func longest(m map[kg.ID][]string) []kg.ID {
	ids := slices.SortedFunc(maps.Keys(m), func(a, b kg.ID) int { return cmp.Or(len(m[b])-len(m[a]), cmp.Compare(a, b)) })
	return ids[:min(40, len(ids))]
}

// As known on a day it is that of a store which holds only what was printed by then, also where an earlier day was told of since.
func TestTimelineAsKnown(t *testing.T) {
	const by = "2025-01-10"
	s, then := opened(t), opened(t)
	for _, d := range storetest.Generate(1, 60) {
		d.Claims = slices.DeleteFunc(d.Claims, func(c kg.Claim) bool { return c.Kind == kg.SamePerson }) // merges are followed whenever they were learnt
		_, err := s.Apply(context.Background(), d)
		if err == nil && d.Source.Date <= by {
			_, err = then.Apply(context.Background(), d)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	all, more := timelines(t, then), 0
	today := timelines(t, s)
	for _, id := range longest(all) {
		for _, n := range []int{1, 3, 100} {
			want := all[id][:min(n, len(all[id]))]
			if got := timelineOf(t, s, id, fmt.Sprintf("first: %d, knownAt: %q", n, by)); !slices.Equal(got, want) {
				t.Errorf("%s, the first %d: %v\nwant %v", id, n, got, want)
			}
		}
		if list := today[id]; len(list) > 0 && list[0] != all[id][0] {
			more++
		}
	}
	if more == 0 {
		t.Error("nothing was learnt since")
	}
}

// told is an article that tells of a place's agreements, each of a day.
func told(published kg.Date, agreements map[string]kg.Date) *kg.Document {
	ev := kg.Evidence{End: 2, SentenceEnd: 5, Rule: "test", Confidence: 900}
	a := &kg.Article{Head: kg.Head{ID: kg.MakeID("a", string(published)), Kind: kg.ArticleKind}, Text: "签署协议。", Published: published, Cluster: string(published)}
	place := &kg.Place{Head: kg.Head{ID: kg.MakeID("l", "甲市"), Kind: kg.PlaceKind, Key: "甲市"}, Path: "甲市"}
	d := &kg.Document{ID: kg.MakeID("d", string(published)), Reader: "test", Source: kg.Source{Format: "record", Text: a.Text, Date: published}, Nodes: []kg.Node{a, place}}
	a.Document = d.ID
	d.Claims = append(d.Claims, kg.Attr(a.ID, place.ID, "name", "甲市", ev))
	for name, day := range agreements {
		g := &kg.Agreement{Head: kg.Head{ID: kg.MakeID("g", name), Kind: kg.AgreementKind, Key: name}}
		e := &kg.Party{Fact: kg.Fact{Kind: kg.PartyTo, From: place.ID, To: g.ID}, Side: 1}
		d.Nodes, d.Claims = append(d.Nodes, g), append(d.Claims, kg.Attr(a.ID, g.ID, "name", name, ev), kg.Say(a.ID, e, day, ev))
	}
	return d
}

// What today is the first of all may have come later as it was known then: the store's order is that of today.
func TestTimelineBeforeItWasLearnt(t *testing.T) {
	s := opened(t)
	docs := []*kg.Document{
		told("2025-01-02", map[string]kg.Date{"协议一": "2024-12-02", "协议二": "2024-12-01", "协议三": "2024-12-03", "协议四": "2024-12-04"}),
		told("2025-06-01", map[string]kg.Date{"协议一": "2020-01-01", "协议三": "2019-01-01"}),
	}
	if _, err := s.Apply(context.Background(), docs...); err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int][]string{1: {"2024-12-01"}, 2: {"2024-12-01", "2024-12-02"}, 3: {"2024-12-01", "2024-12-02", "2024-12-03"}} {
		var got []string
		for _, entry := range timelineOf(t, s, kg.MakeID("l", "甲市"), fmt.Sprintf(`first: %d, knownAt: "2025-03-01"`, n)) {
			got = append(got, dateOf(entry))
		}
		if !slices.Equal(got, want) {
			t.Errorf("the first %d: %v, want %v", n, got, want)
		}
	}
	if got := timelineOf(t, s, kg.MakeID("l", "甲市"), "first: 1"); dateOf(got[0]) != "2019-01-01" {
		t.Errorf("today it begins with %v", got)
	}
}

// The calls of a timeline are those for the kinds of its entity, whatever hangs on it.
func TestTimelineCalls(t *testing.T) {
	var calls [2]string
	for i, n := range []int{1, 300} {
		m := town(n)
		timelineOf(t, m, kg.MakeID("l", "乌海市"), "first: 5")
		calls[i] = strings.Join(m.calls, ", ")
	}
	if calls[0] != calls[1] || strings.Count(calls[0], "Edges") < 5 {
		t.Errorf("%s\nand\n%s", calls[0], calls[1])
	}
}
