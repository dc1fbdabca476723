package speech

import (
	"strings"

	"github.com/baopu/baopu/loader/discourse"
)

// goesOn gives the words of a sentence that opens with 并表示 to whom the story follows.
func (r *reader) goesOn(tokens []discourse.Token) {
	if r.topic < 0 || len(tokens) < 4 || r.d.String(tokens[0].Span) != "并" || !tokens[1].Is(discourse.Say) || tokens[2].Kind != discourse.Comma {
		return
	}
	r.add(r.topic, tokens, 1)
	r.speaking = true
}

// greets notes who reads an address of greetings, and gives him its words: 某某出席开幕会并代表中共中央致贺词。贺词指出，….
func (r *reader) greets(tokens []discourse.Token) {
	if r.greeter >= 0 && len(tokens) > 3 && r.d.String(tokens[0].Span) == "贺词" && tokens[1].Is(discourse.Say) && tokens[2].Kind == discourse.Comma {
		r.add(r.greeter, tokens, 1)
		r.speaking = true
		return
	}
	for i, t := range tokens {
		if t.Is(discourse.Speak) && strings.HasSuffix(r.d.String(t.Span), "致贺词") && r.greeter < 0 {
			r.greeter = r.subject(tokens[:i])
		}
	}
}

// turn is the verb of saying of the new voice that begins behind the semicolon at tokens[semi]: …；东溪镇党委书记某某谈到保护时说，….
// -1 if none does.
func (r *reader) turn(tokens []discourse.Token, semi int) int {
	i := semi + 1
	for i < len(tokens) && tokens[i].Kind != discourse.Person {
		i++
	}
	if i >= len(tokens) || !entitled(r.d, tokens[semi+1:i]) {
		return -1
	}
	for v := i + 1; v < len(tokens) && !tokens[v].Mark() && tokens[v].Kind != discourse.Person; v++ {
		if after := next(tokens, v); tokens[v].Is(discourse.Say) && (after.Kind == discourse.Comma || after.Kind == discourse.Quote || v == i+1 && (pure(r.d.String(tokens[v].Span)) || desires(r.d.String(tokens[v].Span)))) {
			return v
		}
	}
	return -1
}

// takes is true where the verb at tokens[verb] is that of a new voice behind a semicolon.
func (r *reader) takes(tokens []discourse.Token, verb int) bool {
	for j := verb - 1; j >= 0; j-- {
		if tokens[j].Kind == discourse.Semi {
			return r.turn(tokens, j) == verb
		}
	}
	return false
}

// ends is where the words end that the verb at tokens[verb] brings: before somebody else whom a new part of the sentence opens with, a
// new clause where the verb only says what was spoken of (回答记者提问，副部长某某主持), else with the sentence.
func (r *reader) ends(tokens []discourse.Token, verb int) int {
	after := next(tokens, verb)
	only := after.Kind != discourse.Comma && after.Kind != discourse.Quote && !colon(r.d, tokens, verb)
	for j := verb + 1; j < len(tokens); j++ {
		if tokens[j].Kind == discourse.Semi && (r.turn(tokens, j) >= 0 || r.introduced(tokens, j)) || only && tokens[j].Kind == discourse.Comma && r.introduced(tokens, j) {
			return tokens[j].Start
		}
	}
	return tokens[len(tokens)-1].End
}

// introduced is true where somebody else opens the clause behind the mark at tokens[mark] with his titles.
func (r *reader) introduced(tokens []discourse.Token, mark int) bool {
	i := mark + 1
	for i < len(tokens) && tokens[i].Kind != discourse.Person {
		i++
	}
	return i > mark+1 && i+1 < len(tokens) && entitled(r.d, tokens[mark+1:i]) && len(r.d.People[tokens[i].Index].Posts) > 0 && (!tokens[i+1].Mark() || tokens[i+1].Kind == discourse.Dun) && !tokens[i+1].Is(discourse.Of)
}
