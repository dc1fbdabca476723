// Package place resolves names of places to divisions by their context, and knows how names of built and natural places end.
package place

import (
	"strings"
	"sync"

	"github.com/baopu/baopu/loader/reading"
)

// Ending is a way in which names of places end.
type Ending struct {
	Type reading.PlaceType
	Weak bool // makes a name only behind a place or a name of its own
}

type node struct {
	next map[rune]*node
	end  *Ending
}

var endings = sync.OnceValue(func() *node {
	root := &node{}
	root.rows(facilities, reading.Facility)
	root.rows(naturals, reading.Natural)
	for _, w := range strings.Fields(weak) {
		root.add(w, reading.Facility).Weak = true
	}
	return root
})

func (n *node) rows(words string, t reading.PlaceType) {
	for _, w := range strings.Fields(words) {
		n.add(w, t)
	}
}

func (n *node) add(w string, t reading.PlaceType) *Ending {
	r := []rune(w)
	for i := len(r) - 1; i >= 0; i-- {
		if n.next == nil {
			n.next = map[rune]*node{}
		}
		if n.next[r[i]] == nil {
			n.next[r[i]] = &node{}
		}
		n = n.next[r[i]]
	}
	if n.end == nil {
		n.end = &Ending{Type: t}
	}
	return n.end
}

// EndsAt is the longest ending of text[:end], with its first offset; false if no name of a place ends there.
func EndsAt(text []rune, end int) (start int, e Ending, ok bool) {
	n := endings()
	for i := end - 1; i >= 0; i-- {
		if n = n.next[text[i]]; n == nil {
			break
		}
		if n.end != nil {
			start, e, ok = i, *n.end, true
		}
	}
	return start, e, ok
}
