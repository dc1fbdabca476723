package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
)

// resolveChain states the posts of a chain of titles: 市委副书记、市长. A title without a place takes that of its left
// neighbour, then of the list, then by its level that of the paper or of the text before it.
func (b *binder) resolveChain(chain []unit) []reading.Post {
	var out []reading.Post
	var place *gazetteer.Place
	var prev *reading.Post
	for _, u := range chain {
		q := reading.Post{
			Title: u.title.Text, Status: u.status, Occupation: u.title.Kind == title.Occupation, Generic: u.title.Kind == title.Group,
			Evidence: b.rd.v.Evidence(u.start, u.end, "title.apposition"),
		}
		switch {
		case q.Status != "":
		case prev != nil && prev.Status == reading.Former && u.place < 0 && u.body < 0:
			q.Status = reading.Former // 原党委委员、副行长
		default:
			q.Status = reading.Current
		}
		if place == nil && !b.rd.homely(u) && !b.others(u) {
			place = b.carry
		}
		place = b.seat(&q, u, place, prev)
		if q.Org == "" && u.organ > 0 {
			q.Org = b.rd.bodyName(u.organ-1, place)
		}
		q.Title = withLevel(q.Title, u, place)
		b.preside(u, q, place, prev == nil)
		out = append(out, q)
		prev = &out[len(out)-1]
	}
	if place != nil {
		b.carry = place
	}
	return out
}

// seat fills the place and organisation of one post and gives back the place for its right neighbour.
func (b *binder) seat(q *reading.Post, u unit, left *gazetteer.Place, prev *reading.Post) *gazetteer.Place {
	rd := b.rd
	t := u.title
	switch {
	case u.body >= 0:
		if p, ok := rd.termed(rd.bodies[u.body]); ok {
			q.Place = rd.Path(p)
			return p // 政协某市第五届委员会主席
		}
		q.Org = rd.bodyName(u.body, left)
		q.Occupation = false
		if c := rd.country(rd.bodies[u.body]); c != nil {
			q.Place = c.Name
			return c
		}
		if c := rd.congress(rd.bodies[u.body]); c != nil {
			q.Place = rd.Path(c)
			return left
		}
		q.Place = rd.stateOf(u)
		if c := rd.foreignHead(rd.bodies[u.body]); c != nil && (left == nil || left.Kind == gazetteer.Country) {
			return c
		}
		return left
	case q.Occupation:
		return left
	case u.place >= 0:
		s := rd.Spots[u.place]
		if s.Place == nil {
			return left
		}
		q.Place = rd.Path(s.Place)
		if s.Place.Kind == gazetteer.Abroad && (t.Level == "省" || t.Level == "州") && !strings.HasSuffix(q.Place, t.Level) {
			q.Place += t.Level // 马坦萨斯|省委第一书记
		}
		return s.Place
	case u.ours:
		q.Place = "中国" // 巴基斯坦总理祝贺甲当选中共中央总书记
		return rd.g.ByPath(q.Place)
	case national(t):
		rd.state(q, t, left)
		return left
	}
	return b.inherit(q, u, left, prev)
}

// inherit fills the place and organisation of a post that names neither, from what stands around it.
func (b *binder) inherit(q *reading.Post, u unit, left *gazetteer.Place, prev *reading.Post) *gazetteer.Place {
	rd, t := b.rd, u.title
	q.Inherited = true
	if body := rd.zoneCommittee(u, prev); body != "" {
		q.Org, q.Title = body, strings.TrimPrefix(q.Title, t.Organ)
		return left
	}
	if u.generic != "" {
		if q.Org = rd.genericBody(u); q.Org != "" {
			return left
		}
	}
	if b.member(q, u) {
		return left
	}
	if b.deputize(q, u, prev == nil) {
		return b.chief.place
	}
	if b.electee(q, t) {
		return left
	}
	if prev != nil && rd.carried(q, t, left, prev) {
		return left
	}
	if p := rd.seatOf(u, left, prev); p != nil {
		q.Place = rd.Path(p)
		return p
	}
	if prev != nil && prev.Place == "中国" && (internal[t.Organ] || t.Head == "委员长") && !zh.EndsWith(prev.Title, "代表", "委员") {
		q.Place = prev.Place // 国务院总理、党组书记
		return left
	}
	switch {
	case prev == nil && rd.ledBare(u) && (t.Bare || (t.Organ == "" || internal[t.Organ]) && !hasDepartment(t)):
		q.Org = rd.orgMeant(u, "")
	case corporate(t) && rd.ledBare(u):
		q.Org = rd.orgMeant(u, "。！？")
	}
	return left
}

