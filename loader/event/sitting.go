package event

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// ordinal is the name of one sitting of a session: 第二次全体会议.
var ordinal = regexp.MustCompile(`^第[一二三四五六七八九十]+次(?:全体)?会议$`)

// timely is true where the verb at token i gives no other day than draft at has.
func (s *story) timely(c *view, i, at int) bool {
	day, own := c.Day(i)
	return !own || within(day.Start, s.drafts[at].Start, s.drafts[at].End)
}

// session is the named session in the clause before the verb at token verb, -1 if there is none.
func (c *view) session(verb int) int {
	for j := verb - 1; j > c.Comma(verb); j-- {
		if c.Tokens[j].Is(discourse.Session) && c.title(j, j) != "" {
			return j
		}
	}
	return -1
}

// shortName is how many characters a session may be called by that is but a part of the one that goes on: 扩大部分会议.
const shortName = 6

// meant is the event that goes on where the noun at token noun can mean no other: 仪式上 a signing's, 参加扩大部分会议 the meeting's.
// -1 if it may.
func (s *story) meant(c *view, noun, verb int, name string) int {
	switch word := c.D.String(c.Tokens[noun].Span); {
	case word == "仪式" && name == "" && s.signing >= s.since && (s.focus == s.signing || s.focus < s.since):
		s.look(s.signing)
		return s.signing
	case name == "" && len([]rune(word)) > len([]rune("仪式")) && c.Tokens[verb].Is(discourse.Attend) && s.focus >= s.since && s.drafts[s.focus].Name != word && strings.HasSuffix(s.drafts[s.focus].Name, word):
		return s.focus
	case name != "" && name != word && c.Tokens[verb].Is(discourse.Attend) && s.focus >= s.since && strings.HasSuffix(s.drafts[s.focus].Name, name):
		return s.focus // 签约授牌仪式, then 出席授牌仪式
	case ordinal.MatchString(name) && s.focus >= s.since && s.drafts[s.focus].Type == reading.Meeting && !s.drafts[s.focus].between && s.timely(c, verb, s.focus):
		return s.focus // …主持第二次全体会议 of the session that the story is about
	case name == "" && c.Tokens[verb].Is(discourse.Attend) && s.focus >= s.since && s.drafts[s.focus].Type == reading.Ceremony && strings.Contains(s.drafts[s.focus].Name, word):
		return s.focus // 出席会议 whose opening was told
	case word == "会议" && c.Tokens[verb].Is(discourse.Attend) && len([]rune(name)) <= shortName && s.focus >= s.since &&
		noun > 0 && c.Tokens[noun-1].Kind == discourse.Text && s.drafts[s.focus].Type == reading.Meeting && !s.drafts[s.focus].between:
		return s.focus
	}
	return -1
}
