package plan

import (
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// binder makes articles of a settled plan and accounts for every part of the page.
type binder struct {
	*plan
	used   []bool // by part
	drafts []*draft
	byLead map[int]*draft // by the block that leads the group
}

// draft is an article in the making.
type draft struct {
	blocks  []int
	title   []int // units of the headline block, in the order of the dump
	main    int   // the unit that the plan chose, -1 none
	bylines []article.Byline
	column  string
	box     int           // the label that heads a box, -1 none
	caps    []int         // caption blocks
	first   int           // first part, for the order
	subs    map[int][]int // by block: the display parts before it that are sub-headings
}

// Decide finds the articles of parts in the order of reading, and lists what is left. Torn says that a headline in two lines
// shows in no other way than by its words: the sizes of letters aren't known.
func Decide(ps []part.Part, torn bool) ([]Draft, []Left) {
	p := newPlan(ps, blocks(ps), torn)
	p.settle()
	p.sew()
	b := binder{plan: p, used: make([]bool, len(p.ps))}
	b.bind()
	return b.finished(), b.rest()
}

func (b *binder) bind() {
	b.byLead = map[int]*draft{}
	lead := b.leads()
	groups, heads := b.groups(lead)
	owned := b.owned()
	for g, members := range groups {
		d := &draft{blocks: members, main: -1, box: -1, first: b.bs[members[0]].from, subs: map[int][]int{}}
		if b.bs[members[0]].photo {
			d.blocks, d.caps = nil, members
		}
		for _, m := range members {
			if b.joins[m] {
				for _, k := range b.bs[m].between {
					if b.ps[k].Role == part.Head && !owned[k] {
						d.subs[m] = append(d.subs[m], k)
						b.used[k] = true
					}
				}
			}
		}
		b.drafts = append(b.drafts, d)
		b.byLead[heads[g]] = d
	}
	b.headlines()
	b.captions()
	b.names()
	b.labels()
}

// owned tells of each part whether the plan gave it to an article as its headline, or as a line of that one's stack.
func (b *binder) owned() []bool {
	out := make([]bool, len(b.ps))
	stacks := map[int32]bool{}
	for u, o := range b.owner {
		if x := &b.us[u]; o >= 0 {
			out[x.part] = true
			if x.at != nil && x.at.Stack > 0 {
				stacks[x.at.Stack] = true
			}
		}
	}
	for u := range b.us {
		if x := &b.us[u]; x.minor && stacks[x.at.Stack] {
			out[x.part] = true
		}
	}
	return out
}

// captions gives each caption to the article that it shows, or joins it to the photograph beside it.
func (b *binder) captions() {
	var last *draft
	for i := range b.bs {
		if !b.bs[i].photo {
			last = nil
			continue
		}
		d := b.byLead[i]
		titled := b.titled(i)
		if last != nil && !titled && b.beside(i) {
			last.caps = append(last.caps, i)
			d.caps = nil
			continue
		}
		if to := b.showing(i); to != nil && !titled {
			to.caps = append(to.caps, i)
			d.caps = nil
			continue
		}
		last = d
	}
}

// titled reports whether the plan gave a headline to the group that block i leads.
func (b *binder) titled(i int) bool {
	for _, o := range b.owner {
		if o == i {
			return true
		}
	}
	return false
}

// beside reports whether caption i follows another one directly and goes with it: the same maker, or words that lean on it.
func (b *binder) beside(i int) bool {
	if i == 0 || !b.bs[i-1].photo || b.bs[i-1].to+1 != b.bs[i].from {
		return false
	}
	p, q := &b.ps[b.bs[i-1].from], &b.ps[b.bs[i].from]
	if p.Place != nil && q.Place != nil && !p.Place.Near(q.Place) {
		return false
	}
	s := q.Text.String()
	if q.Words < 24 || strings.HasPrefix(s, "图为") || strings.HasPrefix(s, "图②") || strings.HasPrefix(s, "图③") || strings.HasPrefix(s, "下图") || strings.HasPrefix(s, "右图") {
		return true
	}
	return len(p.Credits) > 0 && len(q.Credits) > 0 && p.Credits[0].Name == q.Credits[0].Name
}

// showing is the article whose photograph caption i describes, headline and text taken together; nil for none.
func (b *binder) showing(i int) *draft {
	if b.shown[i] < 0 {
		return nil
	}
	var best *draft
	share := 0.0
	for _, d := range b.drafts {
		if len(d.blocks) == 0 {
			continue
		}
		bags := []words.Bag{b.groupBag(d.blocks)}
		for _, u := range d.title {
			bags = append(bags, b.us[u].bag)
		}
		b.words.See(words.Merged(bags...))
		c := b.words.Covered(b.bs[i].bag)
		if b.beforeOrBehind(d, i) {
			c += 0.1
		}
		if b.bs[d.blocks[0]].holds(&b.bs[i]) {
			c++
		}
		if c > share {
			best, share = d, c
		}
	}
	return best
}

// beforeOrBehind reports whether caption i stands next to the text of d, display lines between them or not.
func (b *binder) beforeOrBehind(d *draft, i int) bool {
	first, last := d.blocks[0], d.blocks[len(d.blocks)-1]
	return last == b.bs[i].prev || i+1 == first
}

// labels gives each column label to the nearest article.
func (b *binder) labels() {
	for k := range b.ps {
		p := &b.ps[k]
		if p.Role != part.Label {
			continue
		}
		s := text.Squeezed(p.Text.Runes)
		if line.IsBoxLabel(s) {
			if d := b.boxed(k); d != nil {
				d.box, b.used[k] = k, true
			}
			continue
		}
		if d := b.nearest(k); d != nil && d.column == "" {
			d.column = s
		}
	}
}

// boxed is the article that a box's label heads: the text next to it that has no headline, nor one of its own kind; else
// the only such text of the page.
func (b *binder) boxed(k int) *draft {
	for _, d := range b.aside(k) {
		if b.untitled(d) {
			return d
		}
	}
	var only *draft
	for _, d := range b.drafts {
		if b.untitled(d) {
			if only != nil {
				return nil
			}
			only = d
		}
	}
	return only
}

// untitled reports whether a draft is a text without a headline that could have one.
func (b *binder) untitled(d *draft) bool {
	if len(d.blocks) == 0 || d.main >= 0 || d.box >= 0 {
		return false
	}
	first := &b.bs[d.blocks[0]]
	return !first.item && !first.opens
}

// nearest is the article whose text is next to a display part, on the side where the page puts its headlines.
func (b *binder) nearest(k int) *draft {
	for _, d := range b.aside(k) {
		return d
	}
	return nil
}

// aside is the articles whose texts stand next to a display part, first the one on the side where the page puts its
// headlines.
func (b *binder) aside(k int) []*draft {
	next, prev := nextBlock(b.bs, k), -1
	for i := range b.bs {
		if b.bs[i].to < k {
			prev = i
		}
	}
	lead := b.leads()
	order := [...]int{next, prev}
	if b.style.behind > b.style.before {
		order = [...]int{prev, next}
	}
	var out []*draft
	for _, i := range order {
		if i >= 0 {
			out = append(out, b.byLead[lead[i]])
		}
	}
	return out
}
