package page

import (
	"slices"

	"github.com/baopu/baopu/loader/credit"
)

// line is one line of the source that holds text.
type line struct {
	text   text // repaired, letter-spacing closed, without space at the ends
	width  int  // half widths: a Han character is 2
	indent int  // half widths of space at its start
	tail   bool // space at its end
	gap    bool // an empty line stands before it
	spaced bool // it was letter-spaced
	class  class
	stops  int       // ，。；！？ in it
	ends   bool      // it may end a paragraph
	pauses bool      // it may end one if it is short
	opens  bool      // it opens an article
	shows  bool      // it is of a caption that ends with its credit
	at     *spotLine // what positions say; nil for a line of a dump
}

// newLines drops empty lines and measures the others.
func newLines(src []text) []line {
	out := make([]line, 0, len(src))
	gap := false
	for _, raw := range src {
		t := raw.trim()
		if t.len() == 0 {
			gap = true
			continue
		}
		l := line{gap: gap && len(out) > 0, tail: isSpace(raw.r[len(raw.r)-1])}
		for _, r := range raw.r {
			if !isSpace(r) {
				break
			}
			l.indent += halves(r)
		}
		l.width = width(t.r)
		if letterSpaced(t.r) {
			l.spaced = true
			closed := closeLetters(t)
			l.width = width(closed.r)
			t = closed
		}
		l.text = t
		l.stops, l.ends, l.pauses, l.opens = stops(t.r), terminal(t.r), pausing(t.r), opensArticle(t.r)
		if l.class = classOf(l.text.r, l.spaced); l.class == byline && !l.gap && len(out) > 0 && openBracket(out[len(out)-1].text.r) {
			l.class = plain // credits in brackets that run over the line
		}
		out = append(out, l)
		gap = false
	}
	runOver(out)
	showLines(out)
	return out
}

// runOver sees what only a line and the one behind it show together: ledes and makers that run over the line.
func runOver(ls []line) {
	for i := range ls {
		a := &ls[i]
		if i > 0 && ls[i-1].opens && onlyLede(ls[i-1].text.r) && in("（(", a.text.r[0]) { // the lede's makers
			a.opens, a.class = false, plain
			continue
		}
		if i+1 == len(ls) || a.opens || a.class != plain && a.class != byline {
			continue
		}
		if b := &ls[i+1]; !b.gap && !b.opens && brokenLede(a.text.r, b.text.r) {
			a.opens, a.class = true, plain
		}
	}
}

// onlyLede reports whether a text is a lede and nothing else.
func onlyLede(r []rune) bool {
	l, ok := credit.ReadLede(r)
	return ok && l.Len == len(r)
}

// brokenLede reports whether a lede begins on line a and ends on line b: 新华社北京3月8日 / 电.
func brokenLede(a, b []rune) bool {
	if openBracket(a) && makersFirst(slices.Concat(a, b)) {
		return true
	}
	if !hasPrefix(a, "新华社") && !hasPrefix(a, "本报") || len(a) > 40 {
		return false
	}
	l, ok := credit.ReadLede(slices.Concat(a, b))
	return ok && l.Len > len(a)
}

// halves is the width of a code point in half widths.
func halves(r rune) int {
	switch {
	case r < 0x2000:
		if r == '·' || r == '×' || r == '±' || r == '°' {
			return 2
		}
		return 1
	case r == '\u2009' || r == '\u200b' || r == '\ufeff':
		return 0
	default:
		return 2
	}
}

func width(r []rune) int {
	n := 0
	for _, c := range r {
		n += halves(c)
	}
	return n
}

// stops counts the marks that running text has and headlines seldom: ，。；！？：.
func stops(r []rune) int {
	n := 0
	for _, c := range r {
		if in("，。；！？", c) {
			n++
		}
	}
	return n
}

// terminal reports whether a line may end a paragraph: it ends with a full stop, with a closing quote or bracket behind
// one, or with a colon or semicolon.
func terminal(r []rune) bool {
	n := len(r)
	if n == 0 {
		return false
	}
	switch {
	case in("。！？!?…", r[n-1]):
		return true
	case in("”’』」）)》", r[n-1]):
		for i := n - 2; i >= 0 && i >= n-3; i-- {
			if in("。！？…!?", r[i]) {
				return true
			}
			if !in("”’』」", r[i]) {
				break
			}
		}
		return in("）)", r[n-1]) && closesWithCredit(r)
	}
	return in("摄攝图圖", r[n-1]) && closesWithCredit(r)
}

// pausing reports whether a short line ends a paragraph though it has no full stop (任命：, 副州长；).
func pausing(r []rune) bool {
	return len(r) > 0 && in("：；:;", r[len(r)-1])
}

func closesWithCredit(r []rune) bool {
	from := max(0, len(r)-60)
	s := string(r[from:])
	if _, _, ok := credit.Closing(s); ok {
		return true
	}
	if _, _, ok := credit.Caption(s); ok {
		return true
	}
	_, _, ok := cutJump(r)
	return ok
}
