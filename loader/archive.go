package loader

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/source"
)

// Bounds of an archive: a bomb of 42 kB can hold petabytes.
const (
	maxEntries  = 50_000
	maxUnpacked = 4 << 30 // bytes of all files of an archive
	maxGrowth   = 100     // times that a file of more than a MB may grow; text grows to four times

	maxArchivedPDF = 32 << 20 // bytes: some wait in memory
)

// The reasons why an archive, or a file in it, is not read.
var (
	errBomb      = errors.New("it grows too much when it is unpacked")
	errNested    = errors.New("an archive in an archive")
	errEncrypted = errors.New("it is encrypted")
	errOffice    = errors.New("an Office document, not a page")
)

// archive is the files of a ZIP archive, by the names that messages show: ARCHIVE/NAME. Nothing is ever written to a disk. Files
// are opened one after the other, while the archive is gone through.
type archive struct {
	names []string // in the order of the archive
	files map[string]*zip.File
	// doubled is names that stand twice: the later file counts.
	doubled []string
	room    int64 // bytes that may still be unpacked
}

// isZIP says whether a file is a ZIP archive, or a document in one, by its first bytes.
func isZIP(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, emptyZIP)
}

// emptyZIP is how an archive of no files begins.
var emptyZIP = []byte("PK\x05\x06")

// openArchive lists what the archive called name holds.
func openArchive(name string, r io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("the archive is damaged: %w", err)
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("%w: %d files, at most %d", errBomb, len(z.File), maxEntries)
	}
	a := &archive{files: map[string]*zip.File{}, room: maxUnpacked}
	for _, f := range z.File {
		inner := innerName(f)
		switch {
		case inner == "[Content_Types].xml" || inner == "mimetype":
			return nil, errOffice
		case strings.HasSuffix(inner, "/") || hidden(inner):
			continue
		}
		full := path.Join(name, inner)
		if a.files[full] == nil {
			a.names = append(a.names, full)
		} else {
			a.doubled = append(a.doubled, full)
		}
		a.files[full] = f
	}
	if len(a.names) == 0 {
		return nil, errors.New("the archive holds no file")
	}
	slices.Sort(a.names)
	return a, nil
}

// innerName is a file's name in its archive, cleaned of .. and of a leading slash. Names that are no UTF-8 are GB18030, as
// Windows in China writes them.
func innerName(f *zip.File) string {
	name := source.FileName(f.Name)
	folder := strings.HasSuffix(name, "/") || strings.HasSuffix(name, `\`)
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	if folder {
		name += "/"
	}
	return name
}

// hidden says whether a file, or a folder that it lies in, isn't meant to be seen.
func hidden(inner string) bool {
	for _, part := range strings.Split(inner, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

func (a *archive) open(name string) (io.ReadCloser, int64, error) {
	f := a.files[name]
	if f == nil {
		return nil, 0, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	size := f.UncompressedSize64
	switch {
	case f.Flags&1 != 0:
		return nil, 0, errEncrypted
	case size > 1<<20 && size/maxGrowth > f.CompressedSize64:
		return nil, 0, fmt.Errorf("%w: %d bytes to %d", errBomb, f.CompressedSize64, size)
	case size > maxUnpacked:
		return nil, 0, fmt.Errorf("%w: %d bytes", errBomb, size)
	}
	r, err := f.Open()
	if err != nil {
		return nil, 0, err
	}
	return unpacked{r, a}, int64(size), nil
}

// unpacked counts what is unpacked of an archive, whatever its entries declare.
type unpacked struct {
	io.ReadCloser
	of *archive
}

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.ReadCloser.Read(p)
	if u.of.room -= int64(n); u.of.room < 0 {
		return n, fmt.Errorf("%w: more than %d GB in all", errBomb, maxUnpacked>>30)
	}
	return n, err
}

func (a *archive) has(name string) bool { return a.files[name] != nil }

func (a *archive) whole(name string) string { return name }

func (a *archive) list(dir string) []string {
	var out []string
	for _, name := range a.names {
		if path.Dir(name) == dir {
			out = append(out, path.Base(name))
		}
	}
	return out
}

// archive yields the files of a ZIP archive. What an outer manifest says of the archive counts behind those in it.
func (in *intake) archive(name string, yield func(unit) bool) bool {
	f, err := os.Open(name)
	if err != nil {
		return yield(unit{place: name, err: err})
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return yield(unit{place: name, err: err})
	}
	a, err := openArchive(name, f, info.Size())
	if err != nil {
		return yield(unit{place: name, err: err})
	}
	for _, twice := range a.doubled {
		if !yield(unit{place: twice, passed: "another file of the archive has the same name; the later counts"}) {
			return false
		}
	}
	outer, err := in.manifests.of(name)
	if err != nil {
		return yield(unit{place: name, err: err})
	}
	inside := newIntake(in.said, a)
	for _, inner := range a.names {
		if source.IsManifest(inner) {
			continue
		}
		if why := source.Unreadable(inner); why != "" {
			if !yield(unit{place: inner, passed: why}) {
				return false
			}
			continue
		}
		if !inside.entry(inner, outer, yield) {
			return false
		}
	}
	return true
}

// entry yields one file of an archive.
func (in *intake) entry(name string, outer source.Said, yield func(unit) bool) bool {
	c, err := in.content(name)
	if err == nil && c.kind == zipped {
		err = errNested
	}
	if err != nil {
		return yield(unit{place: name, err: err})
	}
	said, err := in.manifests.of(name)
	if err != nil {
		return yield(unit{place: name, err: err})
	}
	if c.kind == sheets { // read now: the archive is closed when a worker comes to it
		if c.bytes, err = readFile(in.tree, name, maxArchivedPDF); err != nil {
			return yield(unit{place: name, err: err})
		}
	}
	return in.parts(name, c, said.Else(outer), yield)
}
