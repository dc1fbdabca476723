package speech

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// pure is true for the verbs that bring words with no mark between: 某某指出产业要转型. Others need one.
func pure(word string) bool {
	switch word {
	case "指出", "强调", "认为", "坦言", "透露", "回忆", "直言", "告诉", "说", "称", "说起", "叮嘱", "嘱咐", "问", "嘱托", "答", "谈到", "提到", "补充说",
		"抱怨", "埋怨", "反驳", "嘀咕", "嘟囔":
		return true
	}
	return false
}

// desires is true for the verbs whose object clause is what one said: 某某希望企业把师傅留下.
func desires(word string) bool {
	switch word {
	case "希望", "期待", "呼吁", "建议", "提议", "要求", "谴责", "警告", "驳斥", "证实", "承诺", "否认", "批评", "鼓励", "勉励", "嘱托", "提醒", "解释", "答复", "回答":
		return true
	}
	return false
}

// longestAdverb is how many characters may stand between a person and the verb of his words: 在发言时, 当场.
const longestAdverb = 6

// clausal is true where the verb at tokens[verb] stands right behind a person, or an adverb of his, or opens a clause that goes on with
// what somebody does: 某某作了表态，承诺两年内建成.
func (r *reader) clausal(tokens []discourse.Token, verb int) bool {
	if verb == 0 || next(tokens, verb).Is(discourse.Of) {
		return false
	}
	switch p := tokens[verb-1]; {
	case p.Kind == discourse.Person, p.Kind == discourse.Comma:
		return true
	case p.Kind == discourse.Text && p.End-p.Start <= longestAdverb && verb > 1:
		return tokens[verb-2].Kind == discourse.Person && !governs(r.d.String(p.Span))
	}
	return false
}

// reports is true for the verb of an address at tokens[verb] that brings its content: 某某通报，…, 某某汇报了进展：…. A comma before
// the next speaker of a list brings none (某某汇报，某某讲话).
func (r *reader) reports(tokens []discourse.Token, verb int) bool {
	switch r.d.String(tokens[verb].Span) {
	case "通报", "汇报", "报告", "宣布", "提问", "说明":
	case "提出要求", "提要求", "提出工作要求", "提出明确要求", "提出希望", "提出建议", "提出意见":
		return colon(r.d, tokens, verb)
	default:
		return false
	}
	if colon(r.d, tokens, verb) {
		return true
	}
	if next(tokens, verb).Kind != discourse.Comma {
		return false
	}
	for i := verb + 2; i < len(tokens); i++ {
		switch t := tokens[i]; {
		case t.Is(discourse.Speak | discourse.Host | discourse.Attend), t.Kind == discourse.Person && next(tokens, i).Mark():
			return false
		case t.Mark():
			return true
		}
	}
	return false
}

// whilst is the first token behind an opening clause that only says when: 在甲访问乙国前夕，. 0 if the sentence opens otherwise.
func (r *reader) whilst(tokens []discourse.Token) int {
	if len(tokens) == 0 || !tokens[0].Is(discourse.At) {
		return 0
	}
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Kind != discourse.Comma {
			continue
		}
		if zh.EndsWith(r.d.String(tokens[i-1].Span), "前夕", "之际", "期间", "后", "前") {
			return i + 1
		}
		return 0
	}
	return 0
}

// peers is who says the words of the verb at tokens[verb] beside who: those that 、 or 和 joins in the list of names right
// before the verb (县委副书记甲、副县长乙说).
func (r *reader) peers(tokens []discourse.Token, verb, who int) []int {
	if verb > 0 && tokens[verb-1].Kind == discourse.Comma {
		return r.together(tokens[:verb], who)
	}
	if verb == 0 || tokens[verb-1].Kind != discourse.Person {
		return nil
	}
	list := []int{tokens[verb-1].Index}
	joined := false
	for i := verb - 2; i >= 0; i-- {
		switch t := tokens[i]; {
		case t.Kind == discourse.Dun || t.Is(discourse.And):
			joined = true
		case t.Kind == discourse.Person && joined && !r.governed(tokens, i):
			list, joined = append(list, t.Index), false
		case t.Kind == discourse.Text && !governs(r.d.String(t.Span)), t.Kind == discourse.Org, t.Kind == discourse.Place, t.Is(discourse.Filler):
		default:
			i = 0
		}
	}
	slices.Reverse(list)
	if !slices.Contains(list, who) {
		return nil
	}
	return slices.DeleteFunc(list, func(k int) bool { return k == who })
}

// together is who stands in the list of names behind who, where the list is the subject of tokens, a whole clause or more: 甲、乙先后作了
// 表态，承诺….
func (r *reader) together(tokens []discourse.Token, who int) []int {
	var out []int
	open, joined := false, false
	for i, t := range tokens {
		switch {
		case t.Kind == discourse.Person && t.Index == who && !open:
			open = !r.governed(tokens, i)
		case !open:
		case t.Kind == discourse.Dun || t.Is(discourse.And) && !zh.EndsWith(r.d.String(t.Span), "与", "同", "跟"):
			joined = true // 甲与乙通电话，表示… are the words of one
		case t.Kind == discourse.Person && joined:
			out, joined = append(out, t.Index), false
		case joined && (t.Kind == discourse.Text && !governs(r.d.String(t.Span)) || t.Kind == discourse.Org || t.Kind == discourse.Place || t.Is(discourse.Filler)):
		default:
			return out
		}
	}
	return out
}

