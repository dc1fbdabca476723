package lexicon

import "testing"

func TestFreqAndTag(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		word, tag string
		known     bool
	}{
		{"于是", "c", true},
		{"计划", "n", true},
		{"劳动", "vn", true},
		{"北京", "ns", true},
		{"的", "uj", true},
		{"鎏鑫鼎曜", "", false},
		{"", "", false},
	} {
		t.Run(c.word, func(t *testing.T) {
			if got := l.Freq([]rune(c.word)) > 0; got != c.known {
				t.Errorf("known = %v, want %v", got, c.known)
			}
			if got := l.Tag([]rune(c.word)); got != c.tag {
				t.Errorf("tag = %q, want %q", got, c.tag)
			}
		})
	}
	if a, b := l.Freq([]rune("经济")), l.Freq([]rune("经天纬地")); a <= b {
		t.Errorf("经济 %d, 经天纬地 %d", a, b)
	}
}

func TestLongest(t *testing.T) {
	text := []rune("合作协议在京签署")
	w, ok := Default().Longest(text, 0)
	if !ok || w.End != 2 {
		t.Errorf("got %+v %v", w, ok)
	}
	if w, ok := Default().Longest(text, len(text)); ok {
		t.Errorf("at the end: %+v", w)
	}
}

func TestCrossing(t *testing.T) {
	text := []rune("会议程序")
	if w, start, ok := Default().Crossing(text, 2); !ok || start != 1 || w.End != 3 {
		t.Errorf("got %+v at %d, %v; want 议程", w, start, ok)
	}
	if w, _, ok := Default().Crossing([]rune("书记周末"), 2); ok {
		t.Errorf("got %+v across 书记 and 周末", w)
	}
}

func TestDecodeIsWhole(t *testing.T) {
	l := Default()
	sum := 0
	for i := range l.list.Len() {
		if len(l.list.Word(i)) == 0 {
			t.Fatalf("word %d is empty", i)
		}
		if got := l.list.Find(l.list.Word(i)); got != i {
			t.Fatalf("word %d %q is found as %d", i, string(l.list.Word(i)), got)
		}
		sum += l.kind(i).word(0).Freq
	}
	if sum != l.Total() || l.list.Len() < 300000 {
		t.Errorf("%d words, sum %d, total %d", l.list.Len(), sum, l.Total())
	}
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		decode()
	}
}

func BenchmarkLongest(b *testing.B) {
	l := Default()
	text := []rune("会上，双方就进一步深化京蒙协作进行了交流，签署了全面合作框架协议。代表团一行先后来到艺术馆、规划馆实地考察。")
	b.ReportAllocs()
	for b.Loop() {
		for i := range text {
			l.Longest(text, i)
		}
	}
	b.ReportMetric(float64(len(text)*b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}

// TestIndex holds the index to the look-ups that it stands for, stretch by stretch.
func TestIndex(t *testing.T) {
	l := Default()
	var x Index
	x.Add(l, []rune("无关"))
	x.Reset(0)
	stretches := []string{"会议程序合作", "", "协议在京签署"}
	base := 0
	for _, s := range stretches {
		x.Add(l, []rune(s))
	}
	for _, s := range stretches {
		text := []rune(s)
		for i := range text {
			want := l.Append(nil, text, i)
			got := x.At(base + i)
			if len(got) != len(want) {
				t.Fatalf("%s at %d: %v, want %v", s, i, got, want)
			}
			for k := range want {
				if want[k].End += base; got[k] != want[k] {
					t.Errorf("%s at %d: %v, want %v", s, i, got[k], want[k])
				}
			}
		}
		base += len(text)
	}
	if w, start, ok := x.Crossing(2); !ok || start != 1 || w.End != 3 {
		t.Errorf("across 2: %+v at %d, %v; want 议程", w, start, ok)
	}
	if w, _, ok := x.Crossing(6); ok {
		t.Errorf("%+v runs over the end of its stretch", w)
	}
	if x.Freq(0, 2) != l.Freq([]rune("会议")) || x.Freq(5, 7) != 0 || x.At(-1) != nil || x.At(base) != nil {
		t.Error("frequencies or bounds")
	}
}

func BenchmarkIndex(b *testing.B) {
	text := []rune("双方签署全面战略合作伙伴关系联合声明，强调中国特色社会主义市场经济体制不断完善，推动教育、医疗、文化旅游、生态环境等领域高质量发展。")
	var x Index
	b.ReportAllocs()
	for b.Loop() {
		x.Reset(0)
		x.Add(Default(), text)
	}
	b.ReportMetric(float64(len(text)*b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}

func TestBeginsWord(t *testing.T) {
	for text, want := range map[string]bool{"从严治党": true, "从甲地": false, "京集体": false, "": false} {
		if got := Default().BeginsWord([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
