package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
)

// departmentEnds are the last characters of departments inside a body: 营运部, 规划处, 产科, 民事审判第二庭.
var departmentEnds = zh.Words("部 部门 处 科 室 系 办 所 站 队 组 院 股 课 司 局 庭 中心 车间 办公室 支队 大队 中队 分局 分公司 事业部")

// subBodies are the endings of parts of a body that are bodies themselves, in front of their head: 某供电局|运检队|队长.
var subBodies = []string{"队", "站", "所", "院", "项目部", "中心", "分公司"}

// longestDepartment bounds the units between a body and a title of one of its departments.
const longestDepartment = 7

// department takes words between a body and a title into the title: 公司营运部部长, 厅规划处副处长. The body may be that of the
// title before 、, which is left to it: 中级人民法院审判委员会委员、民事审判第二庭庭长.
func (rd *Reader) department(out []unit, u *unit) []unit {
	n := len(out)
	wide := envoys[u.title.Head]
	for k := n - 1; k >= 0 && n-k <= longestDepartment; k-- {
		p := out[k]
		if k == n-1 && p.end != u.start || k < n-1 && p.end != out[k+1].start {
			return out
		}
		switch {
		case p.kind == uBody && k < n-1:
			if !departed(out[n-1]) && !hasDepartment(u.title) && !departmental(u.title) && !rd.regional(p, out[n-1]) && !chairs[u.title.Head] && !ofField[u.title.Head] && !(wide && rd.worldly(rd.Bodies[p.body])) {
				return out
			}
			if zh.EndsWith(out[n-1].text, subBodies...) && u.title.Kind == title.Office && !rd.Bodies[p.body].Facility {
				x := rd.Bodies[p.body]
				x.End, x.Hi, x.Full, x.Known = u.start, out[n-1].to, "", false
				u.body = rd.addBody(x.Named(rd.v))
				u.start, u.from = p.start, p.from
				return out[:k]
			}
			rd.enter(out[k+1:], u)
			u.start, u.from, u.body = p.start, p.from, p.body
			return out[:k]
		case k < n-1 && rd.departmentOf(out, k, u):
			rd.enter(out[k+1:], u) // 学院|艺术设计|系主任
			u.start, u.from, u.generic = p.start, p.from, p.text
			return out[:k]
		case (p.kind == uPause || p.kind == uAlso) && k < n-1 && k > 0 && out[k-1].kind == uPost && out[k-1].title.Organ == "":
			if !departed(out[n-1]) || u.title.Organ != "" || k == n-2 && generics[out[n-1].text] != "" {
				return out
			}
			rd.enter(out[k+1:], u)
			u.start, u.from = out[k+1].start, out[k+1].from
			return out[:k+1]
		case (p.kind == uComma || p.kind == uPause || p.kind == uStatus && p.text != "前" || p.kind == uWord && becomes[p.text]) && k < n-1 && zh.EndsWith(out[n-1].text, "庭", "司") && departed(out[n-1]) && u.title.Organ == "":
			rd.enter(out[k+1:], u)
			u.start, u.from = out[k+1].start, out[k+1].from
			return out[:k+1]
		case wide && (p.kind == uJoin || p.kind == uPlace):
		case p.kind != uWord || !within(p):
			return out
		}
	}
	return out
}

// departmentOf tells whether unit k of out is a common noun for the body whose department stands between it and the title of u.
func (rd *Reader) departmentOf(out []unit, k int, u *unit) bool {
	p := out[k]
	if p.kind != uWord || generics[p.text] == "" || u.title.Organ != "" || !chairs[u.title.Head] && !departed(out[len(out)-1]) {
		return false
	}
	return k == 0 || out[k-1].end != p.start || out[k-1].kind != uName && rd.opens(out[k-1])
}

// becomes are the words behind which what somebody becomes or was begins: 任|立案庭庭长, 免去其|立案庭庭长职务.
var becomes = zh.Words("任 为 担任 其 兼任")

