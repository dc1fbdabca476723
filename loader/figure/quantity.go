package figure

import (
	"strings"

	"github.com/baopu/baopu/internal/zh/numeral"
)

// quantity is a number with its unit: value is an exact decimal in the base unit.
type quantity struct {
	start, end  int
	value, unit string
}

// units is the units of measure, the longest first where one begins another. Chinese multiples (万, 亿) stand before them.
var units = [...]string{
	"%", "％", "微克/立方米", "毫克/立方米", "毫克/升", "微克/升", "人/平方公里",
	"个百分点", "平方公里", "平方千米", "平方米", "立方米", "千瓦时", "人民币", "个月", "人次", "架次", "班次", "车次", "辆次", "标准箱", "户次", "件次", "场次", "艘次", "标箱", "美元", "欧元", "英镑", "港元", "日元", "卢布", "澳元",
	"公斤", "千克", "公里", "千米", "公顷", "千瓦", "兆瓦", "小时", "分钟", "海里", "光年", "摄氏度", "毫米", "厘米", "毫克", "毫升", "升", "吉瓦", "度电",
	"元", "人", "名", "位", "户", "家", "个", "项", "件", "起", "次", "期", "批", "场", "条", "座", "处", "所", "台", "套", "辆", "列", "架", "艘", "吨", "克", "斤", "亩", "米", "度", "天", "年",
	"岁", "种", "款", "部", "张", "份", "篇", "册", "只", "头", "羽", "株", "棵", "把", "层", "间", "床", "班", "趟", "箱", "车", "单", "笔", "枚", "颗", "盏", "道", "类", "门", "支", "倍", "秒", "日", "月", "时", "分", "公", "宗", "例", "孔", "幅", "本", "幢", "栋", "对", "组", "届", "票", "口", "里", "级", "尾", "匹", "双", "块", "片", "根", "罐", "瓶", "袋", "包", "筐", "捆", "顶", "间次", "轮", "步", "宿", "桶", "桌", "粒",
}

// parse reads the quantity that begins at offset at, false if none does. A Chinese digit alone is no figure (一个).
func parse(runes []rune, at int) (quantity, bool) {
	if at > 0 && (numeric(runes[at-1]) || letter(runes[at-1])) {
		return quantity{}, false
	}
	n, end, ok := numeral.ParseAt(runes, at)
	if !ok || n.Chinese && end-at < 2 || vague(runes, at) {
		return quantity{}, false
	}
	q := quantity{start: at, value: n.Value}
	for end < len(runes) && strings.ContainsRune("多余几 ", runes[end]) {
		end++
	}
	for _, u := range units {
		if hasAt(runes, end, u) {
			q.unit, q.end = u, end+len([]rune(u))
			break
		}
	}
	switch q.unit {
	case "":
		if word := crowd(runes, end); word > 0 && end > at && len(q.value) > len("999") { // 800多万群众
			q.unit, q.end = "人", end
			return q, true
		}
		return q, false
	case "部":
		return q, !hasAt(runes, q.end, "门") // 五部门
	case "％":
		q.unit = "%"
	case "人民币":
		q.unit = "元"
	}
	return q, true
}

// crowd is the length of a word for people that stands at offset at, so that a number before it counts them without a measure. 0 if
// none does.
func crowd(runes []rune, at int) int {
	for _, w := range [...]string{"群众", "人口", "居民", "游客", "旅客", "观众", "农民", "学生", "职工", "患者", "市民", "村民", "用户"} {
		if hasAt(runes, at, w) {
			return len([]rune(w))
		}
	}
	return 0
}

// vague is true for a number that is a guess at offset at: 数十, 几百, 七八十.
func vague(runes []rune, at int) bool {
	const digits = "一二两三四五六七八九"
	some := func(i int) bool { return i >= 0 && i < len(runes) && strings.ContainsRune("数几", runes[i]) }
	digit := func(i int) bool { return i >= 0 && i < len(runes) && strings.ContainsRune(digits, runes[i]) }
	return some(at) || some(at-1) && !numeric(runes[at]) || digit(at) && (digit(at-1) || digit(at+1))
}

func numeric(r rune) bool { return '0' <= r && r <= '9' || r == '.' }

func letter(r rune) bool { return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' }

func hasAt(runes []rune, at int, word string) bool {
	for _, r := range word {
		if at >= len(runes) || runes[at] != r {
			return false
		}
		at++
	}
	return true
}
