package numeral

import "strings"

// chinese reads a Chinese numeral: digits one by one (二〇二五), or with units (一百二十三, 两万, 十五), with 点 for a fraction and
// 半 behind a large unit (两万半 isn't read; 一点五).
func chinese(text []rune, i int) (Number, int, bool) {
	end := i
	for end < len(text) && end-i < maxDigits && (digit(text[end]) >= 0 || power(text[end]) > 0 || vague(text, end)) {
		end++
	}
	span := text[i:end]
	if !hasUnit(span) {
		return digits(text, i, end)
	}
	v, used, about, ok := sum(span)
	if !ok {
		return Number{}, i, false
	}
	n := Number{Value: v, Chinese: true, About: about}
	end = i + used
	if abouts(text, end) {
		n.About, end = true, end+1
		if end < len(text) && power(text[end]) >= 4 { // 三百多万
			n.Value, end = scaled(n.Value, power(text[end])), end+1
		}
	}
	return n, end, true
}

// vague reports whether 几 or 数 at i stands for a digit: before a unit.
func vague(text []rune, i int) bool {
	return (text[i] == '几' || text[i] == '数') && i+1 < len(text) && power(text[i+1]) > 0
}

func hasUnit(span []rune) bool {
	for _, r := range span {
		if power(r) > 0 {
			return true
		}
	}
	return false
}

// digits reads digits without units; 两 and a run like 三四 (three or four) are no strings of digits. 三点五 is a fraction.
func digits(text []rune, i, end int) (Number, int, bool) {
	var b strings.Builder
	for _, r := range text[i:end] {
		if d := digit(r); d >= 0 {
			b.WriteByte(byte('0' + d))
		}
	}
	s := b.String()
	if s == "" {
		return Number{}, i, false
	}
	if end-i == 1 && end+1 < len(text) && text[end] == '点' && digit(text[end+1]) >= 0 && text[end+1] != '两' {
		frac := ""
		for end++; end < len(text) && digit(text[end]) >= 0; end++ {
			frac += string(rune('0' + digit(text[end])))
		}
		return Number{Value: scaled(s+"."+frac, 0), Chinese: true}, end, true
	}
	if end-i == 2 && !strings.ContainsAny(string(text[i:end]), "〇零○") && s[1] == s[0]+1 {
		return Number{Value: s[:1], Chinese: true, About: true}, end, true
	}
	return Number{Value: scaled(s, 0), Chinese: true, Digits: true}, end, true
}

// sum adds up a numeral with units and says how many of its runes belong to it. Units must fall between 万 and 亿. A last
// digit right behind 百 or a larger unit is of the next place: 一百二 is 120, 一百零二 is 102.
func sum(span []rune) (value string, used int, about, ok bool) {
	total, section, d, last, big := "0", 0, -1, 5, 0
	for j, r := range span {
		p := power(r)
		switch {
		case p == 0:
			v := digit(r)
			switch {
			case v < 0: // 几, 数
				d, about = 3, true
			case d <= 0:
				d = v
			case v == d+1 && j+1 < len(span) && power(span[j+1]) > 0: // 三四十: three or four
				about = true
			default:
				return closed(total, section, 0, span, j, about)
			}
		case p >= 4:
			section += max(d, 0)
			switch {
			case section == 0 && total == "0":
				return "", 0, false, false
			case section > 0 && p < big:
				total = add(total, scaled(itoa(section), p))
			default:
				total = scaled(add(total, itoa(section)), p)
			}
			section, d, last, big = 0, -1, 5, p
		case p >= last:
			return closed(total, section, max(d, 0), span, j, about)
		default:
			if d < 0 {
				d = 1
			}
			section += d * pow10(p)
			d, last = -1, p
		}
	}
	if n := len(span); d > 0 && n > 1 && power(span[n-2]) > 1 {
		return add(total, itoa(section+d*pow10(min(power(span[n-2]), 4)-1))), n, about, true
	}
	return closed(total, section, max(d, 0), span, len(span), about)
}

func closed(total string, section, d int, span []rune, used int, about bool) (string, int, bool, bool) {
	return add(total, itoa(section+d)), used, about, used > 0 && len(span) > 0
}

func pow10(p int) int {
	v := 1
	for range p {
		v *= 10
	}
	return v
}

func itoa(n int) string {
	if n == 0 {
		return "0"
	}
	var b []byte
	for ; n > 0; n /= 10 {
		b = append([]byte{byte('0' + n%10)}, b...)
	}
	return string(b)
}
