package speech

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// longestAnswer is how many tokens a sentence has that only says whose the quotation before it was.
const longestAnswer = 8

// quotes is the quotation that closes a sentence: …问起收购价，“今年六块五。”
func (r *reader) quotes(tokens []discourse.Token) reading.Span {
	if t := tokens[len(tokens)-1]; r.words(t) {
		return t.Span
	}
	return reading.Span{}
}

// words is true for a quotation that is somebody's words by its length, or by the mark that it ends in: “真没想到！”.
func (r *reader) words(t discourse.Token) bool {
	return t.Kind == discourse.Quote && (t.End-t.Start >= shortestQuotation+2 || t.End-t.Start > 4 && zh.EndsWith(r.d.Inner(t), "！", "？"))
}

// answers gives the quotation that closed the sentence before to whom this one says it was: “…”某某笑着回答。
func (r *reader) answers(tokens []discourse.Token) bool {
	n := len(tokens)
	if r.quoted == (reading.Span{}) || n > longestAnswer || n < 3 || !tokens[n-2].Is(discourse.Say) || tokens[n-1].Kind != discourse.Stop {
		return false
	}
	who := -1
	for _, t := range tokens[:n-2] {
		if t.Mark() || t.Is(discourse.Say) {
			return false
		}
		if t.Kind == discourse.Person && who < 0 {
			who = t.Index
		}
	}
	if who < 0 {
		return false
	}
	if k := len(r.out); k > 0 && r.out[k-1].Words.Start <= r.quoted.Start+1 && r.out[k-1].Words.End >= r.quoted.End-1 {
		r.out = r.out[:k-1] // it was taken for the words of whom the sentence was about
	}
	r.put(who, r.d.String(tokens[n-2].Span), reading.Span{Start: r.quoted.Start + 1, End: r.quoted.End - 1}, reading.Evidence{
		Span: reading.Span{Start: tokens[0].Start, End: tokens[n-1].End}, Rule: "speech.verb",
	})
	return true
}

// placed is true where 在 stands before the person at token i, with no more between than what the person is.
func (r *reader) placed(tokens []discourse.Token, i int) bool {
	for j := i - 1; j >= 0 && i-j <= longestRank; j-- {
		switch t := tokens[j]; {
		case t.Is(discourse.At):
			return true
		case t.Kind != discourse.Text && t.Kind != discourse.Place && t.Kind != discourse.Org:
			return false
		}
	}
	return false
}

// longestRank is how many tokens say what somebody is.
const longestRank = 4

// moved are the words of how somebody is who has just said something.
var moved = []string{"激动", "连声", "合不拢嘴", "感激", "哽咽", "热泪", "赞不绝口", "竖起大拇指", "难掩", "喜上眉梢", "乐开了花", "笑得", "红了眼眶", "直呼", "连连", "信心满满"}

// exclaims gives the quotation that opens a sentence to the only person of the rest, whom it moves: “真没想到！”村民某某激动得合不拢嘴。
func (r *reader) exclaims(tokens []discourse.Token) bool {
	words, rest := r.quoted, tokens
	if r.words(tokens[0]) {
		words, rest = tokens[0].Span, tokens[1:]
	}
	if words == (reading.Span{}) || len(rest) == 0 {
		return false
	}
	who := -1
	for _, t := range rest {
		switch {
		case t.Kind == discourse.Quote || t.Is(discourse.Say):
			return false
		case t.Kind == discourse.Person && who >= 0 && t.Index != who:
			return false
		case t.Kind == discourse.Person:
			who = t.Index
		}
	}
	if who < 0 || !zh.Holds(r.d.String(reading.Span{Start: rest[0].Start, End: rest[len(rest)-1].End}), moved...) {
		return false
	}
	r.put(who, "说", reading.Span{Start: words.Start + 1, End: words.End - 1}, reading.Evidence{
		Span: reading.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}, Rule: "speech.verb",
	})
	return true
}

// views reads 在某某看来，… and “…”说这话的是某某.
func (r *reader) views(tokens []discourse.Token) bool {
	for i, t := range tokens {
		switch {
		case t.Kind != discourse.Person:
			continue
		case i > 0 && r.placed(tokens, i) && i+2 < len(tokens) && zh.BeginsWith(r.d.String(tokens[i+1].Span), "看来") && tokens[i+2].Kind == discourse.Comma:
			r.put(t.Index, "看来", reading.Span{Start: tokens[i+2].End, End: tokens[len(tokens)-1].End}, reading.Evidence{
				Span: reading.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}, Rule: "speech.verb",
			})
			return true
		case zh.Holds(r.d.String(reading.Span{Start: tokens[0].Start, End: t.Start}), "说这话的是", "说这话的，是", "说这番话的是"):
			words := r.quoted
			if tokens[0].Kind == discourse.Quote {
				words = tokens[0].Span
			}
			if words == (reading.Span{}) {
				return false
			}
			r.put(t.Index, "说", reading.Span{Start: words.Start + 1, End: words.End - 1}, reading.Evidence{
				Span: reading.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}, Rule: "speech.verb",
			})
			return true
		}
	}
	return false
}
