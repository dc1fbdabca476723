package event

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// voices is, by sentence, the spans that are somebody's words: what an utterance covers, and the sentences after it in its
// paragraph, until one opens with a person, a delegation, a day or a place in time of its own.
func voices(d *discourse.Discourse, spoken []reading.Utterance) [][]reading.Span {
	out := make([][]reading.Span, len(d.Sentences))
	next, part, speaking := 0, -1, false
	for i, s := range d.Sentences {
		tokens := d.Rest(s)
		if s.Part != part {
			part, speaking = s.Part, false
		}
		goesOn := speaking
		if speaking && narrates(d, tokens) {
			speaking = false
			goesOn = says(tokens)
		}
		if speaking {
			out[i] = []reading.Span{{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}}
		}
		whole, end := speaking, tokens[len(tokens)-1].End
		for next < len(spoken) && spoken[next].Evidence.Start < end {
			if u := spoken[next]; u.Verb != "" && !whole {
				out[i] = append(out[i], u.Words)
				speaking = true
			}
			next++
		}
		speaking = speaking || goesOn
		if len(out[i]) == 0 {
			if words, ok := unnamed(d, tokens); ok {
				out[i], speaking = []reading.Span{words}, tokens[0].Is(discourse.Session)
			}
		}
	}
	return out
}

// crowds is what those are called by whom views are told, not news: a body that says 某某辞职 reports it.
var crowds = [...]string{"人士", "专家", "学者", "嘉宾", "代表", "委员", "群众", "民众", "大家", "舆论", "网友", "干部", "客商", "企业家", "们", "者"}

// unnamed is what nobody by name says in a sentence: 会议指出，…, 国际人士认为，….
func unnamed(d *discourse.Discourse, tokens []discourse.Token) (reading.Span, bool) {
	for i, t := range tokens {
		if t.Kind == discourse.Person || t.Is(discourse.Pronoun) {
			return reading.Span{}, false
		}
		if t.Is(discourse.Say) && !t.Is(discourse.Speak) && i > 0 && i+1 < len(tokens) && tokens[i+1].Kind == discourse.Comma &&
			(tokens[i-1].Is(discourse.Session) || tokens[i-1].Kind == discourse.Text && zh.EndsWith(d.String(tokens[i-1].Span), crowds[:]...)) {
			return reading.Span{Start: tokens[i+1].End, End: tokens[len(tokens)-1].End}, true
		}
	}
	return reading.Span{}, false
}

// says is true for a sentence with a verb of saying: 习近平提出三点主张。 is followed by what he said.
func says(tokens []discourse.Token) bool {
	for _, t := range tokens {
		if t.Is(discourse.Say) {
			return true
		}
	}
	return false
}

// brings is true for a sentence with a verb of saying that words follow.
func brings(tokens []discourse.Token) bool {
	for i, t := range tokens {
		if t.Is(discourse.Say) && i+1 < len(tokens) && (tokens[i+1].Kind == discourse.Comma || tokens[i+1].Kind == discourse.Quote) {
			return true
		}
	}
	return false
}

// longestTitle is how many tokens the titles before the first person of a sentence may have.
const longestTitle = 12

// narrates is true for a sentence that the paper tells, not the person speaking: it opens with who acts or when.
func narrates(d *discourse.Discourse, tokens []discourse.Token) bool {
	for i, t := range tokens {
		switch {
		case i == 0 && t.Is(discourse.Pronoun) && len(tokens) > 2 && tokens[1].Is(discourse.And|discourse.Lead):
			return true // 他和市领导某某、某某…, 他率领的代表团
		case t.Kind == discourse.Person && revered(d, tokens):
			return brings(tokens)
		case t.Kind == discourse.Person, i <= 3 && (d.Delegation(t) || t.Is(discourse.Party)):
			return true
		case t.Kind == discourse.Date:
			return i == 0 && (len(d.Dates[t.Index].Start) == len("2006-01-02") || zh.EndsWith(d.String(t.Span), "当天", "当日", "同日", "当晚")) && (!revered(d, tokens) || brings(tokens))
		case t.Is(discourse.Session):
			return i == 0
		case i == 0 && t.Kind == discourse.Quote && len(tokens) > 1 && !tokens[1].Mark(): // “…”某某表示
		case i == 0 && t.Is(discourse.Rite|discourse.SignRite) && len(tokens) > 1 && zh.BeginsWith(d.String(tokens[1].Span), "由"):
			return true // 仪式由某某主持
		case t.Is(discourse.Of) && i > 0 && tokens[i-1].Kind == discourse.Org: // 某集团的负责人某某
		case i == 0 && t.Is(discourse.Meet|discourse.Talk|discourse.Call|discourse.Sign|discourse.SignRite|discourse.Rite|discourse.Visit|discourse.Inspect):
			if listing(tokens[i+1:]) {
				return true
			}
			if !during(d, tokens) {
				return false
			}
		case t.Kind == discourse.Comma && i > 0 && i <= 2 && zh.EndsWith(d.String(reading.Span{Start: tokens[0].Start, End: tokens[i-1].End}), gathered[:]...):
			return true // 会上，甲县、乙县与丙县签署
		case t.Kind == discourse.Comma && i < longestTitle && takesFloor(tokens[i:]):
			return true
		case t.Kind == discourse.Comma && adverbial(d, tokens[:i]):
		case t.Is(discourse.At) && i == 0 && locates(tokens):
		case t.Is(discourse.At):
			return i == 0 && during(d, tokens)
		case t.Is(discourse.Organ): // 市人大|常委会|主任某某
		case t.Kind == discourse.Comma && locates(tokens[:i+1]):
		case t.Kind == discourse.Text || t.Kind == discourse.Place || t.Kind == discourse.Org || t.Kind == discourse.Dun && i < longestTitle:
		default:
			return false
		}
	}
	return false
}

