package body

import "testing"

func TestContracts(t *testing.T) {
	for _, tt := range []struct {
		short, long string
		want        bool
	}{
		{"云州社科院", "云州社会科学院", true},
		{"云州社民党", "云州社会民主党", true},
		{"云州央行", "云州中央银行", true},
		{"云州医保局", "云州医疗保障局", true},
		{"云州财经委", "云州财政经济委员会", true},
		{"云州监察司法委", "云州监察和司法委员会", true},
		{"云州特区政府", "云州特别行政区政府", true},
		{"云州使馆", "云州大使馆", true},
		{"云州银行", "云州人民银行", false},
		{"云州税务局", "云州税务总局", false},
		{"云州食品厂", "云州食品一厂", false},
		{"云州国防部", "白云州国防部", false},
		{"云州大学", "云州大学", false},
		{"云州农行", "云州农业发展银行", false},
		{"社科院", "社会科学院", false},
		{"林西县医院", "林西县中医院", false},
		{"新乡学院", "新乡医学院", false},
		{"林西县管委会", "林西县城管委会", false},
		{"林西县农业局", "林西县农牧业局", false},
		{"云州监察司法局", "云州监察和司法局", true},
	} {
		if got := contracts([]rune(tt.short), []rune(tt.long)); got != tt.want {
			t.Errorf("contracts(%s, %s) = %v", tt.short, tt.long, got)
		}
	}
}
