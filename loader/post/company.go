package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/org"
)

// Bounds of the name of a company that only a title shows, in characters.
const (
	shortestHouse = 3
	longestHouse  = 8
)

// houseHeads are the heads of titles that a company alone gives, and people speak of with its name.
var houseHeads = zh.Words("董事长 总经理 总裁 首席执行官 董事局主席 厂长 行长 创始人 联合创始人")

// houseHeaded tells whether the title at in[i], or one that is joined to it (党委书记、董事长), has such a head.
func houseHeaded(in []unit, i int) bool {
	for ; i < len(in) && in[i].kind == uPost; i += 2 {
		if houseHeads[in[i].title.Head] {
			return true
		}
		if i+1 == len(in) || in[i+1].kind != uPause && in[i+1].kind != uAlso {
			break
		}
	}
	return false
}

// house takes the words of a company that no ending tells (远景|集团, 宛西|制药), with the place in front of them, off the end of out, where
// they fill the whole stretch between a mark and a title with a name behind, and tells how many units they are.
func (rd *Reader) house(out []unit, u *unit) int {
	if !u.houseHead || u.body >= 0 || u.title.Organ != "" && u.title.Organ != "党委" || u.title.Level != "" || u.generic != "" {
		return 0
	}
	if n := rd.quotedHouse(out, u); n > 0 {
		return n
	}
	n, end := len(out), u.start
	if n > 1 && newly[out[n-1].text] && out[n-1].end == end {
		n, end = n-1, out[n-1].start // 西门子能源|全球|高级副总裁
	}
	k, own, lone := n, false, 0
	for k > 0 && out[k-1].end == rd.next(out, k-1, u) && end-out[k-1].start <= longestHouse && rd.brandish(out[:n], k-1) {
		k--
		if lone++; out[k].end-out[k].start > 1 {
			lone = 0
		}
		own = own || distinct(out[k]) || lone > 1
	}
	if k == n {
		return 0
	}
	x := body.Thing{Start: out[k].start, End: end, Kind: org.Company, Anchor: body.NameAnchor}
	first := k
	for k > 0 && out[k-1].kind == uPlace && out[k-1].place >= 0 && out[k-1].end == out[k].start {
		k--
		x.Start, x.Anchor = out[k].start, body.PlaceAnchor
	}
	if k > 0 && out[k-1].end == out[k].start && !rd.opens(out[k-1]) || end-x.Start < shortestHouse {
		return 0
	}
	name := rd.v.Text(out[first].start, end)
	last := out[n-1].text
	own = own || k < first && n-first > 1 && body.IsItemTrade(last)
	if branded := n-first > 1 && (strings.HasSuffix(name, "集团") || strings.HasSuffix(name, "公司")) && !body.IsTrade(out[first].text); !own && !branded ||
		departed(out[n-1]) || zh.EndsWith(name, "企业", "家", "会", "府", "院", "校", "局") || body.IsRole(out[first].text) {
		return 0
	}
	x.Name, x.Titled = rd.v.Said(x.Start, end), true
	u.body = rd.addBody(x)
	return len(out) - k
}

// quotedHouse takes a company whose name stands in quotation marks (企业|“光子跃迁”|创始人) off the end of out, and tells how many units that is.
func (rd *Reader) quotedHouse(out []unit, u *unit) int {
	n := len(out)
	if n < 3 || out[n-1].kind != uQuote || out[n-1].end != u.start || rd.v.Runes[out[n-1].start] != '”' {
		return 0
	}
	for k := n - 2; k >= 0 && out[n-1].start-out[k].start <= longestHouse+1; k-- {
		if out[k].kind != uQuote {
			continue
		}
		from := out[k].end
		if r := rd.v.Runes; r[from] >= '0' && r[from] <= '9' || r[out[n-1].start-1] == '后' {
			return 0 // 公司“90后”总经理
		}
		if k == 0 || !zh.EndsWith(out[k-1].text, "企业", "公司", "品牌", "平台") {
			return 0 // “95后”创始人, “女童保护”创始人
		}
		if length := out[n-1].start - from; rd.v.Runes[out[k].start] != '“' || length < shortestHouse || length > longestHouse {
			return 0
		}
		u.body = rd.addBody(body.Thing{Start: from, End: out[n-1].start, Kind: org.Company, Anchor: body.NameAnchor, Name: rd.v.Said(from, out[n-1].start)})
		return n - k
	}
	return 0
}

// brandish tells whether unit k may be a word of a company's name; what looks like a person's may be one with more behind it:
// 岐岭|制药.
func (rd *Reader) brandish(out []unit, k int) bool {
	p := out[k]
	if p.kind == uName {
		return k < len(out)-1
	}
	if p.kind == uWord && p.end-p.start == 1 && p.tag != "p" {
		return !body.Governs(rd.v.Runes[p.start])
	}
	return p.kind == uWord && !rd.opens(p) && within(p) && p.tag != "v" && !body.IsVague(p.text)
}

// distinct tells a word that is more than a common noun.
func distinct(u unit) bool {
	return u.kind == uName || u.tag == "" && len([]rune(u.text)) > 1 || u.tag == "nz" || u.tag == "nt" || u.tag == "j" && len([]rune(u.text)) > 2 || strings.HasPrefix(u.tag, "nr") || u.tag == "ns"
}
