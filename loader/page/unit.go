package page

import (
	"github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/credit"
)

// unit is one line that may be a headline, or half of a line that holds two.
type unit struct {
	part   int
	text   text
	bag    bag
	run    int  // which run of display parts it stands in
	place  int  // its place there
	length int  // parts in the run
	prev   int  // the block before the run, -1 none
	next   int  // the block behind it, -1 none
	below  bool // it can only stand under a headline: ——…, （…）
	spaced bool
	form   form
	tear   float64 // what there is for its going on with the line above it
	at     *spotLine
	minor  bool // a larger line of its headline stack stands for it
}

// units lists the lines that may be headlines, run by run.
func units(v *vocabulary, ps []part, bs []block) []unit {
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
			if p := &ps[k]; p.role == headPart && (!bareName(p.text.r) || goesOnFrom(ps, k)) {
				u := unit{part: k, run: run, place: k - i, length: j - i, prev: prev, next: next, spaced: p.spaced, at: p.at}
				u.set(v, p.text)
				out = append(out, u)
			}
		}
		i = j
	}
	minors(out)
	return out
}

// goesOnFrom reports whether display part k, which may be a name, is a further line of the headline before it, as its place
// says (河湖长制督察组来我 / 县督察), or may be one: no name begins as it does (雷云阶同 / 志逝世).
func goesOnFrom(ps []part, k int) bool {
	if leftOver(ps, k) {
		return true
	}
	return k > 0 && oneSpot(&ps[k-1], &ps[k]) && ps[k-1].role == headPart && (!bareName(ps[k-1].text.r) || goesOnFrom(ps, k-1))
}

// oneSpot reports whether two parts stand in one place of a page with positions.
func oneSpot(a, b *part) bool { return a.at != nil && b.at != nil && a.at.spot == b.at.spot }

// setAlike reports whether two lines are set in one face and size.
func setAlike(a, b *spotLine) bool { return a.face == b.face && alikeSizes(a.size, b.size) }

// leftOver reports whether display part k, a few characters under a longer line, is rather the end of that line than a name.
func leftOver(ps []part, k int) bool {
	return k > 0 && under(&ps[k-1], &ps[k]) && (ps[k].at == nil || setAlike(ps[k-1].at, ps[k].at)) && bareName(ps[k].text.r) && !bareName(ps[k-1].text.r) && !name.UsualSurname(ps[k].text.r[0])
}

// set gives the unit its text and what follows from it.
func (u *unit) set(v *vocabulary, t text) {
	u.text, u.below, u.form = t, below(t.r), formOf(t.r, u.spaced)
	u.bag = v.bigrams(atSpaces(t.r)...)
}

// atSpaces cuts a headline at its spaces: its halves are apart.
func atSpaces(r []rune) [][]rune {
	var out [][]rune
	from := 0
	for i, c := range r {
		if isSpace(c) {
			out = append(out, r[from:i])
			from = i + 1
		}
	}
	return append(out, r[from:])
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

// halve divides units that hold the headlines of two articles side by side, as tools merge them that read along the
// line: the two halves must speak of different texts.
func halve(us []unit, texts []bag, v *vocabulary) []unit {
	out := make([]unit, 0, len(us))
	for k, u := range us {
		var under bag
		if k+1 < len(us) && us[k+1].below && us[k+1].run == u.run && us[k+1].place == u.place+1 {
			under = us[k+1].bag
		}
		cut := cutAt(&u, under, texts, v)
		if cut == 0 {
			out = append(out, u)
			continue
		}
		a, b := u, u
		left, right := u.text.slice(0, cut), u.text.slice(cut, u.text.len())
		a.set(v, left.trim())
		b.set(v, right.trim())
		out = append(out, a, b)
	}
	return out
}

// Shares of a half's weight in a text that say whether it speaks of it.
const (
	speaksOf = 0.5
	silentOn = 0.15
	longHalf = 10 // code points: two such halves are too long for one line of a headline
)

// cutAt is where a unit falls into the headlines of two texts, 0 where it doesn't; what stands under it speaks for its
// second half.
func cutAt(u *unit, under bag, texts []bag, v *vocabulary) int {
	for i, r := range u.text.r {
		if !isSpace(r) || i < 4 || i+5 > u.text.len() || u.at != nil && !isSpace(u.text.r[i+1]) {
			continue
		}
		a, b := v.bigrams(u.text.r[:i]), merged(v.bigrams(u.text.r[i:]), under)
		var best, cross [2]float64 // of each half: its best cover, and its cover in the other's best text
		at := [2]int{-1, -1}
		for k := range texts {
			v.see(texts[k])
			ca, cb := v.covered(a), v.covered(b)
			if ca > best[0] {
				at[0], best[0], cross[1] = k, ca, cb
			}
			if cb > best[1] {
				at[1], best[1], cross[0] = k, cb, ca
			}
		}
		apart := at[0] != at[1] && best[0] >= speaksOf && best[1] >= speaksOf && cross[0] < best[0]/2 && cross[1] < best[1]/2
		long := i >= longHalf && u.text.len()-i > longHalf
		if apart || long && (best[0] >= speaksOf && cross[1] < silentOn || best[1] >= speaksOf && cross[0] < silentOn) {
			return i
		}
	}
	return 0
}
