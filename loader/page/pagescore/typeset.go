package pagescore

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/baopu/baopu/loader/article"
)

// Order is the order in which a dump gives a page's parts.
type Order int

// The orders that dumps of real pages have.
const (
	HeadFirst   Order = iota // each headline before its text
	HeadLast                 // each headline behind its text
	HeadsOnTop               // all headlines first, in page order, then the texts
	HeadsAtEnd               // all texts first, then all headlines shuffled
	FromTheFoot              // from the last article to the first: captions, text, byline, headline
	orders
)

// Layout is how a page is set and dumped.
type Layout struct {
	Order    Order
	Gaps     bool // empty lines at paragraphs and column breaks
	Indents  bool // the two spaces before a paragraph are kept
	Loose    bool // some lines letter-spaced
	Masthead bool
	Shuffled bool // the articles in no order
	Merged   bool // neighbouring headlines sometimes on one line
	Seed     uint64
}

// RandomLayout is the nth of an endless row of layouts.
func RandomLayout(n uint64) Layout {
	r := rand.New(rand.NewPCG(n, 1))
	return Layout{
		Order: Order(r.IntN(int(orders))), Gaps: r.IntN(2) == 0, Indents: r.IntN(4) == 0, Loose: r.IntN(3) == 0,
		Masthead: r.IntN(4) > 0, Shuffled: r.IntN(2) == 0, Merged: r.IntN(4) == 0, Seed: n,
	}
}

// Typeset sets articles as a page of that layout and dumps it. The articles are changed to what the page prints (a dropped
// subtitle, say) and are then its gold.
func Typeset(as []article.Article, l Layout) string {
	t := setter{Layout: l, r: rand.New(rand.NewPCG(l.Seed, 2))}
	if l.Shuffled {
		t.r.Shuffle(len(as), func(i, j int) { as[i], as[j] = as[j], as[i] })
	}
	var mast []string
	if l.Masthead {
		mast = []string{"新河日报", "2019年3月7日　星期四", "农历己亥年二月初一", "国内统一刊号：CN41—0000　第9871期　今日四版", "", "责任编辑 李小平 版式 王晓"}
	}
	blocks := make([]set, len(as))
	for i := range as {
		blocks[i] = t.set(&as[i])
	}
	var out []string
	if t.r.IntN(2) == 0 {
		out, mast = append(out, mast...), nil
	}
	out = append(out, t.ordered(blocks)...)
	out = append(out, mast...)
	return strings.Join(out, "\n")
}

// set is one article as lines.
type set struct {
	head, byline, body, captions []string
}

type setter struct {
	Layout
	r *rand.Rand
}

func (t *setter) ordered(bs []set) []string {
	var out []string
	put := func(ls ...[]string) {
		for _, l := range ls {
			if len(l) > 0 && t.Gaps && len(out) > 0 && out[len(out)-1] != "" {
				out = append(out, "")
			}
			out = append(out, l...)
		}
	}
	switch t.Order {
	case HeadFirst:
		for _, b := range bs {
			put(b.head, b.byline, b.body, b.captions)
		}
	case HeadLast:
		for _, b := range bs {
			put(b.body, b.head, b.byline, b.captions)
		}
	case HeadsOnTop:
		put(t.heads(bs))
		for _, b := range bs {
			put(b.byline, b.body)
		}
		for _, b := range bs {
			put(b.captions)
		}
	case HeadsAtEnd:
		for _, b := range bs {
			put(b.body)
		}
		t.r.Shuffle(len(bs), func(i, j int) { bs[i], bs[j] = bs[j], bs[i] })
		put(t.heads(bs))
		for _, b := range bs {
			put(b.captions)
		}
	case FromTheFoot:
		for i := len(bs) - 1; i >= 0; i-- {
			put(bs[i].captions, bs[i].body, bs[i].byline, bs[i].head)
		}
	}
	return out
}

// heads is the headlines of all articles, each with its byline where the order leaves it there.
func (t *setter) heads(bs []set) []string {
	var out []string
	for _, b := range bs {
		if n := len(out); t.Merged && n > 0 && len(b.head) > 0 && t.r.IntN(4) == 0 && len([]rune(out[n-1])) > 8 && len([]rune(b.head[0])) > 8 {
			out[n-1] += " " + b.head[0]
			out = append(out, b.head[1:]...)
		} else {
			out = append(out, b.head...)
		}
		if t.Order == HeadsAtEnd {
			out = append(out, b.byline...)
		}
	}
	return out
}

