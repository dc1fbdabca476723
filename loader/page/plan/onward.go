package plan

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Gains for a paragraph going on where the text before it stops, against its being the first of another article: logarithms
// of likelihood ratios of its first words, fitted on paragraphs of local papers and, apart, of a national broadcast's
// articles, rounded where the two agree.
const (
	plainStart   = 0.3  // none of what follows
	dayStart     = -2.5 // it begins with a day
	recentStart  = -2.7 // 近日, 昨日
	dayNear      = -2.0 // a day in its first clauses
	goingOn      = 2.7  // 会议还…, 此外, 据了解
	givenPair    = 1.8  // its first two characters stand in the text before it: who or what it speaks of is known there
	givenTriple  = 1.1  // its first three do
	saysOn       = 1.5  // 包志远指出: a name without a post, and a verb of speech
	behindRoll   = -1.8 // the text before it ends with who took part
	introduced   = 3.0  // the text before it ends with a colon, or is a lede and nothing else
	openingRunes = 40   // how far into a paragraph a day is looked for
)

var (
	recentWords = []string{"近日", "日前", "昨日", "昨天", "前天", "今天", "今日", "连日来", "近期", "近年来", "前不久", "眼下", "今年", "当地时间", "上半年", "前三季度"}
	onwardWords = []string{
		"会议", "会上", "会后", "会谈", "会见", "据了解", "据悉", "据介绍", "此外", "同时", "随后", "其中", "目前", "下一步", "与此同时", "当天", "当日", "当晚", "座谈", "活动",
		"仪式", "他", "她", "双方", "两地", "两国", "两市", "这", "该", "如今", "为此", "一是", "首先", "其次", "最后", "另外", "而", "但", "然而", "不过", "现在", "截至", "接下来", "今后",
		"记者看到", "文章", "报告", "通报", "方案", "就", "对于", "除了", "后来", "从此", "于是", "有", "也", "还", "每", "又", "再", "那", "市领导", "县领导", "区领导",
	}
	speechVerbs = []string{"说", "指出", "强调", "表示", "介绍", "告诉", "要求", "认为"}
	rollVerbs   = []string{"参加", "陪同", "出席", "列席", "随同", "见证"}
)

// goesOn is what the first words of a paragraph say for its going on behind a text that ends with last; known reports
// whether two characters stand side by side in that text.
func goesOn(r, last []rune, known func(a, b rune) bool) float64 {
	for len(r) > 0 && text.In("“‘《", r[0]) {
		r = r[1:]
	}
	if len(r) < 4 {
		return 0
	}
	head := r[:min(len(r), openingRunes)]
	gain := plainStart
	switch {
	case line.MonthDay(head):
		gain += dayStart
	case zh.BeginsWith(string(head), recentWords...):
		gain += recentStart
	case holdsDay(head):
		gain += dayNear
	}
	if zh.BeginsWith(string(head), onwardWords...) {
		gain += goingOn
	}
	if known(r[0], r[1]) {
		gain += givenPair
		if known(r[1], r[2]) {
			gain += givenTriple
		}
	}
	if zh.Holds(string(head[2:min(len(head), 12)]), speechVerbs...) {
		gain += saysOn
	}
	if text.In("：:", text.Last(last)) || line.OnlyLede(last) {
		gain += introduced
	}
	if zh.Holds(string(last[max(0, len(last)-20):]), rollVerbs...) {
		gain += behindRoll
	}
	return gain
}

// holdsDay reports whether a day stands in r, by its number or by 昨日 and the like.
func holdsDay(r []rune) bool {
	for i := 1; i < len(r); i++ {
		if r[i] == '日' && text.IsDigit(r[i-1]) || text.In("昨今", r[i-1]) && text.In("日天", r[i]) || r[i-1] == '近' && r[i] == '日' || r[i-1] == '日' && r[i] == '前' {
			return true
		}
	}
	return false
}
