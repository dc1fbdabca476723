package sentence

import "github.com/baopu/baopu/loader/reading"

// quotes finds what stands inside “…” and 「…」, at the outermost level only. A mark that is never closed in its paragraph
// quotes to the paragraph's end: newspapers open every paragraph of a long speech and close only the last.
func quotes(text []rune) []reading.Span {
	var out []reading.Span
	depth, from := 0, 0
	shut := func(to int) {
		if depth > 0 && from < to {
			out = append(out, reading.Span{Start: from, End: to})
		}
		depth = 0
	}
	for i, r := range text {
		switch r {
		case '“', '「':
			if depth == 0 {
				from = i + 1
			}
			depth++
		case '”', '」':
			if depth == 1 {
				shut(i)
			} else if depth > 1 {
				depth--
			}
		case '\n':
			shut(i)
		}
	}
	shut(len(text))
	return out
}
