package mention

import (
	"regexp"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/verb"
)

// aged tells whether the word at i stands between a title and the name behind it, and says how old they are: 原院长、84岁的某某.
func (b *binder) aged(i int) bool {
	n := len(b.chain)
	if n == 0 || b.mode != verb.None {
		return false
	}
	for j := i; j < len(b.units) && j-i <= longestAdverbial; j++ {
		if b.units[j].kind == uName {
			return age.MatchString(b.rd.v.Text(b.chain[n-1].end, b.units[j].start))
		}
	}
	return false
}

// age is how old somebody is said to be between a title and a name.
var age = regexp.MustCompile(`^[、，]?(?:今年|现年|年近|年过|年届|已|时年)?[0-9一二三四五六七八九十]{1,3}多?岁(?:高龄)?的$`)

// was lets words of time stand between a name and 是: 某某退休前是某局工程师, 此前是某校副校长. It tells whether they do.
func (b *binder) was(i int) bool {
	k, earlier := i, false
	for k > 0 && (b.units[k-1].kind == uWord || b.units[k-1].kind == uStatus) && (earlierWords[b.units[k-1].text] || meanwhile[b.units[k-1].text]) {
		k--
		earlier = earlier || !meanwhile[b.units[k].text] || b.units[k].text == "前"
	}
	if k == 0 || k == i || b.units[k-1].kind != uName {
		return false
	}
	if earlier {
		b.mode = verb.Held
	}
	return true
}

// meanwhile are the words that may stand before 是 and say nothing of whether an office is past.
var meanwhile = zh.Words("退休 前 现在 如今 目前 现")
