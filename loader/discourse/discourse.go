// Package discourse reads an article's text once into tokens that the grammars of facts work on: mentions, dates,
// documents in 《》, quotations, marks, and the words that announce a fact. It knows who the article's two sides are, and
// which day a stretch of text speaks of. It claims nothing itself.
package discourse

import (
	"cmp"
	"iter"
	"slices"
	"sort"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/reading"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token. Text is a run that no grammar knows.
const (
	Text     Kind = iota
	Person        // Index is in Reading.People
	Place         // Index is in Reading.Places
	Org           // Index is in Reading.Organizations
	Date          // Index is in Discourse.Dates
	Document      // 《…》 with its marks; what stands inside has no tokens
	Quote         // “…” with its marks; what stands inside has no tokens
	Word          // Class says which
	Comma         // ， ： and spaces between clauses of a headline
	Dun           // 、
	Semi          // ；
	Stop          // 。！？… and the end of a part
	Paren         // （…） with its marks
)

// Token is a stretch of the text. Tokens don't overlap and stand in order; together they cover every part.
type Token struct {
	reading.Span
	Kind  Kind
	Index int
	Class Class // of a Word
}

// Sentence is the tokens First to Last (exclusive) up to and with one Stop outside quotations.
type Sentence struct {
	First, Last int
	Part        int // index of Text.Parts
	Kind        article.PartKind
	lede        bool // 本报利雅得5月12日电（记者某某）
}

// Discourse is one article as a sequence of sentences. Build it with New.
type Discourse struct {
	*reading.Reading
	Tokens    []Token
	Sentences []Sentence
	Dates     []Day
	Sides     Sides
	scene     string
	named     []Token   // mentions and dates, also those inside brackets
	divisions Divisions // of Places
	seats     []string  // by organisation: the division that it belongs to
	offices   []string  // by person: what Jurisdiction answers
	names     []string  // by organisation: its name, a delegation's by its fullest mention
	days      []dayAt   // the day that the text speaks of, by token, ascending
	lastDates []int     // by sentence: the last token with a day in its part so far, -1 for none
}

// New reads r into tokens and sentences. It takes time linear in the text and its mentions, and doesn't change r.
func New(r *reading.Reading) *Discourse { return NewOf(r, DivisionsOf(r.Places)) }

// NewOf is New of one of several readings that have the same places, whose divisions are listed once for all.
func NewOf(r *reading.Reading, divisions Divisions) *Discourse {
	d := &Discourse{Reading: r, divisions: divisions}
	d.Dates = days(r)
	d.seat()
	d.govern()
	d.named = d.marks()
	marks := d.named
	d.Tokens = make([]Token, 0, size(r.Text.Parts)/3+len(r.Text.Parts)) // r may be one item of a long text
	for i, p := range r.Text.Parts {
		marks = d.scan(p, marks)
		d.split(i, p.Kind)
	}
	d.foresee()
	d.days = d.trackDays()
	d.noteDates()
	d.Sides = d.findSides()
	return d
}

// size is how many characters the parts have.
func size(parts []article.Part) int {
	n := 0
	for _, p := range parts {
		n += p.End - p.Start
	}
	return n
}

// Rest is the tokens of s.
func (d *Discourse) Rest(s Sentence) []Token { return d.Tokens[s.First:s.Last] }

// Before is the sentence before s in its part; false for the first.
func (d *Discourse) Before(s Sentence) (Sentence, bool) {
	before, ok := d.Previous(s)
	if !ok || before.Part != s.Part {
		return Sentence{}, false
	}
	return before, true
}

// index is where s stands among the sentences, or would stand: then false.
func (d *Discourse) index(s Sentence) (int, bool) {
	return slices.BinarySearchFunc(d.Sentences, s.First, func(x Sentence, first int) int { return cmp.Compare(x.First, first) })
}

// Previous is the sentence before s, be it of another part; false for the first of the text.
func (d *Discourse) Previous(s Sentence) (Sentence, bool) {
	at, _ := d.index(s)
	if at == 0 {
		return Sentence{}, false
	}
	return d.Sentences[at-1], true
}

// DatedBefore is the sentence before s in its part that has the last date with a day, and the index of that token there; false
// where there is none.
func (d *Discourse) DatedBefore(s Sentence) (Sentence, int, bool) {
	at, _ := d.index(s)
	if at == 0 || d.Sentences[at-1].Part != s.Part || d.lastDates[at-1] < 0 {
		return Sentence{}, 0, false
	}
	token := d.lastDates[at-1]
	of := sort.Search(at, func(i int) bool { return d.Sentences[i].Last > token })
	return d.Sentences[of], token - d.Sentences[of].First, true
}

// noteDates finds for each sentence what DatedBefore asks for: a walk back from each would take the square of a long paragraph.
func (d *Discourse) noteDates() {
	d.lastDates = make([]int, len(d.Sentences))
	last := -1
	for i, s := range d.Sentences {
		if i > 0 && d.Sentences[i-1].Part != s.Part {
			last = -1
		}
		for j := s.First; j < s.Last; j++ {
			if t := d.Tokens[j]; t.Kind == Date && d.Dates[t.Index].Start != "" {
				last = j
			}
		}
		d.lastDates[i] = last
	}
}

// Back is what stands before a place of the text, from there back: head, the tokens of sentence s up to it, and then whole sentences,
// no more than most with the first. Each is given with its sentence, be it of another part.
func (d *Discourse) Back(s Sentence, head []Token, most int) iter.Seq2[Sentence, []Token] {
	return func(yield func(Sentence, []Token) bool) {
		for n, ok := 0, true; ok && n < most && yield(s, head); n++ {
			if s, ok = d.Previous(s); ok {
				head = d.Rest(s)
			}
		}
	}
}

// After is the sentence behind s in its part; false for the last.
func (d *Discourse) After(s Sentence) (Sentence, bool) {
	at, _ := d.index(s)
	if at+1 >= len(d.Sentences) || d.Sentences[at+1].Part != s.Part {
		return Sentence{}, false
	}
	return d.Sentences[at+1], true
}

// String is the text of a span.
func (d *Discourse) String(s reading.Span) string { return d.Reading.Text.Slice(s.Start, s.End) }

// Within is the mentions and dates inside span, also where brackets hide them from the tokens. They are in order.
func (d *Discourse) Within(span reading.Span) []Token {
	from, _ := slices.BinarySearchFunc(d.named, span.Start, func(t Token, at int) int { return cmp.Compare(t.Start, at) })
	to := from
	for to < len(d.named) && d.named[to].End <= span.End {
		to++
	}
	return d.named[from:to]
}

// longestSentence is how many tokens a sentence may have, so that what is quadratic in a sentence stays linear in a text.
// Longer ones are lists without a full stop, and are cut.
const longestSentence = 400

// split closes the sentences of the part that was scanned last.
func (d *Discourse) split(part int, kind article.PartKind) {
	first := 0
	if n := len(d.Sentences); n > 0 {
		first = d.Sentences[n-1].Last
	}
	if lede := d.ledeEnd(part, kind); lede > 0 {
		first = d.splitLede(first, lede, part, kind)
	}
	for i := first; i < len(d.Tokens); i++ {
		if d.closes(i) || i == len(d.Tokens)-1 || i-first >= longestSentence {
			d.Sentences = append(d.Sentences, Sentence{First: first, Last: i + 1, Part: part, Kind: kind})
			first = i + 1
		}
	}
}

// splitLede closes the sentence of a lede, from token first to the code point end, and answers the token behind it. The words that a token holds
// of both are parted.
func (d *Discourse) splitLede(first, end, part int, kind article.PartKind) int {
	for i := first; i < len(d.Tokens)-1; i++ {
		t := &d.Tokens[i]
		if t.End < end {
			continue
		}
		if t.End > end {
			if t.Kind != Text {
				return first
			}
			rest := *t
			rest.Start, t.End = end, end
			d.Tokens = slices.Insert(d.Tokens, i+1, rest)
		}
		d.Sentences = append(d.Sentences, Sentence{First: first, Last: i + 1, Part: part, Kind: kind, lede: true})
		return i + 1
	}
	return first
}

// ledeEnd is where the first sentence of a part begins behind a lede that names a place, or its makers without a bracket, which take no part
// in it: 本报利雅得5月12日电（记者某某）|, 本报讯 记者某某报道：|.
// 0 if the part opens with none.
func (d *Discourse) ledeEnd(part int, kind article.PartKind) int {
	p := d.Text.Parts[part]
	if kind != article.BodyPart {
		return 0
	}
	l, ok := credit.ReadLede(d.Text.Runes[p.Start:min(p.End, p.Start+longestLede)])
	if !ok || l.Place == "" && !l.Reports {
		return 0
	}
	return p.Start + l.Len
}

// longestLede bounds a lede, with the bracket that names its makers.
const longestLede = 120

// closes is true where token i ends its sentence: a full stop outside quotations, or a quotation after 说： that ends in one.
func (d *Discourse) closes(i int) bool {
	t := d.Tokens[i]
	if t.Kind == Stop {
		return i+1 == len(d.Tokens) || d.Tokens[i+1].Kind != Stop
	}
	if t.Kind != Quote || i == 0 || d.Tokens[i-1].Kind != Comma || i+1 == len(d.Tokens) {
		return false
	}
	inner := d.Reading.Text.Runes[t.End-2]
	return (inner == '。' || inner == '！' || inner == '？') && !d.Tokens[i+1].Mark()
}

// Mark is true for punctuation.
func (t Token) Mark() bool { return t.Kind >= Comma && t.Kind <= Stop }

// Body is true for a sentence of the story itself, false for headlines and captions.
func (s Sentence) Body() bool { return s.Kind == article.BodyPart }
