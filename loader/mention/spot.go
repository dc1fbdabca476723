package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	zhplace "github.com/baopu/baopu/loader/place"
)

// spot is one stretch that names a place.
type spot struct {
	start, end int
	cands      []gazetteer.Candidate
	place      *gazetteer.Place // after resolve, nil unresolved
	rule       string
	led        bool // a verb of movement or 在 stands before it
	head       bool // only the head of a chain
	inside     bool // in the name of a body or built place, not at its head
}

// findSpots collects what names a place: tokens, words of the speaker (我市), letters (赴京, 京蒙, 俄方).
func (rd *reader) findSpots(parts [][]lattice.Token) {
	for _, tokens := range parts {
		for k, t := range tokens {
			switch t.Kind {
			case lattice.Place:
				n := len(rd.spots)
				rd.placeSpot(t)
				if len(rd.spots) > n {
					rd.spots[len(rd.spots)-1].led = k > 0 && toward[rd.prev(tokens, k)]
				}
			case lattice.Word:
				rd.wordSpot(tokens, k)
			case lattice.Body:
				rd.regionSpot(t)
			}
		}
	}
}

// regionSpot is the region at the head of the name of its government: 香港特别行政区政府.
func (rd *reader) regionSpot(t lattice.Token) {
	name, ok := strings.CutSuffix(rd.v.Text(t.Start, t.End), "政府")
	if !ok {
		return
	}
	if p := rd.g.ByPath(strings.Replace(name, "特区", "特别行政区", 1)); p != nil {
		rd.spots = append(rd.spots, spot{start: t.Start, end: t.End - 2, place: p, rule: "place.gazetteer.full"})
	}
}

// placeSpot is a place of the gazetteer; the heads of a chain (日本鸟取县) are places of their own. 中非 and the like are pairs.
func (rd *reader) placeSpot(t lattice.Token) {
	runes := rd.v.Runes[t.Start:t.End]
	if rd.pairPlace(t, runes) {
		return
	}
	if string(runes) == "两岸" && rd.banks(t) || t.Places[0].Place.Kind == gazetteer.Natural && t.End < len(rd.v.Runes) && strings.ContainsRune("舰州", rd.v.Runes[t.End]) {
		return // the banks of a river, a ship, a state: 微山湖舰, 尼罗河州
	}
	if string(runes) == "港澳" && t.Start > 0 && rd.v.Runes[t.Start-1] == '京' {
		return // 京港澳高速
	}
	if t.Places[0].Form.Has(gazetteer.Chained) {
		for k := 2; k < len(runes)-1; k++ {
			for _, c := range rd.g.Named(string(runes[:k])) {
				up := t.Places[0].Place.Parent()
				if up != nil && up.Within(c.Place) && c.Place.ValidAt(rd.date) && c.Place.Name != "中国" {
					rd.spots = append(rd.spots, spot{start: t.Start, end: t.Start + k, place: c.Place, rule: "place.chain", head: true})
					break
				}
			}
		}
	}
	rd.spots = append(rd.spots, spot{start: t.Start, end: t.End, cands: t.Places, rule: "place.gazetteer"})
}

// What is spoken of where 两岸 are those of the strait and not the banks of a river; what stands behind it then.
var (
	strait     = []string{"台湾", "台胞", "台海", "台商", "台独", "台企", "台青", "海峡", "国民党", "国台办", "小三通", "金门", "九二共识"}
	straitward = []string{"关系", "同胞", "交流", "融合", "和平", "青年", "经贸", "一家亲", "企业家", "婚姻", "三通", "“小", "统一", "人民一"}
)

// banks tells 两岸 where the banks of a river are meant: 闽江两岸, 泽被两岸.
func (rd *reader) banks(t lattice.Token) bool {
	if t.Start > 0 && (zhplace.IsWater(rd.v.Runes[t.Start-1]) || strings.ContainsRune("峡渠河江", rd.v.Runes[t.Start-1])) {
		return true
	}
	return !zh.BeginsWith(rd.v.Text(t.End, min(t.End+3, len(rd.v.Runes))), straitward...) && !zh.Holds(rd.v.Folded, strait...)
}

