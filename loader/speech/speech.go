// Package speech finds who says what: words that the text attributes to a person by a verb of saying, or by a quotation
// that only its subject can have spoken.
package speech

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Read is the utterances of d's body, in order. A speaker is always a person of the reading; bodies that state something
// (国防部称) are no speakers. Words lies inside the text.
func Read(d *discourse.Discourse) []reading.Utterance {
	r := reader{d: d, topic: -1, greeter: -1}
	part := -1
	for _, s := range d.Sentences {
		if !s.Body() {
			continue
		}
		if s.Part != part {
			part, r.speaking, r.quoted = s.Part, false, reading.Span{}
			if r.topic >= 0 && r.stale {
				r.topic = -1
			}
			r.stale = true
		}
		r.sentence(d.Rest(s))
	}
	return r.out
}

type reader struct {
	d        *discourse.Discourse
	topic    int          // the person that the story follows, -1 none
	greeter  int          // who read an address of greetings, -1 nobody
	stale    bool         // no sentence of this paragraph has named anyone yet
	quoted   reading.Span // the quotation that closed the sentence before, nobody's yet
	speaking bool         // what goes on in this paragraph is somebody's words
	out      []reading.Utterance
}

func (r *reader) sentence(tokens []discourse.Token) {
	r.goesOn(tokens)
	r.greets(tokens)
	subject := r.subject(tokens)
	if subject >= 0 {
		r.topic, r.stale = subject, false
		defer r.several(tokens, subject)
	}
	defer func() { r.quoted = r.quotes(tokens) }()
	content := r.answers(tokens) || r.views(tokens) || r.exclaims(tokens)
	for i, t := range tokens {
		if !t.Is(discourse.Say) && !r.reports(tokens, i) || content && !r.interjects(tokens, i) {
			continue
		}
		who := r.speaker(tokens, i)
		if who < 0 || !r.accepts(tokens, i) {
			continue
		}
		r.add(who, tokens, i)
		for _, peer := range r.peers(tokens, i, who) {
			r.add(peer, tokens, i)
		}
		r.speaking = true
		content = content || next(tokens, i).Kind == discourse.Comma || next(tokens, i).Kind == discourse.Quote
	}
	if !content && (!r.speaking || subject >= 0 && r.narrates(tokens) || tokens[0].Kind == discourse.Quote && len(tokens) > 1 && r.whole(tokens[0]) && r.near(tokens)) {
		r.quotation(tokens, subject)
	}
}

// subject is the first person of the sentence that no preposition governs, -1 if none.
func (r *reader) subject(tokens []discourse.Token) int {
	for i := r.whilst(tokens); i < len(tokens); i++ {
		if who := r.person(tokens[i]); who >= 0 && !r.governed(tokens, i) && !possessor(tokens, i) {
			return who
		}
	}
	return -1
}

// several forgets whom the story follows where the sentence's subject is two persons: 他 would be either.
func (r *reader) several(tokens []discourse.Token, subject int) {
	and := false
	for _, t := range tokens {
		switch {
		case t.Kind == discourse.Person && and && t.Index != subject:
			r.topic = -1
			return
		case t.Kind == discourse.Person && t.Index == subject:
		case t.Is(discourse.And) || t.Kind == discourse.Dun:
			and = true
		case t.Kind == discourse.Text && governs(r.d.String(t.Span)):
			return // 甲代表市委、市政府对乙表示欢迎
		case t.Is(discourse.Filler), t.Kind == discourse.Text, t.Kind == discourse.Place, t.Kind == discourse.Org, t.Kind == discourse.Paren:
		default:
			return
		}
	}
}

// possessor is true for the person at tokens[i] where another one is named by him: 金某的儿子.
func possessor(tokens []discourse.Token, i int) bool {
	if i+2 >= len(tokens) || !tokens[i+1].Is(discourse.Of) {
		return false
	}
	for _, t := range tokens[i+2:] {
		if t.Kind == discourse.Person {
			return true
		}
		if t.Kind != discourse.Text && t.Kind != discourse.Place && t.Kind != discourse.Org && t.Kind != discourse.Dun && !t.Is(discourse.Filler) {
			return false
		}
	}
	return false
}

// cited is true for the person at tokens[i] whom 据 names as the source: 据市统计局局长某某介绍.
func (r *reader) cited(tokens []discourse.Token, i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t := tokens[j]; t.Kind {
		case discourse.Text:
			if s := r.d.String(t.Span); s == "据" || j == 0 && strings.HasPrefix(s, "据") {
				return true
			}
		case discourse.Place, discourse.Org, discourse.Dun:
		default:
			return false
		}
	}
	return false
}

