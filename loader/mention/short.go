package mention

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// Short names: an article gives a company or an institution its full name once (浙江润月珠业有限公司, 吉林松江大学第二医院) and
// goes on with what its readers say (润月珠业, 松江大学二院).

// legalForms are what a company's full name ends in and its short names don't.
var legalForms = []string{
	"集团有限责任公司", "集团股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "总公司", "分公司", "集团", "公司", "株式会社",
}

// trades are what a short name may drop before the legal form.
var trades = []string{"科技", "实业", "发展", "控股", "股份", "技术", "投资", "贸易", "商贸", "集团", "食品", "建设", "工程", "科技发展", "置业"}

// shortened are the ordinal institutions' short endings: 第二医院 is 二院.
var shortened = [][2]string{{"医院", "院"}, {"中学", "中"}, {"小学", "小"}, {"高级中学", "中"}}

// contracted are the short endings of schools behind what is their own. All that fit are said: 某地师专 and 某地师范高专.
var contracted = [][2]string{{"职业技术学校", "职校"}, {"职业学校", "职校"}, {"职业技术学院", "职院"}, {"师范大学", "师大"}, {"农业大学", "农大"}, {"理工大学", "理工"}, {"工业大学", "工大"}, {"医科大学", "医大"}, {"农业职业学院", "农职院"}, {"高等专科学校", "高专"}, {"师范高等专科学校", "师专"}, {"师范学院", "师院"}, {"财经大学", "财大"}, {"科技大学", "科大"}, {"交通大学", "交大"}, {"林业大学", "林大"}, {"民族大学", "民大"}, {"海洋大学", "海大"}, {"中医药大学", "中医大"}, {"理工学院", "理工"}}

// longBrand is how many characters the brand in a company's name, behind its place, may have.
const longBrand = 4

// ownHead is how many characters of a company's name, behind its place, are a short name whatever follows them.
const ownHead = 3

// longestHead is how many characters the place may have that a company's short name keeps before its initials.
const longestHead = 3

// shortNames is what x, whose name begins with a place of so many characters, may be called for short.
func shortNames(name []rune, place int, kind string) []string {
	core := string(name[place:])
	var out []string
	switch kind {
	case org.Company:
		out = companyShort(core)
		if own := []rune(core); place > 0 && place <= longestHead && len(own) > longBrand && lexicon.FreqOf(string(own[:initials])) == 0 {
			out = append(out, string(name[:place+initials])) // 某国莱欣 of 某国莱欣工业地产公司
		}
	case org.School, org.Hospital:
		if place > 0 {
			out = append(out, core)
		}
		if at := strings.LastIndex(core, "附属"); at > 0 {
			out = append(out, core[at:]) // 附属第二医院
		}
		fulls := []string{core, string(name)}
		if place > 2 && strings.ContainsRune("市县区", name[place-1]) {
			fulls = append(fulls, string(name[:place-1])+core) // 内江一中 of 内江市第一中学
		}
		for _, full := range fulls {
			for _, s := range contracted {
				if head, ok := strings.CutSuffix(full, s[0]); ok && len([]rune(head)) > 1 {
					out = append(out, head+s[1])
				}
			}
			for _, s := range shortened {
				if head, ok := strings.CutSuffix(full, s[0]); ok && len([]rune(head)) > 2 {
					if k := strings.LastIndex(head, "第"); k > 0 {
						out = append(out, head[:k]+strings.TrimPrefix(head[k:], "第")+s[1])
					}
				}
			}
		}
	}
	return slices.DeleteFunc(out, func(s string) bool {
		n := len([]rune(s))
		return n < 3 || n >= len(name) || lexicon.FreqOf(s) > 0
	})
}

// companyShort is the same of a company, without the place.
func companyShort(core string) []string {
	for _, form := range legalForms {
		rest, ok := strings.CutSuffix(core, form)
		if !ok || rest == "" {
			continue
		}
		out := []string{rest, rest + "公司", rest + "集团"}
		r := []rune(rest)
		for n := ownHead; n < len(r); n++ {
			out = append(out, string(r[:n])) // 甲乙五金 of 甲乙五金工具有限公司
		}
		for n := ownHead; n <= longBrand && n < len(r); n++ {
			out = append(out, string(r[:n])+"公司") // 甲乙丙公司 of 甲乙丙生物科技有限公司
		}
		for n := 2; n <= longBrand && n+2 < len(r); n++ {
			out = append(out, string(r[:n])+string(r[len(r)-2:])) // 甲乙丙瓷业 of 甲乙丙日用瓷业有限公司
		}
		out = append(out, heads(rest, core)...)
		for _, t := range trades {
			if brand, ok := strings.CutSuffix(rest, t); ok && brand != "" {
				out = append(out, brand, brand+"公司", brand+"集团")
			}
		}
		return out
	}
	return nil
}

