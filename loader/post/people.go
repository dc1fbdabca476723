package post

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
)

// sided tells a country's side or army that reads like a name: 哈方, 乌军.
func (rd *Reader) sided(p *person) bool {
	r := []rune(p.name)
	return len(r) == 2 && (r[1] == '方' || r[1] == '军' || r[1] == '媒') && len(p.posts) == 0 && rd.places.CountryNamed(r[0]) != nil
}

// People writes the people down whose names are some, with their posts; the other names are unresolved.
func (rd *Reader) People() {
	rd.employ()
	for _, u := range rd.calls {
		if p := rd.refer(u); p != nil {
			p.spans = append(p.spans, rd.v.Evidence(u.start, u.end, "person.call"))
		}
	}
	for _, p := range rd.people {
		if !rd.accepted(p) || rd.sided(p) || rd.phantom(p) {
			if !p.credit {
				s := p.spans[0]
				rd.r.Unresolved = append(rd.r.Unresolved, reading.Unresolved{Span: s.Span, Kind: "name", Reason: "weak-name", Candidates: []string{p.said}})
			}
			continue
		}
		if len(p.posts) == 0 {
			p.posts = p.later
		}
		if !p.enough(0) {
			for i := range p.spans {
				p.spans[i].Rule = "tagger.person"
			}
		}
		slices.SortFunc(p.spans, func(a, b reading.Evidence) int { return cmp.Compare(a.Start, b.Start) })
		rd.r.People = append(rd.r.People, reading.Person{Name: p.said, Spans: p.spans, Posts: p.posts, Gender: p.gender, Ethnicity: p.ethnicity})
	}
	slices.SortStableFunc(rd.r.People, func(a, b reading.Person) int { return cmp.Compare(a.Spans[0].Start, b.Spans[0].Start) })
}

// What the tagger's odds (natural logarithms) of a person must be, and what they are good for. Set on the first halves of the gold
// and on raw text.
const (
	surePerson = 6   // is enough by itself
	sureWord   = 9   // is enough for what is rather a word
	plausible  = 700 // the least score of the characters of a name that only the tagger sees
	convincing = 850 // of one of two characters that the tagger doesn't see
)

// placeEnds are the last characters of places below a county, which hardly any name of a person ends in.
var placeEnds = zh.Runes("村镇乡县市区沟堡屯寨庄湾寺峁庙桥岭岛港")

// accepted tells whether enough speaks for p: by the grammar, a little more where the tagger sees nobody, or by the tagger.
func (rd *Reader) accepted(p *person) bool {
	switch {
	case rd.untagged:
		return p.enough(0)
	case p.odds < lattice.OfferedOdds && len(p.posts) == 0 && noun(p.name):
		return p.enough(-votePost) // 贺词指出, 贺词说
	case p.odds < lattice.OfferedOdds && !rd.looksIt(p):
		return p.enough(-1)
	}
	return p.enough(0) || rd.vouched(p)
}

// noun tells a common noun of two characters.
func noun(name string) bool {
	tag := lexicon.TagOf([]rune(name))
	return len([]rune(name)) == 2 && strings.HasPrefix(tag, "n") && !strings.HasPrefix(tag, "nr") && tag != "nz" && tag != "ns"
}

// looksIt tells whether p's characters make a good name by themselves.
func (rd *Reader) looksIt(p *person) bool {
	c, ok := rd.room.Candidate(p.first, p.first+len([]rune(p.name)), len(rd.v.Runes))
	switch {
	case strings.Contains(p.name, "·"):
		return true
	case !ok || c.Kind >= zhname.Foreign && lexicon.FreqOf(p.name) > 0:
		return false
	case c.End-p.first == 2:
		return c.Kind == zhname.Han && c.Score >= convincing && zhname.UsualSurname(rd.v.Runes[p.first])
	}
	return c.Score >= plausible
}

// vouched tells whether the tagger's word is enough for p: the less the grammar says, the surer it must be, and the characters
// must make a name. Ordinary words need much; a transliterated name is as often a place and needs a verb of persons behind it.
func (rd *Reader) vouched(p *person) bool {
	name := rd.v.Runes[p.first : p.first+len([]rune(p.name))]
	doing := p.votes >= voteDoes
	tag := lexicon.TagOf(name)
	famous := strings.HasPrefix(tag, "nr") && len(name) == 3 && zhname.UsualSurname(name[0])
	c, ok := rd.room.Candidate(p.first, p.first+len(name), len(rd.v.Runes))
	need := float32(surePerson)
	switch {
	case p.credit || !ok || placeEnds[name[len(name)-1]] || lattice.IsAddressed(name):
		return false
	case tag != "" && !famous:
		return doing && p.odds >= sureWord
	case c.Kind >= zhname.Foreign && !famous, c.Kind == zhname.Japanese:
		return doing && p.odds >= lattice.LikelyOdds && c.Score >= plausible
	case doing:
		return p.odds >= lattice.LikelyOdds && (c.Score >= plausible || p.odds >= sureWord)
	case famous || c.Kind == zhname.Han && (len(name) == 2 || !zhname.UsualSurname(name[0]) || lattice.Transcribed(name)):
		need = sureWord
	}
	return p.odds >= need && c.Score >= plausible
}
