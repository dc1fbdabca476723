package agreement

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// both is the bodies that a word counts as signing in the clause of the verb, or that its sentence names with one of
// them: 双方, 两国元首, 三方.
func (r *reader) both(c *clause.Clause, p paper) []string {
	g, ok := set(c, c.Comma(p.verb)+1, p.verb+1)
	if !ok {
		if zh.Holds(c.Text(c.Comma(p.verb)+1, p.verb), "上述") {
			return r.last
		}
		return nil
	}
	return r.counted(c, p, g)
}

// counted is the bodies that g counts before document p.
func (r *reader) counted(c *clause.Clause, p paper, g group) []string {
	if g.n != 2 {
		return r.resolve(c, g)
	}
	if states := c.Adjoined(g.at - 2); states != nil {
		return states
	}
	if bodies := r.counterparts(c, g.at); bodies != nil {
		return bodies
	}
	if countsOthers(c, g.at) {
		return nil
	}
	if pair := r.either(c, g.at, r.bonded, r.visited, r.named); pair != nil && r.member(g, pair[0]) && r.member(g, pair[1]) {
		return pair
	}
	var best []string
	for _, pair := range r.couple(c, p) {
		if len(pair) > 2 && g.noun != "" {
			pair = slices.DeleteFunc(slices.Clone(pair), func(name string) bool { return !r.member(g, name) })
		}
		switch {
		case len(pair) != 2:
		case r.lifted(g, pair) != nil:
			return r.lifted(g, pair)
		case r.member(g, pair[0]) && r.member(g, pair[1]):
			return pair
		case best == nil && r.divisions(pair):
			best = pair
		}
	}
	if g.noun != "" {
		if list := r.resolve(c, g); list != nil {
			return list
		}
	}
	return best
}

// couple is the pairs that 双方 may mean, likeliest first: who signed in this paragraph, who met in it, the article's
// sides, who speaks in the same sentence, who signed last, who met last, who is joined by 与.
func (r *reader) couple(c *clause.Clause, p paper) [][]string {
	var out [][]string
	if r.pair != nil && r.pairPart == c.Sentence.Part {
		out = append(out, r.pair)
	}
	if r.refined() {
		out = append(out, r.pair)
	}
	return append(out, r.hosted(c, p), r.lately(c), r.toured(p), r.d.Sides.Pair(), r.voices(c), r.main(c, p), r.last, r.met(p), r.joined(c))
}

// main is the two parties of the article's first document, where a paragraph of its own recalls what 双方 signed in another year: it goes back to whom
// the story is about, not to who signed last. nil where it doesn't.
func (r *reader) main(c *clause.Clause, p paper) []string {
	if day, own := c.Day(p.verb); !own || r.d.Article == nil || year(day.Start) == year(r.d.Article.PublishedAt) {
		return nil
	}
	for _, a := range r.out {
		if r.beside(a.Evidence.Start, p.span.Start) {
			return nil
		}
	}
	return r.lead
}

// toured is the guest's side and the division in which the event was held that the text told last before document p, where the guests go to
// several: 两市 there are these, not those that the headline names. nil where it isn't one of those.
func (r *reader) toured(p paper) []string {
	s := r.d.Sides
	if s.Guest == "" || s.Host == "" || r.d.Foreign(s.Host) {
		return nil
	}
	for _, e := range slices.Backward(r.events) {
		if e.Evidence.Start > p.span.Start || e.Type != reading.Meeting && e.Type != reading.Signing {
			continue
		}
		if e.Place == "" || discourse.Within(e.Place, s.Host) || discourse.Within(s.Host, e.Place) || discourse.Within(e.Place, s.Guest) || r.d.Foreign(e.Place) || !r.goal(e.Place) {
			return nil
		}
		return []string{s.Guest, e.Place}
	}
	return nil
}

// goal is true for a division that the headline or the lead names as one of those visited.
func (r *reader) goal(place string) bool {
	return slices.ContainsFunc(r.events, func(e reading.Event) bool { return e.Type == reading.Visit && discourse.Within(place, e.Place) })
}

