package event

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

// Each mission of a state has receptions of its own, whatever all of them are called; an article tells of many.

// missions is a mission, or several of them, with where they are sent: 驻甲国大使馆, 驻甲组织、乙组织等使团.
var missions = regexp.MustCompile(`驻([\p{Han}、]{1,24}?)(?:大使馆|使馆|使团|代表团|代表处|总领事馆|总领馆|领事馆|使领馆)`)

// posted is where the mission is sent whose reception the noun at token noun names, for the verb at token verb. "" where none holds it;
// several is true where many do, each its own.
func (c *view) posted(noun, verb int) (to string, several bool) {
	if !strings.HasSuffix(c.D.String(c.Tokens[noun].Span), "招待会") {
		return "", false
	}
	m := missions.FindStringSubmatch(c.Text(c.Comma(min(noun, verb))+1, max(noun, verb)+1))
	switch {
	case m == nil, zh.BeginsWith(m[1], "华", "中国"): // of other states, whose envoys are guests
		return "", false
	case zh.BeginsWith(m[1], "外", "多", "各", "有关", "海外", "国外"), strings.Contains(m[1], "、"):
		return "", true
	}
	return m[1], false
}

// post makes f what the mission sent to to holds, there, and not on the day on which another one held its own: own is true where the
// sentence gives a day.
func (s *story) post(f *draft, to string, own bool) {
	if f.posted = to; to == "" {
		return
	}
	if at := clause.Embassy(s.d, "驻"+to+"使馆"); at != "" && f.guessed {
		f.Place, f.guessed = at, false
	}
	if !own {
		f.Start, f.End = "", ""
	}
}

// others is true where a mission holds what the noun at token noun names, for the verb at token verb, and draft at is another one's.
func (s *story) others(at int, c *view, noun, verb int) bool {
	to, _ := c.posted(noun, verb)
	return to != "" && !s.drafts[at].between && s.drafts[at].posted != to && c.Tokens[noun].Is(discourse.Session)
}
