package location

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	zhplace "github.com/baopu/baopu/loader/place"
)

// Spot is one stretch that names a place.
type Spot struct {
	Start, End int                   // of the view
	Candidates []gazetteer.Candidate // what it may mean; none where Place was plain from the first
	Place      *gazetteer.Place      // what it means, once it is resolved; nil if that can't be told
	Rule       string                // the rule that says so
	Head       bool                  // only the head of a chain
	Inside     bool                  // in the name of a body or built place, not at its head
	led        bool                  // a verb of movement or 在 stands before it
}

// Find collects what names a place: tokens, words of the speaker (我市), letters (赴京, 京蒙, 俄方).
func (rd *Reader) Find(parts [][]lattice.Token) {
	for _, tokens := range parts {
		for k, t := range tokens {
			switch t.Kind {
			case lattice.Place:
				if k > 0 && (rd.districtAbroad(tokens[k-1], t) || rd.torn(tokens[k-1], t) || rd.transcribes(tokens[k-1], t)) {
					continue
				}
				n := len(rd.Spots)
				rd.placeSpot(t)
				if len(rd.Spots) > n {
					rd.Spots[len(rd.Spots)-1].led = k > 0 && toward[rd.prev(tokens, k)]
				}
			case lattice.Word:
				rd.wordSpot(tokens, k)
			case lattice.Body:
				rd.regionSpot(t)
			}
		}
	}
}

// districtAbroad tells what reads like a county of China right behind a city abroad, whose district it is: 首尔市|龙山区.
func (rd *Reader) districtAbroad(city, t lattice.Token) bool {
	if city.Kind != lattice.Place || city.End != t.Start || city.Places[0].Place.Kind != gazetteer.Abroad {
		return false
	}
	for _, c := range t.Places {
		if c.Place.Kind != gazetteer.Division || c.Place.Level != gazetteer.County || c.Form.Has(gazetteer.Short) {
			return false
		}
	}
	return true
}

// transcribes tells a mountain or water of China that is the end of one abroad, of which the rest is taken for a name: 赫尔|蒙山.
func (rd *Reader) transcribes(name, t lattice.Token) bool {
	return name.Kind == lattice.Name && name.Script == lattice.Foreign && name.End == t.Start && t.End-t.Start == 2 && t.Places[0].Place.Kind == gazetteer.Natural
}

// regionSpot is the region at the head of the name of its government: 香港特别行政区政府.
func (rd *Reader) regionSpot(t lattice.Token) {
	name, ok := strings.CutSuffix(rd.v.Text(t.Start, t.End), "政府")
	if !ok {
		return
	}
	if p := rd.g.ByPath(strings.Replace(name, "特区", "特别行政区", 1)); p != nil {
		rd.Spots = append(rd.Spots, Spot{Start: t.Start, End: t.End - 2, Place: p, Rule: "place.gazetteer.full"})
	}
}

// placeSpot is a place of the gazetteer; the heads of a chain (日本鸟取县) are places of their own. 中非 and the like are pairs.
func (rd *Reader) placeSpot(t lattice.Token) {
	runes := rd.v.Runes[t.Start:t.End]
	if rd.pairPlace(t, runes) {
		return
	}
	if string(runes) == "两岸" && rd.banks(t) || rd.eponym(t) || rd.namesState(t) {
		return
	}
	if string(runes) == "海口" && t.Start > 0 && strings.ContainsRune("出入", rd.v.Runes[t.Start-1]) {
		return // 出海口
	}
	if string(runes) == "港澳" && t.Start > 0 && rd.v.Runes[t.Start-1] == '京' {
		return // 京港澳高速
	}
	if t.Places[0].Form.Has(gazetteer.Chained) {
		for k := 2; k < len(runes)-1; k++ {
			for _, c := range rd.g.Named(string(runes[:k])) {
				up := t.Places[0].Place.Parent()
				if up != nil && up.Within(c.Place) && c.Place.ValidAt(rd.Date) && c.Place.Name != "中国" {
					rd.Spots = append(rd.Spots, Spot{Start: t.Start, End: t.Start + k, Place: c.Place, Rule: "place.chain", Head: true})
					break
				}
			}
		}
	}
	rd.Spots = append(rd.Spots, Spot{Start: t.Start, End: t.End, Candidates: t.Places, Rule: "place.gazetteer"})
}

