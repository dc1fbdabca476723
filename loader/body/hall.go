package body

import (
	"regexp"

	"github.com/baopu/baopu/loader/lattice"
)

// What stands right behind a building can be a room in it, which is then what is named: 人民大会堂|北大厅, 县文化馆|多功能厅.

// hall is a room for many at the beginning of what stands behind the name of a building.
var hall = regexp.MustCompile(`^(?:[0-9一二三四五六七八九]+(?:楼|层)|第?[0-9一二三四五六七八九]+号|[东西南北中大小]|新闻|学术|国际|中央|金色|门诊|多媒体)*(?:大厅|(?:报告|会议|多功能|音乐|发布|演播|展示|宴会|会见)厅)`)

// longestHall bounds it, in characters.
const longestHall = 10

// rooms stretches each of list, things of tokens in order, over the room that stands behind it, and drops what is part of that.
func (rd *Reader) rooms(tokens []lattice.Token, list []Thing) []Thing {
	out := list[:0]
	for _, x := range list {
		if n := len(out); n > 0 && out[n-1].End > x.Start {
			continue
		}
		if room := rd.roomBehind(x); room != "" {
			if hi, ok := tokenTo(tokens, x.Hi, x.End+len([]rune(room))); ok {
				x.Hi, x.End = hi, x.End+len([]rune(room))
				x = x.Named(rd.v)
			}
		}
		out = append(out, x)
	}
	return out
}

// roomBehind is the room that stands behind x, "" if none does or x is no building.
func (rd *Reader) roomBehind(x Thing) string {
	if !x.Facility {
		return ""
	}
	return hall.FindString(rd.v.Text(x.End, min(x.End+longestHall, len(rd.v.Runes))))
}
