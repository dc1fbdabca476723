package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// titledBody takes what is no name of a body until a title follows it off the end of out, and tells how many units it took.
func (rd *Reader) titledBody(out []unit, u *unit) int {
	for _, take := range [...]func([]unit, *unit) int{rd.bureauOffice, rd.owned, rd.bureau, rd.house, rd.employer, rd.faction, rd.consultative} {
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

// bureauOffice takes the words between a level or organ and 办公室 (市政府|新闻|办公室副主任, 州|外事|侨务|办公室主任) with the office into
// a body, and tells how many units they are. An office right behind its organ stays in the title.
func (rd *Reader) bureauOffice(out []unit, u *unit) int {
	rest, ok := strings.CutPrefix(u.title.Text, "办公室")
	if !ok || rest == "" || u.body >= 0 || u.place >= 0 || u.title.Organ != "" || u.title.Level != "" {
		return 0
	}
	for k := len(out) - 1; k >= 0 && (out[k].kind == uWord || out[k].kind == uPost) && out[k].end == rd.next(out, k, u) && u.start-out[k].start <= longestOffice; k-- {
		w := out[k].text
		if !lattice.IsLevel(w) && !body.IsOrganWord(w) || k == len(out)-1 {
			continue
		}
		if k > 0 && out[k-1].end == out[k].start && !rd.opens(out[k-1]) && out[k-1].kind != uPlace {
			return 0
		}
		end := u.title.Start + len([]rune("办公室"))
		u.body = rd.addBody(body.Thing{Start: out[k].start, End: end, Kind: org.Government, Anchor: body.LevelAnchor, Name: rd.v.Said(out[k].start, end)})
		u.title.Text, u.title.Bare = rest, rest == u.title.Head
		return len(out) - k
	}
	return 0
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