// namesState tells the country's full name at the head of that of a law (《中华人民共和国某某法》), and the state that was founded in 新中国成立.
func (rd *Reader) namesState(t lattice.Token) bool {
	if t.Start == 0 {
		return false
	}
	switch before := rd.v.Runes[t.Start-1]; rd.v.Text(t.Start, t.End) {
	case "中华人民共和国":
		return before == '《' && rd.lawTitle(t.End)
	case "中国":
		return before == '新' && zh.BeginsWith(rd.v.Text(t.End, min(t.End+2, len(rd.v.Runes))), "成立")
	}
	return false
}

// lawTitle tells whether the title that goes on at i is a law's: not that of what states sign (《中华人民共和国和某国联合声明》).
func (rd *Reader) lawTitle(i int) bool {
	title, _, ok := strings.Cut(rd.v.Text(i, min(i+longestTitle, len(rd.v.Runes))), "》")
	return ok && zh.EndsWith(title, "法", "条例", "修正案", "法典", "规定", "解释")
}

// longestTitle bounds it, in characters.
const longestTitle = 30

// eponym tells a place after which something else is called: a ship, a state, a settlement (南宁舰, “里海”号, 尼罗河州, 乌江寨), or part of what
// a longer word names: 川西|北, 七|里海.
func (rd *Reader) eponym(t lattice.Token) bool {
	behind := rd.v.Text(t.End, min(t.End+2, len(rd.v.Runes)))
	if strings.HasPrefix(behind, "舰") && !zh.BeginsWith(behind, "舰队", "舰艇", "舰船", "舰载", "舰机") {
		return true
	}
	if behind == "”号" && t.Start > 0 && rd.v.Runes[t.Start-1] == '“' {
		return true
	}
	if t.Places[0].Form.Has(gazetteer.Short) && t.Places[0].Place.Level == gazetteer.Prefecture && zh.EndsWith(rd.v.Text(t.Start, t.End), "河", "江", "湖") && rd.flows(t.End) &&
		!slices.ContainsFunc(t.Places, func(c gazetteer.Candidate) bool { return c.Place.Kind == gazetteer.Natural }) {
		return true // 黑河|上游
	}
	if t.Start > 0 && rd.v.Runes[t.Start] == '里' && lattice.IsOrdinal(rd.v.Runes[t.Start-1]) {
		return true // 七|里海
	}
	switch t.Places[0].Place.Kind {
	case gazetteer.Natural:
		return zh.BeginsWith(behind, "舰", "州", "寨")
	case gazetteer.Region:
		return t.End-t.Start == 2 && zh.BeginsWith(behind, "北", "南") && zh.EndsWith(rd.v.Text(t.Start, t.End), "东", "西")
	}
	return false
}

// flows tells whether what stands at i speaks of a river or a lake, not of the town of its name.
func (rd *Reader) flows(i int) bool {
	return zh.BeginsWith(rd.v.Text(i, min(i+2, len(rd.v.Runes))), "上游", "中游", "下游", "流域", "沿岸", "两岸", "河道", "河段", "干流", "源头", "水系", "湿地", "治理", "水面", "水质", "水位", "入海", "岸线", "岸边", "湖面")
}

// What is spoken of where 两岸 are those of the strait and not the banks of a river; what stands behind it then.
var (
	strait     = []string{"台湾", "台胞", "台海", "台商", "台独", "台企", "台青", "海峡", "国民党", "国台办", "小三通", "金门", "九二共识"}
	straitward = []string{"关系", "同胞", "交流", "融合", "和平", "青年", "经贸", "一家亲", "企业家", "婚姻", "三通", "“小", "统一", "人民一"}
)

// banks tells 两岸 where the banks of a river are meant: 闽江两岸, 泽被两岸.
func (rd *Reader) banks(t lattice.Token) bool {
	if t.Start > 0 && (zhplace.IsWater(rd.v.Runes[t.Start-1]) || strings.ContainsRune("峡渠河江", rd.v.Runes[t.Start-1])) {
		return true
	}
	return !zh.BeginsWith(rd.v.Text(t.End, min(t.End+3, len(rd.v.Runes))), straitward...) && !zh.Holds(rd.v.Folded, strait...)
}

// toward are the verbs after which one character may stand for a place.
var toward = zh.Words("来 赴 抵 在 返 离 进 访 驻 对 到 抵达 往 离开 援 旅 入 回 自")

// abroad are those after which one may stand for a state: 赴俄举行会议.
var abroad = zh.Words("赴 访 抵")

