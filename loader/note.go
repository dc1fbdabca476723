package loader

import (
	"context"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/report"
)

// filed is what became of one file.
type filed struct {
	report.File
	note   kg.ReadFile
	failed bool
	byText []string // places in it of articles that are known by their texts
}

// gave keeps of a document that was applied what is asked for when the file ends.
func (f *filed) gave(r result) {
	if r.knownByText() {
		f.byText = append(f.byText, r.doc.Source.Name)
	}
	f.note.Documents = append(f.note.Documents, kg.Given{ID: r.doc.ID, Source: r.doc.Source.Digest()})
}

// maxNotes is how many files are noted in one transaction: a load that is killed reads so many again.
const maxNotes = 200

// file is the file whose results are coming in.
func (b *batch) file() *filed {
	if b.now == nil {
		b.now = &filed{}
	}
	return b.now
}

// end closes a file. Its line and its note wait until what it gave is applied.
func (b *batch) end(ctx context.Context, r result) error {
	f := b.file()
	b.now = nil
	f.Name, f.note.Name, f.note.Digest = r.place, r.file, r.digest
	if r.there {
		b.report.Known++
		f.Known = true
	} else {
		b.report.Files++
	}
	b.ended = append(b.ended, f)
	b.tell()
	if len(b.results) > 0 {
		return nil
	}
	return b.settle(ctx)
}

// settle hands on the files whose documents are all applied, and notes those that were read whole.
func (b *batch) settle(ctx context.Context) error {
	for _, f := range b.ended {
		if err := b.takeCorrected(ctx, f); err != nil {
			return fmt.Errorf("%s: what it gave before: %w", f.Name, err)
		}
		if b.each != nil {
			b.each(f.File)
		}
		if f.Known || f.note.Digest == "" {
			continue
		}
		if !f.failed {
			b.notes = append(b.notes, f.note)
		}
		if !f.failed || len(f.note.Documents) > 0 {
			b.looked = append(b.looked, looked{file{path: f.Name}, f.note.Digest, f.failed, f.note.Documents})
		}
	}
	b.ended = nil
	if len(b.notes) < maxNotes {
		return nil
	}
	return b.takeNotes(ctx)
}

// takeNotes writes what is to be noted, in stores that remember files.
func (b *batch) takeNotes(ctx context.Context) error {
	notes := b.notes
	b.notes = nil
	ledger, ok := b.store.(kg.Ledger)
	if !ok || len(notes) == 0 {
		return nil
	}
	return ledger.Note(ctx, notes...)
}

// noted asks the store for the files that it remembers.
func noted(ctx context.Context, store any, files []file) (map[string]string, error) {
	ledger, ok := store.(kg.Ledger)
	if !ok || len(files) == 0 {
		return nil, nil
	}
	names := make([]string, 0, len(files))
	for _, f := range files {
		names = append(names, absolute(f.path))
	}
	digests, err := ledger.Noted(ctx, names)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for i, d := range digests {
		if d != "" {
			out[names[i]] = d
		}
	}
	return out, nil
}
