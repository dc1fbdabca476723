package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// formats is the table of formats.
var formats = []struct {
	name  string
	write func(context.Context, io.Writer, kg.Auditor) error
}{
	{"jsonl", JSONL},
	{"graphml", GraphML},
	{"csv", CSV},
	{"ftm", FollowTheMoney},
	{"gexf", GEXF},
}

// Formats names what Write can write, the default first.
func Formats() []string {
	names := make([]string, 0, len(formats))
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Write writes the graph in a format. An unknown one is ErrInvalid, and nothing is written; other errors are those of the
// store or of w.
func Write(ctx context.Context, w io.Writer, store kg.Auditor, format string) error {
	i := slices.Index(Formats(), format)
	if i < 0 {
		return fmt.Errorf("format %q is none of %s: %w", format, strings.Join(Formats(), ", "), kg.ErrInvalid)
	}
	return formats[i].write(ctx, w, store)
}

// writer writes one format, a record at a time: begin, every node, every edge, every judgement, end.
type writer interface {
	begin(w io.Writer) error
	node(w io.Writer, n kg.Node) error
	edge(w io.Writer, e kg.Edge, proofs []kg.Proof) error
	judgement(w io.Writer, j *kg.JudgementState) error
	end(w io.Writer) error
}

// unjudged is part of the writers of formats in which judgements have no place.
type unjudged struct{}

func (unjudged) judgement(io.Writer, *kg.JudgementState) error { return nil }

// dump leads the graph through f.
func dump(ctx context.Context, w io.Writer, store kg.Auditor, f writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := f.begin(out); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	err := store.Dump(ctx, func(r kg.Record) error {
		switch {
		case r.Node != nil:
			return f.node(out, r.Node)
		case r.Edge != nil:
			return f.edge(out, r.Edge, r.Proofs)
		}
		return f.judgement(out, r.Judgement)
	})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := f.end(out); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}
