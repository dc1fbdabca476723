package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/page"
)

// bodies is the texts of the articles of a dump, and titles their headlines with the second ones behind a stroke.
func bodies(src string) []string {
	var out []string
	for _, a := range page.Split(src).Articles {
		out = append(out, a.Body)
	}
	return out
}

func titles(src string) []string {
	var out []string
	for _, a := range page.Split(src).Articles {
		t := a.Title
		if a.Subtitle != "" {
			t += "|" + a.Subtitle
		}
		out = append(out, t)
	}
	return out
}

// Makers in brackets open a text, whether the line holds them or not.
func TestMakersFirst(t *testing.T) {
	for _, width := range [...]int{16, 26} {
		next := "（记者 李小红 通讯员 王小河）南浦县图书馆向乡村学校赠书六百册，孩子们围着新书看个不停，老师说往后还会有新书送来。"
		src := strings.Join(append(lines(roads, width), lines(next, width)...), "\n")
		check(t, src)
		if diff := cmp.Diff([]string{roads, next}, bodies(src)); diff != "" {
			t.Errorf("%s\n%s", diff, src)
		}
	}
}

// A notice ends with the day under who signs it; a salutation doesn't end a letter's first paragraph.
func TestEndsOfTexts(t *testing.T) {
	notice := "因管网改造施工，定于3月10日8时至18时对中街沿线用户暂停供水，不便之处，敬请谅解。"
	src := strings.Join(lines(notice, 16), "\n") + "\n西河镇自来水公司\n2022年3月8日\n" + strings.Join(lines(roads, 16), "\n")
	check(t, src)
	if diff := cmp.Diff([]string{notice + "\n西河镇自来水公司\n2022年3月8日", roads}, bodies(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
	letter := "今年我家门口的路灯坏了半年多，夜里回家黑漆漆的，盼着有关部门早些来修一修，让老人和娃娃走路心里踏实。"
	src = "编辑同志：\n" + strings.Join(lines(letter, 16), "\n")
	check(t, src)
	if diff := cmp.Diff([]string{"编辑同志：\n" + letter}, bodies(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// A headline that nearly fills the column stands over a line that only a paragraph begins with.
func TestHeadlineInColumn(t *testing.T) {
	src := strings.Join(lines(water, 16), "\n") + "\n西河镇修通村道果农鲜桃卖远了\n" + strings.Join(lines(roads, 16), "\n")
	check(t, src)
	if diff := cmp.Diff([]string{"", "西河镇修通村道果农鲜桃卖远了"}, titles(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// Headlines in a list: which lines are one is decided with the texts that they speak of, and what shares no word with any
// text goes by the order.
func TestListOfHeadlines(t *testing.T) {
	books := "南浦县图书馆昨日向山里娃的课堂赠书六百册，孩子们围着新书看个不停，老师说往后每个月都会有新的书送来，还要办读书会。"
	show := "本报讯（通讯员 李小红）北塘区剧团下乡演出三十场，戏台搭在打谷场上，四邻八乡的老人早早搬来板凳，一直看到月亮升起。"
	src := "东山县水利局部署水库\n安全工作\n西河镇果农致富路\n“书香”飘进山里娃的课堂\n月亮底下听一回\n" +
		strings.Join(lines(water, 16), "\n") + "\n" + strings.Join(lines("近日，"+roads, 20), "\n") + "\n" +
		strings.Join(lines(books, 24), "\n") + "\n" + strings.Join(lines(show, 18), "\n")
	check(t, src)
	want := []string{"东山县水利局部署水库 安全工作", "西河镇果农致富路", "“书香”飘进山里娃的课堂", "月亮底下听一回"}
	if diff := cmp.Diff(want, titles(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// A lede whose makers stand on the next line, and a paragraph whose first line has no stops, are text.
func TestFirstLines(t *testing.T) {
	cases := []struct{ name, src, want string }{
		{"makers on the next line", "新华社北京3月8日电\n（记者王明）东山县水利\n局日前部署水库安全工\n作，要求逐一排查。", "新华社北京3月8日电（记者王明）东山县水利局日前部署水库安全工作，要求逐一排查。"},
		{
			"a first line without stops", strings.Join(lines(roads, 12), "\n") + "\n" + strings.Join(lines("果农们还商量起了明年春天的打算，要把桃子卖到更远的地方去。", 12), "\n"),
			roads + "\n果农们还商量起了明年春天的打算，要把桃子卖到更远的地方去。",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			check(t, c.src)
			if diff := cmp.Diff([]string{c.want}, bodies(c.src)); diff != "" {
				t.Errorf("%s\n%s", diff, c.src)
			}
		})
	}
}

// A caption that begins with 图为 is none of the headlines about it; a headline alone over a caption is the photograph's.
func TestCaptionInList(t *testing.T) {
	src := strings.Join(lines(water, 20), "\n") + "\n果农喜摘鲜桃\n图为西河镇的果农在采摘鲜桃，今年全镇桃园增产\n两成。　王　明 摄\n西河镇修通致富路\n" + strings.Join(lines(roads, 20), "\n")
	check(t, src)
	var got []string
	for _, a := range page.Split(src).Articles {
		got = append(got, a.Title+"|"+strings.Join(a.Captions, ""))
	}
	want := []string{"|", "果农喜摘鲜桃|图为西河镇的果农在采摘鲜桃，今年全镇桃园增产两成。", "西河镇修通致富路|"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// Captions in columns of their own, whose credits run over the line, are told by these.
func TestCaptionsByCredit(t *testing.T) {
	src := "图片新闻\n西河镇的果农在采摘鲜桃，今年全镇桃园增产两成。新华社记者 王\n小明 摄\n东山县水利局的干部昨日在水库大坝上\n察看水情。 李小红 摄影报道\n"
	check(t, src)
	var got []string
	for _, a := range page.Split(src).Articles {
		got = append(got, a.Captions...)
		for _, b := range a.Bylines {
			got = append(got, b.Name)
		}
	}
	want := []string{"西河镇的果农在采摘鲜桃，今年全镇桃园增产两成。", "东山县水利局的干部昨日在水库大坝上察看水情。", "王小明", "李小红"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// Rows of a table and what tells of the sky are no headlines, and lost neither.
func TestRowsOfTables(t *testing.T) {
	src := "工业增加值 亿元 633 9789 11.4\n财政收入 万元 217 2937 -1.6\n晴转多云 微风\n8℃～21℃\n西河镇修通果农致富路\n" + strings.Join(lines(roads, 20), "\n")
	check(t, src)
	if diff := cmp.Diff([]string{"西河镇修通果农致富路"}, titles(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
	if p := page.Split(src); len(p.Remainders) != 2 {
		t.Errorf("remainders: %+v, want the two rows", p.Remainders)
	}
}

// A byline before a lede of its own is none of it.
func TestBylineBeforeLede(t *testing.T) {
	src := "东山县部署水库安全工作\n本报记者 李小红\n" + strings.Join(lines(water, 16), "\n")
	check(t, src)
	if diff := cmp.Diff([]string{water}, bodies(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// The headlines of two texts side by side stand before the first of them, in whatever order their heights put them, and one of them
// shares but a word with its text.
func TestHeadlinesSideBySide(t *testing.T) {
	books := "本报讯（通讯员 李小红）南浦县图书馆昨日向乡村学校赠书六百册，孩子们围着新书看个不停，老师说往后还会有新书送来。"
	shoes := "老周的鞋铺昨日重新开张，街坊们提着旧鞋排起了长队。老周今年七十岁，腿脚不便，社区帮他把铺子搬到了一楼，还装上了暖气。"
	show := "本报讯（记者 王小河）北塘区剧团下乡演出三十场，戏台搭在打谷场上，四邻八乡的老人早早搬来板凳，一直看到月亮升起。"
	set := func(p string) string { return strings.Join(lines(p, 16), "\n") }
	src := "东山县部署水库安全工作\n" + set(water) + "\n\n西河镇修通果农致富路\n" + set(roads) + "\n\n南浦县图书馆赠书进校园\n" + set(books) +
		"\n\n老手艺搬到了新门面\n\n北塘区剧团下乡演出三十场\n\n" + set(show) + "\n\n" + set(shoes)
	check(t, src)
	want := []string{"东山县部署水库安全工作", "西河镇修通果农致富路", "南浦县图书馆赠书进校园", "北塘区剧团下乡演出三十场", "老手艺搬到了新门面"}
	got := titles(src)
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}
