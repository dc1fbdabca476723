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
