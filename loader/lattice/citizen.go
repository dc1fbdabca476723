package lattice

import (
	"regexp"
	"strings"

	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// aged and told end a clause that says how old somebody without an office is, or where he comes from and what he did, before it names him:
// 今年40岁的, 来自香日德镇的, 刚从外地回来的.
var (
	aged = regexp.MustCompile(`[0-9一二三四五六七八九十]岁的$`)
	told = regexp.MustCompile(`\p{Han}(?:省|市|县|区|旗|州|镇|乡|村|街道|社区)的$|^(?:今年|刚刚?|正在?|一直|曾经?|同样|同为|家住|住在|来自|从事|出生于?|身患|患有?|捡到|获得|荣获|夺得|第[一二三]次|首次|毕业于?|退休|返乡)[^，。]{1,12}的$`)
)

// longestTold bounds such a clause, in characters.
const longestTold = 16

// Led is how a clause leads to a name from i to j that no office announces.
type Led uint8

// What such a clause says.
const (
	Unled Led = iota
	Told      // where somebody comes from, or what he did
	Aged      // how old he is
)

// Leads is what the clause before the name of three characters from i to j says of whom it names.
func (v *View) Leads(i, j int) Led {
	r := v.Runes
	if j-i != 3 || i == 0 || r[i-1] != '的' || r[i+1] == '老' || !zhname.UsualSurname(r[i]) || zhname.IsPreposition(r[i]) {
		return Unled
	}
	if t, ok := title.At(r[:j], i+1); ok && t.End == j || IsAddressed(r[i:j]) || IsTrade(r[i+1:j], "n") {
		return Unled // 82岁的姚大爷, 58岁的檀木匠
	}
	from := i
	for from > 0 && i-from < longestTold && !strings.ContainsRune("，。；！？：、“”\n", r[from-1]) {
		from--
	}
	switch clause := v.Text(from, i); {
	case aged.MatchString(clause):
		return Aged
	case told.MatchString(clause) && !Transcribed(r[i:j]) && !classOf(r[j-1]).is(divisional|settled|townly) && !hamlet(r[i:j]):
		return Told // but not 某州的马林卡, 某乡的宋澄村
	}
	return Unled
}

// hamlet tells what may be called after a family and where it lives: 何家梁, 余家坪.
func hamlet(name []rune) bool {
	return name[1] == '家' && strings.ContainsRune("坝坪梁垭沟湾岭坡院台塬峁川滩塘湖山河庄店铺", name[2])
}

// citizen tells a name that such a clause leads to. What says no age leads to other things too: then the name may be no word, and begin with
// none that texts have often.
func (l *Lattice) citizen(i, j, end int) bool {
	led := l.v.Leads(i, j)
	if led == Unled || zhname.Surname(l.v.Runes[:end], i) != 1 {
		return false
	}
	if w := l.room.words.Word(i, j); led == Told && w.Freq > 0 && !w.IsPerson() {
		return false
	}
	return led == Aged || l.room.words.Freq(i, i+2) < commonFreq
}
