package wordlist

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func list(words ...string) *List {
	slices.Sort(words)
	l := New(len(words), 16)
	for _, w := range words {
		l.Add(w)
	}
	l.Done()
	return l
}

func TestEach(t *testing.T) {
	l := list("市", "乌海", "乌海市", "乌海湖", "乌兰", "乌", "𬭚乙", "市长", "市长们")
	for _, c := range []struct {
		text string
		at   int
		want []string
	}{
		{"乌海市长", 0, []string{"乌", "乌海", "乌海市"}},
		{"乌海市长", 2, []string{"市", "市长"}},
		{"乌海市长", 3, nil},
		{"乌", 0, []string{"乌"}},
		{"𬭚乙", 0, []string{"𬭚乙"}},
		{"乌拉", 0, []string{"乌"}},
		{"", 0, nil},
		{"乌海", -1, nil},
	} {
		t.Run(c.text, func(t *testing.T) {
			var got []string
			text := []rune(c.text)
			l.Each(text, c.at, func(n, end int) {
				if string(l.Word(n)) != string(text[c.at:end]) {
					t.Errorf("word %q ends at %d", string(l.Word(n)), end)
				}
				got = append(got, string(l.Word(n)))
			})
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAddShared(t *testing.T) {
	l := New(4, 16)
	l.AddShared(0, []rune("乌海"))
	l.AddShared(2, []rune("市"))
	l.AddShared(1, []rune("鲁"))
	l.Done()
	for n, want := range []string{"乌海", "乌海市", "乌鲁"} {
		if got := l.Find([]rune(want)); got != n {
			t.Errorf("%s is %d, want %d", want, got, n)
		}
	}
	if got := l.Find([]rune("乌海市长")); got != -1 {
		t.Errorf("found %d", got)
	}
}

func TestEmpty(t *testing.T) {
	l := list()
	if l.Len() != 0 || l.Find([]rune("乌海")) != -1 {
		t.Error("an empty list holds something")
	}
}

func FuzzEach(f *testing.F) {
	f.Add("乌海市", "乌海", "市长", "乌海市长")
	f.Add("𠮷", "𠮷市", "市𠮷", "市𠮷市")
	f.Add("乌海𠮷", "乌海\uffff", "\x00市", "乌海𠮷\x00市")
	f.Fuzz(func(t *testing.T, a, b, c, s string) {
		var words []string
		for _, w := range []string{a, b, c} {
			if w = string([]rune(w)); w != "" && !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
		slices.SortFunc(words, func(a, b string) int { return slices.Compare([]rune(a), []rune(b)) })
		l := New(3, 9)
		for _, w := range words {
			n := l.Add(w)
			l.SetValue(n, uint16(n+1))
		}
		l.Done()
		text := []rune(s)
		var all []Found
		for i := range text {
			var got []string
			l.Each(text, i, func(n, end int) {
				got = append(got, string(l.Word(n)))
				all = append(all, Found{int32(n), int32(i), int32(end), uint16(n + 1)})
			})
			var want []string
			for _, w := range words {
				if len(text)-i >= len([]rune(w)) && string(text[i:i+len([]rune(w))]) == w {
					want = append(want, w)
				}
			}
			slices.SortFunc(want, func(a, b string) int { return len([]rune(a)) - len([]rune(b)) })
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("%q at %d of %q: %s", words, i, s, d)
			}
		}
		if d := cmp.Diff(all, l.Scan(nil, text)); d != "" {
			t.Fatalf("%q in %q, from Each to Scan: %s", words, s, d)
		}
	})
}