// refined is true where the last two divisions that signed are the article's sides, one of them only more exactly: a county of the
// paper's city.
func (r *reader) refined() bool {
	s := r.d.Sides
	if len(r.pair) != 2 || s.Guest == "" || s.Host == "" {
		return false
	}
	fits := func(guest, host string) bool {
		return discourse.Within(guest, s.Guest) && discourse.Within(host, s.Host) && (guest != s.Guest) != (host != s.Host) || r.headlined(guest) && r.headlined(host)
	}
	return fits(r.pair[0], r.pair[1]) || fits(r.pair[1], r.pair[0])
}

// headlined is true for a division that the headline names.
func (r *reader) headlined(name string) bool {
	for _, s := range r.d.Sentences {
		if s.Body() {
			continue
		}
		for _, t := range r.d.Rest(s) {
			if t.Kind == discourse.Place && r.d.Name(t) == name {
				return true
			}
		}
	}
	return false
}

// hosted is the two states whose leaders met in the paragraph of the document, where the article tells of several.
func (r *reader) hosted(c *clause.Clause, p paper) []string {
	pair := r.met(p)
	if len(pair) != 2 || !r.state(pair[0]) || !r.state(pair[1]) {
		return nil
	}
	first := r.d.Rest(c.Sentence)[0].Start
	for s, ok := c.Sentence, true; ok; s, ok = r.d.Before(s) {
		first = r.d.Rest(s)[0].Start
	}
	for _, e := range slices.Backward(r.events) {
		if (e.Type == reading.Meeting || e.Type == reading.Call) && e.Evidence.Start <= p.span.Start && e.Evidence.Start >= first {
			return pair
		}
	}
	return nil
}

