package agreement

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/reading"
)

// signers is who stands before the verb: bodies as they are, persons by the body that they serve or speak for.
func (r *reader) signers(c *clause.Clause, p paper) []string {
	if p.verb > p.at {
		if list := r.passive(c, p); len(list) > 0 {
			return list
		}
	}
	end := min(p.verb, p.from)
	if c.Tokens[p.verb].Is(discourse.SignRite) {
		for j := c.Comma(end) + 1; j < end; j++ {
			if c.Tokens[j].Is(discourse.Convene) { // 甲与乙举行关于引进丙项目的协议签约仪式
				end = j
			}
		}
	}
	if own := c.Comma(end) + 1; own < end && len(r.acting(c, own, end)) == 0 {
		if g, ok := set(c, own, end); ok && g.divisions() && (g.noun != "" || travelled(c, own)) {
			return nil // 甲会见乙一行，两市签署…; 甲率团来访，双方签署…: those whom the word counts
		}
	}
	if list := r.watched(c, end); list != nil {
		return list
	}
	from := r.past(c, c.Comma(end)+1, end)
	if p.verb < p.at || p.from > 0 && c.Tokens[p.from-1].Is(discourse.At) && len(r.acting(c, from, end)) == 0 {
		from = r.subject(c, end) // 甲某代表甲方、乙某代表乙方，在合同上签字
	}
	list := r.acting(c, from, end)
	if s, ok := set(c, from, end); ok && len(list) < s.n && !s.divisions() {
		if whole := r.resolve(c, s); whole != nil {
			if len(list) == 1 && !slices.Contains(whole, list[0]) && c.Noted(end, discourse.And) {
				return append(list, whole...) // 某区管委会主任某与三家企业负责人签订
			}
			return whole
		}
	}
	return list
}

// watched is the bodies before 在…见证下 that the verb at token end makes sign: 甲与乙在丙的见证下签署, 甲与乙，在丙见证下签署. nil if no such words
// stand there, or nobody before them.
func (r *reader) watched(c *clause.Clause, end int) []string {
	witness := end - 1
	for witness > c.Comma(end) && !c.Tokens[witness].Is(discourse.Witness) {
		witness--
	}
	at := witness
	for at > c.Comma(end) && !c.Tokens[at].Is(discourse.At) {
		at--
	}
	if at <= c.Comma(end) || at == witness {
		return nil
	}
	from := c.Comma(at) + 1
	if at == from && from > 1 {
		at, from = from-1, c.Comma(from-1)+1
	}
	if list := r.acting(c, from, at); len(list) > 1 {
		return list
	}
	return nil
}

// travelled is true where the clause before token own tells of a trip, whose sides aren't who is named in it.
func travelled(c *clause.Clause, own int) bool {
	for j := c.Comma(own-1) + 1; j < own-1; j++ {
		if c.Relative(j) < 0 && c.Tokens[j].Is(discourse.Visit|discourse.Inspect|discourse.Lead) {
			return true
		}
	}
	return false
}

// subject is the token that the subject of the verb at token end begins with: in its clause, else in the one before that
// names somebody who does more than speak.
func (r *reader) subject(c *clause.Clause, end int) int {
	from := c.Comma(end) + 1
	for j := from; j < end; j++ {
		if c.Tokens[j].Is(discourse.And) && len(r.acting(c, from, j)) > 0 {
			return from // …，甲国与28个国家签署: whom its own clause joins
		}
	}
	for from > 0 && len(r.acting(c, from, end)) == 0 && c.Tokens[from-1].Kind == discourse.Comma {
		before := c.Comma(from-1) + 1
		if voiced(c, before, from-1) && len(r.acting(c, before, from-1)) < 2 {
			return from // 甲强调，2016年签署的…: he speaks of it
		}
		from = before
	}
	for from > 0 && c.Tokens[from-1].Kind == discourse.Comma {
		before := c.Comma(from-1) + 1
		if acts(c, before, from-1) || len(c.Between(before, from-1)) == 0 {
			break
		}
		from = before // 甲县县长某，乙公司董事长某代表双方签署
	}
	return r.past(c, from, end)
}

