package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

func (g *generator) lexicon() error { return nil }

type word struct {
	freq int
	tag  string
}

// dictionary reads gse's simplified dictionary: word → frequency and tag.
func (g *generator) dictionary() (map[string]word, error) {
	f, err := os.Open(filepath.Join(g.gse, "s_1.txt"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	words := map[string]word{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		p := strings.Fields(sc.Text())
		if len(p) < 2 {
			continue
		}
		w := word{}
		if w.freq, err = strconv.Atoi(p[1]); err != nil {
			continue
		}
		if len(p) > 2 {
			w.tag = p[2]
		}
		words[p[0]] = w
	}
	return words, sc.Err()
}

// ordinary tells the names of places that are words of another kind too: those of the hand-written list, and those of two
// or three characters of counties and below that the dictionary knows, often enough, as no name of a place or person.
func (g *generator) ordinary() (func(string, *place) bool, error) {
	words, err := g.dictionary()
	if err != nil {
		return nil, err
	}
	rows, err := tabRows(filepath.Join(g.lists, "common.txt"))
	listed := map[string]bool{}
	for _, r := range rows {
		listed[r[0]] = true
	}
	return func(name string, p *place) bool {
		if listed[name] {
			return true
		}
		low := p.level == county || p.level == township
		w, known := words[name]
		return low && known && utf8.RuneCountInString(name) < 4 && w.freq >= 20 && !strings.HasPrefix(w.tag, "n")
	}, err
}
