package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// besideSigning is where the signing was before or behind which the sentence that opens so tells something: 签约前，. "" if it doesn't, or nothing says
// where that was.
func (s *story) besideSigning(c *view) string {
	head := c.Text(0, min(longestFollow, len(c.Tokens)))
	if s.signing < s.since || s.signing < 0 || s.drafts[s.signing].guessed || !zh.BeginsWith(head, "签约前，", "签约后，", "签约仪式前，", "签约仪式后，", "签字前，", "签字后，", "签字仪式前，") {
		return ""
	}
	return s.drafts[s.signing].Place
}

// besides is what a first clause ends in that tells of what was done right before, behind or during what the story has come to.
var besides = [...]string{"式前", "式后", "式结束后", "会前", "会后", "会结束后", "会期间", "会议前", "会议后", "会议结束后", "会议期间", "论坛前", "论坛后", "论坛期间", "活动前", "活动后", "活动结束后", "活动期间", "揭牌后", "签约后", "签字后"}

// longestBeside is how long such a clause is at most that names no other event: 活动结束后，.
const longestBeside = 8

// beside is true where the sentence opens with such a clause: 开工仪式后，.
func (c *view) beside() bool {
	for j, t := range c.Tokens {
		if t.Kind == discourse.Comma {
			return t.Start-c.Tokens[0].Start <= longestBeside && zh.EndsWith(c.Text(0, j), besides[:]...)
		}
		if t.Mark() || t.Kind == discourse.Person || t.Kind == discourse.Place || t.Kind == discourse.Date {
			return false
		}
	}
	return false
}

// capital is the home where what the verb at token i tells is the home's own, and of another paragraph than the inspection that took the story into a
// part of it: 全市出征仪式举行, 主持召开市政府常务会议. "" for all else.
func (s *story) capital(c *view, i int) string {
	if s.home() == "" || s.trip < s.since || s.trip < 0 {
		return ""
	}
	f := s.drafts[s.trip]
	if f.Type != reading.Inspection || f.part == c.Sentence.Part || f.Place == s.d.Home || !discourse.Within(f.Place, s.d.Home) || !c.wide() && !c.standing(i) {
		return ""
	}
	return s.d.Home
}

// standing is the sessions that a body holds by rule, in its own hall.
var standing = [...]string{"常务会议", "常委会会议", "常委会", "常委会议", "党组会议", "主任会议", "主席会议", "办公会议"}

// standing is true where the clause of the verb at token i tells of such a session of the home's own body: 市政府常务会议.
func (c *view) standing(i int) bool {
	for j := c.Comma(i) + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if j > i && (t.Kind == discourse.Comma || t.Kind == discourse.Semi) {
			return false
		}
		own := t.Kind == discourse.Org && c.D.Seat(t.Index) == c.D.Home ||
			t.Kind == discourse.Text && strings.HasSuffix(c.D.Home, c.D.String(reading.Span{Start: t.Start, End: t.Start + 1})) // the bare 市政府
		if own && zh.Holds(c.Text(j, min(j+4, len(c.Tokens))), standing[:]...) {
			return true
		}
	}
	return false
}

// wide is true where the sentence tells of what is held for the whole of the home: 当天下午，全市推进会召开.
func (c *view) wide() bool {
	return slices.ContainsFunc(c.Tokens, func(t discourse.Token) bool {
		return t.Kind == discourse.Place && c.D.Name(t) == c.D.Home && strings.HasPrefix(c.D.String(t.Span), "全")
	}) && c.noted(0, len(c.Tokens), held)
}