// past is the token from which those sign who don't only witness it, or open the sentence with where it is done: 在甲见证下, 峰会上.
func (r *reader) past(c *clause.Clause, from, end int) int {
	for j := from; j < end; j++ {
		if c.Tokens[j].Is(discourse.Witness) || c.Tokens[j].Kind == discourse.Text && strings.HasSuffix(r.d.String(c.Tokens[j].Span), "上") && j == from+1 {
			from = j + 1
		}
	}
	return from
}

// voiced is true where the clause from token a to token b ends in a verb of saying.
func voiced(c *clause.Clause, a, b int) bool {
	return b > a && c.Tokens[b-1].Is(discourse.Say|discourse.Speak)
}

// acting is the bodies that act from token from to token end, each once.
func (r *reader) acting(c *clause.Clause, from, end int) []string {
	var bodies, named []string
	states := false
	for j := from; j < end; j++ {
		t := c.Tokens[j]
		if t.Kind == discourse.Text || t.Is(discourse.Organ) {
			if name := r.common(c, j); name != "" {
				named = add(named, name)
			} else if name := r.unheld(c, j, end); name != "" {
				bodies = add(r.whole(c, j, bodies), name)
			}
			continue
		}
		if possessed(c, j, end) || c.Discussed(j, end) || created(c, j) {
			continue
		}
		if r.zone(c, j) {
			bodies = add(bodies, r.d.Name(t))
		}
		for _, name := range r.united(c, j) {
			bodies = add(bodies, name)
		}
		for _, q := range c.Between(j, j+1) {
			name := cmp.Or(r.elided(c, j), r.party(c, j, end, q))
			states = states || r.state(name)
			bodies = add(bodies, name)
		}
	}
	if states {
		bodies = r.raised(c, bodies, from, end)
	}
	for _, name := range bodies {
		named = add(named, name)
	}
	return named
}

// party is the body that acts where token j names q: who sent a delegation, whom a person serves. "" for a built place, which is what a
// document is about: 就产业园扩建签订.
func (r *reader) party(c *clause.Clause, j, end int, q clause.Party) string {
	t := c.Tokens[j]
	switch {
	case q.Kind == discourse.Place && r.d.Places[t.Index].Type == reading.Facility && zhplace.IsGround(q.Name) && !paired(c, j, end):
		return ""
	case q.Kind == discourse.Person && t.Kind == discourse.Person:
		return r.envoy(c, j, end)
	case q.Kind == discourse.Person:
		return r.served(q.Name)
	case q.Kind == discourse.Org && r.d.Delegation(t):
		return cmp.Or(r.d.Seat(t.Index), q.Name)
	}
	return q.Name
}

// created is true for a body at token j that those who sign only mean to found (商谈共建某研究院), or in whose rooms they do it (某协会的展馆里).
func created(c *clause.Clause, j int) bool {
	if j > 0 && c.Tokens[j-1].End == c.Tokens[j].Start && zh.EndsWith(c.D.String(c.Tokens[j-1].Span), "共建", "成立", "组建", "设立", "创办", "筹建", "合建", "联合建设") {
		return true
	}
	if j+2 >= len(c.Tokens) || !c.Tokens[j+1].Is(discourse.Of) || c.Tokens[j+2].Kind != discourse.Text && c.Tokens[j+2].Kind != discourse.Place {
		return false
	}
	room := c.Text(j+2, min(j+4, len(c.Tokens)))
	return zh.EndsWith(strings.TrimRight(room, "，"), "里", "内", "现场", "门前", "门口", "大厅")
}

// paired is true for a name at token j that 与 or 、 joins to another and that nothing goes on with: 某图书馆与某电视台签订.
func paired(c *clause.Clause, j, end int) bool {
	joins := func(k int) bool {
		return k >= 0 && k < end && (c.Tokens[k].Is(discourse.And) || c.Tokens[k].Kind == discourse.Dun)
	}
	behind := j+1 >= end || joins(j+1) || c.Tokens[j+1].Is(discourse.Sign|discourse.Each|discourse.Both|discourse.Filler) || c.Tokens[j+1].Kind == discourse.Date
	return behind && (joins(j+1) || joins(j-1))
}

