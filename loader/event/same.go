package event

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// same is the draft that a second naming means: of the same kind and day, with the same name or none. -1 if none.
func (s *story) same(kind reading.EventType, name, head string, day discourse.Day, own bool) int {
	for i, f := range slices.Backward(s.drafts) {
		if i < s.since {
			break // 又讯: another report
		}
		if f.Type != kind || f.between || f.dropped {
			continue
		}
		if own && !sameDay(f.Start, day.Start) && !(f.Start == "" && len(f.Participants) == 0 && f.part == s.d.Sentences[s.at].Part) && !(len(day.Start) == len("2006") && name != "" && name == f.Name) {
			continue
		}
		switch {
		case name == "" && f.Name == "" && zh.EndsWith(head, "全会") && !zh.EndsWith(f.head, "全会", "全体会", "全体会议"): // 在全会上: another's
		case name == "" && f.means(head):
			return i
		case name != "" && f.Name != "" && (shortens(name, f.Name) || unnumbered(name) == unnumbered(f.Name)):
			return i
		case f.Name == "" && zh.EndsWith(name, "全会") && f.head == "会议" && f.part != s.d.Sentences[s.at].Part: // 政治局召开会议, then 三中全会
		case f.Name == "" && name != "" && f.takes(name) || name != "" && f.Name != "" && (strings.HasSuffix(f.Name, name) || strings.HasSuffix(name, f.Name)):
			return i
		}
	}
	return -1
}

// means is true where a bare head behind a draft names it again: 会议 any meeting, 大会 a session, 座谈会 one that was called so.
func (f *draft) means(head string) bool {
	switch head {
	case "全会":
		if zh.EndsWith(f.Name+f.head, "全体会议") {
			return true
		}
	case "会议", "仪式", "开幕会", "闭幕会":
		return !zh.EndsWith(f.head, "讲座") // one is heard during a session
	case "大会":
		if zh.EndsWith(f.Name+f.head, "会议", "代表大会") {
			return true
		}
	}
	if deed, ok := strings.CutSuffix(head, "仪式"); ok && len([]rune(deed)) > 1 && strings.Contains(f.Name+f.head, deed) {
		return true // 工程奠基, then 奠基仪式
	}
	return f.Name == "" || strings.Contains(f.Name+f.head, strings.TrimSuffix(head, "议"))
}

// number is the one of a session in its name: 第十四届.
var number = regexp.MustCompile(`第[0-9一二三四五六七八九十百]+[届次]`)

// unnumbered is a name without its number, which the text leaves out once it is known: 某公约第十四届缔约方大会.
func unnumbered(name string) string { return number.ReplaceAllString(name, "") }

// shortens is true for a name made of characters of a longer one in order, as 晋衔仪式 is of 晋升上将军衔仪式.
func shortens(name, long string) bool {
	short := []rune(name)
	if len(short) < len([]rune("晋衔仪式")) || len(short) > shortName {
		return false
	}
	for _, r := range long {
		if len(short) > 0 && r == short[0] {
			short = short[1:]
		}
	}
	return len(short) == 0
}

// kinds are the heads of sessions of a kind, which no session of another kind is called by.
var kinds = [...]string{"座谈会", "恳谈会", "推介会", "发布会", "小结会", "总结会", "碰头会", "动员会", "推进会", "调度会", "研讨会", "报告会", "表彰会", "听证会", "招待会", "见面会", "分析会", "现场会", "洽谈会", "对接会", "学习会"}

// ofAKind is true for the head or the name of such a session.
func ofAKind(name string) bool { return zh.EndsWith(name, kinds[:]...) }

// takes is true for a bare 会议 or 仪式 that name may be the full name of.
func (f *draft) takes(name string) bool {
	return strings.HasSuffix(name, f.head) || zh.EndsWith(name, "会", "会议") && zh.EndsWith(f.head, "会", "会议") && !(ofAKind(f.head) && ofAKind(name)) || zh.EndsWith(name, "式", "典礼") && f.Type != reading.Meeting ||
		f.Type == reading.Signing || f.head == "座谈"
}
