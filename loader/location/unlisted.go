package location

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// Locals finds places that no gazetteer has, by the place in front of them: divisions abroad behind their country
// (俄罗斯乌苏里斯克市), villages behind their township (碱柜镇新民村). It joins their tokens and remembers the names.
func (rd *Reader) Locals(tokens []lattice.Token) []lattice.Token {
	out := tokens[:0]
	for k := 0; k < len(tokens); k++ {
		if end, p := rd.lexical(tokens, k); p != nil {
			tokens[end-1] = lattice.PlaceToken(tokens[k].Start, tokens[end-1].End, p)
			k = end - 1
		}
		out = append(out, tokens[k])
		if tokens[k].Kind != lattice.Place {
			continue
		}
		if t, ok := rd.withLevel(tokens, k); ok {
			out[len(out)-1] = t
			k++
			continue
		}
		if end, p := rd.ofTown(tokens, k); p != nil {
			rd.remember(rd.v.Text(tokens[k+2].Start, tokens[end-1].End), p)
			out = append(out, tokens[k+1], lattice.PlaceToken(tokens[k+2].Start, tokens[end-1].End, p))
			k = end - 1
			continue
		}
		end, p := rd.local(tokens, k)
		if p == nil {
			out, k = rd.neighbours(tokens, out, k)
			continue
		}
		rd.remember(rd.v.Text(tokens[k+1].Start, tokens[end-1].End), p)
		out = append(out, lattice.PlaceToken(tokens[k+1].Start, tokens[end-1].End, p))
		k = end - 1
		tokens[k] = out[len(out)-1] // a village may stand behind the township that this one is
		k--
		out = out[:len(out)-1]
	}
	rd.numbered(out)
	rd.siblings(out)
	return out
}

// withLevel is the place at k with its level, which is the token behind it: 兰贝斯|市, 沧源|自治县, a township that is called otherwise today.
func (rd *Reader) withLevel(tokens []lattice.Token, k int) (lattice.Token, bool) {
	t := tokens[k]
	if k+1 == len(tokens) {
		return t, false
	}
	next := rd.v.Text(tokens[k+1].Start, tokens[k+1].End)
	if p := t.Places[0].Place; p.Kind == gazetteer.Abroad && generic[next] && !generic[p.Name] && !strings.HasSuffix(p.Name, next) {
		return lattice.PlaceToken(t.Start, tokens[k+1].End, &gazetteer.Place{Name: p.Name + next, Kind: gazetteer.Abroad}), true
	}
	if autonomous[next] && tokens[k+1].Start == t.End {
		t.End = tokens[k+1].End
		return t, true
	}
	if p := rd.renamed(tokens, k); p != nil {
		return lattice.PlaceToken(t.Start, tokens[k+1].End, p), true
	}
	return t, false
}

// lexical is the division abroad that a word of the lexicon at k names with its level, inside or behind it, and where it ends: 密西西比州, 德尔纳|市. nil
// for any other token.
func (rd *Reader) lexical(tokens []lattice.Token, k int) (end int, p *gazetteer.Place) {
	t := tokens[k]
	if t.Kind != lattice.Word || t.Tag != "ns" || t.End-t.Start < 3 {
		return 0, nil
	}
	name := rd.v.Runes[t.Start:t.End]
	switch level := name[len(name)-1]; {
	case level == '州' && len(name) > 3 && lattice.Transcribed(name[:len(name)-1]):
		end = k + 1
	case k+1 < len(tokens) && tokens[k+1].Start == t.End && generic[rd.v.Text(tokens[k+1].Start, tokens[k+1].End)] && lattice.Transcribed(name):
		end = k + 2
	default:
		return 0, nil
	}
	return end, &gazetteer.Place{Name: rd.v.Text(t.Start, tokens[end-1].End), Kind: gazetteer.Abroad}
}

// autonomous are the levels that may stand behind the short name of a division of a nationality.
var autonomous = zh.Words("自治县 自治州 自治旗")

// generic are the words behind the name of a place abroad that make it a division.
var generic = zh.Words("边疆区 市 州 省 县 镇 区")

// longestLocal bounds the name of such a place, in characters.
const longestLocal = 8

