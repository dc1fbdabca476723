// Package place resolves names of places to divisions by their context, and knows how names of built and natural places end.
package place

import (
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/trie"
	"github.com/baopu/baopu/loader/reading"
)

// Ending is a way in which names of places end.
type Ending struct {
	Type reading.PlaceType
	Weak bool // makes a name only behind a place or a name of its own
}

var endings = sync.OnceValue(func() *trie.Trie[Ending] {
	var table trie.Builder[Ending]
	put := func(words string, t reading.PlaceType, weak bool) {
		for _, w := range strings.Fields(words) {
			e := table.PutReversed(w)
			if e.Type == "" {
				e.Type = t
			}
			e.Weak = e.Weak || weak
		}
	}
	put(facilities, reading.Facility, false)
	put(naturals, reading.Natural, false)
	put(weak, reading.Facility, true)
	return table.Trie()
})

// EndsAt is the longest ending of text[:end], with its first offset; false if no name of a place ends there.
func EndsAt(text []rune, end int) (start int, e Ending, ok bool) {
	e, start, ok = endings().LongestBefore(text, end)
	return start, e, ok
}

var (
	sightWords  = zh.Words(sights)
	groundWords = strings.Fields(grounds)
)

// IsSight tells a weak ending that makes a name behind any word that isn't of every day: 水库, 遗址.
func IsSight(ending string) bool { return sightWords[ending] }

// IsGround tells the name of a built place that others act in or on: 产业园, 大桥.
func IsGround(name string) bool { return zh.EndsWith(name, groundWords...) }

// waterEnds are the last characters of names of rivers, lakes and bays.
var waterEnds = zh.Runes("河江溪湖湾泉塘浦涧沟")

// IsWater tells the last character of the name of a river, lake or bay, behind which a shore or a dike tells a name.
func IsWater(r rune) bool { return waterEnds[r] }
