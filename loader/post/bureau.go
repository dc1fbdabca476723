package post

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
var bureauEnds = map[string]string{"局长": "局", "主任": "办委心会院", "书记": "局办委院", "总工程师": "局", "总经济师": "局", "厅长": "厅", "站长": "站", "所长": "所", "队长": "队"}

// bureau takes the words of a bureau that no list has (市|民|政局, 市河长办) off the end of out, where its level begins what a title
// follows, and tells how many units they are.
func (rd *Reader) bureau(out []unit, u *unit) int {
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

// longestSibling is how many characters the name of a bureau may have in a list of them.
const longestSibling = 12

// siblingBureau takes the name of a bureau that says nothing of whose it is off the end of out, an item of a list, where the title behind it is its
// chief's: 市水利局局长某某、海洋与渔业局|局长. It tells how many units they are.
func (rd *Reader) siblingBureau(out []unit, u *unit) int {
	if u.title.Head != "局长" || u.body >= 0 || u.place >= 0 || u.organ > 0 || u.title.Organ != "" || rd.v.Runes[u.start-1] != '局' {
		return 0
	}
	for k := len(out) - 1; k > 0 && (out[k].kind == uWord && !verb.Breaks(out[k].text) || out[k].kind == uJoin) && out[k].end == rd.next(out, k, u) && u.start-out[k].start <= longestSibling; k-- {
		if out[k-1].kind == uPause && out[k].kind == uWord && u.start-out[k].start > 2 {
			u.body = rd.addBody(body.Thing{Start: out[k].start, End: u.start, Kind: org.Government, Anchor: body.NoAnchor, Name: rd.v.Said(out[k].start, u.start)})
			rd.ofTheList(out[:k], u.body)
			return len(out) - k
		}
	}
	return 0
}

// ofTheList gives body i, a bureau behind list that says nothing of whose it is, the level word of the bureau whose chief the item before it names.
func (rd *Reader) ofTheList(list []unit, i int) {
	x := &rd.Bodies[i]
	n := len(list)
	if x.Anchor != body.NoAnchor || x.Kind != org.Government || x.Known || !strings.HasSuffix(x.Name, "局") || n < 3 || list[n-1].kind != uPause || list[n-2].kind != uName || list[n-3].kind != uPost || list[n-3].body < 0 {
		return
	}
	before := rd.Bodies[list[n-3].body]
	if level, rest := splitLevel(before.Name); before.Anchor == body.LevelAnchor && level != "" && strings.HasSuffix(rest, "局") {
		x.Name, x.Anchor = level+x.Name, body.LevelAnchor
	}
}

// bureaucratic are the kinds of unit that the words of a bureau may be taken for: 市|河长|办, 市|史志办.
var bureaucratic = map[unitKind]bool{uWord: true, uName: true, uPost: true}

// next is where what stands behind unit k of out begins.
func (rd *Reader) next(out []unit, k int, u *unit) int {
	if k+1 < len(out) {
		return out[k+1].start
	}
	return u.start
}

// opens tells what a name may stand right behind: a mark, a join, a verb or particle that no name holds.
func (rd *Reader) opens(p unit) bool {
	switch p.kind {
	case uPause, uComma, uSemi, uStop, uJoin, uQuote, uShut, uOpen, uStatus, uName, uAlso, uPost, uEtc:
		return true
	case uWord:
		return verb.Breaks(p.text) || p.text == "的" || p.verb != verb.None || p.tag == "p"
	}
	return false
}
