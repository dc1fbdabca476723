package mention

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Built and natural places that no list has, by their ending and what stands round them.
func TestFacilities(t *testing.T) {
	for _, c := range []struct {
		trap, body string
		want       []string
	}{
		{"a river by its shore", "代表团在上高县洣河岸边植树，沿渌溪步行。", []string{"洣河", "渌溪"}},
		{"any river is none", "河湖水质好转，沿江绿树成荫，大河上下忙春耕。", nil},
		{"an unknown name before a built place", "仪式在柘林溪文创街区举行。", []string{"柘林溪文创街区"}},
		{"the level's own", "郑柏青在市行政中心会见客人。", []string{"市行政中心"}},
		{"a zone cut apart", "宜春高新区签约。", []string{"宜春高新区"}},
		{"a bus line and roads of no name", "公交12路改道，全县农村公路畅通，走上康庄大道。", nil},
		{"a river in a company's name", "江西赣江机电有限公司签约。", nil},
	} {
		t.Run(c.trap, func(t *testing.T) {
			var got []string
			for _, p := range read1(home, c.body).Places {
				if p.Type != "admin" {
					got = append(got, p.Name)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
