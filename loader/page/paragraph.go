package page

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/credit"
)

func (p *part) display() bool { return p.column == 0 }

// pieces joins the lines of each column into paragraphs; display lines stay by themselves.
func pieces(ls []line, column []int) []part {
	indented := indents(ls, column)
	var out []part
	for i := 0; i < len(ls); {
		if column[i] == 0 {
			out = append(out, part{text: ls[i].text, first: i, last: i, gap: ls[i].gap, class: ls[i].class, spaced: ls[i].spaced, at: ls[i].at})
			i++
			continue
		}
		j := i
		for j < len(ls) && column[j] == column[i] && sameText(ls[i].at, ls[j].at) {
			j++
		}
		out = append(out, run(ls, i, j, column[i], indented)...)
		i = j
	}
	return out
}

// indents reports whether the dump kept the two spaces before each paragraph, so that their absence means something.
func indents(ls []line, column []int) bool {
	n, fresh := 0, 0
	for i := range ls {
		if column[i] == 0 {
			continue
		}
		if ls[i].indent >= 4 {
			n++
		}
		if i > 0 && ls[i-1].ends && column[i-1] == column[i] && ls[i-1].width < column[i]-3 {
			fresh++
		}
	}
	return n >= 3 && n*2 >= fresh
}

// run cuts the lines i..j-1 of one column into paragraphs.
func run(ls []line, i, j, column int, indented bool) []part {
	full := fullWidth(ls[i:j], column)
	if indented {
		indented = false
		for k := i; k < j && !indented; k++ {
			indented = ls[k].indent >= 4
		}
	}
	var out []part
	start := i
	for k := i + 1; k <= j; k++ {
		if k < j && (ls[k].at != nil && !placedBreak(&ls[k-1], &ls[k], column) || ls[k].at == nil && !breaks(&ls[k-1], &ls[k], full, indented)) {
			continue
		}
		p := part{first: start, last: k - 1, column: column, gap: ls[start].gap, at: ls[start].at}
		p.text = joinLines(ls[start:k])
		p.flush = ls[start].indent < 2 && (ls[start].width >= full-2 || ls[start].spaced)
		end := &ls[k-1]
		p.open = !end.ends && (end.width >= full-5 || !end.pauses)
		if end.at != nil {
			p.flush = ls[start].indent < 2
			p.open = !end.ends && column-end.indent-end.width <= 5
		}
		out = append(out, p)
		start = k
	}
	return out
}

// fullWidth is the commonest width of lines that break off inside a sentence: the width of a full line.
func fullWidth(ls []line, column int) int {
	counts := map[int]int{}
	best := column
	for i := range ls {
		if ls[i].ends || i > 0 && ls[i-1].ends {
			continue
		}
		counts[ls[i].width]++
		w := ls[i].width
		if counts[w] > counts[best] || counts[w] == counts[best] && w > best {
			best = w
		}
	}
	if best < column-6 {
		return column
	}
	return best
}

// breaks reports whether a paragraph ends with line a, where b comes next in the same column.
func breaks(a, b *line, full int, indented bool) bool {
	short := full - a.width
	if b.opens {
		return true
	}
	if !a.ends {
		if b.indent >= 4 && (short > 5 || a.pauses) {
			return true
		}
		return short > 5 && !a.spaced && (a.pauses || short > 8 && a.stops == 0 && b.gap)
	}
	fresh := b.width <= full-3 && !b.spaced && !b.ends // the indent of a first line, eaten by the dump
	switch {
	case indented:
		return b.indent >= 4
	case fresh, short > 5:
		return true
	case b.gap:
		return short > 3 || b.width <= full-2 || in("“‘", b.text.r[0])
	}
	return false
}

// opensArticle reports whether a line can only be the first of an article: a lede, an item's mark, 上接.
func opensArticle(r []rune) bool {
	if hasPrefix(r, "又讯") || hasPrefix(r, "另讯") { // it goes on under the same headline
		return false
	}
	if itemMark(r) > 0 {
		return true
	}
	if _, ok := credit.ReadLede(r); ok {
		return true
	}
	if hasPrefix(r, "本报讯") || makersFirst(r) {
		return true
	}
	_, _, ok := leadingJump(r)
	return ok
}

// makersFirst reports whether a text begins with its makers in brackets, as a lede does without a house: （记者 王明）昨日，….
func makersFirst(r []rune) bool {
	if len(r) < 8 || !in("（(", r[0]) {
		return false
	}
	for i := 3; i+1 < len(r) && i < maxMakers; i++ {
		if in("）)", r[i]) {
			names, ok := credit.Line(string(r[1:i]))
			return ok && len(names) > 0 && !wrote(names) && zh.BeginsWith(string(r[1:]), makerWords...) && !in("。，、；摄攝文图", r[i+1])
		}
	}
	return false
}

// maxMakers is how many code points the makers in brackets before a text have at most.
const maxMakers = 40

// makerWords begin the makers in brackets before a text.
var makerWords = []string{"记者", "本报记者", "通讯员", "本报通讯员", "全媒体记者", "融媒体记者", "见习记者"}

// itemMark is the length of the mark that opens an item of a news column: ▲, ●, 【文山】; 0 without one.
func itemMark(r []rune) int {
	if len(r) < 6 {
		return 0
	}
	if in("▲●◆■★▼△○◇□☆※▶►", r[0]) {
		return 1
	}
	if r[0] == '【' || r[0] == '［' {
		for i := 1; i < len(r) && i < 14; i++ {
			if r[i] == '】' || r[i] == '］' {
				return i + 1
			}
		}
	}
	return 0
}

// joinLines joins wrapped lines: without space between Han characters and inside numbers, with one between Latin words.
// A space at a line's end or start stays where it pads a name or divides credits; closePadding decides.
func joinLines(ls []line) text {
	n := 0
	for i := range ls {
		n += ls[i].text.len() + 1
	}
	t := text{r: make([]rune, 0, n), at: make([]Pos, 0, n)}
	for i := range ls {
		u := ls[i].text
		if i > 0 && len(t.r) > 0 && u.len() > 0 {
			a, b := t.r[len(t.r)-1], u.r[0]
			switch {
			case isLatin(a) && isLatin(b), photoLine(u.r) && !begun(t.r), ls[i-1].tail && zh.IsHan(a) && zh.IsHan(b):
				t.add(' ', t.at[len(t.at)-1])
			case ls[i].indent == 2 && zh.IsHan(a) && zh.IsHan(b):
				t.add(' ', u.at[0])
			}
		}
		t.join(u)
	}
	return closePadding(t, true)
}

// photoLine reports whether the last line of a caption is nothing but its credit: the break before it was a space (…劳动模范称号
// / 褚明月 摄).
func photoLine(r []rune) bool {
	if len(r) > 24 || !in("摄攝", lastOf(r)) || in("（(", r[0]) {
		return false
	}
	_, ok := credit.Line(string(r))
	return ok
}

// begun reports whether a line ends with the beginning of a name behind a space (…3.1万平方米　冯 / 东升 摄).
func begun(r []rune) bool {
	for n := 1; n < 4 && n <= len(r); n++ {
		if c := r[len(r)-n]; isSpace(c) {
			return n > 1
		} else if !zh.IsHan(c) {
			return false
		}
	}
	return false
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
