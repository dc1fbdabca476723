package lattice

import "slices"

// atlas is what may stand at every position of the view by the text alone: found once, used by every scan.
type atlas struct {
	edges       []edge
	arcs        []arc   // of the edges that are no words
	first, last []int32 // the edges at each position
	done        []bool
}

// edge is an arc of the atlas as scans read it. Most are words, of which it holds all there is to know, in a third of the room that
// an arc takes.
type edge struct {
	tag          string // of a word
	cost         float32
	own          float32 // the cost of a word as a string
	start, end   int32
	arc          int32 // in arcs, of what is no word
	kind         Kind
	joins, trade bool // of a word
}

// What a position seldom has more of on average: the room of these is made once.
const (
	usualEdges = 3
	usualArcs  = 1 // of those that are no words
)

func (x *atlas) reset(n int) {
	x.edges, x.arcs = slices.Grow(x.edges[:0], n*usualEdges), slices.Grow(x.arcs[:0], n*usualArcs)
	x.first, x.last, x.done = Sized(x.first, n), Sized(x.last, n), Sized(x.done, n)
	clear(x.done)
}

func (x *atlas) add(a *arc) {
	t := &a.token
	e := edge{cost: a.cost, start: int32(t.Start), end: int32(t.End), kind: t.Kind}
	if t.Kind == Word {
		e.tag, e.own, e.joins, e.trade = t.Tag, t.Cost, t.Joins, t.trade
	} else {
		e.arc = int32(len(x.arcs))
		x.arcs = append(x.arcs, *a)
	}
	x.edges = append(x.edges, e)
}

// token is the token of edge id.
func (x *atlas) token(id int32) Token {
	e := &x.edges[id]
	if e.kind == Word {
		return e.word()
	}
	return x.arcs[e.arc].token
}

// word is the token of a word.
func (e *edge) word() Token {
	return Token{Kind: Word, Start: int(e.start), End: int(e.end), Tag: e.tag, Joins: e.joins, trade: e.trade, Cost: e.own}
}

// relaxWord is relax of a word of the atlas. In most states nothing is asked of it but its cost.
func (l *Lattice) relaxWord(base int, e *edge, id int32) {
	from, to, reached := &l.best[int(e.start)-base], &l.best[int(e.end)-base], &l.alive[int(e.end)-base]
	for rest := l.alive[int(e.start)-base]; rest != 0; rest &= rest - 1 {
		s := rest.first()
		cost, next := from[s].cost+e.cost, sOther
		if minds.has(s) || e.trade {
			cost, next = cost+l.wordAfter(s, e.tag, int(e.start), int(e.end)), afterWord(s, e.joins, e.trade)
		}
		if !reached.has(next) || cost < to[next].cost {
			to[next] = cell{cost, id, s}
			*reached |= 1 << next
		}
	}
}