// pairPlace reads 中非 and 巴中 as two countries where they may be: where the article names the other, or no more is said.
func (rd *reader) pairPlace(t lattice.Token, runes []rune) bool {
	if len(runes) != 2 || runes[0] != '中' && runes[1] != '中' {
		return false
	}
	k := 0
	if runes[0] == '中' {
		k = 1
	}
	if string(runes) == "中非" && zh.BeginsWith(rd.v.Text(t.End, min(t.End+2, len(rd.v.Runes))), "总统", "总理", "外长") {
		rd.nationSpot(t.Start, t.End, "中非")
		return true
	}
	if string(runes) != "中非" && rd.named1(runes[k]) == nil {
		return false
	}
	rd.nationSpot(t.Start+1-k, t.Start+2-k, "中国")
	if c := rd.named1(runes[k]); c != nil {
		rd.spots = append(rd.spots, spot{start: t.Start + k, end: t.Start + k + 1, place: c, rule: "place.letter"})
	}
	return true
}

// named1 is the first country of the article that begins with r.
func (rd *reader) named1(r rune) *gazetteer.Place {
	return rd.countries[r]
}

// nameCountries notes the countries among the tokens of each part, each by its first character, for those noted before.
func (rd *reader) nameCountries(parts [][]lattice.Token) {
	rd.countries = map[rune]*gazetteer.Place{}
	for _, tokens := range parts {
		for _, t := range tokens {
			if t.Kind != lattice.Place || t.End-t.Start < 2 || t.Places[0].Place.Kind != gazetteer.Country {
				continue
			}
			if r := rd.v.Runes[t.Start]; rd.countries[r] == nil {
				rd.countries[r] = t.Places[0].Place
			}
		}
	}
}

// toward are the verbs after which one character may stand for a place.
var toward = zh.Words("来 赴 抵 在 返 离 进 访 驻 对 到 抵达 往 离开 援 旅 入 回 自")

func (rd *reader) wordSpot(tokens []lattice.Token, k int) {
	t := tokens[k]
	w := rd.v.Text(t.Start, t.End)
	runes := rd.v.Runes[t.Start:t.End]
	switch {
	case lattice.HomeLevel(w) != "":
		rd.homeSpot(t, lattice.HomeLevel(w))
	case w == "中方", w == "华" && k > 0 && toward[rd.prev(tokens, k)], w == "来华", w == "访华", w == "对华", w == "在华", w == "驻华", w == "涉华":
		rd.nationSpot(t.Start, t.End, "中国")
	case len(runes) == 2 && (runes[1] == '方' || runes[1] == '军') && rd.side(runes[0]):
		rd.letterSpot(t.Start, t.Start+1, true)
	case len(runes) == 1 && k > 0 && toward[rd.prev(tokens, k)] && rd.arrived(tokens, k):
		rd.letterSpot(t.Start, t.End, false)
	case len(runes) == 2 && toward[string(runes[:1])] && strings.ContainsRune(plainLetters, runes[1]):
		rd.letterSpot(t.Start+1, t.End, false)
	case len(runes) >= 2 && len(runes) <= 4 && rd.pairOf(runes, w, t.Tag):
		if strings.HasPrefix(w, "港澳") && t.Start > 0 && rd.v.Runes[t.Start-1] == '京' {
			return // 京港澳高速
		}
		foreign := rd.foreignPair(runes)
		for j := range runes {
			if state := conflict[w][runes[j]]; state != "" {
				rd.nationSpot(t.Start+j, t.Start+j+1, state)
				continue
			}
			if runes[j] == '中' && foreign {
				rd.nationSpot(t.Start+j, t.Start+j+1, "中国")
				continue
			}
			rd.letterSpot(t.Start+j, t.Start+j+1, foreign)
		}
	case strings.HasSuffix(w, "政府") && len(runes) > len([]rune("市政府")):
		head := strings.TrimSuffix(strings.TrimSuffix(w, "政府"), "人民") // 上海市人民政府, which the lexicon has as a word
		if cands := rd.g.Named(head); len(cands) > 0 {
			rd.spots = append(rd.spots, spot{start: t.Start, end: t.Start + len([]rune(head)), cands: cands, rule: "place.gazetteer"})
		}
	case w == "称" && k > 0 && tokens[k-1].Kind == lattice.Word && tokens[k-1].End-tokens[k-1].Start == 1 && rd.side(rd.v.Runes[tokens[k-1].Start]):
		rd.letterSpot(tokens[k-1].Start, t.Start, true)
	}
}

// conflict is the states for which the letters of a pair stand wherever it is spoken of.
var conflict = map[string]map[rune]string{"巴以": {'巴': "巴勒斯坦", '以': "以色列"}, "以巴": {'巴': "巴勒斯坦", '以': "以色列"}, "俄乌": {'俄': "俄罗斯", '乌': "乌克兰"}}

