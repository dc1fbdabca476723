package unfit

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/wordlist"
)

// list is a set of the lists of words that this package looks for.
type list uint8

const (
	gesture list = 1 << iota
	book
	office
	misfit
	call
	channel
	trade
	crime
)

// vocabulary is all lists as one, so that a text is looked through once, and by word the lists that it is in.
type vocabulary struct {
	words *wordlist.List
	lists []list
}

var lists = sync.OnceValue(func() vocabulary {
	in := map[string]list{}
	for l, words := range map[list]string{
		gesture: gestures, book: books, office: offices, misfit: misfits, call: calls, channel: channels, trade: trades, crime: crimes,
	} {
		for w := range strings.FieldsSeq(words) {
			in[w] |= l
		}
	}
	v := vocabulary{words: wordlist.New(512, 2048)}
	sorted := make([]string, 0, len(in))
	for w := range in {
		sorted = append(sorted, w)
	}
	slices.Sort(sorted)
	for _, w := range sorted {
		v.words.Add(w)
		v.lists = append(v.lists, in[w])
	}
	v.words.Done()
	return v
})

// sights is the words of all lists that stand in a text, by their start, the shortest first.
type sights []wordlist.Found

func words(text []rune) sights { return lists().words.Scan(nil, text) }

// each calls found with every place at which a word of a list stands, the longest at each place; it goes on behind it.
func (s sights) each(of list, found func(n int32, start, end int)) {
	in, behind := lists().lists, int32(0)
	for k, w := range s {
		if in[w.N]&of == 0 || w.Start < behind || s[k+1:].longer(of, w.Start) {
			continue
		}
		found(w.N, int(w.Start), int(w.End))
		behind = w.End
	}
}

// longer tells whether a word of a list begins at start, where s begins.
func (s sights) longer(of list, start int32) bool {
	in := lists().lists
	for _, w := range s {
		if w.Start > start {
			break
		}
		if in[w.N]&of != 0 {
			return true
		}
	}
	return false
}

// holds tells whether a word of a list stands between start and end.
func (s sights) holds(of list, start, end int) bool {
	in := lists().lists
	first, _ := slices.BinarySearchFunc(s, int32(start), func(w wordlist.Found, at int32) int { return cmp.Compare(w.Start, at) })
	for _, w := range s[first:] {
		if int(w.Start) >= end {
			break
		}
		if in[w.N]&of != 0 && int(w.End) <= end {
			return true
		}
	}
	return false
}
