// Package mention finds the persons with their posts, the places and the bodies of one article. One scan cuts the
// folded text into typed tokens (package lattice); names that stand firmly in it are known to the next scan. Then a grammar
// over the tokens ties titles to names, places and bodies. Every mention is a span of the text; nothing is looked up outside it.
package mention

import (
	"maps"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
)

// reader holds one article while it is read.
type reader struct {
	r         *reading.Reading
	v         *lattice.View
	g         *gazetteer.Gazetteer
	date      string
	home      *gazetteer.Place  // of a bare 市, nil unknown
	nation    bool              // home is a whole country
	tokens    [][]lattice.Token // of each part
	units     [][]unit          // the same, grouped
	scratch   *scratch
	abroad    map[string]*gazetteer.Place // places of the article that no gazetteer has
	spots     []spot
	bodies    []thing                   // of all parts, facilities too; index is unit.body
	countries map[rune]*gazetteer.Place // that the last scan found, see named1
	people    []*person
	byName    map[string]*person
	calls     []unit // 周书记, of all parts
	elected   chief  // whose assembly's election was told
	alias     map[string]string
	scripts   map[string]lattice.Script // of the firm names, where not Chinese
	contained map[string]bool           // see contains
	untagged  bool                      // the tagger is not asked
}

// Read fills r.Home, r.Mentions and the Unresolved of these kinds from r.Article and r.Text. Sentences need not be there.
func Read(r *reading.Reading) {
	s := scratches.Get().(*scratch)
	newReader(r, s).read()
	scratches.Put(s)
}

// ReadUntagged is Read without the tagger: by grammar and gazetteers alone. It shows what the tagger brings.
func ReadUntagged(r *reading.Reading) {
	s := scratches.Get().(*scratch)
	rd := newReader(r, s)
	rd.untagged = true
	rd.read()
	scratches.Put(s)
}

func newReader(r *reading.Reading, s *scratch) *reader {
	s.reset(r.Text)
	return &reader{r: r, scratch: s, v: &s.view, g: gazetteer.Default(), date: r.Article.PublishedAt, byName: map[string]*person{}, abroad: map[string]*gazetteer.Place{}, contained: map[string]bool{}}
}

func (rd *reader) read() *reader {
	rd.r.Home = rd.settle(rd.r.Article)
	known := rd.scan(nil)
	if !rd.untagged {
		rd.tag(known)
	}
	for round := 0; round < 2; round++ {
		before := len(rd.abroad)
		next := rd.scan(known)
		if maps.Equal(next, known) && before == len(rd.abroad) {
			break
		}
		known = next
	}
	rd.findSpots(rd.tokens)
	lists := rd.findBodies(rd.tokens)
	rd.scratch.units = slices.Grow(rd.scratch.units, rd.most())
	rd.units = make([][]unit, len(rd.tokens))
	for i, tokens := range rd.tokens {
		if len(tokens) == 0 {
			continue
		}
		base := len(rd.bodies)
		rd.bodies = append(rd.bodies, lists[i]...)
		rd.units[i] = rd.group(tokens, lists[i], base)
	}
	rd.resolve()
	rd.bind()
	rd.voice()
	rd.emit()
	return rd
}

// most is how many units the tokens of all parts may become. They take much room, which is made once.
func (rd *reader) most() int {
	n := 0
	for i := range rd.tokens {
		n += len(rd.tokens[i]) + 1
	}
	return n
}

// scan cuts all parts into tokens, given the names known so far, and gives back the names that stand firmly.
func (rd *reader) scan(known map[string]float32) map[string]float32 {
	l := lattice.New(&rd.scratch.room, rd.v, lattice.Hints{Known: known, Scripts: rd.scripts, Abroad: rd.abroad, Pinned: rd.pin(), Sides: rd.sides()})
	rd.tokens = rd.tokens[:0]
	roster := false
	for i, p := range rd.v.Parts {
		roster = rd.roster(i, roster)
		rd.tokens = append(rd.tokens, rd.locals(l.Cut(p.Start, p.End, roster)))
	}
	rd.nameCountries(rd.tokens)
	return rd.firm()
}

