package answer

import "github.com/baopu/baopu/internal/kg"

// Evidence is one piece of evidence, and what was read for its fields.
type Evidence struct {
	*kg.Proof
	Row
}

// Sentence is the sentence round the words.
func (e *Evidence) Sentence() Verbatim { return Verbatim(e.Proof.Sentence) }

// Quote is the words; "" where the article as a whole is the evidence.
func (e *Evidence) Quote() Verbatim { return Verbatim(e.Proof.Quote) }

// Published is the publication day of the article.
func (e *Evidence) Published() kg.Date { return e.Printed }

// Held is what is known of the tenure on the day of asOf, "" without one.
func (e *HoldsPostEdge) Held() string { return held(e.Holds, e.list.AsOf) }

// Held is what is known of the tenure on the day of asOf, "" without one.
func (e *HoldsPersonEdge) Held() string { return held(e.Holds, e.list.AsOf) }

func held(h *kg.Holds, day kg.Date) string {
	if day == "" {
		return ""
	}
	s, _ := h.HeldOn(day)
	return string(s)
}

// Spans is where the article names the entity.
func (e *MentionsEntityEdge) Spans() []kg.Span { return e.Mentioned.Spans }

// Spans is where the article names the person.
func (e *MentionsPersonEdge) Spans() []kg.Span { return e.Mentioned.Spans }

// Spans is where the article names the entity.
func (e *MentionsArticleEdge) Spans() []kg.Span { return e.Mentioned.Spans }
