package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// longestParen is how many units a parenthesis has at most.
const longestParen = 60

// shut is the index of the end of the parenthesis that opens at i and goes on over at most bound units; i if none does.
func shut(units []unit, i, bound int) int {
	for k := i + 1; k < len(units) && k-i <= bound && units[k].kind != uStop; k++ {
		if units[k].kind == uShut {
			return k
		}
	}
	return i
}

// paren reads a parenthesis and gives back the index of its end: attributes and posts of the name in front of it. What
// stands in it doesn't break an apposition. A parenthesis of credits (记者 …) names no persons of the story.
func (b *binder) paren(i int) int {
	end := shut(b.units, i, longestParen)
	if end == i {
		return i
	}
	inside := b.units[i+1 : end]
	if credits(inside) {
		for _, u := range inside {
			if u.kind == uName {
				b.rd.personOf(u).credit = true
			}
		}
		return end
	}
	if b.besides(i, inside, end) {
		return end
	}
	if i == 0 || b.units[i-1].kind != uName || b.last == nil {
		return b.aside(inside, end)
	}
	for _, u := range inside {
		b.attribute(u)
	}
	return end
}

// besides takes the titles inside the parenthesis at i between a title and its name for the same person's: 某研究院院长（某区副区长，挂职）|甲. It tells
// whether that is what it is.
func (b *binder) besides(i int, inside []unit, end int) bool {
	if i == 0 || b.units[i-1].kind != uPost || len(b.chain) == 0 || b.mode != verb.None || end+1 >= len(b.units) || b.units[end+1].kind != uName || b.units[end+1].start != b.units[end].end {
		return false
	}
	for _, u := range inside {
		if u.kind == uPost && u.title.Kind == title.Office {
			b.chain = append(b.chain, u)
		}
	}
	return true
}

// aside reads a parenthesis that follows no name, as a text of its own.
func (b *binder) aside(inside []unit, end int) int {
	stop := unit{kind: uStop, start: b.units[end].start, end: b.units[end].start, place: -1, body: -1}
	b.rd.binder(append(inside[:len(inside):len(inside)], stop)).run()
	return end
}

func credits(inside []unit) bool {
	n := 0
	for _, u := range inside {
		switch {
		case u.kind == uPost && creditHeads[u.title.Head]:
			return true
		case u.kind == uWord && (u.text == "摄" || u.text == "文" || u.text == "图" || u.text == "供图" || u.text == "供稿"):
			return true
		case u.kind == uName:
			n++
		case u.kind != uPause && u.kind != uComma:
			return false
		}
	}
	return n > 0
}

// creditHeads are the makers of an article.
var creditHeads = zh.Words("记者 本报记者 见习记者 特派记者 通讯员 实习生 摄影 编辑 责编 评论员 特约评论员")

// attribute takes one unit of a parenthesis after a name.
func (b *binder) attribute(u unit) {
	switch {
	case u.text == "女" || strings.HasPrefix(u.text, "女，"):
		b.last.gender = "female"
	case u.text == "男":
		b.last.gender = "male"
	case u.kind == uPost && u.title.Kind != title.Occupation:
		b.last.add(b.resolveChain([]unit{u})...)
	case strings.HasSuffix(u.text, "族") && len([]rune(u.text)) > 1:
		b.last.ethnicity = u.text
	}
}
