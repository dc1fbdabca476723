package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

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

// behind ties a title that follows a name at once: 习近平主席, 普京总统.
func (b *binder) behind(u unit) {
	if u.title.Kind != title.Office || !u.title.Seat && !styles[u.title.Head] && !styles[u.title.Text] && !lattice.IsDeputy(&u.title) {
		return
	}
	post := b.rd.postBehind(b.last, u)
	for _, have := range b.last.posts {
		if have.Status == post.Status && have.Place == post.Place && have.Title != post.Title && strings.HasSuffix(have.Title, post.Title) {
			b.last.vote(votePost)
			return // 市委书记某某, then 某某书记
		}
	}
	b.last.add(post)
}

// styles are the titles besides seats that follow a name.
var styles = zh.Words("大使 教授 院士 将军 元帅 议员 公使 参赞 特使 博士 第一书记")
