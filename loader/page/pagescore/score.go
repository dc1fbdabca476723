// Package pagescore measures how well pages are split into articles: a port of the measures "articles" and "titles" of the
// scorer that comes with the typeset pages (testdata/pages), and a small typesetter that makes dumps in many layouts out of
// ready articles. Tests use it; no product code does.
package pagescore

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/baopu/baopu/loader/article"
)

// Gold is one article as it should be found; Optional ones count neither way.
type Gold struct {
	article.Article
	Optional bool `json:"optional"`
}

// Tally counts what was right, predicted and to be found.
type Tally struct{ Right, Predicted, Gold int }

// Add sums two tallies.
func (t Tally) Add(u Tally) Tally {
	return Tally{t.Right + u.Right, t.Predicted + u.Predicted, t.Gold + u.Gold}
}

// F1 is the harmonic mean of precision and recall, 0 to 1; 0 where nothing is right.
func (t Tally) F1() float64 {
	if t.Right == 0 {
		return 0
	}
	return 2 * float64(t.Right) / float64(t.Predicted+t.Gold)
}

// Scores are the measures of one page or of several.
type Scores struct {
	Articles Tally
	Titles   Tally
	Wrong    []string // what was not right, for people to read
}

// Add sums the scores of two pages.
func (s Scores) Add(u Scores) Scores {
	return Scores{s.Articles.Add(u.Articles), s.Titles.Add(u.Titles), append(slices.Clip(s.Wrong), u.Wrong...)}
}

// Page scores the articles predicted for one page.
func Page(golds []Gold, preds []article.Article) Scores {
	to, used := align(golds, preds)
	var s Scores
	for j := range preds {
		if i, ok := used[j]; ok {
			if !golds[i].Optional {
				s.Articles.Predicted++
			}
			continue
		}
		if preds[j].Kind == article.Remainder || repeats(golds, &preds[j]) {
			continue
		}
		s.Articles.Predicted++
		s.Wrong = append(s.Wrong, "extra: "+clip(strings.Join(whole(&preds[j]), "")))
		if head(preds[j].Title) != "" {
			s.Titles.Predicted++
		}
	}
	for i := range golds {
		if golds[i].Optional {
			continue
		}
		s.Articles.Gold++
		j, ok := to[i]
		if !ok {
			s.Wrong = append(s.Wrong, "missed: "+golds[i].Title+clip(golds[i].Body))
			j = -1
		}
		s.one(&golds[i].Article, preds, j)
	}
	return s
}

// one counts a gold article against prediction j, -1 none.
func (s *Scores) one(g *article.Article, preds []article.Article, j int) {
	title := head(g.Title)
	if title != "" {
		s.Titles.Gold++
	}
	if j < 0 {
		return
	}
	p := &preds[j]
	if got := head(p.Title); got != "" {
		s.Titles.Predicted++
		if got == title {
			s.Titles.Right++
		}
	}
	if head(p.Title) != title {
		s.Wrong = append(s.Wrong, "title: want "+title+", got "+head(p.Title))
	}
	a, b := strings.Join(body(g), ""), strings.Join(body(p), "")
	if g.Kind == article.Photo || a == "" {
		a += captions(g)
		b += captions(p)
	}
	ra, rb := []rune(a), []rune(b)
	m := float64(matched(ra, rb))
	if len(ra) > 0 && len(rb) > 0 && m >= 0.95*float64(len(ra)) && m >= 0.95*float64(len(rb)) {
		s.Articles.Right++
		return
	}
	s.Wrong = append(s.Wrong, "body: "+title+clip(a)+" got "+clip(b))
}

func clip(s string) string {
	r := []rune(s)
	return string(r[:min(24, len(r))])
}

// align pairs golds and predictions by the Jaccard overlap of their 5-grams, the best pair first.
func align(golds []Gold, preds []article.Article) (to, used map[int]int) {
	gg, pg := make([]map[string]int, len(golds)), make([]map[string]int, len(preds))
	for i := range golds {
		gg[i] = grams(whole(&golds[i].Article), 5)
	}
	for j := range preds {
		pg[j] = grams(whole(&preds[j]), 5)
	}
	type pair struct {
		share float64
		i, j  int
	}
	var pairs []pair
	for i, g := range gg {
		for j, p := range pg {
			if share := jaccard(g, p); share >= 0.02 {
				pairs = append(pairs, pair{share, i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		switch {
		case a.share > b.share:
			return -1
		case a.share < b.share:
			return 1
		case a.i != b.i:
			return a.i - b.i
		}
		return a.j - b.j
	})
	to, used = map[int]int{}, map[int]int{}
	for _, p := range pairs {
		_, a := to[p.i]
		_, b := used[p.j]
		if !a && !b {
			to[p.i], used[p.j] = p.j, p.i
		}
	}
	return to, used
}

func jaccard(a, b map[string]int) float64 {
	inter, na, nb := 0, 0, 0
	for g, n := range a {
		inter += min(n, b[g])
		na += n
	}
	for _, n := range b {
		nb += n
	}
	if inter == 0 {
		return 0
	}
	return float64(inter) / float64(na+nb-inter)
}

func grams(parts []string, n int) map[string]int {
	r := []rune(strings.Join(parts, ""))
	out := map[string]int{}
	if len(r) < n {
		if len(r) > 0 {
			out[string(r)]++
		}
		return out
	}
	for i := 0; i+n <= len(r); i++ {
		out[string(r[i:i+n])]++
	}
	return out
}

// repeats reports whether a prediction mostly repeats optional gold lines.
func repeats(golds []Gold, p *article.Article) bool {
	own := grams(whole(p), 3)
	optional := map[string]bool{}
	for i := range golds {
		if golds[i].Optional {
			for g := range grams(whole(&golds[i].Article), 3) {
				optional[g] = true
			}
		}
	}
	hit, all := 0, 0
	for g, n := range own {
		all += n
		if optional[g] {
			hit += n
		}
	}
	return all == 0 || float64(hit) >= 0.6*float64(all)
}

func whole(a *article.Article) []string {
	var out []string
	for _, s := range [...]string{head(a.Title), head(a.Subtitle), head(a.Kicker)} {
		if s != "" {
			out = append(out, s)
		}
	}
	out = append(out, body(a)...)
	for _, c := range a.Captions {
		out = append(out, caption(c))
	}
	return out
}

func body(a *article.Article) []string {
	var out []string
	for _, p := range strings.Split(a.Body, "\n") {
		if p = fold(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func captions(a *article.Article) string {
	var b strings.Builder
	for _, c := range a.Captions {
		b.WriteString(caption(c))
	}
	return b.String()
}

func caption(s string) string { return strings.TrimRight(fold(s), "。") }

func head(s string) string { return strings.Trim(fold(s), "—") }

// folds are the marks that count as one.
var folds = strings.NewReplacer("―", "—", "•", "·", "‧", "·", "・", "·", "戶", "户")

// fold is text as compared: NFKC, without space, one dash, one middle dot.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
	return folds.Replace(s)
}
