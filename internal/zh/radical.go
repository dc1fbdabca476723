package zh

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Radical maps a CJK or Kangxi radical, as PDF text layers hold them, to the character that it looks like; other runes
// stay. It changes nothing else, so that a text can be repaired without being folded.
func Radical(r rune) rune {
	if r < 0x2F00 || r > 0x2FD5 {
		return radical(r)
	}
	d := norm.NFKC.PropertiesString(string(r)).Decomposition()
	if len(d) == 0 {
		return r
	}
	c, _ := utf8.DecodeRune(d)
	if c == '戶' { // the radical's own decomposition; what a simplified text means by it is 户
		return '户'
	}
	return c
}

// radical maps a CJK or Kangxi radical, as PDF text layers hold them, to the character that it looks like; other runes
// stay. Kangxi radicals (U+2F00 on) have Unicode decompositions, most of the supplement (U+2E80 on) has none.
func radical(r rune) rune {
	if r < 0x2E80 || r > 0x2EF3 {
		return r
	}
	if c := supplement[r-0x2E80]; c != 0 {
		return c
	}
	return r
}

var supplement = [0x2EF4 - 0x2E80]rune{
	'⺁' - 0x2E80: '厂', '⺄' - 0x2E80: '乙', '⺆' - 0x2E80: '冂', '⺇' - 0x2E80: '几', '⺈' - 0x2E80: '刀',
	'⺉' - 0x2E80: '刂', '⺊' - 0x2E80: '卜', '⺋' - 0x2E80: '卩', '⺌' - 0x2E80: '小', '⺎' - 0x2E80: '兀',
	'⺏' - 0x2E80: '尣', '⺒' - 0x2E80: '巳', '⺓' - 0x2E80: '幺', '⺔' - 0x2E80: '彑', '⺖' - 0x2E80: '忄',
	'⺗' - 0x2E80: '心', '⺘' - 0x2E80: '扌', '⺙' - 0x2E80: '攵', '⺛' - 0x2E80: '旡', '⺝' - 0x2E80: '月',
	'⺞' - 0x2E80: '歹', '⺟' - 0x2E80: '母', '⺠' - 0x2E80: '民', '⺡' - 0x2E80: '氵', '⺣' - 0x2E80: '灬',
	'⺤' - 0x2E80: '爪', '⺥' - 0x2E80: '爪', '⺦' - 0x2E80: '丬', '⺨' - 0x2E80: '犭', '⺩' - 0x2E80: '王',
	'⺪' - 0x2E80: '疋', '⺬' - 0x2E80: '示', '⺭' - 0x2E80: '礻', '⺮' - 0x2E80: '竹', '⺯' - 0x2E80: '糹',
	'⺰' - 0x2E80: '纟', '⺱' - 0x2E80: '罓', '⺲' - 0x2E80: '罒', '⺶' - 0x2E80: '羊', '⺷' - 0x2E80: '羊',
	'⺸' - 0x2E80: '羊', '⺹' - 0x2E80: '耂', '⺻' - 0x2E80: '聿', '⺼' - 0x2E80: '肉', '⺽' - 0x2E80: '臼',
	'⺾' - 0x2E80: '艹', '⺿' - 0x2E80: '艹', '⻀' - 0x2E80: '艹', '⻁' - 0x2E80: '虎', '⻂' - 0x2E80: '衤',
	'⻃' - 0x2E80: '覀', '⻄' - 0x2E80: '西', '⻅' - 0x2E80: '见', '⻆' - 0x2E80: '角', '⻇' - 0x2E80: '角',
	'⻈' - 0x2E80: '讠', '⻉' - 0x2E80: '贝', '⻊' - 0x2E80: '足', '⻋' - 0x2E80: '车', '⻌' - 0x2E80: '辶',
	'⻍' - 0x2E80: '辶', '⻎' - 0x2E80: '辶', '⻏' - 0x2E80: '邑', '⻐' - 0x2E80: '钅', '⻑' - 0x2E80: '长',
	'⻒' - 0x2E80: '镸', '⻓' - 0x2E80: '长', '⻔' - 0x2E80: '门', '⻕' - 0x2E80: '阜', '⻖' - 0x2E80: '阝',
	'⻗' - 0x2E80: '雨', '⻘' - 0x2E80: '青', '⻙' - 0x2E80: '韦', '⻚' - 0x2E80: '页', '⻛' - 0x2E80: '风',
	'⻜' - 0x2E80: '飞', '⻝' - 0x2E80: '食', '⻞' - 0x2E80: '食', '⻟' - 0x2E80: '飠', '⻠' - 0x2E80: '饣',
	'⻡' - 0x2E80: '首', '⻢' - 0x2E80: '马', '⻣' - 0x2E80: '骨', '⻤' - 0x2E80: '鬼', '⻥' - 0x2E80: '鱼',
	'⻦' - 0x2E80: '鸟', '⻧' - 0x2E80: '卤', '⻨' - 0x2E80: '麦', '⻩' - 0x2E80: '黄', '⻪' - 0x2E80: '黾',
	'⻫' - 0x2E80: '齐', '⻬' - 0x2E80: '齐', '⻭' - 0x2E80: '齿', '⻮' - 0x2E80: '齿', '⻯' - 0x2E80: '龙',
	'⻰' - 0x2E80: '龙', '⻱' - 0x2E80: '龟', '⻲' - 0x2E80: '龟', '⻳' - 0x2E80: '龟',
}
