package location

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// levelBehind is the level with which a title or organ goes on right behind a short name: 吉安|县|委书记, 西江|镇|人大主席. "" if none does.
func (rd *Reader) levelBehind(s *Spot) string {
	rest := rd.v.Text(s.End, min(s.End+4, len(rd.v.Runes)))
	for _, level := range [...]string{"县", "区", "市", "镇", "乡", "旗"} {
		if after, ok := strings.CutPrefix(rest, level); ok && zh.BeginsWith(after, "委", "长", "领导", "人大", "政协", "政府", "人民政府", "党委", "纪委") {
			return level
		}
	}
	return ""
}

// HadLevel tells whether p is of the level now, or was on the day of the issue: 县委 of what is a city today.
func (rd *Reader) HadLevel(p *gazetteer.Place, level string) bool {
	return HasLevel(p, level) || HasLevel(p.At(rd.Date), level)
}

// HasLevel tells whether p is of the level that a word names.
func HasLevel(p *gazetteer.Place, level string) bool {
	if p == nil || p.Kind != gazetteer.Division {
		return false
	}
	name := p.Name
	switch level {
	case "省":
		return p.Level == gazetteer.Province && !strings.HasSuffix(name, "市") || strings.HasSuffix(name, "省")
	case "自治区":
		return strings.HasSuffix(name, "自治区")
	case "市":
		return strings.HasSuffix(name, "市")
	case "县":
		return strings.HasSuffix(name, "县")
	case "区":
		return strings.HasSuffix(name, "区") && p.Level == gazetteer.County
	case "旗", "盟", "州", "乡", "镇", "村":
		return strings.HasSuffix(name, level)
	case "地", "地区":
		return strings.HasSuffix(name, "地区")
	case "街道", "苏木":
		return strings.HasSuffix(name, level)
	case "特区", "特别行政区":
		return strings.HasSuffix(name, "特别行政区")
	}
	return false
}

// heir is the division that has the place and the short name of one that is no more on the day of the issue, where the text says no more
// than that, alone or behind its province: 安徽天长 is of 滁州 today. Any other place stays itself.
func (rd *Reader) heir(c gazetteer.Candidate) *gazetteer.Place {
	p := c.Place
	if !c.Form.Has(gazetteer.Short) && !c.Form.Has(gazetteer.Chained) || p.Kind != gazetteer.Division || p.ValidAt(rd.Date) {
		return p
	}
	for q := p.Successor(); q != nil; q = q.Successor() {
		if q.ValidAt(rd.Date) && q.Plain() == p.Plain() {
			return q
		}
	}
	return p
}
