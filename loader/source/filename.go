package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// FileName is a file's name as text, whatever bytes the file system takes: those that are no UTF-8 stand as %D2, so that different names stay
// different.
func FileName(raw string) string {
	if utf8.ValidString(raw) {
		return raw
	}
	var b strings.Builder
	for i, r := range raw {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(raw[i:]); size == 1 {
				fmt.Fprintf(&b, "%%%02X", raw[i])
				continue
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
