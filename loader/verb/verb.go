// Package verb classes words by what they do to the posts and names beside them: who is appointed, who speaks, who only acts.
package verb

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// Class is what a word does to the posts or names beside it.
type Class uint8

// The classes of verbs.
const (
	None     Class = iota
	Appoints       // 任命 NAME 为 POST
	Elects         // NAME 当选 POST
	Holds          // NAME 任 POST
	HoldsNow       // NAME 现任 POST
	Held           // NAME 历任 POST
	Proposes       // NAME 拟任 POST
	Removes        // 免去 NAME 的 POST 职务
	Leaves         // NAME 不再担任 POST
	Is             // NAME 是 POST
	By             // POST 由 NAME 担任
	Says
	Does  // what persons do at events: 参加, 出席, 主持
	Acts  // what anybody does
	Calls // 名叫 NAME
)

var verbWords = map[Class]string{
	Appoints: "任命 决定任命 聘任 聘请 委任 增补 递补 推定 补选 推选 推举 选举 任用 选任 提名任命",
	Elects:   "当选 当选为 连任 就任 获任 接任 继任 出任 履新",
	Holds:    "任 担任 兼任 兼 升任 转任 调任 改任 续任 主政 执掌 代理",
	HoldsNow: "现任 时任现职",
	Held:     "历任 曾任 先后任 先后担任 曾担任 曾先后任 曾先后担任 原任 曾是 做过 当过 任过",
	Proposes: "拟任 提名 提名任 提名担任 提名为 拟提名 拟提名为 拟推荐为 拟推荐提名为 拟提拔 拟提任 拟任命 提名推荐 推荐 拟",
	Removes:  "免去 免除 罢免 撤销 撤去 解除",
	Leaves:   "不再担任 不再兼任 辞去 辞任 卸任 离任 不再任 卸去",
	Is:       "是 系 为",
	By:       "由",
	Says:     "说 表示 指出 强调 告诉 介绍 认为 称 透露 坦言 感慨 回忆 说道 笑着 感叹 直言 回答 解释 谈到 提到 提出 要求 宣布 呼吁 重申 希望 指示 讲 道 问 答 讲述 感慨道 介绍道 笑道 答道 问道 补充 发言 致辞 讲话 评价 算 反复 坦承 谈起 说起 听说 叮嘱 嘱咐 勉励 高兴 激动 自豪",
	Does:     "参加 出席 主持 陪同 会见 率 率领 率团 率队 带队 汇报 宣读 列席 考察 调研 访问 签署 签订 签字 抵达 前往 赴 来到 走进 致电 会谈 举行 作 作出 见证 代表 分别 共同 一同 应邀 应约 检查 慰问 看望 随同 随行 一行 当选 通报 主讲 点评 当即 感谢 祝贺 欢迎 逝世 去世 同志 先生 女士 报名 获得 夺得 荣获 搭档",
	Acts:     "与 同 在 到 也 还 都 则 就 又 正 正在 已 已经 曾 带 带着 开 打 打开 拿 拿着 握 坐 站 走 住 种 养 买 卖 忙 打算 高度 接受 接过 离开 等 来 去 找 把 将 想 用 看 听 承包 经营 翻开 指着 摸 摸着 拎 端 捧 举 扛 背 第一次 每天 今年 去年 从 为 给 对 向 和 告别",
	Calls:    "名叫 叫 叫做 叫作 全名叫 全名 姓名 艺名 原名 曾用名 取名 本名 大名 小名 乳名 自称 名字叫 起名 取名叫",
}

var verbs = func() *zh.Table[Class] {
	m := map[string]Class{}
	for c := Appoints; c <= Calls; c++ {
		for _, w := range strings.Fields(verbWords[c]) {
			if _, ok := m[w]; !ok {
				m[w] = c
			}
		}
	}
	return zh.TableOf(m)
}()

// Of is the class of a word, None of one that is none of these verbs.
func Of(word string) Class { return verbs.At(word) }

// IsActing tells a verb of what persons say and do, or anybody does.
func IsActing(word string) bool {
	switch Of(word) {
	case Says, Does, Acts:
		return true
	}
	return false
}

// Acting is those verbs.
func Acting() []string {
	var list []string
	for _, c := range [...]Class{Says, Does, Acts} {
		list = append(list, strings.Fields(verbWords[c])...)
	}
	return list
}
