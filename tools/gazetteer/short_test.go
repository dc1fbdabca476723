package main

import "testing"

func TestShort(t *testing.T) {
	for _, c := range []struct{ name, short, everyday string }{
		{"乌海市", "乌海", ""},
		{"内蒙古自治区", "内蒙古", ""},
		{"新疆维吾尔自治区", "新疆", ""},
		{"广西壮族自治区", "广西", ""},
		{"恩施土家族苗族自治州", "恩施", "恩施州"},
		{"伊犁哈萨克自治州", "伊犁", "伊犁州"},
		{"巴音郭楞蒙古自治州", "巴音郭楞", "巴音郭楞州"},
		{"岫岩满族自治县", "岫岩", "岫岩县"},
		{"龙胜各族自治县", "龙胜", "龙胜县"},
		{"双江拉祜族佤族布朗族傣族自治县", "双江", "双江县"},
		{"东乡族自治县", "东乡", "东乡县"},
		{"鄂伦春自治旗", "鄂伦春", "鄂伦春旗"},
		{"乌拉特前旗", "", ""},
		{"鄂托克旗", "鄂托克", ""},
		{"四子王旗", "", ""},
		{"浦东新区", "", ""},
		{"香港特别行政区", "香港", ""},
		{"大兴安岭地区", "大兴安岭", ""},
		{"沙县", "", ""},
		{"城区", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := short(c.name); got != c.short {
				t.Errorf("short %q, want %q", got, c.short)
			}
			if got := everyday(c.name); got != c.everyday {
				t.Errorf("everyday %q, want %q", got, c.everyday)
			}
		})
	}
}

func TestToneless(t *testing.T) {
	for in, want := range map[string]string{"zhōu": "zhou", "lǜ": "lv", "ǹg": "ng", "ê̄": "e"} {
		if got := toneless(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
