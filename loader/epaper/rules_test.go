package epaper

import (
	"strings"
	"testing"
)

func TestRules(t *testing.T) {
	if r, err := parseRules(rulesText); err != nil || len(r.layouts) < 10 {
		t.Fatalf("%v, %v", r, err)
	}
	for text, want := range map[string]string{
		"layouts: [":                                    "yaml",
		"lists: ['(']":                                  "missing closing",
		"layouts: [{name: x}]":                          "x has no title",
		"layouts: [{name: x, title: ['..a']}]":          "layout x: title",
		"layouts: [{name: x, title: [a], colour: [b]}]": "no field is called",
	} {
		if _, err := parseRules([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestPaperName(t *testing.T) {
	for s, want := range map[string]string{
		"乌海日报数字报": "乌海日报", "绍兴晚报": "绍兴晚报", "情况通报": "", "人民网": "", "Daily报": "", "中国青年报电子版": "中国青年报", "报": "",
	} {
		if got := paperName(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
