package post

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
)

// phantom tells a name that is none although it stands where names do: the head of another's (习近|平等), one with the word of direction
// in front of it (向|习近平), a village (某头村|党委书记), a word behind what somebody is (台湾同胞|福祉), whom a built place is called after.
func (rd *Reader) phantom(p *person) bool {
	r := []rune(p.name)
	switch {
	case rd.eponym(p), len(p.posts) == 0 && rd.thingLike(p):
		return true
	case strings.Contains(p.name, "·") || p.script == lattice.Foreign:
		return false
	case r[0] == '向' && len(r) > 2 && !p.holds() && (rd.byName[string(r[1:])] != nil || zh.BeginsWith(string(r[1:]), "两", "双", "各", "全")):
		return true
	case strings.ContainsRune("府向", r[0]) && len(r) > 2 && rd.everywhere(p, func(before, behind string) bool {
		return zh.EndsWith(before, "主席", "总统", "总理", "书记") && (r[0] == '府' || behind != "" && lattice.Transcribes([]rune(behind)[0]))
	}):
		return true // 主席|府广场, 习近平主席|向拉赫|蒙总统
	case len(r) == 3 && strings.ContainsRune("桥坝沟湾塘坪庄", r[2]) && rd.everywhere(p, func(_, behind string) bool {
		return behind == "社区" || behind == "街道"
	}):
		return true // 邢家桥|社区党委书记
	case r[len(r)-1] == '村' && len(r) == 3 && !p.holds():
		return !rd.listedAmong(p)
	}
	if len(r) == 2 && p.odds < lattice.OfferedOdds && p.ledBare() {
		return true // 总书记|殷殷嘱托, 总书记|步行察看
	}
	return len(r) == 2 && (rd.headOfName(p) || surnamed[p.name] && p.odds < lattice.OfferedOdds && !slices.ContainsFunc(p.posts, func(q reading.Post) bool { return !q.Occupation }))
}

// thingLike tells whether p's name stands everywhere as that of a storm, in quotes, or of a town abroad that no list has.
func (rd *Reader) thingLike(p *person) bool {
	text := rd.r.Text.Runes
	foreign := p.script == lattice.Foreign
	return len(p.spans) > 0 && !slices.ContainsFunc(p.spans, func(s reading.Evidence) bool {
		before, behind := string(text[max(0, s.Start-longestTownWord):s.Start]), string(text[s.End:min(len(text), s.End+longestTownList)])
		switch {
		case strings.HasSuffix(before, "“") && strings.HasPrefix(behind, "”"):
			return false
		case foreign:
			return !townBehind.MatchString(behind) && !zh.EndsWith(before, "首府", "首都", "位于", "台风", "飓风", "风暴", "港口", "小镇", "城市")
		}
		return true
	})
}

// townBehind is what stands behind towns, or a list of them.
var townBehind = regexp.MustCompile(`^(?:[、和与及][\p{Han}·]{2,8}){0,6}(?:等地|等市|等城|[两三四五]地|市|镇|附近|一带|方向|地区|以[东南西北])`)

// longestTownList and longestTownWord bound what is looked at behind and before a name.
const (
	longestTownList = 40
	longestTownWord = 2
)

// eponym tells whether p is only he whom a built place is called after: 哈立德|国王国际机场.
func (rd *Reader) eponym(p *person) bool {
	text := rd.r.Text.Runes
	return len(p.spans) > 0 && !slices.ContainsFunc(p.spans, func(s reading.Evidence) bool {
		return !calledAfter.MatchString(string(text[s.End:min(len(text), s.End+longestEponym)]))
	})
}

// calledAfter is the title of him whom a built place is called after, with what that is.
var calledAfter = regexp.MustCompile(`^(?:国王|女王|王储|亲王|苏丹|埃米尔|总统|元帅|将军)(?:国际)?(?:机场|会议中心|会展中心|体育场|清真寺|大桥|大道|大学|医院|广场|纪念馆|图书馆|博物馆|航母|号)`)

// longestEponym bounds that, in characters.
const longestEponym = 9

// ledBare tells whether nothing is known of p but that 总书记 alone stands in front, which papers put behind a name.
func (p *person) ledBare() bool {
	return len(p.posts) > 0 && !slices.ContainsFunc(p.posts, func(q reading.Post) bool {
		return !q.Inherited || q.Title != "总书记" || q.Evidence.Rule == "title.behind"
	})
}

// holds tells whether p has a post of its own: 州长向各军 has 向 for a surname.
func (p *person) holds() bool {
	return slices.ContainsFunc(p.posts, func(q reading.Post) bool { return !q.Inherited && !q.Occupation })
}

// headOfName tells whether p's name goes on, wherever it stands, as that of another person of the article.
func (rd *Reader) headOfName(p *person) bool {
	for _, s := range p.spans {
		if s.End >= len(rd.r.Text.Runes) || rd.byName[p.name+string(rd.r.Text.Runes[s.End])] == nil {
			return false
		}
	}
	return len(p.spans) > 0
}

// everywhere tells whether is holds of the two characters before and behind p's name wherever it stands.
func (rd *Reader) everywhere(p *person, is func(before, behind string) bool) bool {
	text := rd.r.Text.Runes
	return len(p.spans) > 0 && !slices.ContainsFunc(p.spans, func(s reading.Evidence) bool {
		return !is(string(text[max(0, s.Start-2):s.Start]), string(text[s.End:min(len(text), s.End+2)]))
	})
}

// listedAmong tells whether p stands in a list of names somewhere.
func (rd *Reader) listedAmong(p *person) bool {
	return slices.ContainsFunc(p.spans, func(s reading.Evidence) bool {
		return s.Start > 0 && rd.r.Text.Runes[s.Start-1] == '、' || s.End < len(rd.r.Text.Runes) && rd.r.Text.Runes[s.End] == '、'
	})
}

// surnamed are words of every day that begin with a surname, and stand behind what somebody is: 同胞|福祉, 全体同志|敬礼, 三代航天员|齐聚.
var surnamed = zh.Words(`敬礼 敬意 敬酒 福祉 福音 福利 齐聚 齐心 齐唱 齐声 祝贺 祝愿 祝福 祝词 宣言 宣告 宣布 聆听 商定 商讨 商议 希冀 希望 步行 步伐 步入 茶叙 科普 科研 海关 海外 才会 才能 才有 才可 惠誉 惠及 白露 万人 方能 方可
连任 连线 连夜 连续 安全 安排 安置 安危 安慰 和平 和谐 和睦 高度 高兴 高举 严格 严肃 严正 包括 包含 包围 应该 应邀 应对 应急 应约 任命 任期 任职 任务 单独 全体 全部 全程 全力 全面 全新 时代 时刻 关心 关注 关怀 成功 成立 成为 成长
温暖 文明 文粹 文艺 卫生 项目 方案 方式 方向 方便 柏油 鲜花 强调 强军 强化 尚未 尚在 保护 保障 保卫 平等 平安 广大 广泛 支持 支援 相关 相互 相聚 相约 援柬 援外 来宾 来访 代表 介绍 经过 经济 管理 管护 简介 简要 干事 干部 荣获 荣誉 荣立 纪实 纪事 纪要`)
