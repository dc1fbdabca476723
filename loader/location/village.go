package location

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/verb"
)

// Villages and neighbourhoods stand in no gazetteer: what tells them is the township or county in front, or the village before 、 in a list.

var villageEnds = []string{"村", "嘎查", "社区"}

// VillageLevel is the level that the name of a village or neighbourhood ends in, "" for other names.
func VillageLevel(name string) string {
	for _, end := range villageEnds {
		if strings.HasSuffix(name, end) {
			return end
		}
	}
	return ""
}

// longestVillage bounds the name of a village without its ending, in characters.
const longestVillage = 4

// anyVillage is what stands before 村 or 社区 and names none: 农村, 示范村.
var anyVillage = zh.Words(`农 乡 山 新农 古 贫困 示范 行政 自然 试点 中心 城中 样板 重点 移民 特色 文明 先进 明星 后进 薄弱 脱贫 偏远 边远 高山 民族 传统 美丽乡 美丽 出列 非贫困 空心 帮扶 结对 包 包联 联系 驻 下
文化 历史文化 旅游 生态 小康 富裕 强 弱 经济强 软弱涣散 老旧 智慧 和谐 平安 绿色 城市 城镇 农村 街道 各个 有关 相关 部分 所有 整个 附近 周边 邻近 沿线 边境 抵边 渔 牧 林 桃花 同 奥运 亚运 地球 度假 未来 完整 安置 淘宝 数字 网红 低碳 零碳 红色 老 新 小 大 名 穷 司法 少数民族 民生`)

// villageSorts are what any village or neighbourhood may be called by behind other words: 坝派自然|村.
var villageSorts = []string{"民族", "乡", "自然", "行政", "样板", "示范", "部分", "村", "居民", "老旧", "农", "中心"}

// counting are the characters by which villages are counted or pointed to: 六个村, 该村.
const counting = "个各等多几该本全两邻每某此这那我到赴在和与及对为的了入进驻"

// village is the end of the name of a village that begins behind token k, whose place head it lies in; 0 if none does.
func (rd *Reader) village(tokens []lattice.Token, k int, head *gazetteer.Place) int {
	from, acts := tokens[k].End, false
	for j := k + 1; j < len(tokens) && tokens[j].Start == tokens[j-1].End && tokens[j].Start-from <= longestVillage; j++ {
		t := tokens[j]
		w := rd.v.Text(t.Start, t.End)
		switch t.Kind {
		case lattice.Word, lattice.Name, lattice.Place:
		default:
			return 0
		}
		if zh.EndsWith(w, villageEnds...) && t.Kind != lattice.Place && !(acts && strings.HasSuffix(w, "社区")) && rd.calledSo(rd.v.Text(from, t.End), head) {
			return j + 1
		}
		if verb.Breaks(w) || t.Kind == lattice.Word && t.Tag != "" && strings.ContainsRune("pucdr", rune(t.Tag[0])) {
			return 0
		}
		acts = acts || t.Kind == lattice.Word && t.End-t.Start > 1 && strings.HasPrefix(t.Tag, "v") // 组织|社区志愿者; 振兴|村 is a village
	}
	return 0
}

// ofTown is the village of the township at k that 的 stands before: 某乡|的|某村.
func (rd *Reader) ofTown(tokens []lattice.Token, k int) (end int, p *gazetteer.Place) {
	if k+2 >= len(tokens) || rd.v.Text(tokens[k+1].Start, tokens[k+1].End) != "的" {
		return 0, nil
	}
	town := rd.Plain(tokens[k].Places)
	if town == nil && len(tokens[k].Places) == 1 {
		town = tokens[k].Places[0].Place
	}
	if town == nil || town.Level != gazetteer.Township {
		return 0, nil
	}
	if end = rd.village(tokens, k+1, town); end == 0 {
		return 0, nil
	}
	return end, &gazetteer.Place{Name: rd.Path(town) + rd.v.Text(tokens[k+2].Start, tokens[end-1].End), Kind: gazetteer.Abroad}
}

// calledSo tells whether name, of a village behind a place head, is one: not 三个村, nor 示范村.
func (rd *Reader) calledSo(name string, head *gazetteer.Place) bool {
	for _, end := range villageEnds {
		stem, ok := strings.CutSuffix(name, end)
		if !ok {
			continue
		}
		n := len([]rune(stem))
		short := n == 1 && end != "社区" && len([]rune(head.Name)) > 1
		return (n > 1 || short) && n <= longestVillage && !anyVillage[stem] && !zh.EndsWith(stem, villageSorts...) && !zh.EndsWith(stem, "位", "一名", "两名", "几名", "多名") && !strings.ContainsAny(stem, counting) && !strings.ContainsAny(stem, "0123456789、，")
	}
	return false
}

// remember keeps a place that no gazetteer has for the rest of the article. The names of villages of one character and 村 stand in other words too
// often: 杨村|长.
func (rd *Reader) remember(name string, p *gazetteer.Place) {
	if len([]rune(name)) > 2 && rd.Abroad[name] == nil {
		rd.Abroad[name] = p
	}
}

// neighbours joins the tokens of the villages that a list goes on with behind the one at the end of out, of which k is the last token among
// tokens: 某镇八一村|、洪砂村、吴地村. It answers out and the last token it took.
func (rd *Reader) neighbours(tokens, out []lattice.Token, k int) ([]lattice.Token, int) {
	first := out[len(out)-1]
	own := first.Places[0].Place
	name := rd.v.Text(first.Start, first.End)
	town, ok := strings.CutSuffix(own.Name, name)
	if !ok || !zh.EndsWith(name, villageEnds...) {
		return out, k
	}
	head := &gazetteer.Place{Name: town, Kind: gazetteer.Abroad}
	for k+2 < len(tokens) && tokens[k+1].Kind == lattice.Mark && rd.v.Runes[tokens[k+1].Start] == '、' && tokens[k+2].Kind != lattice.Place {
		end := rd.village(tokens, k+1, head)
		if end == 0 {
			break
		}
		start := tokens[k+2].Start
		p := &gazetteer.Place{Name: town + rd.v.Text(start, tokens[end-1].End), Kind: gazetteer.Abroad}
		rd.remember(rd.v.Text(start, tokens[end-1].End), p)
		out = append(out, tokens[k+1], lattice.PlaceToken(start, tokens[end-1].End, p))
		k = end - 1
	}
	return out, k
}
