package post

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/verb"
)

// refer lets 他 before a verb of office stand for the one person of the sentence before: 此前，|他|任某镇党委书记.
func (b *binder) refer(i int) {
	if w := b.units[i].text; w != "他" && w != "她" || b.last != nil || b.topic == nil || b.topic.name == "" || i+1 >= len(b.units) {
		return
	}
	switch b.units[i+1].verb {
	case verb.Holds, verb.Held, verb.HoldsNow, verb.Elects:
		b.last = b.topic
		b.told = b.topic
	}
}

// unnamed tells whether the verb at i has a subject that isn't named: 我当选, 您今年三月再次当选.
func (b *binder) unnamed(i int) bool {
	if i > 0 && (pronouns[b.units[i-1].text] || b.units[i].verb == verb.Elects && b.units[i-1].kind == uPlace) {
		return true // 向某国当选总统致贺电: whoever it is
	}
	if b.congratulated(i) || b.addressed(i) || b.toldAlong(i) {
		return true
	}
	for j := i - 1; j >= 0 && i-j <= longestAdverbial; j-- {
		if addressees[b.units[j].text] {
			return true
		}
		if b.units[j].kind != uWord {
			break
		}
	}
	return false
}

// congratulations are the words for wishing somebody well on an office.
var congratulations = zh.Words("祝贺 热烈祝贺 衷心祝贺 贺 庆贺 恭贺 致贺 贺电 贺信 贺函")

// congratulated tells whether the verb at i says of whom no name is known that he was wished well on the office, so that it isn't his who
// did: 甲致电祝贺|…|当选, and 甲致电|…，祝贺他当选. Whoever stands between, or before 祝贺他, is another.
func (b *binder) congratulated(i int) bool {
	wished, pronoun := false, false
	for j := i - 1; j >= max(0, i-farthest); j-- {
		u := b.units[j]
		switch {
		case u.kind == uStop:
			return false
		case congratulations[u.text]:
			wished = true
		case u.text == "他" || u.text == "她" || u.text == "其":
			pronoun = pronoun || !wished
		case u.kind == uName:
			return wished && (!pronoun || writes[b.units[j+1].text])
		}
	}
	return wished
}

// writes are the verbs of who sends a message.
var writes = zh.Words("致电 致函 致信 向 去电")

// addressed tells whether the clause of the verb at i has no subject of its own, and the one before speaks to somebody: 你是老朋友，|担任总理….
func (b *binder) addressed(i int) bool {
	if i == 0 || b.units[i-1].kind != uComma {
		return false
	}
	for j := i - 1; j >= max(0, i-farthest) && b.units[j].kind != uStop && b.units[j].kind != uName; j-- {
		if addressees[b.units[j].text] {
			return true
		}
	}
	return false
}

// toldAlong tells whether the verb at i stands in what is said by somebody other than the last name: 甲转达对|乙|的问候，表示当选总统后….
func (b *binder) toldAlong(i int) bool {
	if b.told == nil || b.told.name != "" {
		return false
	}
	for j := i - 1; j > max(0, i-farthest) && b.units[j].kind != uStop && b.units[j].kind != uName; j-- {
		if b.units[j].verb == verb.Says && b.units[j-1].kind == uComma {
			return true
		}
	}
	return false
}

// farthest bounds how far a verb looks back for whom it is about, in units: further than any sentence goes, so that the time is in line with the
// length of a text that repeats one word.
const farthest = 200

// longestAdverbial is how many words may stand between a subject and its verb.
const longestAdverbial = 5

// aim finds whose posts follow: those of the name in front, or of the name to come.
func (b *binder) aim() {
	b.targets = nil
	if b.mode == verb.Appoints || b.mode == verb.Removes {
		b.listing = verb.None
		return
	}
	if several[b.mode] && len(b.names) > 1 && !b.past {
		b.targets = slices.Clone(b.names) // 甲、乙当选为副主任, 甲、乙任成员
	} else if b.last != nil {
		b.targets = []*person{b.last}
	} else if b.subject != nil {
		b.targets = []*person{b.subject}
	}
	if !b.past {
		for _, who := range b.names {
			who.vote(voteDoes)
		}
	}
}

// several are the verbs whose posts go to all names of a list in front of them.
var several = map[verb.Class]bool{verb.Elects: true, verb.Holds: true, verb.HoldsNow: true, verb.Is: true}

// pronouns before a verb of appointment speak of somebody else than the last name.
var (
	pronouns   = zh.Words("你 您 我 我们 你们 他们 她们 谁 大家 就 来")
	addressees = zh.Words("你 您 你们 阁下")
)
