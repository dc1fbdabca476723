package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	zhplace "github.com/baopu/baopu/loader/place"
	"github.com/baopu/baopu/loader/verb"
)

// Rivers and lakes that no gazetteer has are natural places by what stands round them: 沿渝河, 寇河岸边, 汉丰湖湿地.

// endsLandform tells the characters that their names end in. It is asked of every word.
func endsLandform(r rune) bool {
	switch r {
	case '河', '江', '溪', '湖', '湾', '泉', '塘', '浦', '港', '涧', '沟', '山', '岭', '峰', '岛':
		return true
	}
	return false
}

var (
	along  = zh.Words("沿 沿着 流经 登上 横跨 跨越 注入 汇入 流入 漫过 翻过 翻越 横渡 渡过 跨过 越过 爬上 攀登 疏浚")
	shores = []string{"岸", "畔", "之滨", "之畔", "流域", "湿地", "大堤", "堤防", "上游", "下游", "中游", "两岸", "沿岸", "水质", "河道", "河段", "支流", "源头", "干流", "水面", "水系", "河长", "沿线", ofWater, "段", "水体", "水位", "洪峰", "洪水", "交汇"}
	slopes = []string{"脚下", "南麓", "北麓", "东麓", "西麓", "山麓", "主峰", "之巅", "山顶", "山脚", "山腰", "深处", "腹地"}
)

// ofWater is what stands behind a river or lake of whose water something is said.
const ofWater = "的水"

// anyWater is what tells of waters and hills and names none. By itself it is no name whatever stands round it; and where nothing
// but its last character makes a name of a word (see speaks), nor is what ends in it: 全线|开河, 心系|江河.
var anyWater = []string{
	// kinds of them
	"运河", "古运河", "大运河", "内河", "外河", "小河", "大河", "界河", "护城河", "黑臭河", "母亲河", "中小河", "银河", "冰河", "大溪", "小溪", "河沟", "山沟",
	"港湾", "海湾", "水湾", "海岛", "孤岛", "离岛", "人工岛", "高山", "大山", "深山", "青山", "雪山", "崇山", "群山",
	// two kinds for all: 山水林田湖草
	"河湖", "江河", "大江河", "江湖", "山河", "田湖", "草湖",
	// what rivers do and is done to them
	"开河", "巡河", "治河", "护河", "围岛", "环岛",
	// where one goes to one
	"回岛", "登岛", "返岛", "上岛", "进岛", "出岛", "回山", "进山", "登山", "上山", "下山", "过河", "过江", "下河",
	// what Taiwan is called for short
	"台岛",
}

// longestLandform bounds their names, in characters.
const longestLandform = 4

// landform tells whether the token at x ends the name of a river, lake or hill, and moves the left edge of x to its beginning.
func (rd *Reader) landform(tokens []lattice.Token, x *Thing) bool {
	t := tokens[x.Lo]
	if rd.shore(tokens, x) {
		return true
	}
	if r := rd.v.Runes; t.Kind == lattice.Place || !endsLandform(r[t.End-1]) || t.End-t.Start > longestLandform {
		return false
	}
	if rd.namesake(tokens, x) {
		return true
	}
	k := x.Lo
	for k > 0 && tokens[k-1].End == tokens[k].Start && t.End-tokens[k-1].Start <= longestLandform && rd.stem(tokens, k-1) {
		k--
	}
	if t.End-tokens[k].Start < 2 || tokens[k].Kind == lattice.Name && (k > 0 && tokens[k-1].Kind == lattice.Post || tokens[k].Known) {
		return false
	}
	w := rd.v.Text(tokens[k].Start, t.End)
	if anyLandform(w) {
		return false
	}
	led := k > 0 && along[rd.v.Text(tokens[k-1].Start, tokens[k-1].End)]
	if !led && !rd.speaks(tokens, k, x.Hi, w) && !rd.climbed(tokens, k, w) && !rd.lies(t.End) {
		return false
	}
	x.Lo, x.Start, x.Natural = k, tokens[k].Start, true
	return true
}

