package event

import (
	"regexp"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// presiding opens a sentence that only lists who else sat at an assembly: 担任本次大会执行主席的还有：甲、乙; 在主席台就座的有.
var presiding = regexp.MustCompile(`(?:执行主席|主席台|前排|主持人|会场)[^，。；]{0,12}(?:有|包括)[：:]?$`)

// rostered adds to the assembly that goes on whom a sentence lists as sitting at it.
func (s *story) rostered(c *view) {
	if s.focus < s.since || s.focus < 0 || s.drafts[s.focus].between || !zh.Holds(c.Text(0, len(c.Tokens)), "执行主席", "主席台", "前排", "主持人", "会场") {
		return
	}
	for j, t := range c.Tokens {
		if t.Kind != discourse.Person || c.Silent(j) {
			continue
		}
		if presiding.MatchString(c.Text(c.Comma(j)+1, j)) || c.Comma(j) > 0 && c.D.String(c.Tokens[c.Comma(j)].Span) == "：" && presiding.MatchString(c.Text(0, c.Comma(j))) {
			s.drafts[s.focus].addAll(reading.Attendee, persons(c.Between(j, len(c.Tokens))))
		}
		return
	}
}