// person is who token t stands for: a mention, or 他 where the story follows somebody.
func (r *reader) person(t discourse.Token) int {
	switch {
	case t.Kind == discourse.Person:
		return t.Index
	case t.Is(discourse.Pronoun):
		return r.topic
	}
	return -1
}

// governed is true where what stands before tokens[i] makes it an object: 对, 向, 请, 同, 会见.
func (r *reader) governed(tokens []discourse.Token, i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t := tokens[j]; {
		case t.Is(discourse.And):
			return r.coordinated(tokens, j)
		case t.Is(discourse.Meet | discourse.Accompany | discourse.Witness | discourse.Pronoun):
			return true
		case t.Kind == discourse.Text:
			if governs(r.d.String(t.Span)) && !envoy(r.d, tokens, j) && !r.represents(tokens[i], t) {
				return true
			}
			continue
		case t.Kind == discourse.Place || t.Kind == discourse.Org || t.Is(discourse.Filler):
			continue
		}
		return false
	}
	return false
}

// envoy is true for 代表 at tokens[i] that is a title, behind whom it stands for: 驻某国代表.
func envoy(d *discourse.Discourse, tokens []discourse.Token, i int) bool {
	return d.String(tokens[i].Span) == "代表" && i > 0 && (tokens[i-1].Kind == discourse.Place || tokens[i-1].Kind == discourse.Org)
}

// represents is true for 代表 that is the post of the person behind it: 欧盟外交与安全政策高级代表某某.
func (r *reader) represents(who, text discourse.Token) bool {
	if who.Kind != discourse.Person || !strings.HasSuffix(r.d.String(text.Span), "代表") {
		return false
	}
	return slices.ContainsFunc(r.d.People[who.Index].Posts, func(p reading.Post) bool { return strings.HasSuffix(p.Title, "代表") })
}

// governs is true for text that ends in what makes the person behind it an object.
func governs(text string) bool {
	if zh.EndsWith(text, "高级代表", "特别代表", "首席代表", "副代表", "常驻代表", "全权代表") {
		return false // a title
	}
	return zh.EndsWith(text, "对", "向", "请", "据", "让", "给", "由", "把", "被", "受", "代表", "感谢", "欢迎", "听", "问", "祝贺", "为", "随着", "致信", "致电", "去信", "致函", "复信", "复函", "写信", "转达", "评价", "学习", "贯彻", "落实", "围绕", "按照", "根据", "遵循", "抗议", "反对")
}

// coordinated is true where 同 at tokens[i] has nobody before it to join: it governs what follows.
func (r *reader) coordinated(tokens []discourse.Token, i int) bool {
	for j := i - 1; j >= 0 && !tokens[j].Mark(); j-- {
		if tokens[j].Kind == discourse.Person {
			return true
		}
	}
	return false
}

// speaker is the subject of the verb at tokens[verb]: the person of its own clause, else the subject of the sentence.
func (r *reader) speaker(tokens []discourse.Token, verb int) int {
	from := verb
	for from > 0 && tokens[from-1].Kind != discourse.Comma && tokens[from-1].Kind != discourse.Semi && tokens[from-1].Kind != discourse.Quote {
		from--
	}
	nearest := -1
	for i := verb - 1; i >= from; i-- {
		who := r.person(tokens[i])
		if who >= 0 && r.cited(tokens, i) {
			return who
		}
		if who >= 0 && !r.governed(tokens[from:], i-from) && !possessor(tokens, i) {
			nearest = who
		}
	}
	if nearest >= 0 {
		return nearest
	}
	if r.speaking && !r.heads(tokens, verb) {
		return -1
	}
	if subject := r.subject(tokens[:verb]); subject >= 0 {
		return subject
	}
	return -1
}

// accepts is true where the verb at tokens[verb] brings words: what it is followed by, or the quotation before it.
func (r *reader) accepts(tokens []discourse.Token, verb int) bool {
	word := r.d.String(tokens[verb].Span)
	after := next(tokens, verb)
	if verb > 0 && tokens[verb-1].Is(discourse.And|discourse.Of) || r.proposed(tokens, verb) {
		return false // 提出的理念和倡议: a noun
	}
	if r.speaking && !r.heads(tokens, verb) && !r.interjects(tokens, verb) || r.passive(tokens, verb) {
		return false
	}
	switch after.Kind {
	case discourse.Comma, discourse.Quote:
		return true
	case discourse.Stop, discourse.Semi:
		return quoted(tokens, verb)
	case discourse.Dun:
		return false
	}
	if after.Is(discourse.Of) {
		return false
	}
	if pure(word) || colon(r.d, tokens, verb) || desires(word) && quotedTo(tokens, verb) {
		return true
	}
	if desires(word) && r.clausal(tokens, verb) {
		return true
	}
	if word == "表示" {
		return !r.courtesy(tokens, verb)
	}
	return strings.HasSuffix(word, "说") || strings.HasSuffix(word, "道")
}

