package neo4j

import (
	"github.com/baopu/baopu/internal/kg"
)

// proofOf makes a claim, as it counts, from a row of subject, article, cluster and the properties of its evidence.
func proofOf(values []any) *said {
	e, _ := values[3].(map[string]any)
	s := &said{
		subject: textOf(values[0]),
		origin:  kg.Origin{Article: kg.ID(textOf(values[1])), Cluster: textOf(values[2]), Published: kg.Date(textOf(e["published"]))},
		nr:      number(e["nr"]),
	}
	s.claim = &kg.Claim{
		Article: s.origin.Article, Kind: kg.EdgeKind(textOf(e["type"])), Date: kg.Date(textOf(e["date"])),
		Evidence: kg.Evidence{
			Start: number(e["start"]), End: number(e["end"]), SentenceStart: number(e["sentenceStart"]), SentenceEnd: number(e["sentenceEnd"]),
			Rule: textOf(e["rule"]), Confidence: number(e["confidence"]),
		},
	}
	pairs := texts(e["values"])
	for i := 0; i+1 < len(pairs); i += 2 {
		s.claim.Values = append(s.claim.Values, kg.Value{Field: pairs[i], Value: pairs[i+1]})
	}
	return s
}

// proofRow is the evidence of s as a row to be written. The values of a local fact aren't kept on it: all that the fact
// says stands in its one document.
func (s *said) proofRow() params {
	c, e := s.claim, s.claim.Evidence
	props := params{
		"fact": s.subject, "type": string(c.Kind), "published": string(s.origin.Published), "article": string(s.origin.Article), "date": string(c.Date),
		"start": int64(e.Start), "end": int64(e.End), "sentenceStart": int64(e.SentenceStart), "sentenceEnd": int64(e.SentenceEnd),
		"rule": e.Rule, "confidence": int64(e.Confidence), "nr": int64(s.nr),
	}
	if len(c.Values) > 0 && !s.isLocal() {
		values := make([]any, 0, 2*len(c.Values))
		for _, v := range c.Values {
			values = append(values, v.Field, v.Value)
		}
		props["values"] = values
	}
	return params{"article": string(s.origin.Article), "node": string(s.about()), "e": props}
}

// about is the node to which the evidence of s leads: what the claim speaks of, which is never the article itself.
func (s *said) about() kg.ID {
	if from, ok := kg.NodeKindOf(s.as.From); ok && from == kg.ArticleKind {
		return s.as.To
	}
	return s.as.From
}
