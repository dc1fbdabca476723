package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// states is the states that 对 makes the goal of the verb at token i: 对甲国、乙国进行正式访问; for 两国, those of the headline.
func (s *story) states(c *view, i int) []string {
	from := max(c.From(i), c.Comma(i)+1)
	toward := -1
	for j := from; j < i; j++ {
		if c.Tokens[j].Kind == discourse.Text && strings.HasSuffix(c.D.String(c.Tokens[j].Span), "对") {
			toward = j
		}
	}
	if toward < 0 {
		return nil
	}
	var out []string
	for j := toward + 1; j < i; j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Place && discourse.Country(c.D.Places[t.Index]):
			out = append(out, c.D.Name(t))
		case t.Is(discourse.Both):
			return s.headline()
		case t.Kind == discourse.Dun, t.Is(discourse.And), t.Kind == discourse.Text:
		default:
			return nil
		}
	}
	return out
}

// headline is the states other than China that the headline names.
func (s *story) headline() []string {
	var out []string
	for _, sentence := range s.d.Sentences {
		if sentence.Kind != article.TitlePart {
			continue
		}
		for _, t := range s.d.Rest(sentence) {
			if name := s.d.Name(t); t.Kind == discourse.Place && s.d.Foreign(name) && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// arrive follows a round of trips to the place that a sentence opens with: 在乙国，…; 在乙县某镇，….
func (s *story) arrive(c *view) {
	if s.trip < 0 || len(c.Tokens) < 2 || !c.Tokens[0].Is(discourse.At|discourse.Travel) || c.Tokens[1].Kind != discourse.Place {
		return
	}
	name := c.D.Name(c.Tokens[1])
	for k, f := range s.drafts {
		if (f.Type != reading.Visit && f.Type != reading.Inspection) || f.dropped || !discourse.Within(name, f.Place) || discourse.Within(name, s.drafts[s.trip].Place) {
			continue
		}
		if s.trip = k; s.d.Foreign(f.Place) {
			s.focus = -1
		}
		return
	}
}

// rounds opens one trip for each of several states.
func (s *story) rounds(kind reading.EventType, c *view, i int, who []clause.Party, states []string) {
	first := len(s.drafts)
	for k := range states {
		s.journey(kind, c, i, who, states[k:k+1])
	}
	s.trip = first
}

// stay is where a story abroad has come to: the place of the meeting that goes on, in the state that the trip is to.
func (s *story) stay() string {
	if s.trip < 0 || s.focus < s.trip || !s.d.Foreign(s.drafts[s.trip].Place) || !s.drafts[s.focus].between || s.drafts[s.focus].guessed {
		return ""
	}
	return s.drafts[s.focus].Place
}
