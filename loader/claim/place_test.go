package claim

import "testing"

func TestDivision(t *testing.T) {
	for name, want := range map[string]string{
		"莫斯科市": "莫斯科", "莫斯科": "莫斯科", "某某斯克市": "某某斯克", "科威特市": "科威特市", "胡志明市": "胡志明市", "光州广域市": "光州广域市", "纽约州": "纽约州",
		"内蒙古自治区乌海市": "内蒙古自治区乌海市", "北京市": "北京市",
	} {
		if got := (&builder{}).division(name); got != want {
			t.Errorf("%s is known as %s, want %s", name, got, want)
		}
	}
}
