package plan

import (
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// block is one paragraph of body text with what is bound to it, or one photograph's caption: the least that surely belongs
// to one article.
type block struct {
	paras    []text.Text
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
	at       *line.Place
	bag      words.Bag // its bigrams, filled by the plan
	chars    words.Bag // its single characters
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
	ps      []part.Part
	out     []block
	cur     int // index in out of the last body block, -1 none
	between []int
	comes   string // the page that the next text comes from, where a line of its own says so
	named   string // the headline that this line names
}

// blocks makes blocks of the body parts and captions. Display parts are left for headings.
func blocks(ps []part.Part) []block {
	b := builder{ps: ps, cur: -1}
	for i := range ps {
		switch p := &ps[i]; p.Role {
		case part.Body:
			b.body(i)
		case part.Caption:
			b.out = append(b.out, block{paras: []text.Text{p.Text}, column: p.Column, from: i, to: i, photo: true, prev: b.cur, at: p.Place})
		case part.Jump:
			b.note(p)
		case part.Head, part.Byline, part.Label:
			b.between = append(b.between, i)
		}
	}
	return b.out
}

// note gives a jump note on a line of its own to the text before it (下转) or behind it (上接).
func (b *builder) note(p *part.Part) {
	if _, j, ok := line.LeadingJump(p.Text.Runes); ok {
		b.comes, b.named = j.Page, j.Name
		return
	}
	if b.cur < 0 {
		return
	}
	if _, page, ok := line.CutJump(p.Text.Runes); ok {
		c := &b.out[b.cur]
		c.ended, c.jump = true, page
	}
}

func (b *builder) body(i int) {
	p := &b.ps[i]
	near := b.cur >= 0 && text.Abs(b.out[b.cur].column-p.Column) <= 3 && line.SameText(b.out[b.cur].at, p.Place)
	if near && b.comes == "" && len(b.between) == 0 && (p.Tied || b.out[b.cur].open && !line.OpensArticle(p.Text.Runes) && (p.Place == nil || p.Flush)) {
		c := &b.out[b.cur]
		if k := len(c.paras) - 1; p.Tied {
			c.paras = append(c.paras, p.Text)
		} else {
			c.paras[k] = text.ClosePadding(text.Joined(c.paras[k], p.Text), true)
		}
		c.to, c.open = i, p.Open
		c.finish(p.Text.Runes)
		return
	}
	listed := b.listed(p)
	c := block{paras: []text.Text{p.Text}, column: p.Column, from: i, to: i, prev: b.cur, open: p.Open, between: b.between, at: p.Place}
	c.opens = line.OpensArticle(p.Text.Runes) && !listed || b.comes != ""
	c.comes, c.named, b.comes, b.named = b.comes, b.named, "", ""
	c.item = line.ItemMark(p.Text.Runes) > 0 && !listed
	c.link = b.bond(&c, near)
	c.appoints = appointing(p.Text.Runes)
	c.finish(p.Text.Runes)
	b.out = append(b.out, c)
	b.cur, b.between = len(b.out)-1, nil
}

// bond is how block c may hang on to the one before it.
func (b *builder) bond(c *block, near bool) link {
	if b.cur < 0 || c.opens {
		return apart
	}
	last := &b.out[b.cur]
	if last.ended || last.item || !line.SameText(last.at, c.at) {
		return apart
	}
	for _, k := range b.between {
		if b.ps[k].Role == part.Byline || b.ps[k].Role == part.Head && line.BareName(b.ps[k].Text.Runes) && !leftOver(b.ps, k) || line.IsBoxLabel(text.Squeezed(b.ps[k].Text.Runes)) {
			return apart
		}
	}
	switch {
	case len(b.between) > 0:
		return displays
	case near, c.at != nil && last.at.Chain == c.at.Chain && c.at.Chain > 0: // its place says so, whatever its width
		return same
	}
	return narrower
}

// listed reports whether a marked paragraph is a point of the article that it stands in, not an item of its own.
func (b *builder) listed(p *part.Part) bool {
	if line.ItemMark(p.Text.Runes) == 0 || b.cur < 0 || len(b.between) > 0 {
		return false
	}
	c := &b.out[b.cur]
	if c.item || c.ended || text.Abs(c.column-p.Column) > 3 {
		return false
	}
	_, _, credited := credit.Closing(p.Text.String())
	before := c.paras[len(c.paras)-1].Runes
	return !credited && (text.Last(before) == '：' || line.ItemMark(before) > 0)
}

// finish notes what a block's last paragraph says about its end.
func (c *block) finish(r []rune) {
	if _, page, ok := line.CutJump(r); ok {
		c.ended, c.jump = true, page
	}
	if n, j, ok := line.LeadingJump(r); ok && n > 0 && len(c.paras) == 1 {
		c.comes, c.named = j.Page, j.Name
	}
	if _, _, ok := credit.Closing(string(r[max(0, len(r)-60):])); ok {
		c.ended = true
	}
	if len(c.paras) > 1 && line.IsDay(text.Squeezed(r)) { // the day under who signs
		c.ended = true
	}
	c.notice = c.notice || line.NoticeWords(r)
}
