package gazetteer

import (
	"strings"
	"unicode/utf8"
)

// peoples are the peoples after whom divisions are called, as their names write them.
var peoples = strings.Fields(`各族 民族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族
东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族
蒙古 哈萨克 柯尔克孜 塔吉克 锡伯 裕固 达斡尔 独龙`)

// Plain is p's own name without the peoples that an autonomous division is called after, as its bodies are usually named:
// 延边州 of 延边朝鲜族自治州, 酉阳县 of 酉阳土家族苗族自治县. Other divisions keep their name.
func (p *Place) Plain() string {
	for _, level := range [...]string{"州", "县", "旗"} {
		if head, ok := strings.CutSuffix(p.Name, "自治"+level); ok {
			if plain := withoutPeoples(head); plain != head {
				return plain + level
			}
			return strings.TrimSuffix(head, "族") + level // 东乡县 of 东乡族自治县
		}
	}
	return p.Name
}

// withoutPeoples takes the peoples off the end of a name, as long as two characters of it stay.
func withoutPeoples(name string) string {
	for {
		short := name
		for _, people := range peoples {
			if s, ok := strings.CutSuffix(name, people); ok && utf8.RuneCountInString(s) > 1 && len(s) < len(short) {
				short = s
			}
		}
		if short == name {
			return name
		}
		name = short
	}
}
