package org

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestEndsAt(t *testing.T) {
	for _, c := range []struct{ text, ending, kind string }{
		{"宜春明月供水有限责任公司", "有限责任公司", Company},
		{"市文体旅游广电局", "局", Government},
		{"市公安局", "公安局", Government},
		{"湖滨农林大学", "大学", School},
		{"县人民医院", "人民医院", Hospital},
		{"市餐饮行业协会", "行业协会", Association},
		{"某市党政代表团", "党政代表团", Delegation},
		{"省军区", "省军区", Military},
		{"大家高兴", "", ""},
	} {
		r := []rune(c.text)
		start, e, ok := EndsAt(r, len(r))
		if ok != (c.ending != "") || ok && (string(r[start:]) != c.ending || e.Type != c.kind) {
			t.Errorf("EndsAt(%s) = %s %v %v", c.text, string(r[start:]), e, ok)
		}
	}
}

// A word that two types share belongs to the earlier, so that its second row reads as if it counted.
func TestTablesHaveAWordOnce(t *testing.T) {
	for _, table := range []struct {
		name string
		rows map[string]string
	}{{"suffixes", suffixes}, {"known", known}, {"anchored", map[string]string{"": anchored}}, {"committees", map[string]string{"": committees}}} {
		t.Run(table.name, func(t *testing.T) {
			of := map[string]string{}
			for _, kind := range slices.Sorted(maps.Keys(table.rows)) {
				for w := range strings.FieldsSeq(table.rows[kind]) {
					if first, again := of[w]; again {
						t.Errorf("%s stands in %s and in %s", w, first, kind)
					}
					of[w] = kind
				}
			}
		})
	}
}

func TestAtIsTheLongest(t *testing.T) {
	r := []rune("联合国安理会举行会议")
	if end, kind, ok := At(r, 0); !ok || string(r[:end]) != "联合国安理会" || kind != Other {
		t.Errorf("At = %d %s %v", end, kind, ok)
	}
	if _, _, ok := At(r, 4); ok {
		t.Error("a body begins at 理会")
	}
}

func TestWellKnownBodies(t *testing.T) {
	for _, c := range []struct{ name, full, seat string }{
		{"国家发改委", "国家发展和改革委员会", "中国"},
		{"外交部", "外交部", "中国"},
		{"白宫", "白宫", "美国"},
		{"中国全国政协", "中国人民政治协商会议全国委员会", ""},
		{"欧盟", "欧洲联盟", ""},
		{"清华大学", "清华大学", ""},
		{"市教育局", "", ""},
		{"某外交部", "", ""},
	} {
		if full, seat := FullName(c.name), Seat(c.name); full != c.full || seat != c.seat {
			t.Errorf("%s is %q of %q, want %q of %q", c.name, full, seat, c.full, c.seat)
		}
	}
}

func TestSeat(t *testing.T) {
	for name, want := range map[string]string{
		"外交部": "中国", "中宣部": "中国", "白宫": "美国", "参谋长联席会议": "美国", "圣城旅": "巴勒斯坦", "越共": "", "联合国": "", "清华大学": "",
	} {
		if got := Seat(name); got != want {
			t.Errorf("Seat(%s) = %q, want %q", name, got, want)
		}
	}
}

func TestOfStates(t *testing.T) {
	for name, want := range map[string]bool{
		"阿盟": true, "阿拉伯国家联盟": true, "北大西洋公约组织": true, "独联体": true, "外交部": false, "中国科学院": false, "越共": false,
	} {
		if got := OfStates(name); got != want {
			t.Errorf("OfStates(%s) = %v, want %v", name, got, want)
		}
	}
}

// A league's committee of a place has one name, however it is written; no other body's is touched.
func TestCommittee(t *testing.T) {
	for name, want := range map[string]string{
		"民盟乌海市委": "民盟乌海市委", "民盟乌海市委会": "民盟乌海市委", "民盟乌海市委员会": "民盟乌海市委", "中国民主同盟乌海市委员会": "民盟乌海市委",
		"九三学社内蒙古自治区委员会": "九三学社内蒙古自治区委", "共青团习水县委": "共青团习水县委", "中国国民党革命委员会": "中国国民党革命委员会",
		"民建中央": "民建中央", "乌海市教育委员会": "乌海市教育委员会", "民盟中央文化委员会": "民盟中央文化委员会", "": "",
	} {
		if got := Committee(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestCentral(t *testing.T) {
	for name, want := range map[string]string{
		"中央口岸建设工作领导小组": Party, "中央政治局常务委员会": Party, "中共中央军事委员会": Military, "中国共产主义青年团中央委员会": Party,
		"全国口岸建设工作领导小组": Government, "中央税务局": Government,
	} {
		if got := Central(name); got != want {
			t.Errorf("Central(%s) = %s, want %s", name, got, want)
		}
	}
}