// longestAddressee is how many characters those may have to whom somebody says what follows in quotation marks: 要求大家“…”.
const longestAddressee = 6

// quotedTo is true where a quotation follows the verb at tokens[verb] behind no more than to whom it is said.
func quotedTo(tokens []discourse.Token, verb int) bool {
	return verb+2 < len(tokens) && tokens[verb+1].Kind == discourse.Text && tokens[verb+1].End-tokens[verb+1].Start <= longestAddressee &&
		tokens[verb+2].Kind == discourse.Quote && tokens[verb+2].End-tokens[verb+2].Start >= shortestQuotation+2
}

// proposed is true for a verb that is the noun of what somebody put forward before it in the clause: 提出三大全球倡议，….
func (r *reader) proposed(tokens []discourse.Token, verb int) bool {
	switch r.d.String(tokens[verb].Span) {
	case "倡议", "建议", "提议", "要求", "希望", "承诺":
		for j := verb - 1; j > 0 && (!tokens[j].Mark() || tokens[j].Kind == discourse.Dun); j-- {
			if word := r.d.String(tokens[j].Span); word == "提出" || word == "发起" || strings.HasSuffix(word, "共同提出") {
				return true
			}
		}
	}
	return false
}

// passive is true where 被 makes somebody else the speaker of the verb: 被网友打趣.
func (r *reader) passive(tokens []discourse.Token, verb int) bool {
	if verb == 0 || tokens[verb-1].Kind != discourse.Text {
		return false
	}
	return strings.Contains(r.d.String(tokens[verb-1].Span), "被")
}

// courtesy is true for 表示欢迎, 表示衷心感谢: a gesture, no words.
func (r *reader) courtesy(tokens []discourse.Token, verb int) bool {
	from := tokens[verb].End
	rest := []rune{}
	for i := verb + 1; i < len(tokens) && !tokens[i].Mark(); i++ {
		rest = r.d.Reading.Text.Runes[from:tokens[i].End]
	}
	if len(rest) > 12 {
		rest = rest[:12]
	}
	for _, w := range [...]string{"欢迎", "感谢", "祝贺", "慰问", "哀悼", "敬意", "谢意", "问候", "关切", "满意", "肯定", "支持", "祝福", "歉意", "赞赏", "悼念"} {
		if strings.Contains(string(rest), w) {
			return true
		}
	}
	return false
}

// quoted is true where a quotation stands before tokens[verb] in its sentence.
func quoted(tokens []discourse.Token, verb int) bool {
	for _, t := range tokens[:verb] {
		if t.Kind == discourse.Quote {
			return true
		}
	}
	return false
}

func next(tokens []discourse.Token, i int) discourse.Token {
	for i++; i < len(tokens); i++ {
		if tokens[i].Kind != discourse.Paren {
			return tokens[i]
		}
	}
	return discourse.Token{Kind: discourse.Stop}
}

// add notes the words that the verb at tokens[verb] brings: the quotation, or the rest of the sentence.
func (r *reader) add(who int, tokens []discourse.Token, verb int) {
	words := reading.Span{Start: tokens[verb].End, End: r.ends(tokens, verb)}
	if after := next(tokens, verb); after.Kind == discourse.Comma {
		words.Start = after.End
	}
	if colon(r.d, tokens, verb) {
		for i := verb + 1; tokens[i-1].Kind != discourse.Comma; i++ {
			words.Start = tokens[i].End
		}
	}
	if words.Start >= words.End || next(tokens, verb).Kind == discourse.Stop {
		for _, t := range tokens[:verb] {
			if t.Kind == discourse.Quote {
				words = t.Span
			}
		}
	}
	r.put(who, r.d.String(tokens[verb].Span), words, reading.Evidence{
		Span: reading.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}, Rule: "speech.verb",
	})
}

func (r *reader) put(who int, verb string, words reading.Span, e reading.Evidence) {
	r.out = append(r.out, reading.Utterance{Speaker: r.d.People[who].Name, Verb: verb, Words: words, Evidence: e})
}
