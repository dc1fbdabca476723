package gazetteer

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/embedded"
)

// The tables are written by tools/gazetteer. A row of places.txt is code, name, kind and level, row of the parent, from, to,
// row of the successor. A row of names.txt, sorted by name, is a name and its places: a letter for the form and a row each.
//
//go:embed places.txt.gz
var placesTable []byte

//go:embed names.txt.gz
var namesTable []byte

func decode() *Gazetteer {
	g := &Gazetteer{}
	var names string
	var wg sync.WaitGroup
	wg.Go(func() { names = string(embedded.Inflate("gazetteer", namesTable)) })
	g.places = decodePlaces(string(embedded.Inflate("gazetteer", placesTable)))
	wg.Wait()
	g.index = decodeNames(names, g.places)
	g.sorted, g.heads = sync.OnceValue(g.inOrder), sync.OnceValue(g.initials)
	return g
}

func decodePlaces(rows string) []Place {
	places := make([]Place, strings.Count(rows, "\n"))
	for i := range places {
		p := &places[i]
		var kind, parent, next string
		p.Code, rows, _ = strings.Cut(rows, "\t")
		p.Name, rows, _ = strings.Cut(rows, "\t")
		kind, rows, _ = strings.Cut(rows, "\t")
		parent, rows, _ = strings.Cut(rows, "\t")
		p.From, rows, _ = strings.Cut(rows, "\t")
		p.To, rows, _ = strings.Cut(rows, "\t")
		next, rows, _ = strings.Cut(rows, "\n")
		p.Kind = Kind(strings.IndexByte("-dzcarn", kind[0]))
		p.Level = Level(strings.IndexByte("-CPFXT", kind[1]))
		if parent != "" {
			p.parent = &places[number(parent)]
		}
		if next != "" {
			p.next = &places[number(next)]
			p.also, p.next.prior = p.next.prior, p
		}
	}
	return places
}

func number(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// form reads the letter before a row of a name: f full, s short, upper case for ordinary words.
func form(c byte) Form {
	switch c {
	case 's':
		return Short
	case 'F':
		return Common
	case 'S':
		return Short | Common
	}
	return Full
}

func foldRunes(s string) []rune { return zh.FoldRunes(s) }
