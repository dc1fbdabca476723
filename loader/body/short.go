package body

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// shorts is the short names of the bodies found, each with its body; one of two bodies is nobody's, a thing without a name.
func (rd *Reader) shorts(parts [][]lattice.Token, lists [][]Thing) map[string]Thing {
	m := map[string]Thing{}
	for i, list := range lists {
		for _, x := range list {
			if x.Facility || x.Natural || x.Known || x.Anchor == LevelAnchor {
				continue
			}
			for _, head := range rd.placeHeads(parts[i], x) {
				for _, s := range shortNames(rd.v.Runes[x.Start:x.End], head, x.Kind) {
					if y, ok := m[s]; ok && y.Name != x.Name {
						m[s] = Thing{}
						continue
					}
					m[s] = x
				}
			}
			if s, ok := x.Called(rd.v); ok {
				x.short = s
				m[s] = x
			}
		}
	}
	for _, list := range lists {
		for _, x := range list {
			if _, ok := m[x.Name]; !ok && x.Kind == org.Company && !x.Known && x.Anchor != PlaceAnchor && x.Anchor != LevelAnchor {
				if y, ok := bearer(x.Name, lists); ok {
					m[x.Name] = y
				}
			}
		}
	}
	return m
}

// placeHeads is how many characters of places x may begin with: those of the first one, and those of all that follow each other.
func (rd *Reader) placeHeads(tokens []lattice.Token, x Thing) []int {
	if x.Anchor != PlaceAnchor || tokens[x.Lo].Kind != lattice.Place {
		return []int{0}
	}
	k := x.Lo
	for k+1 < x.Hi-1 && tokens[k+1].Kind == lattice.Place {
		k++
	}
	if k == x.Lo {
		return []int{tokens[x.Lo].End - x.Start}
	}
	return []int{tokens[x.Lo].End - x.Start, tokens[k].End - x.Start}
}

// bearer is the only company of the lists in whose name the brand of short stands: 丙丁集团 of 甲省乙山丙丁食品集团股份有限公司. A 集团 is
// rather one that is called so.
func bearer(short string, lists [][]Thing) (best Thing, ok bool) {
	brand := short
	for _, form := range legalForms {
		if rest, is := strings.CutSuffix(short, form); is {
			brand = rest
			break
		}
	}
	if n := len([]rune(brand)); brand == short || n < 2 || n > longBrand || IsTrade(brand) {
		return best, false
	}
	several := false
	for _, list := range lists {
		for _, y := range list {
			if y.Kind != org.Company || len(y.Name) <= len(short) || !strings.Contains(y.Name, brand) || y.Anchor == LevelAnchor || y.Name == best.Name ||
				zh.EndsWith(y.Name, "分公司", "支行", "分行", "超市", "酒店") || strings.HasSuffix(short, "集团") && !strings.Contains(y.Name, "集团") {
				continue
			}
			several = several || ok
			best, ok = y, true
		}
	}
	return best, ok && !several
}

// longestShort bounds the name that a parenthesis gives for short, in characters.
const longestShort = 12

// inFull gives well-known bodies under a short form (世卫组织) the full name that the article has too.
func (rd *Reader) inFull(lists [][]Thing) {
	names := map[string]bool{}
	for _, list := range lists {
		for _, x := range list {
			names[x.Name] = true
			if x.Full != "" {
				names[x.Full] = true // 某国国家杜马, as 某国家杜马 is in full
			}
		}
	}
	wholes := rd.byFirst(lists)
	for _, list := range lists {
		for k := range list {
			for _, full := range org.FullNames(cmp.Or(list[k].Full, list[k].Name)) {
				if names[full] {
					list[k].Full = full // also of 某环保署, which is 某国环保署
					break
				}
			}
			if list[k].Full == "" {
				list[k].Full = cmp.Or(ofPeople(list[k].Name, names), presidium(list[k].Name, names), ofState(list[k], names), rd.turned(list[k].Name, names), wholes.of(rd.v, list[k]))
			}
			if list[k].Full == "" && list[k].Known && list[k].Kind == org.Company {
				list[k].Full = inLaw(list[k].Name, names)
			}
		}
	}
}

// presidium is the only presidium of names that says whose it is, for one that doesn't: 大会主席团.
func presidium(name string, names map[string]bool) string {
	const bare, end = "大会主席团", "主席团"
	if name != bare && name != end {
		return ""
	}
	best := ""
	for full := range names {
		switch {
		case full == bare || full == end || !strings.HasSuffix(full, end):
		case best != "":
			return ""
		default:
			best = full
		}
	}
	return best
}

// ofState is the name of a state's well-known organ with the state in front, where the article has it: 某国|国家杜马, 中国|全国政协.
func ofState(x Thing, names map[string]bool) string {
	if state := org.Seat(x.Name); state != "" && names[state+x.Name] {
		return state + x.Name
	}
	return ""
}

// turned is the name of a body of China and another state that the article begins with China, as the other says it: 俄中|议会合作委员会.
func (rd *Reader) turned(name string, names map[string]bool) string {
	first, n := utf8.DecodeRuneInString(name)
	rest, ok := strings.CutPrefix(name[n:], "中")
	if !ok || !rd.places.Side(first) {
		return ""
	}
	if whole := "中" + string(first) + rest; names[whole] {
		return whole
	}
	return ""
}

