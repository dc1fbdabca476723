package page

import "github.com/baopu/baopu/loader/credit"

// unit is one line that may be a headline, or half of a line that holds two.
type unit struct {
	part   int
	text   text
	bag    bag
	run    int  // which run of display parts it stands in
	at     int  // its place there
	length int  // parts in the run
	prev   int  // the block before the run, -1 none
	next   int  // the block behind it, -1 none
	below  bool // it can only stand under a headline: ——…, （…）
	spaced bool
}

// units lists the lines that may be headlines, run by run.
func units(ps []part, bs []block) []unit {
	var out []unit
	run := -1
	prev := -1
	for i := 0; i < len(ps); {
		if !displayed(&ps[i]) {
			prev = blockAt(bs, i, prev)
			i++
			continue
		}
		j := i
		for j < len(ps) && displayed(&ps[j]) {
			j++
		}
		run++
		next := nextBlock(bs, j)
		for k := i; k < j; k++ {
			if p := &ps[k]; p.role == headPart && !bareName(p.text.r) {
				out = append(out, unit{part: k, text: p.text, bag: headBag(p.text.r), run: run, at: k - i, length: j - i, prev: prev, next: next, below: below(p.text.r), spaced: p.spaced})
			}
		}
		i = j
	}
	return out
}

// headBag is the words of a headline: its halves are apart.
func headBag(r []rune) bag {
	b := bag{}
	from := 0
	for i, c := range r {
		if isSpace(c) {
			b.put(r[from:i])
			from = i
		}
	}
	b.put(r[from:])
	return b
}

// displayed reports whether a part is of a headline block: a headline, a byline, a label.
func displayed(p *part) bool {
	return p.role == headPart || p.role == bylinePart || p.role == labelPart
}

// blockAt is the block that ends at part i or holds it; else the given one.
func blockAt(bs []block, i, prev int) int {
	for k := max(0, prev); k < len(bs) && bs[k].from <= i; k++ {
		if i <= bs[k].to {
			return k
		}
	}
	return prev
}

func nextBlock(bs []block, part int) int {
	lo, hi := 0, len(bs)
	for lo < hi {
		if mid := (lo + hi) / 2; bs[mid].from >= part {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo == len(bs) {
		return -1
	}
	return lo
}

// below reports whether a line can only stand under a headline.
func below(r []rune) bool {
	return in("—―", r[0]) || in("（(", r[0]) && in("）)", lastOf(r))
}

// bareName reports whether a display line is a pen name or a person's name and no headline: two or three Han characters, or
// four that no notice begins with.
func bareName(r []rune) bool {
	s := squeezed(r)
	n := len([]rune(s))
	return (n == 2 || n == 3) && credit.IsName(s) && !noticeTitle(s)
}

// halves divides units that hold the headlines of two articles side by side, as tools merge them that read along the
// line: the two halves must speak of different blocks.
func halve(us []unit, bs []bag, w weights) []unit {
	out := make([]unit, 0, len(us))
	for k, u := range us {
		under := bag{}
		if k+1 < len(us) && us[k+1].below && us[k+1].run == u.run && us[k+1].at == u.at+1 {
			under = us[k+1].bag
		}
		cut := cutAt(&u, under, bs, w)
		if cut == 0 {
			out = append(out, u)
			continue
		}
		a, b := u, u
		left, right := u.text.slice(0, cut), u.text.slice(cut, u.text.len())
		a.text, b.text = left.trim(), right.trim()
		a.bag, b.bag = headBag(a.text.r), headBag(b.text.r)
		out = append(out, a, b)
	}
	return out
}

// cutAt is where a unit falls into the headlines of two blocks, 0 where it doesn't; what stands under it speaks for its
// second half.
func cutAt(u *unit, under bag, bs []bag, w weights) int {
	for i, r := range u.text.r {
		if !isSpace(r) || i < 4 || i+5 > u.text.len() {
			continue
		}
		a, b := bagOf(u.text.r[:i]), bagOf(u.text.r[i:])
		merge(b, under)
		ia, ca := bestCover(a, bs, w)
		ib, cb := bestCover(b, bs, w)
		if ca == 0 && cb == 0 {
			continue
		}
		ab, ba := w.covered(a, bs[ib]), w.covered(b, bs[ia])
		apart := ia != ib && ca >= 0.5 && cb >= 0.5 && ab < ca/2 && ba < cb/2
		long := i >= 10 && u.text.len()-i > 10 // too long for one line of a headline
		if apart || long && (ca >= 0.5 && ba < 0.15 || cb >= 0.5 && ab < 0.15) {
			return i
		}
	}
	return 0
}

func bestCover(b bag, bs []bag, w weights) (best int, cover float64) {
	for i := range bs {
		if c := w.covered(b, bs[i]); c > cover {
			best, cover = i, c
		}
	}
	return best, cover
}
