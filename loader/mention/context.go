package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
)

// spotBefore is the place of a level that a bare title at start means: the last one named before it in the same paragraph,
// else the one that the whole article names most.
func (rd *reader) spotBefore(start int, level string) *gazetteer.Place {
	from := rd.v.Parts[rd.v.PartAt(start)].Start
	var last *gazetteer.Place
	for i := range rd.Spots {
		if s := &rd.Spots[i]; s.Start >= from && s.Start < start && location.HasLevel(s.Place, level) {
			last = s.Place
		}
	}
	if last != nil {
		return last
	}
	return rd.foremostOf(level)
}

// foremostOf is the place of a level that the whole article names most, the first of several; nil if it names none.
func (rd *reader) foremostOf(level string) *gazetteer.Place {
	count := map[*gazetteer.Place]int{}
	for i := range rd.Spots {
		if p := rd.Spots[i].Place; location.HasLevel(p, level) {
			count[p]++
		}
	}
	var foremost *gazetteer.Place
	best := 0
	for i := range rd.Spots {
		if p := rd.Spots[i].Place; count[p] > best {
			foremost, best = p, count[p]
		}
	}
	return foremost
}

// villageBefore is the last village that the paragraph names before u: 车队来到某镇某村。…和|村党支部书记|某某.
func (rd *reader) villageBefore(u unit) *gazetteer.Place {
	from := rd.v.Parts[rd.v.PartAt(u.start)].Start
	var last *gazetteer.Place
	for _, s := range rd.Spots {
		if p := s.Place; s.Start >= from && s.Start < u.start && p == nil && len(s.Candidates) == 1 && strings.HasSuffix(s.Candidates[0].Place.Name, "村") {
			last = s.Candidates[0].Place
		} else if p != nil && s.Start >= from && s.Start < u.start && strings.HasSuffix(p.Name, "村") {
			last = p
		}
	}
	if last != nil {
		return last
	}
	for _, s := range rd.Spots { // else the only one of the article
		if p := s.Place; p != nil && strings.HasSuffix(p.Name, "村") {
			if last != nil && last.Name != p.Name {
				return nil
			}
			last = p
		}
	}
	return last
}

// countryBefore is the country that a bare 总统 or 外长 means: the last one named before it, China left out where another is.
func (rd *reader) countryBefore(start int) *gazetteer.Place {
	if c := rd.foreignCountry(start); c != nil {
		return c
	}
	if rd.Nation {
		return rd.g.ByPath("中国")
	}
	return nil
}

// foreignCountry is the foreign country named last before start, else the first of the article.
func (rd *reader) foreignCountry(start int) *gazetteer.Place {
	var last, first *gazetteer.Place
	for _, s := range rd.Spots {
		if s.Place == nil || s.Place.Kind != gazetteer.Country || s.Place.Name == "中国" || s.Rule == "place.letter" {
			continue
		}
		if first == nil {
			first = s.Place
		}
		if s.Start < start {
			last = s.Place
		}
	}
	if last != nil {
		return last
	}
	return first
}

// foreignName tells a name that no Chinese person bears: it is written with ·, or longer than surname and given name.
func (rd *reader) foreignName(name string) bool {
	n := len([]rune(name))
	return strings.ContainsAny(name, "·-") || n > 3 || rd.byName[name] != nil && rd.byName[name].script == lattice.Foreign
}

// headTypes are the types of body that a bare head belongs to.
var headTypes = map[string]string{
	"董事": org.Company, "监事": org.Company, "监事长": org.Company, "董事长": org.Company, "总经理": org.Company, "经理": org.Company, "总裁": org.Company, "厂长": org.Company, "行长": org.Company, "首席执行官": org.Company,
	"校长": org.School, "教务主任": org.School, "教导主任": org.School, "德育主任": org.School, "政教主任": org.School, "园长": org.School, "教授": org.School, "副教授": org.School, "医师": org.Hospital, "主任医师": org.Hospital, "副主任医师": org.Hospital, "主治医师": org.Hospital, "护士长": org.Hospital, "年级主任": org.School, "高一年级主任": org.School, "高二年级主任": org.School, "高三年级主任": org.School,
	"会长": org.Association, "理事长": org.Association, "局长": org.Government, "厅长": org.Government, "检察长": org.Government,
}

// orgMeant is the body that a bare title means by its head: the nearest of its kind before it in its paragraph, with none of
// stops between; else, where stops is empty, that which the article names by far the most.
func (rd *reader) orgMeant(u unit, stops string) string {
	part, nearest := rd.v.PartAt(u.start), -1
	suits := func(x body.Thing) bool {
		return !x.Natural && headOf(x, u.title.Head, rd.v.Runes[x.End-1]) && (x.Start >= u.end || x.End <= u.start)
	}
	for i, x := range rd.bodies {
		if x.End <= u.start && (nearest < 0 || x.End > rd.bodies[nearest].End) && suits(x) && rd.v.PartAt(x.Start) == part {
			nearest = i
		}
	}
	switch {
	case nearest >= 0 && strings.ContainsAny(rd.v.Text(rd.bodies[nearest].End, u.start), stops):
		return ""
	case nearest >= 0:
		return rd.bodyName(nearest, nil)
	case stops != "":
		return ""
	}
	all := map[string]int{}
	for i, x := range rd.bodies {
		if suits(x) {
			all[rd.bodyName(i, nil)]++
		}
	}
	if best := foremost(all); best != "" {
		return best
	}
	return rd.leading(suits)
}

