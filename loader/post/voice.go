package post

import (
	"regexp"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// voice lets 我市 in somebody's words mean the speaker's city: “欢迎到我市投资。”荆门市副市长…说. Words whose speaker holds no
// office of that level mean what the paper's own would.
func (rd *Reader) voice() {
	for i := range rd.places.Spots {
		s := &rd.places.Spots[i]
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
func (rd *Reader) quoted(at reading.Span) (reading.Span, bool) {
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
func (rd *Reader) speaker(q reading.Span) *person {
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

// longestSentence bounds how far back the beginning of a sentence is looked for, in characters.
const longestSentence = 400

// sentenceFrom is where the sentence begins that an offset of the view stands in.
func (rd *Reader) sentenceFrom(at int) int {
	from := at
	for from > max(0, at-longestSentence) && !lattice.EndsSentence(rd.v.Runes[from-1]) {
		from--
	}
	return from
}

// clear tells whether no sentence ends between two offsets of the text.
func (rd *Reader) clear(from, to int) bool {
	for _, r := range rd.r.Text.Runes[from:to] {
		if lattice.EndsSentence(r) {
			return false
		}
	}
	return true
}

// saysAt tells whether a verb of saying stands at an offset of the text.
func (rd *Reader) saysAt(at int) bool {
	text := rd.r.Text.Runes
	for n := 1; n <= 3 && at+n <= len(text); n++ {
		if verb.Of(string(text[at:at+n])) == verb.Says {
			return true
		}
	}
	return false
}

// office is the jurisdiction of a level in which p holds a post; nil if he holds none.
func (rd *Reader) office(p *person, level string) *gazetteer.Place {
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
func (rd *Reader) homely(u unit) bool {
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

// retinues is the words behind which those stand who come with another state's guest, by the offices of their own state.
var retinues = regexp.MustCompile(`(?:陪同|随同|随).*(?:访华|来访|到访|来华)的?(?:主要)?(?:成员|官员|人员)?(?:还|主要|分别)?(?:有|包括)`)

// retinue gives the ministries in such a list the guest's state: 陪同某某访华的有|外交部|部长, which is none of China's.
func (rd *Reader) retinue() {
	for i := range rd.Bodies {
		x := &rd.Bodies[i]
		if x.Kind != org.Government || x.Anchor == body.PlaceAnchor || x.Full != "" || x.Facility {
			continue
		}
		if before := rd.v.Text(rd.sentenceFrom(x.Start), x.Start); !retinues.MatchString(before) {
			continue
		}
		if c := rd.foreignCountry(x.Start); c != nil {
			x.Full, x.Anchor = c.Name+x.Name, body.PlaceAnchor
		}
	}
}
