package kg_test

import (
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
		if d := cmp.Diff([]kg.Date{"2021-09-01", "", ""}, got); d != "" || !a.EndInferred || b.EndInferred {
			t.Errorf("ends -want +got\n%s", d)
		}
	}
}
