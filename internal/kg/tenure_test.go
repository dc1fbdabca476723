package kg_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

func tenure(t *testing.T, tallies ...kg.Tally) *kg.Holds {
	t.Helper()
	h := &kg.Holds{Fact: kg.Fact{Kind: kg.HoldsPost}}
	if err := kg.FoldEdge(h, tallies); err != nil {
		t.Fatal(err)
	}
	return h
}

func seen(status string, first, last kg.Date) kg.Tally {
	return kg.Tally{Field: "status", Value: status, N: 1, Clusters: 1, First: first, Last: last}
}

func TestHeldOn(t *testing.T) {
	sighted := tenure(t, seen("current", "2024-03-01", "2024-06-30"))
	ended := tenure(t, seen("current", "2024-03-01", "2024-06-30"), seen("former", "2024-09-01", "2024-10-01"))
	stated := tenure(t, seen("appointed", "2024-02-10", "2024-02-10"), seen("current", "2024-03-01", "2025-06-30"), seen("removed", "2025-05-02", "2025-05-02"),
		kg.Tally{Field: "statedStart", Value: "2024-02-09", Clusters: 1}, kg.Tally{Field: "statedEnd", Value: "2025-05", Clusters: 1})
	proposed := tenure(t, seen("proposed", "2024-03-01", "2024-03-01"))
	for _, c := range []struct {
		name string
		h    *kg.Holds
		day  kg.Date
		want kg.Holding
		ok   bool
	}{
		{"before the first sighting", sighted, "2024-02-29", "", false},
		{"on the first sighting", sighted, "2024-03-01", kg.Held, true},
		{"between sightings", sighted, "2024-05-01", kg.Held, true},
		{"after the last", sighted, "2024-07-01", kg.HeldUnknown, true},
		{"a month that holds the first sighting", sighted, "2024-03", kg.Held, true},
		{"between last sighting and former", ended, "2024-08-01", kg.Held, true},
		{"after former", ended, "2024-09-02", "", false},
		{"from the stated start", stated, "2024-02-09", kg.Held, true},
		{"before the stated start", stated, "2024-02-08", "", false},
		{"in the month of the stated end", stated, "2025-05-31", kg.Held, true},
		{"after the stated end", stated, "2025-06-01", "", false},
		{"proposed only", proposed, "2024-03-01", "", false},
	} {
		got, ok := c.h.HeldOn(c.day)
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %q %v, want %q %v (%+v)", c.name, got, ok, c.want, c.ok, c.h)
		}
	}
	if stated.ObservedTo != "2025-05" || stated.Status != "current" {
		t.Errorf("the stated end doesn't cut: %+v", stated)
	}
}

func TestLatestStatusWins(t *testing.T) {
	if got := tenure(t, seen("acting", "2024-01-01", "2024-02-01"), seen("current", "2024-03-01", "2024-03-01")).Status; got != "current" {
		t.Errorf("status %q, want current", got)
	}
	if got := tenure(t, seen("removed", "2024-03-01", "2024-03-01"), seen("current", "2024-01-01", "2024-03-01")).Status; got != "removed" {
		t.Errorf("of one day, status %q, want removed", got)
	}
}

func TestSuccession(t *testing.T) {
	holder := func(person kg.ID, first, last kg.Date) *kg.Holds {
		h := tenure(t, seen("current", first, last))
		h.From, h.ID = person, kg.FactID(kg.HoldsPost, person, "t-1", "")
		return h
	}
	a, b, c := holder("p-a", "2020-01-01", "2021-05-01"), holder("p-b", "2021-09-01", "2022-01-01"), holder("p-c", "2021-12-01", "2023-01-01")
	for _, order := range [][]*kg.Holds{{a, b, c}, {c, b, a}, {b, a, c}} {
		for _, h := range order {
			h.StatedEnd, h.End, h.EndInferred = "", "", false
		}
		kg.Succession(order)
		got := []kg.Date{a.End, b.End, c.End}
		if d := cmp.Diff([]kg.Date{"2021-09-01", "2022-01-01", ""}, got); d != "" || !a.EndInferred || !b.EndInferred || c.EndInferred {
			t.Errorf("ends -want +got\n%s", d)
		}
	}
}

// A store gives Succession tenures with SuccessionFields only.
func TestSuccessionFields(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	day := func() kg.Date {
		return []kg.Date{"", "2020", "2020-05", "2021-01-01", "2021-09-01", "2022-03-01"}[r.IntN(6)]
	}
	for range 500 {
		var whole, parts []*kg.Holds
		for i := range 4 {
			h := &kg.Holds{
				Fact:   kg.Fact{ID: kg.ID(fmt.Sprint("f-", i)), From: kg.ID(fmt.Sprint("p-", r.IntN(3))), To: "t-1", FirstDate: day(), LastDate: day()},
				Status: kg.HoldsStatuses[r.IntN(len(kg.HoldsStatuses))], StatedStart: day(), StatedEnd: day(), ObservedFrom: day(), ObservedTo: day(),
				EndedBy: day(), Start: day(), End: day(),
			}
			part := &kg.Holds{Fact: kg.Fact{ID: h.ID, From: h.From}}
			schema, _ := kg.EdgeSchemaOf(kg.HoldsPost)
			from, to := h.Columns(), part.Columns()
			for k, f := range schema.Fields {
				if slices.Contains(kg.SuccessionFields, f.Name) {
					reflect.ValueOf(to[k]).Elem().Set(reflect.ValueOf(from[k]).Elem())
				}
			}
			whole, parts = append(whole, h), append(parts, part)
		}
		kg.Succession(whole)
		kg.Succession(parts)
		for i, h := range whole {
			if p := parts[i]; p.StatedEnd != h.StatedEnd || p.End != h.End || p.EndInferred != h.EndInferred {
				t.Fatalf("%+v ends otherwise as %+v", *h, *p)
			}
		}
	}
}
