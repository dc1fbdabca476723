package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/title"
)

// firm is the names that stand firmly: after a title or in a list that one opens, or often enough before a verb.
func (rd *reader) firm() map[string]float32 {
	known := map[string]float32{}
	if rd.scripts == nil {
		rd.scripts = map[string]lattice.Script{}
	}
	often, sight := map[string]int{}, map[string]int{}
	for i := range rd.tokens {
		tokens := rd.tokens[i]
		for k, t := range tokens {
			if t.Kind != lattice.Name {
				continue
			}
			w := rd.v.Text(t.Start, t.End)
			if rd.stands(tokens, k) {
				note(known, w)
				if t.Script == lattice.Foreign {
					rd.scripts[w] = lattice.Foreign
				}
			} else if lexicon.FreqOf(w) == 0 {
				if sight[w] == 0 {
					sight[w] = rd.seen(w)
				}
				often[w] += sight[w]
			}
		}
	}
	rd.branch(known)
	for w, n := range often {
		if _, ok := known[w]; !ok && n >= oftenEnough && len([]rune(w)) > 2 {
			known[w] = lattice.KnownPart
		}
	}
	return known
}

// seen is what each sight of the name w counts for: a long transcribed one that stands twice, once before what a person does or is, is one
// wherever it stands, also where a scan took it apart (李强同奥|云额尔登会谈).
func (rd *reader) seen(w string) int {
	r := []rune(w)
	if len(r) < longForeign || !lattice.Spells(r) || lexicon.FreqOf(string(r[:2])) > rareName {
		return 1
	}
	n, does := 0, false
	rd.scratch.recur.each(rd.v.Runes, r, func(i int) bool {
		n++
		t, titled := title.At(rd.v.Runes, i+len(r))
		does = does || titled && t.Seat || rd.v.ActsAt(i+len(r))
		return n < 2 || !does
	})
	if n > 1 && does {
		return oftenEnough
	}
	return 1
}

// longForeign is the characters of a transcribed name that nothing else is made of, oftenEnough how often a name must stand.
const (
	longForeign = 4
	oftenEnough = 3
)

func note(known map[string]float32, w string) {
	cost := float32(lattice.KnownName)
	if wordly(w) {
		cost = lattice.KnownWord
	}
	known[w] = cost
	for _, p := range strings.FieldsFunc(w, func(r rune) bool { return r == '·' }) {
		if p != w && len([]rune(p)) > 1 && lexicon.FreqOf(p) < 100 {
			if _, ok := known[p]; !ok {
				known[p] = lattice.KnownPart
			}
		}
	}
}

// wordly tells a name that is read as a word where it isn't announced: any word but a rare one for a person or a place (苏林).
func wordly(w string) bool {
	freq, tag := lexicon.FreqOf(w), lexicon.TagOf([]rune(w))
	return freq > 0 && (freq > rareName || !strings.HasPrefix(tag, "nr") && tag != "ns" && tag != "nz")
}

// rareName is how often the lexicon's counts have a word that is rather a name.
const rareName = 200

// stands tells whether the name at token k stands after a title, or in a list that one opens.
func (rd *reader) stands(tokens []lattice.Token, k int) bool {
	if tokens[k].Framed {
		return true
	}
	for j := k - 1; j >= 0; j-- {
		t := tokens[j]
		switch {
		case t.Kind == lattice.Post && t.End == tokens[j+1].Start:
			return t.Title.Kind != title.Occupation || j == k-1
		case t.Kind == lattice.Name && j == k-1:
			return false
		case t.Kind == lattice.Name:
			continue
		case t.Kind == lattice.Mark && rd.v.Runes[t.Start] == '、':
			continue
		case t.Kind == lattice.Word && t.Joins:
			continue
		}
		return false
	}
	return false
}

// branch mends names of two and three characters by how they go on where they stand: 童启 is followed by 年 every time, so
// that it is 童启年; 陶冶递 stands once, 陶冶 more often.
func (rd *reader) branch(known map[string]float32) {
	for w, cost := range known {
		r := []rune(w)
		switch len(r) {
		case 2:
			if full := rd.joined(r); full != "" {
				delete(known, w)
				known[full] = cost
			} else if next, n := rd.follow(r); n > 1 && next != 0 && !lattice.IsParticle(next) && lexicon.FreqOf(string(next)) < 20000 {
				delete(known, w)
				known[w+string(next)] = cost
			}
		case 3, 4, 5:
			if next, n := rd.follow(r); n > 1 && lattice.Transcribes(next) && !lattice.IsParticle(next) && lexicon.FreqOf(string(next)) < 20000 {
				delete(known, w)
				known[w+string(next)] = cost
				continue
			}
			if len(r) > 3 {
				continue
			}
			if _, n := rd.follow(r); n == 1 {
				if next, m := rd.follow(r[:2]); m > 1 && next == 0 && lattice.IsVerbal(lexicon.TagOf(r[2:])) {
					delete(known, w)
					known[string(r[:2])] = lattice.KnownName
				}
			}
		}
	}
}

// joined is w with the 和, 同 or the like that stands behind it at least twice, each time before what only a person does, so
// that it joins nobody: 曲明和指出, 曲明和强调. "" if it doesn't.
func (rd *reader) joined(w []rune) string {
	text, n, last := rd.v.Runes, 0, rune(0)
	apart := false
	rd.scratch.recur.each(text, w, func(i int) bool {
		if i+len(w) == len(text) {
			return true
		}
		next := text[i+len(w)]
		apart = last != 0 && next != last || !lattice.Joins(string(next)) || !rd.v.ActsAt(i+len(w)+1)
		last = next
		n++
		return !apart
	})
	if apart {
		return ""
	}
	if n < 2 {
		return ""
	}
	return string(w) + string(last)
}

// follow counts where w stands in the text, and is the Han character that always follows it, 0 if none does. It walks
// through the text once a word: a name that stands thousands of times is asked for at each place.
func (rd *reader) follow(w []rune) (next rune, n int) {
	known, ok := rd.scratch.follows[string(w)]
	if !ok {
		known.next, known.n = rd.followed(w)
		if rd.scratch.follows == nil {
			rd.scratch.follows = map[string]follower{}
		}
		rd.scratch.follows[string(w)] = known
	}
	return known.next, known.n
}

// follower is what follow knows of a word.
type follower struct {
	next rune
	n    int
}

func (rd *reader) followed(w []rune) (next rune, n int) {
	text := rd.v.Runes
	same := true
	rd.scratch.recur.each(text, w, func(i int) bool {
		r := rune(0)
		if i+len(w) < len(text) && zh.IsHan(text[i+len(w)]) {
			r = text[i+len(w)]
		}
		if r != 0 && i+len(w)+1 < len(text) && lexicon.FreqOf(string(text[i+len(w):i+len(w)+2])) > 50 {
			same = false // 普京 日前
		}
		if n > 0 && r != next {
			same = false
		}
		next = r
		n++
		return true
	})
	if !same {
		next = 0
	}
	return next, n
}
