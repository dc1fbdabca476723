package agreement

import "testing"

func TestCounting(t *testing.T) {
	tests := []struct {
		text, noun string
		n          int
		ok         bool
	}{
		{"分别代表三方", "", 3, true},
		{"四国警方", "国", 4, true},
		{"代表两家医院", "医院", 2, true},
		{"两地人社局", "地", 2, true},
		{"两国元首", "国", 2, true},
		{"三省区", "省", 3, true},
		{"三方面", "", 0, false},
		{"两家门店", "门店", 2, false},
		{"第三方", "", 0, false},
		{"二十三国", "", 0, false},
		{"共同", "", 0, false},
	}
	for _, tt := range tests {
		n, noun, ok := counting([]rune(tt.text))
		if ok != tt.ok || ok && (n != tt.n || noun != tt.noun) {
			t.Errorf("counting(%q) = %d, %q, %v; want %d, %q, %v", tt.text, n, noun, ok, tt.n, tt.noun, tt.ok)
		}
	}
}

func TestFits(t *testing.T) {
	tests := []struct {
		name, noun string
		want       bool
	}{
		{"江城市第一人民医院", "医院", true},
		{"江城市第一人民医院", "院", true},
		{"江城师范学院", "校", true},
		{"江城市第一人民医院", "校", false},
		{"江城港务集团", "公司", true},
		{"江城市水务局", "局", true},
		{"江城市水务局", "剧团", false},
		{"江城市歌舞剧团", "剧团", true},
		{"江城市歌舞剧团", "", false},
	}
	for _, tt := range tests {
		if got := fits(tt.name, tt.noun); got != tt.want {
			t.Errorf("fits(%q, %q) = %v, want %v", tt.name, tt.noun, got, tt.want)
		}
	}
}
