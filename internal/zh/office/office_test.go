package office

import "testing"

func TestState(t *testing.T) {
	for _, c := range []struct {
		title  string
		others []string
		want   string
	}{
		{"国家主席", nil, "国家主席"},
		{"主席", []string{"主席", "国家主席"}, "国家主席"},
		{"主席", []string{"主席"}, "主席"}, // of a chamber, a federation or a conference
		{"国务院总理", nil, "总理"},
		{"政府总理", nil, "总理"},
		{"政府第一副总理", nil, "第一副总理"},
		{"政府首相", nil, "首相"},
		{"国家副主席", nil, "国家副主席"},
		{"副主席", []string{"国家主席"}, "副主席"}, // may be one of the conference
		{"国务院秘书长", nil, "国务院秘书长"},
		{"全国政协主席", []string{"国家主席"}, "全国政协主席"},
		{"中共中央总书记", nil, "总书记"},
		{"中央委员会总书记", nil, "总书记"},
		{"全国人大常委会副委员长", nil, "副委员长"},
		{"全国人大常委会秘书长", nil, "全国人大常委会秘书长"},
	} {
		t.Run(c.title, func(t *testing.T) {
			if got := State(c.title, c.others); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestKey(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"市长", "市长"},
		{"市政府市长", "市长"},
		{"市人民政府副市长", "副市长"},
		{"县人民政府代县长", "代县长"},
		{"自治州人民政府州长", "州长"},
		{"自治区人民政府主席", "自治区主席"},
		{"自治区政府常务副主席", "自治区常务副主席"},
		{"自治县人民政府县长", "县长"},
		{"国民政府主席", "国民政府主席"},
		{"中央人民政府副主席", "中央政府副主席"},
		// other posts at a government keep its name
		{"市人民政府秘书长", "政府秘书长"},
		{"市政府党组书记", "政府党组书记"},
		{"市政府办公室主任", "政府办公室主任"},
		{"市政府副秘书长", "政府副秘书长"},
		{"省政府市长", "政府市长"},
		{"市人民代表大会常务委员会主任", "人大常委会主任"},
		{"市纪律检查委员会书记", "纪委书记"},
		{"政府", "政府"},
		{"县政协副主席", "政协副主席"},
		{"自治州人大常委会主任", "人大常委会主任"},
		{"市委组织部部长", "组织部部长"},
		{"组织部长", "组织部部长"},
		{"自治区党委统战部副部长", "统战部副部长"},
		{"省委政法委书记", "政法委书记"},
		{"市政法委书记", "政法委书记"},
		{"镇人大主席", "人大主席"},
		{"乡纪委书记", "纪委书记"},
		{"中共中央政治局委员", "中央政治局委员"},
		// the committee itself, and what its office has in common with the government's
		{"市委书记", "市委书记"},
		{"县委办公室主任", "县委办公室主任"},
		{"区委副书记", "区委副书记"},
	} {
		t.Run(c.title, func(t *testing.T) {
			if got := Key(c.title); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestOfNation(t *testing.T) {
	for _, c := range []struct {
		title, body, want string
		ok                bool
	}{
		{"部长", "中共中央宣传部", "中央宣传部部长", true},
		{"全国人民代表大会常务委员会委员长", "全国人民代表大会常务委员会", "委员长", true},
		{"主任", "中央军委办公厅", "", false},
		{"秘书长", "全国人民代表大会常务委员会", "", false},
	} {
		t.Run(c.title+c.body, func(t *testing.T) {
			if got, ok := OfNation(c.title, c.body); ok != c.ok || ok && got != c.want {
				t.Errorf("got %s %t, want %s", got, ok, c.want)
			}
		})
	}
}
