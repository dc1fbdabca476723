// Package numeral reads numbers out of Chinese text: Arabic ones (full width, with thousands separators), Chinese ones
// (一百二十三, 两万, 二〇二五) and mixed ones (19.01万, 2.9万亿), to exact decimals in base units.
package numeral

import (
	"math/big"
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// Number is a number as written and as meant. Value is its plain decimal in base units, without exponent, trailing zeros of
// the fraction or leading zeros: 19.01万 is "190100". Digits is set for a string of digits without units (二〇二五, 2025, 110),
// which may be a year or a label as well.
type Number struct {
	Value   string
	Chinese bool // no Arabic digit in it
	Digits  bool
	About   bool // 余, 多, 几 in it: 30余, 几十
	Percent bool // 百分之三十: the value is in per cent
}

// Int is the value as an int, and false if it is no whole number of up to nine digits.
func (n Number) Int() (int, bool) {
	if n.Value == "" || len(n.Value) > 9 {
		return 0, false
	}
	v := 0
	for _, r := range n.Value {
		if r < '0' || r > '9' {
			return 0, false
		}
		v = v*10 + int(r-'0')
	}
	return v, true
}

// ParseAt reads the longest number that begins in text at i, and its end. False if none does. A sign is read only before an
// Arabic digit (-3.5); 多 and 余 are read where a unit follows or they close the number (300多, 3万余).
func ParseAt(text []rune, i int) (Number, int, bool) {
	if i < 0 || i >= len(text) {
		return Number{}, i, false
	}
	r := text[i]
	switch {
	case zh.IsDigit(r), sign(r) && i+1 < len(text) && zh.IsDigit(text[i+1]) && (i == 0 || !zh.IsDigit(text[i-1])):
		return arabic(text, i)
	case r == '百' && i+3 < len(text) && text[i+1] == '分' && text[i+2] == '之' && text[i+3] != '百':
		n, end, ok := ParseAt(text, i+3)
		if !ok {
			return Number{}, i, false
		}
		n.Percent, n.Digits = true, false
		return n, end, true
	case digit(r) >= 0, r == '十', r == '拾', r == '几', r == '数':
		return chinese(text, i)
	}
	return Number{}, i, false
}

func sign(r rune) bool { return r == '-' || r == '－' || r == '−' }

// digit is the value of a Chinese digit, -1 for others.
func digit(r rune) int {
	switch r {
	case '〇', '零', '○', 'Ｏ':
		return 0
	case '一', '壹':
		return 1
	case '二', '贰', '两':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// power is the power of ten of a unit: 十 1, 百 2, 千 3, 万 4, 亿 8, 兆 12; 0 for others.
func power(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	case '兆':
		return 12
	}
	return 0
}

// scaled is a decimal written as digits with at most one point, times ten to the power.
func scaled(decimal string, power int) string {
	neg := strings.HasPrefix(decimal, "-")
	whole, frac, _ := strings.Cut(strings.TrimPrefix(decimal, "-"), ".")
	for range power {
		next := "0"
		if frac != "" {
			next, frac = frac[:1], frac[1:]
		}
		whole += next
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if frac = strings.TrimRight(frac, "0"); frac != "" {
		whole += "." + frac
	}
	if neg && whole != "0" {
		return "-" + whole
	}
	return whole
}

// add is the sum of two whole plain decimals.
func add(a, b string) string {
	x, _ := new(big.Int).SetString(a, 10)
	y, _ := new(big.Int).SetString(b, 10)
	if x == nil || y == nil {
		return a
	}
	return x.Add(x, y).String()
}
