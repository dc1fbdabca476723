package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// board is the body whose members a text is about to name: 会议任命了某某委员会组成人员。他们是：主任甲，副主任乙、丙，委员丁、戊.
type board struct {
	body   int // index into Reader.Bodies, plus one; 0 none
	status reading.Status
	open   bool // its members are being named
}

// convene remembers the body at i if its members are spoken of.
func (b *binder) convene(i int) {
	u := b.units[i]
	rest := b.rd.v.Text(u.end, min(u.end+5, len(b.rd.v.Runes)))
	if u.body < 0 || !zh.BeginsWith(rest, "组成人员", "成员名单", "领导班子", "领导机构", "新一届", "理事会", "班子") {
		return
	}
	b.board = board{body: u.body + 1, status: reading.Current}
	for k := i - 1; k >= 0 && b.units[k].kind != uStop; k-- {
		if v := b.units[k].verb; v == verb.Appoints || v == verb.Elects {
			b.board.status = reading.Appointed
			break
		}
	}
}

// seatBoard opens the list of the board's members at a colon behind 他们是 or the like.
func (b *binder) seatBoard(i int) {
	if b.board.body == 0 || i == 0 || b.units[i].text != "：" && b.units[i].text != ":" {
		return
	}
	from := max(b.units[0].start, b.units[i].start-6)
	before := b.rd.v.Text(from, b.units[i].start)
	for _, w := range []string{"他们是", "名单", "如下", "分别是", "人员", "成员", "包括"} {
		if strings.HasSuffix(before, w) || strings.HasSuffix(before, w+"为") {
			b.board.open = true
			return
		}
	}
}

// roster tells whether the colon at i stands between a title and those who hold it: 会长：某某；副会长：某某、某某.
func (b *binder) roster(i int) bool {
	u := b.units[i]
	if u.text != "：" && u.text != ":" || b.mode != verb.None || len(b.chain) == 0 || b.chain[len(b.chain)-1].end != u.start || b.chain[0].title.Kind != title.Office {
		return false
	}
	if i+1 >= len(b.units) || b.units[i+1].kind != uName {
		return false
	}
	b.board.open = b.board.body > 0
	return true
}

// member gives q the board whose members are being named, if it says no body or place of its own.
func (b *binder) member(q *reading.Post, u unit) bool {
	if !b.board.open || u.title.Organ != "" || u.title.Level != "" {
		return false
	}
	q.Org = b.rd.bodyName(b.board.body-1, nil)
	if q.Status == reading.Current {
		q.Status = b.board.status
	}
	return true
}
