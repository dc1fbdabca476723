package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// What of news.tsv is worth a row: words that gse has seldom and that news have often. A count is capped: how often a word
// stands in one newspaper tells little of another.
const (
	seldom  = 300 // in gse's dictionary
	often   = 15  // in the news
	highest = 26  // per million words
	known   = 100 // a part of a longer word that is a word by itself
	longest = 8
)

// news counts the words of articles (JSON Lines with title and body, gzipped) as the dictionary's frequencies cut them, and
// writes those that it has too seldom to lists/news.tsv: counts only, nothing of the text. Names are left as they are, and so
// are phrases of known words (主持会议), which would hide them.
func (g *generator) news() error {
	words, err := g.dictionary()
	if err != nil {
		return err
	}
	c := newCutter(words)
	counts, total := map[string]int{}, 0
	err = g.articles(func(text string) {
		for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			for _, w := range c.cut([]rune(run)) {
				counts[w]++
				total++
			}
		}
	})
	if err != nil {
		return err
	}
	var out strings.Builder
	out.WriteString("# Words that news have more often than gse's dictionary does, and how often in a million words, at most 26.\n")
	for _, w := range sortedKeys(counts) {
		n := counts[w]
		if old := words[w]; n >= often && old.freq < seldom && !isName(old.tag) && !c.phrase([]rune(w)) && n*c.total/total > 2*old.freq {
			fmt.Fprintf(&out, "%s\t%d\n", w, min(highest, n*perMillion/total))
		}
	}
	return os.WriteFile(filepath.Join(g.lists, "news.tsv"), []byte(out.String()), 0o644)
}

func isName(tag string) bool {
	return len(tag) >= 2 && (tag[:2] == "nr" || tag[:2] == "ns" || tag[:2] == "nt" || tag[:2] == "nz")
}

// articles calls yield with the text of each article of g.corpus.
func (g *generator) articles(yield func(text string)) error {
	if g.corpus == "" {
		return errors.New("-corpus names no articles")
	}
	f, err := os.Open(g.corpus)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", g.corpus, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for line := 1; sc.Scan(); line++ {
		var a struct{ Title, Body string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			return fmt.Errorf("%s:%d: %w", g.corpus, line, err)
		}
		yield(a.Title + "\n" + a.Body)
	}
	return sc.Err()
}

// cutter cuts text into the row of words that is likeliest by their frequencies alone.
type cutter struct {
	words map[string]word
	total int
}

func newCutter(words map[string]word) *cutter {
	c := &cutter{words: words}
	for _, w := range words {
		c.total += w.freq
	}
	return c
}

// cost is minus the logarithm of a word's likelihood; a single character that is no word counts as one that was seen once.
func (c *cutter) cost(w string, characters int) (float64, bool) {
	freq, ok := c.words[w]
	return math.Log(float64(c.total)) - math.Log(float64(max(1, freq.freq))), ok || characters == 1
}

func (c *cutter) cut(text []rune) []string {
	best, from := make([]float64, len(text)+1), make([]int, len(text)+1)
	for i := range best[1:] {
		best[i+1] = math.Inf(1)
	}
	for i := range text {
		for j := i + 1; j <= min(len(text), i+longest); j++ {
			if cost, ok := c.cost(string(text[i:j]), j-i); ok && cmp.Less(best[i]+cost, best[j]) {
				best[j], from[j] = best[i]+cost, i
			}
		}
	}
	var out []string
	for j := len(text); j > 0; j = from[j] {
		out = append(out, string(text[from[j]:j]))
	}
	return out
}

// phrase tells a word of three characters or more that two known words make, one of them perhaps of one character; single
// characters are no words of news.tsv either.
func (c *cutter) phrase(w []rune) bool {
	part := func(p []rune) bool { return len(p) == 1 || c.words[string(p)].freq >= known }
	for k := 1; k < len(w) && len(w) > 2; k++ {
		if part(w[:k]) && part(w[k:]) {
			return true
		}
	}
	return len(w) < 2
}
