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
	var all []*person
	for _, p := range rd.people {
		if slices.ContainsFunc(p.posts, led) {
			all = append(all, p)
		}
	}
	if len(all) < 2 {
		return
	}
	sides := map[*person]side{}
	for _, p := range all {
		sides[p] = rd.sideOf(p)
	}
	rd.oppose(all, sides)
	if rd.pairs(all, sides) || rd.foremost(all, sides) {
		rd.oppose(all, sides)
	}
	for _, p := range all {
		switch {
		case sides[p] == theirSide:
			rd.sendHome(p)
		case sides[p] == either && rd.foreignCountry(p.first) != nil && slices.ContainsFunc(all, func(o *person) bool { return o != p && rival(o, p) }):
			rd.disown(p, called)
		}
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

// rival tells whether two people have an office of which a state has one, one of them at least without saying of which state.
func rival(a, b *person) bool {
	for _, q := range a.posts {
		for _, o := range b.posts {
			if w := headship(q); w != "" && w == headship(o) && (called(q) || called(o)) {
				return true
			}
		}
	}
	return false
}

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
func (rd *Reader) oppose(all []*person, sides map[*person]side) {
	for range all {
		for _, p := range all {
			if sides[p] != either {
				continue
			}
			for _, o := range all {
				switch {
				case o == p || !rival(o, p):
				case sides[o] == ourSide:
					sides[p] = theirSide
				case sides[o] == theirSide && sides[p] == either && !slices.ContainsFunc(all, func(q *person) bool { return q != p && sides[q] == either && rival(q, o) }):
					sides[p] = ourSide // of those who share it with theirs the only one who may be ours
				}
			}
		}
	}
}

// between is what stands between two who are named in one breath, each with offices behind the name.
var between = regexp.MustCompile(`^(?:(?:、|总书记|国家主席|第一书记)+)(和|同|与|对|向|应)$`)

// pairs decides by the order in which two are named, where nothing else tells, the first time: a paper, and who speaks for its
// state, names its own first, unless he comes at the other's invitation; a guest does the opposite. It tells whether it found such a pair.
func (rd *Reader) pairs(all []*person, sides map[*person]side) bool {
	var own, other *person
	first := len(rd.r.Text.Runes)
	for _, a := range all {
		for _, b := range all {
			if a == b || sides[a] != either || sides[b] != either || !rival(a, b) {
				continue
			}
			join, at := rd.joined(a, b)
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
		sides[own], sides[other] = ourSide, theirSide
	}
	return own != nil
}

// foremost takes for our own who is called by the office more often than all others, where nothing else tells.
func (rd *Reader) foremost(all []*person, sides map[*person]side) bool {
	var best *person
	most, second := 0, 0
	for _, p := range all {
		n := 0
		for _, q := range p.posts {
			if called(q) {
				n++
			}
		}
		if sides[p] == ourSide {
			return false
		}
		if n > most {
			best, most, second = p, n, most
		} else {
			second = max(second, n)
		}
	}
	if best == nil || most == second || sides[best] != either {
		return false
	}
	sides[best] = ourSide
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
