package agreement

import "testing"

func TestBodyNoun(t *testing.T) {
	for noun, want := range map[string]string{
		"生态环境局签订": "生态环境局", "商会会长": "商会", "法院院长": "法院", "医院会诊": "医院", "中医院": "中医院", "卫健委": "卫健委", "人民医院": "人民医院",
		"职教中心": "职教中心", "妇联": "妇联", "座谈会": "", "局势": "", "委托": "", "文化广电局": "文化广电局", "文旅局续签": "文旅局", "人民检察院院长": "人民检察院",
	} {
		if got := bodyNoun(noun); got != want {
			t.Errorf("bodyNoun(%q) = %q, want %q", noun, got, want)
		}
	}
}
