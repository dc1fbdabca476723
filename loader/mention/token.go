package mention

import (
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/title"
)

// kind is what a token is.
type kind uint8

const (
	word kind = iota
	mark      // punctuation, one rune
	number
	letters // Latin
	place
	post // a title
	body // a well-known organisation
	name
	call // 周书记: a surname and a title
)

// token is a typed stretch of the view.
type token struct {
	kind       kind
	start, end int
	tag        string       // part of speech, for words
	title      *title.Title // for posts; its offsets are of the view
	places     []gazetteer.Candidate
	body       string  // for known bodies: their type
	script     script  // for names
	known      bool    // for names: stands elsewhere in the article
	framed     bool    // for names: a frame of appointment encloses it
	joins      bool    // for words: it joins persons
	trade      bool    // for words: it tells what people do
	cost       float32 // how improbable a name or word is as a string
}

// script says by which grammar a name was read.
type script uint8

const (
	chinese script = iota
	foreign        // transliterated: foreign, Tibetan, Mongolian, Uyghur
	known          // stands elsewhere in the article
	odd            // by no grammar, only by its place after an office
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
