package discourse

import (
	"slices"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// Sides is the two sides of an article that reports a visit or a cooperation, as names of Places; "" where it has none.
type Sides struct {
	Guest, Host string
}

// Pair is the two sides, guest first; nil unless both are known.
func (s Sides) Pair() []string {
	if s.Guest == "" || s.Host == "" {
		return nil
	}
	return []string{s.Guest, s.Host}
}

// lead is how many sentences of the body may name the sides.
const lead = 3

// findSides looks for a traveller and where he goes in the headline and the lead, then for a foreign state, then for two
// places joined by 与.
func (d *Discourse) findSides() Sides {
	var body int
	var s Sides
	for _, sentence := range d.Sentences {
		if sentence.Body() {
			if body++; body > lead {
				break
			}
		}
		d.travel(d.Rest(sentence), &s)
		if s.Guest != "" && s.Host != "" {
			return s
		}
	}
	if f := d.foreign(); f != "" {
		if d.Home == "中国" && !d.domestic() {
			return d.abroad()
		}
		if d.Home != "" && !d.Foreign(d.Home) {
			return Sides{Guest: f, Host: d.Home}
		}
		return Sides{Guest: f, Host: "中国"}
	}
	if s.Guest != "" && d.Home != "" && s.Guest != d.Home {
		s.Host = d.Home
		return s
	}
	return d.joined()
}

// abroad is the two states of news from elsewhere (甲国总统会见乙国外长): the only ones that its headline or its first sentence names where it
// tells what two deal in.
func (d *Discourse) abroad() Sides {
	body := 0
	for _, s := range d.Sentences {
		if s.Body() {
			if body++; body > 1 {
				break
			}
		}
		var states []string
		deals := false
		for _, t := range d.Rest(s) {
			deals = deals || t.Is(Meet|Talk|Call|Visit|Sign)
			name := d.Name(t)
			if t.Kind == Person {
				name = d.Jurisdiction(t.Index)
			}
			if d.Foreign(name) && !slices.Contains(states, name) {
				states = append(states, name)
			}
		}
		if deals && len(states) == 2 {
			return Sides{Guest: states[0], Host: states[1]}
		}
	}
	return Sides{}
}

// domestic is true where the story names China, or somebody who serves it.
func (d *Discourse) domestic() bool {
	for _, s := range d.Sentences {
		for _, t := range d.Rest(s) {
			switch {
			case t.Kind == Place && !d.Foreign(d.Name(t)) && d.Places[t.Index].Code != "", t.Kind == Org && d.seats[t.Index] != "" && !d.Foreign(d.seats[t.Index]):
				return true
			case t.Kind == Person && d.Jurisdiction(t.Index) != "" && !d.Foreign(d.Jurisdiction(t.Index)):
				return true
			}
		}
	}
	return false
}

// travel reads a traveller and a goal from one sentence into s.
func (d *Discourse) travel(tokens []Token, s *Sides) {
	for i, t := range tokens {
		if !t.Is(Visit|Lead|Travel) || t.Is(Inspect) && !t.Is(Visit) {
			continue
		}
		from, to := d.traveller(tokens, i), Goal(tokens, i)
		if from == "" || to < 0 && d.Home == from {
			continue
		}
		goal := d.Home
		if to >= 0 {
			if p := d.Places[tokens[to].Index]; p.Type == reading.Admin {
				goal = p.Name
			}
		}
		switch {
		case goal == "" || Within(goal, from) || Within(from, goal):
			if !d.Foreign(from) && s.Guest == "" && t.Is(Lead|Visit) && !Within(from, d.Home) {
				s.Guest = from
			}
		case (d.state(from)) != (d.state(goal)):
		case to < 0 && t.Is(Lead) && d.goes(tokens, i): // 某长率团|到我市某县考察: the verb behind says where
		default:
			s.Guest, s.Host = from, goal
			return
		}
	}
}

// goes is true where a verb behind tokens[verb] goes to a named place in the same clause.
func (d *Discourse) goes(tokens []Token, verb int) bool {
	for i := verb + 1; i+1 < len(tokens) && tokens[i].Kind != Comma && tokens[i].Kind != Stop; i++ {
		if tokens[i].Is(Travel|At) && tokens[i+1].Kind == Place {
			return true
		}
	}
	return false
}

// traveller is the place that comes to the visit at tokens[verb]: the delegation's, or the leading person's.
func (d *Discourse) traveller(tokens []Token, verb int) string {
	for i, t := range tokens {
		switch {
		case d.Delegation(t) && i <= verb+3:
			if p := d.seats[t.Index]; p != "" {
				return p
			}
		case t.Kind == Person && i < verb:
			if p := d.Jurisdiction(t.Index); p != "" {
				return p
			}
		}
	}
	return ""
}

// Goal is the index of the place token that the travel or visit at tokens[verb] goes to: after 来, 赴, 在 or the verb
// itself. -1 where none is named.
func Goal(tokens []Token, verb int) int {
	for i := verb + 1; i < len(tokens) && i <= verb+2; i++ {
		if tokens[i].Kind == Place {
			return finest(tokens, i)
		}
		if tokens[i].Kind != Text {
			break
		}
	}
	for i := verb - 1; i >= 0; i-- {
		switch t := tokens[i]; {
		case t.Kind == Place && i > 0 && tokens[i-1].Is(Travel|At):
			return finest(tokens, i)
		case t.Kind == Stop || t.Kind == Semi:
			return -1
		}
	}
	return -1
}

// finest is the last of the divisions that stand directly one after another from i (浙江省 宁波市).
func finest(tokens []Token, i int) int {
	for i+1 < len(tokens) && tokens[i+1].Kind == Place && tokens[i].End == tokens[i+1].Start {
		i++
	}
	return i
}

// foreign is the state other than China that the headline names, or that somebody met in the lead serves.
func (d *Discourse) foreign() string {
	body := 0
	for _, s := range d.Sentences {
		if s.Body() {
			if body++; body > 1 {
				break
			}
		}
		for _, t := range d.Rest(s) {
			switch {
			case t.Kind == Place && Country(d.Places[t.Index]) && d.Places[t.Index].Name != "中国":
				return d.Places[t.Index].Name
			case t.Kind == Person && d.Foreign(d.Jurisdiction(t.Index)):
				return d.Jurisdiction(t.Index)
			}
		}
	}
	return ""
}

// joined is the first two places in headline and lead that 与 joins, or that stand side by side in the headline.
func (d *Discourse) joined() Sides {
	body := 0
	for _, s := range d.Sentences {
		if s.Body() {
			if body++; body > lead {
				break
			}
		}
		tokens := d.Rest(s)
		for i := range tokens {
			if tokens[i].Kind != Place || d.Places[tokens[i].Index].Type != reading.Admin {
				continue
			}
			j := i + 1
			if j < len(tokens) && (tokens[j].Is(And) || tokens[j].Kind == Dun && s.Kind != article.BodyPart) {
				j++
			} else if s.Kind == article.BodyPart {
				continue
			}
			if j < len(tokens) && tokens[j].Kind == Place && d.apart(tokens[i].Index, tokens[j].Index) && !d.scheme(tokens[i], tokens[j]) {
				j = finest(tokens, j)
				return Sides{Guest: d.Places[tokens[i].Index].Name, Host: d.Places[tokens[j].Index].Name}
			}
		}
	}
	return Sides{}
}

// scheme is true for two provinces whose short names stand together in the paper of a place within one of them, where they name what the
// provinces do for each other, not who signs: 苏陕协作, 闽宁协作 in the paper of a county.
func (d *Discourse) scheme(a, b Token) bool {
	if a.End-a.Start > 1 || b.End-b.Start > 1 {
		return false
	}
	x, y := d.Places[a.Index], d.Places[b.Index]
	return !Country(x) && !Country(y) && (len(d.Home) > len(x.Name) && Within(d.Home, x.Name) || len(d.Home) > len(y.Name) && Within(d.Home, y.Name))
}

// state is true for the name of a state, China too.
func (d *Discourse) state(name string) bool { return name == "中国" || d.Foreign(name) }

// apart is true for two divisions neither of which lies in the other.
func (d *Discourse) apart(a, b int) bool {
	x, y := d.Places[a], d.Places[b]
	return x.Type == reading.Admin && y.Type == reading.Admin && !Within(x.Name, y.Name) && !Within(y.Name, x.Name)
}
