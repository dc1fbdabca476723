package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// titledBody takes what is no name of a body until a title follows it off the end of out, and tells how many units it took.
func (rd *Reader) titledBody(out []unit, u *unit) int {
	for _, take := range [...]func([]unit, *unit) int{rd.bureauOffice, rd.owned, rd.bureau, rd.siblingBureau, rd.house, rd.employer, rd.faction, rd.consultative} {
		if n := take(out, u); n > 0 {
			return n
		}
	}
	return 0
}

// consultative takes the conference of a term with its committee (政协|第十四届|全国|委员会) off the end of out, and tells how many units
// it is.
func (rd *Reader) consultative(out []unit, u *unit) int {
	if u.body >= 0 || u.place >= 0 || !strings.HasSuffix(u.title.Head, "委员") || !zh.EndsWith(rd.v.Text(max(0, u.start-5), u.start), "全国委员会") || u.end < len(rd.v.Runes) && rd.v.Runes[u.end] == '会' {
		return 0
	}
	for k := len(out) - 1; k >= 0 && len(out)-k < 7 && out[k].kind == uWord && out[k].end == rd.next(out, k, u); k-- {
		if out[k].text == "政协" {
			u.body = rd.addBody(body.Thing{Start: out[k].start, End: u.start, Kind: org.Government, Anchor: body.NameAnchor, Name: rd.v.Said(out[k].start, u.start)})
			return len(out) - k
		}
	}
	return 0
}

// bureauOffice takes the words between a level, organ or division and 办公室 (市政府|新闻|办公室副主任, 州|外事|侨务|办公室主任,
// 乌海市|扶贫|开发|办公室主任) with the office into a body, and tells how many units they are. An office right behind its organ stays in
// the title.
func (rd *Reader) bureauOffice(out []unit, u *unit) int {
	if !ofOffice(u) {
		return 0
	}
	for k := len(out) - 1; k >= 0 && out[k].end == rd.next(out, k, u); k-- {
		p := out[k]
		switch {
		case p.kind == uBody && p.body >= 0 && k < len(out)-1 && zh.EndsWith(rd.Bodies[p.body].Name, "政府", "省委", "市委", "县委", "区委"):
			rd.named(p.start, u, rd.Bodies[p.body].Anchor, org.Government) // 上海市人民政府|合作|交流|办公室主任
			return len(out) - k
		case p.kind == uPlace && k < len(out)-1 && (p.place >= 0 || p.built > 0):
			rd.named(p.start, u, body.PlaceAnchor, org.Government)
			return len(out) - k
		case p.kind != uWord && p.kind != uPost, u.start-p.start > longestOffice:
			return 0
		case !lattice.IsLevel(p.text) && !body.IsOrganWord(p.text) || k == len(out)-1:
			if p.kind == uPost || !body.IsOrganVerb(p.text) && (!within(p) && p.tag != "i" || verb.Breaks(p.text) || p.verb != verb.None) {
				return 0
			}
			continue
		case k > 0 && out[k-1].end == p.start && !rd.opens(out[k-1]) && out[k-1].kind != uPlace:
			return 0
		}
		rd.named(p.start, u, body.LevelAnchor, org.Government)
		return len(out) - k
	}
	return 0
}

// officeBehind takes the office of a committee or the like, which is a body of its own (某市防汛抗旱指挥部|办公室主任), for the body of u, and tells
// how many units it took.
func (rd *Reader) officeBehind(out []unit, u *unit) int {
	p := out[len(out)-1]
	if !ofOffice(u) || p.kind != uBody || p.body < 0 {
		return 0
	}
	x := rd.Bodies[p.body]
	if x.Facility || !zh.EndsWith(x.Name, "委员会", "领导小组", "协调小组", "指挥部", "联席会议") || zh.EndsWith(x.Name, "常务委员会", "居民委员会", "村民委员会", "管理委员会") || org.HasCommittees(x.Name) {
		return 0
	}
	if _, _, ok := rd.ruling(x); ok {
		return 0
	}
	rd.named(p.start, u, x.Anchor, x.Kind)
	return 1
}

// ofOffice tells the title of one who serves in an office, before it is known whose it is: 办公室主任.
func ofOffice(u *unit) bool {
	rest, ok := strings.CutPrefix(u.title.Text, "办公室")
	return ok && rest != "" && u.body < 0 && u.place < 0 && u.title.Organ == "" && u.title.Level == ""
}

// named makes the body whose name begins at start and ends in 办公室 that of u, and takes it out of u's title.
func (rd *Reader) named(start int, u *unit, anchor body.Anchor, kind string) {
	end := u.title.Start + len([]rune("办公室"))
	u.body = rd.addBody(body.Thing{Start: start, End: end, Kind: kind, Anchor: anchor, Name: rd.v.Said(start, end)})
	u.title.Text = strings.TrimPrefix(u.title.Text, "办公室")
	u.title.Bare = u.title.Text == u.title.Head
}

// longestOffice is how many characters may stand before 办公室 in the name of an office, with its level.
const longestOffice = 9

// cabinetRoom makes a room of the State Council with a name of its own the body of a post: 国务院研究室党组书记.
func (rd *Reader) cabinetRoom(u *unit) bool {
	for _, room := range [...]string{"研究室", "参事室"} {
		rest, ok := strings.CutPrefix(u.title.Text, "国务院"+room)
		if !ok || rest == "" || u.title.Start+len([]rune("国务院"+room)) > len(rd.v.Runes) {
			continue
		}
		end := u.title.Start + len([]rune("国务院"+room))
		u.body = rd.addBody(body.Thing{Start: u.title.Start, End: end, Kind: org.Government, Anchor: body.NameAnchor, Known: true, Name: rd.v.Said(u.title.Start, end)})
		u.title.Text, u.title.Organ, u.title.Level = rest, "", ""
		return true
	}
	return false
}

// owned takes a body and 的 in front of the title of one who answers for it (某集团的|负责人) off the end of out, and tells how many
// units they are.
func (rd *Reader) owned(out []unit, u *unit) int {
	n := len(out)
	if n < 2 || u.body >= 0 || u.place >= 0 || u.title.Organ != "" || u.title.Level != "" || out[n-1].text != "的" || !owners[u.title.Head] {
		return 0
	}
	if p := out[n-2]; p.kind != uBody || p.body < 0 || p.end != out[n-1].start || rd.Bodies[p.body].Facility {
		return 0
	}
	u.body = out[n-2].body
	return 2
}

// owners are the heads of those who answer for a body.
var owners = zh.Words("负责人 项目经理 项目负责人 总工程师 副总经理 总经理 经理 董事长 总裁 研究员 助理研究员 副研究员 工程师 高级工程师 教授 副教授 主任医师 副主任医师 技术员 农技员 院长 校长 会长 理事长")
