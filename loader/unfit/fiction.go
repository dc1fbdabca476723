package unfit

import (
	"strings"
	"unicode"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
)

// gestures are what a narrator tells of officials and a reporter never does.
const gestures = `心中暗想 心里暗想 心中一动 心里一动 心头一震 心里一沉 心里咯噔 心中一凛 暗自思忖 暗自盘算 暗暗叫苦 冷笑一声 冷笑道 苦笑了一下
苦笑一声 微微一笑 淡淡一笑 嘿嘿一笑 哈哈一笑 似笑非笑 不动声色地 眉头一皱 皱了皱眉 眉头紧锁 叹了口气 长叹一声 倒吸一口凉气
点燃一支烟 点上一支烟 掐灭了烟 掐灭烟头 吐出一口烟 抿了一口茶 呷了一口茶 脸色一变 脸色铁青 脸色一沉 愣了一下 怔了怔 沉默了片刻
沉吟片刻 瞥了一眼 瞪了一眼 拍了拍他的肩膀 压低声音 推门而入 挂断电话后 放下电话 靠在沙发上 靠在椅背上 后台很硬 背后的靠山`

// books say of themselves that they are made up.
const books = `纯属虚构 如有雷同 未完待续 长篇小说 小说连载 官场小说 请勿对号入座 本故事 章节目录 下一章 上一章 全文阅读`

// offices are what makes it fiction about officials.
const offices = `书记 市长 县长 省长 区长 局长 厅长 部长 主任 秘书长 镇长 乡长`

// fiction weighs the signs of a story about officials: a province that there isn't, what only books say, chapters, gestures.
func fiction(text []rune, said sights) signs {
	var s signs
	if !said.holds(office, 0, len(text)) {
		return s
	}
	said.each(book, func(_ int32, start, end int) { s.add(3, start, end) })
	seen := map[int32]bool{}
	said.each(gesture, func(n int32, start, end int) {
		if !seen[n] {
			s.add(1, start, end)
		}
		seen[n] = true
	})
	provinces := map[string]bool{}
	for i := range text {
		if n := chapter(text, i); n > 0 {
			s.add(2, i, i+n)
		}
		if n := nowhere(text, i); n > 0 && !provinces[string(text[i:i+n])] {
			provinces[string(text[i:i+n])] = true
			s.add(3, i, i+n)
		}
	}
	return s
}

// chapter is the length of 第十二章 at the beginning of a line, 0 where none stands. Laws have chapters too, in their text only.
func chapter(text []rune, i int) int {
	if text[i] != '第' || i > 0 && text[i-1] != '\n' {
		return 0
	}
	for n := 1; n < 6 && i+n < len(text); n++ {
		r := text[i+n]
		if (r == '章' || r == '回') && n > 1 {
			return n + 1
		}
		if !strings.ContainsRune("一二三四五六七八九十百零〇两", r) && !unicode.IsDigit(r) {
			return 0
		}
	}
	return 0
}

// nowhere is the length of a province of two characters at i that has a committee, a government or a governor and isn't one
// of China's: 江东省委. 0 for anything else: two characters that are an ordinary word are no name (宣布省委).
func nowhere(text []rune, i int) int {
	if i+3 >= len(text) || text[i+2] != '省' || !zh.IsHan(text[i]) || !zh.IsHan(text[i+1]) {
		return 0
	}
	if next := text[i+3]; next != '委' && next != '长' && !at(text, i+3, "政府") && !at(text, i+3, "纪委") {
		return 0
	}
	if i > 0 && zh.IsHan(text[i-1]) && !strings.ContainsRune("在到赴由向和与任为是的原从", text[i-1]) {
		return 0 // 黑龙江省委
	}
	if tag := lexicon.Default().Tag(text[i : i+2]); tag != "" && tag != "ns" || strings.ContainsRune("各本我该两三多外全邻跨入出", text[i]) || strings.ContainsRune("各本我该两三多外全邻跨国分", text[i+1]) {
		return 0
	}
	for _, p := range gazetteer.Default().NamedFolded(text[i : i+3]) {
		if p.Place.Level == gazetteer.Province || p.Place.Kind == gazetteer.Abroad {
			return 0
		}
	}
	return 3
}
