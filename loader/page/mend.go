package page

import (
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
)

// part is a paragraph of body text, or one display line, and what it is on the page.
type part struct {
	text        text
	first, last int // lines, both inclusive
	column      int // width of its column in half widths; 0 for a display line
	role        role
	class       class // of a display line
	open        bool  // it breaks off inside a sentence
	gap         bool  // an empty line stands before it
	spaced      bool  // it was letter-spaced
	flush       bool  // its first line begins at the edge of the column, without a paragraph's indent
	at          *spotLine
	credits     []article.Byline // of a byline or caption
	words       int              // code points of a caption without its credit
	tied        bool             // a further paragraph of the block before it: who signs a notice, the day
}

// role is what a part does on the page.
type role uint8

const (
	bodyPart role = iota
	headPart      // headline, second headline, kicker, sub-heading: whatever is displayed
	captionPart
	bylinePart
	labelPart
	mastPart
	jumpPart
	contentsPart
	weatherPart
	dayPart // a date alone
	rowPart // a row of a table
)

var roleOf = [...]role{
	plain: headPart, masthead: mastPart, byline: bylinePart, jumpNote: jumpPart, label: labelPart,
	contents: contentsPart, weather: weatherPart, dateLine: dayPart, figures: rowPart,
}

// parts makes parts of lines in the order of reading whose columns' widths are known, 0 of a display line. It joins the lines
// of each paragraph, gives each part its role and mends what a dump has torn: brackets over two lines, a caption's credit on a
// line of its own.
func parts(ls []line, columns []int) []part {
	var out []part
	for _, p := range pieces(ls, columns) {
		n := len(out)
		if n > 0 && tornBracket(&out[n-1], &p) {
			last := &out[n-1]
			last.text = closePadding(joined(last.text, p.text), !last.display())
			last.last, last.open = p.last, false
			last.column = max(last.column, p.column) // what closes its bracket may be a text's first line
			read(last)
			if n > 1 && closingCredit(&out[n-2], last) {
				last.role, last.column, last.tied = bodyPart, out[n-2].column, true
			}
			continue
		}
		x := p
		read(&x)
		if n > 0 && nameBelow(&out[n-1], &x) {
			last := &out[n-1]
			last.text, last.last = joined(last.text, x.text), x.last
			continue
		}
		if n > 0 && closingCredit(&out[n-1], &x) {
			x.role, x.column, x.tied = bodyPart, out[n-1].column, true
		}
		if n > 0 && onlyCredit(&x) && out[n-1].role == bodyPart && out[n-1].last+1 == x.first && !longRun(out) {
			last := &out[n-1]
			last.text = spaced(last.text, x.text)
			last.last = x.last
			read(last)
			continue
		}
		if x.role == captionPart && firstSentence(out, &x) {
			last := &out[n-1]
			x.text = joined(last.text, x.text)
			x.first, x.gap = last.first, last.gap
			x.words += last.text.len()
			out = out[:n-1]
		}
		out = append(out, x)
	}
	signatures(out)
	return out
}

// firstSentence reports whether the last part is the beginning of caption x, cut off because a sentence filled its line: it
// stands directly above in the same column, and nothing of that column above it.
func firstSentence(out []part, x *part) bool {
	n := len(out)
	if n == 0 || x.gap || x.display() {
		return false
	}
	last := &out[n-1]
	if last.role != bodyPart || last.column != x.column || last.last+1 != x.first || last.text.len() > 150 || opensArticle(last.text.r) {
		return false
	}
	return n == 1 || last.gap || out[n-2].role != bodyPart || out[n-2].column != last.column
}

// longRun reports whether the last part is one of several paragraphs of body text: a photograph's credit under it is then
// not the end of a caption.
func longRun(out []part) bool {
	n := len(out)
	return n > 1 && out[n-2].role == bodyPart && out[n-2].column == out[n-1].column && out[n-2].last+1 == out[n-1].first && !out[n-1].gap
}

func read(p *part) {
	p.role = bodyPart
	if p.display() {
		p.role = roleOf[p.class]
	}
	s := p.text.String()
	if p.role == bylinePart {
		p.credits, _ = credit.Line(s)
	}
	if p.role != bodyPart && p.role != headPart {
		return
	}
	if n, makers, ok := credit.Caption(s); ok && n >= 6 && p.text.len() < 400 && !wrote(makers) {
		p.role, p.credits, p.words, p.open = captionPart, makers, n, false
	} else if p.at != nil && p.at.caption && p.role == bodyPart {
		p.role, p.words, p.open = captionPart, p.text.len(), false
	}
}

// wrote reports whether a credit names a writer too: then it closes a text, not a caption.
func wrote(makers []article.Byline) bool {
	for _, m := range makers {
		if m.Role == article.Author {
			return true
		}
	}
	return false
}

// closingCredit reports whether b is a line of credits in brackets that closes the text a: （张三 文 李四 图）.
func closingCredit(a, b *part) bool {
	if a.role != bodyPart || b.role != headPart && b.role != bylinePart || a.last+1 != b.first || !in("（(", b.text.r[0]) || onlyCredit(b) {
		return false
	}
	s := b.text.String()
	n, makers, ok := credit.Closing(s)
	if ok && n == 0 && (len(makers) > 1 || wrote(makers)) {
		return true
	}
	if !in("）)", lastOf(b.text.r)) {
		return false
	}
	for _, w := range [...]string{"供稿", "撰稿", "来源", "据新华社", "审核", "综合", "整理", "编辑", "记者"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// nameBelow reports whether b is a bracketed name that the last line of a had no room for: …12项。 （张三）.
func nameBelow(a, b *part) bool {
	if a.role != bodyPart || a.last+1 != b.first || b.gap || !in("（(", b.text.r[0]) || b.text.len() > 12 || !terminal(a.text.r) {
		return false
	}
	n, makers, ok := credit.Closing(b.text.String())
	_, _, closed := credit.Closing(a.text.String())
	return ok && n == 0 && !closed && makers[0].Role == article.Correspondent
}

// onlyCredit reports whether p is nothing but the credit of a photograph, or its last word.
func onlyCredit(p *part) bool {
	if p.role == headPart && p.text.len() <= 2 && in("摄攝", p.text.r[0]) {
		return true
	}
	if p.role != bylinePart || len(p.credits) == 0 {
		return false
	}
	for _, c := range p.credits {
		if c.Role != article.Photographer {
			return false
		}
	}
	return true
}

// tornBracket reports whether b closes a bracket that a left open at its end.
func tornBracket(a, b *part) bool {
	if a.last+1 != b.first || !openBracket(a.text.r) {
		return false
	}
	for i, r := range b.text.r {
		if i > 16 || in("（(。", r) {
			return false
		}
		if in("）)", r) {
			return i+1 == b.text.len() || !b.display()
		}
	}
	return false
}

func openBracket(r []rune) bool {
	for i := len(r) - 1; i >= 0 && i > len(r)-30; i-- {
		if in("）)", r[i]) {
			return false
		}
		if in("（(", r[i]) {
			return true
		}
	}
	return false
}

func joined(a, b text) text {
	t := text{r: make([]rune, 0, a.len()+b.len()), at: make([]Pos, 0, a.len()+b.len())}
	t.join(a)
	t.join(b)
	return t
}
