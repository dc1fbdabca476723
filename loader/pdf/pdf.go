// Package pdf reads PDFs into sheets, with PDFium as WebAssembly: the library runs in a sandbox without files, network,
// clock of ours or more than its memory, a fresh instance for each document, ended when its time is over. Pages, bytes,
// characters and objects are bounded; what can't be read has a verdict of one line.
//
// A sandbox that can be stopped from inside the process looks at every turn of a loop whether it should, and takes four
// times as long. So a program that calls Work reads its PDFs in processes of its own (crew), which are killed when their time
// is over.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/baopu/baopu/loader/sheet"
)

// The verdicts on PDFs that can't be read.
var (
	ErrEncrypted = errors.New("the PDF is encrypted: save it without a password first")
	ErrDamaged   = errors.New("the PDF is damaged: no page of it can be opened")
	ErrNoText    = errors.New("the PDF has no text layer, pictures of pages only: run it through text recognition (OCR) first")
	ErrPages     = errors.New("the PDF has too many pages: split it into issues")
	ErrBytes     = errors.New("the PDF is too large: split it into pages")
	ErrDense     = errors.New("a page of the PDF has too many characters for a newspaper's")
	ErrTime      = errors.New("the PDF takes too long to read")
	ErrFault     = errors.New("the PDF stops PDFium: it is broken, or asks for more memory than it may have")
)

// Limits bounds what is read. The zero value of a field is its default.
type Limits struct {
	Bytes      int           // of a file: 128 MiB
	Pages      int           // of a file: 400
	Characters int           // of a page: 200,000
	Time       time.Duration // for a file: 60 s
	Memory     int           // of an instance: 768 MiB
}

func (l Limits) orDefault() Limits {
	or := func(v *int, d int) {
		if *v == 0 {
			*v = d
		}
	}
	or(&l.Bytes, 128<<20)
	or(&l.Pages, 400)
	or(&l.Characters, 200_000)
	or(&l.Memory, 768<<20)
	if l.Time == 0 {
		l.Time = time.Minute
	}
	return l
}

// Reader reads PDFs. It starts PDFium with the first one; the first start on a machine compiles it (some seconds) and keeps
// the result in the user's cache folder. It may be used by several goroutines.
type Reader struct {
	limits Limits
	start  sync.Once
	engine engine
	err    error
}

// engine is where PDFium runs. sheets answers the verdicts, those of a context that is done among them.
type engine interface {
	sheets(ctx context.Context, b []byte) ([]*sheet.Sheet, error)
	close() error
}

// NewReader is a reader with these limits. Close it when done.
func NewReader(l Limits) *Reader { return &Reader{limits: l.orDefault()} }

// Close ends PDFium. The reader can't be used afterwards.
func (r *Reader) Close() error {
	r.start.Do(func() { r.err = errors.New("the PDF reader is closed") })
	if r.engine == nil {
		return nil
	}
	return r.engine.close()
}

func (r *Reader) open() error {
	r.start.Do(func() {
		if atWork.Load() {
			r.engine = newCrew(r.limits, instances())
			return
		}
		box := &sandbox{limits: r.limits}
		r.engine, r.err = box, box.open(true)
	})
	return r.err
}

// maxInstances is how many documents are open at a time: each has a memory of its own.
const maxInstances = 2

func instances() int { return min(maxInstances, runtime.GOMAXPROCS(0)) }

// Head is how many bytes of a file tell whether it is a PDF.
const Head = 1024

// Is reports whether b begins as a PDF does: its mark stands at the start, or behind white space or a byte order mark.
func Is(b []byte) bool {
	b = bytes.TrimPrefix(b[:min(len(b), Head)], []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(bytes.TrimLeft(b, " \t\r\n\x00"), []byte("%PDF-"))
}

// Fits says whether a file of n bytes is small enough to be read: ErrBytes where it isn't.
func (r *Reader) Fits(n int64) error {
	if n > int64(r.limits.Bytes) {
		return fmt.Errorf("%w (%d bytes, at most %d)", ErrBytes, n, r.limits.Bytes)
	}
	return nil
}

// Sheets reads the pages of a PDF. A page without text is an empty sheet; where no page has any, it is ErrNoText. Errors are
// the verdicts of this package, and those of the context and of PDFium's start.
func (r *Reader) Sheets(ctx context.Context, b []byte) ([]*sheet.Sheet, error) {
	if err := r.Fits(int64(len(b))); err != nil {
		return nil, err
	}
	if err := r.open(); err != nil {
		return nil, fmt.Errorf("PDFium does not start: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, r.limits.Time)
	defer cancel()
	return r.engine.sheets(ctx, b)
}

// late is the verdict of a context that is done: the time of the file was over, or the caller's.
func late(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return ErrTime
	}
	return ctx.Err()
}
