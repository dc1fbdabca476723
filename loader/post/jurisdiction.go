package post

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
)

// ofState are the offices of state that need no organ: they never belong to the body that a title before them names.
var ofState = zh.Words("政府总理 政府首相 国家主席 国家副主席 国务委员长 国务委员会委员长 总统 副总统 总理 副总理 首相 副首相 国王 外长 防长")

// officeOfState tells a post in the government or parliament of a state, which is none of the party that a title before it names:
// 某国某党前主席、前政府副总理.
func officeOfState(t title.Title) bool {
	minister := !t.Bare && strings.HasSuffix(t.Text, "部长") && !strings.HasSuffix(t.Text, "部部长")
	return t.Level == "" && (minister || strings.HasPrefix(t.Text, "政府") || foreignHeads[t.Head] || stateTitle(t) && t.Head != "总书记" && t.Head != "主席")
}

// partyBody tells the name of a party that the article names.
func (rd *Reader) partyBody(name string) bool {
	return slices.ContainsFunc(rd.Bodies, func(x body.Thing) bool { return x.Kind == org.Party && (x.Name == name || x.Full == name) })
}

// partyState is the country that the name of a party begins with: nil and true where two are called so (刚果劳动党), nil and false
// where it begins with none.
func (rd *Reader) partyState(party string) (c *gazetteer.Place, named bool) {
	cs, _ := rd.g.Longest([]rune(party), 0)
	for _, p := range cs {
		if p.Place.Kind != gazetteer.Country {
			continue
		}
		if named {
			return nil, true
		}
		c, named = p.Place, true
	}
	return c, named
}

// corporate tells a title that only companies have: 轮值总裁, 副总经理, 财务部部长. No division has one.
func corporate(t title.Title) bool {
	return t.Level == "" && (headTypes[t.Head] == org.Company || strings.HasSuffix(t.Text, "部部长") && zh.BeginsWith(t.Text, companyParts...))
}

// companyParts are the departments that companies have and no division does.
var companyParts = []string{"财务部", "销售部", "市场部", "生产部", "人力资源部", "工程部", "技术部", "研发部", "采购部", "行政部", "运营部", "品牌部", "法务部", "工程技术部", "项目部", "营销部", "质量部", "客服部"}

