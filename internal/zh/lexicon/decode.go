package lexicon

import (
	_ "embed"
	"encoding/binary"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh/embedded"
	"github.com/baopu/baopu/internal/zh/wordlist"
)

// words.bin.gz is written by tools/gazetteer: the tags, the number of words, then each word in order: a byte of how many
// characters it shares with the one before and how many follow, these in UTF-8, its frequency, the number of its tag.
//
//go:embed words.bin.gz
var table []byte

func decode() *Lexicon {
	data := embedded.Inflate("lexicon", table)
	l := &Lexicon{}
	tags := make([]string, data[0])
	data = data[1:]
	for i := range tags {
		n := int(data[0])
		tags[i] = string(data[1 : 1+n])
		data = data[1+n:]
	}
	words, n := binary.Uvarint(data)
	data = data[n:]
	l.list = wordlist.New(int(words), int(words)*3)
	have := map[uint64]uint16{}
	tail := make([]rune, 0, 16)
	for i := range words {
		shared, count := data[0]>>4, data[0]&15
		data = data[1:]
		tail = tail[:0]
		for range count {
			r, size := utf8.DecodeRune(data)
			tail, data = append(tail, r), data[size:]
		}
		l.list.AddShared(int(shared), tail)
		freq, n := binary.Uvarint(data)
		key := freq<<8 | uint64(data[n])
		k, ok := have[key]
		if !ok {
			k = l.addKind(int(freq), tags[data[n]])
			have[key] = k
		}
		l.list.SetValue(int(i), k)
		l.total += int(freq)
		data = data[n+1:]
	}
	l.list.Done()
	return l
}

// addKind adds a kind.
func (l *Lexicon) addKind(freq int, tag string) uint16 {
	if len(l.kinds) > math.MaxUint16 {
		panic("lexicon: more kinds of words than their numbers have room for")
	}
	l.kinds = append(l.kinds, kind{
		freq: freq, log: math.Log(float64(freq)), logPlusOne: float32(math.Log(float64(freq) + 1)), person: strings.HasPrefix(tag, "nr"), tag: tag,
	})
	return uint16(len(l.kinds) - 1)
}