// headOf tells whether a body or built place that ends in last may have a head of that kind: a company its 总经理, what ends in 院 its
// 院长 (参观了市人民医院。院长…).
func headOf(x body.Thing, head string, last rune) bool {
	if kind, ok := headTypes[head]; ok {
		return !x.Facility && x.Kind == kind
	}
	return likeHeads[head] && !x.Known && []rune(head)[0] == last
}

// likeHeads are the heads whose bodies end in their first character: 院长 of a hospital or institute, 馆长 of a museum.
var likeHeads = zh.Words("院长 馆长 站长 场长 台长 社长 所长 园长")

// bodyName is the full name of a body: its level word is replaced by the place that it stands for.
func (rd *reader) bodyName(i int, left *gazetteer.Place) string {
	x := rd.bodies[i]
	if x.Full != "" {
		return x.Full
	}
	if x.Anchor != body.LevelAnchor {
		return rd.formal(x)
	}
	level, rest := splitLevel(x.Name)
	if level == "" {
		return x.Name
	}
	if level == "国" {
		return "中国" + rest
	}
	p := rd.levelPlace(x.Start, level, left)
	if p == nil {
		return x.Name
	}
	full := rd.hospital(rd.spelled(p, rest))
	if left != nil {
		rd.bodies[i].Full = full
	}
	return full
}

// hospital is the people's hospital of a county that the article names, which 县医院 means.
func (rd *reader) hospital(name string) string {
	if head, ok := strings.CutSuffix(name, "医院"); ok && zh.EndsWith(head, "县", "市", "区", "旗", "州") {
		for _, y := range rd.bodies {
			if y.Name == head+"人民医院" {
				return y.Name
			}
		}
	}
	return name
}

// spelled is the name of a body of p whose level word says 州 or 县 before rest: as the article writes it elsewhere
// (延边朝鲜族自治州统计局), else under p's plain name (延边州统计局).
func (rd *reader) spelled(p *gazetteer.Place, rest string) string {
	for _, y := range rd.bodies {
		if y.Anchor != body.PlaceAnchor || !strings.HasSuffix(y.Name, rest) || y.Name == rest {
			continue
		}
		if k := rd.At(y.Start); k >= 0 && rd.Spots[k].Place == p && rd.v.Said(rd.Spots[k].End, y.End) == rest {
			return y.Name
		}
	}
	return p.Plain() + rest
}

// formal is the name of a delegation or organ with the places in front of it under their own names: 北京东城区党政代表团 is
// that of 北京市东城区. Other bodies keep what they call themselves.
func (rd *reader) formal(x body.Thing) string {
	if strings.HasSuffix(x.Name, "管委会") && zh.BeginsWith(x.Name, "园区", "开发区", "新区", "高新区", "经开区", "示范区", "保税区") {
		return rd.committeeInFull(x)
	}
	if x.Anchor != body.PlaceAnchor || x.Kind != org.Delegation {
		return x.Name
	}
	i := rd.At(x.Start)
	if i < 0 || rd.Spots[i].Place == nil || rd.Spots[i].End > x.End {
		return x.Name
	}
	s := rd.Spots[i]
	head := rd.v.Text(s.Start, s.End)
	if s.Place.Level == gazetteer.Province && !strings.HasPrefix(rd.v.Text(s.End, x.End), "党政") {
		return x.Name // 甘肃代表团, as its congress calls it
	}
	name := ""
	for p := s.Place; p != nil && p.Kind == gazetteer.Division; p = p.Parent() {
		if name != "" && !strings.HasPrefix(head, string([]rune(p.Name)[:2])) && !strings.Contains(head, p.Name) {
			continue
		}
		name = p.Name + name
	}
	if name == "" {
		return x.Name
	}
	return name + rd.v.Said(s.End, x.End)
}

// committeeInFull is the committee of a zone that the article names before with its place, for 园区管委会 alone.
func (rd *reader) committeeInFull(x body.Thing) string {
	full := x.Name
	for _, y := range rd.bodies {
		if y.Start < x.Start && len(y.Name) > len(x.Name) && strings.HasSuffix(y.Name, x.Name) {
			if full != x.Name && full != y.Name {
				return x.Name // two of them
			}
			full = y.Name
		}
	}
	return full
}

func (rd *reader) levelPlace(start int, level string, left *gazetteer.Place) *gazetteer.Place {
	if location.HasLevel(left, level) {
		return left
	}
	for _, from := range []*gazetteer.Place{rd.Home, left} {
		for p := from; p != nil; p = p.Parent() {
			if rd.HadLevel(p, level) {
				return p
			}
		}
	}
	return rd.spotBefore(start, level)
}

// longestHome is the length of the longest word like 我市, in characters: 我地区.
const longestHome = 3

// splitLevel takes the level word or 我市 off the head of a name, also in traditional characters; the rest is as it was.
func splitLevel(name string) (level, rest string) {
	runes := []rune(name)
	plain := string(zh.FoldEach(runes))
	for n := min(longestHome, len(runes)); n > 1; n-- {
		if l := lattice.HomeLevel(string([]rune(plain)[:n])); l != "" {
			return l, string(runes[n:])
		}
	}
	for _, w := range []string{"自治区", "自治州", "自治县", "自治旗", "地区", "街道", "市", "县", "区", "省", "州", "旗", "盟", "镇", "乡", "村"} {
		if strings.HasPrefix(plain, w) {
			return w, string(runes[len([]rune(w)):])
		}
	}
	return "", name
}
