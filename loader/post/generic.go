package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
)

// generics are the common nouns that stand in front of a title for the body of their kind that the text has named
// (集团董事长, 商会常务副会长, 该校党委书记), with the type of the body.
var generics = map[string]string{
	"集团": org.Company, "公司": org.Company, "集团公司": org.Company, "企业": org.Company, "银行": org.Company, "酒店": org.Company, "合作社": org.Company,
	"学校": org.School, "大学": org.School, "学院": org.School, "校": org.School, "医院": org.Hospital, "附院": org.Hospital, "附属医院": org.Hospital,
	"商会": org.Association, "协会": org.Association, "学会": org.Association, "联合会": org.Association, "基金会": org.Association, "联盟": org.Association, "促进会": org.Association,
	"研究院": org.Other, "研究所": org.Other, "合唱团": org.Other,
}

// parts are common nouns that point back to the only body of the article whose name ends in them (局党组书记, 中心主任, 医疗队队长).
var parts = zh.Words("局 段 中心 电站 医疗队 服务队 志愿服务队 工作队 实验室 工作站 保护站 调解室 指挥部 园区 产业园 孵化园 农庄 管委会 监狱 水库 景区 报社 电视台 剧团 酒厂 药厂 钢厂 煤矿")

// farms are the same for built places that employ people.
var farms = zh.Words("茶场 农场 林场 牧场 博物馆 图书馆 文化馆 纪念馆 美术馆")

// thatEnds are the ends of names by which 该 points back to a body: 该局副局长.
var thatEnds = zh.Words("局 院 校 所 馆 行 厂 社 台 厅 委 办 站 段 矿 场 中心 支队 大队 园区")

// genericOf takes such a noun, with 该 or 本 before it, off the end of out, and tells how many units that is.
func (rd *Reader) genericOf(out []unit, u *unit) int {
	n := len(out)
	p := out[n-1]
	word, the := p.text, 0
	if r := []rune(word); len(r) > 1 && (r[0] == '该' || r[0] == '本') {
		word, the = string(r[1:]), 1
	} else if n > 1 && out[n-2].end == p.start && (out[n-2].text == "该" || out[n-2].text == "本") {
		the = 2
	}
	switch {
	case p.kind != uWord || u.place >= 0 || u.body >= 0 || u.title.Level != "" || u.title.Kind != title.Office:
		return 0
	case u.title.Organ != "" && !internal[u.title.Organ]:
		return 0
	case the > 0 && thatEnds[word]:
	case parts[word]:
		if rd.onlyEnding(word, *u) == "" {
			return 0
		}
	case generics[word] == "" && !farms[word], word == "校" && the == 0 && u.title.Organ == "":
		return 0
	}
	if the == 0 && n > 1 && word == "医院" && out[n-2].end == p.start && out[n-2].text == "附属" {
		u.generic = "附属医院"
		return 2
	}
	if the == 0 && n > 1 && out[n-2].end == p.start && (out[n-2].kind == uName || !rd.opens(out[n-2])) {
		return 0 // part of a longer phrase
	}
	u.generic = word
	if the > 0 {
		u.generic = that + word
	}
	return max(the, 1)
}

// genericBody is the body that a common noun in front of the title of u stands for: the only one of its kind that the paragraph
// names before it, else the one that the article names by far the most; "" if no one stands out.
func (rd *Reader) genericBody(u unit) string {
	if u.generic[0] == '!' {
		return rd.thatBody(u)
	}
	if parts[u.generic] {
		return rd.onlyEnding(u.generic, u)
	}
	part := rd.v.PartAt(u.start)
	near, all, called := map[string]int{}, map[string]int{}, map[string]int{}
	for i, x := range rd.Bodies {
		if !rd.suits(x, u) {
			continue
		}
		name := rd.bodyName(i, nil)
		if u.generic == "医院" && !strings.HasSuffix(name, u.generic) {
			continue // 某医学中心 is called otherwise
		}
		all[name]++
		if x.End <= u.start && rd.v.PartAt(x.Start) == part {
			near[name]++
			if strings.HasSuffix(name, u.generic) {
				called[name]++
			}
		}
	}
	switch {
	case len(near) == 1:
		all = near
	case len(called) == 1:
		all = called // 供销社与某公司签约，公司总经理…
	}
	if best := foremost(all); best != "" {
		return best
	}
	return rd.leading(func(x body.Thing) bool { return rd.suits(x, u) })
}

// onlyEnding is the only body before u whose name ends in word, "" if there is none, or several.
func (rd *Reader) onlyEnding(word string, u unit) string {
	only := ""
	for i, x := range rd.Bodies {
		if x.End > u.start || x.Natural || !strings.HasSuffix(x.Name, word) || len([]rune(x.Name)) <= len([]rune(word)) {
			continue
		}
		name := rd.bodyName(i, nil)
		if only != "" && only != name {
			return ""
		}
		only = name
	}
	return only
}

// leading is the only body of a kind that the headline names, else the only one of the first paragraph: of it the story tells.
func (rd *Reader) leading(suits func(body.Thing) bool) string {
	if name, several := rd.onlyIn(article.TitlePart, suits); name != "" || several {
		return name
	}
	name, _ := rd.onlyIn(article.BodyPart, suits)
	return name
}

// headline is the only body of a kind that the headline names, "" if there is none.
func (rd *Reader) headline(suits func(body.Thing) bool) string {
	name, _ := rd.onlyIn(article.TitlePart, suits)
	return name
}

// onlyIn is the only body of a kind in the first part of that kind which names one; several says that it names more.
func (rd *Reader) onlyIn(kind article.PartKind, suits func(body.Thing) bool) (name string, several bool) {
	part := -1
	for i, x := range rd.Bodies {
		p := rd.v.PartAt(x.Start)
		if rd.v.Parts[p].Kind != kind || part >= 0 && p != part || !suits(x) {
			continue
		}
		if full := rd.bodyName(i, nil); name == "" || name == full {
			name, part = full, p
		} else {
			return "", true
		}
	}
	return name, false
}

// foremost is the name that is counted by far the most, "" if none is.
func foremost(all map[string]int) string {
	best, second := "", 0
	for name, n := range all {
		switch {
		case best == "" || n > all[best]:
			second = max(second, all[best])
			best = name
		default:
			second = max(second, n)
		}
	}
	if best == "" || all[best] < 2*second {
		return ""
	}
	return best
}

// that marks a noun that 该 or 本 points back with, to the nearest of its kind.
const that = "!"

// thatBody is the nearest body before u of the kind that 该 and a noun point back to.
func (rd *Reader) thatBody(u unit) string {
	u.generic = strings.TrimPrefix(u.generic, that)
	best := -1
	for i, x := range rd.Bodies {
		if x.End <= u.start && rd.suits(x, u) && (best < 0 || x.End > rd.Bodies[best].End) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return rd.bodyName(best, nil)
}

// suits tells whether x is of the kind that the noun in front of u's title names, and no part of that title.
func (rd *Reader) suits(x body.Thing, u unit) bool {
	if x.Natural || x.Start >= u.start && x.End <= u.end {
		return false
	}
	if strings.HasSuffix(x.Name, u.generic) {
		return true
	}
	if strings.HasPrefix(u.generic, "附") {
		return strings.Contains(x.Name, "附属")
	}
	kind := generics[u.generic]
	return !x.Facility && x.Kind == kind && (kind == org.Company || kind == org.School || kind == org.Hospital)
}