// initials is how many characters of its own name a company is called by before 公司: 津重公司 of 津重起重机械.
const initials = 2

// heads is what a company is called for short by its initials; what is no 集团 is called so only where its own name is long.
func heads(own, core string) []string {
	r := []rune(own)
	first := string(r[:min(initials, len(r))])
	if len(r) < longBrand || lexicon.FreqOf(first) > 0 || len(gazetteer.Default().Named(first)) > 0 {
		return nil
	}
	out := []string{first + "公司"}
	if len(r) > longBrand || strings.Contains(core, "集团") {
		out = append(out, first+"集团", first+"股份")
	}
	return out
}

// shorts is the short names of the bodies found, each with its body; one of two bodies is nobody's, a thing without a name.
func (rd *reader) shorts(parts [][]lattice.Token, lists [][]thing) map[string]thing {
	m := map[string]thing{}
	for i, list := range lists {
		for _, x := range list {
			if x.facility || x.natural || x.known || x.anchor == levelAnchor {
				continue
			}
			for _, head := range rd.placeHeads(parts[i], x) {
				for _, s := range shortNames(rd.v.Runes[x.start:x.end], head, x.kind) {
					if y, ok := m[s]; ok && y.name != x.name {
						m[s] = thing{}
						continue
					}
					m[s] = x
				}
			}
			if s, ok := x.called(rd.v); ok {
				x.short = s
				m[s] = x
			}
		}
	}
	for _, list := range lists {
		for _, x := range list {
			if _, ok := m[x.name]; !ok && x.kind == org.Company && !x.known && x.anchor != placeAnchor && x.anchor != levelAnchor {
				if y, ok := bearer(x.name, lists); ok {
					m[x.name] = y
				}
			}
		}
	}
	return m
}

// placeHeads is how many characters of places x may begin with: those of the first one, and those of all that follow each other.
func (rd *reader) placeHeads(tokens []lattice.Token, x thing) []int {
	if x.anchor != placeAnchor || tokens[x.lo].Kind != lattice.Place {
		return []int{0}
	}
	k := x.lo
	for k+1 < x.hi-1 && tokens[k+1].Kind == lattice.Place {
		k++
	}
	if k == x.lo {
		return []int{tokens[x.lo].End - x.start}
	}
	return []int{tokens[x.lo].End - x.start, tokens[k].End - x.start}
}

