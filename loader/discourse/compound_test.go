package discourse

import "testing"

func TestWord(t *testing.T) {
	tests := []struct {
		name, text string
		at, n      int
		class      Class
	}{
		{"an address with its manner", "作具体安排。", 0, 5, Speak},
		{"a welcome", "致欢送辞", 0, 4, Speak},
		{"no address", "作品展出", 0, 0, 0},
		{"a mark ends the manner", "作说，报告", 0, 0, 0},
		{"道 before words", "嘟囔道：好", 2, 1, Say},
		{"道 of a road", "沿街道，", 2, 0, 0},
		{"any meeting spoken at", "屋场会上，", 2, 1, Session},
		{"society is no meeting", "在社会上，", 2, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			runes := []rune(tt.text)
			if n, class := word(runes, tt.at, len(runes)); n != tt.n || class != tt.class {
				t.Errorf("word(%q, %d) = %d, %x; want %d, %x", tt.text, tt.at, n, class, tt.n, tt.class)
			}
		})
	}
}

func TestCompound(t *testing.T) {
	tests := []struct {
		name       string
		a, b, want Class
	}{
		{"look and inspect", Visit, Inspect, Visit | Inspect},
		{"unveiling rite", Unveil, Rite, Rite},
		{"report and say", Speak, Say, Speak | Say},
		{"hold talks", Convene, Talk, Talk},
		{"hold a meeting", Convene, Session, 0},
		{"attend a meeting", Attend, Session, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := compound(tt.a, tt.b); got != tt.want {
				t.Errorf("compound(%x, %x) = %x, want %x", tt.a, tt.b, got, tt.want)
			}
		})
	}
}