// possessed is true for a place that only says whose the body behind it is: 某镇的某公司.
func possessed(c *clause.Clause, j, end int) bool {
	of := j + 1
	if c.Tokens[j].Kind == discourse.Org && of+1 < end && zh.BeginsWith(c.Text(of, end), "旗下", "下属", "所属", "控股", "集团旗下", "全资") {
		for _, t := range c.Tokens[of:min(of+4, end)] {
			if t.Kind == discourse.Org {
				return true // 某集团旗下的某公司
			}
		}
	}
	if of < end && c.D.String(c.Tokens[of].Span) == "方" {
		of++ // 俄方的某公司
	}
	if of+2 < end && c.Tokens[of+1].Kind == discourse.Text && c.Tokens[of+1].End-c.Tokens[of+1].Start <= 2 && c.Tokens[of+2].Kind == discourse.Org {
		return c.Tokens[j].Kind == discourse.Place && c.Tokens[of].Is(discourse.Of) // 某市的|一家|某公司
	}
	if of+1 >= end || !c.Tokens[of].Is(discourse.Of) {
		return false
	}
	behind := c.Tokens[of+1].Kind
	return c.Tokens[j].Kind == discourse.Place && behind == discourse.Org || of == j+1 && c.Tokens[j].Kind == discourse.Org && behind == discourse.Place // 加入某组织的某国
}

// zone is true for a special area at token j that acts as a division does: 与某某新区签订.
func (r *reader) zone(c *clause.Clause, j int) bool {
	return j > 0 && c.Tokens[j].Kind == discourse.Place && r.d.Places[c.Tokens[j].Index].Type == reading.Region && c.Tokens[j-1].Is(discourse.And) &&
		strings.HasSuffix(r.d.Name(c.Tokens[j]), "区") && c.Next(j).Is(discourse.Sign)
}

// envoy is the body that the person at token j signs for: the one behind 代表, else the one that they serve.
func (r *reader) envoy(c *clause.Clause, j, end int) string {
	if j+2 < end && c.Tokens[j+1].Kind == discourse.Text && strings.HasSuffix(r.d.String(c.Tokens[j+1].Span), "代表") {
		if t := c.Tokens[j+2]; t.Kind == discourse.Org || t.Kind == discourse.Place {
			return r.d.Name(t)
		}
	}
	if j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Text {
		if body, ok := strings.CutPrefix(r.d.String(c.Tokens[j+1].Span), "代表"); ok && zh.BeginsWith(body, governments[:]...) {
			if place := r.d.Jurisdiction(c.Tokens[j].Index); strings.HasSuffix(place, string([]rune(body)[:1])) {
				return place // 某区招商局局长某某代表区政府
			}
		}
	}
	return r.served(r.d.Name(c.Tokens[j]))
}

// governments is what somebody stands for who signs for his division, whatever he heads.
var governments = [...]string{"市政府", "区政府", "县政府", "旗政府", "州政府", "市委", "区委", "县委", "旗委", "州委", "市人民政府", "区人民政府", "县人民政府"}

// state is true for the name of a state.
func (r *reader) state(name string) bool { return name == "中国" || r.d.Foreign(name) }

// raised is bodies with the states for the ministries whose members sign with a state: a vice minister signs for his own.
func (r *reader) raised(c *clause.Clause, bodies []string, from, end int) []string {
	var out []string
	for _, name := range bodies {
		for j := from; j < end; j++ {
			if t := c.Tokens[j]; t.Kind == discourse.Person && r.served(r.d.Name(t)) == name {
				if place := r.d.Jurisdiction(t.Index); r.state(place) {
					name = place
				}
			}
		}
		out = add(out, name)
	}
	return out
}

