package page_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page"
)

// Headlines in several lines, second headlines, lists of headlines and the page's own lines in dumps, which have no sizes.
func TestHeadlinesOfDumps(t *testing.T) {
	road := strings.Join(lines(roads, 20), "\n")
	dam := strings.Join(lines(water, 20), "\n")
	sub := strings.Join(lines("会议还要求备足沙袋和编织袋，各乡镇值班的干部要守在水库大坝上，把险情消除在萌芽之中。", 20), "\n")
	cases := []struct {
		name, src string
		want      []string // titles, with their second headlines behind a stroke
	}{
		{"a page that tears its headlines, one of them between words", "西河镇修通“致富\n”村道六条\n" + road + "\n\n东山县水利局部署\n全县水库安全工作\n" + dam, []string{"西河镇修通“致富 ”村道六条", "东山县水利局部署 全县水库安全工作"}},
		{"a page that tears none", "西河镇修通六条村道\n果农把鲜桃运到县城只要半小时\n" + road + "\n\n东山县部署水库安全\n" + dam, []string{"西河镇修通六条村道|果农把鲜桃运到县城只要半小时", "东山县部署水库安全"}},
		{"who was there", "东山县水利局部署\n水库安全工作\n李大山讲话 王小河主持\n" + dam, []string{"东山县水利局部署 水库安全工作|李大山讲话 王小河主持"}},
		{"a headline's last characters, and a pen name", "东山县水利局部署水库安\n全工作\n" + dam + "\n\n西河镇修通果农致富路\n秋实\n" + road, []string{"东山县水利局部署水库安 全工作", "西河镇修通果农致富路"}},
		{"a sub-heading whose last characters are no name", "东山县水利局部署水库安全工作\n" + dam + "\n山塘水库的险情要逐一\n排查好\n" + sub, []string{"东山县水利局部署水库安全工作"}},
		{"the line at the page's foot", road + "\n\n西河镇修通果农致富路\n本报地址：西河镇中街18号　邮政编码：016000　广告热线：0470—2223456　发行热线：0470—2223457　零售价：1.50元　印刷：日报印务中心\n", []string{"西河镇修通果农致富路"}},
		{"a code of the post", "代号21-45\n西河镇修通果农致富路\n" + road, []string{"西河镇修通果农致富路"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			check(t, c.src)
			var got []string
			for _, a := range page.Split(c.src).Articles {
				title := a.Title
				if a.Subtitle != "" {
					title += "|" + a.Subtitle
				}
				got = append(got, title)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", diff, c.src)
			}
		})
	}
}

// A lede that breaks over the line begins an article.
func TestBrokenLede(t *testing.T) {
	src := strings.Join(lines(roads, 10), "\n") + "\n新华社北京3月8日\n电（记者王明）东山县\n水利局日前部署水库安\n全工作，要求逐一排查。"
	check(t, src)
	got := page.Split(src).Articles
	if len(got) != 2 || got[1].Agency != "新华社" || cmp.Diff(by("王明"), got[1].Bylines) != "" {
		t.Errorf("%+v", got)
	}
}

// Rows of three columns of which a paragraph's end in the first leaves the others in a line of their own.
func TestPartsOfRows(t *testing.T) {
	a := "今年以来，西河镇先后修通村道六条，果农把鲜桃运到县城只要半个小时，村民们都说这条路修得好。\n收购价也比往年高了，镇上打算再修两条，通到邻近的镇上去，把桃运得更远，卖得更好，让村民都富起来。"
	b := "东山县水利局昨日召开水库安全工作会议，要求各乡镇逐一排查山塘水库的隐患，落实值班制度，备足沙袋和编织袋，把险情消除在萌芽之中，确保全县安全度汛不出事。"
	c := "南浦县图书馆向乡村学校赠书六百册，受到师生们欢迎，孩子们围着新书看个不停，老师说往后每个月都会有新的书送来，还要办读书会，请作家来给孩子们讲写作的故事。"
	var cols [3][]string
	for i, p := range [...]string{a, b, c} {
		for _, para := range strings.Split(p, "\n") {
			cols[i] = append(cols[i], lines(para, 13)...)
		}
	}
	var out []string
	for i := range max(len(cols[0]), len(cols[1]), len(cols[2])) {
		var row []string
		for k := range cols {
			if i < len(cols[k]) {
				row = append(row, cols[k][i])
			}
		}
		if strings.HasSuffix(row[0], "好。") && len(row) > 2 { // its end stands in a line of its own
			out = append(out, row[0], strings.Join(row[1:], " "))
			continue
		}
		out = append(out, strings.Join(row, " "))
	}
	src := strings.Join(out, "\n")
	check(t, src)
	var got []string
	for _, x := range page.Split(src).Articles {
		got = append(got, x.Body)
	}
	if all := strings.Join(got, "\n"); !strings.Contains(all, a) || !strings.Contains(all, b) || !strings.Contains(all, c) {
		t.Errorf("%q\n%s", got, src)
	}
}

// A dump whose tool sorts words by height has runs of spaces too, but no cells: it is read line by line.
func TestSortedWords(t *testing.T) {
	var out []string
	for i, l := range lines(strings.Repeat(roads, 6), 20) {
		out = append(out, l+strings.Repeat(" ", 3+i%11)+"水库安全工作会议要求，")
	}
	src := strings.Join(out, "\n")
	check(t, src)
	if got := page.Split(src).Articles; len(got) == 0 || cmp.Equal(got[0].Kind, article.Photo) {
		t.Errorf("%+v", got)
	}
}

