package pdf

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/loader/sheet"
)

// leastRows is of how many rows on two headlines that run down the page side by side are told from lines that run across.
const leastRows = 4

// untwine takes runs apart that are one character each of lines that run down the page: a file that gives a page row by row
// has the characters of two headlines side by side one behind the other, nearer to one another than a line's pieces need be,
// but farther apart than those under them.
func untwine(runs []sheet.Run) []sheet.Run {
	apart := make([]bool, len(runs))
	for i := range runs {
		if apart[i] || across(&runs[i]) == 0 {
			continue
		}
		rows := []int{i}
		for k := range runs {
			if last := &runs[rows[len(rows)-1]]; k != i && under(last, &runs[k]) {
				rows = append(rows, k)
			}
		}
		if len(rows) < leastRows {
			continue
		}
		for _, k := range rows {
			apart[k] = true
		}
	}
	out := make([]sheet.Run, 0, len(runs))
	for i := range runs {
		if !apart[i] {
			out = append(out, runs[i])
			continue
		}
		out = append(out, letters(&runs[i])...)
	}
	return out
}

// across is the gap between the characters of a run of two or three Han characters; 0 for another run, or one set close.
func across(r *sheet.Run) float64 {
	n := 0
	for _, c := range strings.ReplaceAll(r.Text, " ", "") {
		if c < 0x2e80 {
			return 0
		}
		n++
	}
	if n < 2 || n > 3 {
		return 0
	}
	gap := (r.Width() - float64(n)*r.Size) / float64(n-1)
	if gap < 0.12*r.Size {
		return 0
	}
	return gap
}

// under reports whether run b stands right under run a as the next row of the same lines that run down, nearer to a than the
// characters of a are to one another.
func under(a, b *sheet.Run) bool {
	step := b.Y0 - a.Y1
	return utf8.RuneCountInString(a.Text) == utf8.RuneCountInString(b.Text) && math.Abs(a.Size-b.Size) < sizeSlack*a.Size && math.Abs(a.X0-b.X0) < twice*a.Size &&
		math.Abs(a.X1-b.X1) < twice*a.Size && step > -0.2*a.Size && step < across(a) && across(b) > 0
}

// letters is a run as one run a character.
func letters(r *sheet.Run) []sheet.Run {
	var out []sheet.Run
	x := r.X0
	gap := across(r)
	for _, c := range strings.ReplaceAll(r.Text, " ", "") {
		one := *r
		one.Text, one.X0, one.X1 = string(c), x, x+r.Size
		out = append(out, one)
		x += r.Size + gap
	}
	return out
}
