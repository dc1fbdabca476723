package main

import (
	"strings"
	"unicode/utf8"
)

// peoples is the 55 minorities and the shorter names under which autonomous divisions carry them.
var peoples = strings.Fields(`蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族
傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族
普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族
蒙古 维吾尔 哈萨克 柯尔克孜 塔吉克 锡伯 各族 民族`)

// generic is what a division's name ends in, longest first.
var generic = []string{"特别行政区", "行政委员会", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "县", "区", "旗", "盟"}

// short is the name of a division without its generic part and peoples (恩施土家族苗族自治州 → 恩施), "" where less than two
// characters would be left or where the rest is no name (乌拉特前旗).
func short(name string) string {
	stem := ""
	for _, g := range generic {
		if rest, ok := strings.CutSuffix(name, g); ok {
			stem = rest
			break
		}
	}
	if stem == "" {
		return ""
	}
	if strings.HasSuffix(name, "旗") && strings.ContainsAny(lastRune(stem), "前后中左右合白蓝黄红王自") {
		return ""
	}
	if strings.HasSuffix(name, "新区") || strings.HasSuffix(name, "林区") && utf8.RuneCountInString(name) == 2 {
		return ""
	}
	if strings.HasPrefix(lastRunes(name, 3), "自治") {
		stem = withoutPeoples(stem)
	}
	if utf8.RuneCountInString(stem) < 2 {
		return ""
	}
	return stem
}

func withoutPeoples(stem string) string {
	for {
		cut := stem
		for _, p := range peoples {
			if rest, ok := strings.CutSuffix(stem, p); ok && utf8.RuneCountInString(rest) >= 2 && len(rest) < len(cut) {
				cut = rest
			}
		}
		if cut == stem {
			break
		}
		stem = cut
	}
	if s, ok := strings.CutSuffix(stem, "族"); ok && utf8.RuneCountInString(s) >= 2 {
		return s
	}
	return stem
}

// everyday is an autonomous division as it is called every day: 岫岩满族自治县 is 岫岩县, 恩施土家族苗族自治州 恩施州.
func everyday(name string) string {
	for _, g := range []string{"自治州", "自治县", "自治旗"} {
		if s := short(name); s != "" && strings.HasSuffix(name, g) {
			return s + lastRune(g)
		}
	}
	return ""
}

func lastRune(s string) string { return lastRunes(s, 1) }

func lastRunes(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}
