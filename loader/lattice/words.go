package lattice

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/verb"
)

// The tables that are asked of every word.
var (
	homeLevels  = zh.TableOf(homeWords)
	isHonorific = zh.TableOf(honorifics)
	isPair      = zh.TableOf(fixedPairs)
	isNoName    = zh.TableOf(noNames)
)

// What the tables of this package say of a word or a character, for the grammar over the tokens.

// IsParticle tells a character that stands in no name: 的, 了, 与.
func IsParticle(r rune) bool { return classOf(r).is(particle) }

// IsOrdinal tells a numeral from 一 to 十.
func IsOrdinal(r rune) bool { return classOf(r).is(ordinal) }

// Transcribes tells a character that transcribes foreign and minority names.
func Transcribes(r rune) bool { return classOf(r).is(transcribing) }

// EndsNoName tells a word of one or two characters that no name ends in: it comes after one.
func EndsNoName(w string) bool { return lastly[w] }

// Joins tells a word that joins persons: 和, 以及.
func Joins(w string) bool { return joins[w] }

// HomeLevel is the level of a jurisdiction that is named by the speaker (市 of 我市), "" for any other word.
func HomeLevel(w string) string { return homeLevels.At(w) }

// IsHonorific tells what follows a name and belongs to no title: 同志, 先生.
func IsHonorific(w string) bool { return isHonorific.At(w) }

// IsLevel tells a bare level of jurisdiction: 市, 自治州.
func IsLevel(w string) bool { return levelWords[w] }

// IsRelation tells a word before a name that says nobody's work: 妻子, 老人.
func IsRelation(w string) bool { return relations[w] }

// IsStateLetter tells a character that stands for a country wherever a side or an army is meant: 俄, 美.
func IsStateLetter(w string) bool { return strong[w] }

// IsPair tells the letters of two or more places that are used as a word: 京蒙, 苏浙皖.
func IsPair(w string) bool { return isPair.At(w) }

// ActsAt tells whether a verb of saying or doing stands at i.
func (v *View) ActsAt(i int) bool {
	for j := i + 1; j <= min(i+3, len(v.Runes)); j++ {
		if c := verb.Of(v.Text(i, j)); c == verb.Says || c == verb.Does {
			return true
		}
	}
	return false
}

// EndsSentence tells a mark that ends a sentence, or the end of a line.
func EndsSentence(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '\n' }
