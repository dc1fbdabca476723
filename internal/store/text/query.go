package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
)

// Query is what a person typed, ready to be looked for. Nothing in it is an operator.
type Query struct {
	Key   string   // zh.Key of the whole: for names and aliases; "" of one that is longer than forms are
	Latin string   // letters and digits of a query that is nothing else but spaces and apostrophes: for pinyin; "" likewise
	Words []string // the folded stretches between spaces: all must stand in a title or text
	runes [][]rune // of Words
}

// Parse reads what a person typed. A query that is white space only has no words, and finds nothing.
func Parse(typed string) Query {
	folded, _ := fold(typed)
	q := Query{Key: asForm(zh.Key(typed)), runes: runs(folded)}
	latin := true
	for _, run := range q.runes {
		q.Words = append(q.Words, string(run))
	}
	var b strings.Builder
	for _, r := range folded {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case between(r), r == '\'':
		default:
			latin = false
		}
	}
	if latin {
		q.Latin = asForm(b.String())
	}
	return q
}

// asForm is what may be asked for as a form.
func asForm(s string) string {
	if utf8.RuneCountInString(s) > maxForm {
		return ""
	}
	return s
}

// Phrase is one word of a query as the bigram index has it: tokens that must follow one another, the only one of them
// perhaps a prefix.
type Phrase struct {
	Tokens string // joined by spaces
	Prefix bool
}

// Phrases lists the words as the bigram index has them.
func (q *Query) Phrases() []Phrase {
	out := make([]Phrase, len(q.runes))
	for i, run := range q.runes {
		if len(run) == 1 {
			out[i] = Phrase{string(indexed(run[0])), true}
			continue
		}
		tokens := make([]string, 0, len(run)-1)
		for j := range run[:len(run)-1] {
			tokens = append(tokens, string([]rune{indexed(run[j]), indexed(run[j+1])}))
		}
		out[i] = Phrase{Tokens: strings.Join(tokens, " ")}
	}
	return out
}

// Rank tells how e answers q, one of kg.RankExactName …, and 0 where it doesn't. It is what every store's index must come
// to.
func Rank(q *Query, e *Entry) int {
	if len(q.Words) == 0 {
		return 0
	}
	best := 0
	for _, f := range e.Forms() {
		want, rank := q.Key, int(f.Class)
		if f.Class == PinyinForm {
			want = q.Latin
		}
		if want == "" || !strings.HasPrefix(f.Text, want) {
			continue
		}
		if f.Class == NameForm && f.Text == want {
			rank = kg.RankExactName
		}
		if best == 0 || rank < best {
			best = rank
		}
	}
	if best > 0 {
		return best
	}
	names, _ := fold(e.Names())
	if q.in(string(names)) {
		return kg.RankTitle
	}
	body, _ := fold(e.Body)
	if q.in(string(names), string(body)) {
		return kg.RankText
	}
	return 0
}

// in says whether every word stands in one of texts.
func (q *Query) in(texts ...string) bool {
	for _, w := range q.Words {
		if !slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, w) }) {
			return false
		}
	}
	return true
}