// takesFloor is true where tokens close with somebody, by name, who speaks: ，某公司总经理某某先后致辞.
func takesFloor(tokens []discourse.Token) bool {
	for i := 1; i+2 < len(tokens); i++ {
		if tokens[i].Kind != discourse.Person {
			continue
		}
		j := i + 1
		if tokens[j].Is(discourse.Each) {
			j++
		}
		return j+1 < len(tokens) && tokens[j].Is(discourse.Speak) && !tokens[j].Is(discourse.Say) && tokens[j+1].Mark()
	}
	return false
}

// listing is true for what stands behind the first verb of a sentence that lists who was there: 会见时|在座的有某某.
func listing(tokens []discourse.Token) bool {
	for i, t := range tokens {
		if t.Is(discourse.Attend) {
			return i+1 < len(tokens) && tokens[i+1].Is(discourse.Of)
		}
		if t.Kind != discourse.Text {
			return false
		}
	}
	return false
}

// styles is the titles behind the name.
var styles = [...]string{"主席", "总书记", "总统", "首相", "总理"}

// revered is true where the first person of a sentence has the title behind the name, as those who speak of somebody put it and the
// paper doesn't: 甲主席同总统先生会晤.
func revered(d *discourse.Discourse, tokens []discourse.Token) bool {
	for i, t := range tokens {
		if t.Kind == discourse.Person {
			return i+1 < len(tokens) && tokens[i+1].Kind == discourse.Text && zh.BeginsWith(d.String(tokens[i+1].Span), styles[:]...)
		}
	}
	return false
}

// gathered ends the words with which a sentence comes back to what is held or done, behind somebody's words: 会上，, 下午，.
var gathered = [...]string{"下午", "上午", "晚上", "会上", "仪式上", "活动上", "论坛上", "典礼上"}

// longestAdverbial is how many characters may say when, before the comma that opens a sentence: 座谈会结束后，.
const longestAdverbial = 8

// adverbial is true where tokens, which open a sentence up to a comma, only say when: 会后, 随后, 签约前, 其间.
func adverbial(d *discourse.Discourse, tokens []discourse.Token) bool {
	if len(tokens) == 0 {
		return false // the sentence opens with the comma
	}
	span := reading.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
	return span.End-span.Start <= longestAdverbial && zh.EndsWith(d.String(span), "后", "前", "期间", "其间", "会上", "式上", "当天", "当日", "同日", "结束")
}

// locates is true where tokens open a sentence by saying only where, up to a comma: 在某县，.
func locates(tokens []discourse.Token) bool {
	for i, t := range tokens {
		if i == 0 && !t.Is(discourse.At) || i > 0 && t.Kind != discourse.Place && t.Kind != discourse.Comma {
			return false
		}
		if t.Kind == discourse.Comma {
			return i > 1
		}
	}
	return false
}

// during is true for 在…期间, and for a sentence that opens by a time.
func during(d *discourse.Discourse, tokens []discourse.Token) bool {
	for i, t := range tokens {
		if t.Kind == discourse.Comma {
			return i > 0 && zh.EndsWith(d.String(tokens[i-1].Span), "期间", "后", "前", "时", "结束")
		}
	}
	return false
}
