package post_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/post"
	"github.com/baopu/baopu/loader/reading"
)

// known are the people of the cases. Who is a person is for the steps before to say; here their names are given.
var known = map[string]float32{"季云飞": 0, "石一磊": 0, "路远舟": 0}

// read reads an article of a paper of 宜春 by the steps of this package alone: one scan, no tagger, the known names.
func read(rd *post.Reader, text string) *reading.Reading {
	a := &article.Article{Body: text, Publication: "宜春日报", PublicationPlace: "江西省宜春市", PublishedAt: "2024-06-12"}
	r := &reading.Reading{Article: a, Text: a.Text()}
	var (
		view   lattice.View
		room   lattice.Room
		places location.Reader
	)
	view.Reset(r.Text)
	room.Reset(&view)
	places.Reset(&view, a.PublishedAt)
	r.Home = places.Settle(a)
	l := lattice.New(&room, &view, lattice.Hints{Known: known, Abroad: places.Abroad})
	var parts [][]lattice.Token
	for _, p := range view.Parts {
		parts = append(parts, places.Locals(l.Cut(p.Start, p.End, false)))
	}
	places.NameCountries(parts)
	places.Find(parts)
	rd.Reset(r, &view, &room, &places, true)
	rd.Group(parts, body.New(&view, &room, &places).Find(parts))
	places.Resolve()
	rd.Bind()
	rd.People()
	rd.Organizations()
	return r
}

// lines are the people of r with their posts: name | title @place #body status, current unless it says otherwise.
func lines(r *reading.Reading) []string {
	var out []string
	for _, p := range r.People {
		line := p.Name
		for _, q := range p.Posts {
			line += " | " + q.Title
			if q.Place != "" {
				line += " @" + q.Place
			}
			if q.Org != "" {
				line += " #" + q.Org
			}
			if q.Status != reading.Current {
				line += " " + string(q.Status)
			}
		}
		out = append(out, line)
	}
	return out
}

type grammar struct {
	name, text string
	want       []string
}

