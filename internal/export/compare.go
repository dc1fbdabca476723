package export

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/baopu/baopu/internal/kg"
)

// Difference is the first line in which the exports of two stores differ; where one ends before the other, its line is "".
type Difference struct {
	Line int // from 1
	A, B string
}

// Error names the line and the beginnings of both.
func (d *Difference) Error() string {
	return fmt.Sprintf("the graphs differ in line %d of their exports: %s and %s", d.Line, beginning(d.A), beginning(d.B))
}

// Unwrap says that the stores are in conflict.
func (d *Difference) Unwrap() error { return kg.ErrConflict }

// beginning is enough of a line to find it by: its kind and id stand first.
func beginning(line string) string {
	const enough = 100
	if r := []rune(line); len(r) > enough {
		return string(r[:enough]) + "…"
	}
	if line == "" {
		return "nothing"
	}
	return line
}

// Compare reads the exports of two stores side by side and answers how many lines they have. Where they aren't equal byte
// for byte the error is a *Difference; others are those of the stores.
func Compare(ctx context.Context, a, b kg.Auditor) (lines int, err error) {
	ctx, stop := context.WithCancel(ctx)
	var wait sync.WaitGroup
	defer wait.Wait()
	defer stop()
	first, second := written(ctx, &wait, a), written(ctx, &wait, b)
	defer first.pipe.Close()
	defer second.pipe.Close()
	for {
		lineA, errA := first.line()
		lineB, errB := second.line()
		switch {
		case errA != nil || errB != nil:
			return lines, errors.Join(errA, errB)
		case !bytes.Equal(lineA, lineB):
			return lines, &Difference{lines + 1, string(bytes.TrimSpace(lineA)), string(bytes.TrimSpace(lineB))}
		case len(lineA) == 0:
			return lines, nil
		}
		lines++
	}
}

// stream is an export that is read while it is written.
type stream struct {
	*bufio.Reader
	pipe *io.PipeReader
}

// written begins to export store.
func written(ctx context.Context, wait *sync.WaitGroup, store kg.Auditor) *stream {
	r, w := io.Pipe()
	wait.Go(func() { w.CloseWithError(JSONL(ctx, w, store)) })
	return &stream{bufio.NewReaderSize(r, 1<<16), r}
}

// line is the next line, empty behind the last.
func (s *stream) line() ([]byte, error) {
	line, err := s.ReadBytes('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return line, err
}
