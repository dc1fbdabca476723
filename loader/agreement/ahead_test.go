package agreement

import (
	"slices"
	"testing"
)

func TestSettled(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"根据协议，双方将围绕良种选育、尾水治理、精深加工开展联合攻关。", []string{"良种选育", "尾水治理", "精深加工"}},
		{"按照合作协议，医院将在骨科、儿科、中医科三个专业带教。", []string{"骨科", "儿科", "中医科"}},
		{"按照协议，双方将在教育、医疗等领域合作。", []string{"教育", "医疗"}},
		{"他说，要围绕良种选育、尾水治理开展攻关。", nil},
		{"根据协议，甲方每年派驻30人。", nil},
	}
	for _, tt := range tests {
		if got := settled(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("settled(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}
