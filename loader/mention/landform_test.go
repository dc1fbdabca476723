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
		{"rivers and isles by themselves", "青鹭湖、棹歌岛等景点迎客，船过白鹇湾。", []string{"青鹭湖", "棹歌岛", "白鹇湾"}},
		{"what only tells of rivers", "全线开河，心系江河，把巡河日志写好，统筹山水林田湖。", nil},
		{"sights by a stem of no everyday word", "代表团来到磨盘沟景区，察看青石滩水库和窑头遗址；旅游景区、大型水库客流增长。", []string{"磨盘沟景区", "青石滩水库", "窑头遗址"}},
		{"a pipeline in marks of quotation", "“银燕”天然气管道停止输气，“放心”市场开业。", []string{"“银燕”天然气管道"}},
		{"railways between states, in no list", "双方推进蒙俄铁路、中哈乌铁路建设。", []string{"蒙俄铁路", "中哈乌铁路"}},
		{"a railway by a state that the article names", "瓦努阿图总统提到中瓦铁路。", []string{"中瓦铁路"}},
		{"a railway between towns abroad", "双方将运营好迪卡高铁。", []string{"迪卡高铁"}},
		{"railways of no letters", "塔吉克斯坦铁路停运，全国铁路客流增长。", nil},
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
