package lattice

import (
	"math/bits"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/title"
)

// Kind is what a token is.
type Kind uint8

// The kinds of tokens.
const (
	Word Kind = iota
	Mark      // punctuation, one rune
	Number
	Letters // Latin
	Place
	Post // a title
	Body // a well-known organisation
	Name
	Call // 周书记: a surname and a title
)

// Token is a typed stretch of the view.
type Token struct {
	Kind       Kind
	Start, End int
	Tag        string       // part of speech, for words
	Title      *title.Title // for posts; its offsets are of the view
	Places     []gazetteer.Candidate
	Body       string  // for known bodies: their type
	Script     Script  // for names
	Known      bool    // for names: stands elsewhere in the article
	Framed     bool    // for names: a frame of appointment encloses it
	Joins      bool    // for words: it joins persons
	Whole      bool    // for words: a name that begins where the word does, whatever stands in front
	trade      bool    // for words: it tells what people do
	Cost       float32 // how improbable a name or word is as a string
}

// Script says by which grammar a name was read.
type Script uint8

// The scripts of names.
const (
	Chinese Script = iota
	Foreign        // transliterated: foreign, Tibetan, Mongolian, Uyghur
	Odd            // by no grammar, only by its place after an office
)

// state is what the lattice remembers of the token before.
type state uint8

const (
	sOther state = iota
	sStart       // a clause begins
	sPlace
	sTitle  // an office
	sLabour // an occupation
	sTrade  // a word for what people are or do, no title: 菇农, 船工, 前锋
	sName
	sList  // 、 or 与 after a title
	sRoll  // the same after a name
	sWhere // the same after a place
	states
)

// stateSet is a set of states.
type stateSet uint16

const _ = 16 - states // doesn't compile once there are more states than bits of a stateSet

func (x stateSet) has(s state) bool { return x>>s&1 != 0 }

// first is the lowest state of a set that has one.
func (x stateSet) first() state { return state(bits.TrailingZeros16(uint16(x))) }

// minds is the states in which it matters what word comes: those in which wordAfter, cutOfName or after ask anything of a Word.
// In all others one that isn't a trade costs nothing more and leads to sOther, and relax and relaxWord ask none of the three.
const minds stateSet = 1<<sTitle | 1<<sLabour | 1<<sName | 1<<sList | 1<<sRoll
