package zh

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKey(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"layout spaces", "张　 晓", "张晓"},
		{"traditional", "東城區", "东城区"},
		{"one character two ways", "乾縣與乾旱", "乾县与干旱"},
		{"simplified phrase is kept", "乾县", "乾县"},
		{"middle dots", "艾尔肯•吐尼亚孜・买买提", "艾尔肯·吐尼亚孜·买买提"},
		{"quotes and title marks", "《“一带一路”合作协议》", "一带一路合作协议"},
		{"full width latin", "ＡＢＣ集团", "abc集团"},
		{"radicals", "⻓江⽔利", "长江水利"},
		{"invisible", "乌\u200b海\ufeff", "乌海"},
		{"invalid bytes", "乌\xff海", "乌海"},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Key(c.in); got != c.want {
				t.Errorf("Key(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		at             []int
	}{
		{"traditional", "東城區", "东城区", []int{0, 1, 2, 3}},
		{"punctuation stays", "（２０％），…", "（20%），…", []int{0, 1, 2, 3, 4, 5, 6, 7}},
		{"one to many", "5㎡地", "5m2地", []int{0, 1, 1, 2, 3}},
		{"radical", "⻓⽔", "长水", []int{0, 1, 2}},
		{"dots", "A•B", "A·B", []int{0, 1, 2, 3}},
		{"empty", "", "", []int{0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, at := Fold([]rune(c.in))
			if string(got) != c.want {
				t.Errorf("folded = %q, want %q", string(got), c.want)
			}
			if d := cmp.Diff(c.at, at); d != "" {
				t.Error(d)
			}
		})
	}
}

// FoldEach keeps offsets: what would change in length or is layout stays, and a plain text is not copied.
func TestFoldEach(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"traditional and full width", "東城區２４日，增長１１．０５％", "东城区24日，增长11.05%"},
		{"by phrase", "乾縣乾旱", "乾县干旱"},
		{"layout stays", "张　曉", "张　晓"},
		{"one to many stays", "5㎡綠地", "5㎡绿地"},
		{"radical and dot", "⻓•江", "长·江"},
		{"plain", "市长张晓，24日", "市长张晓，24日"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := []rune(c.in)
			got := FoldEach(in)
			if string(got) != c.want || string(in) != c.in {
				t.Errorf("FoldEach(%q) = %q, want %q; its argument is %q", c.in, string(got), c.want, string(in))
			}
			if c.in == c.want && len(in) > 0 && &got[0] != &in[0] {
				t.Error("a plain text was copied")
			}
		})
	}
}

func TestSimplifyKeepsLength(t *testing.T) {
	if got, want := Simplify("臺灣鐘錶與龍鍾"), "台湾钟表与龙钟"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSentences(t *testing.T) {
	got := Sentences("　他說：“走吧！”\n——（圖）２０２５年　開工。…")
	want := []Sentence{{"　他說：“走吧", "他说走吧"}, {"——（圖）２０２５年　開工", "图2025年开工"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"東城區", "ﬁＡ㎡", "乾乾淨淨", "İ·K", "簡單明瞭", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := Key(s)
		if again := Key(k); again != k {
			t.Errorf("Key(%q) = %q, its key %q", s, k, again)
		}
		for _, r := range k {
			if IsSpace(r) || isQuote(r) {
				t.Errorf("Key(%q) = %q holds %q", s, k, r)
			}
		}
	})
}

func FuzzFold(f *testing.F) {
	f.Add("5㎡的東城區…")
	f.Add("马可·波罗说：“到了。”")
	f.Add("马可•波罗")
	f.Add("乾县与乾隆")
	f.Fuzz(func(t *testing.T, s string) {
		in := []rune(s)
		folded, at := Fold(in)
		if got, want := Folded(in), slices.Equal(folded, in); got != want {
			t.Fatalf("Folded says %v of %q, which folds to %q", got, s, string(folded))
		}
		if len(at) != len(folded)+1 || at[len(folded)] != len(in) {
			t.Fatalf("%d runes, map of %d ending in %v of %d", len(folded), len(at), at[len(at)-1], len(in))
		}
		for i := 1; i < len(at); i++ {
			if at[i] < at[i-1] {
				t.Fatalf("map falls at %d: %v", i, at)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	text := []rune("東城區与乌海市签署全面合作框架协议，双方将在教育、医疗等领域开展合作。")
	for b.Loop() {
		Fold(text)
	}
	b.ReportMetric(float64(len(text)*b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}