// chairs are the heads that hold the last character of their department: 某某大学|历史|系主任.
var chairs = zh.Words("系主任 科主任 年级主任 车间主任")

// ofField are the heads whose field stands between their body and them: 某中心|流行病学|首席专家, 某党|媒体|负责人.
var ofField = zh.Words("首席专家 首席科学家 首席经济学家 负责人 学科带头人")

// regional tells whether u is the part of the world that a post of the company p is for: 某集团|亚太区|总裁.
func (rd *Reader) regional(p, u unit) bool {
	return rd.Bodies[p.body].Kind == org.Company && u.kind == uWord && strings.HasSuffix(u.text, "区") && len([]rune(u.text)) > 2
}

// departed tells whether a department ends in u.
func departed(u unit) bool {
	r := []rune(u.text)
	return u.kind == uWord && len(r) > 0 && !strings.HasSuffix(u.text, "公司") && (departmentEnds[string(r[len(r)-1:])] || departmentEnds[u.text])
}

// departmental tells a title that begins with a department, of which more may stand before it: 基础|教育科科长.
func departmental(t title.Title) bool {
	r := []rune(strings.TrimSuffix(t.Text, t.Head))
	return t.Organ == "" && len(r) > 1 && departmentEnds[string(r[len(r)-1:])]
}

// within tells a word that may stand in the name of a department: 民事, 审判, 第二.
func within(p unit) bool {
	if p.tag == "" || p.tag == "vn" || p.tag == "v" || departmentEnds[p.text] || p.tag == "m" && (strings.HasPrefix(p.text, "第") || len([]rune(p.text)) == 1) {
		return true // 民|一|庭, 预算|股
	}
	switch p.tag[0] {
	case 'n', 'j', 'b', 'a', 'g':
		return true
	case 'z':
		return p.tag == "zg"
	}
	return false
}

// enter puts the words of a department in front of the title of u. Where the post is that for a country, the country is none
// of them: 联合国某国人道主义协调员.
func (rd *Reader) enter(words []unit, u *unit) {
	for len(words) > 1 && words[0].kind == uPlace && words[1].text != "问题" {
		words = words[1:]
	}
	if words[0].kind == uPlace && len(words) == 1 {
		return
	}
	u.title.Text = rd.v.Text(words[0].start, u.start) + u.title.Text
	u.title.Bare = false
}

// charged is the number of units at the end of out that say what the holder of a post has charge of, 0 if none do or neither a body
// nor another post of theirs stands before them: 某办公室|分管日常工作的|副主任, 某法院党组副书记、|分管日常工作的|副院长.
func charged(out []unit) int {
	n := len(out)
	if out[n-1].text != "的" {
		return 0
	}
	for k := n - 2; k > 0 && n-k <= longestCharge; k-- {
		switch p := out[k-1]; {
		case charges[out[k].text] && p.end == out[k].start && (p.kind == uBody || p.kind == uPause && k > 1 && out[k-2].kind == uPost):
			return n - k
		case out[k].kind != uWord && out[k].kind != uJoin && out[k].kind != uPlace && out[k].kind != uPause:
			return 0
		}
	}
	return 0
}

// longestCharge is how many units may say so: 负责政治与和平建设事务的.
const longestCharge = 10

// charges are the verbs that say so.
var charges = zh.Words("分管 主管 负责 主持 协管 联系")

// envoys are the heads of those whom a body of the world charges with a matter or a country, which stand between it and them:
// 联合国人权事务高级专员, 欧盟外交与安全政策高级代表.
var envoys = zh.Words("专员 高级专员 协调员 特使 代表 高级代表 特别代表 特别报告员 干事 总干事 事务负责人")

// worldly tells a body of the world, like the UN, or of another state.
func (rd *Reader) worldly(x body.Thing) bool {
	return x.Known && x.Kind == org.Other || x.Kind == org.Government && rd.foreignHead(x) != nil
}
