// Package lattice cuts the text of an article into typed tokens: words by their frequency, titles by grammar, places from the
// gazetteer, well-known bodies, names by their characters. All that may stand somewhere makes a lattice; the cheapest way
// through it is the tokens. What an article says elsewhere (Hints) makes a way cheaper in the next scan.
//
// Costs are negative natural logarithms, estimated by hand.
package lattice

import (
	"math"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/title"
)

// Lattice finds the cheapest row of typed tokens for a stretch of text: words by their frequency, titles by grammar, places
// from the gazetteer, names by how well their characters make a name. What stands before decides how welcome each is: a
// name after a title, a title after a place. Costs are negative natural logarithms, estimated; they are to be calibrated.
type Lattice struct {
	Hints
	v       *View
	room    *Room
	atlas   *atlas // what may stand where, whatever the article says elsewhere
	first   byHead // the known names
	foreign byHead // the places abroad
	indexed int    // how many of them are in foreign
	sides   uint64 // a bit for each of Sides, by its lowest six bits: most other characters are told by it
	roster  bool   // every clause begins with a name
	best    [][states]cell
	alive   []stateSet // the states in which each position is reached
	arcs    []arc      // what may stand where in this scan only
	record  bool       // arcs go to the atlas
	since   int        // next was looked for from this position on
	next    int        // the first dot or hyphen behind since: see joint
	tag     int        // of room.Tags: those before it begin before the position that was asked last
}

// Hints are what is known of the article before a scan: what the scan before found, and its home.
type Hints struct {
	Known   map[string]float32          // names of persons with their cost
	Scripts map[string]Script           // of those that aren't Chinese
	Abroad  map[string]*gazetteer.Place // places that no gazetteer has; the caller adds those that it finds in one part before the next
	Pinned  map[*gazetteer.Place]bool   // places that the article names in full, and its home
	Sides   map[rune]bool               // first characters of its countries
}

// New is the lattice of one scan of v, for which room was reset. The tokens of the scan before are lost.
func New(r *Room, v *View, h Hints) *Lattice {
	r.tokens = r.tokens[:0]
	l := &Lattice{Hints: h, v: v, room: r, atlas: &r.atlas, first: byFirst(h.Known), next: -1}
	for r := range h.Sides {
		l.sides |= 1 << (r & 63)
	}
	return l
}

// side tells whether r is the first character of a country of the article.
func (l *Lattice) side(r rune) bool { return l.sides>>(r&63)&1 != 0 && l.Sides[r] }

// cell is the best way to a position in a state.
type cell struct {
	cost float32
	arc  int32 // see relax, -1 none
	from state
}

type arc struct {
	token Token
	cost  float32
}

// bodyCost is the cost of a well-known body.
const bodyCost = 7

// bodyRune is what each of its characters takes off: 民革中央 goes before 民革.
const bodyRune = 0.5

const far = float32(math.MaxFloat32)

// Cut is the tokens of v between start and end, a part of it. In a roster every clause begins with a name.
func (l *Lattice) Cut(start, end int, roster bool) []Token {
	l.roster = roster
	if l.indexed != len(l.Abroad) {
		l.foreign, l.indexed = byFirst(l.Abroad), len(l.Abroad)
	}
	n := end - start
	l.room.best, l.room.alive = Sized(l.room.best, n+1), Sized(l.room.alive, n+1)
	l.best, l.alive = l.room.best, l.room.alive
	clear(l.alive)
	l.best[0][sStart], l.alive[0] = cell{arc: -1}, 1<<sStart
	l.arcs = l.room.arcs[:0]
	for i := start; i < end; i++ {
		if l.alive[i-start] != 0 {
			l.open(i, start, end)
		}
	}
	l.room.arcs = l.arcs
	return l.back(n)
}

// expects tells whether a person may be expected at i: behind an office, or in a list.
func (l *Lattice) expects(i int) bool {
	return l.alive[i]&(1<<sTitle|1<<sList|1<<sRoll) != 0 || l.roster && l.alive[i].has(sStart)
}

// genderedNear tells whether a curriculum vitae goes on behind a name at i.
func (l *Lattice) genderedNear(i, end int) bool {
	return i+3 < end && l.gendered(i+2, end) || i+4 < end && l.gendered(i+3, end)
}

