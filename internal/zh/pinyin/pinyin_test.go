package pinyin

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFull(t *testing.T) {
	for _, c := range []struct{ in, full, initials string }{
		{"钱文涛", "qianwentao", "qwt"},
		{"重庆市", "chongqingshi", "cqs"},
		{"重点", "zhongdian", "zd"},
		{"东城区", "dongchengqu", "dcq"},
		{"東城區", "dongchengqu", "dcq"},
		{"市长", "shizhang", "sz"},
		{"长春", "changchun", "cc"},
		{"银行", "yinhang", "yh"},
		{"G6京藏高速", "g6jingcanggaosu", "g6jcgs"},
		{"艾尔肯·吐尼亚孜", "aierkentuniyazi", "aektnyz"},
		{"吕梁", "lvliang", "ll"},
		{"二〇二五", "erlingerwu", "elew"},
		{"", "", ""},
	} {
		t.Run(c.in, func(t *testing.T) {
			if got := Read(c.in).Full(); got != c.full {
				t.Errorf("full %q, want %q", got, c.full)
			}
			if got := Read(c.in).Initials(); got != c.initials {
				t.Errorf("initials %q, want %q", got, c.initials)
			}
		})
	}
}

func TestReadName(t *testing.T) {
	for in, want := range map[string]string{
		"单雄信": "shanxiongxin", "仇保兴": "qiubaoxing", "尉迟恭": "yuchigong", "曾国强": "zengguoqiang",
		"任长霞": "renchangxia", "解学智": "xiexuezhi", "查培新": "zhapeixin", "万俟明": "moqiming",
	} {
		if got := ReadName(in).Full(); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestSortKey(t *testing.T) {
	names := []string{"乌海市", "安庆市", "李明", "黎明", "李敏", "北京市", "3号线", "A股", "a股", "·"}
	slices.SortFunc(names, func(a, b string) int {
		ka, kb := Read(a).SortKey(), Read(b).SortKey()
		if ka < kb {
			return -1
		}
		return 1
	})
	if d := cmp.Diff([]string{"3号线", "A股", "a股", "安庆市", "北京市", "李敏", "李明", "黎明", "乌海市", "·"}, names); d != "" {
		t.Error(d)
	}
	if Read("李明").SortKey() == Read("黎明").SortKey() {
		t.Error("李明 and 黎明 share a key")
	}
}

func FuzzSortKey(f *testing.F) {
	f.Add("李明·A股", "黎明")
	f.Fuzz(func(t *testing.T, a, b string) {
		ka, kb := Read(a).SortKey(), Read(b).SortKey()
		for i := range len(ka) {
			if ka[i] < ' ' || ka[i] > '~' {
				t.Fatalf("key of %q isn't printable ASCII: %q", a, ka)
			}
		}
		if ka == kb && !slices.Equal(Read(a).runes, Read(b).runes) {
			t.Fatalf("%q and %q share the key %q", a, b, ka)
		}
	})
}

func BenchmarkFull(b *testing.B) {
	for b.Loop() {
		Read("内蒙古自治区乌海市海勃湾区").Full()
	}
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		decode()
	}
}
