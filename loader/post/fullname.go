package post

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
)

// bodyName is the full name of a body: its level word is replaced by the place that it stands for.
func (rd *Reader) bodyName(i int, left *gazetteer.Place) string {
	x := rd.Bodies[i]
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
		rd.Bodies[i].Full = full
	}
	return full
}

// bureauAtHome tells a bureau that says nothing of whose it is, in a paper of a city or county: the home's.
func (rd *Reader) bureauAtHome(x body.Thing) bool {
	h := rd.places.Home
	return x.Anchor == body.NoAnchor && x.Kind == org.Government && !x.Known && strings.HasSuffix(x.Name, "局") && h != nil && (h.Level == gazetteer.County || h.Level == gazetteer.Prefecture)
}

// hospital is the people's hospital of a county that the article names, which 县医院 means.
func (rd *Reader) hospital(name string) string {
	if head, ok := strings.CutSuffix(name, "医院"); ok && zh.EndsWith(head, "县", "市", "区", "旗", "州") {
		for _, y := range rd.Bodies {
			if y.Name == head+"人民医院" {
				return y.Name
			}
		}
	}
	return name
}

// spelled is the name of a body of p whose level word says 州 or 县 before rest: as the article writes it elsewhere
// (延边朝鲜族自治州统计局), else under p's plain name (延边州统计局).
func (rd *Reader) spelled(p *gazetteer.Place, rest string) string {
	for _, y := range rd.Bodies {
		if y.Anchor != body.PlaceAnchor || !strings.HasSuffix(y.Name, rest) || y.Name == rest {
			continue
		}
		if k := rd.places.At(y.Start); k >= 0 && rd.places.Spots[k].Place == p && rd.v.Said(rd.places.Spots[k].End, y.End) == rest {
			return y.Name
		}
	}
	return p.Plain() + rest
}

// formal is the name of a delegation or organ with the places in front of it under their own names: 北京东城区党政代表团 is
// that of 北京市东城区. Other bodies keep what they call themselves.
func (rd *Reader) formal(x body.Thing) string {
	if strings.HasSuffix(x.Name, "管委会") && zh.BeginsWith(x.Name, "园区", "开发区", "新区", "高新区", "经开区", "示范区", "保税区") {
		return rd.committeeInFull(x)
	}
	if x.Anchor != body.PlaceAnchor || x.Kind != org.Delegation {
		return x.Name
	}
	i := rd.places.At(x.Start)
	if i < 0 || rd.places.Spots[i].Place == nil || rd.places.Spots[i].End > x.End {
		return x.Name
	}
	s := rd.places.Spots[i]
	for k := rd.places.At(s.End); k >= 0 && rd.places.Spots[k].End <= x.End && rd.places.Spots[k].Place.Within(s.Place); k = rd.places.At(s.End) {
		s = rd.places.Spots[k] // 湖南|龙山
	}
	head := rd.v.Text(x.Start, s.End)
	if s.End-s.Start > 2 && s.Place.Level != gazetteer.Province && strings.HasSuffix(s.Place.Name, "州") && strings.HasSuffix(head, "州") {
		return x.Name // 楚雄州党政代表团, with its level
	}
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
func (rd *Reader) committeeInFull(x body.Thing) string {
	full := x.Name
	for _, y := range rd.Bodies {
		if y.Start < x.Start && len(y.Name) > len(x.Name) && strings.HasSuffix(y.Name, x.Name) {
			if full != x.Name && full != y.Name {
				return x.Name // two of them
			}
			full = y.Name
		}
	}
	return full
}

func (rd *Reader) levelPlace(start int, level string, left *gazetteer.Place) *gazetteer.Place {
	if location.HasLevel(left, level) {
		return left
	}
	for _, from := range []*gazetteer.Place{rd.places.Home, left} {
		for p := from; p != nil; p = p.Parent() {
			if rd.places.HadLevel(p, level) {
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

// lengthener answers what longer does, and looks through the bodies only once for all that stand under one name, which may be thousands. It
// holds as long as no body is added or gets another name.
func (rd *Reader) lengthener() func(name string, x body.Thing) string {
	type sort struct {
		name, kind string
		anchor     body.Anchor
		known      bool
		at         *gazetteer.Place
	}
	found := map[sort]string{}
	return func(name string, x body.Thing) string {
		key := sort{name, x.Kind, x.Anchor, x.Known, nil}
		if x.Anchor == body.PlaceAnchor {
			key.at = rd.placeAt(x.Start)
		}
		out, ok := found[key]
		if !ok {
			out = rd.longer(name, x)
			found[key] = out
		}
		return out
	}
}

// longer is the longer name of the article that a short one ends (总台, 半岛电视台), the name itself if none does.
func (rd *Reader) longer(name string, x body.Thing) string {
	if x.Anchor == body.LevelAnchor {
		return name
	}
	if x.Kind == org.Delegation {
		if whole := strings.TrimSuffix(name, "代表团") + "体育代表团"; slices.ContainsFunc(rd.Bodies, func(y body.Thing) bool { return y.Name == whole }) {
			return whole
		}
	}
	if whole := org.BankInFull(name); whole != name && slices.ContainsFunc(rd.Bodies, func(y body.Thing) bool { return y.Name == whole }) {
		return whole
	}
	for _, whole := range org.FullNames(name) {
		if x.Anchor == body.PlaceAnchor && slices.ContainsFunc(rd.Bodies, func(y body.Thing) bool { return y.Name == whole }) {
			return whole // 俄杜马主席, where the article has 国家杜马
		}
	}
	best := name
	for i, y := range rd.Bodies {
		if y.Facility || y.Natural || y.Kind != x.Kind || len(y.Name) <= len(name) || !strings.HasSuffix(y.Name, name) {
			continue
		}
		if x.Anchor == body.PlaceAnchor && !x.Known && !owned(y, name) && !rd.seatedAs(y, x) || x.Known && x.Kind == org.Government && y.Anchor == body.PlaceAnchor {
			continue // 俄罗斯外交部 is another 外交部
		}
		if full := rd.bodyName(i, nil); len(full) > len(best) && (len(full) <= 5*len(name) || name == body.Presidium) {
			best = full
		}
	}
	return best
}

// seatedAs tells whether y is x with nothing in front but the places that x's own lies in: 某省某市|某县人民医院.
func (rd *Reader) seatedAs(y, x body.Thing) bool {
	own := rd.placeAt(x.Start)
	if own == nil {
		return false
	}
	for at, stop, last := y.Start, y.End-(x.End-x.Start), (*gazetteer.Place)(nil); ; {
		k := rd.places.At(at)
		if at == stop {
			return last != nil && own != last && own.Within(last) || last != nil && own.Kind == gazetteer.Abroad && last.Kind == gazetteer.Country
		}
		if k < 0 || rd.places.Spots[k].Place == nil {
			return false
		}
		at, last = rd.places.Spots[k].End, rd.places.Spots[k].Place
		if at > stop {
			return last == own // one chain of places
		}
	}
}

// placeAt is the place whose name begins at start, nil if none does.
func (rd *Reader) placeAt(start int) *gazetteer.Place {
	if k := rd.places.At(start); k >= 0 {
		return rd.places.Spots[k].Place
	}
	return nil
}

// owned tells whether y is the body called name under the known body that it belongs to: 全国人大常委会|某地某法委员会.
func owned(y body.Thing, name string) bool {
	head := []rune(strings.TrimSuffix(y.Name, name))
	end, _, ok := org.At(head, 0)
	return ok && end == len(head)
}
