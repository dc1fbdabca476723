package post

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// employ gives the posts the fullest names that the article has for their bodies.
func (rd *Reader) employ() {
	full, longer := map[string]string{}, rd.lengthener()
	for i, x := range rd.Bodies {
		if name := rd.bodyName(i, nil); !x.Facility {
			full[name] = longer(name, x)
		}
	}
	for _, p := range rd.people {
		for k := range p.posts {
			if name := full[p.posts[k].Org]; name != "" {
				p.posts[k].Org = name
			}
		}
	}
}

// masthead tells a paper or agency that only says where the text comes from: 新华社北京2月24日电, 赣南日报上犹讯.
func (rd *Reader) masthead(x body.Thing) bool {
	if x.Kind != org.Media {
		return false
	}
	if rest := rd.v.Text(x.End, min(x.End+6, len(rd.v.Runes))); zh.BeginsWith(rest, "记者", "全媒体记者", "首席记者", "见习记者", "融媒记者", "通讯员") {
		return x.Start > 0 && strings.ContainsRune("（(、，；", rd.v.Runes[x.Start-1])
	}
	for _, p := range rd.v.Parts {
		if x.Start == p.Start && p.Start < p.End {
			return dateline.MatchString(rd.v.Text(x.End, min(p.End, x.End+24)))
		}
	}
	return false
}

// dateline is what goes on behind the paper or agency that a text comes from: 北京2月24日电, 上犹讯, （记者…）. What a station does (电视总台
// 今天（5日）与某校签署…) isn't.
var dateline = regexp.MustCompile(`^\p{Han}{0,8}(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?专?[电讯](?:[^视子影力商话网台息脑器动号机厂站]|$)|^\p{Han}{0,8}[（(][^）)]{0,10}(?:记者|通讯员|摄|文|图|供稿|报道)`)

// employing is the names of bodies and built places that posts are of.
func (rd *Reader) employing() map[string]bool {
	m := map[string]bool{}
	for _, p := range rd.people {
		for _, q := range p.posts {
			if q.Org != "" {
				m[q.Org] = true
			}
		}
	}
	return m
}

// mostTitled bounds how many companies that only a title shows are looked for elsewhere in a text.
const mostTitled = 40

// elsewhere adds the other places where a company stands that only a title shows: 上汽某某与…签署协议. 上汽某某副总经理甲….
func (rd *Reader) elsewhere() {
	looked := map[string]bool{}
	for _, x := range rd.Bodies {
		if !x.Titled || looked[x.Name] || len(looked) == mostTitled {
			continue
		}
		looked[x.Name] = true
		name := rd.v.Runes[x.Start:x.End]
		for i := 0; i+len(name) <= len(rd.v.Runes); i++ {
			if rd.v.Runes[i] != name[0] || !slices.Equal(rd.v.Runes[i:i+len(name)], name) || rd.taken(i, i+len(name)) {
				continue
			}
			y := x
			y.Start, y.End = i, i+len(name)
			rd.Bodies = append(rd.Bodies, y)
		}
	}
}

// taken tells whether a body or built place stands somewhere from start to end.
func (rd *Reader) taken(start, end int) bool {
	return slices.ContainsFunc(rd.Bodies, func(x body.Thing) bool { return x.Start < end && start < x.End })
}

// Organizations writes the bodies down, each once by its fullest name.
func (rd *Reader) Organizations() {
	rd.elsewhere()
	at, employers, longer := map[string]int{}, rd.employing(), rd.lengthener()
	for i, x := range rd.Bodies {
		if x.Facility && employers[x.Name] {
			x.Facility, x.Kind = false, org.Other // 县文化馆馆长某某
		}
		if x.Facility || x.Natural || x.Part || rd.masthead(x) {
			continue
		}
		name := longer(rd.bodyName(i, nil), x)
		if whole := "中国" + name; strings.HasPrefix(name, "全国") && slices.ContainsFunc(rd.Bodies, func(y body.Thing) bool { return y.Name == whole }) {
			name = whole // as its guests are told of 全国政协
		}
		if _, _, own := rd.ruling(x); own || name == body.Presidium {
			continue // the jurisdiction itself, of no session by name
		}
		if level, _ := splitLevel(x.Name); rd.places.Nation && x.Anchor == body.LevelAnchor && name == x.Name && smallLevels[level] {
			continue // 村卫生室, of whichever village
		}
		k, ok := at[name]
		if !ok {
			k = len(rd.r.Organizations)
			at[name] = k
			rd.r.Organizations = append(rd.r.Organizations, reading.Organization{Name: name, Type: x.Kind, Place: rd.seatPath(x)})
		}
		if o := &rd.r.Organizations[k]; x.Name != o.Name && !slices.Contains(o.Short, x.Name) {
			o.Short = append(o.Short, x.Name)
		}
		rd.r.Organizations[k].Spans = append(rd.r.Organizations[k].Spans, rd.v.Evidence(x.Start, x.End, x.Rule("org.suffix", "tagger.org")))
	}
}

// leaguePath is the full path of the place whose committee of a league x is: 团市委, 民盟某市委会.
func (rd *Reader) leaguePath(x body.Thing) string {
	if level := org.YouthLeague(x.Name); level != "" {
		if p := rd.levelPlace(x.Start, level, nil); p != nil {
			return rd.places.Path(p)
		}
	}
	for _, s := range rd.places.Spots {
		if s.Start > x.Start && s.End < x.End && !s.Head && s.Place != nil && org.IsLeague(rd.v.Text(x.Start, s.Start)) {
			return rd.places.Path(s.Place)
		}
	}
	return ""
}

// smallLevels are the levels of which national news speaks in general where it names no place of them.
var smallLevels = zh.Words("村 乡 镇 县 街道")

// seatPath is the full path of the place that a body's name begins with, or that its level word stands for; "" unknown.
func (rd *Reader) seatPath(x body.Thing) string {
	switch x.Anchor {
	case body.PlaceAnchor:
		for _, s := range rd.places.Spots {
			if s.Start == x.Start && s.End < x.End && !s.Head && s.Place != nil {
				return rd.places.Path(s.Place)
			}
		}
	case body.LevelAnchor:
		if level, _ := splitLevel(x.Name); level != "" {
			if p := rd.levelPlace(x.Start, level, nil); p != nil {
				return rd.places.Path(p)
			}
		}
	case body.NoAnchor:
		if rd.bureauAtHome(x) {
			return rd.places.Path(rd.places.Home)
		}
	}
	return rd.leaguePath(x)
}
