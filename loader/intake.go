package loader

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/epaper"
	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/source"
)

// intake opens files one after the other, and says what is to be read of each and what flags, manifests and lists say of it.
type intake struct {
	said      source.Said
	tree      tree
	lists     *editions
	manifests *manifests
	noted     map[string]string // digests of files that were read before, by their absolute names
	stdin     io.Reader
}

func newIntake(said source.Said, t tree) *intake {
	return &intake{said: said, tree: t, lists: &editions{tree: t}, manifests: &manifests{tree: t}}
}

// all yields what the files hold, one after the other.
func (in *intake) all(files []file) func(yield func(unit) bool) {
	return func(yield func(unit) bool) {
		for _, f := range files {
			if !in.units(f, yield) {
				return
			}
		}
	}
}

// kind is how a file is read.
type kind int

const (
	text   kind = iota // decoded: a page, HTML or records
	sheets             // PDF
	zipped             // ZIP
)

// content is a file's kind, its bytes where it is text or comes from an archive, and a digest of them.
type content struct {
	kind  kind
	bytes []byte
	sum   [sha256.Size]byte
}

// content reads a file, of PDFs and archives the digest only: they are read where they are worked on.
func (in *intake) content(name string) (content, error) {
	r, _, err := in.tree.open(name)
	if err != nil {
		return content{}, err
	}
	defer r.Close()
	return contentOf(r)
}

func contentOf(r io.Reader) (content, error) {
	head, err := io.ReadAll(io.LimitReader(r, pdf.Head))
	if err != nil {
		return content{}, err
	}
	c := content{}
	whole := io.MultiReader(bytes.NewReader(head), r)
	switch {
	case pdf.Is(head):
		c.kind = sheets
	case isZIP(head):
		c.kind = zipped
	default:
		limit := int64(maxPage)
		if source.Records(string(head)) {
			limit = maxRecords
		}
		if c.bytes, err = readAll(whole, limit); err != nil {
			return c, err
		}
		c.sum = sha256.Sum256(c.bytes)
		return c, nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, whole); err != nil {
		return c, err
	}
	h.Sum(c.sum[:0])
	return c, nil
}

// units yields what a file holds, then its end. A file that was read before, and of which all that decides what is read is
// the same, has an end only.
func (in *intake) units(f file, yield func(unit) bool) bool {
	end := unit{place: f.path, end: true}
	if f.stdin {
		return in.standardInput(yield) && yield(end)
	}
	c, manifest, digest, err := in.look(f.path)
	if err != nil {
		return yield(unit{place: f.path, err: err}) && yield(end)
	}
	end.file, end.digest = absolute(f.path), digest
	if in.noted[end.file] == end.digest {
		end.there = true
		return yield(end)
	}
	if c.kind == zipped {
		return in.archive(f.path, yield) && yield(end)
	}
	return in.parts(f.path, c, manifest, yield) && yield(end)
}

// absolute is the name by which a store knows a file: a text, whatever bytes the file system takes.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return source.FileName(path)
}

// look opens a file: its content, what its manifest says of it, and a digest of all that decides what is read of it.
func (in *intake) look(path string) (c content, manifest source.Said, digest string, err error) {
	if c, err = in.content(path); err != nil {
		return c, manifest, "", err
	}
	if manifest, err = in.manifests.of(path); err != nil {
		return c, manifest, "", err
	}
	return c, manifest, in.digest(c, manifest, in.lists.of(path)), nil
}

// digest is a digest of all that decides what is read of a file, but its name.
func (in *intake) digest(c content, manifest, listed source.Said) string {
	b, err := json.Marshal([]any{Version, c.sum, in.said, manifest, listed})
	if err != nil {
		panic(err) // strings and bytes only
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

// parts yields what is read of a file that is no archive: one page, or documents of records.
func (in *intake) parts(name string, c content, manifest source.Said, yield func(unit) bool) bool {
	src := document.Source{Name: name, Format: document.Sheet, Said: in.said, Manifest: manifest}
	if c.kind == sheets {
		u := unit{place: name, source: src, pdf: func(r *pdf.Reader) ([]byte, error) { return in.pdf(name, r) }}
		if c.bytes != nil {
			u.pdf = func(*pdf.Reader) ([]byte, error) { return c.bytes, nil }
		}
		return yield(u)
	}
	text, err := source.Decode(c.bytes)
	if err != nil {
		return yield(unit{place: name, err: err})
	}
	switch {
	case source.Records(text):
		return records(src, text, yield)
	case source.HTML(text):
		src.Format, src.Listed = document.HTML, in.lists.of(name)
		if len(text) > epaper.MaxBytes {
			return yield(unit{place: name, err: epaper.ErrTooBig})
		}
	default:
		src.Format = document.Page
	}
	src.Text = text
	return yield(unit{place: name, source: src, tree: in.tree})
}

// standardInput yields what standard input holds. Its name is made of its content, since a page's documents go by names.
func (in *intake) standardInput(yield func(unit) bool) bool {
	const place = "standard input"
	b, err := readAll(in.stdin, maxRecords)
	if err != nil {
		return yield(unit{place: place, err: err})
	}
	c, err := contentOf(bytes.NewReader(b))
	switch {
	case err != nil:
		return yield(unit{place: place, err: err})
	case c.kind == zipped:
		return yield(unit{place: place, err: fmt.Errorf("an archive can't be read from standard input: name its file")})
	}
	name := "stdin-" + hex.EncodeToString(c.sum[:4])
	if c.kind == sheets {
		name, c.bytes = name+".pdf", b
	}
	return in.parts(name, c, source.Said{}, yield)
}
