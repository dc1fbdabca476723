package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/verb"
)

// called tells whether a verb of naming stands in front (名叫李桂枝).
func (b *binder) called(i int) bool {
	return i > 0 && (b.units[i-1].verb == verb.Calls || lattice.Christens(b.units[i-1].text))
}

// evident gives the names in front of a verb their votes.
func (b *binder) evident(i int) {
	n := voteDoes
	switch b.units[i].verb {
	case verb.Says:
		n = voteSays
	case verb.Acts:
		n = voteActs
	}
	if b.past && n != voteSays {
		return
	}
	for _, who := range b.names {
		if len(b.names) > 2 {
			who.vote(voteAgain)
		}
		if n == voteActs && len([]rune(who.name)) == 2 && b.units[i-1].kind == uName && len(b.names) == 1 {
			continue // 那头已经: too little for two characters
		}
		if n != voteSays && who.cost > 0 && who.cost < 17 {
			who.vote(1)
		}
		who.vote(n)
	}
}

// alone gives who, whom neither titles nor a list announce, the votes of what stands round the name at i.
func (b *binder) alone(i int, who *person) {
	home := b.rd.v.AtHome(b.units[i].start, b.units[i].end)
	if home || b.called(i) {
		who.vote(voteCalled)
	}
	if b.paired(i) {
		who.vote(voteCalled)
	}
	switch b.rd.v.Leads(b.units[i].start, b.units[i].end) {
	case lattice.Aged:
		who.vote(voteCalled)
	case lattice.Told:
		who.vote(voteTold)
	}
	if b.tradesman(i) {
		who.vote(voteTrade + min(len([]rune(who.name)), 3) - 3)
	}
	if !home && (b.counted(i) || b.entered(i)) {
		who.vote(voteCounted)
	}
}

// entered tells what somebody goes to, by its last character, behind the verb that says so: 来到|方志馆, 走进|廖家.
func (b *binder) entered(i int) bool {
	r := []rune(b.units[i].text)
	return i > 0 && len(r) < 4 && goals[b.units[i-1].text] && strings.ContainsRune(housing, r[len(r)-1])
}

// goals are the verbs behind which a place stands, housing the last characters of what is built, planted or lived in.
var goals = zh.Words("来到 走进 前往 参观 参观了 深入 抵达 位于 赶到 进入")

const housing = "馆院园坊祠房厅庄堂营林宴家站所店厂棚楼街桥塔亭场室屋寺庙铺港库城区包架庐沟湾滩坡坝"

// paired tells one of two who play together: 周楚明/孙颖.
func (b *binder) paired(i int) bool {
	for _, d := range [...]int{-1, 1} {
		if far := i + 2*d; far >= 0 && far < len(b.units) && b.units[far].kind == uName && (b.units[i+d].text == "/" || b.units[i+d].text == "／") {
			return true
		}
	}
	return false
}

// counted tells whether a number or measure stands in front of the name at i: 3亩金线莲.
func (b *binder) counted(i int) bool {
	if i == 0 || b.called(i) {
		return false
	}
	p := b.units[i-1]
	return p.text[0] <= '9' && p.text[0] != '/' || p.tag == "m" || p.tag == "q" || p.tag == "mq"
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

// tradesman tells whether a word for what people do stands right before the unit at i.
func (b *binder) tradesman(i int) bool {
	if i == 0 {
		return false
	}
	p := b.units[i-1]
	return p.kind == uWord && p.end == b.units[i].start && lattice.IsTrade([]rune(p.text), p.tag)
}

// vessel tells a name in marks of quotation that a ship bears: “亚伯拉罕·林肯”号.
func (b *binder) vessel(i int) bool {
	if i == 0 || b.units[i-1].kind != uQuote {
		return false
	}
	for k := i + 1; k+1 < len(b.units) && k < i+3; k++ {
		if b.units[k].kind == uQuote {
			return strings.HasPrefix(b.units[k+1].text, "号") || strings.HasPrefix(b.units[k+1].text, "级")
		}
	}
	return false
}
