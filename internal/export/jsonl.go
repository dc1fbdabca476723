// Package export writes a whole graph in formats for other programs. What it writes depends on the graph alone: the same
// graph gives the same bytes, from any store, in whatever order it was loaded. No recorded times are in it.
package export

import (
	"context"
	"io"

	"github.com/baopu/baopu/internal/kg"
)

// Format names this export in its first line; the number rises when a reader of the old form would misread the new one.
const Format = "baopu-graph/1"

// JSONL writes the graph as JSON Lines: a header, every node by kind and id, every edge by kind and id with all its
// evidence, then the log of judgements, each line told by its first key (format, node, edge, judgement). Fields stand in
// the order of the schema table; empty ones are left out. Errors are those of the store or of w.
func JSONL(ctx context.Context, w io.Writer, store kg.Auditor) error {
	return dump(ctx, w, store, jsonl{})
}

type jsonl struct{}

func (jsonl) begin(w io.Writer) error { return writeLine(w, &object{{"format", Format}}) }
func (jsonl) end(io.Writer) error     { return nil }

func (jsonl) node(w io.Writer, n kg.Node) error { return writeLine(w, nodeObject(n)) }

func (jsonl) edge(w io.Writer, e kg.Edge, proofs []kg.Proof) error {
	return writeLine(w, edgeObject(e, proofs))
}

func (jsonl) judgement(w io.Writer, j *kg.JudgementState) error {
	return writeLine(w, judgementObject(j))
}

func writeLine(w io.Writer, o *object) error {
	b, err := o.MarshalJSON()
	if err == nil {
		_, err = w.Write(append(b, '\n'))
	}
	return err
}

func nodeObject(n kg.Node) *object {
	h := n.NodeHead()
	o := &object{{"node", string(h.Kind)}}
	o.add("id", h.ID)
	o.add("key", h.Key)
	o.add("name", h.Name)
	o.add("articleCount", h.ArticleCount)
	o.add("firstSeen", h.FirstSeen)
	o.add("lastSeen", h.LastSeen)
	if s, ok := kg.NodeSchemaOf(h.Kind); ok {
		o.addFields(s.Fields, n.Columns())
	}
	return o
}

func edgeObject(e kg.Edge, proofs []kg.Proof) *object {
	f := e.EdgeFact()
	o := &object{{"edge", string(f.Kind)}}
	o.add("id", f.ID)
	o.add("from", f.From)
	o.add("to", f.To)
	o.add("articleCount", f.ArticleCount)
	o.add("confidence", f.Confidence)
	o.add("firstDate", f.FirstDate)
	o.add("lastDate", f.LastDate)
	o.add("firstPublished", f.FirstPublished)
	o.add("lastPublished", f.LastPublished)
	if s, ok := kg.EdgeSchemaOf(f.Kind); ok {
		o.addFields(s.Fields, e.Columns())
	}
	evidence := make([]*object, 0, len(proofs))
	for i := range proofs {
		evidence = append(evidence, proofObject(&proofs[i]))
	}
	if len(evidence) > 0 {
		*o = append(*o, member{"evidence", evidence})
	}
	return o
}

func proofObject(p *kg.Proof) *object {
	return &object{
		{"article", p.Article},
		{"page", p.Page},
		{"published", p.Printed},
		{"date", p.Date},
		{"start", p.Start},
		{"end", p.End},
		{"quote", p.Quote},
		{"sentenceStart", p.SentenceStart},
		{"sentenceEnd", p.SentenceEnd},
		{"sentence", p.Sentence},
		{"rule", p.Rule},
		{"confidence", p.Confidence},
	}
}

func judgementObject(j *kg.JudgementState) *object {
	o := &object{{"judgement", string(j.Verb)}}
	o.add("id", j.ID)
	o.add("seq", j.Seq)
	o.add("a", j.A)
	o.add("b", j.B)
	if j.Edge != nil {
		*o = append(*o, member{"edge", j.Edge})
	}
	o.add("articles", j.Articles)
	o.add("name", j.Name)
	o.add("by", j.By)
	o.add("why", j.Why)
	o.add("keys", j.Keys)
	o.add("quote", j.Quote)
	o.add("undone", j.Undone)
	o.add("missing", j.Missing)
	return o
}
