package place

import (
	"testing"

	"github.com/baopu/baopu/loader/reading"
)

func TestEndsAt(t *testing.T) {
	for _, c := range []struct {
		text, ending string
		kind         reading.PlaceType
	}{
		{"明月山机场", "机场", reading.Facility},
		{"县文化活动中心", "活动中心", reading.Facility},
		{"贡江", "江", reading.Natural},
		{"幸福", "", ""},
	} {
		r := []rune(c.text)
		start, e, ok := EndsAt(r, len(r))
		if ok != (c.ending != "") || ok && (string(r[start:]) != c.ending || e.Type != c.kind) {
			t.Errorf("EndsAt(%s) = %d %v %v", c.text, start, e, ok)
		}
	}
}

func TestClasses(t *testing.T) {
	if !IsSight("水库") || IsSight("基地") {
		t.Error("水库 is a sight, 基地 none")
	}
	if !IsGround("白石产业园") || IsGround("白石乡") {
		t.Error("白石产业园 is a ground, 白石乡 none")
	}
}
