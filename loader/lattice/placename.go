package lattice

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/org"
	zhplace "github.com/baopu/baopu/loader/place"
)

// Costs of a name of a place by how it stands there.
const (
	placeFull   = 8.5
	placeShort  = 11
	placeCommon = 3  // more than the word that it is
	placeTorn   = 4  // more where it tears a common word: 乌海军
	placePinned = 7  // the short name of what the article names in full
	placeOwn    = 8  // the short name of a county of the home, or of a prefecture that the article names, which is no word
	placeOfList = -6 // a township of the home in a list of such
	placeSmall  = 3  // more for the short name of a township or zone
)

func (l *Lattice) places(i, start, end int) {
	l.room.matches = l.room.places.Append(l.room.matches[:0], i)
	for _, m := range l.room.matches {
		if m.End <= end && !l.unfit(i, m) {
			l.step(start, arc{Token{Kind: Place, Start: i, End: m.End, Places: m.Candidates}, 0})
		}
	}
}

// unfit tells names of the gazetteer that no text means by themselves: 林业局, 开发区, 市区; and 全州 where it is the home's.
func (l *Lattice) unfit(i int, m gazetteer.Match) bool {
	w := l.v.Runes[i:m.End]
	if l.district(i, m) {
		return false
	}
	switch name := l.v.Text(i, m.End); {
	case HomeLevel(name) != "", name == "市区", name == "郊区", name == "城区", name == "新建":
		return true
	}
	if len(w) == 2 && i > 0 && zh.IsHan(l.v.Runes[i-1]) && !strings.ContainsRune("在到赴来向从和与及自往至对由的省驻为", l.v.Runes[i-1]) && m.Candidates[0].Form.Has(gazetteer.Short) &&
		(w[1] == '市' || w[1] == '州' && classOf(w[0]).is(transcribing) && classOf(l.v.Runes[i-1]).is(transcribing)) {
		return true // 红|石市, 布良斯|克州
	}
	if w[0] == '代' && len(w) == 2 && strings.HasPrefix(l.v.Text(m.End, min(m.End+2, len(l.v.Runes))), "长") && !zh.BeginsWith(l.v.Text(m.End, min(m.End+2, len(l.v.Runes))), "长城", "长期", "长效") {
		return true // 代|县长, who acts for one
	}
	if m.End < len(l.v.Runes) && l.v.Runes[m.End] == '厅' && i > 0 && zh.EndsWith(l.v.Text(max(0, i-4), i), "大会堂", "宾馆", "饭店", "中心") {
		return true // 人民大会堂|河北厅
	}
	if len(w) == 2 && m.Candidates[0].Form.Has(gazetteer.Short) && l.ofVillage(i, m.End) {
		return true // 在龙湾|村
	}
	if w[len(w)-1] == '市' && m.Candidates[0].Place.Kind == gazetteer.Abroad && m.End < len(l.v.Runes) && strings.ContainsRune("场值面", l.v.Runes[m.End]) {
		return true // 北斗|市场
	}
	for _, c := range m.Candidates {
		if c.Place.Kind != gazetteer.Zone || c.Form.Has(gazetteer.Chained) {
			return false
		}
	}
	if at, _, ok := zhplace.EndsAt(w, len(w)); ok && at == 0 {
		return true
	}
	at, _, ok := org.EndsAt(w, len(w))
	return ok && (at == 0 || len(w) <= 3)
}

// ofVillage tells whether what stands from start to end, where a place may begin, is the name of a village.
func (l *Lattice) ofVillage(start, end int) bool {
	return end < len(l.v.Runes) && l.v.Runes[end] == '村' && (start == 0 || strings.ContainsRune("在、到", l.v.Runes[start-1]))
}

// tears tells whether a name that begins at i would tear the short name of a province or prefecture: 上|海恒锐.
func (l *Lattice) tears(i, start int) bool {
	if i <= start {
		return false
	}
	cs := l.room.places.Named(i-1, i+1)
	return len(cs) > 0 && cs[0].Form.Has(gazetteer.Short) && (cs[0].Place.Level == gazetteer.Province || cityName(cs[0], l.v.Runes[i-1:i+1]))
}

// offices are what behind the name of a district shows that it is one, whatever the word means besides: 城区|副区长, 矿区|区委.
var offices = []string{"区委", "区长", "副区长", "区政府", "人民政府", "区人大", "区政协", "常务副区长", "政府", "代表团", "代表队"}

// district tells a district of the home that is called by an ordinary word, where an office of it follows.
func (l *Lattice) district(i int, m gazetteer.Match) bool {
	if l.v.Runes[m.End-1] != '区' || !zh.BeginsWith(l.v.Text(m.End, min(m.End+5, len(l.v.Runes))), offices...) {
		return false
	}
	for _, c := range m.Candidates {
		if c.Place.Level == gazetteer.County && c.Place.Kind == gazetteer.Division && !c.Form.Has(gazetteer.Short) && l.Pinned[c.Place.Parent()] {
			return true
		}
	}
	return false
}

// joinTorn is what a name costs more that is a join and a level word as well: 总医院和县医院 names no 和县.
func (l *Lattice) joinTorn(i, j int) float32 {
	if j-i != 2 || l.v.Runes[i] != '和' || !levelWords[string(l.v.Runes[i+1])] || i == 0 || !zh.IsHan(l.v.Runes[i-1]) {
		return 0
	}
	return 2 * placeTorn
}

// held tells a place by what is held there: 在离石举行.
func (l *Lattice) held(t *Token, end int) bool {
	return t.Start > 0 && l.v.Runes[t.Start-1] == '在' && zh.BeginsWith(l.v.Text(t.End, min(t.End+2, end)), "举行", "召开", "举办", "开幕", "闭幕", "签约", "启动")
}

