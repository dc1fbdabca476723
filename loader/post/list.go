package post

import (
	"slices"

	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// headed is the verb of the heading line that a list of appointments stands under (任命：, 二、免去), noVerb if there is none: the
// nearest line before that ends with such a verb or with a colon. Lines between are of the list, or no sentences.
func (rd *Reader) headed(i int) verb.Class {
	if own := rd.units[i]; len(own) > 1 && own[len(own)-2].kind == uStop && !rd.v.Enrols(i) && slices.ContainsFunc(own, func(u unit) bool { return u.kind == uComma }) {
		return verb.None // 会议由主任某某主持，副主任某某和委员共25人出席。
	}
	for k := i - 1; k >= 0; k-- {
		units := rd.units[k]
		n := len(units)
		if n < 2 {
			continue
		}
		last := n - 2
		colon := units[last].text == "：" || units[last].text == ":"
		if colon && last > 0 {
			last--
		}
		v := units[last].verb
		switch {
		case v == verb.Appoints || v == verb.Removes:
			return v
		case colon, units[n-2].kind == uStop && !rd.v.Enrols(k):
			return verb.None
		}
	}
	return verb.None
}

// listed tells whether the name at i goes on a list of names.
func (b *binder) listed(i int) bool {
	if i == 0 {
		return false
	}
	switch b.units[i-1].kind {
	case uName, uHonor:
		return true
	case uShut:
		return b.rd.v.Gap[b.units[i].start] // 张敏（女）　张骥
	case uPause, uJoin:
		if i > 1 {
			k := b.units[i-2].kind
			return k == uName || k == uHonor || k == uShut || len(b.chain) > 0
		}
	}
	return false
}

// roll gives three names or more in a row their votes.
func (b *binder) roll() {
	if len(b.names) < 3 {
		return
	}
	long := 0
	for _, who := range b.names {
		if len([]rune(who.name)) > 2 {
			long++
		}
	}
	if 2*long < len(b.names) {
		b.names = nil // 宜居、宜业、宜游
		return
	}
	for _, who := range b.names {
		who.vote(voteList)
	}
	b.names = nil
}

// share gives who, at i in a list that a title opens, that title if several may hold it, or one hold it in each of several bodies.
func (b *binder) share(i int, who *person) {
	u := b.units[i]
	if q := b.nextDealt(); q != nil {
		who.add(b.rd.moved(q, u)...)
	} else if b.shared && !b.heldAlready(i, who) {
		who.add(b.rd.moved(b.group[len(b.group)-1:], u)...)
	} else {
		who.vote(voteList)
	}
}

// heldAlready tells whether who, at i in a list that a title opens, was named before with posts of another place or body, or stands
// behind 与 with any: 副市长甲与|乙|代表双方签字.
func (b *binder) heldAlready(i int, who *person) bool {
	shared := b.group[len(b.group)-1]
	for _, have := range who.posts {
		if have.Occupation || have.Generic || have.Status == reading.Former {
			continue
		}
		if b.units[i-1].kind == uJoin || have.Org != shared.Org || have.Place != "" && have.Place != shared.Place {
			return true
		}
	}
	return false
}

// spans tells whether the comma at i only parts the titles of one person: 某指挥部党委委员、副指挥长，某地委委员、副专员某某.
func (b *binder) spans(i int) bool {
	if len(b.chain) > 0 && b.mode == verb.None && b.mourns() {
		return b.mournedAhead(i)
	}
	if len(b.chain) == 0 || b.mode != verb.None || b.chain[len(b.chain)-1].end != b.units[i].start {
		return false
	}
	for _, u := range b.chain {
		if u.title.Kind != title.Office || u.title.Bare {
			return false
		}
	}
	posts := 0
	for j := i + 1; j < len(b.units) && b.units[j].start == b.units[j-1].end; j++ {
		switch b.units[j].kind {
		case uPost:
			if posts++; b.units[j].title.Kind != title.Office {
				return false
			}
		case uPause, uAlso:
		case uName:
			return posts > 0
		default:
			return false
		}
	}
	return false
}

// longestAmid is how many words may stand between 、 and a title for the body of which no grammar is known.
const longestAmid = 5

// amid tells whether the word at i only begins the second of two titles of one person: 副区长、|沪滇协作|临沧联络组原组长某某.
func (b *binder) amid(i int) bool {
	if len(b.chain) == 0 || b.mode != verb.None {
		return false
	}
	k := i
	for k > 0 && b.units[k-1].kind == uWord && b.units[k-1].end == b.units[k].start {
		k--
	}
	if k < 2 || b.units[k-1].kind != uPause || b.units[k-2].kind != uPost || b.units[k-1].end != b.units[k].start {
		return false
	}
	for j := k; j < len(b.units) && j-k <= longestAmid; j++ {
		u := b.units[j]
		switch {
		case j > k && u.start != b.units[j-1].end:
			return false
		case u.kind == uPost:
			return j+1 < len(b.units) && b.units[j+1].kind == uName && b.units[j+1].start == u.end
		case u.kind == uBody || u.kind == uPlace || u.kind == uStatus:
		case u.kind != uWord || u.verb != verb.None || verb.Breaks(u.text) || !within(u):
			return false
		}
	}
	return false
}