// lies tells whether what stands behind the last character of a river or hill, which ends at end, is a part of one, or something at one.
func (rd *Reader) lies(end int) bool {
	behind := rd.v.Text(end, min(end+2, len(rd.v.Runes)))
	last := rd.v.Runes[end-1]
	if behind == ofWater && lexicon.FreqOf(rd.v.Text(end+1, min(end+3, len(rd.v.Runes)))) > 0 {
		return false // 东河的水果
	}
	return zhplace.IsWater(last) && zh.BeginsWith(behind, shores...) || heights[last] && zh.BeginsWith(behind, slopes...)
}

// asRiver tells whether the place at x, a county or township by its short name, is the river that it is called after, by what of it stands
// behind: 东河|上游, 东河|旺苍|段.
func (rd *Reader) asRiver(tokens []lattice.Token, x *Thing) bool {
	t := tokens[x.Lo]
	p, r := t.Places[0], rd.v.Runes
	if !p.Form.Has(gazetteer.Short) || p.Place.Level != gazetteer.Township && p.Place.Level != gazetteer.County || !strings.ContainsRune("河溪湖", r[t.End-1]) || lattice.IsOrdinal(r[t.Start]) {
		return false
	}
	if x.Lo > 0 && tokens[x.Lo-1].End == t.Start && tokens[x.Lo-1].Kind != lattice.Mark && !tagOf(tokens[x.Lo-1], "pcu") {
		return false // 浮|云溪, 松花江|东河|段
	}
	x.Natural = rd.lies(t.End)
	if x.Hi < len(tokens) && tokens[x.Hi].Kind == lattice.Place && tokens[x.Hi].Start == t.End {
		end := tokens[x.Hi].End
		x.Natural = rd.v.Text(end, min(end+1, len(rd.v.Runes))) == "段"
	}
	return x.Natural
}

// anyLandform tells a word that names no water or hill by itself: a kind of them, what lies along one (沿河), a noun of the lexicon.
func anyLandform(w string) bool {
	r := []rune(w)
	if slices.Contains(anyWater, w) || strings.HasSuffix(w, "鸿沟") || strings.ContainsRune("沿环条大小", r[0]) && len(r) < 3 {
		return true
	}
	return lexicon.TagOf(r) == "n"
}

// heights are the last characters of what is climbed; persons' names end in them, too.
var heights = zh.Runes("山岭峰")

// visits are the words in front of a place where something to see there is named behind it.
var visits = zh.Words("在 到 来到 走进 位于 前往 赴 登上 游览 途经")

// climbed tells whether w, which begins at token k, is a mountain in the place that stands right before it: 在沈阳|棋盘山, 来到腾冲|来凤山.
func (rd *Reader) climbed(tokens []lattice.Token, k int, w string) bool {
	r := []rune(w)
	if len(r) < 3 || !heights[r[len(r)-1]] || slices.Contains(anyWater, w) || zh.EndsWith(w, anyWater...) {
		return false
	}
	end := tokens[k].Start + len(r)
	if k < 2 || !rd.visited(tokens[k-2], tokens[k-1], tokens[k]) || rd.room.Odds(tokens[k].Start, end) > lattice.LikelyOdds {
		return false
	}
	return !rd.v.ActsAt(end) && !zh.BeginsWith(rd.v.Text(end, min(end+1, len(rd.v.Runes))), namesakes...)
}

// visited tells whether place is one right before w, and one where before says that somebody goes or something lies.
func (rd *Reader) visited(before, place, w lattice.Token) bool {
	return place.Kind == lattice.Place && place.End == w.Start && visits[rd.v.Text(before.Start, before.End)]
}

