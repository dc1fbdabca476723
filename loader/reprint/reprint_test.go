package reprint_test

import (
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reprint"
)

const body = "全市今年计划新建改建农村公路一百二十公里，重点解决山区乡镇出行难、运输难的问题。\n" +
	"市交通运输局负责人介绍，项目建成后沿线二十三个行政村的群众将实现抬脚上车、出门见路的愿望。\n工程已开工。"

func TestKey(t *testing.T) {
	key := reprint.Key(&article.Article{Body: body})
	if key == "" {
		t.Fatal("a text with two long sentences has no key")
	}
	for name, b := range map[string]string{
		"re-paragraphed": "全市今年计划新建改建农村公路一百二十公里，重点解决山区乡镇出行难、运输难的问题。市交通运输局负责人介绍，项目建成后沿线二十三个行政村的群众将实现抬脚上车、出门见路的愿望。",
		"traditional":    "全市今年計劃新建改建農村公路一百二十公里，重點解決山區鄉鎮出行難、運輸難的問題。\n市交通運輸局負責人介紹，項目建成後沿線二十三個行政村的群眾將實現抬腳上車、出門見路的願望。",
		"retitled":       body,
	} {
		if got := reprint.Key(&article.Article{Title: "又一则", Body: b}); got != key {
			t.Errorf("%s: key %q, want %q", name, got, key)
		}
	}
	if got := reprint.Key(&article.Article{Body: "工程已开工。路很长。"}); got != "" {
		t.Errorf("a text of formulas has the key %q, want none", got)
	}
	other := reprint.Key(&article.Article{Body: body[:len(body)/2] + "另一件事情发生在另一个县城，当地群众对此议论纷纷，认为应当早做打算、早做安排。"})
	if other == key {
		t.Error("texts that share one sentence share a key")
	}
}
