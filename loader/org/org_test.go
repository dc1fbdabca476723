package org

import "testing"

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

func TestAtIsTheLongest(t *testing.T) {
	r := []rune("联合国安理会举行会议")
	if end, kind, ok := At(r, 0); !ok || string(r[:end]) != "联合国安理会" || kind != Other {
		t.Errorf("At = %d %s %v", end, kind, ok)
	}
	if _, _, ok := At(r, 4); ok {
		t.Error("a body begins at 理会")
	}
}
