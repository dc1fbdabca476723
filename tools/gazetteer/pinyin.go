package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var dictRow = regexp.MustCompile(`(?m)^\s*0x([0-9A-F]+): "([^"]+)"`)

// pinyin writes the table of package pinyin: a line a syllable with all characters whose first reading it is, an empty line,
// the words of readings.tsv, an empty line, the surnames.
func (g *generator) pinyin() error {
	data, err := os.ReadFile(filepath.Join(g.gopinyin, "pinyin_dict.go"))
	if err != nil {
		return err
	}
	chars := map[string]string{}
	for _, m := range dictRow.FindAllStringSubmatch(string(data), -1) {
		code, err := strconv.ParseInt(m[1], 16, 32)
		if err != nil || code > 0xFFFF {
			continue
		}
		first, _, _ := strings.Cut(m[2], ",")
		chars[string(rune(code))] = toneless(first)
	}
	words, err := tabRows(filepath.Join(g.lists, "readings.tsv"))
	if err != nil {
		return err
	}
	surnames, err := tabRows(filepath.Join(g.lists, "surname-readings.tsv"))
	if err != nil {
		return err
	}
	slices.SortFunc(words, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	var rest strings.Builder
	for _, r := range words {
		if len([]rune(r[0])) == 1 {
			chars[r[0]] = r[1]
			continue
		}
		fmt.Fprintf(&rest, "%s\t%s\n", r[0], r[1])
	}
	rest.WriteString("\n")
	for _, r := range surnames {
		fmt.Fprintf(&rest, "%s\t%s\n", r[0], r[1])
	}
	syllables := map[string]string{}
	for _, c := range sortedKeys(chars) {
		syllables[chars[c]] += c
	}
	var out strings.Builder
	for _, s := range sortedKeys(syllables) {
		fmt.Fprintf(&out, "%s\t%s\n", s, syllables[s])
	}
	return writeGzip(filepath.Join(g.out, "pinyin/table.txt.gz"), out.String()+"\n"+rest.String())
}

// toneless writes a syllable in ASCII: ü as v, as keyboards do.
func toneless(s string) string {
	return strings.NewReplacer(
		"ā", "a", "á", "a", "ǎ", "a", "à", "a", "ē", "e", "é", "e", "ě", "e", "è", "e", "ê̄", "e", "ế", "e", "ê̌", "e", "ề", "e", "ê", "e",
		"ī", "i", "í", "i", "ǐ", "i", "ì", "i", "ō", "o", "ó", "o", "ǒ", "o", "ò", "o", "ū", "u", "ú", "u", "ǔ", "u", "ù", "u",
		"ǖ", "v", "ǘ", "v", "ǚ", "v", "ǜ", "v", "ü", "v", "ń", "n", "ň", "n", "ǹ", "n", "ḿ", "m", "m̀", "m",
	).Replace(s)
}
