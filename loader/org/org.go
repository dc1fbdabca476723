// Package org knows how names of bodies end (有限公司, 管理局, 大学, 协会, 代表团), what type that makes them, and the bodies of
// the state and the world that need no place in front of them (联合国, 外交部).
package org

import (
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/trie"
)

// The types of body, as facts write them (GUIDELINES, organizations).
const (
	Company     = "company"
	Government  = "government"
	Party       = "party"
	School      = "school"
	Hospital    = "hospital"
	Association = "association"
	Media       = "media"
	Delegation  = "delegation"
	Military    = "military"
	Other       = "other"
)

// order is how tables are read: where two types share a word, the earlier has it.
var order = []string{Company, School, Hospital, Government, Party, Association, Media, Delegation, Military, Other}

// Ending is a way in which names of bodies end.
type Ending struct {
	Type     string
	Anchored bool // makes a name only behind a place, a level word or a nation
	Whole    bool // makes a name by itself
}

// endings is the suffixes, read from the right.
var endings = sync.OnceValue(func() *trie.Trie[Ending] {
	var table trie.Builder[Ending]
	weak := map[string]bool{}
	for _, w := range strings.Fields(anchored) {
		weak[w] = true
	}
	for _, kind := range order {
		for _, w := range strings.Fields(suffixes[kind]) {
			if e := table.PutReversed(w); e.Type == "" {
				*e = Ending{kind, weak[w], false}
			}
		}
	}
	for _, w := range strings.Fields(committees) {
		*table.PutReversed(w) = Ending{Government, false, true}
	}
	return table.Trie()
})

// names is the types of the well-known bodies.
var names = sync.OnceValue(func() *trie.Trie[string] {
	var table trie.Builder[string]
	for _, kind := range order {
		for _, w := range strings.Fields(known[kind]) {
			if t := table.Put(w); *t == "" {
				*t = kind
			}
		}
	}
	return table.Trie()
})

// EndsAt is the longest ending of text[:end], with its first offset; false if no name of a body ends there.
func EndsAt(text []rune, end int) (start int, e Ending, ok bool) {
	e, start, ok = endings().LongestBefore(text, end)
	return start, e, ok
}

// At is the end and type of the longest well-known body that starts at i; false if none does.
func At(text []rune, i int) (end int, kind string, ok bool) {
	kind, end, ok = names().Longest(text, i)
	return end, kind, ok
}

// foreign is the parties of other countries.
var foreign = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(foreignParties) {
		m[w] = true
	}
	return m
})

// Abroad tells a well-known party of another country.
func Abroad(party string) bool { return foreign()[party] }

// states are the bodies of many states, and what those are called in full.
var states = sync.OnceValue(func() map[string]bool {
	m := zh.Words(ofStates)
	for w := range zh.Words(ofStates) {
		for _, full := range FullNames(w) {
			m[full] = true
		}
	}
	return m
})

// OfStates tells a well-known body of many states, or of a people without one: a state in front of it stands beside it.
func OfStates(name string) bool { return states()[name] }

var fullNames = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, row := range strings.Fields(shorts) {
		short, full, _ := strings.Cut(row, "=")
		m[short] = strings.Split(full, ",")
	}
	return m
})

// FullNames is what a well-known body may be called in full where it is spoken of by this short form, the fullest first;
// nil for other names.
func FullNames(short string) []string { return fullNames()[short] }

// FullName is the one name of a well-known body, whichever of its names is given: 国家发展和改革委员会 of 国家发改委, 联合国 of
// 联合国, 中国人民政治协商会议全国委员会 of 中国全国政协; "" for other bodies.
func FullName(name string) string {
	if full := FullNames(name); len(full) > 0 {
		return full[0]
	}
	if rest, ok := strings.CutPrefix(name, "中国"); ok && strings.HasPrefix(rest, "全国") && wellKnown(rest) != "" {
		return FullName(rest)
	}
	if wellKnown(name) != "" {
		return name
	}
	return ""
}

// Seat is the state of a well-known organ of one, or the region that has organs of its own: 中国 of 外交部, 美国 of 白宫; "" for
// bodies of the world, companies, schools, and those that aren't well known.
func Seat(name string) string {
	if state := seats()[name]; state != "" {
		return state
	}
	if Abroad(name) {
		return "" // its place says whose
	}
	for _, n := range append([]string{name}, FullNames(name)...) {
		switch wellKnown(n) {
		case Government, Party, Military:
			return "中国"
		}
	}
	return ""
}

// wellKnown is the type of a body that stands without a place, "" where name is none.
func wellKnown(name string) string {
	text := []rune(name)
	if end, kind, ok := At(text, 0); ok && end == len(text) {
		return kind
	}
	return ""
}

// seats is whose the organs are among the well-known bodies that aren't China's.
var seats = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range strings.Fields(seated) {
		state, bodies, _ := strings.Cut(row, "=")
		for _, b := range strings.Split(bodies, ",") {
			m[b] = state
		}
	}
	return m
})
