package mention

import (
	"slices"
	"strings"

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

// shortNames is what x, whose name begins with a place of so many characters, may be called for short.
func shortNames(name []rune, place int, kind string) []string {
	core := string(name[place:])
	var out []string
	switch kind {
	case org.Company:
		for _, form := range legalForms {
			if rest, ok := strings.CutSuffix(core, form); ok && rest != "" {
				out = append(out, rest, rest+"公司", rest+"集团")
				for _, t := range trades {
					if brand, ok := strings.CutSuffix(rest, t); ok && brand != "" {
						out = append(out, brand, brand+"公司", brand+"集团")
					}
				}
				break
			}
		}
	case org.School, org.Hospital:
		if place > 0 {
			out = append(out, core)
		}
		for _, full := range []string{core, string(name)} {
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
		return n < 3 || n >= len(name) || freq(s) > 0
	})
}

// shorts is the short names of the bodies found, each with its body; one of two bodies is nobody's, a thing without a name.
func (rd *reader) shorts(lists [][]thing) map[string]thing {
	m := map[string]thing{}
	for i, list := range lists {
		for _, x := range list {
			if x.facility || x.natural || x.known || x.anchor == levelAnchor {
				continue
			}
			head := 0
			if first := rd.parts[i].tokens[x.lo]; x.anchor == placeAnchor && first.kind == place {
				head = first.end - x.start
			}
			for _, s := range shortNames(rd.v.runes[x.start:x.end], head, x.kind) {
				if y, ok := m[s]; ok && y.name != x.name {
					m[s] = thing{}
					continue
				}
				m[s] = x
			}
		}
	}
	return m
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
		}
	}
}

// recall finds the short names among the tokens that no thing of list holds, and gives back list with them.
func (rd *reader) recall(tokens []token, list []thing, shorts map[string]thing) []thing {
	if len(shorts) == 0 {
		return list
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

// shortAt is the longest short name that begins at token k.
func (rd *reader) shortAt(tokens []token, k int, shorts map[string]thing) (best thing, ok bool) {
	for hi := k + 1; hi <= len(tokens) && hi-k <= farthest && tokens[hi-1].kind != mark; hi++ {
		full, is := shorts[rd.v.text(tokens[k].start, tokens[hi-1].end)]
		if !is || full.name == "" {
			continue
		}
		x := thing{lo: k, hi: hi, start: tokens[k].start, end: tokens[hi-1].end, kind: full.kind, anchor: nameAnchor, full: full.name}
		best, ok = rd.named(x), true
	}
	return best, ok
}