// roster tells whether part i stands under a line 任命： or 免去：, where every clause begins with a name.
func (rd *reader) roster(i int, before bool) bool {
	if i == 0 {
		return false
	}
	p := rd.v.Parts[i-1]
	line := strings.TrimSpace(rd.v.Text(p.Start, p.End))
	if head := strings.TrimRight(line, "：:"); head != line || lattice.EndsInOpener(line) {
		return lattice.HoldsOpener(head)
	}
	return before && (!strings.HasSuffix(line, "。") || rd.v.Enrols(i-1))
}

// sides is the first characters of the countries that the last scan found, and of those beside China: 中卢建交, 中欧关系.
func (rd *reader) sides() map[rune]bool {
	m := map[rune]bool{}
	r := rd.v.Runes
	for i := range len(r) - 3 {
		if r[i] == '中' && r[i+1] != '国' && zh.BeginsWith(string(r[i+2:i+4]), "建交", "关系", "双方", "两国") {
			m[r[i+1]] = true
		}
	}
	for i := range rd.tokens {
		for _, t := range rd.tokens[i] {
			if t.Kind == lattice.Place && t.Places[0].Place.Kind == gazetteer.Country {
				m[rd.v.Runes[t.Start]] = true
			}
		}
	}
	return m
}

// pin is the home and the places that the last scan found under their full names.
func (rd *reader) pin() map[*gazetteer.Place]bool {
	m := map[*gazetteer.Place]bool{}
	if rd.home != nil {
		m[rd.home] = true
	}
	for i := range rd.tokens {
		for _, t := range rd.tokens[i] {
			if t.Kind == lattice.Place {
				if p := rd.plain(t.Places); p != nil {
					m[p] = true
				}
			}
		}
	}
	return m
}

// plain is the only place that a full name meant on the day of the issue, or the only one near home; nil if there is none.
func (rd *reader) plain(cands []gazetteer.Candidate) *gazetteer.Place {
	var one, near *gazetteer.Place
	n := 0
	for _, c := range cands {
		if c.Form.Has(gazetteer.Short) && !c.Form.Has(gazetteer.Chained) || !c.Place.ValidAt(rd.date) {
			continue
		}
		if one == nil || !rd.same(one, c.Place) {
			n++
		}
		one = c.Place
		if rd.home != nil && c.Place.Within(rd.home) {
			near = c.Place
		}
	}
	if n == 1 {
		return one
	}
	return near
}

// settle finds the home of bare 市 and 县: the paper's, unless the text is an agency's. It gives back its full path, "" unknown.
func (rd *reader) settle(a *article.Article) string {
	home := a.PublicationPlace
	if rd.agency(a) {
		home = "中国"
	}
	if home == "" {
		return ""
	}
	p := rd.g.ByPath(home)
	if p == nil {
		p, _ = rd.g.Resolve(home)
	}
	if p == nil {
		return home
	}
	if p.Kind == gazetteer.Country {
		rd.nation = true
	} else {
		rd.home = p
	}
	return rd.path(p) // 福建省廈門市 is 福建省厦门市
}

// agencies are the news agencies and national papers whose copy has no home city.
var agencies = []string{"新华社", "中新社", "中新网", "新华网", "人民日报", "央视新闻", "据新华社"}

// agency tells whether the text is one's: by what its article says, or by its dateline.
func (rd *reader) agency(a *article.Article) bool {
	if a.Agency != "" {
		return true
	}
	for _, p := range rd.v.Parts {
		if p.Kind != article.BodyPart {
			continue
		}
		head := rd.v.Text(p.Start, min(p.End, p.Start+14))
		for _, w := range agencies {
			if len(head) > len(w) && head[:len(w)] == w && a.Publication != w {
				return true
			}
		}
		return false
	}
	return false
}
