package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// Lines of names under a line that says what those were elected to: 下列人员当选为委员（按姓氏笔画为序）： and below 甲　乙　丙.

// elect gives those whom part i lists the post that the line above them, or above more such lines, says.
func (rd *Reader) elect(i int) {
	if i == 0 || !rd.roll(i) {
		return
	}
	k := i - 1
	for k > 0 && rd.roll(k) {
		k--
	}
	posts := rd.ballot(k)
	if len(posts) == 0 {
		return
	}
	for _, u := range rd.units[i] {
		if u.kind == uName {
			who := rd.personOf(u)
			who.add(rd.moved(posts, u)...)
			who.vote(voteList)
		}
	}
}

// roll tells whether part i is a list of names and little else: two or more, with marks and parentheses between.
func (rd *Reader) roll(i int) bool {
	names, told, other, inside := 0, 0, 0, false
	for _, u := range rd.units[i] {
		switch {
		case u.kind == uOpen:
			inside = true
		case u.kind == uShut:
			inside = false
		case inside, u.kind == uPause, u.kind == uComma, u.kind == uStop:
		case u.kind == uName:
			names++
			told += u.end - u.start
		case u.kind == uPost, u.verb != verb.None:
			return false
		default:
			other += u.end - u.start
		}
	}
	return names > 1 && told > 4*other
}

// ballot is the post to which the line k says that those below were elected, nil if it says none.
func (rd *Reader) ballot(k int) []reading.Post {
	units := rd.units[k]
	if len(units) == 0 {
		return nil
	}
	line := strings.TrimSpace(rd.v.Text(units[0].start, units[len(units)-1].end))
	if !zh.EndsWith(line, "：", ":", "）", "名单") || !zh.Holds(line, "当选", "选举产生", "选举", "名单", "任命", "增补", "推选") {
		return nil
	}
	for j := len(units) - 1; j >= 0; j-- {
		switch u := units[j]; {
		case u.kind == uName:
			return nil
		case u.kind != uPost:
		case u.title.Kind != title.Office:
			return nil
		default:
			posts := rd.binder(units).resolveChain([]unit{u})
			for n := range posts {
				posts[n].Status = reading.Appointed
				if strings.Contains(rd.v.Text(u.end, units[len(units)-1].end), "候选人") {
					posts[n].Status = reading.Proposed
				}
			}
			return posts
		}
	}
	return nil
}
