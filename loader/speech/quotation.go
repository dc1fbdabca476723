package speech

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// shortestQuotation is how many characters a quotation without a verb of saying must have to be somebody's words rather
// than a name or a catchword.
const shortestQuotation = 6

// quotation attributes a quotation that no verb introduces: …比画了一下，“一米挂零”。 belongs to the subject of its sentence,
// “…”乔俊兰跟老人打招呼。 to the person after it, and one that stands alone to whom the paragraph follows.
func (r *reader) quotation(tokens []discourse.Token, subject int) {
	tokens = tokens[lede(r.d, tokens):]
	for i, t := range tokens {
		if t.Kind != discourse.Quote || t.End-t.Start < shortestQuotation+2 {
			continue
		}
		who := -1
		switch {
		case i == 0 && subject >= 0 && len(tokens) > 1 && (r.near(tokens) || r.whole(t)):
			who = subject
		case i == 0 && len(tokens) == 1 && !r.stale:
			who = r.topic
		case i > 0 && tokens[i-1].Kind == discourse.Comma && r.spoken(tokens, i):
			who = r.nearest(tokens[:i], subject)
		}
		if who >= 0 {
			words := reading.Span{Start: t.Start + 1, End: t.End - 1}
			r.put(who, "", words, reading.Evidence{Span: t.Span, Rule: "speech.quotation"})
			return
		}
	}
}

// narrates is true where a sentence among somebody's words tells of another and closes with his: 村民某某把秤递过来，“自己看。”
func (r *reader) narrates(tokens []discourse.Token) bool {
	i := len(tokens) - 1
	if i > 0 && tokens[i].Kind == discourse.Stop {
		i--
	}
	said := slices.ContainsFunc(tokens, func(t discourse.Token) bool { return t.Is(discourse.Say) })
	return i > 1 && !said && tokens[i].Kind == discourse.Quote && tokens[i-1].Kind == discourse.Comma && r.whole(tokens[i])
}

// nearest is the subject of the last clause of tokens that has one: 民警赶到时，老人已经坐起来，嘴里念着：“…”; else subject.
func (r *reader) nearest(tokens []discourse.Token, subject int) int {
	for end := len(tokens); end > 0; {
		from := end - 1
		for from > 0 && tokens[from-1].Kind != discourse.Comma && tokens[from-1].Kind != discourse.Semi {
			from--
		}
		if who := r.subject(tokens[from:end]); who >= 0 {
			return who
		}
		end = from
	}
	return subject
}

// lede is how many tokens a lede takes before the first words: 本报讯（记者某某）.
func lede(d *discourse.Discourse, tokens []discourse.Token) int {
	for i, t := range tokens {
		switch {
		case i > 4:
			return 0
		case t.Kind == discourse.Paren && i > 0 && strings.ContainsAny(d.String(tokens[i-1].Span)+d.String(tokens[0].Span), "讯电訊電"):
			return i + 1
		case t.Mark():
			return 0
		}
	}
	return 0
}

// whole is true for a quotation that is a sentence in itself.
func (r *reader) whole(t discourse.Token) bool {
	switch r.d.Reading.Text.Runes[max(t.End-2, t.Start)] {
	case '。', '！', '？', '…', '!', '?':
		return true
	}
	return false
}

// near is true where a person follows the quotation at tokens[0] before the first mark.
func (r *reader) near(tokens []discourse.Token) bool {
	for _, t := range tokens[1:] {
		if t.Mark() {
			return false
		}
		if r.person(t) >= 0 {
			return true
		}
	}
	return false
}

// spoken is true where the quotation at tokens[i] is a sentence of its own: it closes the sentence around it.
func (r *reader) spoken(tokens []discourse.Token, i int) bool {
	return i == len(tokens)-1 || tokens[i+1].Kind == discourse.Stop
}
