package agreement

import (
	"slices"
	"testing"
)

// TestIsSector has an item for each reason for which it is no field.
func TestIsSector(t *testing.T) {
	for s, want := range map[string]bool{
		"良种选育": true, "科": false, "等地区中小企业数字化转型升级": false, "甲国等国": false, "将在教育": false, "座谈会上就医疗": false, "甲的乙": false, "前教育": false,
		"加强": false, "加强监管": true,
	} {
		if got := isSector(s); got != want {
			t.Errorf("isSector(%q) is %v", s, got)
		}
	}
}

func TestFields(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"双方将围绕良种选育、尾水治理、精深加工开展联合攻关。", []string{"良种选育", "尾水治理", "精深加工"}},
		{"医院将在骨科、儿科、中医科3个专业带教。", []string{"骨科", "儿科", "中医科"}},
		{"双方将在教育、医疗和文旅等领域合作。", []string{"教育", "医疗", "文旅"}},
		{"，内容涵盖水利设施、园区共建、河湖共治等四个方面", []string{"水利设施", "园区共建", "河湖共治"}},
		{"，合作领域包括良种选育、技术培训。", []string{"良种选育", "技术培训"}},
		{"，确定在水产饲料、苗种繁育两个方向联合攻关", []string{"水产饲料", "苗种繁育"}},
		{"甲方每年派驻30人。", nil},
		{"，在甲市、乙市同时举行仪式", nil},
	}
	for _, tt := range tests {
		if got := fields(tt.text, terms); !slices.Equal(got, tt.want) {
			t.Errorf("fields(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestAgreed tells the beginnings of sentences that say what a document holds.
func TestAgreed(t *testing.T) {
	tests := []struct {
		text string
		want string
	}{
		{"根据协议，双方将在教育、医疗等领域合作。", "根据协议，"},
		{"按照双方签订的备忘录，甲方每年派驻30人。", "按照双方签订的备忘录，"},
		{"据介绍，协议约定在良种选育方面合作。", "据介绍，协议约定"},
		{"协议有效期五年，涵盖重症医学、护理管理两个方面。", "协议有效期五年，涵盖"},
		{"他说，要围绕良种选育、尾水治理开展攻关。", ""},
		{"签署协议后，双方将在教育、医疗等领域合作。", ""},
		{"根据工作安排，双方将在教育、医疗等领域合作。", ""},
	}
	for _, tt := range tests {
		if got := agreed.FindString(tt.text); got != tt.want {
			t.Errorf("agreed in %q is %q, want %q", tt.text, got, tt.want)
		}
	}
}
