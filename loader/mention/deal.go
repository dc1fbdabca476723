package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/reading"
)

// sideCounts are the words in front of a title that several hold, one a body: 两家院长甲、乙, 三校校长.
var sideCounts = map[string]int{"两": 2, "双": 2, "三": 3, "四": 4}

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
	part := b.rd.v.partAt(u.start)
	for i, x := range b.rd.bodies {
		if x.end > u.start || b.rd.v.partAt(x.start) != part || x.natural || !headOf(x, u.title.Head, b.rd.v.runes[x.end-1]) {
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

// dealt1 is the post of the next of those who hold one each, nil if it isn't dealt out.
func (b *binder) dealt1() []reading.Post {
	if len(b.owners) < 2 {
		return nil
	}
	b.owners = b.owners[1:]
	q := b.group[len(b.group)-1]
	q.Org = b.owners[0]
	return []reading.Post{q}
}

// counted is how many hold the title at start, 0 if no count stands in front of it: 两家, 两校, 两家医院的.
func (rd *reader) counted(start int) int {
	before := strings.TrimSuffix(rd.v.text(max(0, start-6), start), "的")
	for w := range generics {
		if rest, ok := strings.CutSuffix(before, w); ok && len([]rune(w)) > 1 {
			before = rest
			break
		}
	}
	for _, m := range sideMeasures {
		if rest, ok := strings.CutSuffix(before, m); ok {
			for w, n := range sideCounts {
				if strings.HasSuffix(rest, w) {
					return n
				}
			}
		}
	}
	return 0
}
