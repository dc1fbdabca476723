package kg

import (
	"cmp"
	"slices"
)

// Holding tells what is known of a tenure on a day.
type Holding string

// HELD: the day lies in the known interval. UNKNOWN: seen before it, and no end known.
const (
	Held        Holding = "HELD"
	HeldUnknown Holding = "UNKNOWN"
)

// fold sets the tenure from its tallies. Sightings as current, acting or appointed stretch the observed interval; stated dates cut
// it; "former" or "removed" without a stated end, seen after the last sighting, gives EndedBy.
func (h *Holds) fold(tallies []Tally) {
	var latest *Tally
	var over Date
	for i := range tallies {
		t := &tallies[i]
		if t.Field != "status" {
			continue
		}
		if latest == nil || cmp.Or(cmp.Compare(t.Last, latest.Last), cmp.Compare(statusRank(latest.Value), statusRank(t.Value))) > 0 {
			latest = t
		}
		switch t.Value {
		case "current", "acting", "appointed":
			h.ObservedFrom, h.ObservedTo = earlier(h.ObservedFrom, t.First), max(h.ObservedTo, t.Last)
		case "former", "removed":
			over = earlier(over, t.First)
		}
	}
	if latest != nil {
		h.Status = latest.Value
	}
	if v, ok := winner(tallies, "statedStart"); ok {
		h.StatedStart = Date(v)
		if h.ObservedFrom != "" && h.ObservedFrom < h.StatedStart {
			h.ObservedFrom = h.StatedStart
		}
	}
	if v, ok := winner(tallies, "statedEnd"); ok {
		h.StatedEnd = Date(v)
		if h.ObservedTo.Last() > h.StatedEnd.Last() {
			h.ObservedTo = h.StatedEnd
		}
	} else if over != "" && over >= h.ObservedTo {
		h.EndedBy = over
	}
	h.Start, h.End = earlier(h.StatedStart, h.ObservedFrom), earlier(h.StatedEnd, h.EndedBy)
}

func statusRank(s string) int { return slices.Index(HoldsStatuses, s) }

func earlier(a, b Date) Date {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// HeldOn tells whether the post was held on day, and false where the tenure is known to have ended before it, to have begun
// after it, or was only proposed. Silence after the last sighting is UNKNOWN, never "no". AsOf is the same as a filter.
func (h *Holds) HeldOn(day Date) (Holding, bool) {
	if h.Start == "" || string(h.Start) > day.Last() || h.End != "" && h.End.Last() < string(day) {
		return "", false
	}
	if h.End == "" && h.ObservedTo.Last() < string(day) {
		return HeldUnknown, true
	}
	return Held, true
}

// SuccessionFields are the fields of Holds that Succession reads or sets, besides its id and ends.
var SuccessionFields = []string{"start", "end", "statedEnd", "endInferred", "observedTo"}

// Succession marks the ends that follow from successors in a one-seat post: a tenure without a stated end ends, inferred,
// when the next holder's known interval begins after its own last sighting. holders are all tenures of one post with
// Seats 1, fresh from FoldEdge; they are changed in place, and their order doesn't matter.
func Succession(holders []*Holds) {
	sorted := slices.Clone(holders)
	slices.SortFunc(sorted, func(a, b *Holds) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	for i, h := range sorted {
		if h.Start == "" || h.End != "" {
			continue
		}
		last := max(h.ObservedTo, h.Start)
		for _, next := range sorted[i+1:] {
			if next.From != h.From && next.Start > last {
				h.StatedEnd, h.End, h.EndInferred = next.Start, next.Start, true
				break
			}
		}
	}
}
