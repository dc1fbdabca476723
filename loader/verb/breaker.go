package verb

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
)

// breakers are verbs that never stand in the name of a body: what comes after them begins it.
var breakers = zh.Words(`走进 来到 前往 参观 考察 架起 到 赴 会见 访问 成立 建立 组建 委托 通过 根据 支持 加入 负责 担任 任 当选 告诉 表示 说 称 是 有 在 从 向 对 由 被 把 让 使 与 同 为 经 据 至 于 及 给 跟 比 按 按照
走访 洽谈 商谈 看望 慰问 调研 视察 检查 邀请 率领 率 带领 陪同 参加 出席 主持 举行 召开 举办 签署 签订 了解 获悉 要求 指导 推动 依托 打造 位于 坐落 建成 启动 开通 进入 抵达 离开 返回 毕业 就读 供职 作为 成为 包括 涉及 介绍 报道 发布 获得 入选 新建 改建 扩建 助力 协助 帮助 提供 关于 接受 实现 选择 代表 捐赠 引进 落户 入驻 调任 兼任 历任 现任 曾任 拟任 免去 任命 批准 提交 收到 送到 送往 转入 回到 走出 感谢 希望 支援 援建 对接 属于 创建 创办 开展 参与 进行 加强 推进 深化 成功 暨 共建 愿 还 将 来自 设立 隶属 隶属于 属于 聚焦 服务于 调配 派出 派遣 抽调 调派 出动 集结
发生 再次发生 优化 弘扬 落实 贯彻 拓宽 培育 游览 漫步 亮相 途经 途径 祝贺 泛舟 明确 规定 援引 坚定 坚持 完善 健全 提升 提高 扩大 增强 守护 畅通 打通 丰富 巩固 补齐 发挥 肯定 彰显 展现 迎来 落地 登陆 穿越 驶入 驶出 驶抵 步入 走入 涌入 进驻 撤离 袭击 打击 摧毁 空袭 轰炸 占领 距离 毗邻 紧邻 靠近 临近 会同 曝光 重塑 就读于 兴建 地处 力克 战胜 击败 对阵 迎战 不敌 安排 用足 面向 推行 齐聚 汇报 恢复`)

// Breaks tells a word behind which a name begins: a verb, one of saying with how before it (明确提出), one with 好 behind it (抓好,
// 落实好; not 友好), where something lies (北距), or since when (今年以来).
func Breaks(w string) bool {
	if breakers[w] || zh.EndsWith(w, "以来", "年来", "两天", "几天") {
		return true
	}
	if r := []rune(w); len(r) == 4 && Of(string(r[2:])) == Says {
		return true // 明确提出
	}
	if done, ok := strings.CutSuffix(w, "好"); ok {
		return done != "" && !kindly[w] && strings.HasPrefix(lexicon.TagOf([]rune(done)), "v")
	}
	side, ok := strings.CutSuffix(w, "距")
	return ok && len([]rune(side)) == 1 && strings.Contains("东西南北", side)
}

// kindly are words in 好 that are none of those.
var kindly = zh.Words("友好 爱好 喜好 嗜好 讨好 相好")
