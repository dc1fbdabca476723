package page_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/sheet"
)

// spacedOut is one line, each character a run, with gaps of so many points between.
func spacedOut(x, y, size, gap float64, s string) []sheet.Run {
	var out []sheet.Run
	for _, r := range s {
		if r != ' ' {
			out = append(out, run(x, y, size, string(r)))
		}
		x += size + gap
	}
	return out
}

// hung is a column whose first line stands out of it by half a character.
func hung(runs []sheet.Run) []sheet.Run {
	runs[0].X1 += 6
	return runs
}

func picture(x0, y0, x1, y1 float64) sheet.Mark {
	return sheet.Mark{Box: sheet.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}, Kind: sheet.Picture}
}

// Columns, pictures and headlines that stand about one another as on real pages.
func TestColumns(t *testing.T) {
	first := set(40, 120, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时。")
	second := set(182, 120, "收购价也比往年高了两成", "多，村民们笑得合不拢嘴，都", "说这条路修得好。")
	roadText := "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。\n收购价也比往年高了两成多，村民们笑得合不拢嘴，都说这条路修得好。"
	head := []sheet.Run{run(60, 85, 20, "西河镇修通果农致富路")}
	road := article.Article{Title: "西河镇修通果农致富路", Body: roadText}
	cases := []struct {
		name string
		page *sheet.Sheet
		want []article.Article
	}{
		{
			"a headline set wide, with a wider gap between its halves, over two columns",
			on(nil, spacedOut(40, 85, 16, 10, "西河镇修路 果农致富"), first, second),
			[]article.Article{{Title: "西河镇修路 果农致富", Body: roadText}},
		},
		{
			"a comma that hangs out of its column",
			on(nil, head, hung(set(40, 120, "今年以来，西河镇修通，", "六条村道通到村口，果农都说", "这路修得好。")), set(181, 120, "收购价比往年高了，", "村民们都笑了。")),
			[]article.Article{{Title: "西河镇修通果农致富路", Body: "今年以来，西河镇修通，六条村道通到村口，果农都说这路修得好。\n收购价比往年高了，村民们都笑了。"}},
		},
		{
			"a picture between a headline and its first column",
			on([]sheet.Mark{picture(40, 110, 170, 200)}, head, set(40, 210, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时。"), second, set(182, 165, "村民还想再修两条，通到", "邻近的镇上去，把桃运得更远。", "镇上已经派人去量过地，勘过", "线，明年开春就要动工。")),
			[]article.Article{{Title: road.Title, Body: roadText + "\n村民还想再修两条，通到邻近的镇上去，把桃运得更远。镇上已经派人去量过地，勘过线，明年开春就要动工。"}},
		},
		{
			"who took a picture, on a line under its caption, over a column that goes on",
			on([]sheet.Mark{picture(182, 120, 312, 170)}, head, first, named("kai", run(182, 174, 9, "图为西河镇的果农把桃"), run(182, 186, 9, "运往县城。"), run(225, 198, 9, "王晓明／摄")), set(182, 215, "收购价也比往年高了两成", "多，村民们笑得合不拢嘴，都", "说这条路修得好。")),
			[]article.Article{{Title: road.Title, Body: roadText, Captions: []string{"图为西河镇的果农把桃运往县城。"}, Bylines: []article.Byline{{Name: "王晓明", Role: article.Photographer}}}},
		},
		{
			"a text that begins at the left of its headline, a picture under both",
			on([]sheet.Mark{picture(40, 170, 312, 260)}, []sheet.Run{run(185, 122, 15, "西河修通"), run(185, 140, 15, "致富之路")}, flush(40, 120, "　　今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到"), named("kai", run(60, 264, 9, "西河镇的果农把桃运往县城（王晓明 摄）")), flush(324, 120, "县城只要半个小时，村民笑得", "合不拢嘴，都说这条路好，还", "要再修两条，通到邻近的镇上", "去，把桃运得更远。镇上已经", "派人去量过地，勘过线，明年", "开春就要动工，秋天通车，邻", "村的果农也盼着这一天，他们", "的桃往年要绕行三十里山路。")),
			[]article.Article{{Title: "西河修通 致富之路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时，村民笑得合不拢嘴，都说这条路好，还要再修两条，通到邻近的镇上去，把桃运得更远。镇上已经派人去量过地，勘过线，明年开春就要动工，秋天通车，邻村的果农也盼着这一天，他们的桃往年要绕行三十里山路。", Captions: []string{"西河镇的果农把桃运往县城"}, Bylines: []article.Byline{{Name: "王晓明", Role: article.Photographer}}}},
		},
		{
			"a sub-heading at the head of the second column",
			on(nil, head, first, []sheet.Run{run(222, 120, 10, "路通财通")}, set(182, 135, "收购价也比往年高了两成", "多，村民们都说好。")),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。\n路通财通\n收购价也比往年高了两成多，村民们都说好。"}},
		},
		{
			"a mark before a name, apart from it, under a headline",
			on(nil, head, []sheet.Run{run(60, 108, 10, "○"), run(81, 108, 10, "闻远")}, flush(40, 124, "今年以来，西河镇修通六条", "村道，果农把鲜桃运到县城只", "要半个小时。")),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇修通六条村道，果农把鲜桃运到县城只要半个小时。", Bylines: []article.Byline{{Name: "闻远", Role: article.Author}}}},
		},
		{
			"a bracket that leans out of its column",
			on(nil, head, set(40, 120, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时。自从东边"), []sheet.Run{run(176, 120, 10, "（去年动工的）那条路修通"), run(182, 135, 10, "后，村民们都说这条路好，还"), run(182, 150, 10, "要再修两条。")}),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。自从东边（去年动工的）那条路修通后，村民们都说这条路好，还要再修两条。"}},
		},
		{
			"a headline at the left of its text, another article's headline at the right of that",
			on(nil, []sheet.Run{run(40, 100, 18, "西河镇修"), run(40, 120, 18, "致富新路")}, set(130, 85, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时，收购价也", "高了两成。"), []sheet.Run{run(280, 85, 16, "东山部署安全")}, set(272, 112, "昨日，东山县水利局召开", "水库安全工作会议，要求逐一", "排查水库隐患。")),
			[]article.Article{{Title: "西河镇修 致富新路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时，收购价也高了两成。"}, {Title: "东山部署安全", Body: "昨日，东山县水利局召开水库安全工作会议，要求逐一排查水库隐患。"}},
		},
		{
			"a headline at the left of its text, over another article",
			on(nil, []sheet.Run{run(40, 100, 18, "西河镇修"), run(40, 120, 18, "致富新路")}, set(130, 85, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时，收购价也", "高了两成。"), []sheet.Run{run(44, 240, 16, "东山部署安全")}, set(40, 265, "昨日，东山县水利局召开", "水库安全工作会议，要求逐一", "排查水库隐患。")),
			[]article.Article{{Title: "西河镇修 致富新路", Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时，收购价也高了两成。"}, {Title: "东山部署安全", Body: "昨日，东山县水利局召开水库安全工作会议，要求逐一排查水库隐患。"}},
		},
		{
			"credits over two lines close the text, and another's headline stands over what follows beside it",
			on(nil, head, set(40, 120, "今年以来，西河镇先后修", "通六条村道。（本报记者 王明", "通讯员 李小红）"), []sheet.Run{run(182, 134, 14, "东山部署安全")}, set(182, 158, "昨日，东山县水利局召开", "水库安全工作会议，部署今年", "汛期的工作，要求各乡镇逐一", "排查隐患。")),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇先后修通六条村道。（本报记者 王明通讯员 李小红）", Bylines: []article.Byline{{Name: "王明", Role: article.Reporter}, {Name: "李小红", Role: article.Correspondent}}}, {Title: "东山部署安全", Body: "昨日，东山县水利局召开水库安全工作会议，部署今年汛期的工作，要求各乡镇逐一排查隐患。"}},
		},
		{
			"a word behind a wide space, in a line of its column",
			on(nil, head, []sheet.Run{run(60, 120, 10, "本报讯"), run(138, 120, 10, "今年来"), run(40, 135, 10, "西河镇先后修通六条村"), run(40, 150, 10, "道，果农把鲜桃运到县城"), run(40, 165, 10, "只要半个小时，村民说好。")}),
			[]article.Article{{Title: road.Title, Body: "本报讯  今年来西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时，村民说好。"}},
		},
		{
			"a column that ends short with a semicolon where a number found no room",
			on(nil, head, set(40, 120, "今年以来，西河镇先后修", "通六条村道，果农都说路好，", "路上的车也多了；"), flush(182, 120, "2021年修的那条路，如今也", "已经通车了，村民们笑得合不", "拢嘴，都说路好。")),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇先后修通六条村道，果农都说路好，路上的车也多了；\n2021年修的那条路，如今也已经通车了，村民们笑得合不拢嘴，都说路好。"}},
		},
		{
			"a column that a picture parts inside a word, and the next one at its side",
			on([]sheet.Mark{picture(40, 152, 170, 236)}, []sheet.Run{run(60, 85, 20, "西河镇修通果农致富路")}, set(40, 120, "今年以来，西河镇先后修", "通六条村道，果农把桃运到县"),
				flush(40, 240, "城只要半个小时，收购价也比", "往年高了两成，村民都说这条"), flush(182, 120, "路修得好，还要再修两条，通", "到邻近的镇上去，把桃运得更", "远，卖得更好，让村里人都富", "起来，邻村的果农也盼着这一", "天，他们的桃往年要绕行三十", "里山路，运到县城就不新鲜了", "，价钱也卖不上去，看着满园", "的果子发愁，如今总算有了盼", "头，明年开春动工。")),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇先后修通六条村道，果农把桃运到县城只要半个小时，收购价也比往年高了两成，村民都说这条路修得好，还要再修两条，通到邻近的镇上去，把桃运得更远，卖得更好，让村里人都富起来，邻村的果农也盼着这一天，他们的桃往年要绕行三十里山路，运到县城就不新鲜了，价钱也卖不上去，看着满园的果子发愁，如今总算有了盼头，明年开春动工。"}},
		},
		{
			"a sub-heading as wide as the column at its foot",
			on(nil, head, set(40, 120, "今年以来，西河镇先后修", "通六条村道，果农把鲜桃运到", "县城只要半个小时。"), []sheet.Run{run(60, 165, 10, "二、张大山在村口接着说")}, second),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。\n二、张大山在村口接着说\n收购价也比往年高了两成多，村民们笑得合不拢嘴，都说这条路修得好。"}},
		},
		{
			"who wrote the text, and under it where it goes on",
			on(nil, head, first, set(182, 120, "收购价也比往年高了两成", "多，村民们笑得合不拢嘴，都", "说这条路修得好。"), []sheet.Run{run(212, 165, 10, "■　本报记者　王明"), run(232, 180, 10, "（下转第四版）")}),
			[]article.Article{{Title: road.Title, Body: roadText, Bylines: []article.Byline{{Name: "王明", Role: article.Reporter}}, Jump: "第四版"}},
		},
		{
			"a lede whose makers stand on the next line",
			on(nil, head, set(40, 120, "新华社北京3月8日电", "（记者 王明）今年以来，西", "河镇先后修通六条村道。")),
			[]article.Article{{Title: road.Title, Body: "新华社北京3月8日电（记者 王明）今年以来，西河镇先后修通六条村道。", Agency: "新华社", Dateline: &article.Dateline{Place: "北京", Date: "--03-08"}, Bylines: []article.Byline{{Name: "王明", Role: article.Reporter}}}},
		},
		{
			"a masthead at the side, in the text's size",
			on(nil, head, first, second, flush(40, 260, "2022年3月9日", "星期三", "壬寅年二月初七", "第8123期")),
			[]article.Article{road},
		},
		{
			"a second report under one headline",
			on(nil, head, first, set(182, 120, "又讯（记者 王明）昨日，", "镇上的桃花节也在西河村口开", "了场，游人不少。")),
			[]article.Article{{Title: road.Title, Body: "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。\n又讯（记者 王明）昨日，镇上的桃花节也在西河村口开了场，游人不少。"}},
		},
		{
			"an article far under another one's last column, at the end of a row with a headline of its own",
			on(nil, head, first, second, []sheet.Run{run(40, 260, 20, "东山部署水库安全")}, set(40, 290, "昨日，东山县水利局召开", "水库安全工作会议，要求逐一", "排查水库隐患。"), set(182, 290, "会议指出，今年汛期来得", "早，来得猛，各乡镇要把水库", "安全放在心上。")),
			[]article.Article{road, {Title: "东山部署水库安全", Body: "昨日，东山县水利局召开水库安全工作会议，要求逐一排查水库隐患。\n会议指出，今年汛期来得早，来得猛，各乡镇要把水库安全放在心上。"}},
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
