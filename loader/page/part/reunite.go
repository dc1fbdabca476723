package part

import (
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// A column that breaks off inside a sentence goes on at the head of another column. Tools mostly give that one next; where
// they don't (frames in no order, furniture or other articles between), the rest is found by its column's width, by its
// beginning at the edge of the column without the indent of a paragraph, and by shared words.

// stretch is a run of body parts of one column.
type stretch struct {
	from, to int // parts, to inclusive
	column   int
	open     bool // it breaks off inside a sentence
	flush    bool // it begins without an indent, as only the rest of a paragraph does
	alone    bool // what stands before it is no body text that breaks off
	words    words.Bag
}

// Reunite moves the rest of a torn column behind its beginning.
func Reunite(ps []Part) []Part {
	ss := stretches(ps)
	v := words.New()
	bags := make([]words.Bag, len(ss))
	torn := false
	for i := range ss {
		var t [][]rune
		for k := ss[i].from; k <= ss[i].to; k++ {
			t = append(t, ps[k].Text.Runes)
		}
		ss[i].words = v.Bigrams(t...)
		bags[i] = ss[i].words
		torn = torn || ss[i].open
	}
	if !torn || indentsLost(ps) {
		return ps
	}
	v.Weigh(bags)
	goesOn := make([]int, len(ss)) // by stretch: the one that is its rest
	isRest := make([]bool, len(ss))
	for i := range ss {
		goesOn[i] = -1
		if ss[i].open && (i+1 == len(ss) || !nextTo(&ss[i], &ss[i+1])) {
			if j := rest(ss, i, isRest, v); j >= 0 {
				goesOn[i], isRest[j] = j, true
			}
		}
	}
	return reordered(ps, ss, goesOn, isRest)
}

// stretches lists the runs of body parts; furniture of the page does not end one.
func stretches(ps []Part) []stretch {
	var out []stretch
	free := true // something that is no furniture stands since the last stretch
	for i := range ps {
		p := &ps[i]
		if p.Role != Body {
			free = free || p.Role != Masthead
			continue
		}
		n := len(out) - 1
		if !free && n >= 0 && text.Abs(out[n].column-p.Column) <= line.Slack && !line.OpensArticle(p.Text.Runes) && (out[n].to+1 == i || !out[n].open) {
			out[n].to, out[n].open = i, p.Open
			continue
		}
		alone := free || n < 0 || !out[n].open
		out = append(out, stretch{from: i, to: i, column: p.Column, open: p.Open, flush: p.Flush && !line.OpensArticle(p.Text.Runes), alone: alone})
		free = false
	}
	return out
}

// indentsLost reports whether paragraphs of this page begin without indents, so that a missing one says nothing.
func indentsLost(ps []Part) bool {
	flush, n := 0, 0
	for i := 1; i < len(ps); i++ {
		if ps[i].Role == Body && ps[i-1].Role == Body && !ps[i-1].Open && ps[i].Text.Len()*2 > ps[i].Column {
			n++
			if ps[i].Flush {
				flush++
			}
		}
	}
	return flush*3 > n
}

// nextTo reports whether b, next in the dump, can be the rest of a.
func nextTo(a, b *stretch) bool {
	return b.flush && text.Abs(a.column-b.column) <= line.Slack && a.to+1 == b.from
}

// reach is how many stretches away the rest of a column is looked for, leastKin how alike it must be.
const (
	reach    = 12
	leastKin = 0.01
	nearKin  = 0.004 // what each stretch between costs
)

// rest finds the stretch that goes on where stretch i breaks off; -1 for none.
func rest(ss []stretch, i int, taken []bool, v *words.Vocabulary) int {
	v.See(ss[i].words)
	norm := v.Norm(ss[i].words)
	best, score := -1, leastKin
	for j := max(0, i-reach); j < len(ss) && j <= i+reach; j++ {
		q := &ss[j]
		if j == i || taken[j] || !q.flush || !q.alone || text.Abs(q.column-ss[i].column) > line.Slack {
			continue
		}
		if s := v.Alike(q.words, norm) - nearKin*float64(text.Abs(j-i)-1)/2; s > score {
			best, score = j, s
		}
	}
	return best
}

// reordered gives the parts with each rest behind what it goes on from. A rest that would come to stand behind itself stays.
func reordered(ps []Part, ss []stretch, goesOn []int, isRest []bool) []Part {
	out := make([]Part, 0, len(ps))
	done := make([]bool, len(ss))
	moved := make([]bool, len(ps))
	put := func(i int) {
		for ; i >= 0 && !done[i]; i = goesOn[i] {
			done[i] = true
			for k := ss[i].from; k <= ss[i].to; k++ {
				if ps[k].Role == Body {
					out = append(out, ps[k])
					moved[k] = true
				}
			}
		}
	}
	at := make(map[int]int, len(ss))
	for i := range ss {
		at[ss[i].from] = i
	}
	for k := range ps {
		if i, ok := at[k]; ok && !isRest[i] {
			put(i)
		}
		if ps[k].Role != Body {
			out = append(out, ps[k])
		}
	}
	for k := range ps { // rests of one another, in a circle
		if ps[k].Role == Body && !moved[k] {
			out = append(out, ps[k])
		}
	}
	return out
}
