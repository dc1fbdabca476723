package post

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
)

// side says of which state somebody is who is only called by an office that several states have.
type side int8

const (
	either side = iota
	ourSide
	theirSide
)

// leaders tells China's 总书记 or 国家主席 from those of the states it speaks with, who are called the same behind their names:
// 甲总书记同乙总书记. A state has one of each at a time, so that who shares the office with China's is of the other state; who
// can't be told loses it.
func (rd *Reader) leaders() {
	rd.oneHead()
	var all []*leader
	for _, p := range rd.people {
		if slices.ContainsFunc(p.posts, led) {
			all = append(all, &leader{p, rankOf(p), rd.sideOf(p)})
		}
	}
	if len(all) < 2 {
		return
	}
	oppose(all)
	if rd.pairs(all) || mostCalled(all) {
		oppose(all)
	}
	for _, p := range all {
		switch {
		case p.side == theirSide:
			rd.sendHome(p.person)
		case p.side == either && rd.foreignCountry(p.first) != nil && slices.ContainsFunc(all, func(o *leader) bool { return o != p && o.rank.rival(p.rank) }):
			rd.disown(p.person, called)
		default:
			continue
		}
		p.rank = rankOf(p.person)
	}
}

// oneHead takes 主席 and 国家主席 of China, which no word says they are, from all but who leads its party as well, where the article names
// him: 阮某某|主席's poem, or 国家主席|阮某某 in what a guest has written.
func (rd *Reader) oneHead() {
	is := func(q reading.Post, title string) bool {
		return q.Title == title && q.Place == "中国" && q.Org == "" && q.Status == reading.Current
	}
	var head *person
	for _, p := range rd.people {
		party := slices.ContainsFunc(p.posts, func(q reading.Post) bool { return is(q, "总书记") && q.Evidence.Rule != "title.behind" })
		if !party || !slices.ContainsFunc(p.posts, func(q reading.Post) bool { return is(q, "国家主席") }) {
			continue
		}
		if head != nil {
			return
		}
		head = p
	}
	if head == nil {
		return
	}
	for _, p := range rd.people {
		if p != head {
			rd.disown(p, func(q reading.Post) bool {
				return is(q, "主席") || is(q, "国家主席") && q.Evidence.Rule != "title.behind"
			})
		}
	}
}

// heads are the offices of which a state has one.
var heads = []string{"总书记", "国家主席"}

// led tells an office of a head of party or state.
func led(q reading.Post) bool { return headship(q) != "" }

// headship is which of these offices q is, "" for none.
func headship(q reading.Post) string {
	if q.Org != "" || q.Status != reading.Current {
		return ""
	}
	for _, w := range heads {
		if strings.HasSuffix(q.Title, w) {
			return w
		}
	}
	return ""
}

// called tells an office that stands behind a name without saying of which state it is.
func called(q reading.Post) bool {
	return q.Evidence.Rule == "title.behind" && (q.Place == "" || q.Place == "中国") && led(q)
}

// leader is who holds such an office.
type leader struct {
	*person
	rank rank
	side side
}

// rank is which of the heads somebody is, a bit each, and which of them he is called without saying of which state.
type rank struct{ has, called uint8 }

func rankOf(p *person) rank {
	var r rank
	for _, q := range p.posts {
		w := headship(q)
		if w == "" {
			continue
		}
		bit := uint8(1) << slices.Index(heads, w)
		r.has |= bit
		if called(q) {
			r.called |= bit
		}
	}
	return r
}

// rival tells whether two people have an office of which a state has one, one of them at least without saying of which state.
func (r rank) rival(o rank) bool { return r.has&o.has&(r.called|o.called) != 0 }

// sideOf is the side of p by his name and the posts that say of which state they are.
func (rd *Reader) sideOf(p *person) side {
	if p.script == lattice.Foreign || rd.foreignName(p.name) {
		return theirSide
	}
	found := either
	for _, q := range p.posts {
		switch {
		case called(q) || q.Place == "" || q.Evidence.Rule == "title.behind" && q.Title == "主席":
		case rd.abroad(q.Place):
			return theirSide
		default:
			found = ourSide
		}
	}
	return found
}

// abroad tells the path of another country.
func (rd *Reader) abroad(path string) bool {
	p := rd.g.ByPath(path)
	return p != nil && p.Name != "中国" && p.Parent() == nil
}

// oppose gives those who share an office the two sides, from who is known.
func oppose(all []*leader) {
	t := tally{}
	for _, p := range all {
		t.add(p.rank, p.side, 1)
	}
	for moved := true; moved; {
		moved = false
		for _, p := range all {
			if p.side != either {
				continue
			}
			if p.side = t.opposed(p.rank); p.side != either {
				t.add(p.rank, either, -1)
				t.add(p.rank, p.side, 1)
				moved = true
			}
		}
	}
}

// tally is how many are of a rank on each side: an article may name hundreds, who have few ranks.
type tally map[rank][3]int

func (t tally) add(r rank, s side, n int) {
	c := t[r]
	c[s] += n
	t[r] = c
}

