package issue

import "github.com/baopu/baopu/loader/article"

// What speaks for two halves being of one article. Points are of about one weight: a pair needs enough of them, and stands
// out from every other pair that either half could be of.
const (
	agrees   = 2.0 // a note names the page on which the other half stands
	headline = 8.0 // all the words of the second half's headline stand in that of the first …
	strange  = 3.0 // … less what one costs that shares none
	alike    = 3.0 // the second half shares words with the first, and with nothing else there; less than that, the reverse

	enough = 3.5
	ahead  = 2.0
	little = 0.05 // a likeness below which words tell less
)

// match pairs halves: the first of each pair goes on in the second, each has one partner a side. What is matched leaves the
// field to the others, until no pair stands out.
func match(pages []Page, halves []half) map[int]int {
	pairs := newField(pages, halves).pairs()
	next, taken := map[int]int{}, map[int]bool{}
	for {
		var found []pair
		for _, p := range pairs {
			if p.score >= enough && standsOut(p, pairs) {
				found = append(found, p)
			}
		}
		if len(found) == 0 {
			return next
		}
		for _, p := range found {
			next[p.to], taken[p.from] = p.from, true
		}
		var left []pair
		for _, p := range pairs {
			if _, gone := next[p.to]; !gone && !taken[p.from] {
				left = append(left, p)
			}
		}
		pairs = left
	}
}

// pair is a half with 下转 and one with 上接 that could be one article.
type pair struct {
	to, from int
	score    float64
}

func standsOut(p pair, among []pair) bool {
	for _, q := range among {
		if q != p && (q.to == p.to || q.from == p.from) && q.score > p.score-ahead {
			return false
		}
	}
	return true
}

// field is the halves of an issue with the words of each, and of what stands beside them.
type field struct {
	halves []half
	words  *vocabulary
	heads  []bag
	texts  []bag
	beside map[int][]bag // by page: the other articles of pages that have halves
}

func newField(pages []Page, halves []half) *field {
	f := &field{halves: halves, words: &vocabulary{weight: map[[2]rune]int{}}, beside: map[int][]bag{}}
	for _, h := range halves {
		f.heads = append(f.heads, bagOf(h.Kicker, h.Title, h.Subtitle))
		f.texts = append(f.texts, wordsOf(h.Article))
		f.beside[h.page] = nil
	}
	f.words.count(f.texts)
	for i := range f.beside {
		for _, a := range pages[i].Articles {
			if !a.Half() {
				f.beside[i] = append(f.beside[i], wordsOf(a))
			}
		}
		f.words.count(f.beside[i])
	}
	f.words.weigh()
	return f
}

func wordsOf(a *article.Article) bag { return bagOf(a.Kicker, a.Title, a.Subtitle, a.Body) }

func (f *field) pairs() []pair {
	var out []pair
	for i := range f.halves {
		for k := range f.halves {
			if s, ok := f.score(i, k); ok {
				out = append(out, pair{i, k, s})
			}
		}
	}
	return out
}

// score is what speaks for half k being what half i goes on with; false where their notes or pages forbid it.
func (f *field) score(i, k int) (float64, bool) {
	a, b := &f.halves[i], &f.halves[k]
	if a.Jump == "" || b.ContinuedFrom == "" || i == k {
		return 0, false
	}
	if a.page == b.page && (a.number == "" || b.number == "" || agree(a.number, b.number)) {
		return 0, false
	}
	score := 0.0
	for _, note := range [...]struct{ says, is string }{{a.to, b.number}, {b.from, a.number}} {
		switch {
		case note.says == "" || note.is == "":
		case !agree(note.says, note.is):
			return 0, false
		default:
			score += agrees
		}
	}
	return score + f.named(i, k) + f.like(i, k), true
}

// named is what the headline of half k, or the one that its note names, says of half i; 0 where there is none.
func (f *field) named(i, k int) float64 {
	name := f.halves[k].ContinuedTitle
	if name == "" {
		name = f.halves[k].Title
	}
	words := bagOf(name)
	if len(words) == 0 {
		return 0
	}
	share := max(words.share(f.heads[i]), words.share(f.texts[i])/2)
	return headline*share - strange
}

// like compares what half k shares with half i with what it shares with others that could go on: those that stand beside
// half i, and the other halves that go on somewhere.
func (f *field) like(i, k int) float64 {
	own, other := f.words.likeness(f.texts[i], f.texts[k]), 0.0
	for n := range f.halves {
		if n != i && n != k && f.halves[n].Jump != "" {
			other = max(other, f.words.likeness(f.texts[n], f.texts[k]))
		}
	}
	for _, b := range f.beside[f.halves[i].page] {
		other = max(other, f.words.likeness(b, f.texts[k]))
	}
	return alike * (own - other) / max(own, other, little)
}
