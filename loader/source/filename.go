package source

import (
	"strings"
	"unicode/utf8"
)

// FileName is a file's name as text, whatever bytes the file system takes. Parts of it that are no UTF-8 are read as GB18030, as Windows
// in China writes them; of what is neither, each wrong byte stands as ‹d2›, so that different names stay different and no number
// in them grows.
func FileName(raw string) string {
	if utf8.ValidString(raw) {
		return raw
	}
	parts := strings.Split(raw, "/")
	for i, p := range parts {
		if utf8.ValidString(p) {
			continue
		}
		if s, err := Decode([]byte(p)); err == nil && utf8.ValidString(s) && !strings.ContainsAny(s, "/\n") {
			parts[i] = s
		} else {
			parts[i] = escaped(p)
		}
	}
	return strings.Join(parts, "/")
}

// escaped writes the bytes of s that are no UTF-8 in letters, digits and brackets.
func escaped(s string) string {
	const hex = "0123456789abcdef"
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 {
			b.WriteString("‹" + string(hex[s[0]>>4]) + string(hex[s[0]&15]) + "›")
		} else {
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}
