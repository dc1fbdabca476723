package title

import (
	"slices"
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/reading"
)

func TestAt(t *testing.T) {
	for _, c := range []struct {
		text, want, level, organ string
		status                   reading.Status
		kind                     Kind
	}{
		{"市委书记王小明", "市委书记", "市", "市委", "", Office},
		{"常务副市长李四", "常务副市长", "市", "", "", Office},
		{"代市长李四", "市长", "市", "", reading.Acting, Office},
		{"党组副书记、局长", "党组副书记", "", "", "", Office},
		{"组织部部长", "组织部部长", "", "", "", Office},
		{"宣传部长", "宣传部长", "", "", "", Office},
		{"市人大常委会副主任张", "市人大常委会副主任", "市", "市人大常委会", "", Office},
		{"市委政法委书记", "市委政法委书记", "市", "市委政法委", "", Office},
		{"市政府办公室主任", "市政府办公室主任", "市", "市政府", "", Office},
		{"国务院总理", "国务院总理", "", "国务院", "", Office},
		{"全国人大常委会委员长", "全国人大常委会委员长", "", "全国人大常委会", "", Office},
		{"国家主席", "国家主席", "", "", "", Office},
		{"外交部长", "外交部长", "", "", "", Office},
		{"主任科员", "主任科员", "", "", "", Office},
		{"总统新闻秘书", "总统新闻秘书", "", "", "", Office},
		{"议会上院议长", "议会上院议长", "", "议会上院", "", Office},
		{"市领导王一", "市领导", "市", "", "", Group},
		{"公司", "", "", "", "", Office},
		{"司机王一", "司机", "", "", "", Occupation},
		{"原县委副书记", "县委副书记", "县", "县委", reading.Former, Office},
		{"县长候选人吕", "县长", "县", "", reading.Proposed, Office},
		{"团市委书记", "团市委书记", "市", "", "", Office},
		{"村党支部书记", "村党支部书记", "村", "", "", Office},
		{"市人大常委会原主任", "市人大常委会主任", "市", "市人大常委会", reading.Former, Office},
		{"支队长", "支队长", "", "", "", Office},
		{"主任高度重视", "主任", "", "", "", Office},
	} {
		got, ok := At([]rune(c.text), 0)
		if ok != (c.want != "") || got.Text != c.want || got.Level != c.level || got.Status != c.status || got.Kind != c.kind {
			t.Errorf("At(%s) = %+v", c.text, got)
		}
		if c.organ != "" && got.Organ != c.organ && got.Organ != "" {
			t.Errorf("At(%s).Organ = %s, want %s", c.text, got.Organ, c.organ)
		}
	}
}

// FuzzAt holds that a title lies inside the text from where it was asked for, that its own words stand there in order, and that
// the same text gives the same title.
func FuzzAt(f *testing.F) {
	for _, s := range []string{"市人大常委会原副主任", "代市长候选人", "自治区党委常委、组织部长", "原代县长", "秘书处", "总统新闻秘书"} {
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, at int) {
		text := []rune(s)
		if at < 0 || at > len(text) {
			return
		}
		got, ok := At(text, at)
		if again, is := At(text, at); is != ok || again != got {
			t.Fatalf("At(%q, %d) = %+v, then %+v", s, at, got, again)
		}
		if !ok {
			return
		}
		if got.Start != at || got.End <= at || got.End > len(text) || got.Head == "" || !strings.HasSuffix(got.Text, got.Head) {
			t.Fatalf("At(%q, %d) = %+v", s, at, got)
		}
		rest := text[got.Start:got.End]
		for _, r := range got.Text {
			i := slices.Index(rest, r)
			if i < 0 {
				t.Fatalf("At(%q, %d) says %s, which isn't there", s, at, got.Text)
			}
			rest = rest[i+1:]
		}
	})
}