// namesake tells a river, lake, hill or island that is called after the small place right before its one character: 栖霞|山, 洛杉矶|河.
func (rd *Reader) namesake(tokens []lattice.Token, x *Thing) bool {
	k := x.Lo
	if k == 0 || tokens[k].Kind != lattice.Word || tokens[k].End-tokens[k].Start != 1 || !strings.ContainsRune("河湖山岛江岭", rd.v.Runes[tokens[k].Start]) {
		return false
	}
	p := tokens[k-1]
	if !rd.calledAfter(p, tokens[k].Start) {
		return false
	}
	if rd.goesOn(tokens, x.Hi, x.End) || x.Hi < len(tokens) && shortNoun(tokens[x.Hi], x.End) {
		return false
	}
	x.Lo, x.Start, x.Natural, x.Anchor = k-1, rd.lastOf(p), true, PlaceAnchor
	return true
}

// calledAfter tells whether p, right before start, is a place that a river or the like may be called after: a small one of the country, or
// one abroad that is no city.
func (rd *Reader) calledAfter(p lattice.Token, start int) bool {
	if last := rd.v.Runes[p.End-1]; last == rd.v.Runes[start] && last == '江' {
		return false // 沅江|江上
	}
	if p.Kind != lattice.Place || p.End != start || p.End-p.Start < 2 || p.Places[0].Form.Has(gazetteer.Common) && !rd.lies(start+1) {
		return false
	}
	switch q := p.Places[0].Place; q.Kind {
	case gazetteer.Abroad:
		return !strings.HasSuffix(q.Name, "市")
	case gazetteer.Division:
		return p.Places[0].Form.Has(gazetteer.Short) && (q.Level == gazetteer.County || q.Level == gazetteer.Township)
	}
	return false
}

// shortNoun tells a noun of one character right behind end, which takes the character before it for its own.
func shortNoun(t lattice.Token, end int) bool {
	return t.Start == end && t.Kind == lattice.Word && t.End-t.Start == 1 && strings.HasPrefix(t.Tag, "n")
}

// shore tells whether the token at x is the shore of a river or lake (河畔, 湖边; 塞纳河畔, 长江上游 in one word), or what is in or on one
// (河里), with the rest of its name before it, and makes x the river or lake.
func (rd *Reader) shore(tokens []lattice.Token, x *Thing) bool {
	t, r := tokens[x.Lo], rd.v.Runes
	end, ok := rd.waterBefore(t)
	if !ok {
		return false
	}
	k := x.Lo
	if end-t.Start > 1 {
		if !slices.ContainsFunc(rd.g.NamedFolded(r[t.Start:end]), func(c gazetteer.Candidate) bool { return c.Place.Kind == gazetteer.Natural }) {
			return false
		}
	} else if k > 0 && rd.calledAfter(tokens[k-1], t.Start) {
		k--
		x.Anchor = PlaceAnchor
	} else if k, ok = rd.ashore(tokens, k, end); !ok {
		return false
	}
	x.Lo, x.Start, x.End, x.Natural = k, rd.lastOf(tokens[k]), end, true
	if strings.ContainsRune("从在到自沿", r[x.Start]) {
		x.Start++ // 从|雁栖湖边
	}
	return x.End-x.Start > 1
}

// inOne is what stands behind the last character of a river or lake in one word with it.
var inOne = []string{"上游", "中游", "下游", "畔", "边", "岸", "滨", "里", "中", "上"}

// waterBefore tells where the name of a river or lake ends in the word t, before what of it the word goes on to tell.
func (rd *Reader) waterBefore(t lattice.Token) (end int, ok bool) {
	if t.Kind != lattice.Word || t.End-t.Start < 2 {
		return 0, false
	}
	for _, w := range inOne {
		if n := t.End - len([]rune(w)); n > t.Start && rd.v.Text(n, t.End) == w {
			return n, zhplace.IsWater(rd.v.Runes[n-1])
		}
	}
	return 0, false
}

