package claim_test

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// A post printed in full in a list of appointments is the one that is printed in short from day to day.
func TestPrintedFormsOfOnePost(t *testing.T) {
	r := read(t, &article.Article{
		Title: "任免名单", PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1",
		Body: "任命田野青为林西县人民政府副县长。林西县副县长高满仓出席。林西县人民政府办公室主任白桦出席。",
	})
	r.Places = []reading.Place{{Name: linxi, Type: reading.Admin, Spans: []reading.Evidence{r.at("林西县")}}}
	for name, title := range map[string]string{"田野青": "县人民政府副县长", "高满仓": "副县长", "白桦": "县人民政府办公室主任"} {
		r.People = append(r.People, reading.Person{Name: name, Spans: []reading.Evidence{r.at(name)}, Posts: []reading.Post{
			{Title: title, Place: linxi, Status: reading.Current, Evidence: r.at(title)},
		}})
	}
	holders := map[kg.ID]int{}
	for _, c := range build(t, r.Reading).Claims {
		if c.Kind == kg.HoldsPost {
			holders[c.To]++
		}
	}
	deputy, office := kg.MakeID("t", "副县长", linxi, ""), kg.MakeID("t", "政府办公室主任", linxi, "")
	if len(holders) != 2 || holders[deputy] != 2 || holders[office] != 1 {
		t.Errorf("holders by post: %v, want two of %s and one of %s", holders, deputy, office)
	}
}

// The head of a state or of its government is one post, with the word for the state or without; but somebody who is only called 主席
// holds no seat of the state's, nor one with another such.
func TestOnePostOfAState(t *testing.T) {
	r := read(t, &article.Article{
		Title: "外事", PublishedAt: "2024-05-03", PublicationPlace: "中国", Page: "1",
		Body: "国家主席田野青、总理白桦参加。田野青主席强调，高满仓主席、史册主席致辞。国务院总理白桦参加。",
	})
	r.Places = []reading.Place{{Name: "中国", Type: reading.Admin, Spans: []reading.Evidence{r.at("国")}}}
	for name, titles := range map[string][]string{"田野青": {"国家主席", "主席"}, "高满仓": {"主席"}, "史册": {"主席"}, "白桦": {"总理", "国务院总理"}} {
		p := reading.Person{Name: name, Spans: []reading.Evidence{r.at(name)}}
		for _, title := range titles {
			p.Posts = append(p.Posts, reading.Post{Title: title, Place: "中国", Status: reading.Current, Evidence: r.at(title)})
		}
		r.People = append(r.People, p)
	}
	doc := build(t, r.Reading)
	holders := map[kg.ID]int{}
	for _, c := range doc.Claims {
		if c.Kind == kg.HoldsPost {
			holders[c.To]++
		}
	}
	head, chief := kg.MakeID("t", "国家主席", "中国", ""), kg.MakeID("t", "总理", "中国", "")
	one, other := kg.MakeID("t", "主席", "中国", "", "高满仓"), kg.MakeID("t", "主席", "中国", "", "史册") // in all articles
	if len(holders) != 4 || holders[head] != 2 || holders[chief] != 2 || holders[one] != 1 || holders[other] != 1 {
		t.Errorf("holders by post: %v, want two of %s, two of %s, one of %s and %s each", holders, head, chief, one, other)
	}
	for _, n := range doc.Nodes {
		if p, ok := n.(*kg.Post); ok && (p.Seats == 1) != (p.ID == head || p.ID == chief) {
			t.Errorf("%s has %d seats", p.Key, p.Seats)
		}
	}
}

// The day that a sentence states for a post is its stated start or end, and the day of the claim.
func TestStatedDatesOfPosts(t *testing.T) {
	for status, want := range map[reading.Status]string{
		reading.Appointed: "statedStart", reading.Current: "statedStart", reading.Acting: "statedStart", reading.Removed: "statedEnd", reading.Former: "", reading.Proposed: "",
	} {
		r := read(t, &article.Article{Title: "任免", PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1", Body: "田野青自3月1日起任林西县副县长。"})
		r.People = []reading.Person{{Name: "田野青", Spans: []reading.Evidence{r.at("田野青")}, Posts: []reading.Post{
			{Title: "副县长", Place: linxi, Status: status, Date: "2024-03-01", Evidence: r.at("林西县副县长")},
		}}}
		for _, c := range build(t, r.Reading).Claims {
			if c.Kind != kg.HoldsPost {
				continue
			}
			stated := ""
			for _, v := range c.Values {
				if v.Field != "status" && v.Value == "2024-03-01" {
					stated = v.Field
				}
			}
			if stated != want || c.Date != "2024-03-01" {
				t.Errorf("%s: %q on %s, want %q: %v", status, stated, c.Date, want, c.Values)
			}
		}
	}
}

// The graph tells by what a post's jurisdiction is known.
func TestBasisOfJurisdictions(t *testing.T) {
	for want, q := range map[string]reading.Post{"explicit": {}, "inherited": {Inherited: true}, "inferred": {Inherited: true, Inferred: true}} {
		r := read(t, &article.Article{Title: "会议", PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1", Body: "副县长田野青出席。"})
		q.Title, q.Place, q.Status, q.Evidence = "副县长", linxi, reading.Current, r.at("副县长")
		r.People = []reading.Person{{Name: "田野青", Spans: []reading.Evidence{r.at("田野青")}, Posts: []reading.Post{q}}}
		for _, c := range build(t, r.Reading).Claims {
			if c.Kind == kg.HasJurisdiction && (len(c.Values) != 1 || c.Values[0].Value != want) {
				t.Errorf("%+v, want %s", c.Values, want)
			}
		}
	}
}

// One person at a time holds the seat of a head, several that of a deputy, a secretary of a secretariat or who takes the chair in turn.
func TestSeats(t *testing.T) {
	for title, want := range map[string]int{
		"县委书记": 1, "县长": 1, "常务副县长": 1, "副县长": 0, "县委常委": 0, "书记处书记": 0, "执行主席": 0, "名誉主席": 0, "县政协主席": 1,
	} {
		r := read(t, &article.Article{Title: "会议", PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1", Body: "林西县" + title + "田野青出席。"})
		r.People = []reading.Person{{Name: "田野青", Spans: []reading.Evidence{r.at("田野青")}, Posts: []reading.Post{
			{Title: title, Place: linxi, Status: reading.Current, Evidence: r.at(title)},
		}}}
		for _, n := range build(t, r.Reading).Nodes {
			if p, ok := n.(*kg.Post); ok && p.Seats != want {
				t.Errorf("%s has %d seats, want %d", title, p.Seats, want)
			}
		}
	}
}
