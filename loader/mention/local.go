package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// locals finds places that no gazetteer has, by the place in front of them: divisions abroad behind their country
// (俄罗斯乌苏里斯克市), villages behind their township (碱柜镇新民村). It joins their tokens and remembers the names.
func (rd *reader) locals(tokens []token) []token {
	out := tokens[:0]
	for k := 0; k < len(tokens); k++ {
		out = append(out, tokens[k])
		if tokens[k].kind != place {
			continue
		}
		if p := tokens[k].places[0].Place; p.Kind == gazetteer.Abroad && k+1 < len(tokens) && generic[rd.v.text(tokens[k+1].start, tokens[k+1].end)] && !generic[p.Name] {
			out[len(out)-1] = localToken(tokens[k].start, tokens[k+1].end, &gazetteer.Place{Name: p.Name + rd.v.text(tokens[k+1].start, tokens[k+1].end), Kind: gazetteer.Abroad})
			k++
			continue
		}
		if k+1 < len(tokens) && autonomous[rd.v.text(tokens[k+1].start, tokens[k+1].end)] && tokens[k+1].start == tokens[k].end {
			out[len(out)-1].end = tokens[k+1].end // 沧源|自治县
			k++
			continue
		}
		end, p := rd.local(tokens, k)
		if p == nil {
			continue
		}
		rd.abroad[rd.v.text(tokens[k+1].start, tokens[end-1].end)] = p
		out = append(out, localToken(tokens[k+1].start, tokens[end-1].end, p))
		k = end - 1
		tokens[k] = out[len(out)-1] // a village may stand behind the township that this one is
		k--
		out = out[:len(out)-1]
	}
	return out
}

// autonomous are the levels that may stand behind the short name of a division of a nationality.
var autonomous = set("自治县 自治州 自治旗")

// generic are the words behind the name of a place abroad that make it a division.
var generic = set("市 州 省 县 镇 区")

// longestLocal bounds the name of such a place, in characters.
const longestLocal = 8

func (rd *reader) local(tokens []token, k int) (end int, p *gazetteer.Place) {
	head := tokens[k].places[0].Place
	ends := foreignEnds
	switch {
	case head.Kind == gazetteer.Country && head.Name != "中国", head.Kind == gazetteer.Abroad && !zh.EndsWith(head.Name, townEnds...):
	case head.Level == gazetteer.Township, head.Kind == gazetteer.Abroad && zh.EndsWith(head.Name, townEnds...):
		ends = villageEnds
	case head.Level == gazetteer.County && rd.plain(tokens[k].places) != nil:
		ends = townEnds
	default:
		return 0, nil
	}
	if j := rd.governed(tokens, k); j > 0 {
		return rd.found(tokens, k, j)
	}
	for j := k + 1; j < len(tokens) && tokens[j].end-tokens[k].end <= longestLocal; j++ {
		t := tokens[j]
		if t.kind == name && j == k+1 && zh.EndsWith(rd.v.text(t.start, t.end), villageEnds...) && head.Level == gazetteer.Township {
			return rd.found(tokens, k, j+1) // 五竹镇|鹿鸣村
		}
		if t.kind != word && t.kind != name {
			return 0, nil
		}
		w := rd.v.text(t.start, t.end)
		if j > k+1 && slices.Contains(ends, w) || t.kind == word && ordinary(t, w) && t.end-t.start > 1 && endsIn(w, ends) {
			return rd.found(tokens, k, j+1)
		}
		if t.kind == word && !localWord(t.tag) && !(w == "后" && j == k+1) && !(t.end-t.start == 1 && head.Level == gazetteer.Township && !particles[rd.v.runes[t.start]] && !breakers[w]) || ordinary(t, w) && (head.Kind == gazetteer.Country || head.Kind == gazetteer.Abroad || j > k+1) {
			return 0, nil
		}
	}
	return 0, nil
}

// rulers are the heads of those who govern a city, a district or a state of a country.
var rulers = set("市长 区长 县长 州长 省长 知事 郡长 镇长")

// governed is the end of the division abroad behind the place at k that the title behind it governs, whatever words its name is cut
// into: 日本|境|港市|副市长. 0 if there is none.
func (rd *reader) governed(tokens []token, k int) int {
	if head := tokens[k].places[0].Place; head.Kind != gazetteer.Abroad && head.Kind != gazetteer.Country || head.Name == "中国" {
		return 0
	}
	for j := k + 1; j < len(tokens) && j-k <= 4 && tokens[j].start == tokens[j-1].end && tokens[j].end-tokens[k].end <= longestLocal; j++ {
		t := tokens[j]
		w := rd.v.text(t.start, t.end)
		if t.kind == post && j > k+1 && rulers[t.title.Head] && generic[string(rd.v.runes[t.start-1])] {
			return j
		}
		if t.kind != word && t.kind != name || breakers[w] || particles[rd.v.runes[t.start]] {
			return 0
		}
	}
	return 0
}

// found makes the place whose name is the tokens behind k up to end.
func (rd *reader) found(tokens []token, k, end int) (int, *gazetteer.Place) {
	head := tokens[k].places[0].Place
	name := rd.v.text(tokens[k].end, tokens[end-1].end)
	if len([]rune(name)) < 3 {
		return 0, nil
	}
	if have := rd.abroad[name]; have != nil {
		return end, have
	}
	full := name
	if head.Level == gazetteer.Township || head.Level == gazetteer.County {
		s := rd.plain(tokens[k].places)
		if s == nil && len(tokens[k].places) == 1 {
			s = head
		}
		if s == nil {
			return 0, nil
		}
		full = rd.path(s) + name
	} else if zh.EndsWith(head.Name, townEnds...) {
		full = head.Name + name
	}
	return end, &gazetteer.Place{Name: full, Kind: gazetteer.Abroad}
}

// ordinary tells a word of the language that no such name is made of.
func ordinary(t token, w string) bool {
	return t.kind == word && t.end-t.start > 1 && freq(w) > 150 && t.tag != "ns" && t.tag != "nz" && t.tag != "nr"
}

func endsIn(w string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) && len(w) >= 3*len("市") && freq(w) < 20 {
			return true
		}
	}
	return false
}

var foreignEnds = []string{"市", "州", "省", "县", "道", "郡", "边疆区"}

var villageEnds = []string{"村", "嘎查", "社区"}

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
