package numeral

import (
	"regexp"
	"testing"
)

func TestParseAt(t *testing.T) {
	for _, c := range []struct {
		text, value string
		length      int
	}{
		{"19.01万人次", "190100", 6},
		{"2.9万亿元", "2900000000000", 5},
		{"3亿5000万元", "350000000", 7},
		{"1亿2345万6789", "123456789", 11},
		{"3万5000人", "35000", 6},
		{"3万50", "30050", 4},
		{"1,234,567人", "1234567", 9},
		{"１２３．５万吨", "1235000", 6},
		{"12,34", "12", 2},
		{"2025年", "2025", 4},
		{"-3.5%", "-3.5", 4},
		{"11.05%", "11.05", 5},
		{"300多人", "300", 4},
		{"3万余人", "30000", 3},
		{"30余万人", "300000", 4},
		{"100千瓦", "100", 3},
		{"一百二十三人", "123", 5},
		{"两万人", "20000", 2},
		{"十个", "10", 1},
		{"一百二", "120", 3},
		{"三万五", "35000", 3},
		{"一百零二", "102", 4},
		{"十五日", "15", 2},
		{"二十五日", "25", 3},
		{"三十日", "30", 2},
		{"一千零一夜", "1001", 4},
		{"一亿零三十万", "100300000", 6},
		{"三百多万", "3000000", 4},
		{"一百五十万亿", "150000000000000", 6},
		{"二〇二五年", "2025", 4},
		{"二零二五年", "2025", 4},
		{"三点五", "3.5", 3},
		{"九个", "9", 1},
		{"几十万", "300000", 3},
		{"壹佰贰拾", "120", 4},
		{"百分之三十五", "35", 6},
		{"百分之11.5", "11.5", 7},
		{"百分之", "", 0},
		{"百二十", "", 0},
		{"0.50", "0.5", 4},
		{"007", "7", 3},
		{"千山", "", 0},
		{"万源市", "", 0},
		{"百姓", "", 0},
		{"人", "", 0},
		{"", "", 0},
	} {
		t.Run(c.text, func(t *testing.T) {
			n, end, ok := ParseAt([]rune(c.text), 0)
			if n.Value != c.value || end != c.length || ok != (c.length > 0) {
				t.Errorf("got %+v, end %d, %v; want %q, %d", n, end, ok, c.value, c.length)
			}
		})
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		text string
		want Number
	}{
		{"二〇二五", Number{Value: "2025", Chinese: true, Digits: true}},
		{"110", Number{Value: "110", Digits: true}},
		{"三四十", Number{Value: "30", Chinese: true, About: true}},
		{"百分之五", Number{Value: "5", Chinese: true, Percent: true}},
		{"三四", Number{Value: "3", Chinese: true, About: true}},
		{"几百", Number{Value: "300", Chinese: true, About: true}},
	} {
		if got, _, _ := ParseAt([]rune(c.text), 0); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.text, got, c.want)
		}
	}
}

var decimal = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d*[1-9])?$`)

func FuzzParseAt(f *testing.F) {
	for _, s := range []string{"19.01万", "三百多万亿", "1,234,56", "-.5", "两万零五", "几千", "百百百", "万"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		for i := range text {
			n, end, ok := ParseAt(text, i)
			if !ok {
				if end != i {
					t.Fatalf("no number at %d of %q but end %d", i, s, end)
				}
				continue
			}
			if end <= i || end > len(text) || !decimal.MatchString(n.Value) {
				t.Fatalf("at %d of %q: %+v up to %d", i, s, n, end)
			}
		}
	})
}

func BenchmarkParseAt(b *testing.B) {
	text := []rune("今年春运期间共发送旅客19.01万人次，同比增长11.05%，两万余人、三亿五千万元。")
	b.ReportAllocs()
	for b.Loop() {
		for i := range text {
			ParseAt(text, i)
		}
	}
	b.ReportMetric(float64(len(text)*b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}
