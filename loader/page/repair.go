package page

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// radicals folds the CJK radicals that PDF producers put in the place of characters and that NFKC leaves alone (Unicode,
// CJKRadicals.txt and EquivalentUnifiedIdeograph.txt, the simplified and standard forms).
var radicals = map[rune]rune{
	'⺀': '冫', '⺁': '厂', '⺃': '乚', '⺄': '乙', '⺅': '亻', '⺆': '冂', '⺇': '几', '⺈': '刀', '⺉': '刂', '⺊': '卜', '⺋': '㔾', '⺌': '小', '⺍': '小', '⺎': '兀', '⺏': '尣',
	'⺐': '尢', '⺒': '巳', '⺓': '幺', '⺔': '彑', '⺕': '彐', '⺖': '忄', '⺗': '心', '⺘': '扌', '⺙': '攵', '⺛': '旡', '⺜': '日', '⺝': '月', '⺞': '歺', '⺟': '母', '⺠': '民',
	'⺡': '氵', '⺢': '氺', '⺣': '灬', '⺤': '爫', '⺥': '爫', '⺦': '丬', '⺧': '牛', '⺨': '犭', '⺩': '王', '⺪': '疋', '⺫': '目', '⺬': '示', '⺭': '礻', '⺮': '竹', '⺯': '糹',
	'⺰': '纟', '⺱': '罓', '⺲': '罒', '⺳': '网', '⺶': '羊', '⺷': '羊', '⺹': '耂', '⺺': '肀', '⺻': '聿', '⺼': '肉', '⺽': '臼', '⺾': '艹', '⺿': '艹', '⻀': '艹',
	'⻁': '虎', '⻂': '衤', '⻃': '覀', '⻄': '西', '⻅': '见', '⻆': '角', '⻈': '讠', '⻉': '贝', '⻊': '足', '⻋': '车', '⻌': '辶', '⻍': '辶', '⻎': '辶', '⻏': '邑', '⻐': '钅',
	'⻑': '長', '⻒': '镸', '⻓': '长', '⻔': '门', '⻖': '阝', '⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻞': '𩙿', '⻟': '飠', '⻠': '饣',
	'⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻪': '黾', '⻫': '斉', '⻬': '齐', '⻭': '歯', '⻮': '齿', '⻯': '竜', '⻰': '龙',
	'⻱': '龜', '⻲': '亀', '⻳': '龟',
}

// source is the text cut into lines, repaired code point by code point: NFC, radicals and compatibility ideographs to Han.
func sourceLines(s string) [][]text {
	regions := [][]text{nil}
	no := int32(0)
	for len(s) > 0 {
		end, feed := lineEnd(s)
		raw := s[:end]
		s = s[end:]
		if len(s) >= 2 && s[0] == '\r' && s[1] == '\n' {
			s = s[2:]
		} else if len(s) > 0 {
			s = s[1:]
		}
		last := len(regions) - 1
		regions[last] = append(regions[last], repaired(raw, no))
		if feed {
			regions = append(regions, nil)
		}
		no++
	}
	return regions
}

// lineEnd is the offset of the byte that ends the first line of s, and whether that is a form feed.
func lineEnd(s string) (end int, feed bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n', '\r':
			return i, false
		case '\f':
			return i, true
		}
	}
	return len(s), false
}

// repaired gives each code point of a line its canonical form and its column.
func repaired(raw string, no int32) text {
	n := utf8.RuneCountInString(raw)
	t := text{r: make([]rune, 0, n), at: make([]Pos, 0, n)}
	col := int32(0)
	if norm.NFC.IsNormalString(raw) {
		for _, r := range raw {
			t.add(han(r), Pos{no, col})
			col++
		}
		return t
	}
	var it norm.Iter
	it.InitString(norm.NFC, raw)
	for !it.Done() {
		from := it.Pos()
		seg := it.Next()
		for _, r := range string(seg) {
			t.add(han(r), Pos{no, col})
		}
		col += int32(utf8.RuneCountInString(raw[from:it.Pos()]))
	}
	return t
}

// han folds a Kangxi or CJK radical to the character that it stands for.
func han(r rune) rune {
	switch {
	case r >= 0x2f00 && r <= 0x2fd5:
		if d := norm.NFKC.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
			r, _ = utf8.DecodeRune(d)
		}
		if r == '戶' { // the radical's own decomposition, but what simplified text means is 户
			r = '户'
		}
	case r >= 0x2e80 && r <= 0x2ef3:
		if h, ok := radicals[r]; ok {
			r = h
		}
	case r < ' ' && r != '\t':
		return ' '
	}
	return r
}
