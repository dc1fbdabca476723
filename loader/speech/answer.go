package speech

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// longestAnswer is how many tokens a sentence has that only says whose the quotation before it was.
const longestAnswer = 8

// quotes is the quotation that closes a sentence: …问起收购价，“今年六块五。”
func quotes(tokens []discourse.Token) reading.Span {
	if t := tokens[len(tokens)-1]; t.Kind == discourse.Quote && t.End-t.Start >= shortestQuotation+2 {
		return t.Span
	}
	return reading.Span{}
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

// views reads 在某某看来，… and “…”说这话的是某某.
func (r *reader) views(tokens []discourse.Token) bool {
	for i, t := range tokens {
		switch {
		case t.Kind != discourse.Person:
			continue
		case i > 0 && tokens[i-1].Is(discourse.At) && i+2 < len(tokens) && zh.BeginsWith(r.d.String(tokens[i+1].Span), "看来") && tokens[i+2].Kind == discourse.Comma:
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
