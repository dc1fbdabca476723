package part

import (
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Part is a paragraph of body text, or one display line, and what it is on the page.
type Part struct {
	Text        text.Text
	First, Last int // lines, both inclusive
	Column      int // width of its column in half widths; 0 for a display line
	Role        Role
	class       line.Class // of a display line
	Open        bool       // it breaks off inside a sentence
	gap         bool       // an empty line stands before it
	Spaced      bool       // it was letter-spaced
	Flush       bool       // its first line begins at the edge of the column, without a paragraph's indent
	Place       *line.Place
	Credits     []article.Byline // of a byline or caption
	Words       int              // code points of a caption without its credit
	Tied        bool             // a further paragraph of the block before it: who signs a notice, the day
}

// Role is what a part does on the page.
type Role uint8

// Roles.
const (
	Body     Role = iota // a paragraph
	Head                 // headline, second headline, kicker, sub-heading: whatever is displayed
	Caption              // with the picture's credit, or by its place
	Byline               // on a line of its own
	Label                // of a column or a box
	Masthead             // the page's own
	Jump                 // a note of where the text goes on, or comes from
	Contents             // of the day's paper
	Weather              // the forecast
	Day                  // a date alone
	Row                  // of a table
)

var roleOf = [...]Role{
	line.Plain: Head, line.Masthead: Masthead, line.Byline: Byline, line.JumpNote: Jump, line.Label: Label,
	line.Contents: Contents, line.Weather: Weather, line.DateLine: Day, line.Figures: Row,
}

// Read makes parts of lines in the order of reading whose columns' widths are known, 0 of a display line. It joins the lines
// of each paragraph, gives each part its role and mends what a dump has torn: brackets over two lines, a caption's credit on a
// line of its own.
func Read(ls []line.Line, columns []int) []Part {
	var out []Part
	for _, p := range pieces(ls, columns) {
		n := len(out)
		if n > 0 && tornBracket(&out[n-1], &p) {
			last := &out[n-1]
			last.Text = text.ClosePadding(text.Joined(last.Text, p.Text), !last.display())
			last.Last, last.Open = p.Last, false
			last.Column = max(last.Column, p.Column) // what closes its bracket may be a text's first line
			read(last)
			if n > 1 && closingCredit(&out[n-2], last) {
				last.Role, last.Column, last.Tied = Body, out[n-2].Column, true
			}
			continue
		}
		x := p
		read(&x)
		if n > 0 && nameBelow(&out[n-1], &x) {
			last := &out[n-1]
			last.Text, last.Last = text.Joined(last.Text, x.Text), x.Last
			continue
		}
		if n > 0 && closingCredit(&out[n-1], &x) {
			x.Role, x.Column, x.Tied = Body, out[n-1].Column, true
		}
		if n > 0 && onlyCredit(&x) && out[n-1].Role == Body && out[n-1].Last+1 == x.First && !longRun(out) {
			last := &out[n-1]
			last.Text = text.Spaced(last.Text, x.Text)
			last.Last = x.Last
			read(last)
			continue
		}
		if x.Role == Caption && firstSentence(out, &x) {
			last := &out[n-1]
			x.Text = text.Joined(last.Text, x.Text)
			x.First, x.gap = last.First, last.gap
			x.Words += last.Text.Len()
			out = out[:n-1]
		}
		out = append(out, x)
	}
	signatures(out)
	return out
}

// firstSentence reports whether the last part is the beginning of caption x, cut off because a sentence filled its line: it
// stands directly above in the same column, and nothing of that column above it.
func firstSentence(out []Part, x *Part) bool {
	n := len(out)
	if n == 0 || x.gap || x.display() {
		return false
	}
	last := &out[n-1]
	if last.Role != Body || last.Column != x.Column || last.Last+1 != x.First || last.Text.Len() > 150 || line.OpensArticle(last.Text.Runes) {
		return false
	}
	return n == 1 || last.gap || out[n-2].Role != Body || out[n-2].Column != last.Column
}

// longRun reports whether the last part is one of several paragraphs of body text: a photograph's credit under it is then
// not the end of a caption.
func longRun(out []Part) bool {
	n := len(out)
	return n > 1 && out[n-2].Role == Body && out[n-2].Column == out[n-1].Column && out[n-2].Last+1 == out[n-1].First && !out[n-1].gap
}

func read(p *Part) {
	p.Role = Body
	if p.display() {
		p.Role = roleOf[p.class]
	}
	s := p.Text.String()
	if p.Role == Byline {
		p.Credits, _ = credit.Line(s)
	}
	if p.Role != Body && p.Role != Head {
		return
	}
	if n, makers, ok := credit.Caption(s); ok && n >= 6 && p.Text.Len() < 400 && !line.NamesWriter(makers) {
		p.Role, p.Credits, p.Words, p.Open = Caption, makers, n, false
	} else if p.Place != nil && p.Place.Caption && p.Role == Body {
		p.Role, p.Words, p.Open = Caption, p.Text.Len(), false
	}
}

// closingCredit reports whether b is a line of credits in brackets that closes the text a: （张三 文 李四 图）.
func closingCredit(a, b *Part) bool {
	if a.Role != Body || b.Role != Head && b.Role != Byline || a.Last+1 != b.First || !text.In("（(", b.Text.Runes[0]) || onlyCredit(b) {
		return false
	}
	s := b.Text.String()
	n, makers, ok := credit.Closing(s)
	if ok && n == 0 && (len(makers) > 1 || line.NamesWriter(makers)) {
		return true
	}
	if !text.In("）)", text.Last(b.Text.Runes)) {
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
func nameBelow(a, b *Part) bool {
	if a.Role != Body || a.Last+1 != b.First || b.gap || !text.In("（(", b.Text.Runes[0]) || b.Text.Len() > 12 || !line.Terminal(a.Text.Runes) {
		return false
	}
	n, makers, ok := credit.Closing(b.Text.String())
	_, _, closed := credit.Closing(a.Text.String())
	return ok && n == 0 && !closed && makers[0].Role == article.Correspondent
}

// onlyCredit reports whether p is nothing but the credit of a photograph, or its last word.
func onlyCredit(p *Part) bool {
	if p.Role == Head && p.Text.Len() <= 2 && text.In("摄攝", p.Text.Runes[0]) {
		return true
	}
	return p.Role == Byline && len(p.Credits) > 0 && credit.TookPictures(p.Credits)
}

// tornBracket reports whether b closes a bracket that a left open at its end.
func tornBracket(a, b *Part) bool {
	if a.Last+1 != b.First || !line.OpenBracket(a.Text.Runes) {
		return false
	}
	for i, r := range b.Text.Runes {
		if i > 16 || text.In("（(。", r) {
			return false
		}
		if text.In("）)", r) {
			return i+1 == b.Text.Len() || !b.display()
		}
	}
	return false
}
