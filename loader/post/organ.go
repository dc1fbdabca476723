package post

import (
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/org"
)

// organs are the bodies inside a title that are named bodies of their own: parliaments, and the national congress.
var organs = zh.Words("全国人大常委会 全国人大 全国政协 议会 国会 国民议会 参议院 众议院 议会上院 议会下院 联邦议会 联邦院 国家杜马 立法会 上议院 下议院 立法议会 国家议会 人民议会 中央军委 国家监委 总统府 总理府 总统办公室 总理办公室 首相办公室 总统办公厅 总统府办公厅 总统室 国家安保室")

// organOf makes the organ of a title a body of its own: 全国人大常委会委员长, 匈牙利国会主席.
func (rd *Reader) organOf(u *unit) {
	if u.body >= 0 {
		rd.centre(u)
		return
	}
	if organ := strings.TrimSuffix(u.title.Organ, "党组"); massBodies[strings.TrimPrefix(organ, u.title.Level)] || org.IsYouthLeague(organ) {
		u.title.Organ = organ // 市妇联|党组书记
		rd.massBody(u)
	}
	if kind := stateBodies[strings.TrimPrefix(u.title.Organ, u.title.Level)]; kind != "" {
		rd.stateBody(u, kind)
	}
	if u.organ == 0 {
		rd.officeOf(u)
	}
	if rd.cabinetRoom(u) {
		return
	}
	if !organs[u.title.Organ] {
		return
	}
	end := u.title.Start + len([]rune(u.title.Organ))
	start := u.title.Start
	national := strings.HasPrefix(u.title.Organ, "全国") || strings.HasPrefix(u.title.Organ, "中央") || strings.HasPrefix(u.title.Organ, "国家")
	if !national {
		if u.place < 0 {
			return
		}
		start = rd.places.Spots[u.place].Start
	}
	if end > len(rd.v.Runes) || start >= end {
		return
	}
	kind := org.Government
	if to, known, ok := org.At(rd.v.Runes, start); ok && to == end {
		kind = known // 中央军委
	}
	i := rd.addBody(body.Thing{Start: start, End: end, Kind: kind, Anchor: body.PlaceAnchor, Name: rd.v.Said(start, end)})
	if !national {
		u.organ = i + 1
	}
}

// stateBodies are the organs inside a title that are a jurisdiction's, and bodies with names of their own.
var stateBodies = map[string]string{"监察委员会": org.Government, "监委": org.Government, "议会": org.Government, "人武部": org.Military, "人民武装部": org.Military}

// stateBody makes such an organ a body beside the jurisdiction of the post: 市监察委员会副主任, 县人武部部长.
func (rd *Reader) stateBody(u *unit, kind string) {
	if i, ok := rd.organBody(u, kind); ok {
		u.organ = i + 1
		rd.Bodies[i].Part = rd.Bodies[i].Part || strings.HasSuffix(u.title.Organ, "监委") // as bare as 政府
	}
}

// officed are the organs whose offices are bodies by themselves: 市政协办公室, 县人民政府办公室.
var officed = zh.Words("政府 人民政府 政协 人大 人大常委会 委")

// officeOf makes the office of an organ inside a title a body beside the jurisdiction of the post: 市政协办公室副主任.
func (rd *Reader) officeOf(u *unit) {
	organ := strings.TrimPrefix(u.title.Organ, u.title.Level)
	rest := strings.TrimPrefix(u.title.Text, u.title.Organ)
	for _, office := range [...]string{"办公室", "办公厅", "研究室", "督查室"} {
		if officed[organ] && strings.HasPrefix(rest, office) {
			t := u.title
			t.Organ += office
			whole := unit{title: t, place: u.place, body: -1}
			if i, ok := rd.organBody(&whole, org.Government); ok {
				u.organ = i + 1
			}
			return
		}
	}
}

// organBody is the body that the organ of a title is, with the level or place in front of it; false if there is neither.
func (rd *Reader) organBody(u *unit, kind string) (int, bool) {
	start := u.title.Start
	if at := strings.Index(rd.v.Text(start, min(u.title.End, len(rd.v.Runes))), u.title.Organ); at > 0 {
		start += utf8.RuneCountInString(rd.v.Text(start, u.title.End)[:at]) // 拟任|市妇联|党组书记
	}
	end := start + len([]rune(u.title.Organ))
	anchor := body.LevelAnchor
	if u.place >= 0 {
		start, anchor = rd.places.Spots[u.place].Start, body.PlaceAnchor
	} else if u.title.Level == "" {
		return 0, false
	}
	if end > len(rd.v.Runes) || start >= end || !strings.HasSuffix(rd.v.Text(start, end), u.title.Organ) {
		return 0, false
	}
	return rd.addBody(body.Thing{Start: start, End: end, Kind: kind, Anchor: anchor, Name: rd.v.Said(start, end)}), true
}

// massBodies are the organs inside a title that are no committee or government of the jurisdiction but bodies of their own.
var massBodies = zh.Words("妇联 工商联 总工会 科协 残联 文联 红十字会 侨联")

// massBody makes such an organ a body: 市工商联主席, 襄阳市总工会副主席.
func (rd *Reader) massBody(u *unit) {
	if i, ok := rd.organBody(u, org.Association); ok {
		u.body = i
		rd.strip(u)
	}
}

// ofBranch tells a title of somebody in a branch of a league, and makes the branch its organ: 民进某县支部主委.
func ofBranch(u *unit) bool {
	for _, branch := range [...]string{"支部", "总支"} {
		if u.title.Organ == "" && strings.HasPrefix(u.title.Text, branch) {
			u.title.Organ = branch
			return true
		}
	}
	return false
}

// league makes the committee or the branch of a league in a place a body: 共青团习水县委书记.
func (rd *Reader) league(u *unit, p unit) {
	end := u.title.Start + len([]rune(u.title.Organ))
	kind := org.Association
	if p.body >= 0 {
		rd.Bodies[p.body].Part, kind = true, rd.Bodies[p.body].Kind
	}
	u.body = rd.addBody(body.Thing{Start: p.start, End: end, Kind: kind, Anchor: body.NameAnchor, Name: rd.v.Said(p.start, end)})
	rd.strip(u)
}

// strip takes the organ off a title whose body it has become.
func (rd *Reader) strip(u *unit) {
	u.title.Text = strings.TrimPrefix(u.title.Text, u.title.Organ)
	u.title.Organ, u.title.Level = "", ""
}

func (rd *Reader) addBody(x body.Thing) int {
	for i, y := range rd.Bodies {
		if y.Start == x.Start && y.End == x.End {
			return i
		}
	}
	rd.Bodies = append(rd.Bodies, x)
	return len(rd.Bodies) - 1
}
