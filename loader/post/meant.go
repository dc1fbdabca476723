package post

import (
	"cmp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
)

// headTypes are the types of body that a bare head belongs to.
var headTypes = map[string]string{
	"董事": org.Company, "监事": org.Company, "监事长": org.Company, "董事长": org.Company, "总经理": org.Company, "经理": org.Company, "总裁": org.Company, "厂长": org.Company, "行长": org.Company, "首席执行官": org.Company,
	"校长": org.School, "教务主任": org.School, "教导主任": org.School, "德育主任": org.School, "政教主任": org.School, "园长": org.School, "教授": org.School, "副教授": org.School, "医师": org.Hospital, "主任医师": org.Hospital, "副主任医师": org.Hospital, "主治医师": org.Hospital, "护士长": org.Hospital, "年级主任": org.School, "高一年级主任": org.School, "高二年级主任": org.School, "高三年级主任": org.School,
	"会长": org.Association, "理事长": org.Association, "局长": org.Government, "司长": org.Government, "厅长": org.Government, "检察长": org.Government,
}

// orgMeant is the body that a bare title means by its head: the nearest of its kind before it in its paragraph, with none of
// stops between; else, where stops is empty, that which the article names by far the most.
func (rd *Reader) orgMeant(u unit, stops string) string {
	part, nearest := rd.v.PartAt(u.start), -1
	head := u.title.Head
	if strings.HasSuffix(u.title.Text, "科主任") {
		head = "主治医师" // 眼科主任, of the hospital
	}
	suits := func(x body.Thing) bool {
		return !x.Natural && headOf(x, head, rd.v.Text(x.Start, x.End)) && (x.Start >= u.end || x.End <= u.start)
	}
	for i, x := range rd.Bodies {
		if x.End <= u.start && (nearest < 0 || x.End > rd.Bodies[nearest].End) && suits(x) && rd.v.PartAt(x.Start) == part {
			nearest = i
		}
	}
	if nearest >= 0 && rd.Bodies[nearest].Kind == org.School && rd.namedFor(rd.Bodies[nearest]) {
		if lead := rd.headline(suits); lead != "" {
			return lead // 某师范大学副校长甲出席。校长乙回顾…: of the school that the headline names
		}
	}
	switch {
	case nearest >= 0 && strings.ContainsAny(rd.v.Text(rd.Bodies[nearest].End, u.start), stops):
		return ""
	case nearest >= 0:
		return rd.bodyName(nearest, nil)
	case stops != "":
		return ""
	}
	all := map[string]int{}
	for i, x := range rd.Bodies {
		if suits(x) {
			all[rd.bodyName(i, nil)]++
		}
	}
	if best := foremost(all); best != "" {
		return best
	}
	return rd.leading(suits)
}

// chaired is the league or the association of the whole country whose congress a national story tells of, which a bare 主席 then leads: the only one
// that it names. "" for any other head, and where it names several.
func (rd *Reader) chaired(u unit) string {
	if !rd.places.Nation || u.title.Text != "主席" && u.title.Text != "副主席" && u.title.Text != "常务副主席" {
		return ""
	}
	name := ""
	for _, x := range rd.Bodies {
		if x.Facility || !org.HasCommittees(x.Name) && !(x.Known && x.Kind == org.Association) || x.Name == "中国共产党" {
			continue
		}
		full := cmp.Or(org.FullName(x.Name), x.Name)
		if name != "" && name != full {
			return ""
		}
		name = full
	}
	return name
}

// namedFor tells whether a title stands right behind x, so that it is named for whoever holds that.
func (rd *Reader) namedFor(x body.Thing) bool {
	t, ok := title.At(rd.v.Runes, x.End)
	return ok && t.Kind == title.Office
}

// headOf tells whether a body or built place of that name may have a head of that kind: a company its 总经理, what ends in 院 its
// 院长 (参观了市人民医院。院长…), what ends in 支队 its 支队长.
func headOf(x body.Thing, head, name string) bool {
	if kind, ok := headTypes[head]; ok {
		return !x.Facility && x.Kind == kind && (head != "司长" || zh.EndsWith(name, "部", "委", "会", "局", "署"))
	}
	unit, led := strings.CutSuffix(head, "长")
	return led && (likeHeads[head] || unitHeads[head]) && !x.Known && strings.HasSuffix(name, unit)
}

// unitHeads are the heads of units, whose names end in the whole of them but 长.
var unitHeads = zh.Words("总队长 支队长 大队长 中队长")

// likeHeads are the heads whose bodies end in their first character: 院长 of a hospital or institute, 馆长 of a museum.
var likeHeads = zh.Words("院长 馆长 站长 场长 台长 社长 所长 园长")

// ledBare tells whether nothing in front of the title of u says whose it is: not 民营企业|董事长, but 当班|站长.
func (rd *Reader) ledBare(u unit) bool {
	at := u.start
	if at > 1 && onDuty[rd.v.Text(at-2, at)] {
		at -= 2
	}
	return at == 0 || !zh.IsHan(rd.v.Runes[at-1]) && !strings.ContainsRune("》”", rd.v.Runes[at-1]) || strings.ContainsRune(leads, rd.v.Runes[at-1])
}

// onDuty are the words between a body and its bare title that don't say whose it is.
var onDuty = zh.Words("当班 值班 带班 现任 首任 时任 随行 主刀")

// leads are the characters before a bare title that leave it to a body named before: 其|董事长, 由|总经理.
var leads = "的由与和同及任为其兼暨原该本对向请听被给据经让以是把当称说等在选聘励嘱问诉"
