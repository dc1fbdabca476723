package order

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// strand is a stretch of body lines of one column with nothing between them.
type strand struct {
	from, to int // lines, to inclusive
	column   int
	full     int // the width of its full lines
	begins   beginning
	stops    stopping
	opened   bool // a bracket or quotation that it opens is not closed in it
	closes   bool // it closes one that it does not open
	head     bool // a display line stands right before it
	foot     bool // one stands right behind it
	words    words.Bag
}

// beginning is how a strand begins, stopping how it ends: what lines of one column say about each other at a break.
type (
	beginning uint8
	stopping  uint8
)

const (
	flushLine    beginning = iota // a full line
	firstLine                     // short of the column by an indent that the dump has eaten
	indentedHead                  // with its indent
	endLine                       // short, the end of a paragraph
	raggedLine                    // short otherwise
	openingLine                   // it opens an article
	beginnings
)

const (
	openLine   stopping = iota // a full line, inside a sentence
	stopLine                   // a full line that ends with a stop
	doneLine                   // short, with a stop
	pausedLine                 // short, with a colon or semicolon
	brokenLine                 // short otherwise
	stoppings
)

// strands lists the strands of lines whose columns are known.
func strands(ls []line.Line, column []int) []strand {
	var out []strand
	apart := gapped(ls, column)
	for i := 0; i < len(ls); {
		if column[i] == 0 {
			i++
			continue
		}
		j := i + 1
		for j < len(ls) && column[j] == column[i] && (apart || !ls[j].Gap) && !parted(&ls[j-1], &ls[j], column[i]) {
			j++
		}
		s := strand{from: i, to: j - 1, column: column[i], full: line.FullWidth(ls[i:j], column[i])}
		s.opened, s.closes = balance(ls[i:j])
		s.begins, s.stops = beginningOf(&ls[i], s.full), stoppingOf(&ls[j-1], s.full)
		s.head = i > 0 && column[i-1] == 0
		s.foot = j < len(ls) && column[j] == 0
		out = append(out, s)
		i = j
	}
	return out
}

// gapped reports whether an empty line stands before most lines of columns: then it says nothing.
func gapped(ls []line.Line, column []int) bool {
	gaps, n := 0, 0
	for i := 1; i < len(ls); i++ {
		if column[i] > 0 && column[i] == column[i-1] {
			n++
			if ls[i].Gap {
				gaps++
			}
		}
	}
	return gaps*2 > n
}

// parted reports whether line b can't go on where line a stops though nothing stands between.
func parted(a, b *line.Line, column int) bool {
	return b.Opens || !a.Ends && !a.Pauses && !b.Ends && column-a.Width <= line.Slack && column-b.Width > line.Slack && column-b.Width <= 6
}

func beginningOf(l *line.Line, full int) beginning {
	switch short := full - tight(l.Text.Runes); {
	case l.Opens:
		return openingLine
	case l.Indent >= 4:
		return indentedHead
	case short <= 2:
		return flushLine
	case l.Ends:
		return endLine
	case short <= 6:
		return firstLine
	}
	return raggedLine
}

// tight is a line's width without the empty halves of marks at its ends, which lines are squeezed by.
func tight(r []rune) int {
	w := text.Width(r)
	if len(r) > 0 && text.In("“‘（《【", r[0]) {
		w--
	}
	return w - hanging(r)
}

func stoppingOf(l *line.Line, full int) stopping {
	switch short := full - l.Width; {
	case l.Ends && short > line.Slack:
		return doneLine
	case l.Ends:
		return stopLine
	case l.Pauses && short > 5:
		return pausedLine
	case short <= 5:
		return openLine
	}
	return brokenLine
}

// balance reports whether lines leave a bracket or quotation open, and whether they close one that they don't open.
func balance(ls []line.Line) (opened, closes bool) {
	depth := 0
	for i := range ls {
		for _, c := range ls[i].Text.Runes {
			switch {
			case text.In("（“《【『「", c):
				depth++
			case text.In("）”》】』」", c) && depth > 0:
				depth--
			case text.In("）”》】』」", c):
				closes = true
			}
		}
	}
	return depth > 0, closes
}

// hanTail and hanHead are the Han characters next to a break, four at most.
func hanTail(r []rune) []rune {
	i := len(r)
	for i > max(0, len(r)-4) && zh.IsHan(r[i-1]) {
		i--
	}
	return r[i:]
}

func hanHead(r []rune) []rune {
	i := 0
	for i < min(len(r), 4) && zh.IsHan(r[i]) {
		i++
	}
	return r[:i]
}
