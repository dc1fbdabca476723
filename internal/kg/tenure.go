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

// told is what the claims on one tenure say, before the rule.
type told struct {
	latest *Tally // the status that was said last, by a claim that is doubted where no other says one
	held   bool   // some status says more than that the post is proposed
	seen   period // as current or acting
	named  period // as appointed
	over   []Date // first and last days on which it was said to be past
	starts []Date // as stated
}

// period is from the first to the last day of something; both are "" for none.
type period struct{ from, to Date }

func (p *period) add(first, last Date) { p.from, p.to = earlier(p.from, first), max(p.to, last) }

func tell(tallies []Tally) told {
	var s told
	for i := range tallies {
		t := &tallies[i]
		if t.Field == "statedStart" {
			s.starts = append(s.starts, Date(t.Value))
		}
		if t.Field == MarkDoubted || t.Field == "status" {
			s.latest = later(s.latest, t)
		}
		if t.Field != "status" {
			continue
		}
		s.held = s.held || t.Value != "proposed"
		switch t.Value {
		case "current", "acting":
			s.seen.add(t.First, t.Last)
		case "appointed":
			s.named.add(t.First, t.Last)
		case "former", "removed":
			s.over = append(s.over, t.First, t.Last)
		}
	}
	return s
}

// later is which of two statuses was said last, of those that are not doubted before all others; a may be nil.
func later(a, b *Tally) *Tally {
	if a == nil || a.Field != b.Field {
		if a != nil && b.Field == MarkDoubted {
			return a
		}
		return b
	}
	if cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(statusRank(a.Value), statusRank(b.Value))) > 0 {
		return b
	}
	return a
}

// fold sets the tenure from its tallies: the rule of ADR 29 for one holder alone. Succession is the rest of it.
func (h *Holds) fold(tallies []Tally) {
	s := tell(tallies)
	if s.latest != nil {
		h.Status = s.latest.Value
	}
	if v, ok := winner(tallies, "statedStart"); ok {
		h.StatedStart = Date(v)
		// An appointment is told before it begins; who was seen in office before it, was.
		first := slices.Min(s.starts)
		if s.named.from != "" {
			s.named = period{max(s.named.from, first), max(s.named.to, first)}
		}
	}
	h.ObservedFrom, h.ObservedTo = earlier(s.seen.from, s.named.from), max(s.seen.to, s.named.to)
	if end := s.statedEnd(tallies); end != "" {
		h.StatedEnd = end
		h.ObservedTo = end.cut(h.ObservedTo)
		if string(h.ObservedFrom) > end.Last() {
			h.ObservedFrom = end
		}
	} else {
		h.EndedBy = s.endedBy(h.ObservedTo)
	}
	if s.held {
		h.Start = earlier(h.StatedStart, h.ObservedFrom)
	}
	h.End = earlier(h.StatedEnd, h.EndedBy)
}

// statedEnd is the stated end that counts: the one said most of those after which the post wasn't given anew.
func (s *told) statedEnd(tallies []Tally) Date {
	anew := s.named.to
	if len(s.starts) > 0 {
		anew = max(anew, slices.Max(s.starts))
	}
	var last []Tally
	for _, t := range tallies {
		if t.Field == "statedEnd" && string(anew) <= Date(t.Value).Last() {
			last = append(last, t)
		}
	}
	v, _ := winner(last, "statedEnd")
	return Date(v)
}

// endedBy is the first day at which the tenure is known to be over: it was said to be past on it, and neither seen after it nor
// stated to begin.
func (s *told) endedBy(seen Date) Date {
	var by Date
	for _, d := range s.over {
		if !slices.ContainsFunc(append(s.starts, seen), func(x Date) bool { return string(x) > d.Last() }) {
			by = earlier(by, d)
		}
	}
	return by
}

// cut is day, or end where day lies behind it.
func (end Date) cut(day Date) Date {
	if day.Last() > end.Last() {
		return end
	}
	return day
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

// LastKnown is the last day on which h is known to be held, as far as sightings and its start go; "" for none.
func (h *Holds) LastKnown() Date {
	if h.Start == "" {
		return ""
	}
	return max(h.ObservedTo, h.Start)
}

// Succession marks the ends that follow from other holders of a one-seat post: of two holders the one who was last known in office
// later has it. A tenure without an end of its own ends, inferred, when the first of all who were known in office after it was
// last known began, and not before it was last known: at the most those that may be the last known of all have no end. holders
// are all tenures of one post with Seats 1, fresh from FoldEdge; they are changed in place, and their order doesn't matter.
func Succession(holders []*Holds) {
	known := slices.Clone(holders)
	slices.SortFunc(known, func(a, b *Holds) int { return cmp.Compare(b.LastKnown(), a.LastKnown()) })
	first := make([]Date, len(known)+1) // the earliest start of so many of known
	for i, h := range known {
		first[i+1] = earlier(first[i], h.Start)
	}
	for _, h := range holders {
		if h.Start == "" || h.End != "" {
			continue
		}
		last := h.LastKnown()
		later, _ := slices.BinarySearchFunc(known, last.Last(), func(x *Holds, last string) int {
			if string(x.LastKnown()) > last {
				return -1
			}
			return 1
		})
		if later == 0 {
			continue
		}
		h.StatedEnd, h.EndInferred = last, true
		if string(first[later]) > last.Last() {
			h.StatedEnd = first[later]
		}
		h.End = h.StatedEnd
	}
}
