package post

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
)

// postBehind is a post whose title follows the name: 习近平主席, 普京总统.
func (rd *Reader) postBehind(p *person, u unit) reading.Post {
	q := reading.Post{Title: u.title.Text, Status: reading.Current, Inherited: true, Evidence: rd.v.Evidence(u.start, u.end, "title.behind")}
	if u.status != "" {
		q.Status = u.status
	}
	for _, have := range p.posts {
		if (have.Place != "" || have.Org != "") && !have.Occupation && strings.HasSuffix(have.Title, q.Title) {
			q.Place, q.Org = have.Place, have.Org
			return q
		}
	}
	switch {
	case (u.title.Head == "总书记" || u.title.Head == "第一书记") && rd.partyAbroad(p):
		if c := rd.foreignCountry(u.start); c != nil {
			q.Place = c.Name
		}
	case u.title.Head == "总书记":
	case parliaments[u.title.Organ]:
		if c := rd.foreignCountry(u.start); c != nil {
			q.Place = c.Name
		}
	case national(u.title), u.title.Text == "副委员长":
		q.Place = "中国"
	case title.IsOfState(u.title.Head):
		if p.script == lattice.Foreign || rd.foreignName(p.name) || foreignHeads[u.title.Head] || u.title.Head == "总理" && len(p.posts) == 0 && !rd.receives(p) && rd.foreignCountry(u.start) != nil {
			if c := rd.foreignCountry(u.start); c != nil {
				q.Place = c.Name
			}
		} else if rd.places.Nation || rd.places.Home != nil {
			q.Place = "中国"
		}
	case u.title.Level != "":
		if place := rd.seatOf(u, nil, nil); place != nil {
			q.Place = rd.places.Path(place)
		}
	}
	return q
}

// parliaments are the organs of state that China doesn't have.
var parliaments = zh.Words("国会 议会 国民议会 参议院 众议院 上院 下院 联邦议会 联邦院 国家杜马 议会上院 议会下院 下议院 上议院 国家议会 人民议会")

// partyAbroad tells whether p, behind whose name 总书记 or 第一书记 stands, leads another country's party: by the name, or because somebody
// else of the article leads China's.
func (rd *Reader) partyAbroad(p *person) bool {
	if p.script == lattice.Foreign || rd.foreignName(p.name) {
		return true
	}
	leads := func(q reading.Post) bool {
		return q.Place == "中国" && (q.Title == "国家主席" || strings.HasSuffix(q.Title, "总书记"))
	}
	if slices.ContainsFunc(p.posts, leads) {
		return false
	}
	return slices.ContainsFunc(rd.people, func(o *person) bool { return o != p && slices.ContainsFunc(o.posts, leads) })
}

// tie ties the title at i to the name before it.
func (b *binder) tie(i int) {
	b.beside = nil
	if i > 2 && b.tied == i-3 && b.units[i-2].kind == uPause {
		b.beside = b.office
	}
	b.behind(b.units[i])
	b.tied, b.office = i, nil
	if n := len(b.last.posts); n > 0 {
		b.office = &b.last.posts[n-1]
	}
}

// free tells a title that nothing in front of it belongs to.
func free(u unit) bool { return u.place < 0 && u.body < 0 }

func (b *binder) nameNext(i int) bool {
	return i+1 < len(b.units) && b.units[i+1].kind == uName && b.units[i+1].start == b.units[i].end
}

// nameAhead tells whether a name ends the titles that begin with that at i, so that they are its own: 甲主席、|国务委员兼外交部长乙.
func (b *binder) nameAhead(i int) bool {
	for k := i + 1; k < len(b.units) && b.units[k].start == b.units[k-1].end; k++ {
		switch b.units[k].kind {
		case uPost, uPause, uAlso:
		case uName:
			return b.units[k-1].kind == uPost
		default:
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
	if b.besideOurs(u) {
		post.Place = "中国"
	}
	for _, have := range b.last.posts {
		if have.Status == post.Status && have.Place == post.Place && have.Title != post.Title && strings.HasSuffix(have.Title, post.Title) {
			b.last.vote(votePost)
			return // 市委书记某某, then 某某书记
		}
	}
	b.last.add(post)
}

// saidElsewhere takes the titles behind a name away that another place of the article gives the same person with whose they are:
// 甲会见|乙市长 in the headline, and 某市市长乙 below.
func (rd *Reader) saidElsewhere() {
	for _, p := range rd.people {
		p.posts = slices.DeleteFunc(p.posts, func(q reading.Post) bool {
			return q.Evidence.Rule == "title.behind" && slices.ContainsFunc(p.posts, func(o reading.Post) bool {
				return o.Evidence.Rule != "title.behind" && !o.Inherited && o.Title == q.Title && o.Status == q.Status && o.Place != "" && o.Place != q.Place
			})
		})
	}
}

// besideOurs tells whether the title u behind a name goes on a list of China's leaders: 甲主席、乙|总理.
func (b *binder) besideOurs(u unit) bool {
	if !title.IsOfState(u.title.Head) || foreignHeads[u.title.Head] || b.beside == nil || !b.rd.native(b.last) {
		return false
	}
	return b.beside.Place == "中国" && b.beside.Evidence.Rule == "title.behind"
}

// styles are the titles besides seats that follow a name.
var styles = zh.Words("大使 教授 院士 将军 元帅 议员 公使 参赞 特使 博士 第一书记")

// call takes a surname with a title for the person that it names. Who is meant is settled when all names are read.
func (b *binder) call(i int) {
	b.flush()
	b.drop()
	b.open, b.names = false, nil
	b.rd.calls = append(b.rd.calls, b.units[i])
}

// refer ties a surname with a title to the one person of the article with that surname who holds it, or to the only one
// with that surname; otherwise it names nobody.
func (rd *Reader) refer(u unit) *person {
	r := []rune(u.text)
	n := len(r) - len([]rune(u.title.Text))
	if n < 1 {
		return nil
	}
	var only, holder *person
	many, several := false, false
	for _, p := range rd.people {
		q := []rune(p.name)
		if p.script == lattice.Foreign || len(q) < n+1 || len(q) > n+2 || string(q[:n]) != string(r[:n]) {
			continue
		}
		many = many || only != nil
		only = p
		for _, post := range p.posts {
			if strings.HasSuffix(post.Title, u.title.Text) {
				several = several || holder != nil && holder != p
				holder = p
			}
		}
	}
	if holder != nil && !several {
		return holder
	}
	if many {
		return nil
	}
	return only
}
