// Package name knows how names of people look in Chinese: Han names by surname and the characters of given names, compound
// and Japanese surnames, names of Mongols, Tibetans and Uyghurs without a dot, transliterated names with and without. It
// scores spans by themselves and by the words round them; whether a person stands there at all is for the context to say.
package name

import (
	"math"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
)

// Kind says which grammar a name follows.
type Kind uint8

// The kinds of name.
const (
	Han      Kind = iota + 1 // 王华伟: a single surname and one or two characters; 陈冯富珍: two surnames
	Compound                 // 欧阳修远
	Japanese                 // 岸田文雄
	Minority                 // 斯琴毕力格, 洛桑江村: parts of Mongolian, Tibetan, Uyghur names
	Foreign                  // 佩斯科夫: transliteration without a dot
	Dotted                   // 艾尔肯·吐尼亚孜, J·D·万斯
)

// Candidate is a span that may be a name: from the asked offset to End. Score is 0 to 1000: about how likely just this span
// is the name where one is expected to begin (after a title, in a list of people). The scores at one offset add up to
// 1000 at most; what is missing is the odds of no name. Behind a surname there are candidates with a Score of 0, too: ordinary
// words that some person may be called (计划, 章程).
type Candidate struct {
	End   int
	Kind  Kind
	Score int
}

// span is a candidate before it is scored.
type span struct {
	end      int
	kind     Kind
	evidence float64
}

// Finder finds the candidates at one offset of a text after the other. Reset has to come first, and one goroutine alone may use it.
type Finder struct {
	t     *table
	whole []rune
	words *lexicon.Index // of whole
	since int            // joint was looked for from this offset on
	joint int            // the first mark between parts of a name behind since; -1 before any was looked for

	text  []rune // up to where names may go
	at    int
	left  float64 // what the words across the left edge take off
	known bool    // left is computed
	plain reading
	read  bool // plain is there
	found [24]span
	n     int
}

// Reset begins a text whose words are given.
func (f *Finder) Reset(text []rune, words *lexicon.Index) {
	f.t, f.whole, f.words, f.since, f.joint = tableOnce(), text, words, 0, -1
}

// Append appends the plausible names that begin in the text at i, the best first, where no name goes on behind end. The text is
// folded (zh.Fold); layout spaces inside two-character names (张　晓) are spanned.
func (f *Finder) Append(dst []Candidate, i, end int) []Candidate {
	if i < 0 || i >= end || !zh.IsHan(f.whole[i]) && !zh.IsLatin(f.whole[i]) {
		return dst
	}
	f.text, f.at, f.known, f.read, f.n = f.whole[:end], i, false, false, 0
	if !f.jointAhead() || !f.dotted() {
		c := f.t.char(f.text[i])
		if c.isSurname {
			f.han(c)
		}
		if c.isHead {
			f.compound()
		}
		if c.isHead || c.isSurname {
			f.minority(c)
		}
		if c.isForeign {
			f.foreign()
		}
		f.famous(c)
	}
	return f.scored(dst)
}

// add keeps a candidate with its evidence in nats, of two with one end the better. What has a Chinese surname is kept though
// it is rather a word: some people are called 计划.
func (f *Finder) add(end int, k Kind, evidence float64) {
	if end < len(f.text) && f.text[end] == zh.MiddleDot && k != Dotted {
		evidence -= 25
	}
	if evidence < -4 && k > Compound || evidence < -40 {
		return
	}
	for j := range f.n {
		if f.found[j].end == end {
			if f.found[j].evidence < evidence {
				f.found[j] = span{end, k, evidence}
			}
			return
		}
	}
	if f.n < len(f.found) {
		f.found[f.n] = span{end, k, evidence}
		f.n++
	}
}

// scored appends the candidates to dst, the best first. They share out the odds among each other and with no name at all.
func (f *Finder) scored(dst []Candidate) []Candidate {
	first, sum := len(dst), 1.0
	var odds [len(f.found)]float64
	for k, s := range f.found[:f.n] {
		odds[k] = math.Exp(s.evidence / temper)
		sum += odds[k]
	}
	for k, s := range f.found[:f.n] {
		dst = append(dst, Candidate{s.end, s.kind, int(math.Round(1000 * odds[k] / sum))})
		for j := len(dst) - 1; j > first && before(dst[j], dst[j-1]); j-- {
			dst[j], dst[j-1] = dst[j-1], dst[j]
		}
	}
	return dst
}

// temper flattens the evidence, whose parts aren't independent.
const temper = 1.5

func before(a, b Candidate) bool { return a.Score > b.Score || a.Score == b.Score && a.End > b.End }
