package pdf

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"github.com/baopu/baopu/loader/sheet"
)

// workEnv is set in the environment of a process that is to read PDFs for another one.
const workEnv = "BAOPU_PDF_WORK"

// atWork is set once the program can be started to work for itself.
var atWork atomic.Bool

// task is what a worker is asked, and report what it answers, one after another over its standard input and output.
type (
	task struct {
		Limits Limits
		File   []byte
	}
	report struct {
		Sheets  []*sheet.Sheet
		Verdict int    // in verdicts, from 1; 0 for an error of another kind, or none
		Detail  string // what the verdict says behind its words, or the other error
	}
)

// verdicts are the errors that keep their identity between processes.
var verdicts = [...]error{ErrEncrypted, ErrDamaged, ErrNoText, ErrPages, ErrDense, ErrTime, ErrFault}

// Work makes this process read PDFs for the one that started it, and ends it, where the environment says so. A program calls it
// before all else; its readers then start the program anew to read PDFs, four times as fast as they can themselves.
func Work() {
	if os.Getenv(workEnv) == "" {
		atWork.Store(true)
		return
	}
	signal.Ignore(os.Interrupt) // of a terminal: the one that started it ends its input
	runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0)))
	if err := work(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "pdf:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// overtime is how much longer than a file's time a worker lives that nobody ends: the one that started it is gone.
const overtime = 10 * time.Second

func work(in io.Reader, out io.Writer) error {
	tasks, reports := gob.NewDecoder(in), gob.NewEncoder(out)
	box := &sandbox{}
	for {
		var t task
		if err := tasks.Decode(&t); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		end := time.AfterFunc(t.Limits.Time+overtime, func() { os.Exit(1) })
		sheets, err := box.read(&t)
		end.Stop()
		if err := reports.Encode(reportOf(sheets, err)); err != nil {
			return err
		}
	}
}

// read starts PDFium with the first file.
func (s *sandbox) read(t *task) ([]*sheet.Sheet, error) {
	if s.pool == nil {
		s.limits = t.Limits
		if err := s.open(false); err != nil {
			return nil, fmt.Errorf("PDFium does not start: %w", err)
		}
	}
	return s.sheets(context.Background(), t.File)
}

func reportOf(sheets []*sheet.Sheet, err error) report {
	if err == nil {
		return report{Sheets: sheets}
	}
	for i, v := range verdicts {
		if errors.Is(err, v) {
			return report{Verdict: i + 1, Detail: strings.TrimPrefix(err.Error(), v.Error())}
		}
	}
	return report{Detail: err.Error()}
}

func (r *report) err() error {
	switch {
	case r.Verdict > 0 && r.Verdict <= len(verdicts):
		return fmt.Errorf("%w%s", verdicts[r.Verdict-1], r.Detail)
	case r.Detail != "":
		return errors.New(r.Detail)
	}
	return nil
}
