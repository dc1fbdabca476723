package plan

import (
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
)

// headlines gives each draft its headline and the lines that stand with it: second headline, kicker.
func (b *binder) headlines() {
	for u, o := range b.owner {
		if o < 0 {
			continue
		}
		d := b.byLead[o]
		d.main = u
		d.title = append(d.title, u)
		d.first = min(d.first, b.us[u].part)
		b.used[b.us[u].part] = true
	}
	if b.placed {
		b.stacks()
		return
	}
	for moved := true; moved; {
		moved = false
		for u := range b.us {
			if b.owner[u] >= 0 || b.used[b.us[u].part] && !b.shared(u) {
				continue
			}
			if o := b.companion(u); o >= 0 {
				b.owner[u] = o
				b.byLead[o].title = append(b.byLead[o].title, u)
				b.used[b.us[u].part] = true
				moved = true
			}
		}
	}
}

// shared reports whether unit u is one half of a line.
func (b *binder) shared(u int) bool {
	return u > 0 && b.us[u-1].part == b.us[u].part || u+1 < len(b.us) && b.us[u+1].part == b.us[u].part
}

// companion is the group whose headline an unclaimed unit stands with: that of the line above or below it in the same run,
// the one that its words fit better; -1 for none.
func (b *binder) companion(u int) int {
	best, gain := -1, -0.35
	if b.neighbour(u, -1) < 0 || b.neighbour(u, 1) < 0 {
		gain -= 0.2 // it has one neighbour only
	}
	for _, step := range [...]int{-1, 1} {
		n := b.neighbour(u, step)
		if n < 0 || b.owner[n] < 0 {
			continue
		}
		d := b.byLead[b.owner[n]]
		if len(d.title) >= 3 || step > 0 && b.us[u].below && b.neighbour(u, -1) >= 0 {
			continue
		}
		members := d.blocks
		g := -0.5
		if len(members) == 0 { // a photograph has one line, seldom more
			members, g = d.caps, -1.3
		}
		g += 3*b.cover(u, members) - 0.4*float64(len(d.title)-1)
		if step < 0 {
			g += 0.3
			if b.us[u].below {
				g += 2
			}
		}
		if b.us[u].spaced || b.us[u].text.Len() < 6 {
			g--
		}
		if placeOnly(b.us[u].text.Runes) { // the place of what it stands over
			g += 0.6 * float64(step)
		}
		if g > gain {
			best, gain = b.owner[n], g
		}
	}
	return best
}

// neighbour is the unit next to u in its run, bylines between them passed over; -1 for none.
func (b *binder) neighbour(u, step int) int {
	n := u + step
	if n < 0 || n >= len(b.us) || b.us[n].run != b.us[u].run {
		return -1
	}
	return n
}

// names gives bylines on lines of their own, and pen names beside a headline, to their articles.
func (b *binder) names() {
	for k := range b.ps {
		p := &b.ps[k]
		pen := p.Role == part.Head && !b.used[k] && line.BareName(p.Text.Runes)
		if p.Role != part.Byline && !pen {
			continue
		}
		d := b.signed(k, pen)
		if d == nil {
			continue
		}
		made := p.Credits
		if pen {
			made = []article.Byline{{Name: text.Squeezed(p.Text.Runes), Role: article.Author}}
			p.Role = part.Byline
		}
		d.bylines = append(d.bylines, made...)
		b.used[k] = true
	}
}

// signed is the article that a byline signs: that of the headline line beside it, else that of the text beside it. A pen
// name needs a headline beside it.
func (b *binder) signed(at int, pen bool) *draft {
	if d := b.chained(at); d != nil && !(pen && b.credited(d)) {
		return d
	}
	for _, step := range [...]int{-1, 1} {
		for k := at + step; k >= 0 && k < len(b.ps) && displayed(&b.ps[k]); k += step {
			if b.ps[k].Role == part.Byline || b.ps[k].Role == part.Label {
				continue
			}
			if d := b.headed(k, step); d != nil && !(pen && b.credited(d)) {
				return d
			}
			break
		}
	}
	next, prev := nextBlock(b.bs, at), -1
	if pen && (next < 0 || b.bs[next].from > at+1 || b.bs[next].opens || b.bs[next].photo) {
		return nil
	}
	for i := range b.bs {
		if b.bs[i].to < at {
			prev = i
		}
	}
	lead := b.leads()
	if next >= 0 && b.bs[next].from <= at+2 {
		d := b.byLead[lead[next]]
		if _, ok := credit.ReadLede(b.bs[next].paras[0].Runes); !ok && len(d.bylines) == 0 && lead[next] == next {
			return d
		}
	}
	if prev >= 0 {
		return b.byLead[lead[prev]]
	}
	if next >= 0 {
		return b.byLead[lead[next]]
	}
	return nil
}

// chained is the article that a byline stands with by its place: of the columns that it was put out with, the text next to
// it. nil where it stands by itself, or in a dump.
func (b *binder) chained(k int) *draft {
	at := b.ps[k].Place
	if at == nil || at.Chain == 0 {
		return nil
	}
	best, near := -1, len(b.ps)
	for i := range b.bs {
		x := &b.bs[i]
		if x.at == nil || x.photo || x.at.Chain != at.Chain {
			continue
		}
		if far := max(x.from-k, k-x.to); far < near {
			best, near = i, far
		}
	}
	if best < 0 {
		return nil
	}
	return b.byLead[b.leads()[best]]
}

// credited reports whether the text of d names its makers in its lede.
func (b *binder) credited(d *draft) bool {
	if len(d.blocks) == 0 {
		return false
	}
	l, ok := credit.ReadLede(b.bs[d.blocks[0]].paras[0].Runes)
	return ok && len(l.Bylines) > 0
}

// headed is the article that has display part k in its headline block.
func (b *binder) headed(k, step int) *draft {
	var found *draft
	for u := range b.us {
		if b.us[u].part == k && b.owner[u] >= 0 {
			found = b.byLead[b.owner[u]]
			if step > 0 {
				break
			}
		}
	}
	return found
}