// One text stands under another, both in two columns: what stands between them stays there.
func TestTextBetweenRows(t *testing.T) {
	dam := water + "各乡镇值班的干部要守在水库大坝上，把险情消除在萌芽之中，确保全县安全度汛。会议还通报了去年汛期的教训，决定给每座水库配上两名专职的巡查人员，每天早晚各巡查一次，遇到大雨加密巡查，发现险情马上报告。"
	road := roads + "镇上打算再修两条，通到邻近的镇上去，把桃运得更远，卖得更好，让村民都富起来。果农张大山说，路通了以后，城里的客商自己开车进村来收桃，地头就是市场，他家今年又多种了五亩。"
	books := "南浦县图书馆昨日向乡村学校赠书六百册，孩子们围着新书看个不停，老师说往后每个月都会有新的书送来。"
	halves := func(s string) string {
		ls := lines(s, 16)
		n := (len(ls) + 1) / 2
		return rows(ls[:n], ls[n:])
	}
	cases := []struct {
		name, between string
		want          []string // titles and bodies
	}{
		{"a headline", "西河镇修通果农致富路", []string{"东山县部署水库安全", dam, "西河镇修通果农致富路", road}},
		{"a text of another width", "孩子们读上新书\n" + strings.Join(lines(books, 26), "\n") + "\n西河镇修通果农致富路", []string{"东山县部署水库安全", dam, "孩子们读上新书", books, "西河镇修通果农致富路", road}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			src := "东山县部署水库安全\n" + halves(dam) + "\n" + c.between + "\n" + halves(road)
			check(t, src)
			var got []string
			for _, a := range page.Split(src).Articles {
				got = append(got, a.Title, a.Body)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", diff, src)
			}
		})
	}
}

// The note that a text goes on, under its last column, stands in the middle of a dump of rows.
func TestNoteInRows(t *testing.T) {
	ls := lines("本报讯（记者 王小河）"+roads+roads+"收购价也比往年高了，镇上打算再修两条，通到邻近的镇上去，把桃运得更远，卖得更好。", 15)
	n := (len(ls) + 1) / 2
	out := strings.Split(rows(ls[:n], ls[n:]), "\n")
	out = append(out[:n-1], "（下转第二版）", out[n-1])
	src := strings.Join(lines(water, 24), "\n") + "\n\n" + strings.Join(out, "\n")
	check(t, src)
	got := page.Split(src).Articles
	if len(got) != 2 || got[0].Jump != "" || got[1].Jump == "" {
		t.Errorf("%+v\n%s", got, src)
	}
}

// Rows of two columns in which the first line of each paragraph of the second stands in a line of its own, as its indent leaves
// a wide space before it: what goes on where is told by the words.
func TestParagraphsOfRows(t *testing.T) {
	a := "本报讯（记者 王小河）东山县水利局昨日召开水库安全工作会议，要求各乡镇逐一排查山塘水库的隐患，落实值班制度，备足沙袋和编织袋，把险情消除在萌芽之中。会议还通报了去年汛期的教训，决定给每座水库配上两名专职的巡查人员，每天早晚各巡查一次，遇到大雨加密巡查，发现险情马上报告县里的指挥部。\n各乡镇的负责人在会上作了表态发言，县里的应急管理部门介绍了物资储备的情况。"
	b := "本报讯（通讯员 李小红）南浦县图书馆昨日向乡村学校赠书六百册，孩子们围着新书看个不停，老师说每个月都有新书送来。\n这些图书是市民捐赠的，志愿者花了三个星期时间整理分类，每一本书的扉页上都写着一句鼓励的话，有的还夹着一枚漂亮的书签，孩子们看了格外喜欢。\n馆长在赠书仪式上说，图书馆还要请作家来给孩子们讲写作的故事，办一个读书会，让乡村的孩子也爱上读书。"
	var cols [2][]string
	var first [2][]bool
	for i, p := range [...]string{a, b} {
		for _, para := range strings.Split(p, "\n") {
			for k, l := range lines(para, 14) {
				cols[i], first[i] = append(cols[i], l), append(first[i], k == 0)
			}
		}
	}
	var out []string
	for i := range cols[0] {
		switch {
		case i >= len(cols[1]):
			out = append(out, cols[0][i])
		case first[1][i] && i > 0:
			out = append(out, cols[0][i], cols[1][i])
		default:
			out = append(out, cols[0][i]+" "+cols[1][i])
		}
	}
	src := strings.Join(out, "\n")
	check(t, src)
	if diff := cmp.Diff([]string{a, b}, bodies(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// A list begins with the line that introduces it, under whatever that stands.
func TestIntroduction(t *testing.T) {
	list := []string{
		"任命：", "周书田为东山市苗族自治州人民政府副州", "长；", "林秋实（女，苗族）为东山市苗族自治州文", "化和旅游局局长；",
		"何大川为东山市苗族自治州中级人民法院副", "院长、审判委员会委员。",
	}
	src := strings.Join(lines(water, 14), "\n") + "\n（下转第三版）\n\n" + strings.Join(list, "\n") + "\n\n西河镇修通果农致富路\n" + strings.Join(lines(roads, 19), "\n")
	check(t, src)
	want := []string{water, list[0] + "\n" + list[1] + list[2] + "\n" + list[3] + list[4] + "\n" + list[5] + list[6], roads}
	if diff := cmp.Diff(want, bodies(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}

// A label beside a headline stands in one line with it, and is no part of it.
func TestLabelBesideHeadline(t *testing.T) {
	src := "东山县部署水库安全工作 读者来信\n" + strings.Join(lines(water, 16), "\n") + "\n\n西河镇修通果农致富路\n" + strings.Join(lines(roads, 16), "\n")
	check(t, src)
	if diff := cmp.Diff([]string{"东山县部署水库安全工作", "西河镇修通果农致富路"}, titles(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}
