package post

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// term is the name of a committee or congress for one term of office, behind its place: 第十二届委员会, 第八届人民代表大会常务委员会.
var term = regexp.MustCompile(`第[一二三四五六七八九十百0-9]{1,4}届(?:全国)?(?:委员会|人民代表大会|代表大会)?(?:常务委员会|委员会)?$`)

// ruling is the jurisdiction whose own committee or congress x is: the committee of the party or of the conference, also for one
// term, or what sits for one term. Its posts are posts there; organ is what titles call it by (委, 政协), "" where the text doesn't tell. False if x is none.
func (rd *Reader) ruling(x body.Thing) (place *gazetteer.Place, organ string, ok bool) {
	if x.Facility || x.Natural || !zh.EndsWith(rd.v.Text(x.Start, x.End), "委员会", "代表大会") {
		return nil, "", false
	}
	start, end := x.Start, 0
	for _, s := range rd.places.Spots {
		if s.Start >= x.Start && s.End < x.End && s.Place != nil && s.Place.Kind == gazetteer.Division && !s.Head {
			if place == nil {
				start = s.Start
			}
			place, end = s.Place, s.End
		}
	}
	if place == nil {
		return nil, "", false
	}
	organ = org.CommitteeBehind(rd.v.Text(max(0, start-org.LongestFront), start))
	rest := rd.v.Text(end, x.End)
	return place, organ, term.MatchString(rest) || organ != "" && rest == "委员会"
}

// committeePost writes the title of a post of a jurisdiction's committee as from day to day: 市政协主席, 市委书记.
func committeePost(text, organ string, p *gazetteer.Place) string {
	level := levelOf(p.Name)
	switch {
	case organ == "" || level == "":
		return text
	case organ == "委" && level == "自治区":
		return level + "党" + organ + text
	case organ == "委" && level == "地区":
		return "地" + organ + text
	}
	return level + organ + text
}

// congress gives a post of a session's presidium the state, or the division of the paper, whose congress it is; nil for any
// other body, and where a place stands in its name.
func (rd *Reader) congress(x body.Thing) *gazetteer.Place {
	if !strings.HasSuffix(x.Name, body.Presidium) || x.Kind != org.Government || x.Anchor == body.PlaceAnchor {
		return nil
	}
	for _, s := range rd.places.Spots {
		if s.Start >= x.Start && s.End <= x.End {
			return nil
		}
	}
	return rd.seatOfSession()
}

// seatOfSession is whose congress sits where a text says no more than 大会.
func (rd *Reader) seatOfSession() *gazetteer.Place {
	if rd.places.Nation {
		return rd.g.ByPath("中国")
	}
	return rd.places.Home
}

// chairs tells 大会 in front of a post that a session gives (大会执行主席, 大会秘书长) and seats it.
func (rd *Reader) chairs(u *unit, p unit) bool {
	if p.kind != uWord || p.text != "大会" || u.place >= 0 || u.body >= 0 || u.title.Organ != "" || !sessional[u.title.Text] {
		return false
	}
	if place := rd.seatOfSession(); place != nil {
		rd.places.Spots = append(rd.places.Spots, location.Spot{Start: p.start, End: p.end, Place: place, Rule: "place.session", Inside: true})
		u.place = len(rd.places.Spots) - 1
	}
	for i, x := range rd.Bodies {
		if strings.HasSuffix(x.Name, body.Presidium) && x.Kind == org.Government {
			u.organ = i + 1
			break
		}
	}
	return true
}

// deputy gives who sits in the national congress or conference the state: 全国|人大代表.
func (rd *Reader) deputy(u *unit, p unit) bool {
	if p.text != "全国" || u.title.Text != "人大代表" && u.title.Text != "政协委员" || u.place >= 0 || u.body >= 0 {
		return false
	}
	u.title.Text = p.text + u.title.Text
	rd.places.AddCountry(p.start, p.end, "中国")
	u.place = len(rd.places.Spots) - 1
	rd.places.Spots[u.place].Inside = true
	return true
}

// national gives who sits in the national congress the state where the title says so in one word.
func (rd *Reader) national(u *unit) {
	if u.title.Head != "全国人大代表" || u.place >= 0 || u.body >= 0 {
		return
	}
	rd.places.AddCountry(u.title.Start, u.title.Start+len([]rune("全国")), "中国")
	u.place = len(rd.places.Spots) - 1
	rd.places.Spots[u.place].Inside = true
}

// conference begins or is the name of a people's political consultative conference: 政协第十四届全国委员会, 全国政协.
const conference = "政协"

// delegate ties the seat of who speaks at a sitting to the name in front of it, 林远舟|常委|建议; where no conference was named
// it speaks for the name alone.
func (b *binder) delegate(u unit) bool {
	if t := u.title.Text; t != "常委" && t != "委员" || !b.rd.v.SpeaksBehind(u.end) {
		return false
	}
	b.last.vote(voteCalled)
	before := b.rd.v.Text(0, u.start)
	at := strings.LastIndex(before, conference)
	if at < 0 || strings.LastIndex(before, "人大") > at || slices.ContainsFunc(b.last.posts, func(q reading.Post) bool { return strings.HasSuffix(q.Title, u.title.Text) }) {
		return true
	}
	post := reading.Post{Status: reading.Current, Inherited: true, Evidence: b.rd.v.Evidence(u.start, u.end, "title.behind")}
	switch home := b.rd.places.Home; {
	case strings.Contains(before, "全国"+conference) || strings.Contains(before[at:], "届全国委员会"):
		post.Title, post.Place, post.Org = "全国"+conference+u.title.Text, "中国", "全国"+conference
	case home != nil && !b.rd.places.Nation:
		post.Title, post.Place = conference+u.title.Text, b.rd.places.Path(home)
	default:
		return true
	}
	b.last.add(post)
	return true
}

// sessional are the posts of a session.
var sessional = zh.Words("执行主席 常务主席 秘书长 副秘书长 新闻发言人")
