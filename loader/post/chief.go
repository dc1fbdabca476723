package post

import (
	"cmp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// chief is the post of a body's head that a sentence has named, so that the deputies behind it need not say whose they are:
// 市政协主席甲主持会议，副主席乙、丙，秘书长丁出席.
type chief struct {
	head, organ string // 主席, 市政协
	post        reading.Post
	place       *gazetteer.Place
}

// assemblies are the organs in a title whose deputies and secretaries are named bare behind their chief.
var assemblies = zh.Words("人大 人大常委会 人民代表大会常务委员会 政协 全国人大常委会 全国政协")

// beside are the posts that stand beside a chief's in the same body.
var beside = func() map[string]bool {
	m := map[string]bool{}
	for _, head := range []string{"司令员", "司令"} {
		for _, t := range []string{"政委", "政治委员", "参谋长", "副政委"} {
			m[head+" "+t] = true
		}
	}
	for _, head := range []string{"董事长", "总经理", "总裁", "董事局主席"} {
		for _, t := range []string{"总工程师", "总经理", "副总经理", "总裁", "副总裁", "副董事长", "执行总裁", "执行董事", "监事长", "财务总监", "总会计师", "首席执行官", "首席技术官"} {
			m[head+" "+t] = true
		}
	}
	for _, head := range []string{"会长", "主席", "理事长"} {
		for _, t := range []string{"秘书长", "副秘书长", "监事长"} {
			m[head+" "+t] = true
		}
	}
	return m
}()

// courtHeads and procuratorateHeads are the heads of posts that a court or procuratorate alone gives.
var (
	courtHeads         = zh.Words("庭长 审判员 审判长 法官助理 书记员")
	procuratorateHeads = zh.Words("检察员 检察官 检察官助理")
)

// deputies are the heads of those who stand beside the chief of an assembly.
var deputies = zh.Words("副主任 副主席")

// presides is the head of the post of who presides an assembly.
func presides(organ string) string {
	if strings.Contains(organ, "政协") {
		return "主席"
	}
	return "主任"
}

// staff tells an office below the heads of a company.
func staff(t title.Title) bool { return zh.EndsWith(t.Text, "总监", "经理") }

// elects remembers the chief of an assembly whom a chain of titles without a name says is to be elected (选举产生了县政协主席、副主席), for
// the names to come: 某某当选主席.
func (b *binder) elects() {
	for _, u := range b.chain {
		if t := u.title; t.Seat && assemblies[strings.TrimPrefix(t.Organ, t.Level)] && t.Level != "" {
			place := b.rd.seatOf(u, nil, nil)
			if u.place >= 0 {
				place = b.rd.places.Spots[u.place].Place
			}
			if place != nil {
				b.rd.elected = chief{head: t.Head, organ: t.Organ, place: place}
			}
			return
		}
	}
}

// electee gives q the place of the assembly whose election was told before, if it is a bare post of it; it tells whether.
func (b *binder) electee(q *reading.Post, t title.Title) bool {
	c := b.rd.elected
	if c.place == nil || b.mode != verb.Elects || t.Level != "" || t.Organ != "" || t.Text != c.head && t.Text != "副"+c.head && t.Text != "秘书长" {
		return false
	}
	q.Place = b.rd.places.Path(c.place)
	return true
}

// preside remembers the post q of u, if it heads an assembly or a named body. Behind another post of the same chain it heads
// what that one is of: 市人大常委会党组书记、主任.
func (b *binder) preside(u unit, q reading.Post, place *gazetteer.Place, first bool) {
	t := u.title
	if !first && t.Organ == "" && t.Seat && b.chief.organ != "" && q.Place == b.chief.post.Place {
		b.chief.head = t.Head
		return
	}
	if strings.HasSuffix(t.Text, "主任委员") && q.Org != "" {
		b.chief = chief{head: "主任委员", post: q, place: place}
		return // 某委员会副主任委员甲作的报告，主任委员乙作的报告
	}
	organ := strings.TrimSuffix(t.Organ, "党组")
	if organ = strings.TrimSuffix(organ, "党组"); first && !t.Seat && t.Kind == title.Office && assemblies[strings.TrimPrefix(organ, t.Level)] && (deputies[t.Head] || strings.Contains(t.Text, "党组")) {
		b.chief = chief{head: presides(organ), organ: organ, post: q, place: place}
		return // 市人大常委会党组副书记、副主任甲，副主任乙
	}
	if u.body >= 0 {
		if p, organ, own := b.rd.ruling(b.rd.Bodies[u.body]); own && t.Seat {
			b.chief = chief{head: t.Head, organ: cmp.Or(organ, "委员会"), post: q, place: p}
			return // 政协某市第五届委员会主席
		}
	}
	if t.Kind != title.Office || !t.Seat && !staff(t) || q.Org == "" && !assemblies[strings.TrimPrefix(organ, t.Level)] && !assemblies[organ] {
		return
	}
	b.chief = chief{head: t.Head, organ: organ, post: q, place: place}
}

// deputize gives q the body of the chief before it, if it is a bare deputy's or secretary's post of the same; it tells whether.
func (b *binder) deputize(q *reading.Post, u unit, first bool) bool {
	c, t := b.chief, u.title
	if c.head == "" || t.Level != "" || c.head == "主任委员" && !b.rd.ledBare(u) {
		return false
	}
	if first && c.organ != "" && (zh.BeginsWith(t.Text, "党组") || zh.BeginsWith(t.Text, "党委") && c.post.Org != "") {
		q.Place, q.Org = c.post.Place, c.post.Org
		return true // 市人大常委会主任甲，党组副书记、副主任乙
	}
	if first && c.post.Org != "" && internal[t.Organ] && b.rd.ledBare(u) {
		q.Org = c.post.Org
		return true // 某集团董事长甲，工会主席乙
	}
	if t.Organ != "" {
		return false
	}
	if first && c.post.Org != "" && staff(t) && b.rd.ledBare(u) && (staff(title.Title{Text: c.head}) || beside[c.head+" 副总经理"]) {
		q.Org = c.post.Org
		return true // 某公司采购总监甲、销售经理乙
	}
	if courtHeads[t.Head] && strings.HasSuffix(c.post.Org, "法院") || procuratorateHeads[t.Head] && strings.HasSuffix(c.post.Org, "检察院") {
		q.Org = c.post.Org
		return true
	}
	if c.post.Org != "" && beside[c.head+" "+t.Text] && b.rd.ledBare(u) {
		q.Org = c.post.Org
		return true // 军分区司令员甲、政委乙
	}
	rank := strings.TrimSuffix(t.Text, c.head)
	if t.Text == c.head && c.head == "主任委员" {
		q.Place, q.Org = c.post.Place, c.post.Org
		return true
	}
	secretary := (t.Text == "秘书长" || t.Text == "副秘书长") && c.organ != ""
	if !secretary && (rank == t.Text || rank != "副" && rank != "常务副" && rank != "第一副") {
		return false
	}
	q.Place, q.Org = c.post.Place, c.post.Org
	return true
}

// install gives who the posts of the chain.
func (b *binder) install(who *person) {
	for k := range b.chain {
		b.chain[k].holder = who
	}
	b.group = b.resolveChain(b.chain)
	b.deal()
	b.contest(who)
	who.add(b.group...)
}

// contest moves a bare seat of the group (县长) that somebody else of the article holds in the place found for it to the other
// place of the level that stands before the title: a county has one head, so that a second is that of the county visited.
func (b *binder) contest(who *person) {
	for k, u := range b.chain {
		q := &b.group[k]
		if u.place >= 0 || u.body >= 0 || u.title.Level == "" || !u.title.Seat || q.Status != reading.Current || !b.rd.held(who, *q) {
			continue
		}
		if p := b.rd.otherSeat(u, q.Place); p != nil {
			moved := b.rd.places.Path(p)
			for j := range b.group {
				if b.group[j].Inherited && b.group[j].Place == q.Place && b.chain[j].place < 0 {
					b.group[j].Place = moved
				}
			}
			b.carry = p
			return
		}
	}
}

// held tells whether somebody other than who holds the post q.
func (rd *Reader) held(who *person, q reading.Post) bool {
	for _, p := range rd.people {
		if p == who {
			continue
		}
		for _, have := range p.posts {
			if have.Title == q.Title && have.Place == q.Place && have.Status == reading.Current && !have.Occupation {
				return true
			}
		}
	}
	return false
}

// otherSeat is the last place of u's level named before it that is not the one at path, nil if there is none.
func (rd *Reader) otherSeat(u unit, path string) *gazetteer.Place {
	var last *gazetteer.Place
	at := -1
	for _, s := range rd.places.Spots {
		if s.Place != nil && s.Start < u.start && s.Start > at && !s.Inside && rd.places.HadLevel(s.Place, u.title.Level) && rd.places.Path(s.Place) != path {
			last, at = s.Place, s.Start
		}
	}
	return last
}