// rivals is how many of a side share an office with r.
func (t tally) rivals(r rank, s side) int {
	n := 0
	for o, c := range t {
		if o.rival(r) {
			n += c[s]
		}
	}
	return n
}

// opposed is the side that is left for one of rank r of whom nothing else is known.
func (t tally) opposed(r rank) side {
	if t.rivals(r, ourSide) > 0 {
		return theirSide
	}
	for o, c := range t {
		if c[theirSide] > 0 && o.rival(r) && t.rivals(o, either) == 1 {
			return ourSide // of those who share it with theirs the only one who may be ours
		}
	}
	return either
}

// between is what stands between two who are named in one breath, each with offices behind the name.
var between = regexp.MustCompile(`^(?:(?:、|总书记|国家主席|第一书记)+)(和|同|与|对|向|应)$`)

// pairs decides by the order in which two are named, where nothing else tells, the first time: a paper, and who speaks for its
// state, names its own first, unless he comes at the other's invitation; a guest does the opposite. It tells whether it found such a pair.
func (rd *Reader) pairs(all []*leader) bool {
	var own, other *leader
	first := len(rd.r.Text.Runes)
	for _, a := range all {
		for _, b := range all {
			if a == b || a.side != either || b.side != either || !a.rank.rival(b.rank) {
				continue
			}
			join, at := rd.joined(a.person, b.person)
			if join == "" || at >= first {
				continue
			}
			own, other, first = a, b, at
			if (join == "应") != rd.guestSpeaks(at) {
				own, other = b, a
			}
		}
	}
	if own != nil {
		own.side, other.side = ourSide, theirSide
	}
	return own != nil
}

// mostCalled takes for our own who is called by the office more often than all others, where nothing else tells.
func mostCalled(all []*leader) bool {
	var best *leader
	most, second := 0, 0
	for _, p := range all {
		n := 0
		for _, q := range p.posts {
			if called(q) {
				n++
			}
		}
		if p.side == ourSide {
			return false
		}
		if n > most {
			best, most, second = p, n, most
		} else {
			second = max(second, n)
		}
	}
	if best == nil || most == second || best.side != either {
		return false
	}
	best.side = ourSide
	return true
}

// joined is the word that joins the names of a and b, in this order, where both stand with their offices, and where in the text
// that is; "" if they don't.
func (rd *Reader) joined(a, b *person) (word string, at int) {
	for _, x := range a.spans {
		for _, y := range b.spans {
			if y.Start <= x.End || y.Start-x.End > longestOffices {
				continue
			}
			if m := between.FindStringSubmatch(string(rd.r.Text.Runes[x.End:y.Start])); m != nil {
				return m[1], x.Start
			}
		}
	}
	return "", 0
}

// longestOffices bounds the offices behind a name and the word that joins it to the next.
const longestOffices = 12

// guestSpeaks tells whether the sentence at an offset of the text is said by somebody of another state.
func (rd *Reader) guestSpeaks(at int) bool {
	for _, p := range rd.people {
		for _, e := range p.spans {
			if e.Start < at && e.Start > at-longestSpeech && rd.clear(e.Start, at) && rd.saysAt(e.End) {
				return rd.sideOf(p) == theirSide
			}
		}
	}
	return false
}

// longestSpeech bounds how far before a pair of names a sentence names who speaks.
const longestSpeech = 60

// sendHome gives the offices of p that say of no state the other state's.
func (rd *Reader) sendHome(p *person) {
	country := ""
	for _, q := range p.posts {
		if rd.abroad(q.Place) {
			country = q.Place
			break
		}
	}
	if c := rd.statesman(p); country == "" && c != nil {
		country = c.Name
	}
	if country == "" {
		rd.disown(p, called)
		return
	}
	for k := range p.posts {
		if called(p.posts[k]) {
			p.posts[k].Place = country
		}
	}
}

// statesman is the country that a paragraph speaks of where it first names p, be it by one letter (中越); else the only foreign one
// of the article, nil if there are several.
func (rd *Reader) statesman(p *person) *gazetteer.Place {
	part := rd.v.PartAt(p.first)
	var last, only *gazetteer.Place
	at, many := -1, false
	for _, s := range rd.places.Spots {
		if s.Place == nil || s.Place.Kind != gazetteer.Country || s.Place.Name == "中国" {
			continue
		}
		if s.Start < p.first && s.Start > at && rd.v.PartAt(s.Start) == part {
			last, at = s.Place, s.Start
		}
		many = many || only != nil && only != s.Place
		only = s.Place
	}
	switch {
	case last != nil:
		return last
	case many:
		return nil
	}
	return only
}

// disown takes those offices of p away of which it can't be told whose they are.
func (rd *Reader) disown(p *person, which func(reading.Post) bool) {
	p.posts = slices.DeleteFunc(p.posts, func(q reading.Post) bool {
		if !which(q) {
			return false
		}
		rd.r.Unresolved = append(rd.r.Unresolved, reading.Unresolved{Span: q.Evidence.Span, Kind: "title", Reason: "which-state"})
		return true
	})
}