// inLaw is the only one of names that goes on behind a known company's name with nothing but its legal form: 某某|控股有限责任公司.
func inLaw(name string, names map[string]bool) string {
	best := ""
	for full := range names {
		rest, ok := strings.CutPrefix(full, name)
		if !ok || !zh.EndsWith(rest, "有限公司", "有限责任公司", "集团", "集团公司", "总公司", "公司") {
			continue
		}
		for _, w := range [...]string{"控股", "集团", "股份", "有限", "责任", "总公司", "公司"} {
			rest = strings.Replace(rest, w, "", 1)
		}
		if rest == "" && (best == "" || len(full) > len(best) || len(full) == len(best) && full < best) {
			best = full
		}
	}
	return best
}

// ofThePeople are the endings of bodies that people speak of without 人民.
var ofThePeople = [...]string{"医院", "法院", "检察院"}

// ofPeople is the only one of names that a level's body without 人民 may be in full: 县医院 is 某县人民医院. "" if none or several may.
func ofPeople(name string, names map[string]bool) string {
	for _, end := range ofThePeople {
		head, ok := strings.CutSuffix(name, end)
		if !ok || !zh.EndsWith(head, "县", "市", "区", "旗", "州", "镇") {
			continue
		}
		best := ""
		for full := range names {
			if !strings.HasSuffix(full, head+"人民"+end) || lattice.IsLevel(head) && full == head+"人民"+end {
				continue
			}
			if best != "" {
				return ""
			}
			best = full
		}
		return best
	}
	return ""
}

// recall finds the short names among the tokens that no thing of list holds, and gives back list with them.
func (rd *Reader) recall(tokens []lattice.Token, list []Thing, shorts map[string]Thing) []Thing {
	if len(shorts) == 0 {
		return list
	}
	for i := range list {
		rd.headless(tokens, list, i, shorts)
		if x := &list[i]; x.Full == "" && !x.Known && x.Anchor != LevelAnchor {
			if full := shorts[x.Name]; full.Name != "" && full.Kind == x.Kind && full.Name != x.Name && !otherwise(x.Name, full) {
				x.Full = full.Name // 某某集团, where the parenthesis or the full name says so
			}
		}
	}
	var more []Thing
	at := 0
	for k := 0; k < len(tokens); k++ {
		for at < len(list) && list[at].Hi <= k {
			at++
		}
		if at < len(list) && list[at].Lo <= k {
			continue
		}
		stop := len(tokens)
		if at < len(list) {
			stop = list[at].Lo
		}
		if x, ok := rd.shortAt(tokens[:stop], k, shorts); ok {
			more = append(more, x)
			k = x.Hi - 1
		}
	}
	list = append(list, more...)
	slices.SortStableFunc(list, func(a, b Thing) int { return a.Lo - b.Lo })
	return list
}

// headless moves the left edge of the company at i over a word that its short name begins with and a name of a body doesn't: 老|甲乙酒业.
func (rd *Reader) headless(tokens []lattice.Token, list []Thing, i int, shorts map[string]Thing) {
	x := &list[i]
	k := x.Lo - 1
	if x.Kind != org.Company || x.Known || x.Anchor != NoAnchor || k < 0 || i > 0 && list[i-1].Hi > k || tokens[k].End != x.Start || tokens[k].Kind != lattice.Word {
		return
	}
	if full := shorts[rd.v.Text(tokens[k].Start, x.End)]; full.Kind == org.Company && full.Name != "" {
		x.Lo, x.Start = k, tokens[k].Start
		*x = x.Named(rd.v)
	}
}

// otherwise tells a group beside the head or a branch of a company of the same brand, unless a parenthesis makes them one.
func otherwise(short string, full Thing) bool {
	return full.short != short && strings.HasSuffix(short, "集团") && zh.EndsWith(full.Name, "总公司", "分公司")
}

// deeds are verbs that end as bodies do: 与某某科技|签署.
var deeds = [...]string{"签署", "部署", "连署", "联署", "出院", "住院", "布局", "破局", "开局", "入局", "进店"}

// shortAt is the longest short name that begins at token k.
func (rd *Reader) shortAt(tokens []lattice.Token, k int, shorts map[string]Thing) (best Thing, ok bool) {
	for hi := k + 1; hi <= len(tokens) && hi-k <= farthest && tokens[hi-1].Kind != lattice.Mark; hi++ {
		full, is := shorts[rd.v.Text(tokens[k].Start, tokens[hi-1].End)]
		if !is || full.Name == "" {
			continue
		}
		x := Thing{Lo: k, Hi: hi, Start: tokens[k].Start, End: tokens[hi-1].End, Kind: full.Kind, Anchor: NameAnchor, Full: full.Name}
		if hi < len(tokens) && tokens[hi].Kind == lattice.Word && tokens[hi].End-tokens[hi].Start > 1 && org.MayEnd(rd.v.Runes[tokens[hi].End-1]) &&
			!zh.EndsWith(rd.v.Text(tokens[hi].Start, tokens[hi].End), deeds[:]...) {
			continue // 某某理工|科研院
		}
		best, ok = x.Named(rd.v), true
	}
	return best, ok
}
