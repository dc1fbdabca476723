package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/sheet"
)

// on is a page of these runs and marks.
func on(marks []sheet.Mark, runs ...[]sheet.Run) *sheet.Sheet {
	return &sheet.Sheet{Width: 800, Height: 1000, Runs: slices.Concat(runs...), Marks: marks}
}

// flush is lines set down a column, none of them indented.
func flush(x, y float64, lines ...string) []sheet.Run {
	var out []sheet.Run
	for i, l := range lines {
		out = append(out, run(x, y+15*float64(i), 10, l))
	}
	return out
}

func backwards(runs []sheet.Run) []sheet.Run {
	slices.Reverse(runs)
	return runs
}

// named gives runs a face.
func named(face string, runs ...sheet.Run) []sheet.Run {
	for i := range runs {
		runs[i].Face = face
	}
	return runs
}

func TestPlaces(t *testing.T) {
	road := set(200, 100, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时。")
	more := set(350, 100, "收购价也比往年高了两成", "多，村民们笑得合不拢嘴。")
	roadText := "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。\n收购价也比往年高了两成多，村民们笑得合不拢嘴。"
	dam := set(200, 300, "本报讯　昨日，东山县水", "利局召开水库安全工作会议，", "要求各乡镇逐一排查。")
	damText := "本报讯　昨日，东山县水利局召开水库安全工作会议，要求各乡镇逐一排查。"
	cases := []struct {
		name string
		page *sheet.Sheet
		want []article.Article
	}{
		{
			"a headline in the place of its article's first column",
			on(nil, []sheet.Run{run(40, 105, 24, "西河镇修"), run(40, 132, 24, "通致富路")}, road, more, []sheet.Run{run(200, 270, 20, "东山部署水库安全")}, dam),
			[]article.Article{{Title: "西河镇修 通致富路", Body: roadText}, {Title: "东山部署水库安全", Body: damText}},
		},
		{
			"a picture between headline and text",
			on([]sheet.Mark{{Box: sheet.Box{X0: 200, Y0: 130, X1: 490, Y1: 240}, Kind: sheet.Picture}},
				[]sheet.Run{run(220, 90, 24, "东山县部署水库安全")}, named("kai", run(200, 244, 9, "东山县召开水库安全工作会议　王"), run(200, 256, 9, "晓明 摄")), flush(200, 278, "　　昨日，东山县水利局召开水", "库安全工作会议，要求各乡镇", "逐一排查。")),
			[]article.Article{{Title: "东山县部署水库安全", Body: "昨日，东山县水利局召开水库安全工作会议，要求各乡镇逐一排查。", Captions: []string{"东山县召开水库安全工作会议"}, Bylines: []article.Byline{{Name: "王晓明", Role: article.Photographer}}}},
		},
		{
			"a byline that closes the text over it, above another article's column",
			on(nil, []sheet.Run{run(200, 70, 20, "西河修通致富路")}, road, []sheet.Run{run(260, 147, 10, "本报记者 王明")}, []sheet.Run{run(40, 180, 20, "东山县部署全县水库安全工作")}, set(40, 210, "昨日，东山县水利局召开", "水库安全工作会议，要求各乡", "镇逐一排查。"), set(190, 210, "会议指出，今年汛期来得", "早，来得猛。")),
			[]article.Article{{Title: "西河修通致富路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。", Bylines: by("王明")}, {Title: "东山县部署全县水库安全工作", Body: "昨日，东山县水利局召开水库安全工作会议，要求各乡镇逐一排查。\n会议指出，今年汛期来得早，来得猛。"}},
		},
		{
			"a column that ends short where a number found no room, and a byline as the first line of the text",
			on(nil, []sheet.Run{run(60, 55, 20, "西河镇修通果农致富路")}, set(40, 85, "□本报记者 王明"), set(40, 100, "今年以来，西河镇先后修", "通六条村道，收购价比往年高", "了两成，村民都说好。"), flush(190, 85, "2021年修的那条路，如今也", "已经通车了。")),
			[]article.Article{{Title: "西河镇修通果农致富路", Body: "今年以来，西河镇先后修通六条村道，收购价比往年高了两成，村民都说好。\n2021年修的那条路，如今也已经通车了。", Bylines: by("王明")}},
		},
		{
			"a headline over the middle column, the first one begins beside it with who wrote it",
			on(nil, set(40, 70, "本报记者 王明"), set(40, 85, "今年以来，西河镇先后修", "通六条村道，收购价比往年高", "了两成，村民们都说这条路好。"), []sheet.Run{run(205, 70, 18, "西河修通"), run(205, 90, 18, "致富之路")}, set(200, 118, "果农把桃运到县城，只要", "半个小时。")),
			[]article.Article{{Title: "西河修通 致富之路", Body: "今年以来，西河镇先后修通六条村道，收购价比往年高了两成，村民们都说这条路好。\n果农把桃运到县城，只要半个小时。", Bylines: by("王明")}},
		},
		{
			"a headline little larger than the text in three lines, of which one could be a name",
			on(nil, named("hei", run(40, 60, 11, "西河镇修通果"), run(40, 74, 11, "农盼望已久的"), run(40, 88, 11, "白水桥")), named("song", set(40, 112, "今年以来，西河镇先后修", "通六条村道，收购价比往年高", "了两成。")...)),
			[]article.Article{{Title: "西河镇修通果 农盼望已久的 白水桥", Body: "今年以来，西河镇先后修通六条村道，收购价比往年高了两成。"}},
		},
		{
			"a headline down the page whose characters the file gives from the last to the first",
			on(nil, backwards(down(160, 100, 20, "西河致富路")), road),
			[]article.Article{{Title: "西河致富路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。"}},
		},
		{
			"a name alone at the right edge under the text",
			on(nil, []sheet.Run{run(200, 70, 20, "西河修通致富路")}, road, []sheet.Run{run(300, 145, 10, "闻远")}),
			[]article.Article{{Title: "西河修通致富路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。", Bylines: []article.Byline{{Name: "闻远", Role: article.Author}}}},
		},
		{
			"a pen name over the first of two columns",
			on(nil, []sheet.Run{run(60, 70, 20, "西河镇修通果农致富路"), run(60, 96, 10, "闻远")}, set(40, 111, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时。"), set(190, 96, "收购价比往年高了两成，", "村民们都说这条路好，还要再", "修两条，通到邻近的镇上去。")),
			[]article.Article{{Title: "西河镇修通果农致富路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。\n收购价比往年高了两成，村民们都说这条路好，还要再修两条，通到邻近的镇上去。", Bylines: []article.Byline{{Name: "闻远", Role: article.Author}}}},
		},
		{
			"who signs a notice stands farther right than its text reaches, under an advertisement",
			on([]sheet.Mark{{Box: sheet.Box{X0: 35, Y0: 60, X1: 400, Y1: 150}, Kind: sheet.Frame}, {Box: sheet.Box{X0: 35, Y0: 5, X1: 400, Y1: 58}, Kind: sheet.Picture}},
				[]sheet.Run{run(180, 65, 16, "停水通知"), run(60, 90, 10, "因管网改造，三月九日西河镇停水，敬请谅解。"), run(300, 106, 10, "东山县自来水公司"), run(300, 121, 10, "2022年3月8日")},
				[]sheet.Run{run(460, 90, 20, "西河修通致富路")}, set(450, 120, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时。")),
			[]article.Article{{Title: "停水通知", Body: "因管网改造，三月九日西河镇停水，敬请谅解。\n东山县自来水公司\n2022年3月8日"}, {Title: "西河修通致富路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。"}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := page.SplitSheet(c.page)
			checkSheet(t, c.name, c.page, &got)
			byTitle := func(a, b article.Article) bool { return a.Title < b.Title }
			if diff := cmp.Diff(c.want, got.Articles, cmpopts.EquateEmpty(), cmpopts.SortSlices(byTitle), cmpopts.IgnoreFields(article.Article{}, "Kind")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What a dump does to headlines and captions is undone.
func TestTornHeads(t *testing.T) {
	body := strings.Join(lines(roads, 20), "\n")
	cases := []struct{ name, src, title string }{
		{"one character a line", "西\n河\n镇\n修\n通\n致\n富\n路\n" + body, "西河镇修通致富路"},
		{"empty lines between", "西\n\n河\n\n镇\n\n修\n\n通\n\n致\n\n富\n\n路\n\n" + body, "西河镇修通致富路"},
		{"inside a word that the text has", "果农村民都称赞六条村\n道修到了鲜桃园门口去\n" + body, "果农村民都称赞六条村 道修到了鲜桃园门口去"},
		{"inside a quotation", "西河镇修通“致富\n”村道六条\n" + body, "西河镇修通“致富 ”村道六条"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := page.Split(c.src)
			check(t, c.src)
			if len(got.Articles) != 1 || got.Articles[0].Title != c.title || got.Articles[0].Body != roads {
				t.Errorf("%+v", got.Articles)
			}
		})
	}
}

// The space before a photographer's name is none of layout.
func TestPhotographer(t *testing.T) {
	got := page.Split("图片新闻\n果农采摘鲜桃，准备运往县城　王晓明 摄")
	if len(got.Articles) != 1 || cmp.Diff([]string{"果农采摘鲜桃，准备运往县城"}, got.Articles[0].Captions) != "" || len(got.Articles[0].Bylines) != 1 {
		t.Errorf("%+v", got.Articles)
	}
}

// A dump that keeps the look of the page: two articles, one in two columns, with spaces between them; the lines of the columns
// in one line of the dump.
func TestLook(t *testing.T) {
	long := strings.Repeat("今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时，村民们笑得合不拢嘴。", 9)
	dam := "本报讯（记者 王明）" + strings.Repeat("昨日，东山县水利局召开水库安全工作会议，部署汛期各项准备工作。", 7)
	a, b := lines(long, 12), lines(dam, 12)
	a[0], b[0] = "   "+a[0], "   "+b[0]
	half := (len(a) + 1) / 2
	pad := func(s string, n int) string { return s + strings.Repeat(" ", max(2, n-len([]rune(s)))) }
	src := []string{"", pad("        西河镇修通果农致富路", 46) + "东山部署水库安全", ""}
	for i := range max(half, len(b)) {
		var cols [3]string
		for k, c := range [...][]string{a[:half], a[half:], b} {
			if i < len(c) {
				cols[k] = c[i]
			}
		}
		src = append(src, pad(pad(cols[0], 23)+cols[1], 46)+cols[2])
	}
	dump := strings.Join(src, "\n")
	got := page.Split(dump)
	check(t, dump)
	want := map[string]string{"西河镇修通果农致富路": long, "东山部署水库安全": dam}
	for _, a := range got.Articles {
		if want[a.Title] != a.Body {
			t.Errorf("%q: %q\n%s", a.Title, a.Body, dump)
		}
		delete(want, a.Title)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
