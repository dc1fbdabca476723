package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/internal/zh/tagger"
)

// lot draws names.
type lot struct {
	*rand.Rand
	surnames  []rune // the most frequent first
	compounds []string
	parts     [][]string // of the names of peoples, a people a row
	first     []rune     // characters of given names, as often as they stand in names of the corpus
	second    []rune
	only      []rune
	words     []string // words that could be names by their first character
	places    []string // names of divisions, as often as they stand in the corpus
	endings   map[string][]string
}

func newLot(rng *rand.Rand, o options, sentences []example) (*lot, error) {
	l := &lot{Rand: rng, endings: map[string][]string{}}
	surnames, err := listed(o.surnames, "surnames.txt")
	if err != nil {
		return nil, err
	}
	l.surnames = []rune(strings.Join(surnames, ""))
	if l.compounds, err = listed(o.surnames, "compounds.txt"); err != nil {
		return nil, err
	}
	rows, err := lines(filepath.Join(o.surnames, "parts.tsv"))
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if _, parts, ok := strings.Cut(row, "\t"); ok {
			l.parts = append(l.parts, strings.Fields(parts))
		}
	}
	if rows, err = lines(filepath.Join(o.lists, "bodies.txt")); err != nil {
		return nil, err
	}
	for _, row := range rows {
		key, words, ok := strings.Cut(row, " = ")
		if !ok {
			return nil, fmt.Errorf("bodies.txt: no = in %q", row)
		}
		l.endings[key] = strings.Fields(words)
	}
	l.gather(sentences)
	return l, nil
}

// lines is the lines of a file, without those that begin with #.
func lines(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(data)), "\n"), func(l string) bool { return l == "" || l[0] == '#' }), nil
}

func listed(folder, file string) ([]string, error) {
	rows, err := lines(filepath.Join(folder, file))
	return strings.Fields(strings.Join(rows, " ")), err
}

// gather takes the characters of given names and the names of places from the corpus, each name once.
func (l *lot) gather(sentences []example) {
	seen := map[string]bool{}
	for _, e := range sentences {
		for _, x := range e.spans {
			w := e.text[x.start:x.end]
			switch {
			case x.typ == tagger.Place && len(w) > 2 && len(w) < 7 && strings.ContainsRune("市县区旗州省", w[len(w)-1]):
				l.places = append(l.places, string(w))
			case x.typ == tagger.Person && !seen[string(w)] && len(w) < 4 && zhname.IsSurname(w[0]):
				seen[string(w)] = true
				if len(w) == 3 {
					l.first, l.second = append(l.first, w[1]), append(l.second, w[2])
				} else if len(w) == 2 {
					l.only = append(l.only, w[1])
				}
			}
		}
	}
	for _, s := range l.surnames[:min(300, len(l.surnames))] {
		for _, g := range slices.Concat(l.first, l.second) {
			w := []rune{s, g}
			if n := lexicon.Default().Freq(w); n > 2 && n < 5000 && !slices.Contains(l.words, string(w)) {
				l.words = append(l.words, string(w))
			}
		}
	}
}

func pick[T any](l *lot, list []T) T { return list[l.IntN(len(list))] }

func (l *lot) chance(percent int) bool { return l.IntN(100) < percent }

// surname draws one by about how many people bear it: the share of the n-th is as 1/(n+12).
func (l *lot) surname() string {
	for {
		n := l.IntN(len(l.surnames))
		if l.Float64() < 12/float64(n+12) {
			return string(l.surnames[n])
		}
	}
}

// person draws the name of a person: mostly a surname and one or two characters, at times a word, a compound surname, a name
// of another people.
func (l *lot) person() string {
	switch n := l.IntN(100); {
	case n < 7:
		parts := pick(l, l.parts)
		if l.chance(50) {
			return pick(l, parts) + pick(l, parts)
		}
		return pick(l, parts)
	case n < 10:
		return pick(l, l.compounds) + l.given()
	case n < 18:
		return pick(l, l.words)
	}
	return l.surname() + l.given()
}

func (l *lot) given() string {
	switch n := l.IntN(100); {
	case n < 24:
		return string(pick(l, l.only))
	case n < 27:
		return strings.Repeat(string(pick(l, l.second)), 2)
	}
	return string(pick(l, l.first)) + string(pick(l, l.second))
}

// body draws a body or built place of a kind of bodies.txt, and its short name.
func (l *lot) body(kind string) (name, short string) {
	form := pick(l, l.endings[kind])
	brand := l.brand()
	var b strings.Builder
	for i, r := range form {
		switch r {
		case 'P':
			if l.chance(60) || i == 0 && !strings.ContainsAny(form, "BN") {
				b.WriteString(pick(l, l.places))
			}
		case 'B':
			b.WriteString(brand)
		case 'N':
			b.WriteString(l.person())
		case 'I', 'D':
			b.WriteString(pick(l, l.endings[string(r)]))
		default:
			b.WriteRune(r)
		}
	}
	name, short = b.String(), b.String()
	if strings.Contains(form, "B") {
		short = brand
		if end := []rune(form); kind == "C" {
			short += pick(l, []string{"", "公司", "集团"})
		} else if len(end) > 3 {
			short += string(end[len(end)-2:])
		}
	}
	return name, short
}

func (l *lot) brand() string {
	switch n := l.IntN(10); {
	case n < 6:
		return pick(l, l.endings["B"])
	case n < 9:
		return string(pick(l, l.first)) + string(pick(l, l.second))
	}
	return string(pick(l, l.first)) + string(pick(l, l.second)) + string(pick(l, l.second))
}

// abroad draws the name of a place abroad, by its sound.
func (l *lot) abroad() string {
	var b strings.Builder
	for range 2 + l.IntN(4) {
		b.WriteString(pick(l, l.endings["G"]))
	}
	return b.String()
}

// village draws the name of a place below a county that ends in one of the ends.
func (l *lot) village(ends ...string) string {
	if l.chance(50) {
		return l.surname() + pick(l, []string{"家", "庄", "沟", "湾", "店", "家庄", "家坪"}) + pick(l, ends)
	}
	return l.brand() + pick(l, ends)
}