// state gives a national post its country: China, or that of the apposition (越共中央政治局委员、中央书记处书记).
func (rd *Reader) state(q *reading.Post, t title.Title, left *gazetteer.Place) {
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
func (rd *Reader) foreignHead(x body.Thing) *gazetteer.Place {
	if x.Anchor != body.PlaceAnchor {
		return nil
	}
	i := rd.places.At(x.Start)
	if i < 0 {
		return nil
	}
	p := rd.places.Spots[i].Place
	if p == nil && len(rd.places.Spots[i].Candidates) > 0 {
		p = rd.places.Spots[i].Candidates[0].Place
	}
	if p == nil || p.Kind != gazetteer.Country || p.Name == "中国" {
		return nil
	}
	return p
}

// stateOf is the country of a post in a foreign body of state or in a party of the whole country, "" for others.
func (rd *Reader) stateOf(u unit) string {
	x := rd.Bodies[u.body]
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

// seatBesides is seatOf for a title that speaks of no level: a state's, or a body's.
func (rd *Reader) seatBesides(u unit, left *gazetteer.Place, prev *reading.Post) *gazetteer.Place {
	t := u.title
	switch {
	case corporate(t):
		return nil
	case (missions[t.Head] || ofHead(t)) && left != nil && left.Kind == gazetteer.Country:
		return left // 中国驻某国大使甲和驻某组织大使乙
	case commands[t.Head] && left != nil && left.Kind == gazetteer.Country && left.Name != "中国":
		return left // 某国国防部长甲、总参谋长乙
	case left == nil && zh.EndsWith(t.Text, forcesHeads...) && u.holder != nil && !rd.native(u.holder):
		return rd.foreignCountry(u.start) // 玻利维亚司法部门对前陆军司令甲…
	case left != nil && left.Name == "中国" && foreignHeads[t.Head]:
		return rd.countryOf(u, nil, nil) // 国家主席甲和某国某党主席、总统乙
	case left != nil && (prev != nil || t.Organ != "" && !internal[t.Organ] || hasDepartment(t)):
		return left
	case title.IsOfState(t.Head) && t.Head != "主席" && t.Head != "委员长" && (t.Organ == "" || t.Bare):
		return rd.countryOf(u, left, prev)
	case t.Organ != "" && !internal[t.Organ] || strings.HasSuffix(t.Text, "部长") && !t.Bare:
		if rd.places.Nation || ministry(t) {
			return rd.countryOf(u, left, prev)
		}
		if foreignHeads[t.Head] {
			return nil // 国会众议院议长 in a city's paper
		}
		return rd.places.Home
	}
	return nil
}

// commands are who stands in a list behind a state's ministers without the state: the heads of its forces, and of its cabinet's office.
var commands = zh.Words("参谋长 总参谋长 总司令 官房长官 内阁官房长官")

// forcesHeads are the ends of titles of those who command the forces of a state other than China, which has 司令员.
var forcesHeads = []string{"陆军司令", "海军司令", "空军司令", "国防军司令", "武装部队总司令", "情报总监"}

// seatOf is the jurisdiction of a title that names none.
func (rd *Reader) seatOf(u unit, left *gazetteer.Place, prev *reading.Post) *gazetteer.Place {
	t := u.title
	if t.Level == "村" || strings.Contains(t.Text, "驻村") {
		if p := rd.villageBefore(u); p != nil {
			return p
		}
	}
	if t.Level == "" {
		return rd.seatBesides(u, left, prev)
	}
	if location.HasLevel(left, t.Level) || t.Level == "村" && left != nil && left.Kind != gazetteer.Country {
		return left
	}
	for _, from := range []*gazetteer.Place{rd.places.Home, left} {
		for p := from; p != nil; p = p.Parent() {
			if rd.places.HadLevel(p, t.Level) {
				return p
			}
		}
	}
	if p := rd.spotBefore(u.start, t.Level); p != nil && !rd.meetsOf(u, p) {
		return p
	}
	return nil
}

// internal are the organs that any body has, so that a title with one speaks of no jurisdiction.
var internal = zh.Words("党委 党组 党总支 党支部 支部 团委 共青团 机关党委 总工会 工会 直属机关党委 临时党支部")

// ministries are the departments in titles (外交部长) that no division of China has. Parts of a federation have some of them; such a
// part is named in front of its minister's title.
var ministries = zh.Words("外交 国防 内政 内务 公安 财政 司法 商务 教育 农业 交通 国家安全")

// ministry tells the title of a state's minister by his ministry: 国防部长, 外交部副部长.
func ministry(t title.Title) bool {
	of := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(t.Text, "部长"), "副"), "部")
	return ministries[of]
}

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
	if strings.HasPrefix(t.Organ, "国家杜马") || strings.HasPrefix(t.Organ, "国家议会") || foreignHeads[t.Head] {
		return false
	}
	for _, w := range []string{"国务院", "全国", "中央", "中共中央", "国家", "党和国家"} {
		if strings.HasPrefix(t.Organ, w) || strings.HasPrefix(t.Text, w) {
			return true
		}
	}
	return t.Head == "国务委员"
}

// crowned are the heads of states and governments, which no body other than a state has: 某党总裁、|首相.
var crowned = zh.Words("总统 首相 总理 国王 女王")

// foreignHeads are heads that China doesn't have.
var foreignHeads = zh.Words("国家安全顾问 国家情报总监 部长官 处长官 总统 首相 国王 女王 王储 国务卿 外相 大臣 众议长 参议长 议长")
