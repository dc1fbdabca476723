// Package export writes a whole graph in formats for other programs. What it writes depends on the graph alone: the same
// graph gives the same bytes, from any store, in whatever order it was loaded. No recorded times are in it.
package export

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/baopu/baopu/internal/kg"
)

// Format names this export in its first line; the number rises when a reader of the old form would misread the new one.
const Format = "baopu-graph/1"

// JSONL writes the graph as JSON Lines: a header, every node by kind and id, every edge by kind and id with all its
// evidence, then the log of judgements, each line told by its first key (format, node, edge, judgement). Fields stand in
// the order of the schema table; empty ones are left out. Errors are those of the store or of w.
func JSONL(ctx context.Context, w io.Writer, store kg.Auditor) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := writeLine(out, &object{{"format", Format}}); err != nil {
		return err
	}
	err := store.Dump(ctx, func(r kg.Record) error {
		switch {
		case r.Node != nil:
			return writeLine(out, nodeObject(r.Node))
		case r.Edge != nil:
			return writeLine(out, edgeObject(r.Edge, r.Proofs))
		}
		return writeLine(out, judgementObject(r.Judgement))
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func writeLine(w io.Writer, o *object) error {
	b, err := o.MarshalJSON()
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if _, err := w.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
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
