package issue

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/numeral"
	"github.com/baopu/baopu/loader/source"
)

// numberOf is a page's number in one form for 第二版, 2, 02 and 第2版, for A1, A01 and 第A1版, and for a file's name that has
// one; "" where s says none.
func numberOf(s string) string {
	plain := strings.TrimSuffix(strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(s)), "第"), "版")
	section, digits := parted(plain)
	if short := section == "" || len(section) == 1 && section >= "A" && section <= "Z"; digits != "" && len(digits) <= 3 && short {
		if digits = strings.TrimLeft(digits, "0"); digits == "" {
			return ""
		}
		return section + digits
	}
	r := []rune(plain)
	if n, end, ok := numeral.ParseAt(r, 0); ok && end == len(r) && len(n.Value) <= 3 {
		return n.Value
	}
	return source.FromName(s).Page
}

// parted is the section and the digits of a number like A1.
func parted(number string) (section, digits string) {
	section = strings.TrimRight(number, "0123456789")
	return section, number[len(section):]
}

// agree says whether two known numbers may be one page's. A paper that has sections doesn't print them everywhere.
func agree(a, b string) bool {
	sectionA, a := parted(a)
	sectionB, b := parted(b)
	return a == b && (sectionA == sectionB || sectionA == "" || sectionB == "")
}