// passive is the signers named between a document and the verb behind it: 合同已由某局与某公司签订.
func (r *reader) passive(c *clause.Clause, p paper) []string {
	var out []string
	for j := p.after; j < p.verb; j++ {
		switch t := c.Tokens[j]; t.Kind {
		case discourse.Text:
			word := r.d.String(t.Span)
			if _, rest, ok := strings.Cut(word, "由"); ok {
				word = rest
			}
			if l := organ(word); l != "" && strings.HasSuffix(r.d.Home, l) {
				out = add(out, r.d.Home)
			} else if strings.HasPrefix(word, "该") {
				out = add(out, r.anaphor(strings.TrimPrefix(word, "该"), t.Start))
			}
		case discourse.Person:
			out = add(out, r.served(r.d.Name(t)))
		case discourse.Org, discourse.Place:
			if !discourse.Titular(c.Tokens, j) && !c.Located(j) {
				out = add(out, r.d.Name(t))
			}
		}
	}
	return out
}

// acts is true where a predicate stands from token a to token b.
func acts(c *clause.Clause, a, b int) bool {
	for j := a; j < b; j++ {
		if c.Relative(j) < 0 && c.Tokens[j].Is(discourse.Host|discourse.Speak|discourse.Attend|discourse.Witness|discourse.Sign|discourse.Convene|
			discourse.Say|discourse.Visit|discourse.Meet|discourse.Talk|discourse.Session|discourse.SignRite|discourse.Rite|discourse.Lead) {
			return true
		}
	}
	return false
}

// served is the body that a person signs for: the organisation whose head they are, else their jurisdiction.
func (r *reader) served(name string) string {
	for i, q := range r.d.People {
		if q.Name != name {
			continue
		}
		if !r.d.Official(i) {
			return name // a citizen signs for himself
		}
		if body := r.heads(q); body != "" {
			return body
		}
		place := r.d.Jurisdiction(i)
		for _, post := range q.Posts {
			switch {
			case post.Status == reading.Former:
			case post.Place != "":
				return place
			case zh.EndsWith(post.Org, "人民委员会", "市政厅", "州政府") && place != "":
				return place
			case post.Org != "" && known(r.d, post.Org):
				return r.governing(post)
			}
		}
		return place
	}
	return ""
}

// governing is the body of government that signs where who holds post does: 某开发区管委会 for the 党工委书记 of the zone. The post's own body where
// it is of no such committee, or the article names no other.
func (r *reader) governing(post reading.Post) string {
	if !ofZone(post) {
		return post.Org
	}
	for _, o := range r.d.Organizations {
		if head, ok := strings.CutSuffix(o.Name, "管委会"); ok && head != "" && (strings.HasSuffix(head, post.Org) || strings.HasSuffix(post.Org, head)) {
			return o.Name
		}
	}
	return post.Org
}

// ofZone is true for a post in the committee of a zone.
func ofZone(p reading.Post) bool {
	return strings.HasSuffix(p.Org, "管委会") || p.Org != "" && zh.BeginsWith(p.Title, "党工委", "管委会")
}

// heads is whom a person signs for who is a member of something besides: 全国政协委员、某集团董事长 for the company, 某市委常委、开发区党工委书记 for the area,
// an academician for himself. "" for anybody else.
func (r *reader) heads(q reading.Person) string {
	members := 0
	area := slices.ContainsFunc(q.Posts, ofZone)
	for _, post := range q.Posts {
		switch {
		case post.Status == reading.Former:
		case area && post.Org == "" && zh.EndsWith(post.Title, "市委常委", "县委常委", "区委常委", "旗委常委", "州委常委", "党组成员"):
			members++ // 某市委常委、开发区党工委书记某某: for the area
		case post.Title == "院士":
			if len(q.Posts) == 1 {
				return q.Name
			}
			members++
		case zh.EndsWith(post.Title, "政协委员", "人大代表", "党代表", "院士"):
			members++
		case members == 0 || post.Org == "" || !known(r.d, post.Org):
			return ""
		default:
			return r.governing(post)
		}
	}
	return ""
}

func known(d *discourse.Discourse, org string) bool {
	return slices.ContainsFunc(d.Organizations, func(o reading.Organization) bool { return o.Name == org })
}
