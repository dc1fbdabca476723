// Package org knows how names of bodies end (有限公司, 管理局, 大学, 协会, 代表团), what type that makes them, and the bodies of
// the state and the world that need no place in front of them (联合国, 外交部).
package org

import (
	"strings"
	"sync"
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
}

type node struct {
	next map[rune]*node
	kind string
	weak bool
}

func (n *node) child(r rune) *node {
	if n.next == nil {
		n.next = map[rune]*node{}
	}
	if n.next[r] == nil {
		n.next[r] = &node{}
	}
	return n.next[r]
}

// endings is the suffixes as a trie read from the right.
var endings = sync.OnceValue(func() *node {
	root := &node{}
	weak := map[string]bool{}
	for _, w := range strings.Fields(anchored) {
		weak[w] = true
	}
	for _, kind := range order {
		for _, w := range strings.Fields(suffixes[kind]) {
			n, r := root, []rune(w)
			for i := len(r) - 1; i >= 0; i-- {
				n = n.child(r[i])
			}
			if n.kind == "" {
				n.kind, n.weak = kind, weak[w]
			}
		}
	}
	return root
})

var names = sync.OnceValue(func() *node {
	root := &node{}
	for _, kind := range order {
		for _, w := range strings.Fields(known[kind]) {
			n := root
			for _, r := range w {
				n = n.child(r)
			}
			if n.kind == "" {
				n.kind = kind
			}
		}
	}
	return root
})

// EndsAt is the longest ending of text[:end], with its first offset; false if no name of a body ends there.
func EndsAt(text []rune, end int) (start int, e Ending, ok bool) {
	n := endings()
	for i := end - 1; i >= 0; i-- {
		if n = n.next[text[i]]; n == nil {
			break
		}
		if n.kind != "" {
			start, e, ok = i, Ending{n.kind, n.weak}, true
		}
	}
	return start, e, ok
}

// At is the end and type of the longest well-known body that starts at i; false if none does.
func At(text []rune, i int) (end int, kind string, ok bool) {
	n := names()
	for j := i; j < len(text); j++ {
		if n = n.next[text[j]]; n == nil {
			break
		}
		if n.kind != "" {
			end, kind, ok = j+1, n.kind, true
		}
	}
	return end, kind, ok
}