// carried gives q, the post of a title without place and body, those of prev, the post before it; it tells whether they are q's.
func (rd *reader) carried(q *reading.Post, t title.Title, left *gazetteer.Place, prev *reading.Post) bool {
	switch {
	case left != nil && left.Kind == gazetteer.Country && (ofState[t.Text] || prev.Org != "" && rd.partyBody(prev.Org) && officeOfState(t)):
		q.Place = left.Name // 朝鲜劳动党总书记、国务委员长
	case t.Level == "" && prev.Org != "":
		q.Org, q.Place = prev.Org, prev.Place
	default:
		return false
	}
	return true
}

// ofState are the offices of state that need no organ: they never belong to the body that a title before them names.
var ofState = zh.Words("政府总理 政府首相 国家主席 国家副主席 国务委员长 国务委员会委员长 总统 副总统 总理 副总理 首相 副首相 国王 外长 防长")

// officeOfState tells a post in the government or parliament of a state, which is none of the party that a title before it names:
// 某国某党前主席、前政府副总理.
func officeOfState(t title.Title) bool {
	minister := !t.Bare && strings.HasSuffix(t.Text, "部长") && !strings.HasSuffix(t.Text, "部部长")
	return t.Level == "" && (minister || strings.HasPrefix(t.Text, "政府") || foreignHeads[t.Head] || stateTitle(t) && t.Head != "总书记" && t.Head != "主席")
}

// partyBody tells the name of a party that the article names.
func (rd *reader) partyBody(name string) bool {
	return slices.ContainsFunc(rd.bodies, func(x body.Thing) bool { return x.Kind == org.Party && (x.Name == name || x.Full == name) })
}

// corporate tells a title that only companies have: 轮值总裁, 副总经理. No division has one.
func corporate(t title.Title) bool { return t.Level == "" && headTypes[t.Head] == org.Company }

// state gives a national post its country: China, or that of the apposition (越共中央政治局委员、中央书记处书记).
func (rd *reader) state(q *reading.Post, t title.Title, left *gazetteer.Place) {
	if left != nil && left.Kind == gazetteer.Country && left.Name != "中国" {
		q.Place = left.Name
		return
	}
	q.Place = "中国"
	if organs[t.Organ] {
		q.Org = t.Organ
	}
}

// foreignHead is the foreign country that the name of x begins with, nil if none does.
func (rd *reader) foreignHead(x body.Thing) *gazetteer.Place {
	if x.Anchor != body.PlaceAnchor {
		return nil
	}
	i := rd.At(x.Start)
	if i < 0 {
		return nil
	}
	p := rd.Spots[i].Place
	if p == nil && len(rd.Spots[i].Candidates) > 0 {
		p = rd.Spots[i].Candidates[0].Place
	}
	if p == nil || p.Kind != gazetteer.Country || p.Name == "中国" {
		return nil
	}
	return p
}

// stateOf is the country of a post in a foreign body of state or in a party of the whole country, "" for others.
func (rd *reader) stateOf(u unit) string {
	x := rd.bodies[u.body]
	if x.Kind == org.Party && x.Known && !org.Abroad(x.Name) && x.Anchor != body.PlaceAnchor {
		return "中国" // 民革中央主席, 中央组织部部长: offices of parties of the whole country
	}
	if x.Known && strings.HasSuffix(x.Name, "特别行政区政府") {
		return strings.TrimSuffix(x.Name, "政府")
	}
	if x.Anchor != body.PlaceAnchor || x.Kind != org.Government || !title.IsOfState(u.title.Head) {
		return ""
	}
	if c := rd.foreignHead(x); c != nil {
		return c.Name
	}
	return ""
}

// seatOf is the jurisdiction of a title that names none.
func (rd *reader) seatOf(u unit, left *gazetteer.Place, prev *reading.Post) *gazetteer.Place {
	t := u.title
	if t.Level == "" {
		switch {
		case corporate(t):
			return nil
		case missions[t.Head] && left != nil && left.Kind == gazetteer.Country:
			return left // 中国驻某国大使甲和驻某组织大使乙
		case left != nil && (prev != nil || t.Organ != "" && !internal[t.Organ] || hasDepartment(t)):
			return left
		case title.IsOfState(t.Head) && t.Head != "主席" && t.Head != "委员长" && (t.Organ == "" || t.Bare):
			return rd.countryOf(u, prev)
		case t.Organ != "" && !internal[t.Organ] || strings.HasSuffix(t.Text, "部长") && !t.Bare:
			if rd.Nation {
				return rd.countryOf(u, prev)
			}
			return rd.Home
		}
		return nil
	}
	if t.Level == "村" || strings.Contains(t.Text, "驻村") {
		if p := rd.villageBefore(u); p != nil {
			return p
		}
	}
	if location.HasLevel(left, t.Level) || t.Level == "村" && left != nil && left.Kind != gazetteer.Country {
		return left
	}
	for _, from := range []*gazetteer.Place{rd.Home, left} {
		for p := from; p != nil; p = p.Parent() {
			if rd.HadLevel(p, t.Level) {
				return p
			}
		}
	}
	return rd.spotBefore(u.start, t.Level)
}

