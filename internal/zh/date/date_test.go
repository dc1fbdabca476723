package date

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// show writes dates as [expression from to], with ? for vague ones.
func show(text []rune, ds []Date) string {
	var out []string
	for _, d := range ds {
		s := string(text[d.Start:d.End]) + " " + d.From
		if d.To != "" {
			s += "/" + d.To
		}
		if d.Vague {
			s += "?"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, published, want string }{
		{"full", "2025年2月24日", "2025-02-26", "2025年2月24日 2025-02-24"},
		{"range of days", "2月24日至25日，代表团", "2025-02-26", "2月24日至25日 2025-02-24/2025-02-25"},
		{"range with one unit", "2月24—25日", "2025-02-26", "2月24—25日 2025-02-24/2025-02-25"},
		{"list with one unit", "2月24、25日", "2025-02-26", "2月24、25日 2025-02-24/2025-02-25"},
		{"list with two units", "2月24日、25日，2月3日、5日", "2025-02-26", "2月24日、25日 2025-02-24/2025-02-25; 2月3日 2025-02-03; 5日 2025-02-05"},
		{"over the new year", "12月30日至1月2日", "2025-01-05", "12月30日至1月2日 2024-12-30/2025-01-02"},
		{"range of years", "2020—2023年", "2025-02-26", "2020—2023年 2020/2023"},
		{"range of months", "今年1至2月", "2025-03-26", "今年1至2月 2025-01/2025-02"},
		{"months of two years", "2024年3月至2025年2月", "2025-03-26", "2024年3月至2025年2月 2024-03/2025-02"},
		{"bare day", "25日上午，双方", "2025-02-26", "25日上午 2025-02-25"},
		{"bare day of last month", "28日举行", "2025-03-01", "28日 2025-02-28"},
		{"bare day after an expression", "2月3日开幕，28日闭幕", "2025-03-29", "2月3日 2025-02-03; 28日 2025-02-28"},
		{"bare day after spans of months", "8月20日抵达。截至7月，上半年。22日上午", "2025-08-23", "8月20日 2025-08-20; 7月 2025-07; 上半年 2025-01/2025-06; 22日上午 2025-08-22"},
		{"bare day in a month", "今年3月，先在5日，后在9日", "2025-08-23", "今年3月 2025-03; 5日 2025-03-05; 9日 2025-03-09"},
		{"no such day", "30日", "2025-03-15", ""},
		{"no such date", "2025年2月30日", "2025-03-15", ""},
		{"no such month", "13月5日", "2025-03-15", ""},
		{"leap day", "2024年2月29日", "2025-03-15", "2024年2月29日 2024-02-29"},
		{"month is past", "11月举行", "2025-02-26", "11月 2024-11"},
		{"month is to come", "将于11月举行", "2025-02-26", "11月 2025-11"},
		{"day to come", "论坛定于3月5日在京举行", "2025-02-26", "3月5日 2025-03-05"},
		{"plan in another clause", "他将出席，12月5日的会议", "2025-02-26", "12月5日 2024-12-05"},
		{"soon, planned in another clause", "他将赴会，出席3月5日的会议", "2025-02-26", "3月5日 2025-03-05"},
		{"will behind", "6月25日将举行", "2025-02-26", "6月25日 2025-06-25"},
		{"relative days", "昨日下午，今天上午，前天", "2025-03-01", "昨日下午 2025-02-28; 今天上午 2025-03-01; 前天 2025-02-27"},
		{"dateline", "新华社北京2月24日电 昨天，今天", "2025-02-26", "2月24日 2025-02-24; 昨天 2025-02-23; 今天 2025-02-24"},
		{"vague", "近日，日前，不久前", "2025-02-26", "近日 ?; 日前 ?; 不久前 ?"},
		{"not vague", "25日前完成", "2025-02-26", "25日 2025-02-25"},
		{
			"relative years", "去年，今年4月，明年上半年，去年底", "2025-05-26",
			"去年 2024; 今年4月 2025-04; 明年上半年 2026-01/2026-06; 去年底 2024",
		},
		{"no year", "达产后年产值、投产后年收入，后年", "2025-01-26", "后年 2027"},
		{"relative months", "本月，上月，上月25日", "2025-01-26", "本月 2025-01; 上月 2024-12; 上月25日 2024-12-25"},
		{"end of a year", "2017年底", "2025-02-26", "2017年底 2017"},
		{"chinese figures", "二〇二五年二月二十五日", "2025-02-26", "二〇二五年二月二十五日 2025-02-25"},
		{"chinese day", "二十五日上午", "2025-02-26", "二十五日上午 2025-02-25"},
		{"full width", "２０２５年２月２４日", "2025-02-26", "２０２５年２月２４日 2025-02-24"},
		{"same day", "2月20日，代表团抵达。当天，次日", "2025-02-26", "2月20日 2025-02-20; 当天 2025-02-20; 次日 2025-02-21"},
		{"no day before", "2月20日通车，提前一天完工，节前一天放假，元宵节的前一天，考察的第二天", "2025-02-26", "2月20日 2025-02-20"},
		{"the day before", "2月20日，列车通车。此前一天，前一日", "2025-02-26", "2月20日 2025-02-20; 前一天 2025-02-19; 前一日 2025-02-18"},
		{"same day after words of others", "2月20日检查。他说今晚送到\n当晚开会", "2025-02-26", "2月20日 2025-02-20; 今晚 2025-02-26; 当晚 2025-02-20"},
		{"same day after a plan", "2月20日开幕，到2025年2月28日闭幕\n当天下午", "2025-02-26", "2月20日 2025-02-20; 2025年2月28日 2025-02-28; 当天下午 2025-02-20"},
		{"same day after a year", "2月20日开幕。2023年5月他来过\n同日", "2025-02-26", "2月20日 2025-02-20; 2023年5月 2023-05; 同日 2025-02-20"},
		{"same day of nothing", "当天上午", "2025-02-26", "当天上午 ?"},
		{"year of the sentence", "2023年3月1日开工，5月6日竣工", "2025-02-26", "2023年3月1日 2023-03-01; 5月6日 2023-05-06"},
		{"a sentence later", "2023年3月1日开工。5月6日竣工", "2025-02-26", "2023年3月1日 2023-03-01; 5月6日 2024-05-06"},
		{"paragraphs", "2017年10月18日\n25日下午", "2025-02-26", "2017年10月18日 2017-10-18; 25日下午 2025-02-25"},
		{"quarter", "一季度，去年四季度", "2025-04-26", "一季度 2025-01/2025-03; 去年四季度 2024-10/2024-12"},
		{"week", "上周五，本周", "2025-02-26", "上周五 2025-02-21; 本周 2025-02-24/2025-03-02"},
		{"iso", "2025-02-24、2025/2/5、2025.2.6", "", "2025-02-24 2025-02-24; 2025/2/5 2025-02-05; 2025.2.6 2025-02-06"},
		{"number of a thing", "6号线、3号楼、25号上午", "2025-02-26", "25号上午 2025-02-25"},
		{"lengths of time", "近3日、5日游、20年、2000年历史、连续7日、3个月、一日三餐", "2025-02-26", ""},
		{"lunar", "农历二月初二，正月十五，八月十五", "2025-02-26", ""},
		{"decimals", "增长3.5日元", "2025-02-26", ""},
		{"unknown publication", "25日，去年，2024年", "", "25日 ?; 去年 ?; 2024年 2024"},
		{"reversed range", "2025年2月25日至2025年2月24日", "2025-02-26", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := []rune(c.text)
			if d := cmp.Diff(c.want, show(text, Find(text, c.published))); d != "" {
				t.Error(d)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"2月24日至25日，昨天", "二〇二五年底", "去年12-1月", "９９９９年99月", "当日次日", "上周末"} {
		f.Add(s, "2025-02-26")
	}
	f.Fuzz(func(t *testing.T, s, published string) {
		text := []rune(s)
		last := 0
		for _, d := range Find(text, published) {
			if d.Start < last || d.End <= d.Start || d.End > len(text) {
				t.Fatalf("%q: span %+v after %d", s, d, last)
			}
			last = d.End
			if d.Vague != (d.From == "") || d.To != "" && d.To <= d.From {
				t.Fatalf("%q: %+v", s, d)
			}
			if from := parseDay(d.From); d.From != "" && from.String() != d.From {
				t.Fatalf("%q: no such day in %+v", s, d)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := []rune(strings.Repeat("本报讯（记者赵晖）2月24日至25日，北京市党政代表团到我市考察，25日上午，双方举行座谈会，"+
		"去年以来两地合作不断深化，签署了全面合作框架协议，下一步将在教育、医疗、文化等领域开展合作。", 20))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, "2025-02-26")
	}
	b.ReportMetric(float64(len(text)*b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}

// What asks whether a word for a time may begin has every word of the tables.
func TestOpens(t *testing.T) {
	for r := range wordsBy {
		if !opens(r) {
			t.Errorf("no word is looked for at %c", r)
		}
	}
	for _, r := range monthHeads {
		if !opens(r) && !counts(r) {
			t.Errorf("no span of months is looked for at %c", r)
		}
	}
}
