package mention

import (
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// voice lets 我市 in somebody's words mean the speaker's city: “欢迎到我市投资。”荆门市副市长…说. Words whose speaker holds no
// office of that level mean what the paper's own would.
func (rd *reader) voice() {
	for i := range rd.Spots {
		s := &rd.Spots[i]
		if s.Rule != "place.home" || s.Place == nil {
			continue
		}
		word := rd.v.Text(s.Start, s.End)
		if r := []rune(word)[0]; r != '我' && r != '本' {
			continue
		}
		q, ok := rd.quoted(rd.v.Span(s.Start, s.End))
		if !ok {
			continue
		}
		if p := rd.speaker(q); p != nil {
			if place := rd.office(p, lattice.HomeLevel(word)); place != nil {
				s.Place = place
			}
		}
	}
}

// quoted is the quotation that holds a span.
func (rd *reader) quoted(at reading.Span) (reading.Span, bool) {
	for _, q := range rd.r.Quotes {
		if q.Start <= at.Start && at.End <= q.End {
			return q, true
		}
	}
	return reading.Span{}, false
}

// nearby bounds how far a speaker's name stands from the words, in characters.
const nearby = 40

// speaker is the person who speaks the words of q: named behind them before a verb of saying, or before them with one
// between. nil if nobody is, or if there are two.
func (rd *reader) speaker(q reading.Span) *person {
	var found *person
	for _, p := range rd.people {
		for _, e := range p.spans {
			behind := e.Start >= q.End && e.Start-q.End <= nearby && rd.clear(q.End, e.Start) && rd.saysAt(e.End)
			before := e.End <= q.Start && q.Start-e.End <= nearby/2 && rd.clear(e.End, q.Start) && rd.saysAt(e.End)
			if !behind && !before || found == p {
				continue
			}
			if found != nil {
				return nil
			}
			found = p
		}
	}
	return found
}

// clear tells whether no sentence ends between two offsets of the text.
func (rd *reader) clear(from, to int) bool {
	for _, r := range rd.r.Text.Runes[from:to] {
		if lattice.EndsSentence(r) {
			return false
		}
	}
	return true
}

// saysAt tells whether a verb of saying stands at an offset of the text.
func (rd *reader) saysAt(at int) bool {
	text := rd.r.Text.Runes
	for n := 1; n <= 3 && at+n <= len(text); n++ {
		if verb.Of(string(text[at:at+n])) == verb.Says {
			return true
		}
	}
	return false
}

// office is the jurisdiction of a level in which p holds a post; nil if he holds none.
func (rd *reader) office(p *person, level string) *gazetteer.Place {
	for _, q := range p.posts {
		if q.Place == "" || q.Status == reading.Former {
			continue
		}
		for place := rd.g.ByPath(q.Place); place != nil; place = place.Parent() {
			if location.HasLevel(place, level) {
				return place
			}
		}
	}
	return nil
}

// homely tells whether the paper says of the title of u that it is of its own city: 某市领导甲，|我|市领导乙.
func (rd *reader) homely(u unit) bool {
	if u.place >= 0 || u.body >= 0 || u.title.Level == "" || u.start == 0 {
		return false
	}
	r := rd.v.Runes[u.start-1]
	return r == '我' || r == '本' || u.start > 1 && lattice.HomeLevel(rd.v.Text(u.start-2, u.start)) != "" && rd.v.Runes[u.start-2] != '该'
}

// others tells whether u names anew, without a place, the rank that the last list in the sentence had with one, so that it means
// another jurisdiction: 某市领导甲、乙，|市领导|丙.
func (b *binder) others(u unit) bool {
	if u.place >= 0 || u.title.Kind != title.Group || len(b.group) == 0 || b.carry == nil {
		return false
	}
	last := b.group[len(b.group)-1]
	return last.Generic && !last.Inherited && last.Title == u.title.Text
}
