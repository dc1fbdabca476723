package lattice

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
)

// opener is a verb that opens frames, where it stands in the view: one that gives offices, or one that takes them.
type opener struct {
	start, end int
	gives      bool
}

// openers is the openers of an article, by their start. Most articles have none.
type openers []opener

// openerVerbs are the verbs by their first character.
var openerVerbs = func() map[rune][]string {
	by := map[rune][]string{}
	for _, w := range slices.Concat(framers, takers, accepters) {
		r, _ := utf8.DecodeRuneInString(w)
		by[r] = append(by[r], w)
	}
	return by
}()

// find puts the openers of v into o's room.
func (o openers) find(v *View) openers {
	o = o[:0]
	for i, r := range v.Runes {
		if !classOf(r).is(opening) {
			continue
		}
		for _, w := range openerVerbs[r] {
			if strings.HasPrefix(v.Folded[v.byteAt[i]:], w) {
				o = append(o, opener{i, i + utf8.RuneCountInString(w), slices.Contains(framers, w)})
			}
		}
	}
	return o
}

// from is the openers that begin at i or later.
func (o openers) from(i int) openers {
	k, _ := slices.BinarySearchFunc(o, i, func(p opener, i int) int { return cmp.Compare(p.start, i) })
	return o[k:]
}

// before tells whether openers stand between from and i, in the sentence that goes on at i.
func (o openers) before(text []rune, from, i int) (gives, takes bool) {
	for _, p := range o.from(from) {
		if p.start >= i {
			break
		}
		if p.end <= i && !slices.ContainsFunc(text[p.start:i], endsSentence) {
			gives, takes = gives || p.gives, takes || !p.gives
		}
	}
	return gives, takes
}

// endsSentence tells the marks that end a sentence in a line: a line feed, which zh.EndsSentence takes for one, ends none here.
func endsSentence(r rune) bool { return r == '。' || r == '！' || r == '？' }

// endAt tells whether openers that begin at from or later end at i.
func (o openers) endAt(from, i int) (gives, takes bool) {
	for _, p := range o.from(from) {
		if p.start >= i {
			break
		}
		if p.end == i {
			gives, takes = gives || p.gives, takes || !p.gives
		}
	}
	return gives, takes
}

// beginsAt tells whether an opener stands at i and ends before end.
func (o openers) beginsAt(i, end int) bool {
	for _, p := range o.from(i) {
		if p.start > i {
			break
		}
		if p.end <= end {
			return true
		}
	}
	return false
}

// EndsInOpener tells whether s ends in a verb that gives or takes offices: 决定任命.
func EndsInOpener(s string) bool { return zh.EndsWith(s, framers...) || zh.EndsWith(s, takers...) }

// HoldsOpener tells whether such a verb stands in s.
func HoldsOpener(s string) bool { return zh.Holds(s, framers...) || zh.Holds(s, takers...) }

// longestEnrolled is how many characters a line of a list of appointments may have.
const longestEnrolled = 80

// Enrols tells a part that is a line of such a list: 祁敬之为市财政局局长。 翟一帆的市财政局局长职务。
func (v *View) Enrols(k int) bool {
	p := v.Parts[k]
	line := strings.TrimSpace(v.Text(p.Start, p.End))
	return len([]rune(line)) <= longestEnrolled && (strings.Contains(line, "为") || strings.Contains(line, "的") && strings.Contains(line, "职务"))
}
