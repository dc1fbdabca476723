package source

import (
	"bytes"
	"errors"
	"fmt"
)

// ErrLater is the error of a file that is no plain text but of a kind known to hold pages; it is wrapped with the kind.
var ErrLater = errors.New("this version reads text, PDF, HTML and JSON Lines only")

// magics tell kinds of file by their first bytes.
var magics = []struct{ head, kind string }{
	{"PK\x03\x04", "a ZIP archive or Office document"},
	{"\xd0\xcf\x11\xe0", "an Office document"},
	{"{\\rtf", "RTF"},
	{"\x1f\x8b", "gzip"},
}

// check refuses bytes of a kind that is known to be no plain text.
func check(b []byte) error {
	head := b[:min(len(b), 512)]
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.head)) {
			return fmt.Errorf("the file is %s: %w", m.kind, ErrLater)
		}
	}
	return nil
}
