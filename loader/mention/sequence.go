package mention

import (
	"slices"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
)

// Sequences is the text of r as the tagger sees it, a sequence a part: folded, without layout spaces, cut into the tokens of
// the first scan, which knows no name of the article yet. It is what the tagger learns from.
func Sequences(r *reading.Reading) []tagger.Sequence {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	rd := newReader(r, s)
	rd.places.Settle(r.Article)
	rd.scan(nil)
	runes := slices.Clone(rd.v.Runes) // the view is read in again
	out := make([]tagger.Sequence, 0, len(rd.tokens))
	for i := range rd.tokens {
		if len(rd.tokens[i]) > 0 {
			x := rd.sequence(nil, rd.tokens[i])
			x.Runes = runes
			out = append(out, x)
		}
	}
	return out
}

// sequence is tokens as the tagger reads them, in the room of list.
func (rd *reader) sequence(list []tagger.Token, tokens []lattice.Token) tagger.Sequence {
	for i := range tokens {
		t := &tokens[i]
		code, bars := rd.code(t)
		list = append(list, tagger.Token{End: t.End, Code: code, Bars: bars})
	}
	return tagger.Sequence{Runes: rd.v.Runes, Start: tokens[0].Start, Tokens: list}
}

// Codes of tokens. Words come last: one code a part of speech.
const (
	codeMark      uint8 = 0
	codeComma     uint8 = 1
	codeStop      uint8 = 2
	codePause     uint8 = 3
	codeQuote     uint8 = 4
	codeUnquote   uint8 = 5
	codeOpen      uint8 = 6
	codeShut      uint8 = 7
	codeColon     uint8 = 8
	codeDot       uint8 = 9
	codeNumber    uint8 = 10
	codeLetters   uint8 = 11
	codePlace     uint8 = 12
	codeCountry   uint8 = 13
	codeBody      uint8 = 14
	codeOffice    uint8 = 15
	codeSeat      uint8 = 16
	codeLabour    uint8 = 17
	codeGroup     uint8 = 18
	codeCall      uint8 = 19
	codeName      uint8 = 20 // and two more: transcribed, by no grammar
	codeOtherWord uint8 = 24
	codeWord      uint8 = 25
)

var nobody = tagger.Bars(tagger.Person)

// code is the kind of a token for the tagger, and what its characters can't be.
func (rd *reader) code(t *lattice.Token) (uint8, tagger.Bar) {
	switch t.Kind {
	case lattice.Mark:
		return rd.markCode(t)
	case lattice.Number:
		return codeNumber, nobody
	case lattice.Letters:
		return codeLetters, nobody
	case lattice.Place:
		if t.Places[0].Place.Kind == gazetteer.Country {
			return codeCountry, nobody
		}
		return codePlace, nobody
	case lattice.Body:
		return codeBody, nobody
	case lattice.Post:
		return postCode(t), nobody
	case lattice.Call:
		return codeCall, nobody
	case lattice.Name:
		switch t.Script {
		case lattice.Foreign:
			return codeName + 1, 0
		case lattice.Odd:
			return codeName + 2, 0
		}
		return codeName, 0
	}
	return wordCode(t.Tag), 0
}

func postCode(t *lattice.Token) uint8 {
	switch t.Title.Kind {
	case title.Occupation:
		return codeLabour
	case title.Group:
		return codeGroup
	}
	if t.Title.Seat {
		return codeSeat
	}
	return codeOffice
}

var everything = tagger.Bars(tagger.Person, tagger.Body, tagger.Facility, tagger.Place)

// markCode tells marks apart by what may stand beside them. No name holds one but those that join its parts.
func (rd *reader) markCode(t *lattice.Token) (uint8, tagger.Bar) {
	r := rd.v.Runes[t.Start]
	switch r {
	case '，', ',':
		return codeComma, everything
	case '。', '！', '？', '!', '?', '；', ';':
		return codeStop, everything
	case '、':
		return codePause, nobody
	case '“', '《', '‘', '「':
		return codeQuote, nobody
	case '”', '》', '’', '」':
		return codeUnquote, nobody
	case '（', '(':
		return codeOpen, nobody
	case '）', ')':
		return codeShut, nobody
	case '：', ':':
		return codeColon, everything
	case '·', '-':
		return codeDot, 0
	}
	return codeMark, nobody
}

// wordCode is a code for a part of speech in the notation of the lexicon.
func wordCode(tag string) uint8 {
	switch tag {
	case "":
		return codeOtherWord
	case "vn":
		return codeWord + 26
	case "ns":
		return codeWord + 27
	case "nt":
		return codeWord + 28
	case "nz":
		return codeWord + 29
	}
	if len(tag) > 1 && tag[:2] == "nr" {
		return codeWord + 30
	}
	if tag[0] < 'a' || tag[0] > 'z' {
		return codeOtherWord
	}
	return codeWord + tag[0] - 'a'
}

// Leads tells the codes of what may stand between the beginning of an apposition and its name: places, bodies, titles.
func Leads(code uint8) bool { return code >= codePlace && code <= codeGroup }

// Titles tells the codes of titles.
func Titles(code uint8) bool { return code >= codeOffice && code <= codeGroup }
