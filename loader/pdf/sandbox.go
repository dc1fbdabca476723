package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

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

// sandbox is PDFium in this process.
type sandbox struct {
	limits Limits
	pool   pdfium.Pool
	cache  wazero.CompilationCache
}

// open starts PDFium. One that isn't stoppable ends only with the process.
func (s *sandbox) open(stoppable bool) error {
	s.cache = compilationCache()
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // PDFium's module needs them
		WithCompilationCache(s.cache).
		WithMemoryLimitPages(uint32(s.limits.Memory >> 16)).
		WithCloseOnContextDone(stoppable)
	var err error
	s.pool, err = webassembly.Init(webassembly.Config{
		Context: context.Background(), MaxIdle: 1, MaxTotal: instances(),
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
	return err
}

func (s *sandbox) close() error {
	var err error
	if s.pool != nil {
		err = s.pool.Close()
	}
	return errors.Join(err, s.cache.Close(context.Background()))
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

func (s *sandbox) sheets(ctx context.Context, b []byte) ([]*sheet.Sheet, error) {
	in, err := s.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, verdict(ctx, err)
	}
	stop := context.AfterFunc(ctx, func() { _ = in.Kill() })
	out, err := s.document(ctx, in, b)
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
	case ctx.Err() != nil:
		return late(ctx)
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return ErrEncrypted
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile), errors.Is(err, pdfiumerrors.ErrPage), errors.Is(err, pdfiumerrors.ErrUnknown):
		return ErrDamaged
	case errors.Is(err, ErrPages), errors.Is(err, ErrDense), errors.Is(err, ErrNoText), errors.Is(err, ErrDamaged):
		return err
	}
	return ErrFault // its own words are a stack of the sandbox
}

func (s *sandbox) document(ctx context.Context, in pdfium.Pdfium, b []byte) (out []*sheet.Sheet, err error) {
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
	if n.PageCount > s.limits.Pages {
		return nil, fmt.Errorf("%w (%d, at most %d)", ErrPages, n.PageCount, s.limits.Pages)
	}
	text, opened := false, false
	for i := range n.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		page, err := s.page(in, d.Document, i)
		switch {
		case errors.Is(err, pdfiumerrors.ErrPage), errors.Is(err, pdfiumerrors.ErrUnknown), errors.Is(err, pdfiumerrors.ErrFormat):
			page = &sheet.Sheet{} // one bad page; the others go on
		case err != nil:
			return nil, err
		default:
			opened = true
		}
		text = text || len(page.Runs) > 0
		out = append(out, page)
	}
	switch {
	case !opened:
		return nil, ErrDamaged
	case !text:
		return nil, ErrNoText
	}
	return out, nil
}

func (s *sandbox) page(in pdfium.Pdfium, d references.FPDF_DOCUMENT, index int) (*sheet.Sheet, error) {
	loaded, err := in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d, Index: index})
	if err != nil {
		return nil, err
	}
	p := &reading{in: in, page: requests.Page{ByReference: &loaded.Page}, limit: s.limits.Characters}
	if err := p.read(); err != nil {
		return nil, err
	}
	_, err = in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	return &p.sheet, err
}
