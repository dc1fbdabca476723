package agreement

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// both is the two sides where 双方 or 两国元首 sign.
func (r *reader) both(c *clause.Clause, p paper) []string {
	for j := p.verb; j > c.Comma(p.verb); j-- {
		if !c.Tokens[j].Is(discourse.Both) {
			continue
		}
		if bodies := r.counterparts(c, j); bodies != nil {
			return bodies
		}
		if r.pair != nil && r.pairPart == c.Sentence.Part && level(r.d.String(c.Tokens[j].Span), r.pair) {
			return r.pair
		}
		if pair := r.d.Sides.Pair(); pair != nil {
			return pair
		}
		if r.last != nil {
			return r.last
		}
		if pair := r.met(p); pair != nil {
			return pair
		}
		return r.joined(c)
	}
	if clause.Contains(c.Text(c.Comma(p.verb)+1, p.verb), "上述", "三方", "各方") {
		return r.last
	}
	return nil
}

// met is the two bodies whose persons met before the document was named, nil if it isn't two.
func (r *reader) met(p paper) []string {
	for _, e := range slices.Backward(r.events) {
		if e.Evidence.Start > p.span.Start || e.Type != reading.Meeting && e.Type != reading.Call {
			continue
		}
		var out []string
		for _, q := range e.Participants {
			if q.Roles[0] == reading.Counterpart {
				out = add(out, r.served(q.Name))
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// joined is the two bodies that the sentence before joins by 与: 某县人民政府与某公司举行签约仪式。双方签订…. nil if it isn't two.
func (r *reader) joined(c *clause.Clause) []string {
	before, ok := r.d.Before(c.Sentence)
	if !ok {
		return nil
	}
	tokens := r.d.Rest(before)
	body := func(i int) string {
		if i < 0 || i >= len(tokens) || tokens[i].Kind != discourse.Org && tokens[i].Kind != discourse.Place {
			return ""
		}
		return r.d.Name(tokens[i])
	}
	for i, t := range tokens {
		if !t.Is(discourse.And) {
			continue
		}
		left := body(i - 1)
		if left == "" && i > 0 && strings.HasSuffix(r.d.String(tokens[i-1].Span), "政府") {
			left = body(i - 2)
		}
		right := i + 1
		for body(right+1) != "" && tokens[right].End == tokens[right+1].Start {
			right++
		}
		if list := add(add(nil, left), body(right)); len(list) == 2 {
			return list
		}
	}
	return nil
}

// level is true where the pair can be what the word means: 两市 means cities, 两县 counties, 双方 anyone.
func level(word string, pair []string) bool {
	for _, l := range [...]string{"市", "县", "区", "省", "旗", "州"} {
		if !strings.Contains(word, l) {
			continue
		}
		for _, name := range pair {
			if !strings.HasSuffix(name, l) {
				return false
			}
		}
	}
	return true
}

// counterparts is the two bodies of one name that 两地人社局 means, where the article names both.
func (r *reader) counterparts(c *clause.Clause, both int) []string {
	if both+1 >= len(c.Tokens) || c.Tokens[both+1].Kind != discourse.Text || r.d.Sides.Pair() == nil {
		return nil
	}
	noun := r.d.String(c.Tokens[both+1].Span)
	if len([]rune(noun)) < 3 {
		return nil
	}
	var out []string
	for _, o := range r.d.Organizations {
		if strings.HasSuffix(o.Name, noun) {
			out = append(out, o.Name)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// concerned is true where a document that names no party can be taken as the two sides': they meet or travel in this story,
// and what is only recalled says 双方 or stands after what they should carry out.
func (r *reader) concerned(c *clause.Clause, p paper) bool {
	if r.status(c, p) == reading.Referred && r.d.Foreign(r.d.Sides.Guest) && !c.Noted(p.at, discourse.Both|discourse.Duty) && !pioneer(c, max(p.verb, 0)) {
		return false
	}
	if c.Tokens[0].Is(discourse.Doings|discourse.Session) && !c.Noted(p.at, discourse.Both) {
		return false // 活动还签署了…: who took part isn't told
	}
	for _, e := range r.events {
		if e.Type == reading.Visit || e.Type == reading.Meeting || e.Type == reading.Call || e.Type == reading.Signing && len(e.Participants) > 0 {
			return true
		}
	}
	return c.Noted(p.at, discourse.Both)
}

// houses is the two legislatures of the article where a document is theirs: 两国立法机构合作谅解备忘录.
func (r *reader) houses(c *clause.Clause, p paper) []string {
	if p.titled || !clause.HasPrefix(p.title, "立法机构", "议会", "政党") {
		return nil
	}
	var own, other string
	for _, o := range r.d.Organizations {
		if !clause.HasSuffix(o.Name, "人大", "议会", "国会", "议院", "众议院", "参议院", "代表大会") {
			continue
		}
		if clause.HasPrefix(o.Name, "中国", "全国人大") {
			if own == "" {
				own = o.Name
			}
		} else if other == "" {
			other = o.Name
		}
	}
	if own == "" || other == "" {
		return nil
	}
	return []string{own, other}
}

// sides is the article's two sides; where it has none, the first division or state of the sentence.
func (r *reader) sides(c *clause.Clause, p paper) []string {
	if pair := r.d.Sides.Pair(); pair != nil && r.concerned(c, p) {
		return pair
	}
	if pair := r.met(p); pair != nil {
		return pair
	}
	for j := 0; j < p.from; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Place && discourse.Country(r.d.Places[t.Index]) {
			return []string{r.d.Places[t.Index].Name}
		}
	}
	return nil
}
