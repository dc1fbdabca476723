// Package pdf reads PDFs into sheets, with PDFium as WebAssembly: the library runs in a sandbox without files, network,
// clock of ours or more than its memory, a fresh instance for each document, ended when its time is over. Pages, bytes,
// characters and objects are bounded; what can't be read has a verdict of one line.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

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

// maxInstances is how many documents are open at a time: each has a memory of its own.
const maxInstances = 2

// Reader reads PDFs. It starts PDFium with the first one; the first start on a machine compiles it (some seconds) and keeps
// the result in the user's cache folder. It may be used by several goroutines.
type Reader struct {
	limits Limits
	start  sync.Once
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	err    error
}

// NewReader is a reader with these limits. Close it when done.
func NewReader(l Limits) *Reader { return &Reader{limits: l.orDefault()} }

// Close ends PDFium. The reader can't be used afterwards.
func (r *Reader) Close() error {
	r.start.Do(func() { r.err = errors.New("the PDF reader is closed") })
	var err error
	if r.pool != nil {
		err = r.pool.Close()
	}
	if r.cache != nil {
		err = errors.Join(err, r.cache.Close(context.Background()))
	}
	return err
}

func (r *Reader) open() error {
	r.start.Do(func() {
		r.cache = compilationCache()
		config := wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // PDFium's module needs them
			WithCompilationCache(r.cache).
			WithMemoryLimitPages(uint32(r.limits.Memory >> 16)).
			WithCloseOnContextDone(true)
		r.pool, r.err = webassembly.Init(webassembly.Config{
			Context: context.Background(), MaxIdle: 1, MaxTotal: min(maxInstances, runtime.GOMAXPROCS(0)),
			FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
		})
	})
	return r.err
}

// compilationCache is kept in the user's cache folder, or in memory where there is none.
func compilationCache() wazero.CompilationCache {
	if dir, err := os.UserCacheDir(); err == nil {
		if c, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "baopu", "pdfium")); err == nil {
			return c
		}
	}
	return wazero.NewCompilationCache()
}

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
	in, err := r.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, verdict(ctx, err)
	}
	stop := context.AfterFunc(ctx, func() { _ = in.Kill() })
	out, err := r.document(ctx, in, b)
	if stop() {
		if closed := in.Close(); err == nil && closed != nil {
			err = closed
		}
	}
	if err != nil {
		return nil, verdict(ctx, err)
	}
	return out, nil
}

// verdict makes one of ours of PDFium's errors.
func verdict(ctx context.Context, err error) error {
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return ErrTime
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return ErrEncrypted
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile), errors.Is(err, pdfiumerrors.ErrPage), errors.Is(err, pdfiumerrors.ErrUnknown):
		return ErrDamaged
	case errors.Is(err, ErrPages), errors.Is(err, ErrDense), errors.Is(err, ErrNoText), errors.Is(err, ErrDamaged):
		return err
	}
	return ErrFault // its own words are a stack of the sandbox
}

func (r *Reader) document(ctx context.Context, in pdfium.Pdfium, b []byte) (out []*sheet.Sheet, err error) {
	defer func() { // what PDFium can't do in its sandbox ends in a panic of the sandbox
		if p := recover(); p != nil {
			err = fmt.Errorf("PDFium: %v", p)
		}
	}()
	d, err := in.OpenDocument(&requests.OpenDocument{File: &b})
	if err != nil {
		return nil, err
	}
	n, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.Document})
	if err != nil {
		return nil, err
	}
	if n.PageCount > r.limits.Pages {
		return nil, fmt.Errorf("%w (%d, at most %d)", ErrPages, n.PageCount, r.limits.Pages)
	}
	text, opened := false, false
	for i := range n.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s, err := r.page(in, d.Document, i)
		switch {
		case errors.Is(err, pdfiumerrors.ErrPage), errors.Is(err, pdfiumerrors.ErrUnknown), errors.Is(err, pdfiumerrors.ErrFormat):
			s = &sheet.Sheet{} // one bad page; the others go on
		case err != nil:
			return nil, err
		default:
			opened = true
		}
		text = text || len(s.Runs) > 0
		out = append(out, s)
	}
	switch {
	case !opened:
		return nil, ErrDamaged
	case !text:
		return nil, ErrNoText
	}
	return out, nil
}

func (r *Reader) page(in pdfium.Pdfium, d references.FPDF_DOCUMENT, index int) (*sheet.Sheet, error) {
	loaded, err := in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d, Index: index})
	if err != nil {
		return nil, err
	}
	p := &reading{in: in, page: requests.Page{ByReference: &loaded.Page}, limit: r.limits.Characters}
	if err := p.read(); err != nil {
		return nil, err
	}
	_, err = in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	return &p.sheet, err
}
