package line

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/page/text"
)

// Measures that several steps share.
const (
	MinColumn = 10  // half widths: the narrowest column
	MinPiece  = 14  // half widths: the narrowest that can be told from words where columns stand side by side
	Slack     = 3   // half widths that lines of one column differ by
	RowReach  = 6   // lines of a dump: how far apart those may stand that were side by side on the page
	MostHead  = 4   // lines of a headline block
	MaxRegion = 600 // lines that are decided together; a printed page has fewer
)

// FullWidth is the commonest width of lines that break off inside a sentence: the width of a full line.
func FullWidth(ls []Line, column int) int {
	counts := map[int]int{}
	best := column
	for i := range ls {
		if ls[i].Ends || i > 0 && ls[i-1].Ends {
			continue
		}
		counts[ls[i].Width]++
		w := ls[i].Width
		if counts[w] > counts[best] || counts[w] == counts[best] && w > best {
			best = w
		}
	}
	if best < column-6 {
		return column
	}
	return best
}

// OneLetter reports whether a line is one character as a line that runs down the page has it, or a short number set across.
func OneLetter(r []rune) bool {
	if len(r) == 1 {
		return zh.IsHan(r[0]) || text.IsWord(r[0]) || text.In("“”‘’《》、，：！？—―·（）|︱﹁﹂﹃﹄", r[0])
	}
	return len(r) == 2 && text.IsDigit(r[0]) && text.IsDigit(r[1])
}
