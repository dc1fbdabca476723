package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// whole is the name of a body that a shorter one may contract.
type whole struct {
	name []rune // as the view folds it
	kind string
	said string
}

// wholes are the names of the article's bodies, each once, by their first character.
type wholes map[rune][]whole

// byFirst orders the names of the bodies in lists that a shorter one may contract.
func (rd *Reader) byFirst(lists [][]Thing) wholes {
	var m wholes
	for _, list := range lists {
		for k := range list {
			x := &list[k]
			if x.Facility || x.Natural || x.End-x.Start <= shortestContraction {
				continue
			}
			first := rd.v.Runes[x.Start]
			if slices.ContainsFunc(m[first], func(y whole) bool { return y.said == x.Name }) {
				continue
			}
			if m == nil {
				m = wholes{}
			}
			m[first] = append(m[first], whole{rd.v.Runes[x.Start:x.End], x.Kind, x.Name})
		}
	}
	return m
}

// of is the only body whose name x contracts: 某国社民党, where the article has 某国社会民主党. "" if none or several may be meant.
func (m wholes) of(v *lattice.View, x Thing) string {
	if x.Facility || x.Natural || x.Anchor == LevelAnchor || x.Kind == org.Delegation || strings.HasSuffix(x.Name, "队") {
		return ""
	}
	best := ""
	for _, y := range m[v.Runes[x.Start]] {
		if y.kind != x.Kind && !x.Known || !contracts(v.Runes[x.Start:x.End], y.name) {
			continue
		}
		if best != "" {
			return ""
		}
		best = y.said
	}
	return best
}

// contracts tells whether short gives of each word of long one character at least, in order, and all that others begin or end with: 社科院 of
// 社会科学院. What stands in between as a word of its own makes another body (中国银行, 中国人民银行), and so does a single character more: 云州县医院,
// 云州县中医院.
func contracts(short, long []rune) bool {
	if len(short) < shortestContraction || len(short) >= len(long) || short[0] != long[0] {
		return false
	}
	i, at := 0, 0
	for i < len(short) {
		switch {
		case at < len(long) && short[i] == long[at]:
			i, at = i+1, at+1
		case i > 0 && at+1 < len(long) && (idle(long, at) || len(long)-len(short) > 1 && skips(long, at)) && short[i] == long[at+1]:
			at++
		case i > 0 && long[at-1] == '特' && goesOn(long, at, "别行政"):
			at += len([]rune("别行政"))
		default:
			return false
		}
	}
	rest := string(long[at:])
	return rest == "" || rest == "员会" && short[i-1] == '委' || (rest == "公室" || rest == "公厅") && short[i-1] == '办'
}

// goesOn tells whether name goes on with word at a place.
func goesOn(name []rune, at int, word string) bool {
	for _, r := range word {
		if at >= len(name) || name[at] != r {
			return false
		}
		at++
	}
	return true
}

// shortestContraction is how many characters make such a form tell one body from others.
const shortestContraction = 4

// idle tells the character of a name that says nothing of which body is meant: 监察和司法委员会, 大使馆.
func idle(name []rune, at int) bool {
	return name[at] == '和' || name[at] == '与' || goesOn(name, at, "大使馆")
}

// skips tells the character of long that a contraction of several words may leave out: the rest of a word, but none that tells one body from
// another.
func skips(long []rune, at int) bool {
	if slices.Contains(telling, long[at]) {
		return false
	}
	return lexicon.FreqOf(string(long[at-1:at+1])) > 0 || lexicon.FreqOf(string(long[at:at+2])) > 0
}

// telling are the characters by which bodies of one name differ: 总局 and 局, 一厂 and 厂.
var telling = []rune("总分副第一二三四五六七八九十东西南北前后新老上下大男女青")
