package post

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/title"
)

// aides are the heads of those who serve the holder of another post, whose title stands in front of theirs: 某国总统|外事顾问, 某组织秘书长|发言人.
// 代表 alone isn't one: who 市委书记|代表市委 speaks is the secretary.
var aides = zh.Words("发言人 顾问 特使 助理 秘书 特别代表 高级代表 个人代表 特派代表")

// aide takes the title of whom u serves, at the end of out, into that of u, and tells how many units that is. It is no post of the holder of u: it is
// that of whoever bears it. Behind a name it is his: 甲主席|特别代表、国务委员乙.
func (rd *Reader) aide(out []unit, u *unit) int {
	n := len(out)
	p := out[n-1]
	wed := u.title.Kind == title.Occupation && zh.EndsWith(u.title.Text, "夫人")
	if p.kind != uPost || p.title.Kind != title.Office || !free(*u) || !wed && !aides[u.title.Head] {
		return 0
	}
	if n > 1 && out[n-2].kind == uName && out[n-2].end == p.start {
		return 0
	}
	if wed { // with all his titles: 某国民族领袖、人民委员会主席|夫人
		k := 1
		for n > k+1 && out[n-k-1].kind == uPause && out[n-k-2].kind == uPost {
			k += 2
		}
		return k
	}
	u.place, u.body, u.ours, u.generic, u.organ = p.place, p.body, p.ours, p.generic, p.organ
	u.title.Text = p.title.Text + u.title.Text
	u.title.Bare = false
	return 1
}

// ofHead tells the title of who serves the head of a state or of its government: 总统外事顾问.
func ofHead(t title.Title) bool {
	return aides[t.Head] && zh.BeginsWith(t.Text, "总统", "总理", "首相", "国王", "国家主席")
}
