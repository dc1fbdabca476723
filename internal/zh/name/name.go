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

// Candidates is the plausible names that begin in text at i, the best first. The text is folded (zh.Fold); layout spaces
// inside two-character names (张　晓) are spanned. Nil if none is plausible.
func Candidates(text []rune, i int) []Candidate { return Append(nil, text, i, nil) }

// Append is Candidates appended to dst, whose room is used again: for callers that ask at many offsets. words is the words
// of text, nil to look them up.
func Append(dst []Candidate, text []rune, i int, words *lexicon.Index) []Candidate {
	if i < 0 || i >= len(text) || !zh.IsHan(text[i]) && !zh.IsLatin(text[i]) {
		return dst
	}
	f := finder{t: tableOnce(), text: text, at: i, index: words}
	if !f.dotted() {
		f.han()
		f.compound()
		f.minority()
		f.foreign()
		f.famous()
	}
	return f.scored(dst)
}

// Best is the best candidate at i of at least score, and false if there is none.
func Best(text []rune, i, score int) (Candidate, bool) {
	var room [16]Candidate
	cs := Append(room[:0], text, i, nil)
	if len(cs) == 0 || cs[0].Score < score {
		return Candidate{End: i}, false
	}
	return cs[0], true
}

// span is a candidate before it is scored.
type span struct {
	end      int
	kind     Kind
	evidence float64
}

// finder collects the candidates at one offset.
type finder struct {
	t     *table
	text  []rune
	at    int
	index *lexicon.Index // of text, nil unknown
	room  []lexicon.Word
	left  float64 // what the words across the left edge take off
	known bool    // left is computed
	plain reading
	read  bool // plain is there
	found [24]span
	n     int
}

// add keeps a candidate with its evidence in nats, of two with one end the better. What has a Chinese surname is kept though
// it is rather a word: some people are called 计划.
func (f *finder) add(end int, k Kind, evidence float64) {
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
func (f *finder) scored(dst []Candidate) []Candidate {
	first, sum := len(dst), 1.0
	for _, s := range f.found[:f.n] {
		sum += math.Exp(s.evidence / temper)
	}
	for _, s := range f.found[:f.n] {
		c := Candidate{s.end, s.kind, int(math.Round(1000 * math.Exp(s.evidence/temper) / sum))}
		dst = append(dst, c)
		for j := len(dst) - 1; j > first && before(dst[j], dst[j-1]); j-- {
			dst[j], dst[j-1] = dst[j-1], dst[j]
		}
	}
	return dst
}

// temper flattens the evidence, whose parts aren't independent.
const temper = 1.5

func before(a, b Candidate) bool { return a.Score > b.Score || a.Score == b.Score && a.End > b.End }
