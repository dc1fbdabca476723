package lexicon

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh/wordlist"
)

// words.bin.gz is written by tools/gazetteer: the tags, the number of words, then each word in order: a byte of how many
// characters it shares with the one before and how many follow, these in UTF-8, its frequency, the number of its tag.
//
//go:embed words.bin.gz
var table []byte

func decode() *Lexicon {
	data, err := inflate(table)
	if err != nil {
		panic(fmt.Errorf("lexicon: embedded table: %w", err))
	}
	l := &Lexicon{}
	tags := int(data[0])
	data = data[1:]
	for range tags {
		n := int(data[0])
		l.names = append(l.names, string(data[1:1+n]))
		data = data[1+n:]
	}
	words, n := binary.Uvarint(data)
	data = data[n:]
	l.list = wordlist.New(int(words), int(words)*3)
	l.entries = make([]entry, words)
	counts := map[int]uint32{}
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
		l.entries[i] = newEntry(l.count(counts, int(freq)), data[n])
		l.total += int(freq)
		data = data[n+1:]
	}
	l.list.Done()
	return l
}

func inflate(table []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(table))
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, 4<<20))
	_, err = io.Copy(out, z)
	return out.Bytes(), err
}
