package sentence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

func split(a *article.Article) *reading.Reading {
	r := &reading.Reading{Article: a, Text: a.Text()}
	Split(r)
	return r
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		trap  string
		title string
		body  string
		want  []string
	}{
		{"a headline is one sentence", "两地签约 共谋发展", "", []string{"两地签约 共谋发展"}},
		{"closing marks stay", "", "他说：“好。”大家鼓掌。", []string{"他说：“好。”", "大家鼓掌。"}},
		{"numbers and addresses stay whole", "", "同比增长11.05%，见www.example.cn!a。完。", []string{"同比增长11.05%，见www.example.cn!a。", "完。"}},
		{"paragraphs part", "", "第一段没有句号\n第二段。", []string{"第一段没有句号", "第二段。"}},
		{"repeated marks are one end", "", "真的吗？！是的。", []string{"真的吗？！", "是的。"}},
		{"spaces at the ends go", "", "　一。 　二。", []string{"一。", "二。"}},
	} {
		t.Run(c.trap, func(t *testing.T) {
			r := split(&article.Article{Title: c.title, Body: c.body})
			var got []string
			for _, s := range r.Sentences {
				got = append(got, r.Text.Slice(s.Start, s.End))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A text without a full stop is cut behind a mark, or anywhere where it has none.
func TestSplitOverlong(t *testing.T) {
	for _, c := range []struct {
		trap, body string
		lengths    []int
	}{
		{"a list of names", strings.Repeat("崔景英、", longest/4*2+100) + "何丽华当选。", []int{longest, longest, 406}},
		{"no mark at all", strings.Repeat("的", longest+5), []int{longest, 5}},
	} {
		t.Run(c.trap, func(t *testing.T) {
			var got []int
			for _, s := range split(&article.Article{Body: c.body}).Sentences {
				got = append(got, s.End-s.Start)
			}
			if diff := cmp.Diff(c.lengths, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		trap, body string
		want       []string
	}{
		{"plain", "他说：“好。”", []string{"好。"}},
		{"nested marks belong to the outer quote", "“借‘大戏’之风”", []string{"借‘大戏’之风"}},
		{"corner brackets", "他说「好」。", []string{"好"}},
		{"an open quote ends with its paragraph", "“第一段。\n第二段。", []string{"第一段。"}},
		{"a closing mark alone quotes nothing", "没有”开头。", nil},
	} {
		t.Run(c.trap, func(t *testing.T) {
			r := split(&article.Article{Body: c.body})
			var got []string
			for _, s := range r.Quotes {
				got = append(got, r.Text.Slice(s.Start, s.End))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FuzzSplit holds whatever the text: sentences lie inside their part, in order, apart from each other, and lose nothing
// but space.
func FuzzSplit(f *testing.F) {
	f.Add("标题", "第一句。第二句！“引语。”\n第二段……」")
	f.Fuzz(func(t *testing.T, title, body string) {
		r := split(&article.Article{Title: title, Body: body})
		kept := 0
		last := 0
		for _, s := range r.Sentences {
			p := r.Text.Parts[s.Part]
			if s.Start < last || s.Start >= s.End || s.Start < p.Start || s.End > p.End {
				t.Fatalf("sentence %v in part %v after %d", s, p, last)
			}
			last = s.End
			for _, x := range r.Text.Runes[s.Start:s.End] {
				if !space(x) {
					kept++
				}
			}
		}
		all := 0
		for _, p := range r.Text.Parts {
			for _, x := range r.Text.Runes[p.Start:p.End] {
				if !space(x) {
					all++
				}
			}
		}
		if kept != all {
			t.Fatalf("%d of %d characters", kept, all)
		}
	})
}
