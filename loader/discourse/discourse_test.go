package discourse_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// read is a reading of body with one person, one division and one delegation, found wherever they stand.
func read(body string) *reading.Reading {
	a := &article.Article{PublishedAt: "2024-06-20", PublicationPlace: "青海省海东市", Body: body}
	r := &reading.Reading{Article: a, Text: a.Text(), Home: a.PublicationPlace}
	r.People = []reading.Person{{Name: "马如松", Spans: find(r, "马如松")}}
	r.Places = []reading.Place{
		{Name: "青海省海东市平安区", Type: reading.Admin, Spans: find(r, "平安区")},
		{Name: "江苏省无锡市惠山区", Type: reading.Admin, Spans: find(r, "惠山区")},
	}
	r.Organizations = []reading.Organization{{Name: "惠山区党政代表团", Type: "delegation", Spans: find(r, "惠山区党政代表团")}}
	return r
}

func find(r *reading.Reading, word string) []reading.Evidence {
	var out []reading.Evidence
	text, w := r.Text.Runes, []rune(word)
	for i := 0; i+len(w) <= len(text); i++ {
		if string(text[i:i+len(w)]) == word {
			out = append(out, reading.Evidence{Span: reading.Span{Start: i, End: i + len(w)}})
		}
	}
	return out
}

func TestTokens(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"a word doesn't run into a mention", "到和平安区", "w到 w和 L平安区"},
		{"a longer word hides a shorter", "马如松共同参与", "P马如松 w共同 w参与"},
		{"letter-spaced words", "马如松 参 加 活 动 。", "P马如松 t  w参 加 t  w活 动 t  .。"},
		{"brackets are whole", "《甲与乙协议》“你好。”（图）", "《《甲与乙协议》 ““你好。” (（图）"},
		{"an unclosed quotation ends with its part", "马如松说，“你好", "P马如松 w说 ,， ““你好"},
		{"an unclosed book mark is text", "《甲与乙协议", "t《甲 w与 t乙 w协议"},
		{"dates win over words", "去年6月，来", "D去年6月 ,， w来"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(discourse.New(read(tt.body)))); diff != "" {
				t.Errorf("tokens (-want +got):\n%s", diff)
			}
		})
	}
}

func show(d *discourse.Discourse) string {
	kinds := []string{"t", "P", "L", "O", "D", "《", "“", "w", ",", "、", ";", ".", "("}
	var out []string
	for _, t := range d.Tokens {
		out = append(out, kinds[t.Kind]+d.String(t.Span))
	}
	return strings.Join(out, " ")
}

func TestSides(t *testing.T) {
	tests := []struct{ name, body, guest, host string }{
		{"a delegation comes home", "惠山区党政代表团来我市考察。", "江苏省无锡市惠山区", "青海省海东市"},
		{"a delegation goes to a place", "惠山区党政代表团到平安区考察。", "江苏省无锡市惠山区", "青海省海东市平安区"},
		{"two places joined", "平安区与惠山区签约。", "青海省海东市平安区", "江苏省无锡市惠山区"},
		{"one place alone", "平安区下雨。", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := discourse.New(read(tt.body)).Sides
			if diff := cmp.Diff(discourse.Sides{Guest: tt.guest, Host: tt.host}, got); diff != "" {
				t.Errorf("sides (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDayOf(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"of its sentence", "6月18日下雨。6月19日，马如松来。", "2024-06-19"},
		{"carried over", "6月18日下雨。马如松来。", "2024-06-18"},
		{"a year inside a name gives way", "6月18日，全市2023年项目会马如松来。", "2024-06-18"},
		{"a month to come doesn't lead astray", "计划10月底完工。18日，马如松来。", "2024-06-18"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := discourse.New(read(tt.body))
			last := d.Sentences[len(d.Sentences)-1]
			day, _ := d.DayOf(last, last.Last-1)
			if day.Start != tt.want {
				t.Errorf("day %q, want %q", day.Start, tt.want)
			}
		})
	}
}

// TestBack goes from the second token of the last sentence back: over so many sentences, and to the head of the text.
func TestBack(t *testing.T) {
	d := discourse.New(read("甲来了。乙去了。丙坐下。"))
	last := d.Sentences[len(d.Sentences)-1]
	for most, want := range []string{"", "丙坐下", "丙坐下|乙去了。", "丙坐下|乙去了。|甲来了。", "丙坐下|乙去了。|甲来了。"} {
		var got []string
		for _, tokens := range d.Back(last, d.Rest(last)[:1], most) {
			got = append(got, d.String(reading.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}))
		}
		if diff := cmp.Diff(want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%d sentences: %s", most, diff)
		}
	}
}

// FuzzNew holds that tokens stand in order, don't overlap, cover each part, and that sentences hold all of them.
func FuzzNew(f *testing.F) {
	f.Add("6月18日，马如松率惠山区党政代表团来平安区。“好。”他说，去年《甲协议》。")
	f.Add("（《“「【")
	f.Fuzz(func(t *testing.T, body string) {
		if strings.TrimSpace(body) == "" || len(body) > 2000 {
			return
		}
		d := discourse.New(read(body))
		at, tokens := 0, 0
		for _, part := range d.Reading.Text.Parts {
			at = part.Start
			for at < part.End {
				if tokens >= len(d.Tokens) || d.Tokens[tokens].Start != at || d.Tokens[tokens].End <= at {
					t.Fatalf("token %d doesn't begin at %d of %v", tokens, at, part)
				}
				at = d.Tokens[tokens].End
				tokens++
			}
			if at != part.End {
				t.Fatalf("a token ends at %d, behind its part %v", at, part)
			}
		}
		last := 0
		for _, s := range d.Sentences {
			if s.First != last || s.Last <= s.First {
				t.Fatalf("sentence %v follows token %d", s, last)
			}
			last = s.Last
		}
		if last != len(d.Tokens) || tokens != len(d.Tokens) {
			t.Fatalf("%d tokens, %d in parts, %d in sentences", len(d.Tokens), tokens, last)
		}
	})
}

func TestShorts(t *testing.T) {
	for name, want := range map[string]string{
		"福建省福州市": "福州市 福州", "内蒙古自治区乌海市": "乌海市 乌海", "澳门特别行政区": "澳门特别行政区 澳门", "湖南省湘西土家族苗族自治州": "湘西土家族苗族自治州 湘西土家族苗族自治",
		"四川省遂宁市射洪市": "射洪市 射洪", "卡伦": "卡伦", "山东省济宁市任城区": "任城区 任城",
	} {
		if got := strings.Join(discourse.Shorts(name), " "); got != want {
			t.Errorf("Shorts(%s) = %s, want %s", name, got, want)
		}
	}
}
