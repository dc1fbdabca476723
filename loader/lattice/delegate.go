package lattice

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/verb"
)

// Who speaks at the sitting of an assembly is printed with the seat behind the name: 林远舟常委建议，…。何静委员代表民进中央发言提出，….

// seatWords are those seats.
var seatWords = []string{"常委", "委员", "代表"}

// proposals are what delegates do at sittings, besides the verbs of saying.
var proposals = []string{"建议", "代表", "提议", "提问", "询问"}

// inSpeech says that the delegate in front of it speaks: 在联合发言中建议.
var inSpeech = regexp.MustCompile(`^在\p{Han}{0,6}发言[中时]`)

// longestInSpeech bounds what it looks at, in characters.
const longestInSpeech = 10

// SpeaksBehind tells whether somebody speaks at i, behind the seat of a delegate.
func (v *View) SpeaksBehind(i int) bool {
	if inSpeech.MatchString(v.Text(i, min(i+longestInSpeech, len(v.Runes)))) {
		return true
	}
	for j := i + 1; j <= min(i+2, len(v.Runes)); j++ {
		if w := v.Text(i, j); verb.Of(w) == verb.Says || slices.Contains(proposals, w) {
			return true
		}
	}
	return false
}

// delegate tells a name from i to j that opens a clause, with the seat of a delegate who speaks behind it. Before 委员 and 代表 no
// word of the dictionary is one: 全体|委员说, 各国|代表认为.
func (l *Lattice) delegate(i, j, end int) bool {
	if j-i > 4 || i > 0 && !strings.ContainsRune("。；;！？\n：", l.v.Runes[i-1]) || j+3 > end {
		return false
	}
	seat := l.v.Text(j, j+2)
	if !slices.Contains(seatWords, seat) || seat != seatWords[0] && l.asWord(i, j) > 0 {
		return false
	}
	return l.v.SpeaksBehind(j + 2)
}
