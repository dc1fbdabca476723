package mention

import (
	"cmp"
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

// emit writes what was read into the reading, each entity once, in order of its first span.
func (rd *reader) emit() {
	rd.nest()
	rd.emitPeople()
	rd.emitPlaces()
	rd.emitBodies()
}

// employ gives the posts the fullest names that the article has for their bodies.
func (rd *reader) employ() {
	full := map[string]string{}
	for i, x := range rd.bodies {
		if name := rd.bodyName(i, nil); !x.Facility {
			full[name] = rd.longer(name, x)
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

// sided tells a country's side or army that reads like a name: 哈方, 乌军.
func (rd *reader) sided(p *person) bool {
	r := []rune(p.name)
	return len(r) == 2 && (r[1] == '方' || r[1] == '军' || r[1] == '媒') && len(p.posts) == 0 && rd.CountryNamed(r[0]) != nil
}

// nest marks the places that stand inside the name of a body or built place, behind its head.
func (rd *reader) nest() {
	for i := range rd.Spots {
		s := &rd.Spots[i]
		for _, x := range rd.bodies {
			if s.Start >= x.Start && s.End <= x.End && (s.Start > x.Start && (!rd.chained(x, s.Start) || s.Place != nil && (s.Place.Kind == gazetteer.Region || s.Place.Kind == gazetteer.Natural)) || s.End < x.End && s.Place != nil && s.Place.Name == "中国") {
				s.Inside = true
			}
			if s.Start == x.Start && s.End < x.End && (rd.incidental(s, x) || rd.eponym(s, x)) || s.Start < x.Start && s.End > x.Start && s.End < x.End && (s.Place == nil || s.Place.Level >= gazetteer.County) || s.End == x.End && x.Facility && (len(s.Candidates) == 0 || rd.Seen(s) == nil) {
				s.Inside = true // 三峡|医科大学, 歙县|古城
			}
		}
		if zh.BeginsWith(rd.v.Text(s.End, min(s.End+3, len(rd.v.Runes))), treaties...) {
			s.Inside = true // 《巴黎协定》
		}
	}
}

// treaties are the words behind a place that a treaty is called after.
var treaties = []string{"协定", "公约", "议定书", "条约"}

// eponym tells the last place of a chain that an airport or the like is called after: 广州|白云|机场.
func (rd *reader) eponym(s *location.Spot, x body.Thing) bool {
	if !x.Facility || s.Head || len(s.Candidates) == 0 || !s.Candidates[0].Form.Has(gazetteer.Chained) || !s.Candidates[0].Form.Has(gazetteer.Short) {
		return false
	}
	from, ok := x.Ending(rd.v)
	return ok && from == s.End && zh.EndsWith(x.Name, "机场")
}

// incidental tells a short name of a county that stands only at the head of a company, school or built place.
func (rd *reader) incidental(s *location.Spot, x body.Thing) bool {
	switch x.Kind {
	case org.Government, org.Delegation, org.Party, org.Military:
		return false
	}
	if s.Place != nil && s.Place.Kind == gazetteer.Natural {
		return true // 三峡|医科大学
	}
	if s.Place == nil || len(s.Candidates) == 0 || s.Place.Level != gazetteer.County && s.Place.Level != gazetteer.Township || !s.Candidates[0].Form.Has(gazetteer.Short) || s.Candidates[0].Form.Has(gazetteer.Chained) {
		return false
	}
	for i := range rd.Spots {
		if o := &rd.Spots[i]; o != s && o.Place == s.Place && !o.Inside {
			return false
		}
	}
	return rd.Home == nil || !s.Place.Within(rd.Home)
}

// chained tells whether only places stand between the head of x and start.
func (rd *reader) chained(x body.Thing, start int) bool {
	at := x.Start
	for _, s := range rd.Spots {
		if s.Start == at && s.End <= start {
			at = s.End
		}
	}
	return at == start
}

// emitPeople writes the people down whose names are some, with their posts; the other names are unresolved.
func (rd *reader) emitPeople() {
	rd.employ()
	for _, u := range rd.calls {
		if p := rd.refer(u); p != nil {
			p.spans = append(p.spans, rd.v.Evidence(u.start, u.end, "person.call"))
		}
	}
	for _, p := range rd.people {
		if !rd.accepted(p) || rd.sided(p) || rd.phantom(p) {
			if !p.credit {
				s := p.spans[0]
				rd.r.Unresolved = append(rd.r.Unresolved, reading.Unresolved{Span: s.Span, Kind: "name", Reason: "weak-name", Candidates: []string{p.said}})
			}
			continue
		}
		if len(p.posts) == 0 {
			p.posts = p.later
		}
		if !p.enough(0) {
			for i := range p.spans {
				p.spans[i].Rule = "tagger.person"
			}
		}
		slices.SortFunc(p.spans, func(a, b reading.Evidence) int { return cmp.Compare(a.Start, b.Start) })
		rd.r.People = append(rd.r.People, reading.Person{Name: p.said, Spans: p.spans, Posts: p.posts, Gender: p.gender, Ethnicity: p.ethnicity})
	}
	slices.SortStableFunc(rd.r.People, func(a, b reading.Person) int { return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start) })
}

// emitPlaces writes the places down, and the built and natural ones among the things.
func (rd *reader) emitPlaces() {
	at := map[string]int{}
	add := func(name string, t reading.PlaceType, code string, ev reading.Evidence) {
		i, ok := at[name]
		if !ok {
			i = len(rd.r.Places)
			at[name] = i
			rd.r.Places = append(rd.r.Places, reading.Place{Name: name, Type: t, Code: code})
		}
		rd.r.Places[i].Spans = append(rd.r.Places[i].Spans, ev)
	}
	for _, s := range rd.Spots {
		if s.Inside {
			continue
		}
		if s.Place == nil {
			var names []string
			for _, c := range s.Candidates {
				if c.Place.ValidAt(rd.Date) {
					names = append(names, c.Place.PathAt(rd.Date))
				}
			}
			if len(names) > 0 {
				slices.Sort(names)
				rd.r.Unresolved = append(rd.r.Unresolved, rd.v.Unresolved(s.Start, s.End, "place", "ambiguous-place", names[:min(len(names), 12)]))
			}
			continue
		}
		if s.Place.Kind == gazetteer.Zone {
			continue // stands among the bodies and built places
		}
		add(rd.Path(s.Place), placeType(s.Place), s.Place.Code, rd.v.Evidence(s.Start, s.End, s.Rule))
	}
	for _, x := range rd.bodies {
		if x.Facility {
			add(x.Name, reading.Facility, "", rd.v.Evidence(x.Start, x.End, x.Rule("place.facility", "tagger.facility")))
		} else if x.Natural {
			add(x.Name, reading.Natural, "", rd.v.Evidence(x.Start, x.End, "place.natural"))
		}
	}
	slices.SortStableFunc(rd.r.Places, func(a, b reading.Place) int { return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start) })
}

func placeType(p *gazetteer.Place) reading.PlaceType {
	switch p.Kind {
	case gazetteer.Region:
		return reading.Region
	case gazetteer.Natural:
		return reading.Natural
	}
	return reading.Admin
}

// masthead tells a paper or agency that only says where the text comes from: 新华社北京2月24日电, 赣南日报上犹讯.
func (rd *reader) masthead(x body.Thing) bool {
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
func (rd *reader) employing() map[string]bool {
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

// emitBodies writes the bodies down, each once by its fullest name.
func (rd *reader) emitBodies() {
	at, employers := map[string]int{}, rd.employing()
	for i, x := range rd.bodies {
		if x.Facility && employers[x.Name] {
			x.Facility, x.Kind = false, org.Other // 县文化馆馆长某某
		}
		if x.Facility || x.Natural || x.Part || rd.masthead(x) {
			continue
		}
		name := rd.longer(rd.bodyName(i, nil), x)
		if _, own := rd.termed(x); own || name == body.Presidium {
			continue // the jurisdiction itself, of no session by name
		}
		if level, _ := splitLevel(x.Name); rd.Nation && x.Anchor == body.LevelAnchor && name == x.Name && smallLevels[level] {
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

// smallLevels are the levels of which national news speaks in general where it names no place of them.
var smallLevels = zh.Words("村 乡 镇 县 街道")

// longer is the longer name of the article that a short one ends (总台, 半岛电视台), the name itself if none does.
func (rd *reader) longer(name string, x body.Thing) string {
	if x.Anchor == body.LevelAnchor {
		return name
	}
	if x.Kind == org.Delegation {
		if whole := strings.TrimSuffix(name, "代表团") + "体育代表团"; slices.ContainsFunc(rd.bodies, func(y body.Thing) bool { return y.Name == whole }) {
			return whole
		}
	}
	best := name
	for i, y := range rd.bodies {
		if y.Facility || y.Natural || y.Kind != x.Kind || len(y.Name) <= len(name) || !strings.HasSuffix(y.Name, name) {
			continue
		}
		if x.Anchor == body.PlaceAnchor && !x.Known && !owned(y, name) || x.Known && x.Kind == org.Government && y.Anchor == body.PlaceAnchor {
			continue // 俄罗斯外交部 is another 外交部
		}
		if full := rd.bodyName(i, nil); len(full) > len(best) && (len(full) <= 5*len(name) || name == body.Presidium) {
			best = full
		}
	}
	return best
}

// owned tells whether y is the body called name under the known body that it belongs to: 全国人大常委会|某地某法委员会.
func owned(y body.Thing, name string) bool {
	head := []rune(strings.TrimSuffix(y.Name, name))
	end, _, ok := org.At(head, 0)
	return ok && end == len(head)
}

// seatPath is the full path of the place that a body's name begins with, or that its level word stands for; "" unknown.
func (rd *reader) seatPath(x body.Thing) string {
	switch x.Anchor {
	case body.PlaceAnchor:
		for _, s := range rd.Spots {
			if s.Start == x.Start && s.End < x.End && !s.Head && s.Place != nil {
				return rd.Path(s.Place)
			}
		}
	case body.LevelAnchor:
		if level, _ := splitLevel(x.Name); level != "" {
			if p := rd.levelPlace(x.Start, level, nil); p != nil {
				return rd.Path(p)
			}
		}
	}
	return ""
}
