package claim

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/office"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// scope is one identity of a person in an article: the jurisdiction of some of their posts.
type scope struct {
	place string
	id    kg.ID
}

func (b *builder) allPeople() {
	for _, p := range b.r.People {
		if len(p.Spans) == 0 {
			continue
		}
		first := b.person(p)
		b.people[p.Name] = first
		b.mention(first, p.Spans)
		b.attr(first, "gender", p.Gender, p.Spans[0])
		b.attr(first, "ethnicity", p.Ethnicity, p.Spans[0])
		for _, post := range p.Posts {
			b.holds(p, post)
		}
	}
}

// person makes one raw person for each scope that the posts give, says that they are one, and answers the first. Without a
// scope the person has that of the company, or is known in this article only.
func (b *builder) person(p reading.Person) kg.ID {
	var places []string
	for _, post := range p.Posts {
		if s := b.scopeOf(post); s != "" && !slices.Contains(places, s) {
			places = append(places, s)
		}
	}
	if len(places) == 0 {
		return b.rawPerson(p, b.company(&p))
	}
	first := b.rawPerson(p, places[0])
	for _, s := range places[1:] {
		other := b.rawPerson(p, s)
		b.doc.Claims = append(b.doc.Claims, kg.Same(b.at, first, other, b.evidence(p.Spans[0])))
	}
	return first
}

func (b *builder) rawPerson(p reading.Person, place string) kg.ID {
	n := &kg.Person{Scope: place}
	n.Kind, n.Key = kg.PersonKind, zh.Key(p.Name)+"@"+place
	if place == "" {
		n.ID, n.Key = b.local("p", zh.Key(p.Name)), zh.Key(p.Name)
	} else {
		n.ID = kg.MakeID("p", zh.Key(p.Name), place)
	}
	id := b.entity(n, p.Name, p.Spans[0])
	b.scopes[p.Name] = append(b.scopes[p.Name], scope{place, id})
	return id
}

// nation is the scope of national posts.
const nation = "中国"

// scopeOf is the jurisdiction that a post puts into its holder's identity, "" for none. An organisation's post has the
// organisation's place, or the organisation itself where that isn't known.
func (b *builder) scopeOf(p reading.Post) string {
	switch {
	case p.Occupation:
		return ""
	case p.Place != "":
		return b.division(p.Place)
	case p.Org != "":
		if seat := b.seatOf(p.Org); seat != "" {
			return seat
		}
		name, _ := bodyName(p.Org, "")
		return name
	case national(p.Title):
		return nation
	}
	return ""
}

// national says whether a title without a place is one of the state or the party as a whole.
func national(title string) bool {
	for _, w := range []string{"总书记", "中央", "中共中央", "全国", "国家", "党和国家", "国务委员", "国务院"} {
		if strings.HasPrefix(title, w) {
			return true
		}
	}
	return false
}

func (b *builder) holds(p reading.Person, post reading.Post) {
	holder, place := b.people[p.Name], b.scopeOf(post)
	for _, s := range b.scopes[p.Name] {
		if s.place == place {
			holder = s.id
		}
	}
	id := b.post(post, p)
	h := &kg.Holds{Status: string(post.Status)}
	switch post.Status {
	case reading.Appointed, reading.Current, reading.Acting:
		h.StatedStart = kg.Date(post.Date)
	case reading.Removed:
		h.StatedEnd = kg.Date(post.Date)
	case reading.Former, reading.Proposed:
	}
	b.say(kg.HoldsPost, holder, id, h, b.sighted(p.Name, post), post.Evidence)
	b.mention(id, []reading.Evidence{post.Evidence})
	if !post.Occupation {
		b.attr(holder, "official", "true", post.Evidence)
	}
}

// sighted is the day at which a post is seen held: the one its own words give, else that of the event in which its holder
// stands, if its sentence tells of that; "" leaves the day of publication. An office that is over now (时任) may not have been by then.
func (b *builder) sighted(name string, post reading.Post) string {
	if post.Date != "" {
		return post.Date
	}
	if post.Status == reading.Former {
		return ""
	}
	at := b.evidence(post.Evidence).SentenceStart
	for _, e := range b.r.Events {
		if len(e.Start) != 10 || e.Start > string(b.doc.Source.Date) {
			continue
		}
		for _, p := range e.Participants {
			if p.Name == name && (b.evidence(p.Evidence).SentenceStart == at || b.evidence(e.Evidence).SentenceStart == at) {
				return e.Start
			}
		}
	}
	return ""
}

