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
var houseHeads = zh.Words("董事长 总经理 总裁 首席执行官 董事局主席 厂长 行长")

// house takes the words of a company that no ending tells (远景|集团, 宛西|制药) off the end of out, where they fill the whole
// stretch between a mark and a title with a name behind, and tells how many units they are.
func (rd *Reader) house(out []unit, u *unit) int {
	if !houseHeads[u.title.Head] || u.body >= 0 || u.title.Organ != "" || u.title.Level != "" || u.generic != "" {
		return 0
	}
	k, own := len(out), false
	for k > 0 && out[k-1].end == rd.next(out, k-1, u) && u.start-out[k-1].start <= longestHouse && rd.brandish(out, k-1) {
		k--
		own = own || distinct(out[k])
	}
	if k == len(out) || k > 0 && out[k-1].end == out[k].start && !rd.opens(out[k-1]) || u.start-out[k].start < shortestHouse {
		return 0
	}
	name := rd.v.Text(out[k].start, u.start)
	if branded := len(out)-k > 1 && (strings.HasSuffix(name, "集团") || strings.HasSuffix(name, "公司")) && !body.IsTrade(out[k].text); !own && !branded ||
		departed(out[len(out)-1]) || zh.EndsWith(name, "企业", "企业家", "家") || body.IsRole(out[k].text) {
		return 0
	}
	u.body = rd.addBody(body.Thing{Start: out[k].start, End: u.start, Kind: org.Company, Anchor: body.NameAnchor, Name: rd.v.Said(out[k].start, u.start)})
	return len(out) - k
}

// brandish tells whether unit k may be a word of a company's name; what looks like a person's may be one with more behind it:
// 岐岭|制药.
func (rd *Reader) brandish(out []unit, k int) bool {
	p := out[k]
	if p.kind == uName {
		return k < len(out)-1
	}
	return p.kind == uWord && !rd.opens(p) && within(p) && p.tag != "v" && !body.IsVague(p.text)
}

// distinct tells a word that is more than a common noun.
func distinct(u unit) bool {
	return u.kind == uName || u.tag == "" && len([]rune(u.text)) > 1 || u.tag == "nz" || u.tag == "nt" || strings.HasPrefix(u.tag, "nr") || u.tag == "ns"
}
