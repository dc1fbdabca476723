// Package tagger finds names that nothing announces, by a linear-chain model over characters: persons, bodies and built places
// by the characters of a name and the words round it. Its input is text already cut into typed tokens; its features are
// characters, how well they make names, and the tokens. Weights are learned by tools/tagger and embedded.
package tagger

import (
	"bytes"
	"fmt"
	"sync"
)

// Type is what a span names.
type Type uint8

// The types of span. Place is divisions and natural features, learned so that nothing else is read into them.
const (
	Person Type = iota
	Body
	Facility
	Place
	types
)

// Label is what one character is: outside of all names, or the first, a middle or the last of a name of some type.
type Label uint8

// Outside is the label of what belongs to no name. The labels of t are First(t), First(t)+1 and First(t)+2.
const (
	Outside Label = 0
	Labels        = 1 + 3*int(types)
)

// First is the label of the first character of a name of type t; the next two are those of the middle and the last.
func First(t Type) Label { return Label(1 + 3*t) }

// Token is a stretch of the text up to End (exclusive), from the end of the token before.
type Token struct {
	End  int
	Code uint8 // what kind of token: any number, the same in training and use
	Bars Bar   // the types that its characters can't belong to
}

// Bar is a set of types.
type Bar uint8

// Bars is the set of the given types.
func Bars(list ...Type) Bar {
	var b Bar
	for _, t := range list {
		b |= 1 << t
	}
	return b
}

// Has tells whether t is in b.
func (b Bar) Has(t Type) bool { return b>>t&1 == 1 }

// Sequence is a text with its tokens, which cover it from Start on. Text is folded (zh.Fold).
type Sequence struct {
	Runes  []rune
	Start  int
	Tokens []Token
}

// Span is a name found: Odds is how much more probable it is than no name there, as natural logarithm.
type Span struct {
	Start, End int
	Type       Type
	Odds       float32
}

// Tagger holds the weights and room to work in; it serves one goroutine.
type Tagger struct {
	m    *model
	s    Sequence
	from int // where the part that is looked at begins
	emit [][Labels]int32
	back [][Labels]uint8
	none []int32 // the weight of Outside at each character
	room Features

	features []candidate // of all characters
	ends     []int       // by character, in features
}

// New is a tagger over the embedded weights, which are decoded at the first call.
func New() *Tagger { return &Tagger{m: embedded()} }

var embedded = sync.OnceValue(func() *model {
	m, err := decode(bytes.NewReader(weights))
	if err != nil {
		panic(fmt.Errorf("tagger: embedded weights: %w", err))
	}
	return m
})
