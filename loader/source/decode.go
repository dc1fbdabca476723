package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// The reasons why bytes are no text.
var (
	ErrEmpty  = errors.New("the file is empty")
	ErrBinary = errors.New("the file is no text (UTF-8, UTF-16, GB18030 or Big5)")
)

// Decode gives the text of a file: UTF-8 where it is valid, UTF-16 where a mark or its zero bytes tell, else GB18030, or
// Big5 where GB18030 makes less sense of it. Line ends become line feeds; nothing else is changed. Errors are ErrEmpty,
// ErrBinary, and ErrLater with the kind of a file that is not read yet.
func Decode(b []byte) (string, error) {
	if err := check(b); err != nil {
		return "", err
	}
	s, err := decode(b)
	if err != nil {
		return "", err
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	if strings.TrimSpace(s) == "" {
		return "", ErrEmpty
	}
	return s, nil
}

func decode(b []byte) (string, error) {
	if rest, ok := bytes.CutPrefix(b, []byte("\xef\xbb\xbf")); ok && utf8.Valid(rest) {
		return string(rest), nil
	}
	if order, ok := utf16Order(b); ok {
		return decodeAs(unicode.UTF16(order, unicode.UseBOM), b)
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", ErrBinary
	}
	if utf8.Valid(b) {
		return plain(string(b))
	}
	gb, gbErr := decodeAs(simplifiedchinese.GB18030, b)
	big, bigErr := decodeAs(traditionalchinese.Big5, b)
	switch {
	case gbErr != nil && bigErr != nil:
		return "", ErrBinary
	case gbErr != nil, bigErr == nil && common(big) > common(gb):
		return big, nil
	}
	return gb, nil
}

func decodeAs(e encoding.Encoding, b []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", ErrBinary
	}
	return plain(string(out))
}

// plain refuses text with control characters: a picture that happens to be valid in some encoding.
func plain(s string) (string, error) {
	controls := 0
	for _, r := range s {
		if r < 0x20 && r != '\n' && r != '\r' && r != '\t' && r != '\f' || r == 0x7f {
			controls++
		}
	}
	if controls > 0 && controls*200 > len(s) {
		return "", ErrBinary
	}
	return s, nil
}

// utf16Order tells UTF-16 by its mark, or, in texts without one, by zero bytes that stand at odd places far
// more often than at even ones, or the other way about: those of its Latin characters.
func utf16Order(b []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	}
	if len(b)%2 != 0 {
		return unicode.BigEndian, false
	}
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	if zeros[0] > 3*zeros[1] {
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, zeros[1] > 3*zeros[0]
}

// marks stand in every Chinese text, and in few wrong readings of one.
const marks = "，。、的是在一不有和人"

func common(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune(marks, r) {
			n++
		}
	}
	return n
}

// Chinese says whether s has enough Chinese characters to be a newspaper's: one in ten of its letters.
func Chinese(s string) bool {
	han, all := 0, 0
	for _, r := range s {
		if r > ' ' {
			all++
		}
		if r >= 0x3400 && r <= 0x9fff || r >= 0x20000 && r <= 0x3ffff {
			han++
		}
	}
	return han > 0 && han*10 >= all
}

// ErrNotChinese is the error of a text that no rule here can read.
var ErrNotChinese = fmt.Errorf("the text is not Chinese")
