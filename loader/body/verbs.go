package body

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// predicates are the verbs of news of which what stands behind them is the object: no name of a body goes on with them, though other
// verbs stand in names behind a place (某国|选举|委员会, 某市|开放|大学).
var predicates = zh.Words(`启用 加快 引发 达到 结为 缔结 下属 围绕 展开 撤出 袭击 打击 组成 迎接 面向 设有 拥有 建有 开设 成为 形成
提升 增加 新增 扩大 优化 完善 实施 推出 取得 获评 荣获 关闭 开启 覆盖 惠及 依靠 借助 投入 投用 投资 携手
联手 率先 选派 选送 安排 部署 落实 强化 突出 坚持 坚守 遭遇 遭到 遭受 摧毁 占领 解放 轰炸 空袭 炮击 命中
击落 击中 发射 拦截 出现 发生 爆发 引导 带动 造成 导致 影响 学习 贯彻 宣讲 搬进 搬到 走向 迈向 面对 应对
围攻 进攻 打响 打造 谱写 续写 书写 勇当 争当 争创 争取 力争 确保 保持 继续 持续 不断 开始 停止 恢复 结束
完成 超过 接近 高于 低于 等于 占据 占到 居于 位居 排名 名列 跻身 选出 产生 选定 确定 决定 宣布 公布 颁布
出台 制定 印发 下发 转发 修订 修改 废止 施行 执行 履行 遵守 违反 侵犯 威胁 制裁 谴责 抗议 抵制 反对 呼吁
敦促 警告 承认 否认 证实 透露 披露 曝光 揭露 起诉 逮捕 拘留 释放 营救 搜救 疏散 撤离 撤走 撤回 转移 转运
运送 运抵 送达 送给 赠送 捐助 资助 救出 找到 发现 看到 见到 听到 听取 收看 观看 聆听 阅读 写信 致信 致电
来电 复信 回信 考入 考取 考上 录取 升入 转入 转到 分配 派往 前来 奔赴 赶往 赶到 赶赴 驶入 驶向 驶离 飞往
飞抵 飞越 途经 经过 穿过 穿越 跨越 连接 贯通 贯穿 毗邻 紧邻 靠近 邻近 环绕 包围 守护 守卫 呵护 关爱 关心
关注 重视 尊重 热爱 喜爱 欢迎 祝贺 致敬 缅怀 纪念 庆祝 喜迎 开往 发往 销往 出让 转让 收购 并购 入股 参股
持有 认购 签下 拿下 承办 承接 承担 主办 协办 举行 爱上 走上 登上 踏上 冲上 跑进 闯进 挺进 集聚 聚集 汇聚
吸引 引来 迎来 送走 带来 带去 带回 带上 拿到 得到 受到 收获 赢得 夺得 摘得 斩获 问鼎 战胜 击败 不敌 对阵
迎战 加盟 签约 出任 就任 升任 转任 改任 卸任 退出 脱离 划归 划入 并入 合并 更名 改名 挂牌 揭牌 开工 奠基
竣工 封顶 验收 通车 通水 通航 通电 投产 达产 运行 试行 使用 采用 应用 选用 沿用 下设 内设 分设 增设 设在
处于 等待 等候 授予 引入 实行 推行 修建 修筑 兴建 受灾 受损 增产 减产 绕过 增开 加开 开立 用作 当作 视为
提请 弹劾 尝试 试图 允许 准许 禁止 阻止 迫使 委派 责令 责成 督促 通知 告知 提醒 叫停 查处 查封 关停 拆除
拆迁 脱轨 实战`)

// mayHold tells whether a verb may stand inside the name x behind a place. A party or a unit of an army is rather its object.
func mayHold(x *Thing, t lattice.Token, w string) bool {
	return t.Tag == "v" && t.End-t.Start == 2 && !x.Facility && x.Kind != org.Party && x.Kind != org.Military && !verb.Breaks(w) && !predicates[w] && verb.Of(w) == verb.None && !title.IsFormer(w)
}

// eras may stand before 中国 in a name: 当代中国书法艺术馆.
var eras = zh.Words("当代 现代 古代 近代 新")
