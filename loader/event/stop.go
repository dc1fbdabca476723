package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// The scene of a trip is the stop that it has come to: what is done there without a place of its own is done in that town, until the trip
// goes on, or the story to another time.

// move notes which of its several goals the trip has come to (当日下午转至开州, 一到万州, 在万州，), the city abroad that a sentence
// opens with (在甲国乙城，), and the finer division within its goal that the travellers go to (代表团一行赶到某县某镇).
func (s *story) move(c *view) {
	if s.trip < 0 || !travel(s.drafts[s.trip]) {
		return
	}
	f := s.drafts[s.trip]
	if s.finer && c.laterToday() {
		s.stage, s.finer = "", false
	}
	for j := 1; j < len(c.Tokens); j++ {
		if c.Tokens[j].Kind != discourse.Place || c.Silent(j) || discourse.InTitle(c.Tokens, j) {
			continue
		}
		p := c.D.Places[c.Tokens[j].Index]
		before := c.Tokens[j-1]
		goes := before.Is(discourse.Travel) || before.Is(discourse.At) && c.heads(j-1)
		among := len(f.goals) > 1 && slices.Contains(f.goals, p.Name) || p.Name != f.Place && s.d.Foreign(f.Place) && c.lies(j, f.Place)
		if goes && p.Type == reading.Admin && among {
			s.stage, s.staged, s.stagePart, s.finer = p.Name, s.trip, c.Sentence.Part, false
		}
		if stop := c.stop(j); stop != "" && s.home() != "" && stop != f.Place && !slices.Contains(f.goals, stop) && discourse.Within(stop, f.Place) && s.afoot(c, j) {
			s.stage, s.staged, s.stagePart, s.finer = stop, s.trip, c.Sentence.Part, true
		}
	}
}

// stop is the division of the places that begin at token j and stand behind a word of going: 赶到某县某镇, 走访了位于某区的公司. "" if none does.
func (c *view) stop(j int) string {
	switch before := c.Tokens[j-1]; {
	case c.Noted(j, discourse.Future|discourse.Past):
		return ""
	case before.Is(discourse.Travel) && c.Relative(j) < 0:
	case strings.HasSuffix(c.D.String(before.Span), "位于") && c.noted(c.Comma(j)+1, j, discourse.Travel|discourse.Visit|discourse.Inspect):
	default:
		return ""
	}
	var out []string
	for ; j < len(c.Tokens) && c.Tokens[j].Kind == discourse.Place; j++ {
		out = c.admit(out, j)
	}
	if len(out) != 1 || j < len(c.Tokens) && (c.Tokens[j].Kind == discourse.Dun || c.Tokens[j].Is(discourse.And)) {
		return "" // several: in neither
	}
	return out[0]
}

// afoot is true where those who go before token j are those on the trip, or nobody is named.
func (s *story) afoot(c *view, j int) bool {
	named := false
	for k, t := range c.Tokens[:j] {
		switch {
		case t.Is(discourse.Party), c.D.Delegation(t), t.Kind == discourse.Person && leadsTrip(s.drafts[s.trip], c.D.Name(t)):
			return true
		case k == j-1, t.Kind == discourse.Date, t.Kind == discourse.Comma, t.Kind == discourse.Paren, t.Is(discourse.Filler), t.Kind == discourse.Text && zh.BeginsWith(c.D.String(t.Span), "随后", "接着"):
		default:
			named = true
		}
	}
	return !named
}

// timed is true where the sentence opens with a day or a time of it.
func (c *view) timed() bool {
	return c.Tokens[0].Kind == discourse.Date || zh.BeginsWith(c.Text(0, len(c.Tokens)), daytimes[:]...)
}

// laterToday is true where the sentence opens with another part of the day that was told of: 当天下午，.
func (c *view) laterToday() bool {
	return zh.BeginsWith(c.Text(0, len(c.Tokens)), "当天下午", "当日下午", "当天晚", "当日晚", "当晚", "下午", "晚上", "次日", "翌日", "第二天")
}

// daytimes is what a sentence opens with that sets what it tells at a time of its own.
var daytimes = [...]string{"当天", "当日", "同日", "当晚", "上午", "下午", "晚上", "次日", "翌日", "第二天"}

// anew is the county of draft at where the sentence sets what it tells at another time of its own than what was held in a town of it, in a paragraph
// behind that: where in the county isn't told. "" if it doesn't.
func (s *story) anew(c *view, at int) string {
	town := s.drafts[at].Place
	if s.here(at, c) || !c.timed() || !discourse.Within(town, s.home()) || !zh.EndsWith(town, "镇", "乡", "街道") {
		return ""
	}
	end := strings.LastIndexAny(strings.TrimRight(town, "镇乡街道"), "市区县旗")
	if end < 0 {
		return ""
	}
	_, width := utf8.DecodeRuneInString(town[end:])
	return town[:end+width]
}

// onStop is where the trip has come to among its goals or within them, "" unknown: one in one's own jurisdiction sits down again in the paragraph
// only that tells of the stop.
func (s *story) onStop(c *view) string {
	f := s.drafts[s.trip]
	if s.finer && s.stagePart != c.Sentence.Part {
		return "" // the next paragraph tells of another stop, or of what was done in the goal's own hall
	}
	if s.staged != s.trip || f.Type == reading.Inspection && s.stagePart != c.Sentence.Part || !discourse.Within(s.stage, f.Place) && !s.d.Foreign(f.Place) {
		return ""
	}
	return s.stage
}