// post is the node of a post. One without jurisdiction or organisation, and every occupation, is known in this article only: two drivers hold
// no post in common. What a 主席 of a country presides over who isn't called its head is known by his name.
func (b *builder) post(p reading.Post, holder reading.Person) kg.ID {
	body, _ := bodyName(p.Org, p.Place)
	n := &kg.Post{Place: b.division(p.Place), Org: body, Generic: p.Generic, Occupation: p.Occupation}
	n.Kind = kg.PostKind
	place := n.Place
	if place == "" && p.Org == "" && national(p.Title) {
		place = nation
		n.Place = nation
	}
	title, shown, vague := office.Key(p.Title), p.Title, false
	if g := b.gazetted(place); g != nil && g.Kind == gazetteer.Country && p.Org == "" {
		title = office.State(p.Title, b.titlesAt(holder, place))
		vague = title == office.Presidency
	} else if t, ok := office.OfNation(p.Title, body); ok && place == nation {
		title, n.Org = t, ""
		if !national(shown) {
			shown = t // 部长 of 中共中央宣传部
		}
	}
	n.Rank, n.Seats = b.rank(n.Place, title), seats(n, title)
	n.Key = title + "@" + place + n.Org
	switch {
	case place == "" && p.Org == "" || p.Occupation:
		n.ID, n.Seats = b.local("t", holder.Name, n.Key), 0
	case vague:
		n.Key += zh.Key(holder.Name)
		n.ID, n.Seats = kg.MakeID("t", title, place, "", zh.Key(holder.Name)), 0
	default:
		n.ID = kg.MakeID("t", title, place, n.Org)
	}
	id := b.entity(n, b.postName(n, shown), p.Evidence)
	b.attr(id, "title", p.Title, p.Evidence)
	if place != "" {
		b.say(kg.HasJurisdiction, id, b.place(place, reading.Admin, p.Evidence), &kg.PostOf{Basis: basis(p)}, "", p.Evidence)
	}
	if org, ok := b.orgs[p.Org]; ok && p.Org != "" {
		b.say(kg.OfOrganization, id, org, &kg.PostOf{Basis: basis(p)}, "", p.Evidence)
	}
	return id
}

// basis is on what the jurisdiction and the body of a post stand.
func basis(p reading.Post) string {
	switch {
	case p.Inferred:
		return "inferred"
	case p.Inherited:
		return "inherited"
	}
	return "explicit"
}

// titlesAt are the titles of what p holds in a place, and in no body there.
func (b *builder) titlesAt(p reading.Person, place string) []string {
	var out []string
	for _, q := range p.Posts {
		if q.Org == "" && b.scopeOf(q) == place {
			out = append(out, q.Title)
		}
	}
	return out
}

// postName is how a post is called without its article: 乌海市委书记 of 市委书记 and 内蒙古自治区乌海市.
func (b *builder) postName(n *kg.Post, title string) string {
	switch {
	case n.Org != "":
		return joined(n.Org, title, 2)
	case n.Place == "" || n.Place == nation && national(title):
		return title
	}
	return joined(b.lastName(n.Place), title, 1)
}

// joined is a name with the title behind it, what both have said once, if it is so many characters: 某某国会 and 国会主席, 乌海市 and 市长.
func joined(name, title string, least int) string {
	front, back := []rune(name), []rune(title)
	for n := min(len(front), len(back)); n >= least; n-- {
		if string(front[len(front)-n:]) == string(back[:n]) {
			return name + string(back[n:])
		}
	}
	return name + title
}

// soleHeads are the heads of titles that one person holds at a time, if no 副 stands before them.
var soleHeads = []string{
	"书记", "市长", "区长", "县长", "旗长", "州长", "省长", "盟长", "镇长", "乡长", "主席", "主任", "局长", "厅长", "部长", "院长",
	"检察长", "总统", "总理", "首相", "外长", "董事长", "总经理", "校长", "台长", "行长", "秘书长",
}

// sharedHeads end titles that several people bear at a time, though their last words say otherwise: a secretariat has secretaries,
// and a presidium takes turns.
var sharedHeads = []string{"书记处书记", "常务主席", "执行主席", "联席主席", "名誉主席", "名誉院长", "名誉校长", "驻会主席"}

// seats is 1 for a post that one person holds at a time, 0 where that isn't sure.
func seats(n *kg.Post, t string) int {
	if n.Generic || n.Occupation || strings.Contains(strings.TrimPrefix(t, "常务副"), "副") || strings.HasSuffix(t, "第一书记") || strings.HasSuffix(t, "助理") {
		return 0
	}
	if zh.EndsWith(t, soleHeads...) && !zh.EndsWith(t, sharedHeads...) {
		return 1
	}
	return 0
}

// rank is a hint for sorting: ten times the level of the jurisdiction (1 national to 5 township), plus 5 for deputies; 0 unknown.
func (b *builder) rank(place, title string) int {
	p := b.gazetted(place)
	if p == nil {
		return 0
	}
	order := []string{"country", "province", "prefecture", "county", "township"}
	i := slices.Index(order, level(p))
	if i < 0 {
		return 0
	}
	r := 10 * (i + 1)
	if strings.Contains(title, "副") {
		r += 5
	}
	return r
}

// bylines credits the makers: a reporter is known by the paper, so that all of one paper's work comes together.
func (b *builder) bylines() {
	seen := map[article.Byline]bool{}
	for _, c := range b.r.Bylines {
		if seen[c.Byline] || !personal(c.Name) {
			continue
		}
		seen[c.Byline] = true
		ev := c.Evidence
		if ev.Rule == "" {
			ev = b.given("given.byline")
		}
		id, ok := b.people[c.Name]
		if !ok {
			n := &kg.Person{Scope: zh.Key(b.doc.Source.Publication)}
			n.Kind, n.Key = kg.PersonKind, zh.Key(c.Name)+"@"+n.Scope
			n.ID = kg.MakeID("p", zh.Key(c.Name), n.Scope)
			id = b.entity(n, c.Name, ev)
			b.people[c.Name] = id
		}
		b.say(kg.WroteArticle, id, b.at, &kg.Wrote{Role: string(c.Role)}, "", ev)
	}
}

// personal says whether a byline names a person: 本报评论员 and the like sign for the paper.
func personal(name string) bool {
	for _, w := range []string{"本报", "本刊", "评论员", "编辑部", "社论"} {
		if strings.Contains(name, w) {
			return false
		}
	}
	return true
}
