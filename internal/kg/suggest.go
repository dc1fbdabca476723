package kg

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Possible says whether two entities of one name may be one as far as their own fields tell: what they are tied to is
// worth reading then only.
func Possible(a, b Node) bool {
	w := weighing{}
	switch x := a.(type) {
	case *Person:
		y, ok := b.(*Person)
		return ok && !differ(x.Gender, y.Gender) && !differ(x.Ethnicity, y.Ethnicity) && mayMeet(x.Scope, y.Scope) && soon(a, b)
	case *Organization:
		y, ok := b.(*Organization)
		return ok && !differ(x.OrgType, y.OrgType) && mayMeet(x.Place, y.Place) && soon(a, b)
	case *Agreement:
		y, ok := b.(*Agreement)
		return ok && w.days(x, y)
	case *Event:
		y, ok := b.(*Event)
		if !ok || x.EventType != y.EventType {
			return false
		}
		gap, known := eventGap(x, y)
		return known && gap <= 1
	}
	return false
}

// mayMeet says whether two places meet, or one isn't known yet.
func mayMeet(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	_, share := meeting(a, b)
	return share > 0
}

// soon says whether two were seen at one time, or one soon after the other.
func soon(a, b Node) bool {
	gap, ok := seenGap(a, b)
	return ok && gap <= maxGap
}

func seenGap(a, b Node) (int, bool) {
	x, y := a.NodeHead(), b.NodeHead()
	return gapBetween(x.FirstSeen, x.LastSeen, y.FirstSeen, y.LastSeen)
}

func eventGap(x, y *Event) (int, bool) {
	return gapBetween(x.Start, max(x.Start, x.End), y.Start, max(y.Start, y.End))
}

// Suggest lists the pairs among the bearers of one name that are near enough in place and time to be one, by their ids. inAll
// is how many bear the name, with those that bearers leaves out since they are Possible with no other. Pairs in apart were judged
// different and are never listed; nor are two that an article names side by side, or that differ in what can't change. The order
// of bearers doesn't matter.
func Suggest(bearers []Bearer, inAll int, apart map[Pair]bool) []Candidate {
	sorted := slices.Clone(bearers)
	slices.SortFunc(sorted, func(a, b Bearer) int { return cmp.Compare(a.Node.NodeHead().ID, b.Node.NodeHead().ID) })
	var out []Candidate
	for i := range sorted {
		for j := i + 1; j < len(sorted); j++ {
			a, b := &sorted[i], &sorted[j]
			if apart[MakePair(a.Node.NodeHead().ID, b.Node.NodeHead().ID)] || common(a.Articles, b.Articles) > 0 || !Possible(a.Node, b.Node) {
				continue
			}
			w := weighing{bearers: inAll}
			if w.weigh(a, b) {
				out = append(out, w.candidate(a, b))
			}
		}
	}
	return out
}

// weighing gathers what speaks for a pair.
type weighing struct {
	bearers int
	score   int
	reasons []Reason
}

func (w *weighing) add(score int, kind ReasonKind, format string, args ...any) bool {
	w.score += score
	w.reasons = append(w.reasons, Reason{kind, fmt.Sprintf(format, args...)})
	return true
}

// nameShare is divided among all that bear the name: 400 per mille of the score where only these two do.
const nameShare = 800

func (w *weighing) candidate(a, b *Bearer) Candidate {
	kind := strings.ToLower(string(a.Node.NodeHead().Kind))
	name := Reason{ReasonName, fmt.Sprintf("%d %ss are called %s", w.bearers, kind, a.Node.NodeHead().Name)}
	return Candidate{
		A: a.Node, B: b.Node, Bearers: w.bearers, Score: min(1000, w.score+nameShare/w.bearers), Reasons: append([]Reason{name}, w.reasons...),
	}
}

// weigh says whether a and b, which are Possible, may be one by what they are tied to.
func (w *weighing) weigh(a, b *Bearer) bool {
	switch x := a.Node.(type) {
	case *Person:
		y, ok := b.Node.(*Person)
		return ok && w.near(a, b, placesOf(x.Scope, a), placesOf(y.Scope, b))
	case *Organization:
		y, ok := b.Node.(*Organization)
		return ok && w.near(a, b, placesOf(x.Place, a), placesOf(y.Place, b))
	case *Agreement:
		y, ok := b.Node.(*Agreement)
		return ok && w.agreements(x, y, a, b)
	case *Event:
		y, ok := b.Node.(*Event)
		return ok && w.events(x, y, a, b)
	}
	return false
}

// differ says whether two values contradict each other; an unknown one contradicts nothing.
func differ(a, b string) bool { return a != "" && b != "" && a != b }

// placesOf is where somebody belongs: the place in the key, else the homes of the papers that name them.
func placesOf(own string, b *Bearer) []string {
	if own != "" {
		return []string{own}
	}
	return b.Homes
}

// maxGap is how many days may lie between the last sighting of one and the first of the other.
const maxGap = 366

// near wants both: places that meet, and sightings that meet or follow soon.
func (w *weighing) near(a, b *Bearer, placesA, placesB []string) bool {
	place, share := nearest(placesA, placesB)
	if share == 0 {
		return false
	}
	gap, _ := seenGap(a.Node, b.Node)
	return w.add(share, ReasonPlace, "both in %s", place) && w.seen(a.Node.NodeHead(), b.Node.NodeHead(), gap)
}

// The shares of time and place, where they are the same and where they are merely near.
const (
	samePlace    = 300
	withinPlace  = 250
	nearPlace    = 100
	sameTime     = 300
	adjacentTime = 200
	laterTime    = 100
	adjacent     = 31 // days
)

