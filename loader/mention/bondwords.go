package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
)

// partyVerbs are the verbs that names of parties begin with: 联合民主党.
var partyVerbs = zh.Words("联合 统一 团结 共同 解放 保卫 进步 复兴 前进 拯救 重建 变革 独立 斗争")

// sets are the verbs between a place and what is built there.
var sets = zh.Words("建设 发展 推广 组织 规划 打造 实施 创建 布局 启动 设置")

// nations are the words that stand for the whole country in front of a body.
var nations = zh.Words("国家 党和国家 中央 中共 中华 中共中央 国务院")

// breakers are verbs that never stand in the name of a body: what comes after them begins it.
var breakers = zh.Words(`走进 来到 前往 参观 考察 到 赴 会见 访问 成立 建立 组建 委托 通过 根据 支持 加入 负责 担任 任 当选 告诉 表示 说 称 是 有 在 从 向 对 由 被 把 让 使 与 同 为 经 据 至 于 及 给 跟 比 按 按照
走访 看望 慰问 调研 视察 检查 邀请 率领 率 带领 陪同 参加 出席 主持 举行 召开 举办 签署 签订 了解 获悉 要求 指导 推动 依托 打造 位于 坐落 建成 启动 开通 进入 抵达 离开 返回 毕业 就读 供职 作为 成为 包括 涉及 介绍 报道 发布 获得 入选 新建 改建 扩建 助力 协助 帮助 提供 关于 接受 实现 选择 代表 捐赠 引进 落户 入驻 调任 兼任 历任 现任 曾任 拟任 免去 任命 批准 提交 收到 送到 送往 转入 回到 走出 感谢 希望 支援 援建 对接 属于 创建 创办 开展 参与 进行 加强 推进 深化 成功 暨 共建 愿 还 将 来自 设立 隶属 隶属于 属于 聚焦 服务于 调配 派出 派遣 抽调 调派 出动 集结
发生 再次发生 优化 弘扬 落实 贯彻 拓宽 培育 游览 漫步 亮相 途经 途径 祝贺 泛舟 明确 规定 援引 坚定 坚持 完善 健全 提升 提高 扩大 增强 守护 畅通 打通 丰富 巩固 补齐 发挥 肯定 彰显 展现 迎来 落地 登陆 穿越 驶入 驶出 驶抵 步入 走入 涌入 进驻 撤离 袭击 打击 摧毁 空袭 轰炸 占领 距离 毗邻 紧邻 靠近 临近 会同 曝光 重塑 就读于 兴建 地处 力克 战胜 击败 对阵 迎战 不敌 安排 用足 面向 推行 齐聚 汇报 恢复`)

// breaker tells a word behind which a name begins: a verb, one with 好 behind it (抓好, 落实好; not 友好), where something lies
// (北距), or since when (今年以来).
func breaker(w string) bool {
	if breakers[w] || zh.EndsWith(w, "以来", "年来", "两天", "几天") {
		return true
	}
	if done, ok := strings.CutSuffix(w, "好"); ok {
		return done != "" && !kindly[w] && strings.HasPrefix(lexicon.TagOf([]rune(done)), "v")
	}
	side, ok := strings.CutSuffix(w, "距")
	return ok && len([]rune(side)) == 1 && strings.Contains("东西南北", side)
}

// kindly are words in 好 that are none of those.
var kindly = zh.Words("友好 爱好 喜好 嗜好 讨好 相好")

// organVerbs are the verbs that stand in names of bodies: 市场监督管理局, 医疗保障局.
var organVerbs = zh.Words(`服务 管理 监督 发展 改革 保障 规划 建设 教育 旅游 统计 监测 检测 检验 检疫 评审 审评 救援 救助 审批 执法 预防 控制 治疗 研究 运营 运输 投资 促进 合作 交流 保护 利用 开发 培训 就业 创业 信访 审计 接待 收费 贸易 制造 设计 安装 维修 配送 物流 采购 销售 供应 加工 种植 养殖 推广 示范 孵化 创新 转化 出版 发行 广播 传播 拍卖 招标 交易 结算 登记 仲裁 调解 援助
计划 生育 消防 抢险 减灾 防灾 救灾 抗旱 防汛 储备 调度 指挥 协调 联络 督查 巡视 巡察 监察 立法 调查 通信 通讯 测绘 勘察 勘探 开采 冶炼 印刷 纺织 酿造 养护 绿化 供水 供电 供热 供销 排水 租赁 担保 咨询 评估 鉴定 认证 代理 经营 支付 信托 保险 康复 护理 养老 殡葬 救护 急救 防治 筹备 竞赛 训练 演出 收藏 编辑 翻译 编译 扶贫 振兴 招商 引资 联合 组织 进出口 出口 进口 上市 控股 应急 质检 安监 复垦 帮扶 协作 援藏 援疆 疏浚 移民 搬迁 安置 征收 治理 修复 绿化 清洁 回收 屠宰 侦查 研发 育种 预警 监理 检修 测试 试验 体验 传承 展示 宣传 宣教 反恐 缉毒 缉私 禁毒 维权 招生 考试 表彰 普查 考核 评选 评价 资助 防控 管控 献血 助残 助学 普法 征兵 快递 家政 烹饪 婚庆 摄影 直播 钓鱼 登山 收养`)

// central are the endings of bodies of the party's centre and the state that are called after what they do.
var central = []string{"领导小组", "委员会", "指挥部", "工作组", "督导组"}
