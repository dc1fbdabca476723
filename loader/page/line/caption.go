package line

import (
	"slices"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/text"
)

// Photographed reports whether a line of credits names photographers only: it ends a caption, not a text.
func Photographed(l *Line) bool {
	makers, ok := credit.Line(l.Text.String())
	return ok && credit.TookPictures(makers)
}

// maxShown is how many lines of a caption are seen as such by their credit.
const maxShown = 5

// showLines marks the lines of a dump that end with a photographer's credit, whole or run over the line, and those before
// them in the same column: however wide they are, and whatever stands around, they are a caption's.
func showLines(ls []Line) {
	for i := range ls {
		l := &ls[i]
		if !text.In("摄攝道影）)", text.Last(l.Text.Runes)) || l.Text.Len() > 70 {
			continue
		}
		over := i > 0 && !l.Gap && !ls[i-1].Ends && ls[i-1].Class == Plain && captioned(slices.Concat(ls[i-1].Text.Runes, l.Text.Runes))
		if over && !(l.Class == Byline && Photographed(l) && ls[i-1].Stops == 0) {
			l.Class, l.Opens = Plain, false
		} else if !captioned(l.Text.Runes) {
			continue
		}
		l.Shows, l.Ends = true, true
		column := l.Width
		for k := i - 1; k >= 0 && k > i-maxShown && !ls[k+1].Gap && ls[k].Class == Plain && !ls[k].Ends && !ls[k].Opens; k-- {
			if k < i-1 && text.Abs(ls[k].Width-column) > 2 && ls[k].Width+4 != column || ls[k].Width < column-4 {
				break
			}
			column = max(column, ls[k].Width)
			ls[k].Shows = true
		}
	}
}

// captioned reports whether a line is the last of a caption: words, and behind them who took the picture.
func captioned(r []rune) bool {
	n, makers, ok := credit.Caption(string(r))
	return ok && n >= 2 && !NamesWriter(makers) && len(makers) > 0
}

// NamesWriter reports whether a credit names a writer too: then it closes a text, not a caption.
func NamesWriter(makers []article.Byline) bool {
	for _, m := range makers {
		if m.Role == article.Author {
			return true
		}
	}
	return false
}
