package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/verb"
)

// A title says of what stands in front of it that it is a body, whatever the words are: 市|经信局|局长, 远景集团|董事长.

// longestBureau is how many characters a bureau's short name may have between its level and its title: 重大项目办.
const longestBureau = 6

// bureauEnds are the last characters of bureaus, by the head that their titles have.
var bureauEnds = map[string]string{"局长": "局", "主任": "办委心会院", "书记": "局办委院", "总工程师": "局", "总经济师": "局"}

// bureau takes the words of a bureau that no list has (市|民|政局, 市河长办) off the end of out, where its level begins what a title
// follows, and tells how many units they are.
func (rd *reader) bureau(out []unit, u *unit) int {
	ends := bureauEnds[u.title.Head]
	if ends == "" || u.body >= 0 || u.place >= 0 || u.organ > 0 || u.title.Organ != "" && !internal[u.title.Organ] || !strings.ContainsRune(ends, rd.v.Runes[u.start-1]) {
		return 0
	}
	for k := len(out) - 1; k >= 0 && bureaucratic[out[k].kind] && out[k].end == rd.next(out, k, u) && u.start-out[k].start <= longestBureau+1; k-- {
		level := string(rd.v.Runes[out[k].start])
		if !lattice.IsLevel(level) || u.start-out[k].start < 3 || k > 0 && out[k-1].end == out[k].start && !rd.opens(out[k-1]) {
			continue
		}
		rest := rd.v.Text(out[k].start+1, u.start)
		if body.IsOrganWord(level+rest) || zh.EndsWith(rest, "中心", "委员会", "常委会", "院") && len([]rune(rest)) < 4 {
			return 0
		}
		u.body = rd.addBody(body.Thing{Start: out[k].start, End: u.start, Kind: org.Government, Anchor: body.LevelAnchor, Name: rd.v.Said(out[k].start, u.start)})
		return len(out) - k
	}
	return 0
}

// bureaucratic are the kinds of unit that the words of a bureau may be taken for: 市|河长|办, 市|史志办.
var bureaucratic = map[unitKind]bool{uWord: true, uName: true, uPost: true}

// next is where what stands behind unit k of out begins.
func (rd *reader) next(out []unit, k int, u *unit) int {
	if k+1 < len(out) {
		return out[k+1].start
	}
	return u.start
}

// opens tells what a name may stand right behind: a mark, a join, a verb or particle that no name holds.
func (rd *reader) opens(p unit) bool {
	switch p.kind {
	case uPause, uComma, uSemi, uStop, uJoin, uQuote, uShut, uOpen, uStatus, uName, uAlso, uPost, uEtc:
		return true
	case uWord:
		return verb.Breaks(p.text) || p.text == "的" || p.verb != verb.None || p.tag == "p"
	}
	return false
}

// Bounds of the name of a company that only a title shows, in characters.
const (
	shortestHouse = 3
	longestHouse  = 8
)

// houseHeads are the heads of titles that a company alone gives, and people speak of with its name.
var houseHeads = zh.Words("董事长 总经理 总裁 首席执行官 董事局主席 厂长 行长")

// house takes the words of a company that no ending tells (远景|集团, 宛西|制药) off the end of out, where they fill the whole
// stretch between a mark and a title with a name behind, and tells how many units they are.
func (rd *reader) house(out []unit, u *unit) int {
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
func (rd *reader) brandish(out []unit, k int) bool {
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

// leads are the characters before a bare title that leave it to a body named before: 其|董事长, 由|总经理.
var leads = "的由与和同及任为其兼暨原该本对向请听被给据经让以是把当称说等在选聘"

// ledBare tells whether nothing in front of the title of u says whose it is: not 民营企业|董事长.
func (rd *reader) ledBare(u unit) bool {
	return u.start == 0 || !zh.IsHan(rd.v.Runes[u.start-1]) && !strings.ContainsRune("》”", rd.v.Runes[u.start-1]) || strings.ContainsRune(leads, rd.v.Runes[u.start-1])
}
