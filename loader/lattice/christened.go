package lattice

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/title"
)

// christenings are the words behind which a name stands up to the next mark or 的: 名叫叶尔波力，家住…; 有个叫秀莲的姑娘.
var christenings = []string{"名叫", "名字叫", "名字就叫", "取名", "取名叫", "起名", "大名", "小名", "本名", "原名", "全名", "艺名", "有个叫", "一个叫", "一位叫", "乳名", "自称"}

// Christens tells whether s ends in a word behind which a name stands: 名叫.
func Christens(s string) bool { return zh.EndsWith(s, christenings...) }

// longestGiven bounds such a name, in characters.
const longestGiven = 6

// greeted offers the name between 致电 and the wish that its holder is sent, which no surname need begin: 致电纳瓦拉，祝贺他就任总统.
func (l *Lattice) greeted(i, start, end int) {
	r := l.v.Runes
	if i < start+2 || r[i-1] != '电' || r[i-2] != '致' {
		return
	}
	j := i
	for j < end && j-i <= longestHailed && (zh.IsHan(r[j]) || zh.IsMiddleDot(r[j]) || hyphen(r[j])) {
		if t, ok := title.At(r[:end], j); ok && t.Kind == title.Office {
			return // 致电某国总统某某
		}
		j++
	}
	if j-i < 2 || !zh.BeginsWith(l.v.Text(j, min(end, j+4)), "，祝贺他", "，祝贺她", ",祝贺他", ",祝贺她") {
		return
	}
	t := Token{Kind: Name, Start: i, End: j}
	if j-i > 3 {
		t.Script = Foreign
	}
	l.step(start, arc{t, framedRune * float32(j-i)})
}

// longestHailed bounds such a name, in characters: 戈尔达娜·西莉娅诺夫斯卡.
const longestHailed = 18

// christened offers the name that a word of naming and a mark enclose, which no surname need begin.
func (l *Lattice) christened(i, start, end int) {
	r := l.v.Runes
	if i == start || r[i-1] != '叫' && r[i-1] != '名' && r[i-1] != '称' || !zh.EndsWith(l.v.Text(max(start, i-4), i), christenings...) {
		return
	}
	j := i
	for j < end && j-i <= longestGiven && zh.IsHan(r[j]) && !classOf(r[j]).is(particle) {
		j++
	}
	if n := j - i; n < 2 || n > longestGiven || j < end && zh.IsHan(r[j]) && r[j] != '的' || n > 3 && !l.spells(i, j) {
		return
	}
	t := Token{Kind: Name, Start: i, End: j}
	if j-i > 3 {
		t.Script = Foreign
	}
	l.step(start, arc{t, framedRune * float32(j-i)})
}
