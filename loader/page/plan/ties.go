package plan

import (
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// Ties: which display lines are one headline set in several is part of the plan. Each line but the first of a run may go on
// with the one above it; what the two lines themselves say for that is measured once, what it does to the assignment of
// headlines to texts each time.

// tear measures what there is for each unit going on with the one above it, and ties those that rather do.
func (p *plan) tear(texts []words.Bag) {
	said := p.speech(texts)
	habit := p.habit()
	p.tied = make([]bool, len(p.us))
	var all text.Text
	var sum speech
	lines := 0
	for u := range p.us {
		x := &p.us[u]
		x.tear = math.Inf(-1)
		if p.next(u) {
			x.tear = habit + p.torn(all.Runes, p.us[u-1].text.Runes, x.text.Runes) + agree(&sum, &said[u]) + crowd(p.ps, x.part)
		}
		if p.tied[u] = x.tear > 0 && lines < line.MostHead; p.tied[u] {
			all, sum = text.Spaced(all, x.text), sum.and(&said[u])
			lines++
			continue
		}
		all, sum, lines = x.text, said[u], 1
	}
}

// next reports whether unit u is the display line next to the one before it.
func (p *plan) next(u int) bool {
	return u > 0 && p.us[u].part != p.us[u-1].part && under(&p.ps[p.us[u-1].part], &p.ps[p.us[u].part])
}

// Papers that set headlines in several lines, and papers that don't: how a page's breaks tell them apart, as logarithms of
// likelihood ratios, and how often a line goes on in the one that rather don't.
const (
	tearsPrior = 2.25
	tearSeen   = 2.3  // for each break that can only be inside a headline
	tearUnseen = -0.3 // for each that may be anything
	seldomTorn = 0.05
)

// habit is what the page's other breaks say for any of them being inside a headline: nothing where the paper sets headlines
// in several lines.
func (p *plan) habit() float64 {
	odds := tearsPrior
	for u := range p.us {
		if !p.next(u) {
			continue
		}
		if a := p.us[u-1].text.Runes; p.broken(a, a, p.us[u].text.Runes) >= openEndGain {
			odds += tearSeen
		} else {
			odds += tearUnseen
		}
	}
	tears := 1 / (1 + math.Exp(-odds))
	return math.Log(tears + (1-tears)*seldomTorn)
}

// lineEnd is the end of the units that are one headline with u, the first of them.
func (p *plan) lineEnd(u int) (end int) {
	end = u + 1
	for p.tied != nil && end < len(p.us) && p.tied[end] {
		end++
	}
	return end
}

// head is the first unit of the headline that u is a line of.
func (p *plan) head(u int) int {
	for p.tied != nil && p.tied[u] {
		u--
	}
	return u
}

// whole is the form of the headline that begins with unit u.
func (p *plan) whole(u int) form {
	f := p.us[u].form
	for k := u + 1; k < p.lineEnd(u); k++ {
		o := &p.us[k].form
		f.notice, f.appoints = o.notice, f.appoints || o.appoints
		f.width += o.width
		f.runes += o.runes
	}
	return f
}

// sew makes one part and one unit of each headline, as the plan settled it, and moves what goes by the numbers of either.
func (p *plan) sew() {
	if p.tied == nil {
		return
	}
	goesOn := make([]bool, len(p.ps)) // by part: it goes on with the one before it
	for u := range p.us {
		if p.tied[u] {
			goesOn[p.us[u].part] = true
		}
	}
	moved := make([]int, len(p.ps))
	out := make([]part.Part, 0, len(p.ps))
	for i := range p.ps {
		if x := p.ps[i]; goesOn[i] {
			last := &out[len(out)-1]
			last.Text, last.Last = text.Spaced(last.Text, x.Text), x.Last
		} else {
			out = append(out, x)
		}
		moved[i] = len(out) - 1
	}
	p.ps = out
	for i := range p.bs {
		b := &p.bs[i]
		b.from, b.to = moved[b.from], moved[b.to]
		for k := range b.between {
			b.between[k] = moved[b.between[k]]
		}
		b.between = slices.Compact(b.between)
	}
	p.sewUnits(moved)
}

// sewUnits makes one unit of each headline.
func (p *plan) sewUnits(moved []int) {
	var us []unit
	var owner []int
	for u := 0; u < len(p.us); {
		end := p.lineEnd(u)
		x := p.us[u]
		t := x.text
		for k := u + 1; k < end; k++ {
			t = text.Spaced(t, p.us[k].text)
		}
		if end > u+1 {
			x.set(p.words, t)
		}
		x.part = moved[x.part]
		us, owner = append(us, x), append(owner, p.owner[u])
		u = end
	}
	p.us, p.owner, p.tied = us, owner, nil
	p.index()
}
