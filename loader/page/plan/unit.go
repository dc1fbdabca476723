package plan

import (
	"github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// unit is one line that may be a headline, or half of a line that holds two.
type unit struct {
	part   int
	text   text.Text
	bag    words.Bag
	run    int  // which run of display parts it stands in
	place  int  // its place there
	length int  // parts in the run
	prev   int  // the block before the run, -1 none
	next   int  // the block behind it, -1 none
	below  bool // it can only stand under a headline: ——…, （…）
	spaced bool
	form   form
	tear   float64 // what there is for its going on with the line above it
	at     *line.Place
	minor  bool // a larger line of its headline stack stands for it
}

// units lists the lines that may be headlines, run by run.
func units(v *words.Vocabulary, ps []part.Part, bs []block) []unit {
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
			if p := &ps[k]; p.Role == part.Head && (!line.BareName(p.Text.Runes) || goesOnFrom(ps, k)) {
				u := unit{part: k, run: run, place: k - i, length: j - i, prev: prev, next: next, spaced: p.Spaced, at: p.Place}
				u.set(v, p.Text)
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
func goesOnFrom(ps []part.Part, k int) bool {
	if leftOver(ps, k) {
		return true
	}
	return k > 0 && oneSpot(&ps[k-1], &ps[k]) && ps[k-1].Role == part.Head && (!line.BareName(ps[k-1].Text.Runes) || goesOnFrom(ps, k-1))
}

// oneSpot reports whether two parts stand in one place of a page with positions.
func oneSpot(a, b *part.Part) bool {
	return a.Place != nil && b.Place != nil && a.Place.Spot == b.Place.Spot
}

// setAlike reports whether two lines are set in one face and size.
func setAlike(a, b *line.Place) bool { return a.Face == b.Face && line.AlikeSizes(a.Size, b.Size) }

// leftOver reports whether display part k, a few characters under a longer line, is rather the end of that line than a name.
func leftOver(ps []part.Part, k int) bool {
	return k > 0 && under(&ps[k-1], &ps[k]) && (ps[k].Place == nil || setAlike(ps[k-1].Place, ps[k].Place)) && line.BareName(ps[k].Text.Runes) && !line.BareName(ps[k-1].Text.Runes) && !name.UsualSurname(ps[k].Text.Runes[0])
}

// set gives the unit its text and what follows from it.
func (u *unit) set(v *words.Vocabulary, t text.Text) {
	u.text, u.below, u.form = t, below(t.Runes), formOf(t.Runes, u.spaced)
	u.bag = v.Bigrams(atSpaces(t.Runes)...)
}

// atSpaces cuts a headline at its spaces: its halves are apart.
func atSpaces(r []rune) [][]rune {
	var out [][]rune
	from := 0
	for i, c := range r {
		if text.IsSpace(c) {
			out = append(out, r[from:i])
			from = i + 1
		}
	}
	return append(out, r[from:])
}

// displayed reports whether a part is of a headline block: a headline, a byline, a label.
func displayed(p *part.Part) bool {
	return p.Role == part.Head || p.Role == part.Byline || p.Role == part.Label
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

func nextBlock(bs []block, k int) int {
	lo, hi := 0, len(bs)
	for lo < hi {
		if mid := (lo + hi) / 2; bs[mid].from >= k {
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
	return text.In("—―", r[0]) || text.In("（(", r[0]) && text.In("）)", text.Last(r))
}

// halve divides units that hold the headlines of two articles side by side, as tools merge them that read along the
// line: the two halves must speak of different texts.
func halve(us []unit, texts []words.Bag, v *words.Vocabulary) []unit {
	out := make([]unit, 0, len(us))
	for k, u := range us {
		var under words.Bag
		if k+1 < len(us) && us[k+1].below && us[k+1].run == u.run && us[k+1].place == u.place+1 {
			under = us[k+1].bag
		}
		cut := cutAt(&u, under, texts, v)
		if cut == 0 {
			out = append(out, u)
			continue
		}
		a, b := u, u
		left, right := u.text.Slice(0, cut), u.text.Slice(cut, u.text.Len())
		a.set(v, left.Trim())
		b.set(v, right.Trim())
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
func cutAt(u *unit, under words.Bag, texts []words.Bag, v *words.Vocabulary) int {
	for i, r := range u.text.Runes {
		if !text.IsSpace(r) || i < 4 || i+5 > u.text.Len() || u.at != nil && !text.IsSpace(u.text.Runes[i+1]) {
			continue
		}
		a, b := v.Bigrams(u.text.Runes[:i]), words.Merged(v.Bigrams(u.text.Runes[i:]), under)
		var best, cross [2]float64 // of each half: its best cover, and its cover in the other's best text
		at := [2]int{-1, -1}
		for k := range texts {
			v.See(texts[k])
			ca, cb := v.Covered(a), v.Covered(b)
			if ca > best[0] {
				at[0], best[0], cross[1] = k, ca, cb
			}
			if cb > best[1] {
				at[1], best[1], cross[0] = k, cb, ca
			}
		}
		apart := at[0] != at[1] && best[0] >= speaksOf && best[1] >= speaksOf && cross[0] < best[0]/2 && cross[1] < best[1]/2
		long := i >= longHalf && u.text.Len()-i > longHalf
		if apart || long && (best[0] >= speaksOf && cross[1] < silentOn || best[1] >= speaksOf && cross[0] < silentOn) {
			return i
		}
	}
	return 0
}
