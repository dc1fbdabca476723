package claim_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

func TestBareNameIsKnownByItsCompany(t *testing.T) {
	mayor, guest := reading.Post{Title: "县长", Place: linxi, Status: "current"}, reading.Post{Title: "区长", Place: chaoya, Status: "current"}
	for _, c := range []struct {
		name  string
		posts map[string]reading.Post
		roles map[string]reading.Participation
		bare  string
		want  string
	}{
		{"beside a mayor", map[string]reading.Post{"田野青": mayor}, map[string]reading.Participation{"田野青": reading.Host, "高满仓": reading.Attendee}, "高满仓", linxi},
		{"among themselves", nil, map[string]reading.Participation{"田野青": reading.Speaker, "高满仓": reading.Attendee}, "高满仓", linxi},
		{
			"between two delegations",
			map[string]reading.Post{"田野青": mayor, "刘湖": guest},
			map[string]reading.Participation{"田野青": reading.Host, "刘湖": reading.Visitor, "高满仓": reading.Attendee},
			"高满仓", "",
		},
		{"across the table", map[string]reading.Post{"田野青": mayor}, map[string]reading.Participation{"田野青": reading.Host, "高满仓": reading.Counterpart}, "高满仓", ""},
		{"in no event", map[string]reading.Post{"田野青": mayor}, map[string]reading.Participation{"田野青": reading.Host}, "高满仓", ""},
		{"of a name from abroad", map[string]reading.Post{"田野青": mayor}, map[string]reading.Participation{"田野青": reading.Host, "埃斯特万": reading.Attendee}, "埃斯特万", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, &article.Article{Title: "会议", PublishedAt: "2024-05-03", PublicationPlace: linxi, Body: "田野青、刘湖、高满仓、埃斯特万参加会议。"})
			for _, name := range []string{"田野青", "刘湖", "高满仓", "埃斯特万"} {
				p := reading.Person{Name: name, Spans: []reading.Evidence{r.at(name)}}
				if post, ok := c.posts[name]; ok {
					post.Evidence = r.at(name)
					p.Posts = []reading.Post{post}
				}
				r.People = append(r.People, p)
			}
			e := reading.Event{Type: reading.Meeting, Start: "2024-05-02", PartOf: -1, Evidence: r.at("会议")}
			for name, role := range c.roles {
				e.Participants = append(e.Participants, reading.Participant{Name: name, Roles: []reading.Participation{role}, Evidence: r.at(name)})
			}
			r.Events = []reading.Event{e}
			var got []string
			for _, n := range build(t, r.Reading).Nodes {
				if p, ok := n.(*kg.Person); ok && strings.HasPrefix(p.Key, c.bare) {
					got = append(got, p.Scope)
				}
			}
			if d := cmp.Diff([]string{c.want}, got); d != "" {
				t.Errorf("%s: -want +got\n%s", c.bare, d)
			}
		})
	}
}

// Committees of the youth league and bureaus of one place are one each, whether or not their names say whose they are.
func TestBodiesOfOnePlace(t *testing.T) {
	for _, pair := range [][2]string{{"团县委", "共青团林西县委"}, {"农牧局", "林西县农牧局"}, {"农行林西支行", "中国农业银行林西支行"}} {
		r := read(t, &article.Article{Title: "会议", PublishedAt: "2024-05-03", PublicationPlace: linxi, Body: pair[0] + "和" + pair[1] + "参加。"})
		for _, name := range pair {
			r.Organizations = append(r.Organizations, reading.Organization{Name: name, Type: "government", Place: linxi, Spans: []reading.Evidence{r.at(name)}})
		}
		ids := map[kg.ID]bool{}
		for _, n := range build(t, r.Reading).Nodes {
			if n.NodeHead().Kind == kg.OrganizationKind {
				ids[n.NodeHead().ID] = true
			}
		}
		if len(ids) != 1 {
			t.Errorf("%s: %d bodies, want one", pair, len(ids))
		}
	}
}

// A body that is called after another one of the article, and as a part of it, is subordinate to it: to the nearest.
func TestPartsOfBodies(t *testing.T) {
	r := read(t, &article.Article{
		Title: "服务", PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1",
		Body: "辽河银行、辽河银行林西支行、辽河银行林西支行团委、辽河银行博物院和辽河大学第一医院、辽河大学参加。",
	})
	for _, name := range []string{"辽河银行", "辽河银行林西支行", "辽河银行林西支行团委", "辽河银行博物院", "辽河大学第一医院", "辽河大学"} {
		r.Organizations = append(r.Organizations, reading.Organization{Name: name, Type: "company", Spans: []reading.Evidence{r.at(name)}})
	}
	doc := build(t, r.Reading)
	names := map[kg.ID]string{}
	for _, n := range doc.Nodes {
		if o, ok := n.(*kg.Organization); ok {
			names[o.ID] = o.Key
		}
	}
	var got []string
	for _, c := range doc.Claims {
		if c.Kind == kg.SubordinateTo {
			got = append(got, names[c.From]+" < "+names[c.To])
		}
	}
	slices.Sort(got)
	if d := cmp.Diff([]string{"辽河银行林西支行 < 辽河银行", "辽河银行林西支行团委 < 辽河银行林西支行"}, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}