func check(t *testing.T, cases []grammar, of func(*reading.Reading) []string) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var rd post.Reader
			if diff := cmp.Diff(c.want, of(read(&rd, c.text))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// What a title takes in from right to left: place? organ? modifier* head.
func TestTitles(t *testing.T) {
	check(t, []grammar{
		{"a head", "书记季云飞到场。", []string{"季云飞 | 书记"}},
		{"a level and a head", "市长季云飞到场。", []string{"季云飞 | 市长 @江西省宜春市"}},
		{"a place", "上高县县长季云飞到场。", []string{"季云飞 | 县长 @江西省宜春市上高县"}},
		{"a chain of places", "湖北省荆门市市长季云飞到场。", []string{"季云飞 | 市长 @湖北省荆门市"}},
		{"an organ", "上高县委副书记季云飞到场。", []string{"季云飞 | 县委副书记 @江西省宜春市上高县"}},
		{"a department of an organ", "市委组织部部长季云飞到场。", []string{"季云飞 | 市委组织部部长 @江西省宜春市"}},
		{"a modifier", "常务副市长季云飞到场。", []string{"季云飞 | 常务副市长 @江西省宜春市"}},
		{"who stands in", "代市长季云飞到场。", []string{"季云飞 | 市长 @江西省宜春市 acting"}},
		{"who was", "原副市长季云飞到场。", []string{"季云飞 | 副市长 @江西省宜春市 former"}},
		{"a state", "挪威首相季云飞到场。", []string{"季云飞 | 首相 @挪威"}},
		{"a state's parliament", "挪威议会议长季云飞到场。", []string{"季云飞 | 议会议长 @挪威 #挪威议会"}},
		{"a body behind its place", "宜春市第九医院院长季云飞到场。", []string{"季云飞 | 院长 #宜春市第九医院"}},
		{"a body behind a level word", "市水利局局长季云飞到场。", []string{"季云飞 | 局长 #宜春市水利局"}},
		{"a department of a body", "宜春市第九医院急诊科主任季云飞到场。", []string{"季云飞 | 急诊科主任 #宜春市第九医院"}},
		{"what he has charge of", "联合国分管渔业的副秘书长季云飞到场。", []string{"季云飞 | 副秘书长 #联合国"}},
		{"the newly come", "联合国新任秘书长季云飞到场。", []string{"季云飞 | 秘书长 #联合国"}},
		{"the whole world of a company", "英国海雀公司全球总裁季云飞到场。", []string{"季云飞 | 总裁 #英国海雀公司"}},
		{"a party by 党", "挪威进步党主席季云飞到场。", []string{"季云飞 | 主席 #挪威进步党"}},
		{"a party without 党", "斐济民族战斗运动领袖季云飞到场。", []string{"季云飞 | 领袖 #斐济民族战斗运动"}},
		{"an assembly is no party", "出席大会主席季云飞到场。", []string{"季云飞 | 主席"}},
		{"a village of a county", "上高县水口村党支部书记季云飞到场。", []string{"季云飞 | 村党支部书记 @江西省宜春市上高县水口村"}},
		{"a word that ranks nobody", "老同志季云飞到场。", []string{"季云飞"}},
	}, lines)
}

// How a title reaches the names around it.
func TestBind(t *testing.T) {
	check(t, []grammar{
		{"titles in front of a name are all his", "市委副书记、市长季云飞到场。", []string{"季云飞 | 市委副书记 @江西省宜春市 | 市长 @江西省宜春市"}},
		{"a title is everybody's up to the next", "副市长季云飞、石一磊，秘书长路远舟到场。", []string{"季云飞 | 副市长 @江西省宜春市", "石一磊 | 副市长 @江西省宜春市", "路远舟 | 秘书长 @江西省宜春市"}},
		{"a bare title keeps the place of its neighbour", "上高县委书记季云飞、县长石一磊到场。", []string{"季云飞 | 县委书记 @江西省宜春市上高县", "石一磊 | 县长 @江西省宜春市上高县"}},
		{"behind the name", "季云飞任市水利局局长。", []string{"季云飞 | 局长 #宜春市水利局"}},
		{"who is relieved", "免去季云飞的市水利局局长职务。", []string{"季云飞 | 局长 #宜春市水利局 removed"}},
		{"whom an airport is called after", "市长石一磊抵达季云飞国王国际机场。", []string{"石一磊 | 市长 @江西省宜春市"}},
		{"a full stop parts a title from a name", "市长到场。季云飞说，好。", []string{"季云飞"}},
	}, lines)
}

// Bodies are written down once, by their fullest names; a paper that only says where the text comes from is none.
func TestOrganizations(t *testing.T) {
	check(t, []grammar{
		{"by its level and by its place", "市水利局发文，宜春市水利局解释。", []string{"宜春市水利局"}},
		{"behind one place and behind two", "宜春市上高县中医院义诊，上高县中医院挂牌。", []string{"宜春市上高县中医院"}},
		{"of two places of one name none is the other", "上高县中医院、万载县中医院挂牌。", []string{"上高县中医院", "万载县中医院"}},
		{"known by its short name", "世卫组织发布报告。世界卫生组织说，好。", []string{"世界卫生组织"}},
		{"of China, as a title says it and as guests are told", "全国政协主席季云飞说，中国全国政协愿加强交往。", []string{"中国全国政协"}},
		{"a dateline", "新华社南昌6月11日电 宜春市水利局发文。", []string{"宜春市水利局"}},
		{"a built place that has a head", "宜春市文化馆馆长季云飞到场。", []string{"宜春市文化馆"}},
	}, func(r *reading.Reading) []string {
		var out []string
		for _, o := range r.Organizations {
			out = append(out, o.Name)
		}
		return out
	})
}

// TestReset reads one article after the other with one reader: nothing of the first is left.
func TestReset(t *testing.T) {
	var rd post.Reader
	read(&rd, "宜春市第九医院院长季云飞到场，周书记、市长石一磊参加。")
	again := read(&rd, "院长路远舟到场。")
	var fresh post.Reader
	if diff := cmp.Diff(lines(read(&fresh, "院长路远舟到场。")), lines(again)); diff != "" {
		t.Errorf("a reader that was used before (-fresh +used):\n%s", diff)
	}
	if got := strings.Join(lines(again), "; "); got != "路远舟 | 院长" {
		t.Errorf("read %q", got)
	}
}
