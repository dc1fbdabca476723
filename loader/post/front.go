package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
)

// posts merges what stands in front of a title into it: (status) (place | body)* (department) title.
func (rd *Reader) posts(in []unit) []unit {
	out := in[:0]
	for i := range in {
		if in[i].kind != uPost {
			out = append(out, in[i])
			continue
		}
		u := in[i] // escapes to the heap, so that only posts are copied
		u.status, u.houseHead = u.title.Status, houseHeaded(in, i)
		out = rd.absorb(out, &u)
		rd.organOf(&u)
		rd.national(&u)
		out = append(out, u)
	}
	return out
}

// absorb takes the units that belong to u off the end of out.
func (rd *Reader) absorb(out []unit, u *unit) []unit {
	if n := len(out); n > 1 && out[n-1].kind == uStatus && out[n-1].end == u.start && out[n-2].end == out[n-1].start {
		rd.before(out, u) // 联络组|原|组长
		u.start, u.from = out[n-1].start, out[n-1].from
		out = out[:n-1]
	}
	if len(out) == 0 || out[len(out)-1].end != u.start || rd.posting(out, u) == 0 {
		out = rd.portfolio(rd.department(out, u), u)
	}
	for len(out) > 0 {
		p := out[len(out)-1]
		if p.end != u.start {
			break
		}
		n := rd.absorbed(out, u)
		if n == 0 {
			if u.status == "" && freshly(out) {
				u.status = reading.Appointed
			}
			return out
		}
		first := out[len(out)-n]
		u.start, u.from = first.start, first.from
		out = out[:len(out)-n]
	}
	return out
}

// freshly tells whether out ends by saying that who holds the title behind it has just come to it: 刚刚当选的|市长, 新任命的|局长.
func freshly(out []unit) bool {
	n := len(out)
	if n < 2 || out[n-1].text != "的" || out[n-2].end != out[n-1].start {
		return false
	}
	verb := out[n-2].text
	if n > 2 && out[n-3].end == out[n-2].start {
		verb = out[n-3].text + verb
	}
	return zh.EndsWith(verb, "当选", "新任命", "新聘任", "新聘", "新选出", "选举产生")
}

// absorbed tells how many units at the end of out belong to u, by the first rule that takes any.
func (rd *Reader) absorbed(out []unit, u *unit) int {
	for _, rule := range [...]func([]unit, *unit) int{rd.officeBehind, rd.aide, rd.zoned, rd.posting, rd.body, rd.before} {
		if n := rule(out, u); n > 0 {
			return n
		}
	}
	if n := charged(out); n > 0 {
		return n
	}
	if u.generic == "" {
		if n := rd.genericOf(out, u); n > 0 {
			return n
		}
	}
	return rd.titledBody(out, u)
}

// body takes places and bodies in front of u, and tells how many units it took.
func (rd *Reader) body(out []unit, u *unit) int {
	p := out[len(out)-1]
	if rd.township(u, p) || rd.partyOffice(u, p) {
		return 1
	}
	committee := strings.Contains(u.title.Organ, "委")
	if u.title.Level == "村" && u.place < 0 {
		if n := rd.village(out, u); n > 0 {
			return n
		}
	}
	switch {
	case p.kind == uBody && u.body < 0 && org.IsLeague(p.text) && (committee || ofBranch(u)):
		rd.league(u, p)
	case p.kind == uBody && u.body < 0:
		if u.body = p.body; u.body >= 0 && u.title.Head == "局长" {
			rd.ofTheList(out[:len(out)-1], u.body)
		}
	case p.kind == uShut && u.body < 0 && u.place < 0:
		return rd.aliased(out, u)
	case p.kind == uPlace && p.place >= 0 && u.body >= 0:
	case p.kind == uPlace && p.place >= 0:
		if u.place < 0 {
			u.place = p.place
		}
	case p.kind == uPlace && u.body < 0 && u.place < 0 && (u.title.Organ == "管委会" || u.title.Organ == "管理委员会" || u.title.Organ == "党工委"):
		rd.committee(u, p)
	case p.kind == uPlace && p.built > 0 && u.body < 0 && u.place < 0 && u.title.Organ == "" && keepers[u.title.Head]:
		u.body = p.built - 1 // 县文化馆馆长
	default:
		return 0
	}
	return 1
}