func (w *weighing) seen(x, y *Head, gap int) bool {
	if y.FirstSeen < x.FirstSeen {
		x, y = y, x
	}
	switch {
	case gap == 0:
		return w.add(sameTime, ReasonTime, "seen at the same time, in %s", month(y.FirstSeen))
	case gap <= adjacent:
		return w.add(adjacentTime, ReasonTime, "seen until %s and from %s", x.LastSeen, y.FirstSeen)
	}
	return w.add(laterTime, ReasonTime, "seen until %s and, %d days later, from %s", x.LastSeen, gap, y.FirstSeen)
}

func month(d Date) string { return string(d[:min(len(d), 7)]) }

// nearest is the smallest place that holds one of each list, and what that is worth; 0 where none of them meet.
func nearest(as, bs []string) (place string, share int) {
	for _, a := range as {
		for _, b := range bs {
			p, s := meeting(a, b)
			if s > share || s == share && s > 0 && p < place {
				place, share = p, s
			}
		}
	}
	return place, share
}

// meeting is where two full paths meet: in one place, in one that holds the other, or in a province.
func meeting(a, b string) (string, int) {
	if len(b) < len(a) {
		a, b = b, a
	}
	switch {
	case a == "" || a == wholeCountry && b != wholeCountry:
		return "", 0
	case a == b:
		return a, samePlace
	case strings.HasPrefix(b, a) && divisionEnds(a):
		return a, withinPlace
	}
	division := "" // the longest beginning of both that is one
	for end := range a {
		if !strings.HasPrefix(b, a[:end]) {
			break
		}
		if divisionEnds(a[:end]) {
			division = a[:end]
		}
	}
	if division == "" {
		return "", 0
	}
	return division, nearPlace
}

// wholeCountry is the scope of national posts. It holds all places, so that it is near none.
const wholeCountry = "中国"

// divisionEnds says whether a path ends in a division's own name, by its last character.
func divisionEnds(path string) bool {
	last, _ := utf8.DecodeLastRuneInString(path)
	return strings.ContainsRune("省区市州盟县旗", last) && utf8.RuneCountInString(path) > 2
}

// maxPlanned is how many days a plan may stand before it is carried out.
const maxPlanned = 183

// agreements may be one where what is known of their parties agrees, and their days: the same day or an unknown one, or
// that of a plan and of what became of it.
func (w *weighing) agreements(x, y *Agreement, a, b *Bearer) bool {
	shared, fewer := common(a.With, b.With), min(len(a.With), len(b.With))
	if shared < fewer || shared == 0 && w.bearers > 2 {
		return false // one names a party that the other has not, or a name that many bear is all they share
	}
	if shared > 0 {
		w.add(samePlace, ReasonParties, "%d parties are the same", shared)
	}
	return w.days(x, y)
}

// days says whether the days of two agreements allow that they are one.
func (w *weighing) days(x, y *Agreement) bool {
	planned := (x.Status == "planned") != (y.Status == "planned")
	gap, ok := gapBetween(x.Date, x.Date, y.Date, y.Date)
	switch {
	case !ok: // the day of one isn't known: then they must be told of at the same time
		if gap, ok = seenGap(x, y); !ok || gap > adjacent {
			return false
		}
		w.seen(&x.Head, &y.Head, gap)
	case gap == 0:
		w.add(sameTime, ReasonTime, "both on %s", max(x.Date, y.Date))
	case !planned || gap > maxPlanned:
		return false
	}
	if planned {
		w.add(laterTime, ReasonPlanned, "one is planned, the other %s", cmp.Or(otherStatus(x, y), "told of"))
	}
	return true
}

func otherStatus(x, y *Agreement) string {
	if x.Status == "planned" {
		return y.Status
	}
	return x.Status
}

// events may be one where somebody took part in both, or they took place in one place, on one day or the day after: papers
// tell of an event on the day it ends, too.
func (w *weighing) events(x, y *Event, a, b *Bearer) bool {
	gap, _ := eventGap(x, y)
	shared := common(a.With, b.With)
	place, share := nearest(a.Where, b.Where)
	switch {
	case shared == 0 && share < withinPlace, share == 0 && len(a.Where) > 0 && len(b.Where) > 0:
		return false // nothing is shared, or they took place in two places
	case shared > 0:
		w.add(samePlace, ReasonParticipants, "%d participants are the same", shared)
	}
	if share > 0 {
		w.add(share/2, ReasonPlace, "both in %s", place)
	}
	if gap == 0 {
		return w.add(sameTime, ReasonTime, "both on %s", max(x.Start, y.Start))
	}
	return w.add(adjacentTime, ReasonTime, "on %s and %s", min(x.Start, y.Start), max(x.Start, y.Start))
}

func common(a, b []ID) int {
	n := 0
	for _, id := range a {
		if slices.Contains(b, id) {
			n++
		}
	}
	return n
}

// gapBetween is the number of days between two spans of time, 0 where they meet; false where a span isn't known. A partial
// date may mean each of its days.
func gapBetween(fromA, toA, fromB, toB Date) (int, bool) {
	endA, _ := daysOf(toA, true)
	endB, _ := daysOf(toB, true)
	beginA, okA := daysOf(fromA, false)
	beginB, okB := daysOf(fromB, false)
	return max(0, beginB-endA, beginA-endB), okA && okB
}

// daysOf counts days up to the first or last day that d may mean.
func daysOf(d Date, last bool) (int, bool) {
	layout := "2006-01-02"
	t, err := time.Parse(layout[:min(len(d), len(layout))], string(d))
	if err != nil || d == "" {
		return 0, false
	}
	switch {
	case last && len(d) == 4:
		t = t.AddDate(1, 0, -1)
	case last && len(d) == 7:
		t = t.AddDate(0, 1, -1)
	}
	return int(t.Unix() / (24 * 60 * 60)), true
}
