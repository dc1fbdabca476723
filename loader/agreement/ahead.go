package agreement

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/reading"
)

// agreed opens a sentence that tells what a document says: 根据协议，…; 按照协议，….
var agreed = regexp.MustCompile(`^(?:根据|按照|依据)(?:该|此|这份|上述)?\p{Han}{0,8}(?:协议|备忘录|合同|协定|意向书)[，,]`)

// terms is the list that 围绕 opens before what the parties do about it, or that 在 opens before 领域 and the like.
var terms = regexp.MustCompile(`(?:围绕|聚焦)([\p{Han}“”]+?(?:、[\p{Han}“”]+?)+)(?:等\p{Han}{0,4}?)?(?:开展|加强|深化|推进|进行|联合|展开|实施)|` +
	`在([\p{Han}“”]{2,12}(?:、[\p{Han}“”]{2,12}?)+)等?[多各两三四五六七八九十]?个?(?:领域|方面|专业|环节)`)

// behind is how many sentences behind its own may tell the terms of a document.
const behind = 2

// ahead is the fields that a sentence soon behind that of the document gives it: 根据协议，双方将围绕甲、乙、丙开展合作.
func (r *reader) ahead(c *clause.Clause) []string {
	s, ok := r.d.After(c.Sentence)
	for range behind {
		if !ok {
			return nil
		}
		text := r.d.String(reading.Span{Start: r.d.Tokens[s.First].Start, End: r.d.Tokens[s.Last-1].End})
		if list := settled(text); list != nil {
			return list
		}
		s, ok = r.d.After(s)
	}
	return nil
}

// settled is the fields that text lists as what a document says; nil where it tells of none.
func settled(text string) []string {
	if !agreed.MatchString(text) {
		return nil
	}
	m := terms.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	var out []string
	for _, s := range strings.Split(m[1]+m[2], "、") {
		if n := len([]rune(s)); n < 2 || n > longestSector {
			return nil
		}
		out = append(out, s)
	}
	return out
}
