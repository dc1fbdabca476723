package agreement

import "testing"

func TestMeasured(t *testing.T) {
	tests := []struct {
		name, text string
		want       int
	}{
		{"a count with its measure", "9个专项合作", 2},
		{"spaced", "9 个专项合作", 3},
		{"an open count", "领域多项合作", 4},
		{"了", "了战略合作", 1},
		{"a preposition", "就铁路特许经营", 1},
		{"a preposition behind an adverb", "尽早就自贸", 3},
		{"whose it is", "三国政府间", 2},
		{"a word with 就", "就业帮扶", 0},
		{"none", "战略合作", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if n, _ := measured([]rune(tt.text)); n != tt.want {
				t.Errorf("measured(%q) = %d, want %d", tt.text, n, tt.want)
			}
		})
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{{"", 1}, {"9", 9}, {"三", 3}, {"十二", 12}, {"160多", 160}, {"多", 0}, {"数十", 0}, {"几", 0}}
	for _, tt := range tests {
		if n := number([]rune(tt.text)); n != tt.want {
			t.Errorf("number(%q) = %d, want %d", tt.text, n, tt.want)
		}
	}
}
