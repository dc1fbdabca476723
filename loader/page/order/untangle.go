package order

import (
	"cmp"
	"math"
	"slices"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

// Tools that guess at columns by their geometry give them in pieces, by turns: some lines of one, some of the next, and
// again. Others give frames in any order. Which strand goes on where another stops is one choice over the page: by how the
// one ends and the other begins, by their widths and words, and by how far from each other the strands are that go on in
// one another near by.

const (
	lagReach  = 60 // strands: how far away the next is looked for
	lagAround = 6  // how many on each side say what distance is usual there
	lagRounds = 4
	lagWeight = 3 // what is usual elsewhere counts as so many strands near by

	// openMove is the least gain for going on elsewhere than in the next strand inside a sentence, closedMove behind one.
	openMove   = 1.0
	closedMove = 3.0
	// tangled is how much better, by strand, a page must read with strands moved than as it is to be one whose dump gives columns by
	// turns. On any other each strand that is moved costs inOrderLoss, or openLoss where it goes on with one that stops inside a
	// sentence and must go on somewhere.
	tangled     = 0.65
	inOrderLoss = 6.0
	openLoss    = 4.5
)

// lagPrior is how often the next strand is so many on; farther and backwards it is rare.
var lagPrior = [...]float64{0, 0.42, 0.2, 0.124, 0.085, 0.061, 0.035, 0.018, 0.007, 0.002}

// priorOf is lagPrior of any distance.
func priorOf(lag int) float64 {
	switch {
	case lag >= len(lagPrior) || lag < -5:
		return 0.001
	case lag < 0:
		return 0.0025
	}
	return lagPrior[lag]
}

// sequel is a strand that may go on where another one stops.
type sequel struct {
	a, b int
	gain float64
	all  float64 // with what the distance says
}

// untangle puts the lines of each column's strands one behind the other.
func untangle(q *joints, ls []line.Line, column []int) ([]line.Line, []int) {
	ss := strands(ls, column)
	if len(ss) < 2 {
		return ls, column
	}
	s := &sequels{ls: ls, ss: ss, joints: q}
	pairs := s.pairs()
	next := s.next(pairs, false)
	if gained(pairs, next) < tangled*float64(len(ss)) {
		next = s.next(pairs, true)
	}
	if moved(next) == 0 {
		return ls, column
	}
	return inOrder(ls, column, ss, next)
}

// next is, by strand, the one of the pairs that goes on where it stops, -1 none; any but the next strand for a loss on a page whose
// columns come in order.
func (q *sequels) next(pairs []sequel, ordered bool) []int {
	next := make([]int, len(q.ss))
	for i := range next {
		next[i] = -1
	}
	for range lagRounds {
		q.weighLags(pairs, next)
		for k := range pairs {
			switch p := &pairs[k]; {
			case !ordered || p.b == p.a+1:
			case q.ss[p.a].stops == openLine:
				p.all -= openLoss
			default:
				p.all -= inOrderLoss
			}
		}
		next = q.choose(pairs)
	}
	return next
}

// pairs lists what may go on where.
func (q *sequels) pairs() []sequel {
	bags := make([]words.Bag, len(q.ss))
	for i := range q.ss {
		s := &q.ss[i]
		all := make([]words.Bag, 0, s.to-s.from+1)
		for k := s.from; k <= s.to; k++ {
			all = append(all, q.learn(q.ls[k].Text))
		}
		s.words = words.Merged(all...)
		bags[i] = s.words
	}
	q.words.Weigh(bags)
	var out []sequel
	for i := range q.ss {
		q.words.See(q.ss[i].words)
		norm := q.words.Norm(q.ss[i].words)
		for j := max(0, i-lagReach); j <= min(len(q.ss)-1, i+lagReach); j++ {
			if i != j {
				out = append(out, sequel{a: i, b: j, gain: q.gain(i, j, norm)})
			}
		}
	}
	return out
}

// weighLags adds to each pair what the distances chosen about it say.
func (q *sequels) weighLags(pairs []sequel, next []int) {
	var count [2*lagReach + 1]float64
	all, at := 0.0, -1
	for k := range pairs {
		p := &pairs[k]
		if p.a != at {
			at = p.a
			count, all = [2*lagReach + 1]float64{}, 0
			for i := max(0, at-lagAround); i <= min(len(next)-1, at+lagAround); i++ {
				if i != at && next[i] >= 0 && q.ss[i].stops == openLine {
					count[next[i]-i+lagReach]++
					all++
				}
			}
		}
		lag := p.b - p.a
		p.all = p.gain + usualLag*math.Log((count[lag+lagReach]+lagWeight*priorOf(lag))/(all+lagWeight))
	}
}

// choose takes the best pairs first, of each strand one before and one behind, and no circle.
func (q *sequels) choose(pairs []sequel) []int {
	order := make([]int, 0, len(pairs))
	for k := range pairs {
		p := &pairs[k]
		least := closedMove
		switch {
		case p.b == p.a+1:
			least = 0
		case q.ss[p.a].stops == openLine:
			least = openMove
		}
		if p.all > least {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(pairs[y].all, pairs[x].all) })
	n := len(q.ss)
	next, end, taken := make([]int, n), make([]int, n), make([]bool, n) // end: of a chain's first strand its last, and back
	for i := range next {
		next[i], end[i] = -1, i
	}
	for _, k := range order {
		a, b := pairs[k].a, pairs[k].b
		if next[a] >= 0 || taken[b] || end[a] == b {
			continue
		}
		next[a], taken[b] = b, true
		first, last := end[a], end[b]
		end[first], end[last] = last, first
	}
	return next
}

// inOrder gives the lines with each strand behind the one that it goes on from.
func inOrder(ls []line.Line, column []int, ss []strand, next []int) ([]line.Line, []int) {
	isNext, at := make([]bool, len(ss)), make(map[int]int, len(ss))
	for i, k := range next {
		at[ss[i].from] = i
		if k >= 0 {
			isNext[k] = true
		}
	}
	r := rewriter{ls: ls, ss: ss, next: next, done: make([]bool, len(ls))}
	for k := range ls {
		if i, ok := at[k]; ok && !isNext[i] {
			r.chain(i)
		} else if !ok && column[k] == 0 {
			r.put(k, k, 0)
		}
	}
	return r.out, r.widths
}

// rewriter puts lines in a new order.
type rewriter struct {
	ls     []line.Line
	ss     []strand
	next   []int
	done   []bool
	out    []line.Line
	widths []int // of their columns
}

func (r *rewriter) put(from, to, width int) {
	for k := from; k <= to; k++ {
		if !r.done[k] {
			r.out, r.widths, r.done[k] = append(r.out, r.ls[k]), append(r.widths, width), true
		}
	}
}

// chain puts out strand i and those that go on from it, in a column of one width where theirs are alike. Display lines between
// two of them, the end of a paragraph before them, are sub-headings and go with them.
func (r *rewriter) chain(i int) {
	width, open := r.ss[i].column, false
	for ; i >= 0; i = r.next[i] {
		a, n := &r.ss[i], len(r.out)
		if text.Abs(a.full-width) > line.Slack && (a.from < a.to || a.full > width) {
			width = a.column
		}
		r.put(a.from, a.to, width)
		r.out[n].Gap = r.out[n].Gap && !open
		open = a.stops == openLine
		if j := r.next[i]; j == i+1 && !open {
			r.put(a.to+1, r.ss[j].from-1, 0)
		}
	}
}

// gained is how much better strands go on where they do than in the strand behind them, all that go on elsewhere together.
func gained(pairs []sequel, next []int) float64 {
	stay := make([]float64, len(next)) // what there is for staying; nothing where another way is better than that
	sum := 0.0
	for _, p := range pairs {
		if p.b == p.a+1 {
			stay[p.a] = max(0, p.gain)
		}
	}
	for _, p := range pairs {
		if next[p.a] == p.b && p.b != p.a+1 {
			sum += p.gain - stay[p.a]
		}
	}
	return sum
}

// moved counts the strands that don't go on in the next one but in another.
func moved(next []int) int {
	n := 0
	for i, j := range next {
		if j >= 0 && j != i+1 {
			n++
		}
	}
	return n
}
