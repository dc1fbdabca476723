package read_test

import (
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
)

// TestDatesOfPosts holds the days on which posts were taken or left, as sentences state them.
func TestDatesOfPosts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2025年3月14日，乌海市人大常委会任命张建国为乌海市市长，免去李建军乌海市市长职务。", "张建国 appointed 2025-03-14, 李建军 removed 2025-03-14"},
		{"2024年3月14日，乌海市人大常委会免去李建军乌海市市长职务。", "李建军 removed 2024-03-14"},
		{"王志强自2025年3月1日起任乌海市副市长。", "王志强 current 2025-03-01"},
		{"王志强自2025年4月1日起任乌海市副市长。", "王志强 current 2025-04-01"},
		{"赵国华于2025年2月3日辞去乌海市副市长职务。", "赵国华 removed 2025-02-03"},
		{"王志强2024年3月任乌海市副市长。", "王志强 current 2024-03"},
		{"2024年3月，王志强任乌海市副市长。", "王志强 current 2024-03"},
		{"日前，乌海市人大常委会任命张建国为乌海市副市长。", "张建国 appointed"},
		{"3月10日，乌海市市长李建军致电张建国，祝贺他当选乌兰察布市市长。", "张建国 appointed"},
		{"3月14日，记者从乌海市人大常委会获悉，张建国被任命为乌海市副市长。", "张建国 appointed"},
		{"3月14日，据乌海市政府消息，乌海市人大常委会免去李建军乌海市副市长职务。", "李建军 removed"},
		{"英国首相特拉斯3月10日宣布辞去保守党党首职务。", "特拉斯 removed"},
		{"泰国总理佩通坦10日接受记者专访，这是她当选泰国总理后首次接受专访。", "佩通坦 appointed"},
		{"3月10日，乌海市副市长张建国到企业调研，张建国任乌海市防汛指挥部总指挥。", "张建国 current"},
		{"2026年3月14日，乌海市人大常委会将免去李建军乌海市市长职务。", "李建军 removed"},
		{ // each item of a column has its days
			"海勃湾区今年新建学校三所\n3月2日，从乌海市教育局获悉，海勃湾区新建学校三所，九月开学，可容纳学生三千人。\n乌海市人大常委会任免干部\n3月14日，乌海市人大常委会任命张建国为乌海市副市长。\n乌海湖迎来大批候鸟\n3月5日，乌海湖迎来大批候鸟，乌海市副市长张建国到现场查看，要求做好保护工作。",
			"张建国 appointed 2025-03-14",
		},
	} {
		r := read.Article(&article.Article{Publication: "乌海日报", PublicationPlace: "内蒙古自治区乌海市", PublishedAt: "2025-03-16", Title: "简讯", Body: c.text})
		var got []string
		for _, p := range r.People {
			for _, q := range p.Posts {
				if q.Evidence.Rule == "title.verb" {
					got = append(got, strings.TrimSpace(p.Name+" "+string(q.Status)+" "+q.Date))
				}
			}
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// Whose a post is may stand in its title, follow from the words around it, or from the paper alone.
func TestBasisOfPosts(t *testing.T) {
	for _, c := range []struct {
		body                string
		inherited, inferred bool
	}{
		{"5月2日，林西县县长田野青出席会议。", false, false},
		{"5月2日，林西县委书记高满仓、县长田野青出席会议。", true, false},
		{"5月2日，县长田野青出席会议。", true, true},
	} {
		r := read.Article(&article.Article{Title: "会议召开", Body: c.body, PublishedAt: "2024-05-03", PublicationPlace: "内蒙古自治区赤峰市林西县"})
		posts := postsOf(r, "田野青")
		if len(posts) != 1 || posts[0].Inherited != c.inherited || posts[0].Inferred != c.inferred || posts[0].Place != "内蒙古自治区赤峰市林西县" {
			t.Errorf("%s: %+v", c.body, posts)
		}
	}
}

func postsOf(r *reading.Reading, name string) []reading.Post {
	for _, p := range r.People {
		if p.Name == name {
			return p.Posts
		}
	}
	return nil
}
