package mention

import "github.com/baopu/baopu/loader/verb"

// headed is the verb of the heading line that a list of appointments stands under (任命：, 二、免去), noVerb if there is none: the
// nearest line before that ends with such a verb or with a colon. Lines between are of the list, or no sentences.
func (rd *reader) headed(i int) verb.Class {
	for k := i - 1; k >= 0; k-- {
		units := rd.units[k]
		n := len(units)
		if n < 2 {
			continue
		}
		last := n - 2
		colon := units[last].text == "：" || units[last].text == ":"
		if colon && last > 0 {
			last--
		}
		v := units[last].verb
		switch {
		case v == verb.Appoints || v == verb.Removes:
			return v
		case colon, units[n-2].kind == uStop && !rd.v.Enrols(k):
			return verb.None
		}
	}
	return verb.None
}

// listed tells whether the name at i goes on a list of names.
func (b *binder) listed(i int) bool {
	if i == 0 {
		return false
	}
	switch b.units[i-1].kind {
	case uName, uHonor:
		return true
	case uShut:
		return b.rd.v.Gap[b.units[i].start] // 张敏（女）　张骥
	case uPause, uJoin:
		if i > 1 {
			k := b.units[i-2].kind
			return k == uName || k == uHonor || k == uShut || len(b.chain) > 0
		}
	}
	return false
}

// roll gives three names or more in a row their votes.
func (b *binder) roll() {
	if len(b.names) < 3 {
		return
	}
	long := 0
	for _, who := range b.names {
		if len([]rune(who.name)) > 2 {
			long++
		}
	}
	if 2*long < len(b.names) {
		b.names = nil // 宜居、宜业、宜游
		return
	}
	for _, who := range b.names {
		who.vote(voteList)
	}
	b.names = nil
}

// counted tells whether a number or measure stands in front of the name at i: 3亩金线莲.
func (b *binder) counted(i int) bool {
	if i == 0 || b.called(i) {
		return false
	}
	p := b.units[i-1]
	return p.text[0] <= '9' || p.tag == "m" || p.tag == "q" || p.tag == "mq"
}

// prize is the index of the unit before a title that a quotation belongs to (“共和国勋章”获得者), i if there is none.
func (b *binder) prize(i int) int {
	for k := i + 1; k < len(b.units)-1 && k < i+12; k++ {
		switch b.units[k].kind {
		case uQuote:
			if b.units[k+1].kind == uPost {
				return k
			}
			return i
		case uComma, uStop, uSemi:
			return i
		}
	}
	return i
}
