package figure

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name, text, value, unit string
	}{
		{"a decimal with a multiple", "19.01万人次", "190100", "人次"},
		{"trillions", "2.9万亿美元", "2900000000000", "美元"},
		{"a percentage", "11.05%", "11.05", "%"},
		{"full width", "１２％", "12", "%"},
		{"多 before the multiple", "60多万台", "600000", "台"},
		{"余 before the unit", "180余人次", "180", "人次"},
		{"a Chinese number", "五千多名", "5000", "名"},
		{"the longer unit", "3个百分点", "3", "个百分点"},
		{"some tens", "数十名", "", ""},
		{"seventy or eighty", "七八十斤", "", ""},
		{"a Chinese digit alone is no figure", "一个", "", ""},
		{"a number without a unit", "110国道", "", ""},
		{"people without a measure", "800多万群众", "8000000", "人"},
		{"vehicles", "150万辆次", "1500000", "辆次"},
		{"ministries", "5部门", "", ""},
		{"inside a label", "6公路", "6", "公"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q, ok := parse([]rune(tt.text), 0)
			if ok != (tt.value != "") {
				t.Fatalf("parse(%q) = %v, %v", tt.text, q, ok)
			}
			if diff := cmp.Diff([]string{tt.value, tt.unit}, []string{q.value, q.unit}); ok && diff != "" {
				t.Errorf("parse(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// FuzzParse holds that a quantity has a decimal value and a unit and lies inside the text.
func FuzzParse(f *testing.F) {
	f.Add("19.01万人次", 0)
	f.Add("1,234.5亿元多", 1)
	f.Fuzz(func(t *testing.T, text string, at int) {
		runes := []rune(text)
		if at < 0 || at >= len(runes) {
			return
		}
		q, ok := parse(runes, at)
		if !ok {
			return
		}
		if _, err := strconv.ParseFloat(q.value, 64); err != nil || q.unit == "" || q.end <= at || q.end > len(runes) {
			t.Fatalf("parse(%q, %d) = %+v", text, at, q)
		}
	})
}
