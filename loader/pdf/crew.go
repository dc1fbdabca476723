package pdf

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/baopu/baopu/loader/sheet"
)

// crew is a bounded number of processes of this program that read PDFs (Work). One that dies, or is killed since the time of its
// file is over, is followed by another.
type crew struct {
	limits Limits
	idle   chan *worker // nil stands for one not yet started
	all    int
}

func newCrew(l Limits, n int) *crew {
	c := &crew{limits: l, idle: make(chan *worker, n), all: n}
	for range n {
		c.idle <- nil
	}
	return c
}

func (c *crew) sheets(ctx context.Context, b []byte) ([]*sheet.Sheet, error) {
	if ctx.Err() != nil {
		return nil, late(ctx)
	}
	var w *worker
	select {
	case w = <-c.idle:
	case <-ctx.Done():
		return nil, late(ctx)
	}
	defer func() { c.idle <- w }()
	if w == nil {
		var err error
		if w, err = hire(); err != nil {
			return nil, fmt.Errorf("PDFium does not start: %w", err)
		}
	}
	stop := context.AfterFunc(ctx, w.kill)
	r, err := w.do(task{c.limits, b})
	if !stop() || err != nil {
		w.kill()
		_ = w.wait() // it was killed, or the pipe says why
		w = nil
		if ctx.Err() != nil {
			return nil, late(ctx)
		}
		return nil, ErrFault
	}
	return r.Sheets, r.err()
}

// close waits for the files being read and ends all workers.
func (c *crew) close() error {
	var errs []error
	for range c.all {
		if w := <-c.idle; w != nil {
			errs = append(errs, w.in.Close(), w.wait())
		}
	}
	return errors.Join(errs...)
}

// worker is one process.
type worker struct {
	cmd     *exec.Cmd
	in      io.Closer
	tasks   *gob.Encoder
	reports *gob.Decoder
}

func hire() (*worker, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), workEnv+"=1")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &worker{cmd, in, gob.NewEncoder(in), gob.NewDecoder(out)}, nil
}

func (w *worker) do(t task) (*report, error) {
	if err := w.tasks.Encode(t); err != nil {
		return nil, err
	}
	var r report
	if err := w.reports.Decode(&r); err != nil {
		return nil, err
	}
	return &r, nil
}

func (w *worker) kill() { _ = w.cmd.Process.Kill() } // it may have ended by itself

func (w *worker) wait() error { return w.cmd.Wait() }
