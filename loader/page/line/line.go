package line

import (
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/text"
)

// Line is one line of the source that holds text.
type Line struct {
	Text   text.Text // repaired, letter-spacing closed, without space at the ends
	Width  int       // half widths: a Han character is 2
	Indent int       // half widths of space at its start
	Tail   bool      // space at its end
	Gap    bool      // an empty line stands before it
	Spaced bool      // it was letter-spaced
	Class  Class
	Stops  int    // ，。；！？ in it
	Ends   bool   // it may end a paragraph
	Pauses bool   // it may end one if it is short
	Opens  bool   // it opens an article
	Shows  bool   // it is of a caption that ends with its credit
	Place  *Place // what positions say; nil for a line of a dump
}

// New drops empty lines and measures the others.
func New(src []text.Text) []Line {
	out := make([]Line, 0, len(src))
	gap := false
	for _, raw := range src {
		t := raw.Trim()
		if t.Len() == 0 {
			gap = true
			continue
		}
		l := Line{Gap: gap && len(out) > 0, Tail: text.IsSpace(raw.Runes[len(raw.Runes)-1])}
		for _, r := range raw.Runes {
			if !text.IsSpace(r) {
				break
			}
			l.Indent += text.Halves(r)
		}
		l.Width = text.Width(t.Runes)
		if text.LetterSpaced(t.Runes) {
			l.Spaced = true
			closed := text.CloseLetters(t)
			l.Width = text.Width(closed.Runes)
			t = closed
		}
		l.Text = t
		l.Stops, l.Ends, l.Pauses, l.Opens = text.Stops(t.Runes), Terminal(t.Runes), Pausing(t.Runes), OpensArticle(t.Runes)
		if l.Class = ClassOf(l.Text.Runes, l.Spaced); l.Class == Byline && !l.Gap && len(out) > 0 && OpenBracket(out[len(out)-1].Text.Runes) {
			l.Class = Plain // credits in brackets that run over the line
		}
		out = append(out, l)
		gap = false
	}
	RunOver(out)
	showLines(out)
	return out
}

// RunOver sees what only a line and the one behind it show together: ledes and makers that run over the line.
func RunOver(ls []Line) {
	for i := range ls {
		a := &ls[i]
		if i > 0 && ls[i-1].Opens && OnlyLede(ls[i-1].Text.Runes) && text.In("（(", a.Text.Runes[0]) { // the lede's makers
			a.Opens, a.Class = false, Plain
			continue
		}
		if i+1 == len(ls) || a.Opens || a.Class != Plain && a.Class != Byline {
			continue
		}
		if b := &ls[i+1]; !b.Gap && !b.Opens && BrokenLede(a.Text.Runes, b.Text.Runes) {
			a.Opens, a.Class = true, Plain
		}
	}
}

// Terminal reports whether a line may end a paragraph: it ends with a full stop, with a closing quote or bracket behind
// one, or with a colon or semicolon.
func Terminal(r []rune) bool {
	n := len(r)
	if n == 0 {
		return false
	}
	switch {
	case text.In("。！？!?…", r[n-1]):
		return true
	case text.In("”’』」）)》", r[n-1]):
		for i := n - 2; i >= 0 && i >= n-3; i-- {
			if text.In("。！？…!?", r[i]) {
				return true
			}
			if !text.In("”’』」", r[i]) {
				break
			}
		}
		return text.In("）)", r[n-1]) && closesWithCredit(r)
	}
	return text.In("摄攝图圖", r[n-1]) && closesWithCredit(r)
}

// Pausing reports whether a short line ends a paragraph though it has no full stop (任命：, 副州长；).
func Pausing(r []rune) bool {
	return len(r) > 0 && text.In("：；:;", r[len(r)-1])
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
	_, _, ok := CutJump(r)
	return ok
}

// OpenBracket reports whether a bracket that opens near the end of r isn't closed there.
func OpenBracket(r []rune) bool {
	for i := len(r) - 1; i >= 0 && i > len(r)-30; i-- {
		if text.In("）)", r[i]) {
			return false
		}
		if text.In("（(", r[i]) {
			return true
		}
	}
	return false
}