// keepers are the heads of what is a place to visit and a body to serve: museums, stations, farms.
var keepers = zh.Words("馆长 站长 园长 场长 台长 店长 主任 经理 总经理 董事长 负责人 讲解员 馆员 研究馆员 副研究馆员")

// ofBody tells whether out ends in a body with 的 behind it, which no verb has for its object: not 毕业于某大学的.
func ofBody(out []unit) bool {
	n := len(out)
	if n < 2 || out[n-2].kind != uBody || out[n-2].body < 0 || out[n-2].end != out[n-1].start {
		return false
	}
	if n == 2 || out[n-3].end != out[n-2].start || out[n-3].kind != uWord {
		return true
	}
	return out[n-3].text == "来自" || !strings.HasPrefix(out[n-3].tag, "v") && out[n-3].tag != "p"
}

// before takes words in front of u that say more of it: 驻华, 俄, 中共, 原.
func (rd *Reader) before(out []unit, u *unit) int {
	p := out[len(out)-1]
	free := u.place < 0 && u.body < 0
	switch {
	case rd.town(out, u), free && rd.sideTeam(out, u), free && rd.forcesOf(out, u), (p.text == "任" || p.text == "世") && len(out) > 1 && strings.HasPrefix(out[len(out)-2].text, "第") && out[len(out)-2].end == p.start:
		return 2 // 第九|任|行政长官, 第四|世|国王
	case free && p.text == "的" && ofBody(out) && u.title.Kind == title.Office && !zh.EndsWith(u.title.Text, "代表", "委员") && (rd.Bodies[out[len(out)-2].body].Kind != org.Company || corporate(u.title)):
		u.body = out[len(out)-2].body
		return 2 // 县农牧局的高级农艺师
	case rd.province(u, p), rd.chairs(u, p), rd.deputy(u, p):
	case p.kind == uWord && (strings.HasPrefix(p.text, "第") && strings.HasSuffix(p.text, "任") || p.text == "首任"): // 第六任行政长官
	case p.kind == uWord && newly[p.text] && len(out) > 1 && out[len(out)-2].end == p.start && (out[len(out)-2].kind == uBody || out[len(out)-2].kind == uPlace):
	case p.kind == uWord && (p.text == "中共" || free && p.text == "党" && strings.HasPrefix(u.title.Text, "中央") && len(out) > 1 && out[len(out)-2].kind == uPlace):
	case p.kind == uWord && p.text == "中共中央" && free:
		u.ours = true
	case p.kind == uWord && free && (rd.armyOf(u, p) || rd.partyOf(u, p) || rd.letterState(u, p)):
	case p.kind == uStatus:
		if u.status == "" || p.text != "现任" {
			u.status = reading.Former
		}
	default:
		return 0
	}
	return 1
}

// newly are the words between a body and the title of who has just come to it, or is not to stay: 某党|新|总裁, 某国|临时|政府总理.
var newly = zh.Words("新 新任 新当选 候任 当选 创始 首席 临时 过渡 看守 全球 高级别 最高级别")

// aliased takes a body with the parenthesis of its short name in front of u (某公司（简称“某某”）|总经理), and tells how many units
// that is; 0 if out doesn't end so.
func (rd *Reader) aliased(out []unit, u *unit) int {
	for k := len(out) - 1; k > 0 && len(out)-k < longestAlias; k-- {
		if out[k].kind != uOpen {
			continue
		}
		p := out[k-1]
		if p.kind != uBody || p.end != out[k].start || p.body < 0 {
			return 0
		}
		if _, ok := rd.Bodies[p.body].Called(rd.v); !ok && !(len(out)-k == 3 && out[k+1].kind == uBody) {
			return 0 // 某某抵抗运动（哈马斯）领导人 is the same, too
		}
		u.body = p.body
		return len(out) - k + 1
	}
	return 0
}

// longestAlias bounds the units of such a parenthesis.
const longestAlias = 12
