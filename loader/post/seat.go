package post

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
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
	committee := ""
	for _, u := range chain {
		q := reading.Post{
			Title: u.title.Text, Status: u.status, Occupation: u.title.Kind == title.Occupation, Generic: u.title.Kind == title.Group,
			Evidence: b.rd.v.Evidence(u.start, u.end, "title.apposition"),
		}
		switch {
		case q.Status != "":
		case prev != nil && prev.Status == reading.Former && u.place < 0 && u.body < 0 && !u.now:
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
		q.Title = b.rd.withLevel(q.Title, u, place)
		committee = b.rd.ofCommittee(&q, u, prev, committee)
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
		return rd.seatIn(q, u, left)
	case q.Occupation:
		return left
	case u.place >= 0:
		s := rd.places.Spots[u.place]
		if s.Place == nil {
			return left
		}
		q.Place = rd.places.Path(s.Place)
		if s.Place.Kind == gazetteer.Abroad && (t.Level == "省" || t.Level == "州") && !strings.HasSuffix(q.Place, t.Level) {
			q.Place += t.Level // 马坦萨斯|省委第一书记
		}
		if t.Head == "全国人大代表" {
			return left // what else a deputy is, is of no state
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

// seatIn fills the place and organisation of the post of a named body.
func (rd *Reader) seatIn(q *reading.Post, u unit, left *gazetteer.Place) *gazetteer.Place {
	if p, organ, ok := rd.ruling(rd.Bodies[u.body]); ok {
		q.Place, q.Title = rd.places.Path(p), committeePost(q.Title, organ, p)
		return p // 政协某市第五届委员会主席
	}
	q.Org = rd.bodyName(u.body, left)
	q.Occupation = false
	if c := rd.country(rd.Bodies[u.body]); c != nil {
		q.Place = c.Name
		return c
	}
	if c := rd.congress(rd.Bodies[u.body]); c != nil {
		q.Place = rd.places.Path(c)
		return left
	}
	if x := rd.Bodies[u.body]; namesake(x, left) {
		q.Title, q.Org, q.Place = x.Name+q.Title, "", left.Name
		return left
	}
	q.Place = rd.stateOf(u)
	if c := rd.foreignHead(rd.Bodies[u.body]); c != nil && (left == nil || left.Kind == gazetteer.Country) {
		return c
	}
	if left == nil {
		return rd.divisionOf(rd.Bodies[u.body])
	}
	return left
}

// divisionOf is the division that the name of a body of government or party begins with, nil if it begins with none: what else its head is, he is there
// (某市防汛抗旱指挥部副总指挥、市水利局局长).
func (rd *Reader) divisionOf(x body.Thing) *gazetteer.Place {
	if x.Kind != org.Government && x.Kind != org.Party || x.Anchor != body.PlaceAnchor {
		return nil
	}
	for _, s := range rd.places.Spots {
		if s.Start == x.Start && s.End < x.End && s.Place != nil && s.Place.Kind == gazetteer.Division && !s.Head && levelOf(s.Place.Name) != "" {
			return s.Place
		}
	}
	return nil
}

// namesake tells a department of another state's party that is called as China's is: 越共中央政治局委员、|中组部|部长.
func namesake(x body.Thing, left *gazetteer.Place) bool {
	abroad := left != nil && left.Kind == gazetteer.Country && left.Name != "中国"
	return abroad && x.Known && x.Kind == org.Party && x.Anchor != body.PlaceAnchor && !org.Abroad(x.Name)
}

// inherit fills the place and organisation of a post that names neither, from what stands around it.
func (b *binder) inherit(q *reading.Post, u unit, left *gazetteer.Place, prev *reading.Post) *gazetteer.Place {
	rd, t := b.rd, u.title
	q.Inherited = true
	if zone, whole := rd.zoneOf(u, prev); zone != "" {
		q.Org = zone
		if !whole {
			q.Org, q.Title = zone+t.Organ, strings.TrimPrefix(q.Title, t.Organ)
		}
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
		q.Place, q.Inferred = rd.places.Path(p), rd.byPaper(p, left)
		return p
	}
	if prev != nil && prev.Place == "中国" && (internal[t.Organ] || t.Head == "委员长") && !zh.EndsWith(prev.Title, "代表", "委员") {
		q.Place = prev.Place // 国务院总理、党组书记
		return left
	}
	switch {
	case prev == nil && rd.ledBare(u) && (t.Bare || (t.Organ == "" || internal[t.Organ]) && !hasDepartment(t)):
		q.Org = cmp.Or(rd.orgMeant(u, ""), rd.chaired(u))
	case corporate(t) && rd.ledBare(u), prev != nil && t.Head == "司长": // 某部副部长甲、新闻发言人兼规划财务司司长乙
		q.Org = rd.orgMeant(u, "。！？")
	}
	return left
}

// byPaper tells a jurisdiction that only the paper's home says: no place left of the title lies in it.
func (rd *Reader) byPaper(p, left *gazetteer.Place) bool {
	home := rd.places.Home
	return p.Kind != gazetteer.Country && home != nil && home.Within(p) && (left == nil || !left.Within(p))
}

// carried gives q, the post of a title without place and body, those of prev, the post before it; it tells whether they are q's.
func (rd *Reader) carried(q *reading.Post, t title.Title, left *gazetteer.Place, prev *reading.Post) bool {
	switch {
	case left != nil && left.Name == "中国" && foreignHeads[t.Head]:
		return false
	case left == nil && crowned[t.Head] && prev.Org != "" && rd.partyBody(prev.Org):
		c, named := rd.partyState(prev.Org)
		if c != nil {
			q.Place = c.Name
		}
		return named
	case left != nil && left.Kind == gazetteer.Country && (ofState[t.Text] || prev.Org != "" && rd.partyBody(prev.Org) && officeOfState(t)):
		q.Place = left.Name // 朝鲜劳动党总书记、国务委员长
	case t.Level == "" && prev.Org != "":
		q.Org, q.Place = prev.Org, prev.Place
	default:
		return false
	}
	return true
}

// ofCommittee puts the Party's committee that a chain has named in front of a post in it that is named by its rank alone: 任某省委委员、常委、|书记,
// 不再担任某市委书记、|常委、委员. It gives back the committee of the next.
func (rd *Reader) ofCommittee(q *reading.Post, u unit, prev *reading.Post, committee string) string {
	if q.Org != "" {
		return ""
	}
	if t := u.title; committees[t.Organ] {
		at := strings.Index(q.Title, t.Organ)
		return q.Title[:max(at, 0)+len(t.Organ)]
	}
	if committee == "" || prev == nil || !free(u) || !ranks[q.Title] || q.Place != prev.Place {
		return "" // another organ's, and so may be what follows: 县委副书记、县人大常委会副主任、|委员
	}
	q.Title = committee + q.Title
	return committee
}

// committees are the Party's in a jurisdiction, as titles name them, and ranks what their members are, as a list goes on behind one.
var (
	committees = zh.Words("委 省委 市委 县委 区委 州委 旗委 盟委 地委 自治区党委 区党委 镇党委 乡党委")
	ranks      = zh.Words("书记 副书记 第一书记 常委 委员 候补委员")
)

// withLevel puts the level of the place in front of an organ that lost it to the place's name: 石泉县 + 委副书记. The name tells it where
// nothing tells which place of that name it is: 新华区 + 委书记.
func (rd *Reader) withLevel(text string, u unit, p *gazetteer.Place) string {
	if level := rd.levelOfTerm(u); level != "" {
		return level + text
	}
	if u.title.Level != "" || u.title.Organ == "" || u.place < 0 {
		return text
	}
	if s := rd.places.Spots[u.place]; s.Place == nil {
		if len(s.Candidates) == 0 || s.Candidates[0].Place.Kind != gazetteer.Division {
			return text
		}
		return levelOf(rd.v.Text(s.Start, s.End)) + text
	}
	if p != nil && p.Kind == gazetteer.Abroad {
		return location.VillageLevel(p.Name) + text // 冒水村|党支部书记
	}
	if p == nil || p.Kind != gazetteer.Division {
		return text
	}
	return levelOf(p.Name) + text
}

// ofTerm ends in the term for which a congress is elected, and its level in front: 县第十五届|人大常委会主任, 市八届|人大代表.
var ofTerm = regexp.MustCompile(`(自治区|[省市县区州旗盟乡镇])(第?[一二三四五六七八九十]{1,3}届)$`)

// levelOfTerm is the level that stands before the term of the congress of u, as titles name it: 县第十五届人大常委会主任. "" where none
// does, or where it ends the name of a place: 孙吴县第十五届.
func (rd *Reader) levelOfTerm(u unit) string {
	if u.title.Level != "" || !zh.BeginsWith(u.title.Text, "人大", "人民代表大会") {
		return ""
	}
	m := ofTerm.FindStringSubmatch(rd.v.Text(max(0, u.title.Start-longestTerm), u.title.Start))
	if m == nil {
		return ""
	}
	at := u.title.Start - utf8.RuneCountInString(m[2])
	for _, s := range rd.places.Spots {
		if s.End == at && s.End-s.Start > utf8.RuneCountInString(m[1]) {
			return ""
		}
	}
	return m[1]
}

// longestTerm bounds what ofTerm reads, in characters.
const longestTerm = 10

// levelOf is the level that the name of a place ends in, "" none.
func levelOf(name string) string {
	for _, w := range [...]string{"自治区", "地区", "市", "县", "区", "旗", "省", "州", "盟", "镇", "乡"} {
		if strings.HasSuffix(name, w) {
			return w
		}
	}
	return ""
}