func (rd *Reader) local(tokens []lattice.Token, k int) (end int, p *gazetteer.Place) {
	head := tokens[k].Places[0].Place
	ends := foreignEnds
	switch {
	case head.Kind == gazetteer.Country && head.Name != "中国", head.Kind == gazetteer.Abroad && !zh.EndsWith(head.Name, townEnds...):
	case head.Level == gazetteer.Township, head.Kind == gazetteer.Abroad && zh.EndsWith(head.Name, townEnds...):
		ends = villageEnds
	case head.Level == gazetteer.County && rd.Plain(tokens[k].Places) != nil:
		ends = townEnds
	default:
		return 0, nil
	}
	if j := rd.governed(tokens, k); j > 0 {
		return rd.found(tokens, k, j)
	}
	if head.Level == gazetteer.Township || head.Level == gazetteer.County {
		if j := rd.village(tokens, k, head); j > 0 {
			return rd.found(tokens, k, j)
		}
	}
	if head.Level == gazetteer.County {
		if j := rd.countyTown(tokens, k); j > 0 {
			return rd.found(tokens, k, j)
		}
	}
	for j := k + 1; j < len(tokens) && tokens[j].End-tokens[k].End <= longestLocal; j++ {
		t := tokens[j]
		if t.Kind == lattice.Name && j == k+1 && zh.EndsWith(rd.v.Text(t.Start, t.End), villageEnds...) && head.Level == gazetteer.Township {
			return rd.found(tokens, k, j+1) // 五竹镇|鹿鸣村
		}
		if t.Kind != lattice.Word && t.Kind != lattice.Name {
			return 0, nil
		}
		w := rd.v.Text(t.Start, t.End)
		if j > k+1 && slices.Contains(ends, w) || t.Kind == lattice.Word && ordinary(t, w) && t.End-t.Start > 1 && endsIn(w, ends) {
			return rd.found(tokens, k, j+1)
		}
		if !rd.goesOn(t, w, head, j == k+1) {
			return 0, nil
		}
	}
	return 0, nil
}

// goesOn tells whether the token t, which says w, may stand in the name of a place behind head before its ending; first is whether it
// stands right behind head. A word of every day may at the beginning of a village alone, a single character behind a township.
func (rd *Reader) goesOn(t lattice.Token, w string, head *gazetteer.Place, first bool) bool {
	single := t.End-t.Start == 1 && head.Level == gazetteer.Township && !lattice.IsParticle(rd.v.Runes[t.Start]) && !verb.Breaks(w)
	if t.Kind == lattice.Word && !localWord(t.Tag) && !(w == "后" && first) && !single {
		return false
	}
	return !ordinary(t, w) || first && head.Kind != gazetteer.Country && head.Kind != gazetteer.Abroad
}

// longestTown bounds the name of a township without its level, in characters.
const longestTown = 3

// countyTown is the end of the township right behind the county at k that the gazetteer doesn't have under its level of the day, or has in another
// county only: 某县|宣|和乡, where 宣和镇 is known. 0 if there is none.
func (rd *Reader) countyTown(tokens []lattice.Token, k int) int {
	county, from := rd.Plain(tokens[k].Places), tokens[k].End
	for j := k + 1; j < len(tokens) && tokens[j].Start == tokens[j-1].End && tokens[j].Start-from <= longestTown; j++ {
		stem, level := townStem(rd.v.Text(from, tokens[j].End))
		if stem == "" {
			continue
		}
		now, other := rd.levelsOf(stem, level, county)
		if now {
			return 0 // the gazetteer's own
		}
		if other || rd.townLike(tokens[j], stem) {
			return j + 1
		}
	}
	return 0
}

// townStem is the name of a township without its level, and that; both "" for what is no such name.
func townStem(name string) (stem, level string) {
	for _, level := range lattice.TownLevels {
		stem, ok := strings.CutSuffix(name, level)
		if n := len([]rune(stem)); ok && n > 1 && n <= longestTown && !strings.ContainsAny(stem, "、，镇乡") {
			return stem, level
		}
	}
	return "", ""
}

// levelsOf tells whether the gazetteer has the township of that stem in a county under the level, and whether under another.
func (rd *Reader) levelsOf(stem, level string, county *gazetteer.Place) (now, other bool) {
	for _, l := range lattice.TownLevels {
		for _, c := range rd.g.Named(stem + l) {
			if c.Place.Level == gazetteer.Township && !c.Form.Has(gazetteer.Short) && c.Place.Within(county) {
				now, other = now || l == level, other || l != level
			}
		}
	}
	return now, other
}

