package score

import "testing"

func TestNormal(t *testing.T) {
	cases := []struct{ in, want string }{
		{"张　晓", "张晓"},
		{"《甲乙协议》", "甲乙协议"},
		{"“三农”", "三农"},
		{"艾尔肯•吐尼亚孜", "艾尔肯·吐尼亚孜"},
		{"１２３ＡＢ", "123AB"},
		{" ", ""},
		{"", ""},
		{"甲\u001c乙\u0085丙\u2028", "甲乙丙"},
		{"'甲\"", "甲"},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			if got := normal(c.in); got != c.want {
				t.Errorf("normal(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestSame(t *testing.T) {
	name := func(a, b string) bool { return sameName(a, b, 4) }
	cases := []struct {
		what string
		same func(a, b string) bool
		a, b string
		want bool
	}{
		{"name", name, "市发展改革委", "丁城市发展改革委", true},
		{"name", name, "发改委", "丁城市发改委", false},      // three characters are too few
		{"name", name, "发展改革", "某某省某某市发展改革", false}, // less than half
		{"name", name, "丁城市教育局", "丁城市教育", false},    // tail cut
		{"name", name, "", "", false},
		{"title", sameTitle, "总理", "国务院总理", true},
		{"title", sameTitle, "市长", "副市长", false},
		{"title", sameTitle, "书记", "总书记", false},
		{"title", sameTitle, "部长", "组织部部长", true},
		{"title", sameTitle, "长", "市长", false},
		{"document", sameDocument, "合作协议", "战略合作协议", true},
		{"document", sameDocument, "合作备忘录", "战略合作协议", false},
		{"document", sameDocument, "合作协议", "甲市与乙市关于教育的合作协议", false}, // less than half
		{"document", sameDocument, "框架协议", "框架协议协议", true},
	}
	for _, c := range cases {
		t.Run(c.what+" "+c.a+" "+c.b, func(t *testing.T) {
			if c.same(c.a, c.b) != c.want || c.same(c.b, c.a) != c.want {
				t.Errorf("%s %q, %q: want %v both ways", c.what, c.a, c.b, c.want)
			}
		})
	}
}

func TestFloat(t *testing.T) {
	cases := []struct {
		in   float64
		want string
	}{
		{190100, "190100.0"}, {11.05, "11.05"}, {0, "0.0"}, {-3.5, "-3.5"}, {1e15, "1000000000000000.0"}, {1e16, "1e+16"}, {0.00001, "1e-05"}, {1.0 / 3, "0.3333333333333333"},
	}
	for _, c := range cases {
		t.Run(c.want, func(t *testing.T) {
			if got := float(c.in); got != c.want {
				t.Errorf("float(%v) = %q", c.in, got)
			}
		})
	}
}
