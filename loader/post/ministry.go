package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// portfolios are the heads of posts of a state that say what they are for between the state and themselves: 伊朗情报部长,
// 中国气候变化事务特使, 以色列军方发言人.
var portfolios = zh.Words("谈判代表 首席谈判代表 贸易代表 部长 大臣 国务大臣 特使 代表 特别代表 协调员 助理 顾问 发言人 新闻秘书 秘书 国务秘书 专员 委员")

// portfolio takes the words of a portfolio into the title of u: what stands between it and its country, or the post before
// 兼, or the office that it serves (总统|气候问题|特使). It gives back what is left of out.
func (rd *Reader) portfolio(out []unit, u *unit) []unit {
	if !portfolios[u.title.Head] || u.title.Organ != "" || u.place >= 0 || u.body >= 0 || u.title.Kind != title.Office {
		return out
	}
	n, listed := len(out), false
	for k := n - 1; k >= 0 && n-k <= longestPortfolio; k-- {
		p := out[k]
		if k == n-1 && p.end != u.start || k < n-1 && p.end != out[k+1].start {
			return out
		}
		words := k < n-1
		switch {
		case listed && p.kind == uPost:
			if out[k+1].kind == uPause {
				rd.entrust(out[k+2:], u) // 某党主席、经济统筹|部长
				return out[:k+2]
			}
			return out
		case words && p.kind == uPause && zh.EndsWith(u.title.Head, "部长", "大臣"):
			listed = true // 环境、气候与通讯部长
			continue
		case words && p.kind == uWord && p.end-p.start == 1 && rd.byState(u, p):
			if !forces[out[k+1].text] { // 乌|军|发言人
				rd.entrust(out[k+1:], u)
			}
			u.start, u.from = p.start, p.from
			return out[:k]
		case k < n-1 && p.kind == uPlace && matters[out[k+1].text]: // 总统|中国|事务|特使
		case words && p.text == "中国政府": // 中国政府|中东|问题|特使
			return rd.ofGovernment(out, k, u)
		case words && p.kind == uPlace && p.place >= 0 && rd.state1(p), words && p.kind == uAlso && k > 0 && out[k-1].kind == uPost, words && rd.formerly(out[:k+1]):
			rd.entrust(out[k+1:], u)
			return out[:k+1]
		case words && p.kind == uPost && (stateTitle(p.title) && p.title.Bare || p.title.Head == "秘书长" && p.body >= 0):
			rd.entrust(out[k+1:], u)
			u.title.Text = rd.v.Text(p.title.Start, p.end) + u.title.Text
			u.start, u.from, u.place, u.body = p.start, p.from, p.place, p.body
			return out[:k]
		case words && p.kind == uJoin:
		case p.kind != uWord || !within(p) && p.text != "自然" || p.verb != verb.None || strings.HasSuffix(p.text, "人"):
			return out
		}
	}
	return out
}

// formerly tells whether a state and 前 end out: 某国|前|首席|核|谈判代表.
func (rd *Reader) formerly(out []unit) bool {
	n := len(out)
	if n < 2 || out[n-1].kind != uStatus {
		return false
	}
	p := out[n-2]
	return p.kind == uPlace && p.place >= 0 && p.end == out[n-1].start && rd.state1(p)
}

// ofGovernment takes China's government, unit k of out, and the words behind it into u.
func (rd *Reader) ofGovernment(out []unit, k int, u *unit) []unit {
	rd.entrust(out[k+1:], u)
	u.start, u.from, u.ours = out[k].start, out[k].from, true
	return out[:k]
}

// longestPortfolio bounds the units between a country and the title of its minister.
const longestPortfolio = 10

// matters are the words behind a country that make it the matter of an office.
var matters = zh.Words("事务 问题")

// entrust puts words in front of the title of u.
func (rd *Reader) entrust(words []unit, u *unit) {
	u.title.Text = rd.v.Text(words[0].start, u.start) + u.title.Text
	u.title.Bare = false
	u.start, u.from = words[0].start, words[0].from
}