// townLike tells whether the token that ends a township's stem and level is one that holds them together.
func (rd *Reader) townLike(t lattice.Token, stem string) bool {
	if strings.ContainsAny(stem, "和与及在到赴来往的") {
		return false
	}
	return t.Kind == lattice.Name || t.Kind == lattice.Place && t.Places[0].Place.Level == gazetteer.Township
}

// renamed is the township whose short name at k stands before another level than it has today: 姐|乡 of what is a 镇 now. nil if none is there.
func (rd *Reader) renamed(tokens []lattice.Token, k int) *gazetteer.Place {
	t, c := tokens[k], tokens[k].Places[0]
	if c.Place.Level != gazetteer.Township || !c.Form.Has(gazetteer.Short) {
		return nil
	}
	if k+1 >= len(tokens) || tokens[k+1].Start != t.End || !slices.Contains(lattice.TownLevels, rd.v.Text(tokens[k+1].Start, tokens[k+1].End)) {
		return nil
	}
	return &gazetteer.Place{Name: rd.Path(c.Place.Parent()) + rd.v.Text(t.Start, tokens[k+1].End), Kind: gazetteer.Abroad}
}

// rulers are the heads of those who govern a city, a district or a state of a country.
var rulers = zh.Words("市长 区长 县长 州长 省长 知事 郡长 镇长")

// governed is the end of the division abroad behind the place at k that the title behind it governs, whatever words its name is cut
// into: 日本|境|港市|副市长. 0 if there is none.
func (rd *Reader) governed(tokens []lattice.Token, k int) int {
	if head := tokens[k].Places[0].Place; head.Kind != gazetteer.Abroad && head.Kind != gazetteer.Country || head.Name == "中国" {
		return 0
	}
	for j := k + 1; j < len(tokens) && j-k <= 4 && tokens[j].Start == tokens[j-1].End && tokens[j].End-tokens[k].End <= longestLocal; j++ {
		t := tokens[j]
		w := rd.v.Text(t.Start, t.End)
		if t.Kind == lattice.Post && j > k+1 && rulers[t.Title.Head] && generic[string(rd.v.Runes[t.Start-1])] {
			return j
		}
		if t.Kind != lattice.Word && t.Kind != lattice.Name || verb.Breaks(w) || lattice.IsParticle(rd.v.Runes[t.Start]) {
			return 0
		}
	}
	return 0
}

// found makes the place whose name is the tokens behind k up to end.
func (rd *Reader) found(tokens []lattice.Token, k, end int) (int, *gazetteer.Place) {
	head := tokens[k].Places[0].Place
	name := rd.v.Text(tokens[k].End, tokens[end-1].End)
	if from, e, ok := org.EndsAt(rd.v.Runes, tokens[end-1].End); ok && e.Type == org.Government && from <= tokens[k].End {
		return 0, nil // 日本|总务省 is a ministry
	}
	if len([]rune(name)) < 3 && !rd.calledSo(name, head) {
		return 0, nil
	}
	have := rd.Abroad[name]
	full := name
	if head.Level == gazetteer.Township || head.Level == gazetteer.County {
		s := rd.Plain(tokens[k].Places)
		if s == nil && len(tokens[k].Places) == 1 {
			s = head
		}
		if s == nil || rd.strange(s) && (k == 0 || tokens[k-1].Kind != lattice.Place) {
			return 0, nil
		}
		full = rd.Path(s) + name
	} else if zh.EndsWith(head.Name, townEnds...) {
		full = head.Name + name
	}
	if have != nil && (have.Name == full || full == name) {
		return end, have // not the village of that name in another township
	}
	return end, &gazetteer.Place{Name: full, Kind: gazetteer.Abroad}
}

// ordinary tells a word of the language that no such name is made of.
func ordinary(t lattice.Token, w string) bool {
	return t.Kind == lattice.Word && t.End-t.Start > 1 && lexicon.FreqOf(w) > 150 && t.Tag != "ns" && t.Tag != "nz" && t.Tag != "nr"
}

func endsIn(w string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) && len(w) >= 3*len("市") && lexicon.FreqOf(w) < 20 {
			return true
		}
	}
	return false
}

var foreignEnds = []string{"市", "州", "省", "县", "道", "郡", "边疆区"}

var townEnds = []string{"镇", "乡", "苏木", "街道"}

// localWord tells the words that such a name may be cut into.
func localWord(tag string) bool {
	if tag == "" {
		return true
	}
	switch tag[0] {
	case 'n', 'j', 'g', 'a', 'z', 's', 'i':
		return true
	}
	return false
}
