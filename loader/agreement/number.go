package agreement

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/numeral"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

const (
	digits   = "0123456789一二两三四五六七八九十百千数多几余"
	measures = "个项份款批件系揽"
)

// measured is where the name begins in a run of text: behind the last number with its measure (9个, 三份, 多项, 一系列),
// behind 了, 过 or a verb of adverbial use.
func measured(text []rune) (int, bool) {
	for i := len(text) - 1; i >= 0; i-- {
		if strings.ContainsRune("了过", text[i]) && (i == 0 || text[i-1] != '通') && !(i+1 < len(text) && strings.ContainsRune("渡程", text[i+1])) {
			return i + 1, true
		}
		if text[i] == '就' && i > 0 && strings.ContainsRune("早快正在还将已并也", text[i-1]) {
			return i + 1, true
		}
		if i == 1 && numerals[text[0]] > 0 && strings.ContainsRune("国方", text[1]) {
			return 2, true // 三国政府间协定
		}
		if i == 0 && strings.ContainsRune("就把", text[i]) && len(text) > 1 && !strings.ContainsRune("业学职近此手握", text[1]) {
			return 1, true
		}
		if text[i] == '元' && i > 0 && strings.ContainsRune(digits+"亿万", text[i-1]) {
			return i + 1, true // 17.9亿元|贷款合作协议
		}
		if i == 0 || !strings.ContainsRune(measures, text[i]) || !endsInNumeral(text[:i]) {
			continue
		}
		end := i + 1
		switch {
		case text[i] == '系' && end < len(text) && text[end] == '列':
			end++
		case text[i] == '揽':
			continue
		case text[i] == '系':
			continue
		}
		return end, true
	}
	return 0, false
}

// endsInNumeral is true for text that ends in a numeral, maybe spaced.
func endsInNumeral(text []rune) bool {
	i := len(text)
	for i > 0 && text[i-1] == ' ' {
		i--
	}
	return i > 0 && strings.ContainsRune(digits, text[i-1])
}

// counted is the number before the phrase that begins in token from behind cut characters: 1 where none stands, 0 where it
// is open (多项, 数十份).
func counted(c *clause.Clause, from, cut int) int {
	runes := c.D.Reading.Text.Runes
	start := c.Tokens[from].Start + cut
	low := c.Tokens[0].Start
	i := start
	if i-low >= 2 && runes[i-1] == '列' && runes[i-2] == '系' {
		return 0
	}
	if cut == 0 && from > 0 && c.Tokens[from-1].Kind == discourse.Text {
		i = c.Tokens[from-1].End
	} else if cut == 0 {
		return 1
	}
	if i <= low || !strings.ContainsRune(measures, runes[i-1]) {
		return 1
	}
	i--
	for i > low && runes[i-1] == ' ' {
		i--
	}
	end := i
	for i > low && strings.ContainsRune(digits, runes[i-1]) {
		i--
	}
	return number(runes[i:end])
}

// number is the value of a numeral, 160多 counting as 160; 1 for no numeral, 0 for one that says nothing exact (多, 数十).
func number(text []rune) int {
	if len(text) == 0 {
		return 1
	}
	n, _, ok := numeral.ParseAt(text, 0)
	if !ok || text[0] == '数' || text[0] == '几' {
		return 0
	}
	v, _ := n.Int()
	return v
}