// colon is true where what the verb at tokens[verb] speaks of ends in a colon: 谈起那年的难处：….
func colon(d *discourse.Discourse, tokens []discourse.Token, verb int) bool {
	for i := verb + 1; i < len(tokens); i++ {
		if t := tokens[i]; t.Mark() {
			mark := d.Reading.Text.Runes[t.Start]
			return t.Kind == discourse.Comma && (mark == '：' || mark == ':') && i+1 < len(tokens)
		}
	}
	return false
}

// interjects is true where another voice comes in within a sentence of words: …，初景明当即表示，…, …，协会会长某某则提到账款：….
func (r *reader) interjects(tokens []discourse.Token, verb int) bool {
	if r.takes(tokens, verb) {
		return true
	}
	titled := false
	for j := verb - 1; j >= 0; j-- {
		switch t := tokens[j]; {
		case t.Kind == discourse.Person && j >= verb-2:
			for j--; j >= 0 && (!tokens[j].Mark() || tokens[j].Kind == discourse.Dun); j-- {
				if k := tokens[j].Kind; k != discourse.Dun && k != discourse.Person && k != discourse.Text && k != discourse.Place && k != discourse.Org && !tokens[j].Is(discourse.Filler) {
					return false
				}
				titled = true
			}
			if j < 0 || tokens[j].Kind != discourse.Comma && tokens[j].Kind != discourse.Semi {
				return false
			}
			return !titled && next(tokens, verb).Kind == discourse.Comma || next(tokens, verb).Kind == discourse.Quote || colon(r.d, tokens, verb)
		case t.Kind == discourse.Text:
		default:
			return false
		}
	}
	return false
}

// heads is true where the speaker of the verb opens the sentence: 习近平强调，. Only so does a new voice begin inside words.
func (r *reader) heads(tokens []discourse.Token, verb int) bool {
	from := r.linked(tokens)
	for i := from; i < verb; i++ {
		if r.person(tokens[i]) >= 0 {
			return (i <= 3 || entitled(r.d, tokens[from:i])) && !tokens[verb].Is(discourse.Of) && (commaFree(tokens[i:verb]) || resumes(tokens, i, verb))
		}
		if tokens[i].Kind == discourse.Quote {
			return true
		}
	}
	return false
}

// linked is the first token behind the words that only link a sentence to the one before: 此外，, 对此，. 0 where none do.
func (r *reader) linked(tokens []discourse.Token) int {
	for i := 1; i < len(tokens) && i <= 2; i++ {
		if tokens[i].Kind == discourse.Comma && links[r.d.String(reading.Span{Start: tokens[0].Start, End: tokens[i].Start})] {
			return i + 1
		}
	}
	return 0
}

// links are those words.
var links = zh.Words("此外 另外 对此 其中 同时 与此同时 不过 然而 而后 随后 此前 同日 当天 同一天 会前 会后 会上 之后 最后 总之 据此 为此")

// longestHead is how many tokens the titles before a new voice may have.
const longestHead = 12

// entitled is true where only titles stand before the first person of a sentence: 公诉人、某县人民检察院检察官助理.
func entitled(d *discourse.Discourse, before []discourse.Token) bool {
	for i, t := range before {
		switch {
		case t.Kind == discourse.Text && !governs(d.String(t.Span)), t.Kind == discourse.Place, t.Kind == discourse.Org, t.Kind == discourse.Dun, t.Kind == discourse.Paren, t.Is(discourse.Organ):
		case t.Is(discourse.And) && i > 0 && i+1 < len(before) && before[i-1].Kind == discourse.Text && before[i+1].Kind == discourse.Text: // 劳工和社会福利部长
		default:
			return false
		}
	}
	return len(before) <= longestHead
}

// resumes is true where the person at tokens[i] opens the sentence and 他 speaks in its last clause: 某某代表全县致谢，他说.
func resumes(tokens []discourse.Token, i, verb int) bool {
	if verb < 2 || !(tokens[verb-1].Is(discourse.Pronoun) && tokens[verb-2].Kind == discourse.Comma || tokens[verb-1].Kind == discourse.Comma && next(tokens, verb).Kind == discourse.Text) {
		return false
	}
	for _, t := range tokens[i:verb] {
		if t.Is(discourse.Say) && !t.Is(discourse.Speak) || t.Kind == discourse.Semi {
			return false
		}
	}
	return true
}

func commaFree(tokens []discourse.Token) bool {
	for _, t := range tokens {
		if t.Kind == discourse.Comma || t.Is(discourse.Of) {
			return false
		}
	}
	return true
}
