package claim_test

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// met is an event of an article of its own, with those who take part in it and their role; those of china are of the whole country.
type met struct {
	name  string
	kind  reading.EventType
	place string
	role  reading.Participation
	who   []string
	china bool
}

const firm = "远景公司"

// places are those that the articles name, with how.
var places = map[string]string{linxi: "林西", chaoya: "朝阳", "内蒙古自治区赤峰市": "赤峰"}

// id is the event's, where its article is told apart by its title.
func (m met) id(t *testing.T, title string) kg.ID {
	t.Helper()
	r := read(t, &article.Article{Title: title, PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1", Body: "会议召开，田野青、白桦、高满仓和远景公司在赤峰林西、朝阳。"})
	for path, words := range places {
		r.Places = append(r.Places, reading.Place{Name: path, Type: reading.Admin, Spans: []reading.Evidence{r.at(words)}})
	}
	e := reading.Event{Name: m.name, Type: m.kind, Start: "2024-05-02", Place: m.place, PartOf: -1, Evidence: r.at("会议")}
	for i, who := range m.who {
		e.Participants = append(e.Participants, reading.Participant{Name: who, Roles: []reading.Participation{m.role}, Order: i + 1, Evidence: r.at("会议")})
		if places[who] != "" {
			continue
		}
		if who == firm {
			r.Organizations = append(r.Organizations, reading.Organization{Name: firm, Type: "company", Spans: []reading.Evidence{r.at(firm)}})
			continue
		}
		post := reading.Post{Title: "县长", Place: linxi, Status: reading.Current, Evidence: r.at(who)}
		if m.china {
			post = reading.Post{Title: "国务委员", Place: "中国", Status: reading.Current, Evidence: r.at(who)}
		}
		r.People = append(r.People, reading.Person{Name: who, Spans: []reading.Evidence{r.at(who)}, Posts: []reading.Post{post}})
	}
	r.Events = []reading.Event{e}
	for _, n := range build(t, r.Reading).Nodes {
		if _, ok := n.(*kg.Event); ok {
			return n.NodeHead().ID
		}
	}
	t.Fatal("no event")
	return ""
}

// Two articles tell of one event, or of two of one day, type and side.
func TestEventsOfOneDay(t *testing.T) {
	talks := met{kind: reading.Meeting, role: reading.Counterpart, who: []string{linxi, chaoya}}
	city := met{name: "全市重点项目推进会", kind: reading.Meeting, role: reading.Counterpart, who: []string{linxi, "内蒙古自治区赤峰市"}}
	named := met{name: "全县乡村振兴工作推进会议", kind: reading.Meeting, role: reading.Host, who: []string{"田野青"}}
	tour := met{kind: reading.Inspection, place: linxi, role: reading.Visitor, who: []string{"田野青", "白桦"}}
	state := met{kind: reading.Meeting, role: reading.Counterpart, who: []string{"田野青", "白桦"}, china: true}
	with := func(m met, change func(*met)) met {
		change(&m)
		return m
	}
	for _, c := range []struct {
		how      string
		one, two met
		same     bool
	}{
		{"two divisions, under a name or none", talks, with(talks, func(m *met) { m.name = "座谈会" }), true},
		{"a city and its county", city, with(city, func(m *met) { m.name = "全市防汛工作会议" }), false},
		{"one pair and a firm", state, with(state, func(m *met) { m.who = []string{"田野青", "白桦", firm} }), false},
		{"a numbered fair", with(named, func(m *met) { m.name = "第七届林西草原文化博览会" }), with(named, func(m *met) { m.name = "第七届林西草原文化博览会" }), true},
		{"a numbered session", with(named, func(m *met) { m.name = "第二十三次会议" }), with(named, func(m *met) { m.name = "第二十三次会议" }), false},
		{"one name", named, with(named, func(m *met) { m.role = reading.Speaker }), true},
		{"two names", named, with(named, func(m *met) { m.name = "全县防汛抗旱工作会议" }), false},
		{"a name that any meeting bears", with(named, func(m *met) { m.name = "座谈会" }), with(named, func(m *met) { m.name = "座谈会" }), false},
		{"who presides twice", with(named, func(m *met) { m.name = "" }), with(named, func(m *met) { m.name = "" }), false},
		{"one who came", tour, with(tour, func(m *met) { m.who = []string{"田野青"} }), true},
		{"another who came", tour, with(tour, func(m *met) { m.who = []string{"高满仓"} }), false},
		{"to another place", tour, with(tour, func(m *met) { m.place = chaoya }), false},
		{"people of one state who met", state, with(state, func(m *met) { m.who = []string{"白桦", "田野青"} }), true},
		{"others of it", state, with(state, func(m *met) { m.who = []string{"高满仓", "白桦"} }), false},
		{"of whom one has a name", with(state, func(m *met) { m.who = m.who[:1] }), with(state, func(m *met) { m.who = m.who[:1] }), false},
	} {
		t.Run(c.how, func(t *testing.T) {
			if one, two := c.one.id(t, "甲"), c.two.id(t, "乙"); (one == two) != c.same {
				t.Errorf("%s and %s, want one event: %t", one, two, c.same)
			}
		})
	}
}
