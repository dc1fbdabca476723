package mention

import (
	"math"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/title"
)

// Costs of what the lexicon doesn't say.
const (
	unknownRune = 15 // a character that is no word
	torn        = 3  // a character that makes a common word with the next: 于 of 于是
	commonFreq  = 1500
	gapInWord   = 6  // a layout space inside a word or place
	gapInName   = -5 // a layout space inside a name of two characters
)

var logTotal = float32(math.Log(57e6)) // tokens behind the lexicon's counts

// longestExtra is the length of the longest word of extra, in characters.
const longestExtra = 4

func (l *lattice) words(i, start, end int) {
	text := l.v.runes
	single := arc{token{kind: word, start: i, end: i + 1}, unknownRune}
	long := false
	lexicon.Default().Each(text[:end], i, func(w lexicon.Word) {
		tag, cost := l.price(text[i:w.End], w.Freq, w.Tag)
		switch {
		case cost == 0:
		case w.End == i+1:
			single.token.tag, single.cost = tag, cost
		default:
			long = long || w.End == i+2 && w.Freq > commonFreq && !l.v.gap[i+1]
			l.step(start, arc{token{kind: word, start: i, end: w.End, tag: tag}, cost + l.gaps(i, w.End)})
		}
	})
	if long {
		single.cost += torn
	}
	l.step(start, single)
	for j := i + 2; j <= end && j <= i+longestExtra; j++ {
		if tag, ok := extra[string(text[i:j])]; ok {
			l.step(start, arc{token{kind: word, start: i, end: j, tag: tag}, 8 + l.gaps(i, j)})
		}
	}
}

// word is the tag and cost of a word of the lexicon, cost 0 if it has none. Its names of persons are no words here.
func (l *lattice) word(i, j int) (tag string, cost float32) {
	w := l.v.runes[i:j]
	f := lexicon.Default().Freq(w)
	if f == 0 {
		return "", 0
	}
	return l.price(w, f, lexicon.Default().Tag(w))
}

func (l *lattice) price(w []rune, freq int, tag string) (string, float32) {
	if len(w) > 1 && (tag == "nr" || tag == "nrt" || tag == "nrfg") && freq < 200 {
		return "", 0
	}
	return tag, logTotal - float32(math.Log(float64(freq)+1))
}

// freq is how often the lexicon counts a word.
func freq(w string) int { return lexicon.Default().Freq([]rune(w)) }

// gaps is the cost of layout spaces inside a word.
func (l *lattice) gaps(i, j int) float32 {
	n := 0
	for k := i + 1; k < j; k++ {
		if l.v.gap[k] {
			n++
		}
	}
	if n == 0 || n == j-i-1 && j-i > 2 || l.letterSpaced(i, j) {
		return 0
	}
	return float32(n) * gapInWord
}

// letterSpaced tells a stretch set with spaces between all characters, where a gap says nothing.
func (l *lattice) letterSpaced(i, j int) bool {
	return i > 0 && l.v.gap[i] && j < len(l.v.gap) && l.v.gap[j] && (i > 1 && l.v.gap[i-1] || j+1 < len(l.v.gap) && l.v.gap[j+1])
}

func (l *lattice) titleCost(t title.Title) float32 {
	n := t.End - t.Start
	cost := float32(9)
	if t.Kind == title.Occupation {
		cost = 10
	}
	if n == 1 {
		cost += 6
	}
	return cost + l.gaps(t.Start, t.End)
}

// Costs of a name of a place by how it stands there.
const (
	placeFull   = 8.5
	placeShort  = 11
	placeCommon = 3 // more than the word that it is
	placeSmall  = 3 // more for the short name of a township or zone
)

func (l *lattice) places(i, start, end int) {
	for m := range gazetteer.Default().Matches(l.v.runes[:end], i) {
		t := token{kind: place, start: i, end: m.End, places: m.Candidates}
		l.step(start, arc{t, l.placeCost(t)})
	}
}

func (l *lattice) placeCost(t token) float32 {
	best := far
	tag, known := l.word(t.start, t.end)
	for _, c := range t.places {
		cost := float32(placeFull)
		small := c.Place.Level == gazetteer.Township || c.Place.Kind == gazetteer.Zone
		if c.Form.Has(gazetteer.Short) {
			cost = placeShort
			if small {
				cost += placeSmall
			}
		}
		if small {
			cost += 1
		}
		switch {
		case known > 0 && tag == "ns":
			cost = min(cost, known) - 1
		case known > 0 || c.Form.Has(gazetteer.Common):
			cost = max(cost, known) + placeCommon
		}
		best = min(best, cost)
	}
	return best + l.gaps(t.start, t.end)
}

func (l *lattice) names(i, start, end int) {
	if i > start && dot(l.v.runes[i-1]) {
		return
	}
	l.room = zhname.Append(l.room[:0], l.v.runes[:end], i)
	for _, c := range l.room {
		if c.End < end && dot(l.v.runes[c.End]) {
			continue
		}
		t := token{kind: name, start: i, end: c.End, cost: nameCost(c.End-i, c.Score)}
		if c.Kind >= zhname.Minority {
			t.script = foreign
		}
		cost := t.cost
		if c.End-i == 2 && l.v.gap[i+1] && !l.letterSpaced(i, c.End) {
			cost += gapInName
		}
		l.step(start, arc{t, cost})
	}
}

// Costs of a name by its score: what its characters would cost in plain text, less the evidence for a name.
const (
	textRune     = 6.2 // of a character in plain text
	evidenceRate = 0.8
)

func nameCost(n, score int) float32 {
	s := float64(min(max(score, 1), 999)) / 1000
	return float32(textRune*float64(n) - evidenceRate*2*math.Log(s/(1-s)))
}

// extra are words of the genre that the lexicon lacks, with their tags.
var extra = map[string]string{
	"率队": "v", "带队": "v", "同志": "n", "代表团": "n", "考察团": "n", "主持召开": "v", "致辞": "v", "两地": "n", "京蒙": "j", "调研": "v", "指出": "v",
}

// dot is the mark inside foreign names.
func dot(r rune) bool { return r == '·' || r == '•' || r == '‧' || r == '・' }