// ashore is the first token of the name of the river whose last character, before end, is in the token at k: 思蒙|河畔.
func (rd *Reader) ashore(tokens []lattice.Token, k, end int) (int, bool) {
	if !strings.ContainsRune("畔边岸滨", rd.v.Runes[end]) {
		return k, false // 工作|上, 心|里
	}
	for k > 0 && tokens[k-1].End == tokens[k].Start && end-tokens[k-1].Start <= longestLandform && rd.stem(tokens, k-1) {
		k--
	}
	w := rd.v.Text(tokens[k].Start, end)
	if end-tokens[k].Start < 3 || zh.EndsWith(w, anyWater...) || tokens[k].Kind == lattice.Name && tokens[k].Known {
		return k, false
	}
	return k, k == 0 || tokens[k-1].End != tokens[k].Start || rd.sets(tokens[k-1])
}

// sets tells whether a name may begin behind t: a place, or what is no part of a name.
func (rd *Reader) sets(t lattice.Token) bool {
	switch t.Kind {
	case lattice.Word:
		return t.End-t.Start > 1 || verb.Breaks(rd.v.Text(t.Start, t.End)) || lattice.IsParticle(rd.v.Runes[t.Start]) || tagOf(t, "pcudvf")
	case lattice.Name:
		return false
	}
	return true
}

// tagOf tells a word whose part of speech is of one of classes, each a letter.
func tagOf(t lattice.Token, classes string) bool {
	return t.Tag != "" && strings.IndexByte(classes, t.Tag[0]) >= 0
}

// plainly are the last characters that hardly any other name of three characters or more ends in.
var plainly = zh.Runes("河溪湾湖岛")

// namesakes are the first characters of what is called after a river or island: 某河|镇, 某湾|大桥, 某湖|中学.
var namesakes = []string{"村", "镇", "乡", "县", "区", "路", "街", "桥", "站", "店", "屯", "社", "公", "大", "中", "小", "新", "派", "水"}

// speaks tells whether w, at tokens k to hi, makes the name of a river, bay or island by itself: a stem that is no word before a character
// that no person's name ends in, and nothing behind it that goes on with the name of something else (某河|镇, 某湾|大桥).
func (rd *Reader) speaks(tokens []lattice.Token, k, hi int, w string) bool {
	r := []rune(w)
	if zh.EndsWith(w, anyWater...) || k > 0 && tokens[k-1].End == tokens[k].Start && !rd.sets(tokens[k-1]) {
		return false
	}
	if len(r) < 3 || !plainly[r[len(r)-1]] || hi < len(tokens) && tokens[hi].Start == tokens[hi-1].End && tokens[hi].Kind == lattice.Word && strings.HasPrefix(tokens[hi].Tag, "n") {
		return false
	}
	return !rd.goesOn(tokens, hi, tokens[hi-1].End)
}

// goesOn tells whether what is called after a river that ends at end stands there: 某河|镇. The token behind is at hi; 河|中 is in it.
func (rd *Reader) goesOn(tokens []lattice.Token, hi, end int) bool {
	if hi < len(tokens) && tokens[hi].Start == end && tokens[hi].End == end+1 && tokens[hi].Tag == "f" {
		return false
	}
	return zh.BeginsWith(rd.v.Text(end, min(end+1, len(rd.v.Runes))), namesakes...)
}

// stem tells whether the token at k may be in front of 河 in the name of a river: part of a name, or a noun that is no everyday word.
func (rd *Reader) stem(tokens []lattice.Token, k int) bool {
	t := tokens[k]
	w := rd.v.Text(t.Start, t.End)
	switch t.Kind {
	case lattice.Name:
		return true
	case lattice.Word:
		if along[w] || verb.Breaks(w) || lattice.EndsNoName(w) || verb.Of(w) != verb.None || lattice.IsParticle(rd.v.Runes[t.Start]) || lattice.HomeLevel(w) != "" || lattice.IsOrdinal(rd.v.Runes[t.Start]) {
			return false
		}
		switch {
		case t.Tag == "":
			return true
		case t.End-t.Start == 1:
			return t.Tag != "n" && tagOf(t, "jnzgad")
		}
		return tagOf(t, "n") && lexicon.FreqOf(w) < longLived
	}
	return false
}

// longLived is how often the lexicon counts an everyday word.
const longLived = 1000
