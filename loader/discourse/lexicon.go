package discourse

import (
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/trie"
)

// Class says what a word does in the grammar of official news. A word may do several things.
type Class uint64

// The classes of word.
const (
	Lead      Class = 1 << iota // 率, 带领: before a delegation
	Travel                      // 来, 赴, 深入: before a place gone to
	Visit                       // 考察, 访问
	Inspect                     // 调研, 检查, 慰问: visits within one's own jurisdiction
	Meet                        // 会见: takes a person
	Talk                        // 会谈: with 同 or two subjects
	Call                        // 通电话
	Convene                     // 召开, 举行
	Host                        // 主持
	Speak                       // 讲话, 致辞, 汇报: before an audience
	Attend                      // 出席, 参加
	Witness                     // 见证
	Accompany                   // 陪同
	Sign                        // 签署
	Unveil                      // 揭牌, 开工
	Appoint                     // 任命, 当选
	Say                         // 说, 表示
	Session                     // 座谈会, 会议: what is held
	Rite                        // 仪式
	SignRite                    // 签约仪式
	Doings                      // 活动: what one takes part in, unnamed
	Party                       // 代表团, 考察团, 一行
	And                         // 与, 和, 同
	At                          // 在
	Of                          // 的
	Future                      // 将, 拟
	Past                        // 曾, 此前
	Each                        // 分别
	Both                        // 双方, 两市, 两国元首
	Etc                         // 等
	Filler                      // a word that hides a shorter one: 共同, 参与
	Pronoun                     // 他, 她 without a mention
	Paper                       // 协议, 备忘录: what two sides sign
	Scheme                      // 行动计划, 纲要: what they may sign too
	Confer                      // 颁授, 晋升: honours at a rite
	Settle                      // 敲定, 升级为: makes a document that isn't signed yet
	Duty                        // 落实, 根据: before a document that is there
	Organ                       // 常委会, 会长: a filler that a title may hold
)

// Is reports whether t is a word of any of the classes.
func (t Token) Is(c Class) bool { return t.Kind == Word && t.Class&c != 0 }

// longest is the length and class of the longest word that runes begins with, 0 if none. Single spaces between the
// characters of a word are layout (参 加 有 关 活 动).
func longest(runes []rune) (int, Class) {
	n, class := 0, Class(0)
	words, at := lexicon(), trie.Root
	for i, r := range runes {
		if r == ' ' && i > 0 && runes[i-1] != ' ' {
			continue
		}
		if at = words.Next(at, r); at == trie.Root {
			break
		}
		if c, ok := words.At(at); ok {
			n, class = i+1, c
		}
	}
	return n, class
}

// lexicon is the words of the table below, built once.
var lexicon = sync.OnceValue(func() *trie.Trie[Class] {
	var table trie.Builder[Class]
	for _, row := range words {
		for _, w := range strings.Fields(row.words) {
			*table.Put(w) |= row.class
		}
	}
	return table.Trie()
})
