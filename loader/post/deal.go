package post

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
)

// sideCounts are the words in front of a title that several hold, one a body: 两家院长甲、乙, 三校校长.
var sideCounts = map[rune]int{'两': 2, '双': 2, '三': 3, '四': 4}

// sideMeasures are what they count.
var sideMeasures = []string{"家", "校", "院", "所", "方", "局", "馆", "会"}

// deal gives the posts of the chain, which several hold, the bodies that their holders are of, in the order in which the paragraph
// has named them. It fills in the first; the others wait for the names to come.
func (b *binder) deal() {
	u := b.chain[len(b.chain)-1]
	b.owners = nil
	q := &b.group[len(b.group)-1]
	n := b.rd.counted(b.chain[0].start)
	if n == 0 || u.body >= 0 || u.place >= 0 {
		return
	}
	var owners []string
	part := b.rd.v.PartAt(u.start)
	for i, x := range b.rd.Bodies {
		if x.End > u.start || b.rd.v.PartAt(x.Start) != part || x.Natural || !headOf(x, u.title.Head, b.rd.v.Text(x.Start, x.End)) {
			continue
		}
		name := b.rd.bodyName(i, nil)
		if b.last != nil && slices.ContainsFunc(b.last.posts, func(q reading.Post) bool { return q.Org == name }) {
			continue // 甲医院院长某某和两家医院的院长
		}
		owners = append(slices.DeleteFunc(owners, func(have string) bool { return have == name }), name)
	}
	if q.Org = ""; len(owners) < n {
		return
	}
	b.owners = owners[len(owners)-n:]
	q.Org = b.owners[0]
}

// nextDealt is the post of the next of those who hold one each, nil if it isn't dealt out.
func (b *binder) nextDealt() []reading.Post {
	if len(b.owners) < 2 {
		return nil
	}
	b.owners = b.owners[1:]
	q := b.group[len(b.group)-1]
	q.Org = b.owners[0]
	return []reading.Post{q}
}

// counted is how many hold the title at start, 0 if no count stands in front of it: 两家, 两校, 两家医院的.
func (rd *Reader) counted(start int) int {
	before := strings.TrimSuffix(rd.v.Text(max(0, start-counting), start), "的")
	noun := ""
	for w := range generics {
		if len(w) > len(noun) && utf8.RuneCountInString(w) > 1 && strings.HasSuffix(before, w) {
			noun = w
		}
	}
	before = strings.TrimSuffix(before, noun)
	for _, m := range sideMeasures {
		rest, ok := strings.CutSuffix(before, m)
		if !ok {
			continue
		}
		r, n := utf8.DecodeLastRuneInString(rest)
		if other, _ := utf8.DecodeLastRuneInString(rest[:len(rest)-n]); !lattice.IsOrdinal(other) { // 十三家
			return sideCounts[r]
		}
	}
	return 0
}

// counting is how far in front of a title its count begins, in characters: 两家附属医院的.
const counting = 8
