package alike

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
)

// shortest is the least length, in letters, of a sentence that counts: shorter ones are formulas.
const shortest = 12

// The lengths of a phrase that is searched for, in letters: one of fewer finds too much, one of more takes longer and finds
// no less.
const (
	leastPhrase = 6
	mostPhrase  = 12
)

// text is the body of an article, ready to be compared.
type text struct {
	sentences []zh.Sentence // that count, each once
	letters   string        // the keys of all sentences
}

func textOf(a *kg.Article) text {
	runes := []rune(a.Text)
	var t text
	var all strings.Builder
	seen := map[string]bool{}
	for _, p := range a.Parts {
		if p.Kind != "body" || p.Start < 0 || p.Start > p.End || p.End > len(runes) {
			continue
		}
		body := string(runes[p.Start:p.End])
		if all.Len() == 0 {
			body = afterDateline(body)
		}
		for _, s := range zh.Sentences(body) {
			all.WriteString(s.Key)
			if !seen[s.Key] && utf8.RuneCountInString(s.Key) >= shortest {
				seen[s.Key] = true
				s.Text = strings.TrimSpace(s.Text)
				t.sentences = append(t.sentences, s)
			}
		}
	}
	t.letters = all.String()
	return t
}

// farthest is how many characters of a text may stand before the end of its dateline.
const farthest = 30

// afterDateline is a text without the 新华社北京2月25日电（记者某某） or 据新华社电 that it begins with: papers write it anew, or
// leave it out.
func afterDateline(s string) string {
	runes := []rune(s)
	head := []rune(zh.Simplify(string(runes[:min(len(runes), farthest)])))
	for i := 1; i < len(head); i++ {
		if head[i] == '电' && (head[i-1] == '日' || head[i-1] == '社') {
			return afterBrackets(strings.TrimLeftFunc(string(runes[i+1:]), zh.IsSpace))
		}
	}
	return s
}

// afterBrackets is s without what it begins with in brackets.
func afterBrackets(s string) string {
	for _, b := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if _, after, ok := strings.Cut(s, b[1]); ok && strings.HasPrefix(s, b[0]) {
			return after
		}
	}
	return s
}

// phrases are what to search for: of the sentence that leads, which whoever cuts a text leaves in, and of the longest ones,
// their longest stretches without punctuation.
func (t text) phrases() []string {
	sorted := slices.Clone(t.sentences[1:])
	slices.SortStableFunc(sorted, func(a, b zh.Sentence) int { return cmp.Compare(len(b.Key), len(a.Key)) })
	var out []string
	for _, s := range append(t.sentences[:1:1], sorted...) {
		if p := phrase(s.Text); p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
		if len(out) == maxPhrases {
			break
		}
	}
	return out
}

// phrase is the beginning of the longest stretch of letters, "" where none is long enough.
func phrase(sentence string) string {
	var longest []rune
	for _, s := range strings.FieldsFunc(sentence, func(r rune) bool { return !zh.IsHan(r) && !zh.IsDigit(r) && !zh.IsLatin(r) }) {
		if runes := []rune(s); len(runes) > len(longest) {
			longest = runes
		}
	}
	if len(longest) < leastPhrase {
		return ""
	}
	return string(longest[:min(len(longest), mostPhrase)])
}
