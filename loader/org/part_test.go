package org

import "testing"

func TestIsPart(t *testing.T) {
	for _, c := range []struct {
		name, whole string
		want        bool
	}{
		{"辽河银行林西支行", "辽河银行", true},
		{"林西县公安局交警大队", "林西县公安局", true},
		{"辽河大学地质学院", "辽河大学", true},
		{"全国人大常委会法工委", "全国人大常委会", true},
		{"国家防总办公室", "国家防总", true},
		{"辽河大学第一医院", "辽河大学", false},
		{"辽河银行", "辽河银行", false},
		{"中国建筑工业出版社", "中国建筑", false},
		{"中国石油大学研究院", "中国石油", false},
		{"中国银行保险监督管理委员会办公厅", "中国银行", false},
		{"上海海关学院", "上海海关", false},
		{"上海海关工会", "上海海关", true},
	} {
		if got := IsPart(c.name, c.whole); got != c.want {
			t.Errorf("%s of %s: %v", c.name, c.whole, got)
		}
	}
}