// set sets one article.
func (t *setter) set(a *article.Article) set {
	width := 9 + t.r.IntN(16)
	if len([]rune(a.Body)) < 200 {
		width = 14 + t.r.IntN(12)
	}
	s := set{head: t.head(a), byline: byline(a)}
	if a.Body != "" {
		height := 0
		if n := len([]rune(a.Body)) / width; n > 12 {
			height = 8 + t.r.IntN(12)
		}
		s.body = t.columns(strings.Split(a.Body, "\n"), width, height)
	}
	if a.Jump != "" && len(s.body) > 0 {
		s.body = append(s.body, "（下转"+a.Jump+"）")
	}
	for _, c := range a.Captions {
		s.captions = append(s.captions, t.columns([]string{c + "　" + t.maker(a)}, 22+t.r.IntN(16), 0)...)
	}
	return s
}

// head is the lines of a headline block.
func (t *setter) head(a *article.Article) []string {
	if a.Title == "" {
		a.Subtitle, a.Kicker = "", ""
		return nil
	}
	var out []string
	if a.Kicker != "" {
		out = append(out, a.Kicker)
	}
	out = append(out, a.Title)
	switch {
	case a.Subtitle == "":
	case t.r.IntN(2) == 0:
		out = append(out, "——"+a.Subtitle)
	default:
		out = append(out, a.Subtitle)
	}
	return out
}

// byline is the line of credits of those whom the text doesn't name.
func byline(a *article.Article) []string {
	var out []string
	for _, b := range a.Bylines {
		switch {
		case strings.Contains(a.Body, b.Name) || b.Role == article.Photographer:
		case strings.HasSuffix(b.Name, "评论员") || b.Role == article.Author:
			out = append(out, b.Name)
		case b.Role == article.Correspondent:
			out = append(out, "通讯员 "+b.Name)
		default:
			out = append(out, "本报记者 "+b.Name)
		}
	}
	if len(out) > 1 {
		out = []string{strings.Join(out, " ")}
	}
	return out
}

// maker is the credit of a caption.
func (t *setter) maker(a *article.Article) string {
	by := "本报记者 王晓明 摄"
	for _, b := range a.Bylines {
		if b.Role == article.Photographer {
			by = b.Name + " 摄"
		}
	}
	if t.r.IntN(2) == 0 {
		by = "（" + strings.TrimPrefix(by, "本报记者 ") + "）"
	}
	return by
}

// columns sets paragraphs in lines of a column, with empty lines at paragraphs and column breaks where the layout has them.
func (t *setter) columns(paras []string, width, height int) []string {
	var out []string
	n := 0
	for i, p := range paras {
		if t.Gaps && i > 0 && t.r.IntN(8) > 0 {
			out = append(out, "")
		}
		for k, l := range wrap(p, width) {
			if height > 0 && n == height && t.Gaps {
				out = append(out, "")
				n = 0
			}
			n++
			if k == 0 && t.Indents && len([]rune(p)) > width {
				l = "　　" + l
			}
			if t.Loose && t.r.IntN(12) == 0 && len([]rune(l)) > 4 && len([]rune(l)) < width && !strings.ContainsAny(l, "0123456789") && len([]rune(p)) > width {
				l = strings.Join(strings.Split(l, ""), " ")
			}
			out = append(out, l)
		}
	}
	return out
}

// wrap breaks a paragraph at the column's width; the first line is two characters shorter, and no line begins with a mark
// that may not.
func wrap(p string, width int) []string {
	var out []string
	r := []rune(p)
	room := 2 * (width - 2)
	if len(r) <= width && !strings.ContainsAny(p, "。，；") {
		room = 2 * width
	}
	for len(r) > 0 {
		n, w := 0, 0
		for n < len(r) && w < room {
			if r[n] < 0x2000 {
				w++
			} else {
				w += 2
			}
			n++
		}
		for n < len(r) && strings.ContainsRune("，。、；：！？”’）》", r[n]) {
			n++
		}
		out = append(out, string(r[:n]))
		r = r[n:]
		room = 2 * width
	}
	return out
}

// String names the layout.
func (l Layout) String() string {
	return fmt.Sprintf("order %d gaps %v indents %v loose %v merged %v shuffled %v seed %d", l.Order, l.Gaps, l.Indents, l.Loose, l.Merged, l.Shuffled, l.Seed)
}
