package pinyin

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/embedded"
	"github.com/baopu/baopu/internal/zh/wordlist"
)

// table.txt.gz is written by tools/gazetteer: a line a syllable with the characters read so first, then, behind an empty
// line, words with their syllables, and behind another, surnames with theirs.
//
//go:embed table.txt.gz
var readings []byte

type table struct {
	pages    [256]*[256]string
	list     *wordlist.List
	words    [][]string // by the numbers of list
	surnames map[string][]string
}

var tableOnce = sync.OnceValue(decode)

func decode() *table {
	data := embedded.Inflate("pinyin", readings)
	parts := strings.SplitN(string(data), "\n\n", 3)
	t := &table{list: wordlist.New(256, 1024), surnames: map[string][]string{}}
	for line := range strings.SplitSeq(parts[0], "\n") {
		syllable, chars, _ := strings.Cut(line, "\t")
		for _, r := range chars {
			page := &t.pages[r>>8]
			if *page == nil {
				*page = new([256]string)
			}
			(*page)[r&0xFF] = syllable
		}
	}
	for line := range strings.SplitSeq(parts[1], "\n") {
		word, syllables, _ := strings.Cut(line, "\t")
		t.list.Add(word)
		t.words = append(t.words, strings.Fields(syllables))
	}
	t.list.Done()
	for line := range strings.SplitSeq(strings.TrimSpace(parts[2]), "\n") {
		word, syllables, _ := strings.Cut(line, "\t")
		t.surnames[word] = strings.Fields(syllables)
	}
	return t
}

// syllable is the usual reading of r, "" for what isn't Han.
func syllable(r rune) string {
	if r < 0x3007 || r > 0xFFFF {
		return ""
	}
	if p := tableOnce().pages[r>>8]; p != nil {
		return p[r&0xFF]
	}
	return ""
}

// words is the syllables of the longest word at i whose reading isn't its characters' usual one.
func words(runes []rune, i int) ([]string, bool) {
	t := tableOnce()
	best := -1
	t.list.Each(runes, i, func(n, _ int) { best = n })
	if best < 0 {
		return nil, false
	}
	return t.words[best], true
}

// surname is the syllables of the surname that runes begin with, if it has a reading of its own.
func surname(runes []rune) ([]string, bool) {
	t := tableOnce()
	for n := min(2, len(runes)); n > 0; n-- {
		if s, ok := t.surnames[string(runes[:n])]; ok {
			return s, true
		}
	}
	return nil, false
}
