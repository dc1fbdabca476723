package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	zhname "github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/lattice"
)

// misread tells a person of the tagger that is something else: a name and more, a place, part of a title in 《》, or what a
// slogan says of one (以某某同志为核心).
func (rd *reader) misread(x tagger.Span, known map[string]float32) bool {
	w := rd.v.Text(x.Start, x.End)
	r := rd.v.Runes[x.Start:x.End]
	if x.Start > 0 && rd.v.Runes[x.Start-1] == '以' || lexicon.TagOf(r) == "ns" || rd.thought(x.End) || rd.shorter(r) || runsOver(w, known) || len(rd.g.Named(w)) > 0 {
		return true
	}
	for i := x.Start - 1; i >= 0 && x.Start-i < longestTitle && !lattice.EndsSentence(rd.v.Runes[i]); i-- {
		switch rd.v.Runes[i] {
		case '》':
			return false
		case '《':
			return true
		}
	}
	return false
}

// placeEnds are the last characters of places below a county, which hardly any name of a person ends in.
var placeEnds = zh.Runes("村镇乡县市区沟堡屯寨庄湾寺峁庙桥岭岛港")

// thought tells whether what ends at i gives its name to a school of thought: 某某新时代…思想, 某某文化思想.
func (rd *reader) thought(i int) bool {
	next := rd.v.Text(i, min(i+thoughtReach, len(rd.v.Runes)))
	return strings.HasPrefix(next, "新时代") || strings.Contains(next, "思想")
}

// thoughtReach is how many characters behind a name 思想 may end.
const thoughtReach = 4

// longestTitle is how far behind 《 a title may go on.
const longestTitle = 40

// shorter tells whether the first two of three characters stand elsewhere, and go on differently: 叶香站 where 叶香 is the name.
func (rd *reader) shorter(w []rune) bool {
	if len(w) != 3 {
		return false
	}
	next, n := rd.follow(w[:2])
	if n < 2 || next != 0 {
		return false
	}
	_, n = rd.follow(w)
	return n == 1
}

// runsOver tells whether w holds a known name and more.
func runsOver(w string, known map[string]float32) bool {
	if _, ok := known[w]; ok {
		return false
	}
	for name := range known {
		if strings.Contains(w, name) {
			return true
		}
	}
	return false
}

// accepted tells whether enough speaks for p: by the grammar, a little more where the tagger sees nobody, or by the tagger.
func (rd *reader) accepted(p *person) bool {
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
func (rd *reader) looksIt(p *person) bool {
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
func (rd *reader) vouched(p *person) bool {
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