// open tries every token that starts at i: first what the text alone offers, then what the article adds.
func (l *Lattice) open(i, start, end int) {
	if !l.atlas.done[i] {
		l.atlas.first[i] = int32(len(l.atlas.edges))
		l.record = true
		if !l.plain(i, start, end) {
			l.offer(i, start, end)
		}
		l.record = false
		l.atlas.last[i] = int32(len(l.atlas.edges))
		l.atlas.done[i] = true
	}
	for id := l.atlas.first[i]; id < l.atlas.last[i]; id++ {
		l.replay(id, start, end)
	}
	if !zh.IsHan(l.v.Runes[i]) {
		return
	}
	heralded := i > start && classOf(l.v.Runes[i-1]).is(herald)
	if l.namesTown(i, start, end) {
		l.townships(i, start, end)
	}
	if l.foreign.mayBegin(l.v.Runes[i]) {
		l.abroadAt(i, start, end)
	}
	if len(l.room.openers) > 0 || l.room.elects || l.roster {
		l.framed(i, start, end)
	}
	l.moved(i, start, end)
	if heralded {
		l.christened(i, start, end)
		l.greeted(i, start, end)
		l.town(i, start, end)
	}
	l.railway(i, start, end)
	if l.expects(i-start) || l.genderedNear(i, end) {
		l.odd(i, start, end)
	}
	if l.first.mayBegin(l.v.Runes[i]) {
		l.knownAt(i, start, end)
	}
	l.taggedAt(i, start, end)
}

// offer records what may stand at i: titles, words, bodies, places, names.
func (l *Lattice) offer(i, start, end int) {
	text := l.v.Runes[:end]
	t, titled := title.At(text, i)
	if titled && l.cutOff(text, i, start) {
		titled = false
	}
	if titled {
		l.step(start, arc{Token{Kind: Post, Start: i, End: t.End, Title: l.room.title(t)}, l.titleCost(t)})
	}
	if !titled || t.Kind != title.Office {
		t.End = i
	}
	l.envoy(i, start, end)
	l.words(i, start, end, t.End)
	if j, kind, ok := org.At(text, i); ok && (j >= end || !l.common(j-1, j+1)) && !l.givenTo(i, j, start, end) {
		l.step(start, arc{Token{Kind: Body, Start: i, End: j, Body: kind}, bodyCost - bodyRune*float32(j-i)})
	}
	l.places(i, start, end)
	l.calls(i, start, end)
	l.names(i, start, end)
}

// cutOff tells a title whose first character belongs to what stands before: 司法委|副主任委员, 高新区|管委会主任.
func (l *Lattice) cutOff(text []rune, i, start int) bool {
	switch text[i] {
	case '委':
		if i+1 < len(text) && text[i+1] == '员' {
			return i > start && strings.ContainsRune("把将对向让使由各位名多些的与表等", text[i-1]) // 把委员智慧, 代表委员
		}
		return i == start || !levelWords[string(text[i-1])] && text[i-1] != '团'
	case '区':
		at, _, ok := zhplace.EndsAt(text, i+1)
		return ok && at < i
	case '公', '集', '部', '局', '校', '院':
		return i > start && zh.IsHan(text[i-1]) && !joins[string(text[i-1])] && led(text, i)
	}
	return false
}

// led tells a rank of those who lead a body (公司领导, 局领导) at i: behind the rest of the body's name it is 领导 alone.
func led(text []rune, i int) bool {
	for _, w := range [...]string{"公司领导", "集团领导", "部领导", "局领导", "校领导", "院领导"} {
		if r := []rune(w); i+len(r) <= len(text) && string(text[i:i+len(r)]) == w {
			return true
		}
	}
	return false
}

// replay relaxes an edge of the atlas at what it costs in this scan.
func (l *Lattice) replay(id int32, start, end int) {
	e := &l.atlas.edges[id]
	if e.kind == Word {
		l.relaxWord(start, e, id)
		return
	}
	a := &l.atlas.arcs[e.arc]
	cost := a.cost
	switch a.token.Kind {
	case Place:
		cost = l.placeCost(&a.token, end)
	case Call:
		cost = l.callCost(a.token.Start, a.token.End-(a.token.Title.End-a.token.Title.Start))
	case Name:
		if l.sideAt(a.token.Start, a.token.End) {
			return
		}
		if zhname.IsPreposition(l.v.Runes[a.token.Start]) && l.begins(a.token.Start+1, end) {
			cost += noName // 总统向习近|平主席
		}
	}
	l.relax(start, &a.token, cost, id)
}

// plain tries numbers, Latin and marks, and tells whether one of them stands at i.
func (l *Lattice) plain(i, start, end int) bool {
	text := l.v.Runes[:end]
	r := text[i]
	switch {
	case latin(r):
		j, k := i, Number
		for j < end && (latin(text[j]) || j > i && inNumber(text, j, end)) {
			if text[j] > '9' {
				k = Letters
			}
			j++
		}
		l.step(start, arc{Token{Kind: k, Start: i, End: j}, 1})
		return true
	case !zh.IsHan(r) && r != '·':
		cost := float32(0)
		if hyphen(r) && i > start && i+1 < end && zh.IsHan(text[i-1]) && zh.IsHan(text[i+1]) {
			cost = 8 // rather inside a name
		}
		l.step(start, arc{Token{Kind: Mark, Start: i, End: i + 1}, cost})
		return true
	}
	return false
}

