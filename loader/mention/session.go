package mention

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
)

// presidium is what the body ends in whose chairs lead a session of a congress or conference.
const presidium = "主席团"

// sessions are the words of which the name of a session is made in front of its presidium, besides numbers and well-known bodies:
// 政协第十四届全国委员会第一次会议|主席团, 农工党十七大|主席团.
var sessions = zh.Words("第 届 次 大 会议 大会 选举 代表 代表大会 人民代表大会 人民 全国 全国代表大会 全国委员会 委员会 人大 政协 全盟 全国人大代表")

// sat are those of them that make it the name of a session.
var sat = zh.Words("会议 大会 代表大会 全国代表大会 人民代表大会 全国委员会 政协")

// longestSession bounds the tokens of such a name.
const longestSession = 20

// session moves the left edge of a presidium to where the name of its session begins.
func (rd *reader) session(tokens []lattice.Token, x *thing) {
	if rd.v.Text(max(x.end-3, 0), x.end) != presidium || x.anchor == placeAnchor {
		return
	}
	lo, named := x.lo, false
	for j := x.lo - 1; j >= 0 && x.lo-j < longestSession; j-- {
		t := tokens[j]
		w := rd.v.Text(t.Start, t.End)
		switch {
		case t.Kind == lattice.Body, t.Kind == lattice.Place, t.Kind == lattice.Word && (sessions[w] || lattice.IsOrdinal(rd.v.Runes[t.Start]) || rd.v.Runes[t.Start] == '第'):
			named = named || t.Kind != lattice.Word || sat[w]
			lo = j
			continue
		}
		break
	}
	if named && (tokens[lo].Kind != lattice.Word || !slices.Contains([]string{"大会", "会议", "代表", "次", "届", "大"}, rd.v.Text(tokens[lo].Start, tokens[lo].End))) {
		x.lo, x.start, x.anchor = lo, tokens[lo].Start, nameAnchor
	}
}

// term is the name of a committee or congress for one term of office, behind its place: 第十二届委员会, 第八届人民代表大会常务委员会.
var term = regexp.MustCompile(`第[一二三四五六七八九十百0-9]{1,4}届(?:全国)?(?:委员会|人民代表大会|代表大会)?(?:常务委员会|委员会)?$`)

// termed is the jurisdiction whose own committee or congress x is, for one term: its posts are posts there. False if x is none.
func (rd *reader) termed(x thing) (*gazetteer.Place, bool) {
	if x.facility || x.natural || !term.MatchString(rd.v.Text(x.start, x.end)) {
		return nil, false
	}
	for _, s := range rd.Spots {
		if s.Start >= x.start && s.End < x.end && s.Place != nil && s.Place.Kind == gazetteer.Division && !s.Head {
			return s.Place, true
		}
	}
	return nil, false
}

// congress gives a post of a session's presidium the state, or the division of the paper, whose congress it is; nil for any
// other body, and where a place stands in its name.
func (rd *reader) congress(x thing) *gazetteer.Place {
	if !strings.HasSuffix(x.name, presidium) || x.kind != org.Government || x.anchor == placeAnchor {
		return nil
	}
	for _, s := range rd.Spots {
		if s.Start >= x.start && s.End <= x.end {
			return nil
		}
	}
	return rd.seatOfSession()
}

// seatOfSession is whose congress sits where a text says no more than 大会.
func (rd *reader) seatOfSession() *gazetteer.Place {
	if rd.Nation {
		return rd.g.ByPath("中国")
	}
	return rd.Home
}

// chairs tells 大会 in front of a post that a session gives (大会执行主席, 大会秘书长) and seats it.
func (rd *reader) chairs(u *unit, p unit) bool {
	if p.kind != uWord || p.text != "大会" || u.place >= 0 || u.body >= 0 || u.title.Organ != "" || !sessional[u.title.Text] {
		return false
	}
	if place := rd.seatOfSession(); place != nil {
		rd.Spots = append(rd.Spots, location.Spot{Start: p.start, End: p.end, Place: place, Rule: "place.session", Inside: true})
		u.place = len(rd.Spots) - 1
	}
	for i, x := range rd.bodies {
		if strings.HasSuffix(x.name, presidium) && x.kind == org.Government {
			u.organ = i + 1
			break
		}
	}
	return true
}

// deputy gives who sits in the national congress or conference the state: 全国|人大代表.
func (rd *reader) deputy(u *unit, p unit) bool {
	if p.text != "全国" || u.title.Text != "人大代表" && u.title.Text != "政协委员" || u.place >= 0 || u.body >= 0 {
		return false
	}
	u.title.Text = p.text + u.title.Text
	rd.AddCountry(p.start, p.end, "中国")
	u.place = len(rd.Spots) - 1
	rd.Spots[u.place].Inside = true
	return true
}

// sessional are the posts of a session.
var sessional = zh.Words("执行主席 常务主席 秘书长 副秘书长 新闻发言人")
