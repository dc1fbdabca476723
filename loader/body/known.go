package body

import (
	"regexp"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// wellKnown is a well-known body, with the country in front of it.
func (rd *Reader) wellKnown(tokens []lattice.Token, x Thing) Thing {
	k := x.Lo
	x.Kind, x.Known, x.Anchor = tokens[k].Body, true, NameAnchor
	rd.academy(tokens, &x)
	rd.journal(tokens, &x)
	if org.OfStates(rd.v.Text(x.Start, x.End)) {
		return x.Named(rd.v) // 中国－|东盟, 美国|北约
	}
	if k > 0 && tokens[k-1].Kind == lattice.Place && tokens[k-1].Places[0].Place.Kind == gazetteer.Country {
		x.Lo, x.Start, x.Anchor = k-1, tokens[k-1].Start, PlaceAnchor
	} else if k > 1 && x.Kind == org.Government && rd.ministers(tokens, k) {
		x.Lo, x.Start, x.Anchor = k-2, tokens[k-2].Start, PlaceAnchor
		if c := rd.places.CountryNamed(rd.v.Runes[x.Start]); tokens[k-2].Kind == lattice.Word && c != nil {
			x.Full = c.Name + rd.v.Text(x.Start+1, x.End)
		}
	}
	return rd.lettered(tokens, x.Named(rd.v))
}

// ministers tells whether a country and one more word of the name of its ministry stand before the body at k: 黎巴嫩公共|卫生部.
func (rd *Reader) ministers(tokens []lattice.Token, k int) bool {
	a, b := tokens[k-2], tokens[k-1]
	if a.Kind == lattice.Word && a.End-a.Start == 1 && rd.places.CountryNamed(rd.v.Runes[a.Start]) != nil && a.End == b.Start && b.Kind == lattice.Word && b.Tag == "b" {
		return true // 黎|公共|卫生部
	}
	if a.Kind != lattice.Place || b.Kind != lattice.Word || a.End != b.Start || b.End-b.Start != 2 || b.Tag == "" || !strings.HasSuffix(rd.v.Text(tokens[k].Start, tokens[k].End), "部") {
		return false
	}
	c := a.Places[0].Place
	return c.Kind == gazetteer.Country && c.Name != "中国" && strings.Contains("n b vn", b.Tag) && !anyMinistry[rd.v.Text(b.Start, b.End)]
}

// anyMinistry are the words between a country and its ministry that are none of the name.
var anyMinistry = zh.Words("方面 新任 现任 前任 政府 总统 总理 当局 军方")

// academy moves the right edge of a group to the numbered institute behind it: 某科技集团|六院.
func (rd *Reader) academy(tokens []lattice.Token, x *Thing) {
	if x.Kind != org.Company || !zh.EndsWith(rd.v.Text(x.Start, x.End), groups...) {
		return
	}
	for k := x.Hi; k < len(tokens) && tokens[k].End-x.End <= longestInstitute; k++ {
		if institute.MatchString(rd.v.Text(x.End, tokens[k].End)) {
			x.Hi, x.End = k+1, tokens[k].End
			return
		}
	}
}

// institute is the number of an institute of a group and what it is: 六院, 第七一二研究所.
var institute = regexp.MustCompile(`^第?[一二三四五六七八九十〇0-9]{1,4}(?:研究所|研究院|设计院|院|所)$`)

// longestInstitute bounds that, in characters.
const longestInstitute = 8

// groups are the endings of companies that have such institutes.
var groups = []string{"集团", "集团公司", "工业集团有限公司"}

// lettered reads a letter in front of a ministry as its country: 俄国防部 is 俄罗斯国防部.
func (rd *Reader) lettered(tokens []lattice.Token, x Thing) Thing {
	switch {
	case x.Anchor == PlaceAnchor:
		return x
	case x.Kind == org.Government, x.Kind == org.Military && !x.Known, x.Known && strings.HasSuffix(x.Name, "党"):
	default:
		return x
	}
	first := rd.v.Runes[x.Start]
	if x.Lo > 0 && tokens[x.Lo-1].Kind == lattice.Word && tokens[x.Lo-1].End-tokens[x.Lo-1].Start == 1 && tokens[x.Lo-1].End == x.Start {
		first = rd.v.Runes[x.Start-1]
		if !rd.places.Side(first) {
			return x
		}
		if x.Lo > 1 && tokens[x.Lo-2].End == tokens[x.Lo-1].Start && tokens[x.Lo-2].End-tokens[x.Lo-2].Start == 1 && rd.partner(rd.v.Runes[tokens[x.Lo-2].Start]) {
			x.Lo, x.Start, x.Anchor = x.Lo-2, tokens[x.Lo-2].Start, NameAnchor
			return x // 中|塞|立法机构合作委员会, of both
		}
		x.Lo--
		x.Start--
	} else if end, _, known := org.At(rd.v.Runes, x.Start+1); tokens[x.Lo].End-tokens[x.Lo].Start != 1 && !(known && end == x.End) || !rd.places.Side(first) {
		return x
	}
	c := rd.places.CountryBy(first)
	if c == nil || x.Kind == org.Military && (first == '以' && rd.places.CountryNamed(first) == nil || rd.v.Runes[x.Start+1] == '军') {
		return x // 以空军军旗为…, 乌军部队
	}
	x = x.Named(rd.v)
	if x.Kind != org.Government && !strings.Contains(rd.v.Folded, c.Name+string([]rune(x.Name)[1:])) {
		x.Anchor = PlaceAnchor
		return x // 黎真主党 and 俄空天军, as they are called
	}
	x.Full = c.Name + string([]rune(x.Name)[1:])
	x.Anchor = PlaceAnchor
	return x
}

// partner tells a letter that stands for a country beside another's: 中|塞.
func (rd *Reader) partner(letter rune) bool { return letter == '中' || rd.places.Side(letter) }
