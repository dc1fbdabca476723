package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// zones are the words for special areas whose committees are bodies with titles of their own.
var zones = zh.Words("片区 高新区 经开区 开发区 新区 示范区 度假区 旅游度假区 工业园区 工业园 产业园 产业园区 园区 科技园 综保区 综合保税区 保税区 自贸区 风景区 景区 风景名胜区 工业集中区 高新技术产业开发区 经济技术开发区 经济开发区 临空经济区 生态城 新城")

// zoned takes a special area (宝鸡|高新区) in front of a title of its committee off the end of out, and tells how many units it is.
func (rd *Reader) zoned(out []unit, u *unit) int {
	organ := strings.TrimPrefix(u.title.Organ, u.title.Level)
	if u.body >= 0 || u.place >= 0 || organ != "管委会" && organ != "党工委" || u.start != u.title.Start {
		return 0
	}
	end := u.start + len([]rune(u.title.Level)) // 高新|区管委会主任
	n, head := len(out), -1
	for k := n - 1; k >= 0 && n-k < 4 && out[k].end == rd.next(out, k, u) && (out[k].kind == uWord || out[k].kind == uName || out[k].kind == uPlace); k-- {
		if zones[rd.v.Text(out[k].start, end)] {
			head = k
		}
	}
	if head < 0 {
		return 0
	}
	k := head
	for k > 0 && out[k-1].kind == uPlace && out[k-1].end == out[k].start {
		k--
	}
	if k == head && k > 0 && out[k-1].end == out[k].start {
		switch p := out[k-1]; {
		case lattice.IsLevel(p.text), p.kind == uName && p.end-p.start <= longestEstate, p.tag == "ns" || p.tag == "nz":
			k-- // 市|高新区, 某家坡|经开区
		case !rd.opens(p):
			return 0 // some other word of its name
		}
	}
	rd.committee(u, out[k])
	return n - k
}

// longestEstate is how many characters the name may have that stands in front of such an area.
const longestEstate = 4

// committee makes the committee that governs a zone the body of a post: 生态城管委会主任. Of its Party committee the zone is the body, and the
// title says the rest: 某开发区|党工委书记.
func (rd *Reader) committee(u *unit, zone unit) {
	level := len([]rune(u.title.Level))
	end := u.title.Start + level
	party := strings.HasSuffix(u.title.Organ, zoneParty)
	if !party {
		end = u.title.Start + len([]rune(u.title.Organ))
	}
	x := body.Thing{Start: zone.start, End: end, Kind: org.Government, Anchor: body.PlaceAnchor, Name: rd.v.Said(zone.start, end)}
	if level, _ := splitLevel(x.Name); level != "" {
		x.Anchor = body.LevelAnchor
	}
	u.body = rd.addBody(x)
	if party {
		u.title.Text = strings.TrimPrefix(u.title.Text, u.title.Level)
		u.title.Organ, u.title.Level = "", ""
		return
	}
	rd.strip(u)
}

// zoneParty is what the Party's committee of a zone is called.
const zoneParty = "党工委"

// zoneOf is the zone that a bare 管委会主任 or 党工委书记 is of: that of the post before it (某开发区党工委书记、管委会主任), where the whole title is held in
// it, else the only one that its sentence has named, whose committee is the body. "" if there is none.
func (rd *Reader) zoneOf(u unit, prev *reading.Post) (zone string, whole bool) {
	organ := u.title.Organ
	if organ != "管委会" && organ != zoneParty && organ != "工管委" {
		return "", false
	}
	if prev != nil {
		for _, other := range [...]string{"管委会", "工管委"} {
			if head, ok := strings.CutSuffix(prev.Org, other); ok && head != "" {
				return head, organ == zoneParty
			}
		}
		if prev.Org != "" && zh.BeginsWith(prev.Title, zoneParty) {
			return prev.Org, true
		}
		return "", false
	}
	from := rd.sentenceFrom(u.start)
	for _, x := range rd.Bodies {
		if !x.Facility || x.Start < from || x.End > u.start || !zh.EndsWith(x.Name, "区", "园", "新城", "科学城") {
			continue
		}
		if zone != "" && zone != x.Name {
			return "", false
		}
		zone = x.Name
	}
	return zone, organ == zoneParty
}