// bearer is the only company of the lists in whose name the brand of short stands: 丙丁集团 of 甲省乙山丙丁食品集团股份有限公司. A 集团 is
// rather one that is called so.
func bearer(short string, lists [][]thing) (best thing, ok bool) {
	brand := short
	for _, form := range legalForms {
		if rest, is := strings.CutSuffix(short, form); is {
			brand = rest
			break
		}
	}
	if n := len([]rune(brand)); brand == short || n < 2 || n > longBrand || isTrade(brand) {
		return best, false
	}
	several := false
	for _, list := range lists {
		for _, y := range list {
			if y.kind != org.Company || len(y.name) <= len(short) || !strings.Contains(y.name, brand) || y.anchor == levelAnchor || y.name == best.name ||
				zh.EndsWith(y.name, "分公司", "支行", "分行", "超市", "酒店") || strings.HasSuffix(short, "集团") && !strings.Contains(y.name, "集团") {
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

// called is the short name that a parenthesis behind x gives it: …股份有限公司（以下简称“某某集团”）.
func (x thing) called(v *lattice.View) (string, bool) {
	r := v.Runes
	if x.end >= len(r) || r[x.end] != '（' && r[x.end] != '(' {
		return "", false
	}
	rest := v.Text(x.end+1, min(x.end+longestShort+8, len(r)))
	at := strings.Index(rest, "简称")
	if at < 0 || at > len("以下统一") {
		return "", false
	}
	rest = strings.TrimLeft(rest[at+len("简称"):], "为：:“\"‘")
	if end := strings.IndexAny(rest, "”\"’）)，、；"); end > len("一") && strings.ContainsAny(rest, "）)") {
		return rest[:end], true
	}
	return "", false
}

// inFull gives well-known bodies under a short form (世卫组织) the full name that the article has too.
func (rd *reader) inFull(lists [][]thing) {
	names := map[string]bool{}
	for _, list := range lists {
		for _, x := range list {
			names[x.name] = true
		}
	}
	for _, list := range lists {
		for k := range list {
			for _, full := range org.FullNames(list[k].name) {
				if names[full] && list[k].full == "" {
					list[k].full = full
				}
			}
			if list[k].full == "" {
				list[k].full = ofPeople(list[k].name, names)
			}
			if list[k].full == "" && list[k].known && list[k].kind == org.Company {
				list[k].full = inLaw(list[k].name, names)
			}
		}
	}
}

// inLaw is the only one of names that goes on behind a known company's name with nothing but its legal form: 某某|控股有限责任公司.
func inLaw(name string, names map[string]bool) string {
	best := ""
	for full := range names {
		rest, ok := strings.CutPrefix(full, name)
		if !ok || !zh.EndsWith(rest, "有限公司", "有限责任公司", "集团", "集团公司", "总公司") {
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
func (rd *reader) recall(tokens []lattice.Token, list []thing, shorts map[string]thing) []thing {
	if len(shorts) == 0 {
		return list
	}
	for i := range list {
		rd.headless(tokens, list, i, shorts)
		if x := &list[i]; x.full == "" && !x.known && x.anchor != levelAnchor {
			if full := shorts[x.name]; full.name != "" && full.kind == x.kind && full.name != x.name && !otherwise(x.name, full) {
				x.full = full.name // 某某集团, where the parenthesis or the full name says so
			}
		}
	}
	var more []thing
	at := 0
	for k := 0; k < len(tokens); k++ {
		for at < len(list) && list[at].hi <= k {
			at++
		}
		if at < len(list) && list[at].lo <= k {
			continue
		}
		stop := len(tokens)
		if at < len(list) {
			stop = list[at].lo
		}
		if x, ok := rd.shortAt(tokens[:stop], k, shorts); ok {
			more = append(more, x)
			k = x.hi - 1
		}
	}
	list = append(list, more...)
	slices.SortStableFunc(list, func(a, b thing) int { return a.lo - b.lo })
	return list
}

// headless moves the left edge of the company at i over a word that its short name begins with and a name of a body doesn't: 老|甲乙酒业.
func (rd *reader) headless(tokens []lattice.Token, list []thing, i int, shorts map[string]thing) {
	x := &list[i]
	k := x.lo - 1
	if x.kind != org.Company || x.known || x.anchor != noAnchor || k < 0 || i > 0 && list[i-1].hi > k || tokens[k].End != x.start || tokens[k].Kind != lattice.Word {
		return
	}
	if full := shorts[rd.v.Text(tokens[k].Start, x.end)]; full.kind == org.Company && full.name != "" {
		x.lo, x.start = k, tokens[k].Start
		*x = x.named(rd.v)
	}
}

// otherwise tells a group beside the head or a branch of a company of the same brand, unless a parenthesis makes them one.
func otherwise(short string, full thing) bool {
	return full.short != short && strings.HasSuffix(short, "集团") && zh.EndsWith(full.name, "总公司", "分公司")
}

// deeds are verbs that end as bodies do: 与某某科技|签署.
var deeds = [...]string{"签署", "部署", "连署", "联署", "出院", "住院", "布局", "破局", "开局", "入局", "进店"}

// shortAt is the longest short name that begins at token k.
func (rd *reader) shortAt(tokens []lattice.Token, k int, shorts map[string]thing) (best thing, ok bool) {
	for hi := k + 1; hi <= len(tokens) && hi-k <= farthest && tokens[hi-1].Kind != lattice.Mark; hi++ {
		full, is := shorts[rd.v.Text(tokens[k].Start, tokens[hi-1].End)]
		if !is || full.name == "" {
			continue
		}
		x := thing{lo: k, hi: hi, start: tokens[k].Start, end: tokens[hi-1].End, kind: full.kind, anchor: nameAnchor, full: full.name}
		if hi < len(tokens) && tokens[hi].Kind == lattice.Word && tokens[hi].End-tokens[hi].Start > 1 && org.MayEnd(rd.v.Runes[tokens[hi].End-1]) &&
			!zh.EndsWith(rd.v.Text(tokens[hi].Start, tokens[hi].End), deeds[:]...) {
			continue // 某某理工|科研院
		}
		best, ok = x.named(rd.v), true
	}
	return best, ok
}
