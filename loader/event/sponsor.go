package event

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
)

// sponsored adds to what the sentence has told of who holds it: 大会在某市举办，由某会和某社共同主办, or that the
// sentence before it told of. It tells whether it does.
func (s *story) sponsored(c *view, i int) bool {
	before, _, by := strings.Cut(c.Text(c.Comma(i)+1, i), "由")
	if !zh.EndsWith(c.D.String(c.Tokens[i].Span), "主办") || !by || before != "" && !sameNoun(before) || s.focus < s.since || s.focus < 0 || c.Next(i).Is(discourse.Of) {
		return false
	}
	f := s.drafts[s.focus]
	if f.between || f.Evidence.Start < c.Tokens[0].Start && !zh.BeginsWith(c.Text(0, i), sameOne...) {
		return false
	}
	s.holders(f, c, i)
	return true
}

// sameOne is how a sentence begins that tells more of the event of the one before: 本次大会由某会主办.
var sameOne = []string{"本次", "此次", "本届", "这次", "大会", "论坛", "博览会", "峰会"}

// longestSame bounds what such a beginning calls the event, in characters: 本届|邀请赛.
const longestSame = 8

// sameNoun tells the noun of such a beginning, and nothing behind it: 此次比赛.
func sameNoun(text string) bool {
	return zh.BeginsWith(text, sameOne...) && len([]rune(text)) <= longestSame
}