// countryOf is the country of an office of state that names none: that of the office before it, else the one spoken of.
func (rd *reader) countryOf(u unit, prev *reading.Post) *gazetteer.Place {
	if prev != nil && prev.Place == "中国" {
		return rd.g.ByPath(prev.Place) // 国务委员兼外交部长
	}
	return rd.countryBefore(u.start)
}

// internal are the organs that any body has, so that a title with one speaks of no jurisdiction.
var internal = zh.Words("党委 党组 党总支 党支部 支部 团委 共青团 机关党委 总工会 工会 直属机关党委 临时党支部")

// hasDepartment tells 组织部部长 and 办公室主任, which belong to the jurisdiction, from 副经理.
func hasDepartment(t title.Title) bool {
	for _, w := range []string{"部长", "秘书长", "办公室主任", "办公厅主任"} {
		if strings.HasSuffix(t.Text, w) {
			return true
		}
	}
	return false
}

// national tells a title of the Chinese state as a whole.
func national(t title.Title) bool {
	if strings.HasPrefix(t.Organ, "国家杜马") || strings.HasPrefix(t.Organ, "国家议会") {
		return false
	}
	for _, w := range []string{"国务院", "全国", "中央", "中共中央", "国家"} {
		if strings.HasPrefix(t.Organ, w) || strings.HasPrefix(t.Text, w) {
			return true
		}
	}
	return t.Head == "国务委员"
}

// foreignHeads are heads that China doesn't have.
var foreignHeads = zh.Words("总统 首相 国王 女王 王储 国务卿 外相 大臣 众议长 参议长 议长")

// withLevel puts the level of the place in front of an organ that lost it to the place's name: 石泉县 + 委副书记.
func withLevel(text string, u unit, p *gazetteer.Place) string {
	if u.title.Level != "" || u.title.Organ == "" || p == nil || u.place < 0 || p.Kind != gazetteer.Division {
		return text
	}
	for _, w := range []string{"自治区", "地区", "市", "县", "区", "旗", "省", "州", "盟", "镇", "乡"} {
		if strings.HasSuffix(p.Name, w) {
			return w + text
		}
	}
	return text
}

// postBehind is a post whose title follows the name: 习近平主席, 普京总统.
func (rd *reader) postBehind(p *person, u unit) reading.Post {
	q := reading.Post{Title: u.title.Text, Status: reading.Current, Inherited: true, Evidence: rd.v.Evidence(u.start, u.end, "title.behind")}
	if u.status != "" {
		q.Status = u.status
	}
	for _, have := range p.posts {
		if have.Place != "" && strings.HasSuffix(have.Title, q.Title) {
			q.Place = have.Place
			return q
		}
	}
	switch {
	case (u.title.Head == "总书记" || u.title.Head == "第一书记") && rd.partyAbroad(p):
		if c := rd.foreignCountry(u.start); c != nil {
			q.Place = c.Name
		}
	case u.title.Head == "总书记":
	case national(u.title), u.title.Text == "副委员长":
		q.Place = "中国"
	case title.IsOfState(u.title.Head):
		if p.script == lattice.Foreign || rd.foreignName(p.name) || foreignHeads[u.title.Head] || u.title.Head == "总理" && len(p.posts) == 0 && rd.foreignCountry(u.start) != nil {
			if c := rd.foreignCountry(u.start); c != nil {
				q.Place = c.Name
			}
		} else if rd.Nation || rd.Home != nil {
			q.Place = "中国"
		}
	case u.title.Level != "":
		if place := rd.seatOf(u, nil, nil); place != nil {
			q.Place = rd.Path(place)
		}
	}
	return q
}

// partyAbroad tells whether p, behind whose name 总书记 or 第一书记 stands, leads another country's party: by the name, or because somebody
// else of the article leads China's.
func (rd *reader) partyAbroad(p *person) bool {
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
