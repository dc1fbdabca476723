package loader

import (
	"errors"
	"io/fs"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/epaper"
	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/source"
)

// advices is what to do about what can't be read, the more exact errors first.
var advices = []struct {
	err error
	do  string
}{
	{document.ErrNoDay, ""}, // says it
	{source.ErrDamaged, "fetch the file again, or correct the line"},
	{source.ErrEmpty, "fetch the file again, or delete it"},
	{source.ErrBinary, "export the page as text, PDF or HTML"},
	{source.ErrLater, "export the page as text, PDF or HTML"},
	{source.ErrNotChinese, "only Chinese papers are read: take the file away"},
	{pdf.ErrNoText, "run it through OCR first"},
	{epaper.ErrNoArticle, "save the article's own page, after its scripts have run"},
	{epaper.ErrTooBig, "save the page as HTML only, or as text"},
	{epaper.ErrTooDeep, "save the page as text"},
	{article.ErrTooLong, "split it into articles"},
	{errTooLong, "split it into pages"},
	{errBomb, "unpack it yourself, if you trust it, and load the folder"},
	{errNested, "unpack the inner archive"},
	{errEncrypted, "unpack it with its password, and load the folder"},
	{errOffice, "save it as text or PDF"},
	{fs.ErrPermission, "give the user who loads the right to read it"},
	{fs.ErrNotExist, "it was there a moment ago: load again"},
	{kg.ErrConflict, "remove the other document first (baopu remove), or take one of the two files away"},
}

// advice is what to do about an error, "" where the error says so itself.
func advice(err error) string {
	for _, a := range advices {
		if errors.Is(err, a.err) {
			return a.do
		}
	}
	return ""
}
