package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWord is the longest word that the lexicon keeps, in characters; longer ones are set phrases.
const maxWord = 8

// lexicon writes gse's simplified dictionary: the words in order, each as how many characters it shares with the one before,
// how many follow, these in UTF-8, its frequency, and the number of its tag. The tags come first, one byte their count.
func (g *generator) lexicon() error {
	words, err := g.dictionary()
	if err != nil {
		return err
	}
	simplify, err := g.simplifier()
	if err != nil {
		return err
	}
	kept := map[string]word{}
	for _, s := range sortedKeys(words) {
		if n := utf8.RuneCountInString(s); n > maxWord || !allHan(s) {
			continue
		}
		k := simplify(s)
		if old, ok := kept[k]; !ok || words[s].freq > old.freq {
			kept[k] = words[s]
		}
	}
	if err := g.reweigh(kept); err != nil {
		return err
	}
	if err := g.recount(kept); err != nil {
		return err
	}
	if err := g.rename(kept); err != nil {
		return err
	}
	return writeGzip(filepath.Join(g.out, "lexicon/words.bin.gz"), string(packed(kept)))
}

// wholeName is how many characters what names of minorities are made of has at least where it is a name by itself.
const wholeName = 4

// rename tags names of persons as such that the dictionary has for places: 乌云其木格.
func (g *generator) rename(words map[string]word) error {
	parts, err := g.parts()
	if err != nil {
		return err
	}
	for _, s := range parts {
		if w, ok := words[s]; ok && utf8.RuneCountInString(s) >= wholeName {
			w.tag = "nr"
			words[s] = w
		}
	}
	return nil
}

// packed is the words in the form that lexicon describes.
func packed(kept map[string]word) []byte {
	tags := tagsOf(kept)
	out := []byte{byte(len(tags))}
	for _, t := range tags {
		out = append(append(out, byte(len(t))), t...)
	}
	out = binary.AppendUvarint(out, uint64(len(kept)))
	var last []rune
	for _, s := range sortedKeys(kept) {
		w := []rune(s)
		shared := 0
		for shared < len(last) && shared < len(w) && last[shared] == w[shared] {
			shared++
		}
		out = append(out, byte(shared)<<4|byte(len(w)-shared))
		out = append(out, string(w[shared:])...)
		out = binary.AppendUvarint(out, uint64(kept[s].freq))
		out = append(out, byte(slices.Index(tags, kept[s].tag)))
		last = w
	}
	return out
}

// uncounted tags characters that gse's dictionary took from a list without counts: it has 过 six times, 带 15 times. With so low a count
// what stands behind a name would be the end of it (王佳带着孩子).
const uncounted = "zg"

// Of the uncounted, verbs get their tag. Those by which people are called, and those in which bodies and titles end, keep their count:
// what ends in them would be cut before them. So do 万 and 车, which are surnames, and 占 and 为, whose names gse hardly has (王有为);
// 里 and 刚 rather stand behind names.
const (
	uncountedVerbs = "进出开带升选采争冲给扎托抵离压贴驶归寻扣顶搜饮摆挂揽"
	behindNames    = "里刚"
	keptCounts     = "为家属铁局会员问万车占"
)

// rarest is how rare a verb with its 着 may be that the dictionary lacks: those behind it are 著 set otherwise (名着).
const rarest = 11

// logCount is the logarithm of the count of a character that every document has: over the 5,411 characters with a count that both of gse's
// tables have, the median of the logarithm of the count and the rarity (idf.txt) together. They stray from it by .8.
const logCount = 15.19

// recount gives uncounted characters the frequency that their share of documents speaks for, and adds verbs with their 着 (带着).
func (g *generator) recount(words map[string]word) error {
	_, names, err := g.given()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(g.gse, "idf.txt"))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		p := strings.Fields(line)
		if len(p) != 2 {
			continue
		}
		rarity, err := strconv.ParseFloat(p[1], 64)
		if err != nil {
			return fmt.Errorf("idf.txt: %q: %w", p[0], err)
		}
		w, known := words[p[0]]
		r := []rune(p[0])
		switch {
		case w.tag == uncounted && strings.ContainsRune(uncountedVerbs, r[0]), len(r) == 2 && !known && r[1] == '着' && rarity < rarest:
			w.tag = "v"
		case w.tag == uncounted && len(r) == 1 && !strings.ContainsRune(keptCounts, r[0]) && (strings.ContainsRune(behindNames, r[0]) || !names.usual(r[0])):
		default:
			continue
		}
		w.freq = max(w.freq, int(math.Exp(logCount-rarity)))
		words[p[0]] = w
	}
	return nil
}

// perMillion is the unit of the counts of news.tsv.
const perMillion = 1_000_000

// reweigh counts words as often as news have them, where these have them more often than gse's texts do: its frequencies are
// of another age and genre (福祉, 贺电, 高质量), and what seems rare would be taken for a name.
func (g *generator) reweigh(words map[string]word) error {
	rows, err := tabRows(filepath.Join(g.lists, "news.tsv"))
	if err != nil {
		return err
	}
	total := 0
	for _, w := range words {
		total += w.freq
	}
	for _, row := range rows {
		if len(row) != 2 {
			return fmt.Errorf("news.tsv: %q: want a word and a count", row)
		}
		n, err := strconv.Atoi(row[1])
		if err != nil {
			return fmt.Errorf("news.tsv: %q: %w", row, err)
		}
		w, known := words[row[0]]
		if !known {
			w.tag = "n"
		}
		w.freq = max(w.freq, n*(total/perMillion))
		words[row[0]] = w
	}
	return nil
}

// tagsOf is the tags of words, the most frequent first.
func tagsOf(words map[string]word) []string {
	count := map[string]int{}
	for _, w := range words {
		count[w.tag]++
	}
	tags := sortedKeys(count)
	slices.SortStableFunc(tags, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	return tags
}

func allHan(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return s != ""
}

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
