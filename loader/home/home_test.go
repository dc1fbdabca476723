package home_test

import (
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/home"
)

func TestOfPaper(t *testing.T) {
	for name, want := range map[string]string{
		"绍兴日报": "浙江省绍兴市", "湖州晚报": "浙江省湖州市", "海南日报": "海南省", "朝阳日报": "辽宁省朝阳市", "北京青年报": "北京市",
		"人民日报": "", "太行日报": "", "南方周末": "", "": "", "报": "",
	} {
		if got := home.OfPaper(name, "2024-05-01"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestOfArticles(t *testing.T) {
	of := func(bodies ...string) []*article.Article {
		var list []*article.Article
		for _, b := range bodies {
			list = append(list, &article.Article{Body: b})
		}
		return list
	}
	wire := &article.Article{Body: "扬州市发布消息，市委、市政府出席。", Agency: "新华社"}
	cases := []struct {
		name string
		list []*article.Article
		want string
	}{
		{"two reports of a home, one of a guest", of("绍兴市召开会议，市委书记讲话。", "我市柯桥区企业增产。绍兴港口繁忙。", "扬州市代表团来我市。绍兴市委书记会见。"), "浙江省绍兴市"},
		{"a county", of("长兴县召开会议，县委书记讲话，全县动员。", "我县水库开工，长兴县县长讲话。"), "浙江省湖州市长兴县"},
		{"no home of its own", of("绍兴下雪了。", "绍兴放晴了。"), ""},
		{"two places alike", of("绍兴市与扬州市签约，市长出席。", "扬州市与绍兴市座谈，市委书记出席。"), ""},
		{"agency copy doesn't count", []*article.Article{wire, wire, wire}, ""},
		{"nothing", nil, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := home.OfArticles(c.list, "2024-05-01"); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
