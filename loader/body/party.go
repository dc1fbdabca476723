package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// commonParties are words in 党 that name no party.
var commonParties = zh.Words("党 执政党 在野党 反对党 政党 全党 我党 两党 各党 本党 该党 参政党 多党 一党 朋党 死党 余党 同党 结党 建党 入党 爱党 管党 治党 从严治党 整党 退党 脱党 党外 民主党派 中国共产党 共产党 管党治党 强党 兴党")

// unitParties are where the party has its branches, and 党: the head of 村党支部.
var unitParties = []string{"村党", "镇党", "乡党", "县党", "市党", "区党", "省党", "州党", "校党", "厂党", "局党", "院党", "社区党", "街道党", "企业党", "单位党", "机关党"}

// IsCommonParty tells a word in 党 that names no party.
func IsCommonParty(word string) bool {
	return commonParties[word] || slices.Contains(unitParties, word)
}

// partyHeads are the heads of posts that parties have.
var partyHeads = zh.Words("党首 主席 总书记 总裁 领袖 领导人 发言人 党鞭 干事长 秘书长 最高委员 多数党领袖 国会议员")

// party tells whether x names a political party: one word of its own, or a place and at least two characters before 党.
func (rd *Reader) party(tokens []lattice.Token, x Thing, k int) bool {
	t := tokens[k]
	name := rd.v.Runes[x.Start:x.End]
	if x.Anchor == NoAnchor && len(name) > 2 && x.Hi < len(tokens) && ledAsParty(name, tokens[x.Hi]) {
		return true // 共同民主党党首
	}
	for n := 1; n <= 4 && n <= len(name); n++ {
		if IsCommonParty(string(name[len(name)-n:])) && (n > 1 || len(name) < 4) && string(name[len(name)-n:]) != "共产党" {
			return false
		}
	}
	switch {
	case x.Anchor == PlaceAnchor:
		return x.End-1-tokens[x.Lo].End >= 1 && !lattice.IsParticle(name[len(name)-2]) && !rd.deeds(tokens[x.Lo+1:x.Hi])
	case x.Lo == k:
		return t.Kind == lattice.Word && t.Tag != "v" && t.End-t.Start > 2 && string(name) != "共产党"
	}
	return false
}

// ledAsParty tells whether next, right behind a name in 党, is the post of somebody who leads a party, and the name none of any party's.
func ledAsParty(name []rune, next lattice.Token) bool {
	if next.Kind != lattice.Post || !partyHeads[next.Title.Head] {
		return false
	}
	return !IsCommonParty(string(name)) && !zh.EndsWith(string(name), "两党", "三党", "各党") && !lattice.IsParticle(name[len(name)-2])
}

// deeds tells whether the words between a place and 党 tell what is done rather than whose party it is: 某地|认真|贯彻|落实|党.
func (rd *Reader) deeds(tokens []lattice.Token) bool {
	for _, t := range tokens {
		if t.Kind == lattice.Word && !partyVerbs[rd.v.Text(t.Start, t.End)] && (t.Tag == "d" || t.Tag == "ad" || t.Tag == "p" || t.Tag == "c" || t.Tag == "t" || noParty[rd.v.Text(t.Start, t.End)]) {
			return true
		}
	}
	return false
}

// noParty are the words that stand in front of 党 and in no party's name.
var noParty = zh.Words("组织 落实 贯彻 加强 推进 深化 坚持 时期 时代 新时代 赢得 执政 在野 反对 主要 最大")

// PartyName is the full name of the party x, x's own name if it is its fullest.
func (x Thing) PartyName() string {
	name := x.Name
	if x.Full != "" {
		name = x.Full
	}
	for _, centre := range []string{"中央委员会", "中央"} {
		if head, ok := strings.CutSuffix(name, centre); ok && head != "" {
			name = head
			break
		}
	}
	if full := org.FullNames(name); len(full) > 0 {
		return full[0]
	}
	return name
}
