package pagescore

import (
	"testing"

	"github.com/baopu/baopu/loader/article"
)

func TestMatched(t *testing.T) {
	cases := []struct {
		a, b string
		want int
	}{
		{"市政府召开会议", "市政府召开会议", 7},
		{"市政府召开会议", "昨日市政府会议", 5},
		{"甲乙丙丁", "丙丁甲乙", 2},
		{"", "甲", 0},
	}
	for _, c := range cases {
		t.Run(c.a+"|"+c.b, func(t *testing.T) {
			if got := matched([]rune(c.a), []rune(c.b)); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

func TestPage(t *testing.T) {
	long := "昨日，东山县水利局召开水库安全工作会议，研究部署今年汛期各项准备工作。"
	other := "西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时，村民们笑得合不拢嘴。"
	gold := []Gold{
		{Article: article.Article{Title: "水库安全", Body: long}},
		{Article: article.Article{Title: "果农致富", Body: other}},
		{Article: article.Article{Title: "天气预报", Body: "今天白天多云转晴，最高气温九度，夜里有小雨。"}, Optional: true},
	}
	right := []article.Article{{Title: "果农致富", Body: other}, {Title: "水库 安全", Body: long}}
	cases := []struct {
		name             string
		preds            []article.Article
		articles, titles Tally
	}{
		{"all right", right, Tally{2, 2, 2}, Tally{2, 2, 2}},
		{"nothing", nil, Tally{0, 0, 2}, Tally{0, 0, 2}},
		{"optional ones count neither way", append(right[:2:2], article.Article{Body: "今天白天多云转晴，最高气温九度。"}), Tally{2, 2, 2}, Tally{2, 2, 2}},
		{"two in one", []article.Article{{Title: "水库安全", Body: long + "\n" + other}}, Tally{0, 1, 2}, Tally{1, 1, 2}},
		{"one too many, wrong title", append(right[:1:1], article.Article{Title: "水库", Body: long}, article.Article{Title: "别的", Body: "与此页全无关系的一段文字。"}), Tally{2, 3, 2}, Tally{1, 3, 2}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := Page(gold, c.preds)
			if s.Articles != c.articles || s.Titles != c.titles {
				t.Errorf("articles %v, titles %v: %q", s.Articles, s.Titles, s.Wrong)
			}
		})
	}
}