// voices is the two bodies that the persons of the sentence serve, nil if it isn't two: 甲希望双方…, 乙表示赞同.
func (r *reader) voices(c *clause.Clause) []string {
	var out []string
	for _, t := range c.Tokens {
		if t.Kind == discourse.Person {
			out = add(out, r.served(r.d.Name(t)))
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// met is the bodies whose persons met before the document was named, two at least; nil if none did.
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
		if len(out) >= 2 {
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

// hall is the bodies that hold the signing which the text told last before document p, persons left out: 甲校与乙公司举行签约仪式。…双方签订
// 协议.
func (r *reader) hall(p paper) []string {
	for _, e := range slices.Backward(r.events) {
		if e.Type != reading.Signing || e.Evidence.Start > p.span.Start || commercial(p.title) && !r.beside(e.Evidence.Start, p.span.Start) {
			continue
		}
		var out []string
		for _, q := range e.Participants {
			if q.Roles[0] == reading.Signatory && !slices.ContainsFunc(r.d.People, func(x reading.Person) bool { return x.Name == q.Name }) {
				out = add(out, q.Name)
			}
		}
		return out
	}
	return nil
}

// counterparts is the two bodies of one name that 两地人社局 means, where the article names both.
func (r *reader) counterparts(c *clause.Clause, both int) []string {
	if both+1 >= len(c.Tokens) || c.Tokens[both+1].Kind != discourse.Text {
		return nil
	}
	level := strings.TrimLeft(r.d.String(c.Tokens[both].Span), "两双") // 两县|交通局, not the city's
	if level = levelOf(level); level == "" && r.d.Sides.Pair() == nil && c.Tokens[max(both-1, 0)].Kind != discourse.Place {
		return nil
	}
	noun := r.d.String(c.Tokens[both+1].Span)
	if len([]rune(noun)) < 3 {
		return nil
	}
	var out []string
	for _, o := range r.d.Organizations {
		if head, ok := strings.CutSuffix(o.Name, noun); ok && (level == "" || head == "" || strings.HasSuffix(head, level)) {
			out = append(out, o.Name)
		}
	}
	if len(out) == 2 && (r.pair == nil || r.seated(out[0]) || r.seated(out[1])) {
		return out
	}
	if list := r.likeNamed(c, both, noun); list != nil || len(out) != 2 {
		return list
	}
	return out
}

// seated is true for a body of one of the two divisions that signed last.
func (r *reader) seated(name string) bool {
	for i, o := range r.d.Organizations {
		if o.Name == name && slices.Contains(r.pair, r.d.Seat(i)) {
			return true
		}
	}
	return false
}

// concerned is true where a document that names no party can be taken as the two sides': they meet or travel in this story,
// and what is only recalled says 双方 or stands after what they should carry out.
func (r *reader) concerned(c *clause.Clause, p paper) bool {
	if r.abroad(c) {
		return false
	}
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

// abroad is true in a paragraph that names a state beside the article's sides, but neither the host nor 双方: news from
// elsewhere.
func (r *reader) abroad(c *clause.Clause) bool {
	other := false
	for s, ok := c.Sentence, true; ok; s, ok = r.d.Before(s) {
		for _, t := range r.d.Rest(s) {
			switch {
			case t.Is(discourse.Both):
				return false
			case t.Kind == discourse.Place && discourse.Country(r.d.Places[t.Index]):
				if r.d.Name(t) == r.d.Sides.Host {
					return false
				}
				other = true
			case t.Kind == discourse.Person && discourse.Within(r.d.Jurisdiction(t.Index), r.d.Sides.Host):
				return false
			}
		}
	}
	return other
}

// houses is the two legislatures of the article where a document is theirs: 两国立法机构合作谅解备忘录.
func (r *reader) houses(c *clause.Clause, p paper) []string {
	if p.titled || !zh.BeginsWith(p.title, "立法机构", "议会", "政党") {
		return nil
	}
	var own, other string
	for _, o := range r.d.Organizations {
		if !zh.EndsWith(o.Name, "人大", "议会", "国会", "议院", "众议院", "参议院", "代表大会") {
			continue
		}
		if zh.BeginsWith(o.Name, "中国", "全国人大") {
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

// beside is true for two offsets of one part of the text.
func (r *reader) beside(a, b int) bool {
	x, _ := r.d.Reading.Text.PartAt(a)
	y, _ := r.d.Reading.Text.PartAt(b)
	return x.Start == y.Start
}

// commercial is true for a document that firms sign and divisions don't, as far as nobody says so: 供货合同.
func commercial(title string) bool {
	return zh.EndsWith(title, "合同", "合约", "收购协议", "并购协议", "转让协议", "采购协议", "供货协议", "供应协议", "订购协议", "租赁协议", "代理协议", "授信协议", "贷款协议", "买卖协议", "销售协议", "购销协议", "订单")
}

// sides is the article's two sides; where it has none, the first division or state of the sentence.
func (r *reader) sides(c *clause.Clause, p paper) []string {
	if commercial(p.title) {
		if pair := r.hall(p); len(pair) == 2 && !c.Tokens[0].Is(discourse.Doings|discourse.Session) {
			return pair
		}
		return nil
	}
	if g, ok := set(c, 0, p.from); ok && (g.n > 2 || !r.d.Foreign(r.d.Sides.Guest)) {
		if list := r.counted(c, p, g); list != nil {
			return list
		}
	}
	if pair := r.d.Sides.Pair(); pair != nil && r.concerned(c, p) {
		return pair
	}
	if pair := r.met(p); len(pair) == 2 {
		return pair
	}
	if pair := r.hall(p); len(pair) == 2 && !c.Tokens[0].Is(discourse.Doings|discourse.Session) {
		return pair
	}
	if _, counts := set(c, 0, p.from); counts {
		return nil // 某国冲突双方达成协议: not with the state
	}
	for j := 0; j < p.from && p.verb >= 0; j++ {
		if c.Next(j).Is(discourse.Say) {
			continue // 某国称协议接近达成
		}
		if t := c.Tokens[j]; t.Kind == discourse.Place && discourse.Country(r.d.Places[t.Index]) && len(c.Between(j, j+1)) > 0 {
			return []string{r.d.Places[t.Index].Name}
		}
	}
	return nil
}
