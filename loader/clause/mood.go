package clause

import (
	"regexp"
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// What isn't told as done: it is denied, only wanted, or was told before. Events and agreements ask the same words.

// denials end the text before a verb that isn't done: 未能签署, 拒绝会见.
var denials = [...]string{"不", "未", "没", "没有", "未能", "没能", "无法", "难以", "拒绝", "不打算", "不会", "不愿", "不能", "不可能"}

// deniers are those of them that may stand in front of what the verb is about or with.
var deniers = [...]string{"未", "未能", "没有", "没能", "无法", "难以", "拒绝", "不打算", "不会", "不愿", "不能", "不可能"}

// Denied is true where the clause of the verb at token i says that it isn't done.
func (c *Clause) Denied(i int) bool {
	text := c.Text(c.Comma(i)+1, i)
	return zh.EndsWith(text, denials[:]...) || denied(text)
}

// denied tells whether a denier stands in front of what a verb is about or with: 仍未就停火达成协议, 拒绝与某某会面.
func denied(text string) bool {
	for at, r := range text {
		switch r {
		case '与', '同', '和', '跟', '在', '对', '向':
		case '就': // not 没有就业, 无法就医
			if rest := text[at+len("就"):]; rest == "" || zh.BeginsWith(rest, "业", "读", "医", "职") {
				continue
			}
		default:
			continue
		}
		if zh.EndsWith(text[:at], deniers[:]...) {
			return true
		}
	}
	return false
}

// years opens a sentence on what was done over many years, or many years ago: 50年来，, 十多年前，.
var years = regexp.MustCompile(`(?:^|[说示出调称]，)(?:(?:[0-9一二三四五六七八九十百几近多余]+年(?:多)?(?:来|以来|前|间)|多年来|近年来|长期以来|历年来|建交[^，。]{0,8}年?(?:来|以来)))，`)

// Years is true where the sentence of the token at i opens so, or what it says that somebody said.
func (c *Clause) Years(i int) bool { return years.MatchString(c.Text(0, i)) }

// wishes are the words by which what follows is only wanted.
var wishes = [...]string{"呼吁", "敦促", "督促", "希望", "期待", "期盼", "力争", "争取", "适时", "早日", "尽早", "尽快", "及早"}

// Wanted is true where such a word stands in the clause of the verb at token i before it: 希望早日签署.
func (c *Clause) Wanted(i int) bool { return zh.Holds(c.Text(c.Comma(i)+1, i), wishes[:]...) }

// suppositions are words that leave open whether what a verb says ever happens.
var suppositions = [...]string{"如果", "倘若", "假如", "一旦", "是否", "能否", "有可能"}

// Supposed is true where such a word stands in the clause of the verb at token i before it, or 若 opens a run of text there: 若两国签署协议. In a
// name 若 supposes nothing (若羌县).
func (c *Clause) Supposed(i int) bool {
	from := c.Comma(i) + 1
	return zh.Holds(c.Text(from, i), suppositions[:]...) || slices.ContainsFunc(c.Tokens[from:i], func(t discourse.Token) bool {
		return t.Kind == discourse.Text && zh.BeginsWith(c.D.String(t.Span), "若")
	})
}

// Retold is true where the clause of the verb at token i only says what it was that was just told: 甲国与乙国签署自贸协定，这是我国首次签署….
func (c *Clause) Retold(i int) bool {
	return zh.BeginsWith(c.Text(c.Comma(i)+1, i), "这是", "这也是", "也是")
}
