package issue_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/issue"
)

const (
	water  = "市水务局昨日召开城区供水管网改造现场会，副市长罗庆兰到老城区查看旧管更换进度。"
	water2 = "供水管网改造完成后，老城区的旧管将全部更换，罗庆兰要求水务局按月公布进度。"
	school = "市实验小学举行新校舍落成典礼，校长段秋实向建设单位赠送锦旗，学生表演了腰鼓。"
	rest   = "段秋实说，新校舍有三十间教室，腰鼓队有了自己的排练厅，建设单位还送来图书。"
	other  = "农技员在示范田里讲解春播要领，今年推广的玉米新品种抗旱能力更强。"
)

// show writes what became of pages: a line for each article, in the order of the pages.
func show(pages ...issue.Page) string {
	lists, _ := issue.Join(pages)
	var out []string
	for i, list := range lines(lists) {
		for _, l := range list {
			out = append(out, fmt.Sprint(i+1, " ", l))
		}
	}
	return strings.Join(out, "\n")
}

func lines(lists [][]*article.Article) [][]string {
	out := make([][]string, len(lists))
	for i, list := range lists {
		for _, a := range list {
			s := strings.ReplaceAll(a.Body, "\n", "/")
			if len(a.Pages) > 0 {
				s += " on"
				for _, p := range a.Pages {
					s += " " + p.Page
				}
			}
			if a.Incomplete {
				s += " incomplete"
			}
			out[i] = append(out[i], s)
		}
	}
	return out
}

func to(page, title, body string) *article.Article {
	return &article.Article{Title: title, Body: body, Jump: page}
}

func from(page, title, body string) *article.Article {
	return &article.Article{Title: title, Body: body, ContinuedFrom: page}
}

func page(number string, list ...*article.Article) issue.Page {
	for _, a := range list {
		a.Page = number
	}
	return issue.Page{Number: number, Articles: list}
}

// named gives a page's articles a document.
func named(document string, p issue.Page) issue.Page {
	for _, a := range p.Articles {
		a.Document = document + p.Number
	}
	return p
}

