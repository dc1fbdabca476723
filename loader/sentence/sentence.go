// Package sentence cuts an article's text into sentences and finds what stands inside quotation marks. Both are spans of
// the text; nothing is copied or changed.
package sentence

import (
	"strings"

	"github.com/baopu/baopu/loader/reading"
)

// closers are marks that belong to the sentence they follow.
const closers = "”’」』）)】》〉\"'"

// Split fills r.Sentences and r.Quotes from r.Text. A sentence never crosses a part of the text, ends after 。！？… and
// the marks that close what it opened, and carries no space at either end. Parts without a full stop are one sentence, or, where they are
// longer than any sentence is, several.
func Split(r *reading.Reading) {
	r.Sentences, r.Quotes = nil, nil
	for i, p := range r.Text.Parts {
		r.Sentences = append(r.Sentences, cut(r.Text.Runes, p.Start, p.End, i)...)
	}
	r.Quotes = quotes(r.Text.Runes)
}

func cut(text []rune, start, end, part int) []reading.Sentence {
	var out []reading.Sentence
	from := start
	add := func(to int) {
		a, b := trim(text, from, to)
		if a < b {
			out = append(out, reading.Sentence{Span: reading.Span{Start: a, End: b}, Part: part})
		}
		from = to
	}
	if head := heading(text, start, end); head > start {
		add(head)
	}
	for i := from; i < end; i++ {
		if !stops(text, i, end) {
			if i-from >= longest {
				add(pause(text, from, i))
			}
			continue
		}
		for i+1 < end && (stops(text, i+1, end) || strings.ContainsRune(closers, text[i+1])) {
			i++
		}
		add(i + 1)
	}
	add(end)
	return out
}

// longest bounds a sentence, in characters: what reads one may take the square of its length, and a list of names has no full stop for pages.
// The longest of 11,281 broadcasts has 1,978.
const longest = 4000

// pause is where text[from:to] is cut, which is too long for a sentence: behind its last mark, or at to.
func pause(text []rune, from, to int) int {
	for i := to; i > from+longest/2; i-- {
		if strings.ContainsRune("；，、;,", text[i-1]) {
			return i
		}
	}
	return to
}

// bullets are the marks that one item of a column of short news opens with.
const bullets = "●■◆▲★○◎▶□◇△"

// longestHeading is how many characters the heading of such an item has.
const longestHeading = 40

// heading is where the heading of an item that text[start:end] is ends, at the wide space behind it (●某镇举行邻里节　9月12日，…); start where
// it has none.
func heading(text []rune, start, end int) int {
	if start >= end || !strings.ContainsRune(bullets, text[start]) {
		return start
	}
	for i := start + 1; i < end && i-start <= longestHeading && !stops(text, i, end) && text[i] != '，'; i++ {
		if text[i] == '　' {
			return i
		}
	}
	return start
}

// stops tells whether the rune at i ends a sentence. Half-width marks do so only after a Han character, so that numbers,
// addresses and abbreviations stay whole; a dot never does.
func stops(text []rune, i, end int) bool {
	switch text[i] {
	case '。', '！', '？':
		return true
	case '!', '?':
		return i > 0 && text[i-1] >= 0x2E80
	case '…':
		return i+1 < end && (text[i+1] == '”' || text[i+1] == '」')
	}
	return false
}

func trim(text []rune, a, b int) (start, end int) {
	for a < b && space(text[a]) {
		a++
	}
	for b > a && space(text[b-1]) {
		b--
	}
	return a, b
}

func space(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '　' || r == '\u00a0'
}
