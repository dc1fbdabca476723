package lattice

import (
	"slices"
	"unicode/utf8"

	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/verb"
)

// class is what the grammar of names asks of a character, many times: a bit each.
type class uint32

const (
	transcribing class = 1 << iota // transcribes foreign and minority names
	seldom                         // does, too, but stands in words far more often
	particle                       // stands in no name
	ordinal                        // a numeral up to ten
	leading                        // begins no name
	trailing                       // ends no name: it comes after one
	preposition                    // stands before names rather than begins one, though a surname
	gluing                         // the same, and others that hold to a name before it
	closing                        // ends what edge rules look at
	divisional                     // a division ends in it, and no person
	settled                        // a village, an island or a province does
	zonal                          // the word of a zone begins with it
	joining                        // a word that joins persons does
	trading                        // a noun for what somebody does may end in it
	tradesome                      // a word of tradeWords does
	townward                       // what stands before an unknown town abroad does
	opening                        // a verb that opens frames begins with it
	opened                         // or ends
	herald                         // what christened, greeted, town or townships look for stands behind it
	extraHead                      // a word that the lexicon lacks does
	acting                         // a verb of what persons say and do does, or 同志
	pausing                        // a mark behind which a name may stand no more
	homely                         // 家, behind whoever lives there
	seated                         // the word of a delegate's seat begins with it
	seatEnd                        // ends 主任 and 主席, and is a surname
	aspect                         // stands behind verbs: 开了
	at                             // 在
	reporting                      // 就
	townly                         // a town ends in it
	slash                          // stands between those who play together
	namesFriend                    // a word of one character that stands between a name and such a mark
)

func (c class) is(one class) bool { return c&one != 0 }

// classOf is the classes of r.
func classOf(r rune) class {
	if uint32(r) >= uint32(len(classes)) {
		return 0
	}
	return classes[r]
}

// classes is the classes of the characters of the BMP.
var classes = func() *[1 << 16]class {
	t := new([1 << 16]class)
	put := func(c class, runes string) {
		for _, r := range runes {
			t[r] |= c
		}
	}
	put(transcribing, transliteration)
	put(seldom, seldomRunes)
	put(particle, particles)
	put(ordinal, "一二三四五六七八九十")
	put(leading, firstly)
	put(gluing, "任应边")
	put(closing, "中为任向给起")
	put(divisional, "区县市")
	put(homely, "家")
	put(seatEnd, "任席")
	put(aspect, "了着过起")
	put(slash, "/／")
	put(at, "在")
	put(reporting, "就")
	put(townly, "镇乡")
	put(settled, "村屿省州岛")
	for r := range rune(len(t)) {
		if zhname.IsPreposition(r) {
			t[r] |= preposition | gluing
		}
	}
	for w := range lastly {
		if _, n := utf8.DecodeRuneInString(w); n == len(w) {
			put(trailing, w)
		}
	}
	heads(put, zonal, zoneWords...)
	heads(put, seated, seatWords...)
	heads(put, opening, slices.Concat(framers, takers, accepters)...)
	ends(put, opened, slices.Concat(framers, takers, accepters)...)
	for w := range joins {
		heads(put, joining, w)
	}
	for _, w := range extraWords() {
		heads(put, extraHead, w.text)
	}
	heads(put, acting, verb.Acting()...)
	heads(put, acting, comrade)
	put(pausing, "、，。；）")
	put(namesFriend, "等说道称问答者们摄文图时后前家起内")
	for w := range tradeEnds {
		put(trading, w)
	}
	for w := range tradeWords {
		ends(put, tradesome, w)
	}
	put(townward|herald, townLists)
	ends(put, townward|herald, slices.Concat(townNouns, townSides)...)
	ends(put, herald, christenings...)
	put(herald, "、在到赴任电") // beforeTown, and 电
	return t
}()

// heads puts the first characters of words.
func heads(put func(class, string), c class, words ...string) {
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		put(c, string(r))
	}
}

// ends puts the last characters of words.
func ends(put func(class, string), c class, words ...string) {
	for _, w := range words {
		r, _ := utf8.DecodeLastRuneInString(w)
		put(c, string(r))
	}
}