func inNumber(text []rune, j, end int) bool {
	return text[j] == '.' || text[j] == '%' || text[j] == '-' && j+1 < end && latin(text[j+1])
}

// step adds one arc: to the atlas, or to this scan, where it is relaxed from every state.
func (l *Lattice) step(base int, a arc) {
	if a.token.Kind == Name && a.token.End-a.token.Start == 2 && (isNoName.At(l.v.Text(a.token.Start, a.token.End)) || l.v.Runes[a.token.Start+1] == '方' && l.side(l.v.Runes[a.token.Start])) {
		return
	}
	if a.token.Kind == Name && !a.token.Known && l.tears(a.token.Start, base) {
		a.cost += 2 * placeTorn
	}
	if l.record {
		l.atlas.add(&a)
		return
	}
	l.arcs = append(l.arcs, a)
	l.relax(base, &a.token, a.cost, -2-int32(len(l.arcs)-1))
}

// relax tries a token from every state at its start. Ids of this scan's arcs count down from -2.
func (l *Lattice) relax(base int, t *Token, own float32, id int32) {
	from, to, reached := &l.best[t.Start-base], &l.best[t.End-base], &l.alive[t.End-base]
	for rest := l.alive[t.Start-base]; rest != 0; rest &= rest - 1 {
		s := rest.first()
		cost, next := from[s].cost+own, sOther
		if t.Kind != Word || minds.has(s) || t.trade {
			cost, next = cost+l.welcome(s, t), l.after(s, t)
		}
		if !reached.has(next) || cost < to[next].cost {
			to[next] = cell{cost, id, s}
			*reached |= 1 << next
		}
	}
}

// back is the cheapest way to n, from its end.
func (l *Lattice) back(n int) []Token {
	s := l.alive[n].first()
	for rest := l.alive[n]; rest != 0; rest &= rest - 1 {
		if k := rest.first(); l.best[n][k].cost < l.best[n][s].cost {
			s = k
		}
	}
	from := len(l.room.tokens)
	out := l.room.tokens
	for i := n; i > 0; {
		c := &l.best[i][s]
		out = append(out, l.token(c.arc))
		i -= out[len(out)-1].End - out[len(out)-1].Start
		s = c.from
	}
	l.room.tokens = out
	out = out[from:len(out):len(out)]
	slices.Reverse(out)
	return out
}

// token is the token of an edge of the atlas or, below 0, of an arc of this scan: see relax.
func (l *Lattice) token(id int32) Token {
	if id >= 0 {
		return l.atlas.token(id)
	}
	return l.arcs[-2-id].token
}

// after is the state that a token leaves.
func (l *Lattice) after(s state, t *Token) state {
	switch t.Kind {
	case Name, Call:
		return sName
	case Post:
		if t.Title.Kind == title.Occupation {
			return sLabour
		}
		if s == sName && (t.Title.Seat && t.Title.Bare || IsDeputy(t.Title)) {
			return sName // 习近平主席, 席北辰副市长: the title is behind its person
		}
		return sTitle
	case Place, Body:
		return sPlace
	case Mark:
		r := l.v.Runes[t.Start]
		if (r == '、' || classOf(r).is(slash)) && (s == sName || s == sRoll) {
			return sRoll
		}
		if r == '、' && (s == sTitle || s == sList) {
			return sList
		}
		if r == '、' && (s == sPlace || s == sWhere) {
			return sWhere
		}
		if zh.ShutsParen(r) {
			if l.aside(t.Start) {
				return sTitle
			}
			return sOther
		}
		return sStart
	case Word:
		return afterWord(s, t.Joins, t.trade)
	}
	return sOther
}

// afterWord is the state that a word leaves.
func afterWord(s state, joins, trade bool) state {
	switch {
	case joins && s == sName:
		return sRoll
	case joins && s == sTitle:
		return sList
	case trade:
		return sTrade
	}
	return sOther
}

// IsDeputy tells a title that stands behind a name like that of a chief does: 副市长, 常务副会长, 副秘书长.
func IsDeputy(t *title.Title) bool {
	return t.Kind == title.Office && t.Organ == "" && !t.Seat && (strings.HasPrefix(t.Text, "副") || strings.HasPrefix(t.Text, "常务副"))
}
