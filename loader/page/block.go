package page

import (
	"github.com/baopu/baopu/loader/credit"
)

// block is one paragraph of body text with what is bound to it, or one photograph's caption: the least that surely belongs
// to one article.
type block struct {
	paras    []text
	column   int
	from     int    // part where it begins
	to       int    // part where it ends
	prev     int    // the body block before it, -1 none
	between  []int  // display parts since that block
	link     link   // how it may hang together with prev
	jump     string // the page that it goes on to
	comes    string // the page that it comes from
	named    string // the headline that the note of that names
	opens    bool   // its first words open an article
	ended    bool   // its last words close one
	item     bool   // an item of a news column
	open     bool   // it breaks off inside a sentence
	notice   bool   // it speaks as notices do
	photo    bool
	appoints bool // it is a list of appointments
	at       *spotLine
	bag      bag // its bigrams, filled by the plan
	chars    bag // its single characters
}

// link says what stands between a block and the one before it.
type link uint8

const (
	apart    link = iota // they can't be one article
	same                 // nothing: the next paragraph in the same column
	displays             // display lines, which may be sub-headings
	narrower             // nothing but another width of column
)

// builder collects parts into blocks.
type builder struct {
	ps      []part
	out     []block
	cur     int // index in out of the last body block, -1 none
	between []int
	comes   string // the page that the next text comes from, where a line of its own says so
	named   string // the headline that this line names
}

// blocks makes blocks of the body parts and captions. Display parts are left for headings.
func blocks(ps []part) []block {
	b := builder{ps: ps, cur: -1}
	for i := range ps {
		switch p := &ps[i]; p.role {
		case bodyPart:
			b.body(i)
		case captionPart:
			b.out = append(b.out, block{paras: []text{p.text}, column: p.column, from: i, to: i, photo: true, prev: b.cur, at: p.at})
		case jumpPart:
			b.note(p)
		case headPart, bylinePart, labelPart:
			b.between = append(b.between, i)
		}
	}
	return b.out
}

// note gives a jump note on a line of its own to the text before it (下转) or behind it (上接).
func (b *builder) note(p *part) {
	if _, j, ok := leadingJump(p.text.r); ok {
		b.comes, b.named = j.page, j.name
		return
	}
	if b.cur < 0 {
		return
	}
	if _, page, ok := cutJump(p.text.r); ok {
		c := &b.out[b.cur]
		c.ended, c.jump = true, page
	}
}

func (b *builder) body(i int) {
	p := &b.ps[i]
	near := b.cur >= 0 && abs(b.out[b.cur].column-p.column) <= 3 && sameText(b.out[b.cur].at, p.at)
	if near && b.comes == "" && len(b.between) == 0 && (p.tied || b.out[b.cur].open && !opensArticle(p.text.r) && (p.at == nil || p.flush)) {
		c := &b.out[b.cur]
		if k := len(c.paras) - 1; p.tied {
			c.paras = append(c.paras, p.text)
		} else {
			c.paras[k] = closePadding(joined(c.paras[k], p.text), true)
		}
		c.to, c.open = i, p.open
		c.finish(p.text.r)
		return
	}
	listed := b.listed(p)
	c := block{paras: []text{p.text}, column: p.column, from: i, to: i, prev: b.cur, open: p.open, between: b.between, at: p.at}
	c.opens = opensArticle(p.text.r) && !listed || b.comes != ""
	c.comes, c.named, b.comes, b.named = b.comes, b.named, "", ""
	c.item = itemMark(p.text.r) > 0 && !listed
	c.link = b.bond(&c, near)
	c.appoints = appointing(p.text.r)
	c.finish(p.text.r)
	b.out = append(b.out, c)
	b.cur, b.between = len(b.out)-1, nil
}

// bond is how block c may hang on to the one before it.
func (b *builder) bond(c *block, near bool) link {
	if b.cur < 0 || c.opens {
		return apart
	}
	last := &b.out[b.cur]
	if last.ended || last.item || !sameText(last.at, c.at) {
		return apart
	}
	for _, k := range b.between {
		if b.ps[k].role == bylinePart || b.ps[k].role == headPart && bareName(b.ps[k].text.r) && !leftOver(b.ps, k) || isBoxLabel(squeezed(b.ps[k].text.r)) {
			return apart
		}
	}
	switch {
	case len(b.between) > 0:
		return displays
	case near, c.at != nil && last.at.chain == c.at.chain && c.at.chain > 0: // its place says so, whatever its width
		return same
	}
	return narrower
}

// listed reports whether a marked paragraph is a point of the article that it stands in, not an item of its own.
func (b *builder) listed(p *part) bool {
	if itemMark(p.text.r) == 0 || b.cur < 0 || len(b.between) > 0 {
		return false
	}
	c := &b.out[b.cur]
	if c.item || c.ended || abs(c.column-p.column) > 3 {
		return false
	}
	_, _, credited := credit.Closing(p.text.String())
	before := c.paras[len(c.paras)-1].r
	return !credited && (lastOf(before) == '：' || itemMark(before) > 0)
}

// finish notes what a block's last paragraph says about its end.
func (c *block) finish(r []rune) {
	if _, page, ok := cutJump(r); ok {
		c.ended, c.jump = true, page
	}
	if n, j, ok := leadingJump(r); ok && n > 0 && len(c.paras) == 1 {
		c.comes, c.named = j.page, j.name
	}
	if _, _, ok := credit.Closing(string(r[max(0, len(r)-60):])); ok {
		c.ended = true
	}
	if len(c.paras) > 1 && isDay(squeezed(r)) { // the day under who signs
		c.ended = true
	}
	c.notice = c.notice || noticeWords(r)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
