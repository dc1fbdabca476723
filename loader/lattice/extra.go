package lattice

import (
	"slices"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/wordlist"
	zhplace "github.com/baopu/baopu/loader/place"
)

// extraWord is a word that the lexicon lacks.
type extraWord struct {
	text, tag string
	cost      float32
}

// extraWords is the words of extra and the fixed pairs, in byte order.
var extraWords = sync.OnceValue(func() []extraWord {
	var out []extraWord
	have := map[string]bool{}
	add := func(word, tag string, cost float32) {
		if !have[word] {
			out = append(out, extraWord{word, tag, cost})
		}
		have[word] = true
	}
	for tag, words := range extra {
		for w := range strings.FieldsSeq(words) {
			add(w, tag, 8)
		}
	}
	for w := range strings.FieldsSeq(phrases) {
		add(w, "l", 8)
	}
	for _, w := range zhplace.KnownNames() {
		add(w, "nz", 8)
	}
	for w := range fixedPairs {
		add(w, "j", 9)
	}
	for w := range homeWords { // 我县, which the lexicon lacks beside 我市
		add(w, "r", 8)
	}
	slices.SortFunc(out, func(a, b extraWord) int { return strings.Compare(a.text, b.text) })
	return out
})

var extras = sync.OnceValue(func() *wordlist.List {
	l := wordlist.New(512, 2048)
	for _, w := range extraWords() {
		l.Add(w.text)
	}
	l.Done()
	return l
})

// extra are words of the genre that the lexicon lacks, by their part of speech.
var extra = map[string]string{
	"v": `提名任 提名担任 拟提名 拟提名为 拟推荐 拟推荐为 拟提拔 拟提任 拟任命 拟推荐提名 拟推荐提名为 率队 带队 主持召开 致辞 调研 指出 通电话 点赞 会同 冲在 走在 来华 访华 对华 作客 接访 拉家常 唠家常 话家常 监誓 领誓 随团`,
	"n": `其弟 其兄 其妹 其姐 其父 其母 其妻 其夫 其子 其女 同志 代表团 考察团 两地 两市 两县 两区 两省 两国 三地 市直 县直 一行 河长制 林长制 链长制 网格化 图书馆
接访日 接待日 热线 全名 子女 航母 打击群 战斗群 任上 城投 建投 交投 水投 旅投 文旅投 农投 国投 产投
城建投 金控 宣讲团 客商团 商务团 经开区 文旅 主席国 轮值主席国 主席团 总理府 总统府 书记处 市长热线 部长级
部长会议 外长会 外长会议 主任会议 总统选举 总统大选 总理会晤 县长办公会 台企 局长办公会 会长单位 理事国 观察员国
成员国 委员会 委员们 代表们 代表大会 代表队 主席令 总统令 部长通道 委员通道 代表通道 领导人 领导班子
领导小组 敬老院 养老院 陈列馆 教授级 书记们 专家组 专家们 同志们 记者会 记者站 记者们 主席们`,
	"j": `京蒙`,
	"nt": `检查委员会 发展改革委 发展和改革委 卫生健康委 住房城乡建设委 水产站 妇联 居委会 村委会 中西医结合医院 执法支队 林业局
空天军 外侨办 农工办 领导组 调查队 食药监局 金融办 双拥办 史志办 法制办 河长办 林长办 商务委 城管委 民宗委
台侨办 青救会 妇救会 农救会 区小队 武工队 县大队 儿童团 民族宗教事务局 民族宗教局 民族宗教事务委员会 民族宗教委 民族事务局 创城办 创文办 移民办 项目办 重点办 政务办 政府办 营商办 招商办 老龄办 地志办 食安办 贸促会 工商局
经科局 教科局 投促局 旅发局 民宗局 工信局 农业农村局 人社局 住建局 文旅局 发改局 市监局 卫健局 医保局
应急局 民政局 城管局 水务局 交运局 商务局 财政局 教体局 林草局 生态环境局 自然资源局 退役军人局 信访局
文体局 广电局 科技局 审计局 统计局 农牧局 乡村振兴局 市场监管局 机关工委 工委 管委会 卫健委 发改委 经信委
住建委 国资委 新闻办 文明办 督查室 巡视办 巡察办 融媒体中心 外事办公室 台办 侨办 编办 网信办 党工委 宣传部 统战部 组织部
政法委 老干部局 行政审批局 大数据局 投资促进局 招商局 文化馆 社保局 农技站 供销社`,
	"vn": `援藏 援疆`,
	"f":  `后`,
}