// plainLetters are the letters that stand for a province in two-character words with a verb (赴京), and for nothing else.
const plainLetters = "京沪津渝粤港澳琼鲁浙闽赣湘鄂豫冀晋陕滇黔桂蒙疆"

// arrivals are the words after 来X, 赴X, 在X that show X to be a place.
var arrivals = zh.Words("考察 调研 访问 期间 打工 投资 举行 召开 学习 出席 参加 慰问 工作 指导 会见 会谈 分别 视察 检查 举办 开展 交流 签署 签约 签订 对接 洽谈 走访 过年 务工 旅游 观光 发表 主持 召集 开幕 闭幕 落户 创业 就业 应邀 作 进行 同 与 述职 逗留")

// arrived tells whether what follows token k shows it to be a place.
func (rd *reader) arrived(tokens []lattice.Token, k int) bool {
	if k+1 >= len(tokens) || tokens[k+1].Kind == lattice.Mark {
		return true
	}
	return arrivals[rd.v.Text(tokens[k+1].Start, tokens[k+1].End)]
}

func (rd *reader) prev(tokens []lattice.Token, k int) string {
	return rd.v.Text(tokens[k-1].Start, tokens[k-1].End)
}

func (rd *reader) pairOf(runes []rune, word, tag string) bool {
	if lattice.IsPair(word) {
		return true
	}
	return len(runes) == 2 && (runes[0] == '中' && rd.foreignLetter(runes[1]) || runes[1] == '中' && rd.foreignLetter(runes[0])) && strings.HasPrefix(tag, "ns")
}

// foreignPair tells a pair of countries (中俄, 巴以) from one of provinces (京蒙, 苏陕).
func (rd *reader) foreignPair(runes []rune) bool {
	for _, r := range runes {
		province := false
		for _, p := range rd.g.Letter(r) {
			province = province || p.Level == gazetteer.Province
		}
		if !province {
			return true
		}
	}
	return false
}

// side tells whether r before 方, 军 or 称 is a country: one of the strong letters after no number, or a country of the article.
func (rd *reader) side(r rune) bool {
	if lattice.IsStateLetter(string(r)) && r != '日' {
		return rd.countryBy(r) != nil
	}
	return !common[string(r)+"方"] && rd.named1(r) != nil
}

// common are the words in 方 that are no country's side.
var common = zh.Words("东方 西方 南方 北方 对方 官方 军方 警方 双方 各方 多方 一方 我方 地方 后方 前方 四方 三方 远方 大方 比方 买方 卖方 资方 校方 院方 馆方 店方 厂方 甲方 乙方 中方")

func (rd *reader) foreignLetter(r rune) bool { return rd.countryBy(r) != nil }

func (rd *reader) homeSpot(t lattice.Token, level string) {
	if level == "国" {
		rd.nationSpot(t.Start, t.End, "中国")
		return
	}
	if rd.home == nil {
		return
	}
	for p := rd.home; p != nil; p = p.Parent() {
		if rd.levelThen(p, level) {
			rd.spots = append(rd.spots, spot{start: t.Start, end: t.End, place: p, rule: "place.home"})
			return
		}
	}
}

func (rd *reader) nationSpot(start, end int, country string) {
	if c := rd.g.ByPath(country); c != nil {
		rd.spots = append(rd.spots, spot{start: start, end: end, place: c, rule: "place.nation"})
	}
}

// letterSpot is one character for a place. In a pair or before 方 it may be any country; else a province or the home.
func (rd *reader) letterSpot(start, end int, paired bool) {
	r := rd.v.Runes[start]
	s := spot{start: start, end: end, rule: "place.letter"}
	if rd.home != nil && !paired && []rune(rd.home.Name)[0] == r {
		s.place = rd.home
		rd.spots = append(rd.spots, s)
		return
	}
	if paired {
		if s.place = rd.countryBy(r); s.place != nil {
			rd.spots = append(rd.spots, s)
		}
		return
	}
	for _, p := range rd.g.Letter(r) {
		if p.Level == gazetteer.Province {
			s.place = p
			rd.spots = append(rd.spots, s)
			return
		}
	}
}

// countryBy is the country that the article names with r first, else the one that r usually stands for.
func (rd *reader) countryBy(r rune) *gazetteer.Place {
	if c := rd.named1(r); c != nil {
		return c
	}
	for _, p := range rd.g.Letter(r) {
		if p.Kind == gazetteer.Country {
			return p
		}
	}
	return nil
}