// cityName tells the short name of a prefecture that is no word besides, whatever the lexicon takes it for: 大连, 烟台, 遵义.
func cityName(c gazetteer.Candidate, w []rune) bool {
	return c.Place.Level == gazetteer.Prefecture && len(w) == 2 && (!c.Form.Has(gazetteer.Common) || string(w) == "合肥") && !cityWords[string(w)]
}

// cityWords are such names that are words as often.
var cityWords = zh.Words("渡口 白银 安康 日照 思茅 大庸 大同 来宾 阿里 河源")

// chiefs are the bodies that have a 长, but no jurisdictions: 沈阳市|长春路 is a road.
var chiefs = zh.Runes("外会部院局厅校处科所站馆社团队组行")

// placeCost is what a place costs in this scan.
func (l *Lattice) placeCost(t *Token, end int) float32 {
	best := far
	tag, known := l.word(t.Start, t.End)
	for _, c := range t.Places {
		cost := float32(placeFull)
		small := c.Place.Level == gazetteer.Township || c.Place.Kind == gazetteer.Zone
		if c.Form.Has(gazetteer.Short) {
			cost = placeShort
			if small {
				cost += placeSmall
			}
		}
		if small {
			cost += 1
		}
		switch {
		case known > 0 && (tag == "ns" || cityName(c, l.v.Runes[t.Start:t.End]) || tag == "nz" && c.Place.Level == gazetteer.Prefecture):
			cost = min(cost, known) - 1
		case c.Form.Has(gazetteer.Common), known > 0 && c.Form.Has(gazetteer.Short):
			cost = max(cost, known) + placeCommon
		case known > 0:
			cost = min(cost, known) - 1
		}
		if l.Pinned[c.Place] && (c.Form.Has(gazetteer.Short) || c.Form.Has(gazetteer.Common)) {
			cost = min(cost, placePinned)
		}
		if known == 0 && c.Place.Level == gazetteer.County && c.Form.Has(gazetteer.Short) && !c.Form.Has(gazetteer.Common) && l.Pinned[c.Place.Parent()] {
			cost = min(cost, placeOwn)
		}
		if known > 0 && c.Place.Level == gazetteer.County && (c.Form.Has(gazetteer.Short) && l.held(t, end) || l.district(t.Start, gazetteer.Match{End: t.End, Candidates: t.Places})) {
			cost = min(cost, placePinned)
		}
		best = min(best, cost)
	}
	return best + l.placeTears(t, end) + l.gaps(t.Start, t.End) + l.joinTorn(t.Start, t.End)
}

// province tells the name of a province before which nothing stands that could end in it: 广东|西南部, not 贺兰山西|麓.
func (l *Lattice) province(t *Token) bool {
	return provinces[l.v.Text(t.Start, t.End)] && (t.Start == 0 || !zh.IsHan(l.v.Runes[t.Start-1]) || strings.ContainsRune("在和与及自从由至到于", l.v.Runes[t.Start-1]))
}

// provinces are those of two characters whose last one begins other words.
var provinces = zh.Words("山西 江西 陕西 广西 广东 山东 河南 湖南 云南 海南 河北 湖北")

// sultanates are the states whose heads are called like another state.
var sultanates = zh.Words("文莱 阿曼")

// placeTears is what a place costs more that tears a word: 乌海|军, 俄|国防部, 外长|沙伦赛.
func (l *Lattice) placeTears(t *Token, end int) (cost float32) {
	if r := l.v.Runes; t.End-t.Start == 2 && r[t.Start] == '任' && levelWords[l.v.Text(t.Start+1, t.End)] && t.Start > 0 && zh.IsHan(r[t.Start-1]) && !strings.ContainsRune("北台在到市、", r[t.Start-1]) {
		cost += noName // 席北辰|任|县档案馆馆长
	}
	if t.Start > 0 && strings.HasPrefix(l.v.Text(t.Start, t.End), "会同") && strings.ContainsRune("局委办部厅院所站队社门司", l.v.Runes[t.Start-1]) {
		cost += noName // 国土资源局|会同|县水务局
	}
	if t.Start > 1 && l.v.Text(t.Start, t.End) == "苏丹" && sultanates[l.v.Text(t.Start-2, t.Start)] {
		cost += noName // 文莱苏丹|哈桑纳尔
	}
	if l.tailOfHome(t) {
		cost += noName // 到|来凤县
	}
	if t.End < end && t.End-t.Start == 2 && t.Places[0].Form.Has(gazetteer.Short) && l.common(t.End-1, t.End+1) && !l.province(t) {
		cost += placeTorn
	}
	if t.Start > 0 && l.v.Runes[t.Start] == '长' && t.Places[0].Form.Has(gazetteer.Short) && chiefs[l.v.Runes[t.Start-1]] {
		cost += 2 * placeTorn // 外长|沙伦赛, 会长|春晓
	}
	if l.v.Runes[t.End-1] == '国' {
		if _, _, ok := org.At(l.v.Runes[:end], t.End-1); ok {
			cost += 2 * placeTorn // 俄|国防部
		}
	}
	return cost
}

// tailOfHome tells a county's name that is the tail of one near home, or named in full: 来|凤县.
func (l *Lattice) tailOfHome(t *Token) bool {
	if t.Start == 0 || !zh.IsHan(l.v.Runes[t.Start-1]) || t.End-t.Start != 2 || t.Places[0].Form.Has(gazetteer.Short) {
		return false
	}
	return slices.ContainsFunc(l.room.places.Named(t.Start-1, t.End), func(c gazetteer.Candidate) bool {
		return c.Place.Level == gazetteer.County && !c.Form.Has(gazetteer.Short) && (l.near(c.Place) || l.Pinned[c.Place])
	})
}
