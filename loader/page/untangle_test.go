package page_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// byTurns gives n lines of each column by turns with sep between them, as tools do that guess at columns by their geometry.
func byTurns(n int, sep string, cols ...[]string) string {
	var out []string
	for i := 0; ; i += n {
		some := false
		for _, c := range cols {
			if i < len(c) {
				out = append(out, strings.Join(c[i:min(i+n, len(c))], "\n"))
				some = true
			}
		}
		if !some {
			return strings.Join(out, sep)
		}
	}
}

// Columns that come by turns are put one behind the other.
func TestColumnsByTurns(t *testing.T) {
	dam := "本报讯（记者 王小河）东山县水利局昨日召开水库安全工作会议，要求各乡镇逐一排查山塘水库的隐患，落实值班制度，备足沙袋和编织袋，把险情消除在萌芽之中，确保全县安全度汛。会议还通报了去年汛期的教训，决定给每座水库配上两名专职的巡查人员，每天早晚各巡查一次，遇到大雨加密巡查，发现险情马上报告县里的指挥部，不准拖延。"
	books := "本报讯（通讯员 李小红）南浦县图书馆昨日向乡村学校赠书六百册，孩子们围着新书看个不停，老师说往后每个月都会有新的书送来，还要办读书会，请作家来给孩子们讲写作的故事。这些图书是市民捐赠的，志愿者花了三个星期时间整理分类，每一本书的扉页上都写着一句鼓励的话，有的还夹着一枚漂亮的书签，孩子们看了格外喜欢。"
	shoes := "本报讯（记者 李小红）西河镇鞋匠老周的铺子昨日重新开张，街坊们提着旧鞋排起了长队。老周今年七十岁，腿脚不便，社区帮他把铺子搬到了一楼，还装上了暖气。他说手艺不能丢，只要还能拿得动锤子，就要一直修下去。镇上的年轻人跟着他学，已经有三个徒弟可以自己上手，其中一个打算明年在县城开一家新的铺子，专修皮鞋和书包，不让老人白教一场。"
	cases := []struct {
		name string
		n    int
		sep  string
		want []string
	}{
		{"two lines each, empty lines between", 2, "\n\n", []string{dam, books}},
		{"line by line", 1, "\n", []string{dam, books}},
		{"line by line, three columns", 1, "\n", []string{dam, books, shoes}},
		{"line by line, some in rows", 1, "\n", []string{dam, books}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var cols [][]string
			for _, b := range c.want {
				cols = append(cols, lines(b, 16))
			}
			src := "东山县部署水库安全\n\n孩子们读上新书\n\n" + byTurns(c.n, c.sep, cols...)
			if strings.HasSuffix(c.name, "in rows") {
				src = strings.Replace(src, cols[0][3]+"\n", cols[0][3]+" ", 1)
			}
			check(t, src)
			if diff := cmp.Diff(c.want, bodies(src)); diff != "" {
				t.Errorf("%s\n%s", diff, src)
			}
		})
	}
}
