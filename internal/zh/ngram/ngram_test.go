package ngram

import "testing"

// What goes on over a break is likelier than what doesn't, whether a word runs over it, a set phrase, a number or a mark.
func TestGain(t *testing.T) {
	m := Default()
	for _, c := range []struct{ tail, goesOn, other string }{
		{"会议强调要坚持以人民为中", "心的发展", "市水利局"},
		{"代表团一行参观了当地的", "博物馆", "了三天"},
		{"双方签署了战略合", "作协议", "年以来"},
		{"同比增长11.", "5%", "的村民"},
		{"他说，这是", "一个", "，双方"},
		{"座谈会由市委副书", "记主持", "长主持"},
	} {
		t.Run(c.tail, func(t *testing.T) {
			a, b := m.Gain([]rune(c.tail), []rune(c.goesOn)), m.Gain([]rune(c.tail), []rune(c.other))
			if a <= b || a <= 0 {
				t.Errorf("%s %.2f, %s %.2f", c.goesOn, a, c.other, b)
			}
		})
	}
	for _, c := range [][2]string{{"", "会议"}, {"会议", ""}} {
		if got := m.Gain([]rune(c[0]), []rune(c[1])); got != 0 {
			t.Errorf("%q: %v", c, got)
		}
	}
}

// The shares of all characters behind another add up to one, those that the tables lack included.
func TestSharesAddUp(t *testing.T) {
	m := Default()
	for _, before := range []string{"会议", "市委", "鎏鑫", "，双"} {
		r := []rune(before)
		one, two := 0.0, 0.0
		for c := range m.number {
			one += m.after(r[1], c)
			two += m.afterBoth(r[0], r[1], c)
		}
		if one < 0.97 || one > 1.03 || two < 0.97 || two > 1.03 {
			t.Errorf("%s: %.3f behind one, %.3f behind both", before, one, two)
		}
	}
}

func BenchmarkGain(b *testing.B) {
	m := Default()
	tail, head := []rune("代表团一行参观了当地的"), []rune("博物馆")
	for b.Loop() {
		m.Gain(tail, head)
	}
}
