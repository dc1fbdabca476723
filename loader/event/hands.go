package event

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// hand says that those follow who put their hands to what was signed: 签字的是某长甲与乙, 签约代表分别是, 四方代表依次是.
var hand = regexp.MustCompile(`(?:(?:签字|签约|签署|签订)(?:的|人|者|代表|双方)|[两双三四五六七八九十各]方(?:签字|签约)?代表)(?:分别|依次|还)?(?:是|为|有)[^，。；]{0,24}$`)

// hands adds those to the signing that was told of whom a sentence names as the ones who signed.
func (s *story) hands(c *view) {
	if s.signing < s.since || s.signing < 0 || !zh.Holds(c.Text(0, len(c.Tokens)), "签", "代表") {
		return
	}
	for j, t := range c.Tokens {
		from := c.Comma(j) + 1
		if from > 0 && c.D.String(c.Tokens[from-1].Span) == "：" {
			from = c.Comma(from-1) + 1
		}
		if t.Kind != discourse.Person || c.Silent(j) || !hand.MatchString(c.Text(from, j)) {
			continue
		}
		for k := j; k < len(c.Tokens) && (!c.Tokens[k].Mark() || c.Tokens[k].Kind == discourse.Dun); k++ {
			if p := c.Tokens[k]; p.Kind == discourse.Person {
				s.drafts[s.signing].add(reading.Signatory, clause.Party{Kind: p.Kind, Name: c.D.Name(p), Span: p.Span})
			}
		}
		return
	}
}

// commands notes who begins a rite by a word of his: 随着市长某某一声令下，.
func (s *story) commands(c *view) {
	if s.at > opening {
		return
	}
	for j, t := range c.Tokens {
		if t.Kind != discourse.Person || c.Silent(j) || !zh.BeginsWith(c.D.String(c.Next(j).Span), "一声令下") {
			continue
		}
		who := clause.Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span}
		if s.focus >= s.since && s.focus >= 0 && s.drafts[s.focus].Type == reading.Ceremony {
			s.drafts[s.focus].add(reading.Attendee, who)
		} else if s.home() != "" {
			s.glimpses = append(s.glimpses, glimpse{at: -1, role: reading.Attendee, who: who})
		}
	}
}

// chiefs calls the two who met by what they lead.
var chiefs = regexp.MustCompile(`(元首)|两[国市县区州省旗校院地]((?:主要)?领导人?|总理|外长|总统|首相|市长|县长|区长|州长|省长|旗长|书记|校长|院长)`)

// chiefs is whom 两国元首, 两市市长 or the like means as the subject of the verb at token i: those who met, else the two of the sides who
// hold that post. nil where nothing of the kind stands there.
func (s *story) chiefs(c *view, i int) []clause.Party {
	m := chiefs.FindStringSubmatch(c.Text(c.From(i), i))
	if m == nil && strings.HasPrefix(c.Text(c.Comma(i)+1, i), "并") {
		m = chiefs.FindStringSubmatch(c.Text(0, i)) // 两国总理见证签署文件，并共同揭牌
	}
	if m == nil {
		return nil
	}
	if who := s.leaders(); len(who) > 0 {
		return who
	}
	var out []clause.Party
	for _, side := range s.d.Sides.Pair() {
		n := len(out)
		for k, q := range s.d.People {
			if s.d.Jurisdiction(k) == side && slices.ContainsFunc(q.Posts, func(p reading.Post) bool { return p.Title == m[2] && p.Status != reading.Former }) {
				out = append(out, clause.Party{Kind: discourse.Person, Name: q.Name, Span: c.Tokens[i].Span})
			}
		}
		if len(out) != n+1 {
			return nil
		}
	}
	return out
}

// leaders is the two persons of the last bilateral meeting, whom 两国元首 means.
func (s *story) leaders() []clause.Party {
	for k := len(s.drafts) - 1; k >= 0; k-- {
		if f := s.drafts[k]; f.between {
			var out []clause.Party
			for _, p := range f.Participants {
				if p.Roles[0] == reading.Counterpart {
					out = append(out, clause.Party{Kind: discourse.Person, Name: p.Name, Span: p.Evidence.Span})
				}
			}
			return out
		}
	}
	return nil
}