func (rd *Reader) wordSpot(tokens []lattice.Token, k int) {
	t := tokens[k]
	w := rd.v.Text(t.Start, t.End)
	runes := rd.v.Runes[t.Start:t.End]
	switch {
	case lattice.HomeLevel(w) != "":
		rd.homeSpot(t, lattice.HomeLevel(w))
	case w == "中方", w == "华" && k > 0 && toward[rd.prev(tokens, k)], w == "来华", w == "访华", w == "对华", w == "在华", w == "驻华", w == "涉华":
		rd.AddCountry(t.Start, t.End, "中国")
	case w == "中" && rd.besideState(t):
		rd.AddCountry(t.Start, t.End, "中国")
	case len(runes) == 2 && (runes[1] == '方' || runes[1] == '军') && rd.Side(runes[0]):
		rd.letterSpot(t.Start, t.Start+1, true)
	case len(runes) == 1 && k > 0 && toward[rd.prev(tokens, k)] && rd.arrived(tokens, k):
		rd.letterSpot(t.Start, t.End, abroad[rd.prev(tokens, k)] && lattice.IsStateLetter(w))
	case len(runes) == 2 && toward[string(runes[:1])] && strings.ContainsRune(plainLetters, runes[1]):
		rd.letterSpot(t.Start+1, t.End, false)
	case len(runes) == 2 && abroad[string(runes[:1])] && lattice.IsStateLetter(string(runes[1])):
		rd.letterSpot(t.Start+1, t.End, true) // 访美
	case len(runes) >= 2 && len(runes) <= 4 && rd.pairOf(runes, w, t.Tag):
		if strings.HasPrefix(w, "港澳") && t.Start > 0 && rd.v.Runes[t.Start-1] == '京' {
			return // 京港澳高速
		}
		foreign := rd.foreignPair(runes)
		for j := range runes {
			if state := conflict[w][runes[j]]; state != "" {
				rd.AddCountry(t.Start+j, t.Start+j+1, state)
				continue
			}
			if runes[j] == '中' && foreign {
				rd.AddCountry(t.Start+j, t.Start+j+1, "中国")
				continue
			}
			rd.letterSpot(t.Start+j, t.Start+j+1, foreign)
		}
	case strings.HasSuffix(w, "政府") && len(runes) > len([]rune("市政府")):
		head := strings.TrimSuffix(strings.TrimSuffix(w, "政府"), "人民") // 上海市人民政府, which the lexicon has as a word
		if cands := rd.g.Named(head); len(cands) > 0 {
			rd.Spots = append(rd.Spots, Spot{Start: t.Start, End: t.Start + len([]rune(head)), Candidates: cands, Rule: "place.gazetteer"})
		}
	case w == "称" && k > 0 && tokens[k-1].Kind == lattice.Word && tokens[k-1].End-tokens[k-1].Start == 1 && rd.Side(rd.v.Runes[tokens[k-1].Start]):
		rd.letterSpot(tokens[k-1].Start, t.Start, true)
	}
}

// arrivals are the words after 来X, 赴X, 在X that show X to be a place.
var arrivals = zh.Words("考察 调研 访问 期间 打工 投资 举行 召开 学习 出席 参加 慰问 工作 指导 会见 会谈 分别 视察 检查 举办 开展 交流 签署 签约 签订 对接 洽谈 走访 过年 务工 旅游 观光 发表 主持 召集 开幕 闭幕 落户 创业 就业 应邀 作 进行 同 与 述职 逗留")

// arrived tells whether what follows token k shows it to be a place.
func (rd *Reader) arrived(tokens []lattice.Token, k int) bool {
	if k+1 >= len(tokens) || tokens[k+1].Kind == lattice.Mark {
		return true
	}
	w := rd.v.Text(tokens[k+1].Start, tokens[k+1].End)
	return arrivals[w] || zh.BeginsWith(w, "出席", "参加") // 出席会议, one word
}

func (rd *Reader) prev(tokens []lattice.Token, k int) string {
	return rd.v.Text(tokens[k-1].Start, tokens[k-1].End)
}

func (rd *Reader) homeSpot(t lattice.Token, level string) {
	if level == "国" {
		rd.AddCountry(t.Start, t.End, "中国")
		return
	}
	if rd.Home == nil {
		return
	}
	for p := rd.Home; p != nil; p = p.Parent() {
		if rd.HadLevel(p, level) {
			rd.Spots = append(rd.Spots, Spot{Start: t.Start, End: t.End, Place: p, Rule: "place.home"})
			return
		}
	}
}

// AddCountry adds a spot that means the country of that name; none where the gazetteer has no such.
func (rd *Reader) AddCountry(start, end int, country string) {
	if c := rd.g.ByPath(country); c != nil {
		rd.Spots = append(rd.Spots, Spot{Start: start, End: end, Place: c, Rule: "place.nation"})
	}
}