func TestJoin(t *testing.T) {
	cases := map[string]struct {
		pages []issue.Page
		want  string
	}{
		"one of two": {
			[]issue.Page{page("1", to("第二版", "供水改造", water), &article.Article{Body: other}), page("2", from("第一版", "", water2))},
			"1 " + water + "/" + water2 + " on 1 2\n1 " + other,
		},
		"the other side isn't there": {
			[]issue.Page{page("1", to("第二版", "供水改造", water)), page("3", from("第一版", "", rest))},
			"1 " + water + " incomplete\n2 " + rest + " incomplete",
		},
		"two jumps on a page, told by words": {
			[]issue.Page{page("1", to("第二版", "供水改造", water), to("第二版", "校舍落成", school)), page("2", from("第一版", "", rest), from("第一版", "", water2))},
			"1 " + water + "/" + water2 + " on 1 2\n1 " + school + "/" + rest + " on 1 2",
		},
		"two jumps to two pages, told by the notes": {
			[]issue.Page{page("1", to("第二版", "", water), to("第三版", "", other)), page("2", from("第一版", "", water2)), page("3", from("第一版", "", "春播进度过半。"))},
			"1 " + water + "/" + water2 + " on 1 2\n1 " + other + "/春播进度过半。 on 1 3",
		},
		"told by the headline": {
			[]issue.Page{page("1", to("第二版", "要闻一则", "今天上午开会。"), to("第二版", "校舍昨日落成", "典礼昨日举行。")), page("2", from("第一版", "校舍落成", "他们很高兴。"))},
			"1 今天上午开会。 incomplete\n1 典礼昨日举行。/他们很高兴。 on 1 2",
		},
		"told by the headline that the note names": {
			[]issue.Page{
				page("1", to("第二版", "供水管网改造", "今天上午开会。"), to("第二版", "校舍昨日落成", "典礼昨日举行。")),
				page("2", &article.Article{ContinuedFrom: "第一版", ContinuedTitle: "供水管网改造", Body: "他们很高兴。"}),
			},
			"1 今天上午开会。/他们很高兴。 on 1 2\n1 典礼昨日举行。 incomplete",
		},
		"nothing tells them apart": {
			[]issue.Page{page("1", to("第二版", "", "今天上午开会。"), to("第二版", "", "典礼昨日举行。")), page("2", from("第一版", "", "他们很高兴。"))},
			"1 今天上午开会。 incomplete\n1 典礼昨日举行。 incomplete\n2 他们很高兴。 incomplete",
		},
		"the words are another article's": {
			[]issue.Page{page("1", to("第二版", "", other), &article.Article{Body: water}), page("2", from("第一版", "", water2))},
			"1 " + other + " incomplete\n1 " + water + "\n2 " + water2 + " incomplete",
		},
		"over three pages, inside a sentence": {
			[]issue.Page{
				page("A1", to("A02版", "", "市水务局昨日召开供水管网")),
				page("A2", &article.Article{ContinuedFrom: "第一版", Jump: "第四版", Body: "改造现场会。供水管网"}), page("4", from("A2版", "", "改造完成。\n供水正常。")),
			},
			"1 市水务局昨日召开供水管网改造现场会。供水管网改造完成。/供水正常。 on A1 A2 4",
		},
		"all pages twice": {
			[]issue.Page{
				named("b", page("1", to("第二版", "供水改造", water), &article.Article{Body: other})), named("b", page("2", from("第一版", "", water2))),
				named("a", page("2", from("第一版", "", water2))), named("a", page("1", to("第二版", "供水改造", water), &article.Article{Body: other})),
			},
			"1 " + water + "/" + water2 + " on 1 2\n1 " + other + "\n4 " + water + "/" + water2 + " on 1 2\n4 " + other,
		},
		"a chain without its end": {
			[]issue.Page{page("1", to("第二版", "", water)), page("2", &article.Article{ContinuedFrom: "第一版", Jump: "第三版", Body: water2})},
			"1 " + water + "/" + water2 + " on 1 2 incomplete",
		},
		"round in a circle": {
			[]issue.Page{
				page("1", &article.Article{ContinuedFrom: "第二版", Jump: "第二版", Body: water}),
				page("2", &article.Article{ContinuedFrom: "第一版", Jump: "第一版", Body: water2}),
			},
			"1 " + water + " incomplete\n2 " + water2 + " incomplete",
		},
		"no page says its number": {
			[]issue.Page{{Articles: []*article.Article{to("第二版", "供水改造", water)}}, {Articles: []*article.Article{from("第一版", "", other)}}},
			"1 " + water + " incomplete\n2 " + other + " incomplete",
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, show(c.pages...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Pages that are there twice are not joined once more for each of them.
func TestCopiesCost(t *testing.T) {
	issueOf := func(documents ...string) (pages []issue.Page) {
		for _, d := range documents {
			for n := 1; n < 20; n += 2 {
				body := strings.Repeat(fmt.Sprintf("第%d号", n), n)
				pages = append(pages,
					named(d, page(fmt.Sprint(n), to(fmt.Sprint(n+1), "供水改造", water+body))), named(d, page(fmt.Sprint(n+1), from(fmt.Sprint(n), "", water2+body))))
			}
		}
		return pages
	}
	once, twice := issueOf("a"), issueOf("a", "b")
	if got := show(twice...); strings.Count(got, "\n") != 19 || strings.Contains(got, "incomplete") {
		t.Fatal(got)
	}
	cost := func(pages []issue.Page) float64 { return testing.AllocsPerRun(1, func() { issue.Join(pages) }) }
	if a, b := cost(once), cost(twice); b > 4*a {
		t.Errorf("%v allocations for an issue, %v where it is there twice", a, b)
	}
}

// What was joined before, or has been read from such a line, isn't joined again; what it was made of is told; and the halves
// are left as they were.
func TestJoinedStays(t *testing.T) {
	one, two := to("第二版", "供水改造", water), from("第一版", "", water2)
	pages := []issue.Page{page("1", one), page("2", two)}
	lists, halves := issue.Join(pages)
	whole := lists[0][0]
	if diff := cmp.Diff([]*article.Article{one, two}, halves[whole]); diff != "" || len(lists[1]) != 0 {
		t.Errorf("halves: %s", diff)
	}
	if one.Body != water || len(one.Pages) != 0 || two.Incomplete {
		t.Errorf("changed: %+v %+v", one, two)
	}
	pages[0].Articles = []*article.Article{whole}
	if got := show(pages...); got != "1 "+water+"/"+water2+" on 1 2\n2 "+water2+" incomplete" {
		t.Error(got)
	}
}

// Every code point of a joined article's text, but line feeds between its parts, stands on one page, in the words of that
// page; and the order of the pages changes nothing.
func TestStretches(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	one := &article.Article{Kicker: "引题", Title: "供水改造", Subtitle: "副题", Body: water + "\n供水管网", Jump: "2", Captions: []string{"图一", ""}, Bylines: []article.Byline{{Name: "林溪", Role: article.Reporter}}}
	two := &article.Article{Title: "供水改造", Body: "改造忙。\n\n" + water2, ContinuedFrom: "1", Captions: []string{"图二"}, Bylines: []article.Byline{{Name: "林溪", Role: article.Reporter}, {Name: "段山", Role: article.Photographer}}}
	pages := []issue.Page{page("1", one, &article.Article{Body: other}), page("2", two), page("3", &article.Article{Body: school})}
	for range 6 {
		rng.Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
		lists, _ := issue.Join(pages)
		k := slices.IndexFunc(lists, func(l []*article.Article) bool { return len(l) == 2 })
		whole := lists[k][0]
		text := whole.Text()
		var got []string
		next := 0
		for _, p := range whole.Pages {
			if gap := text.Slice(next, p.Start); gap != "" && gap != "\n" {
				t.Errorf("%q is on no page", gap)
			}
			got, next = append(got, p.Page+" "+text.Slice(p.Start, p.End)), p.End
		}
		want := []string{"1 引题\n供水改造\n副题\n" + water + "\n供水管网", "2 改造忙。\n" + water2, "1 图一", "2 图二"}
		if diff := cmp.Diff(want, got); diff != "" || next != len(text.Runes) {
			t.Errorf("%d of %d: %s", next, len(text.Runes), diff)
		}
		if len(whole.Bylines) != 2 {
			t.Errorf("bylines: %v", whole.Bylines)
		}
	}
}
