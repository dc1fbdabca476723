package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// Line is one line of JSON Lines: its number from 1, its text, and the article or what is wrong with it.
type Line struct {
	Number  int
	Text    []byte // as it stands, without the line feed
	Article *Article
	Err     error // names the field where one is to blame
}

// ErrLines is the error of articles that don't stand one a line: in an array, or each over several lines.
var ErrLines = errors.New("articles come one a line, not as an array or over several lines: jq -c '.[]?' or jq -c . writes them so")

// ErrRemoved is why what a store keeps of a removed article isn't read from a file: it tells of an article, and is none.
var ErrRemoved = errors.New("kind removed: it tells of an article that was taken out of a store, and is none")

// Lines reads articles, one a line, empty lines passed over, unknown fields left out. A bad line is yielded with its error
// and doesn't stop the others, but where it begins what is no JSON Lines at all (ErrLines); an error of r itself is yielded last.
func Lines(r io.Reader) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		first := true
		for n := 1; ; n++ {
			b, err := in.ReadBytes('\n')
			if n == 1 {
				b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
			}
			if text := bytes.TrimSpace(b); len(text) > 0 {
				a, bad := Parse(b)
				if first && bad != nil && (text[0] == '[' || string(text) == "{") {
					yield(Line{Number: n, Err: ErrLines}) // and so would be each line
					return
				}
				first = false
				if !yield(Line{Number: n, Text: bytes.TrimSpace(b), Article: a, Err: bad}) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Line{Number: n, Err: err})
				return
			}
		}
	}
}

// Parse reads one article. It needs a title or a body, or captions (photo news), and has at most MaxLength characters; an error
// names the field.
func Parse(b []byte) (*Article, error) {
	if len(b) > maxLine {
		return nil, fmt.Errorf("%w: a line of %d MB, an article has at most %d characters", ErrTooLong, len(b)>>20, MaxLength)
	}
	if !utf8.Valid(b) {
		return nil, errors.New("bytes that are no UTF-8: write the file in UTF-8")
	}
	var a Article
	if err := json.Unmarshal(b, &a); err != nil {
		var typ *json.UnmarshalTypeError
		if errors.As(err, &typ) && typ.Field != "" {
			return nil, fmt.Errorf("field %s: %s can't be read as %s", typ.Field, typ.Value, typ.Type)
		}
		return nil, fmt.Errorf("no article as JSON: %w", err)
	}
	if a.Kind != Removed && strings.TrimSpace(a.Title) == "" && strings.TrimSpace(a.Body) == "" && len(a.Captions) == 0 {
		return nil, errors.New("fields title, body: an article needs one of them")
	}
	if err := a.CheckLength(); err != nil {
		return nil, err
	}
	return &a, nil
}

// Encode writes each of list as one line of JSON, Chinese and <>& as they are.
func Encode(w io.Writer, list ...*Article) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, a := range list {
		if err := enc.Encode(a); err != nil {
			return fmt.Errorf("article %s: %w", a.ID, err)
		}
	}
	return nil
}
