package lattice

import (
	"strings"

	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// joins are the words that join persons.
var joins = map[string]bool{"和": true, "与": true, "及": true, "以及": true, "同": true, "暨": true, "兼": true, "偕": true}

// welcome is what it costs for t to stand after s.
func (l *Lattice) welcome(s state, t *Token) float32 {
	switch t.Kind {
	case Name:
		if t.Framed {
			return 0
		}
		if t.Known {
			return min(nameAfter[s], 1)
		}
		if s == sStart && l.roster {
			s = sTitle
		}
		if t.Script == Odd {
			return oddAfter[s]
		}
		if s == sName && l.v.Gap[t.Start] {
			return spacedName
		}
		return nameAfter[s]
	case Post:
		switch {
		case s == sOther:
			return 1
		case s == sName && !t.Title.Bare && t.Title.Kind == title.Office:
			return 6
		}
	case Place:
		switch s {
		case sTitle:
			return 8
		case sLabour:
			return 3
		case sName, sRoll:
			return 3
		case sWhere:
			return -3
		}
	case Word:
		return l.wordAfter(s, t.Tag, t.Start, t.End)
	}
	return 0
}

// wordAfter is what it costs for a word from i to j to stand after s.
func (l *Lattice) wordAfter(s state, tag string, i, j int) float32 {
	return behind(s, tag, l.v.Runes[i:j]) + l.cutOfName(s, i, j)
}

// cutOfName is what one character costs more behind a name: between it and a mark it is rather the end of the name (娜仁|花、), unless it
// says that somebody speaks; before a verb of saying 和 is (滕玉|和|回答).
func (l *Lattice) cutOfName(s state, i, j int) float32 {
	if s != sName || j-i != 1 || j >= len(l.v.Runes) {
		return 0
	}
	r, next := l.v.Runes[i], l.v.Runes[j]
	switch {
	case classOf(next).is(pausing):
		if classOf(r).is(namesFriend) || next != '、' && r != '和' && classOf(r).is(particle) {
			return 0
		}
		return endsInVerb
	case r == '和' && (l.acting(j) || l.doing(j, len(l.v.Runes)) || l.gives(j)):
		return endsInVerb
	case r == '有' && (l.acting(j) || l.gives(j) || l.takesOffice(j)):
		return noName
	}
	return 0
}

// spacedName is the cost of a name a space behind a name.
const spacedName = 2

// nameAfter is the cost of a name after each state.
var nameAfter = [states]float32{sOther: 7, sStart: 5, sPlace: 6.5, sWhere: 7, sTitle: 0.3, sLabour: 1, sTrade: 2.5, sName: 12, sList: 1.5, sRoll: 0.5}

// oddAfter is the same for a name that no grammar knows.
var oddAfter = [states]float32{sOther: 99, sStart: 99, sPlace: 99, sWhere: 99, sTitle: 0.3, sLabour: 99, sTrade: 99, sName: 99, sList: 4, sRoll: 2}

// behind is the cost of a word after a title or name: what follows a person is a verb, a particle or a mark, and what
// follows an office is a person.
func behind(s state, tag string, w []rune) float32 {
	switch s {
	case sList:
		return listed(tag)
	case sRoll:
		if len(w) == 2 && strings.HasPrefix(tag, "nr") && zhname.UsualSurname(w[0]) {
			return personWord
		}
		return listed(tag) + 2
	case sTitle, sName, sLabour:
	default:
		return 0
	}
	if tag == "" {
		return 3
	}
	if s == sTitle && (string(w) == "职务" || string(w) == "任上") {
		return 0 // 免去某某的院长职务
	}
	switch tag[0] {
	case 'c', 'p':
		return joinAfter(s, tag[0], w)
	case 'v':
		return 0.5
	case 'u':
		return 1
	case 'd':
		return byState(s, 2.5, 0.5, 0.5)
	case 'q', 'f', 'm':
		return 5
	}
	return byState(s, 8, 3, 1.5)
}

// byState picks a cost after an office, a name, an occupation.
func byState(s state, office, name, labour float32) float32 {
	switch s {
	case sTitle:
		return office
	case sName:
		return name
	}
	return labour
}

// joinAfter is the cost of a conjunction or preposition: 和 and 与 join persons, others seldom follow an office.
func joinAfter(s state, class byte, w []rune) float32 {
	switch {
	case joins[string(w)] && class == 'c':
		return 0.5
	case joins[string(w)]:
		return 1
	case class == 'p':
		return byState(s, 5, 1, 1)
	case len(w) > 1:
		return byState(s, 10, 6, 6)
	}
	return 6
}

// listed is the cost of a word where a list of persons or titles goes on.
func listed(tag string) float32 {
	if tag == "" {
		return 2
	}
	switch tag[0] {
	case 'n', 'a', 'd', 'z', 'i', 'l':
		return 2.5
	}
	return 1
}

// personWord is what a word costs more in a list of persons that the lexicon itself takes for one: 郭永宁、|黄蓉.
const personWord = 11
