package claim

import "testing"

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
