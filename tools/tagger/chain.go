package main

import (
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/mention"
)

// chains is the stretches of places, bodies and titles right before the persons of e. A stretch without a title is none.
func (e example) chains() []title {
	s, _, ok := e.sequence()
	if !ok {
		return nil
	}
	inside := make([]bool, len(e.text))
	titled := make([]bool, len(e.text))
	at := 0
	for _, t := range s.Tokens {
		for ; at < t.End; at++ {
			inside[at], titled[at] = mention.Leads(t.Code), mention.Titles(t.Code)
		}
	}
	for _, x := range e.spans {
		if x.typ != tagger.Person {
			for i := x.start; i < x.end; i++ {
				inside[i] = true
			}
		}
	}
	var out []title
	for _, x := range e.spans {
		if x.typ != tagger.Person {
			continue
		}
		i := x.start
		has := false
		for i > 0 && (inside[i-1] || e.text[i-1] == '、' && i < x.start && titled[i] && i > 1 && titled[i-2]) {
			i--
			has = has || titled[i]
		}
		if has {
			out = append(out, title{i, x.start})
		}
	}
	return out
}
