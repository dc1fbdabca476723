package claim

import "testing"

func TestStatePost(t *testing.T) {
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
	} {
		t.Run(c.title, func(t *testing.T) {
			if got := statePost(c.title, c.others); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// What the end of a body's or place's name and the beginning of the title have in common is said once.
func TestJoined(t *testing.T) {
	for _, c := range []struct {
		name, title string
		least       int
		want        string
	}{
		{"安仁县监察委员会", "县监察委员会主任", 2, "安仁县监察委员会主任"},
		{"某国国会", "国会主席", 2, "某国国会主席"},
		{"某国议会上院", "议会上院议长", 2, "某国议会上院议长"},
		{"安仁县", "县长", 1, "安仁县长"},
		{"安仁县", "书记", 1, "安仁县书记"},
		{"云岭公司", "司机", 2, "云岭公司司机"},
	} {
		t.Run(c.name+c.title, func(t *testing.T) {
			if got := joined(c.name, c.title, c.least); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestPostKey(t *testing.T) {
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
		{"市人民政府秘书长", "市政府秘书长"},
		{"市政府党组书记", "市政府党组书记"},
		{"市政府办公室主任", "市政府办公室主任"},
		{"市政府副秘书长", "市政府副秘书长"},
		{"省政府市长", "省政府市长"},
		{"市人民代表大会常务委员会主任", "市人大常委会主任"},
		{"市纪律检查委员会书记", "市纪委书记"},
		{"政府", "政府"},
	} {
		t.Run(c.title, func(t *testing.T) {
			if got := postKey(c.title); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
