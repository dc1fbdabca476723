package page

import "github.com/baopu/baopu/loader/credit"

// nearLength is by how many half widths lines of one headline differ at most: they are set in one size to one width.
const nearLength = 6

// rejoined joins headlines that are set in several lines and break inside a word or a quotation. A dump has no sizes, and its
// tool may list all headlines of the page together; but no headline begins with a closing mark (“嫁 / ”到黄河口), none leaves
// a quotation open that the next line closes, and where two lines are about as long and the two characters at the break
// stand side by side in a text of the page (…分别同荷兰首 / 相通电话), they were torn there.
func rejoined(ps []part) []part {
	pairs := map[[2]rune]bool{}
	for i := range ps {
		if ps[i].role == bodyPart {
			for k := 1; k < ps[i].text.len(); k++ {
				pairs[[2]rune{ps[i].text.r[k-1], ps[i].text.r[k]}] = true
			}
		}
	}
	out := make([]part, 0, len(ps))
	broke := 0 // half widths of the last line of the last headline
	for _, p := range ps {
		n := len(out)
		w := width(p.text.r)
		if n > 0 && p.role == headPart && out[n-1].role == headPart && out[n-1].last+1 == p.first && tornHead(out[n-1].text.r, p.text.r, abs(broke-w), pairs) {
			last := &out[n-1]
			last.text, last.last = spaced(last.text, p.text), p.last
		} else {
			out = append(out, p)
		}
		broke = w
	}
	return out
}

// tornHead reports whether headline b goes on where a breaks off; their lines at the break differ by that many half widths.
func tornHead(a, b []rune, differ int, pairs map[[2]rune]bool) bool {
	if below(b) || differ > 2*nearLength {
		return false
	}
	x, y := lastOf(a), b[0]
	if in("”’』」》、，", y) || quotesOpen(a) > 0 && quotesOpen(b) < 0 {
		return true
	}
	return differ <= nearLength && len(a) > 3 && len(b) > 2 && credit.IsHan(x) && credit.IsHan(y) && pairs[[2]rune{x, y}]
}

// quotesOpen is how many more quotations a line opens than it closes.
func quotesOpen(r []rune) int {
	n := 0
	for _, c := range r {
		switch {
		case in("“‘《「『", c):
			n++
		case in("”’》」』", c):
			n--
		}
	}
	return n
}
