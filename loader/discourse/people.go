package discourse

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/reading"
)

// Jurisdiction is the place that person i holds office in, or the place of the organisation that they serve; "" unknown.
func (d *Discourse) Jurisdiction(i int) string { return d.offices[i] }

// govern finds the jurisdiction of each person once: who is named thousands of times has as many posts.
func (d *Discourse) govern() {
	d.offices = make([]string, len(d.People))
	for i := range d.People {
		d.offices[i] = d.jurisdiction(i)
	}
}

func (d *Discourse) jurisdiction(i int) string {
	finest := ""
	for _, p := range d.People[i].Posts {
		if p.Place != "" && p.Status != reading.Former && (finest == "" || Within(p.Place, finest)) {
			finest = p.Place // 市委常委、县委书记 serves the county
		}
	}
	if finest != "" {
		return finest
	}
	for _, p := range d.People[i].Posts {
		if p.Org == "" || p.Status == reading.Former {
			continue
		}
		for k, o := range d.Organizations {
			if o.Name == p.Org && d.seats[k] != "" {
				return d.seats[k]
			}
		}
	}
	return ""
}

// Official is true for a person with an office, be it a generic one.
func (d *Discourse) Official(i int) bool {
	for _, p := range d.People[i].Posts {
		if !p.Occupation && !strings.HasSuffix(p.Title, "人大代表") {
			return true // a deputy of a congress is a citizen else
		}
	}
	return false
}

// Leader is true for a person with an office of a jurisdiction itself, not of one of its bodies.
func (d *Discourse) Leader(i int) bool {
	for _, p := range d.People[i].Posts {
		if !p.Occupation && p.Org == "" && p.Place != "" {
			return true
		}
	}
	return false
}

// Country is true for a place that is a state.
func Country(p reading.Place) bool {
	return p.Type == reading.Admin && len(p.Code) == 2 && p.Code[0] >= 'A'
}

// Within is true where division inner is outer or lies in it. Both are full paths.
func Within(inner, outer string) bool { return outer != "" && strings.HasPrefix(inner, outer) }

// Foreign is true for a full path or country name that names a state other than China.
func (d *Discourse) Foreign(place string) bool {
	for _, p := range d.Places {
		if p.Name == place {
			return Country(p) && p.Name != "中国"
		}
	}
	return false
}

// Name is the name of the mention that token t is.
func (d *Discourse) Name(t Token) string {
	switch t.Kind {
	case Person:
		return d.People[t.Index].Name
	case Org:
		return d.names[t.Index]
	case Place:
		return d.Places[t.Index].Name
	}
	return ""
}

// Goes is true for a place mention that holds its own word of going: 来华, 赴京, 访华.
func (d *Discourse) Goes(t Token) bool {
	if t.Kind != Place || t.End-t.Start != 2 {
		return false
	}
	switch d.Reading.Text.Runes[t.Start] {
	case '来', '赴', '访', '抵', '在', '到':
		return d.Places[t.Index].Type == reading.Admin && len([]rune(d.Places[t.Index].Name)) >= 2 && []rune(d.Places[t.Index].Name)[0] != d.Reading.Text.Runes[t.Start]
	}
	return false
}

// Delegation is true for an organisation that travels: 代表团, 考察团.
func (d *Discourse) Delegation(t Token) bool {
	return t.Kind == Org && d.Organizations[t.Index].Type == "delegation"
}

// Titular is true where the place or organisation at tokens[i] only stands in a title before a person (东城区委书记孙新军) or
// before another name that it belongs to, so that it is no party itself.
func Titular(tokens []Token, i int) bool {
	if i+1 >= len(tokens) {
		return false
	}
	switch tokens[i+1].Kind {
	case Text, Person, Paren:
	case Org:
		return true
	case Place:
		return tokens[i].End == tokens[i+1].Start || titleEnds(tokens, i+1)
	default:
		return tokens[i+1].Is(Speak|Inspect|Host|Organ) && titleEnds(tokens, i+2)
	}
	return titleEnds(tokens, i+1)
}

// InTitle is true where the place at tokens[i] begins the title of a person: 东城区委书记孙新军, also behind 在.
func InTitle(tokens []Token, i int) bool { return titleEnds(tokens, i+1) }

// longestTitle is how many tokens the titles of one person may have.
const longestTitle = 24

// titleEnds is true where a person follows with nothing but titles between.
func titleEnds(tokens []Token, i int) bool {
	for end := min(len(tokens), i+longestTitle); i < end; i++ {
		if t := tokens[i]; t.Kind == Text && t.End-t.Start == 1 && i+1 < len(tokens) && tokens[i+1].Kind == Person {
			return false // 为, 向, 对: no title has one character
		}
		switch tokens[i].Kind {
		case Person:
			return true
		case Text, Org, Place, Dun, Paren:
		default:
			if t := tokens[i]; t.Is(And) && i > 0 && i+1 < len(tokens) && tokens[i-1].Kind == Text && tokens[i+1].Kind == Text {
				continue // 外交与安全政策高级代表
			} else if t.Is(Organ) {
				continue
			}
			return false
		}
	}
	return false
}

// Recalled tells whether the verb at tokens[i] only recalls what somebody has said elsewhere: 正如某某强调, 某某所指出.
// They are his words, but he needn't be there.
func (d *Discourse) Recalled(tokens []Token, i int) bool {
	for j := i - 1; j >= 0 && !tokens[j].Mark(); j-- {
		word := ""
		if tokens[j].Kind == Text {
			word = d.String(tokens[j].Span)
		}
		if j == i-1 && strings.HasSuffix(word, "所") || zh.EndsWith(word, "正如", "诚如", "恰如") {
			return true
		}
	}
	return false
}
