package page_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page"
)

// Texts of the tests below, invented.
const (
	water = "本报讯（记者 王明）昨日，东山县水利局召开水库安全工作会议，研究部署今年汛期各项准备工作，要求各乡镇逐一排查山塘水库的隐患。"
	roads = "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时，收购价也比往年高了两成多，村民们笑得合不拢嘴。"
)

// lines sets a paragraph in a column of n characters, the first line short by an indent that the dump lost.
func lines(p string, n int) []string {
	r := []rune(p)
	var out []string
	for k := n - 2; len(r) > 0; k = n {
		k = min(k, len(r))
		out = append(out, string(r[:k]))
		r = r[k:]
	}
	return out
}

func TestSplit(t *testing.T) {
	waterBody := strings.Join(lines(water, 16), "\n")
	roadsBody := strings.Join(lines(roads, 20), "\n")
	cases := []struct {
		name, src string
		want      []article.Article
	}{
		{
			"headline before, byline, jump",
			"东山县部署水库安全工作\n" + waterBody + "\n（下转第3版）\n\n西河镇修通果农致富路\n本报记者 李小红\n" + roadsBody,
			[]article.Article{
				{Title: "东山县部署水库安全工作", Body: water, Jump: "第三版", Bylines: by("王明"), Kind: article.Brief},
				{Title: "西河镇修通果农致富路", Body: roads, Bylines: by("李小红"), Kind: article.Brief},
			},
		},
		{
			"headline behind, second headline",
			waterBody + "\n\n东山县部署水库安全工作\n——要求各乡镇逐一排查隐患\n\n" + roadsBody + "\n\n西河镇修通果农致富路",
			[]article.Article{
				{Title: "东山县部署水库安全工作", Subtitle: "要求各乡镇逐一排查隐患", Body: water, Bylines: by("王明"), Kind: article.Brief},
				{Title: "西河镇修通果农致富路", Body: roads, Kind: article.Brief},
			},
		},
		{
			"continued from a page, note on a line of its own",
			"（上接第1版）\n" + roadsBody,
			[]article.Article{{Body: roads, ContinuedFrom: "第一版", Kind: article.Brief}},
		},
		{
			"continued from a page, the note names the headline",
			strings.Join(lines("（上接第1版“西河镇修通果农致富路”）"+roads, 20), "\n"),
			[]article.Article{{Body: roads, ContinuedFrom: "第一版", ContinuedTitle: "西河镇修通果农致富路", Kind: article.Brief}},
		},
		{
			"continued from a page, the note and the headline on a line of their own",
			"（上接第1版《西河镇修通果农致富路》一文）\n" + roadsBody,
			[]article.Article{{Body: roads, ContinuedFrom: "第一版", ContinuedTitle: "西河镇修通果农致富路", Kind: article.Brief}},
		},
		{
			"photograph alone",
			"图片新闻\n西河镇的果农在采摘鲜桃，今年全镇桃园增产两成。　王　明 摄",
			[]article.Article{{Captions: []string{"西河镇的果农在采摘鲜桃，今年全镇桃园增产两成。"}, Bylines: []article.Byline{{Name: "王明", Role: article.Photographer}}, Column: "图片新闻", Kind: article.Photo}},
		},
		{
			"items of a column",
			"简 讯\n▲东山县图书馆昨日向学校赠书六百册，受到师生欢迎。（王明）\n▲西河镇开展免费义诊，为老人检查身体。（李小红）",
			[]article.Article{
				{Column: "简讯", Body: "▲东山县图书馆昨日向学校赠书六百册，受到师生欢迎。（王明）", Bylines: []article.Byline{{Name: "王明", Role: article.Correspondent}}, Kind: article.Brief},
				{Body: "▲西河镇开展免费义诊，为老人检查身体。（李小红）", Bylines: []article.Byline{{Name: "李小红", Role: article.Correspondent}}, Kind: article.Brief},
			},
		},
		{
			"letter-spaced line, radicals, number over two lines",
			"本报讯（记者 王明）昨日，东山\n县水利局召开水库安全工作会议，\n今 年 各 乡 镇 投 ⼊ 资 ⾦ 共 计\n2600万元用于除险加固，比去年增\n长9.\n6%。",
			[]article.Article{{Body: "本报讯（记者 王明）昨日，东山县水利局召开水库安全工作会议，今年各乡镇投入资金共计2600万元用于除险加固，比去年增长9.6%。", Bylines: by("王明"), Kind: article.Brief}},
		},
		{
			"columns side by side",
			rows(lines(water+water[len("本报讯（记者 王明）"):], 15), lines("本报讯（通讯员 李小红）"+roads+roads, 15)),
			[]article.Article{
				{Body: water + water[len("本报讯（记者 王明）"):], Bylines: by("王明"), Kind: article.Brief},
				{Body: "本报讯（通讯员 李小红）" + roads + roads, Bylines: []article.Byline{{Name: "李小红", Role: article.Correspondent}}, Kind: article.Brief},
			},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := page.Split(c.src)
			if diff := cmp.Diff(c.want, got.Articles, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s\n%s", diff, c.src)
			}
			check(t, c.src)
		})
	}
}

func by(names ...string) []article.Byline {
	var out []article.Byline
	for _, n := range names {
		out = append(out, article.Byline{Name: n, Role: article.Reporter})
	}
	return out
}

// rows sets two columns side by side, as a tool that reads along the line dumps them.
func rows(a, b []string) string {
	var out []string
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			out = append(out, b[i])
		case i >= len(b):
			out = append(out, a[i])
		default:
			out = append(out, a[i]+" "+b[i])
		}
	}
	return strings.Join(out, "\n")
}

func TestMasthead(t *testing.T) {
	src := "东山日报\n2019年3月7日　星期四\n农历己亥年二月初一\n第03版\n责任编辑 李小红 版式 王晓\n国内统一刊号：CN41—0000　第9871期　今日四版\n\n" + strings.Join(lines(water, 16), "\n")
	got := page.Split(src)
	want := page.Masthead{Publication: "东山日报", Date: "2019-03-07", Page: "3", Editors: []string{"李小红"}}
	if diff := cmp.Diff(want, got.Masthead, cmpopts.IgnoreFields(page.Masthead{}, "Lines")); diff != "" {
		t.Error(diff)
	}
	if len(got.Remainders) != 0 {
		t.Errorf("remainders: %v", got.Remainders)
	}
}
