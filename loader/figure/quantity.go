package figure

import "strings"

// quantity is a number with its unit: value is an exact decimal in the base unit.
type quantity struct {
	start, end  int
	value, unit string
}

// units is the units of measure, the longest first where one begins another. Chinese multiples (万, 亿) stand before them.
var units = [...]string{
	"个百分点", "平方公里", "平方千米", "平方米", "立方米", "千瓦时", "人民币", "个月", "人次", "架次", "班次", "车次", "户次", "件次", "场次", "艘次", "标箱", "美元", "欧元", "英镑", "港元", "日元", "卢布", "澳元",
	"公斤", "千克", "公里", "千米", "公顷", "千瓦", "兆瓦", "小时", "分钟", "海里", "光年", "摄氏度", "毫米", "厘米", "毫克", "毫升", "升", "吉瓦", "度电",
	"元", "人", "名", "位", "户", "家", "个", "项", "件", "起", "次", "期", "批", "场", "条", "座", "处", "所", "台", "套", "辆", "列", "架", "艘", "吨", "克", "斤", "亩", "米", "度", "天", "年",
	"岁", "种", "款", "部", "张", "份", "篇", "册", "只", "头", "羽", "株", "棵", "把", "层", "间", "床", "班", "趟", "箱", "车", "单", "笔", "枚", "颗", "盏", "道", "类", "门", "支", "倍", "日", "月", "时", "分", "公", "宗", "例", "孔", "幅", "本", "幢", "栋", "对", "组", "届", "票", "口", "里", "级", "尾", "匹", "双", "块", "片", "根", "罐", "瓶", "袋", "包", "筐", "捆", "顶", "间次", "轮", "步", "宿", "桶", "桌", "粒",
}

// parse reads the quantity that begins at offset at, false if none does.
func parse(runes []rune, at int) (quantity, bool) {
	if at > 0 && (numeric(runes[at-1]) || letter(runes[at-1])) {
		return quantity{}, false
	}
	q := quantity{start: at, end: at}
	digits, end, ok := decimal(runes, at)
	if !ok {
		return q, false
	}
	shift := 0
	for end < len(runes) {
		n, ok := multiple(runes[end])
		if !ok {
			if strings.ContainsRune("多余几 ", runes[end]) && end+1 < len(runes) {
				end++
				continue
			}
			break
		}
		shift += n
		end++
	}
	if end < len(runes) && (runes[end] == '%' || runes[end] == '％') {
		q.unit, q.end, q.value = "%", end+1, shifted(digits, shift)
		return q, true
	}
	for _, u := range units {
		if hasAt(runes, end, u) {
			q.unit, q.end = u, end+len([]rune(u))
			break
		}
	}
	if q.unit == "" {
		return q, false
	}
	if q.unit == "人民币" {
		q.unit = "元"
	}
	q.value = shifted(digits, shift)
	return q, true
}

// decimal is the number in Arabic digits, or in Chinese ones of two or more characters, at offset at.
func decimal(runes []rune, at int) (string, int, bool) {
	i := at
	var b strings.Builder
	for i < len(runes) && (numeric(runes[i]) || runes[i] == ',' || runes[i] == ' ' && i+1 < len(runes) && numeric(runes[i+1]) && i > at && runes[i-1] == '.') {
		if runes[i] != ',' && runes[i] != ' ' {
			b.WriteRune(runes[i])
		}
		i++
	}
	s := b.String()
	if s == "" || s[0] == '.' || strings.Count(s, ".") > 1 || strings.HasSuffix(s, ".") {
		return chinese(runes, at)
	}
	return s, i, true
}

// chinese reads a Chinese whole number of two or more characters (五千, 十五): one alone is mostly no figure (一个).
func chinese(runes []rune, at int) (string, int, bool) {
	const ones = "零一二三四五六七八九"
	total, digit, i := 0, -1, at
	for ; i < len(runes); i++ {
		r := runes[i]
		if k := strings.IndexRune(ones, r); k >= 0 {
			digit = k / len("零")
			continue
		}
		if r == '两' {
			digit = 2
			continue
		}
		unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if unit == 0 {
			break
		}
		if digit < 0 {
			digit = 1
		}
		total, digit = total+digit*unit, -1
	}
	if digit > 0 && total > 0 {
		total += digit
	}
	if i-at == 1 && total == 0 && digit > 0 && i+1 < len(runes) && (runes[i] == '万' || runes[i] == '亿') {
		return itoa(digit), i, true
	}
	if i-at < 2 || total == 0 || total > 99999 {
		return "", at, false
	}
	return itoa(total), i, true
}

func itoa(n int) string {
	s := ""
	for ; n > 0; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}

func numeric(r rune) bool { return '0' <= r && r <= '9' || r == '.' }

func letter(r rune) bool { return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' }

// multiple is the power of ten of 万, 亿 and the like.
func multiple(r rune) (int, bool) {
	switch r {
	case '百':
		return 2, true
	case '千':
		return 3, true
	case '万':
		return 4, true
	case '亿':
		return 8, true
	}
	return 0, false
}

// shifted is the decimal times 10 to the n, exact, without needless zeros.
func shifted(s string, n int) string {
	whole, frac, _ := strings.Cut(s, ".")
	for ; n > 0; n-- {
		if frac == "" {
			whole += "0"
		} else {
			whole, frac = whole+frac[:1], frac[1:]
		}
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if frac = strings.TrimRight(frac, "0"); frac != "" {
		return whole + "." + frac
	}
	return whole
}

func hasAt(runes []rune, at int, word string) bool {
	for _, r := range word {
		if at >= len(runes) || runes[at] != r {
			return false
		}
		at++
	}
	return true
}
