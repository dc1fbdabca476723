package body

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// What single words tell of the names of bodies, for the grammar of posts too.

// anyTrade are the words by which a company is called for what it does or whose it is: 投资公司, 国有集团.
var anyTrade = zh.Words("投资 运输 建筑 保险 旅游 物业 房地产 开发 施工 建设 承建 国有 民营 上市 外资 地产 物流 客运 公交 自来水 燃气 电力 供电 供水 热力 烟草 石油 矿业 煤炭 贸易 科技 文化 传媒 广告 农业 食品 医药 教育 跨国 母 子 分 总 该 本 家族 龙头 县属 市属 省属 中央 地方 当地 本地 知名 大型 中介 担保 信托 证券 期货 基金 养殖 种植 水务 环保 园林 装饰 装修 设计 咨询 服务 劳务 家政 保洁 保安 快递 邮政 通信 电信 航空 铁路 海运 船运 远洋 出版 演艺 影视 制药 钢铁 化工 机械 汽车 能源 发电 新能源 网络 软件 互联网 电商")

// IsTrade tells a word by which any company may be called for what it does or whose it is: 投资, 国有.
func IsTrade(w string) bool { return anyTrade[w] }

// roles are the words in front of a title that say in what it is held.
var roles = zh.Words("执行 行政 财务 技术 营销 销售 市场 运营 生产 人事 人力资源 常务 区域 项目 创始人 法人 法定代表人 青年 女 老 原 首任 时任 该 本 名誉 终身 轮值 联席 企业 商界 高级 资深 集团 公司 银行 工厂")

// IsRole tells a word in front of a title that says in what it is held: 执行, 区域.
func IsRole(w string) bool { return roles[w] }

// IsSchoolWord tells a word in front of 中学 and the like that names no school: 农村, 重点.
func IsSchoolWord(w string) bool { return anySchool[w] }

// IsNation tells a word that stands for the whole country in front of a body: 国家, 中央.
func IsNation(w string) bool { return nations[w] }

// IsVague tells a word that names nobody: one that tells of many (相关), or what something is like.
func IsVague(w string) bool { return ofMany[w] || likes[w] }

// EndsInBranch tells a name that ends where the party has its branches, and in 党: the head of 村党支部.
func EndsInBranch(name string) bool { return zh.EndsWith(name, unitParties...) }

// NamesNoParty tells a word that stands in front of 党 and in no party's name, or ends in it and is none.
func NamesNoParty(w string) bool { return noParty[w] || IsCommonParty(w) }

// partyVerbs are the verbs that names of parties begin with: 联合民主党.
var partyVerbs = zh.Words("联合 统一 团结 共同 解放 保卫 进步 复兴 前进 拯救 重建 变革 独立 斗争")

// sets are the verbs between a place and what is built there.
var sets = zh.Words("建设 发展 推广 组织 规划 打造 实施 创建 布局 启动 设置")

// nations are the words that stand for the whole country in front of a body.
var nations = zh.Words("国家 党和国家 中央 中共 中华 中共中央 国务院")

// organVerbs are the verbs that stand in names of bodies: 市场监督管理局, 医疗保障局.
var organVerbs = zh.Words(`服务 管理 监督 发展 改革 保障 规划 建设 教育 旅游 统计 监测 检测 检验 检疫 评审 审评 救援 救助 审批 执法 预防 控制 治疗 研究 运营 运输 投资 促进 合作 交流 保护 利用 开发 培训 就业 创业 信访 审计 接待 收费 贸易 制造 设计 安装 维修 配送 物流 采购 销售 供应 加工 种植 养殖 推广 示范 孵化 创新 转化 出版 发行 广播 传播 拍卖 招标 交易 结算 登记 仲裁 调解 援助
计划 生育 消防 抢险 减灾 防灾 救灾 抗旱 防汛 储备 调度 指挥 协调 联络 督查 巡视 巡察 监察 立法 调查 通信 通讯 测绘 勘察 勘探 开采 冶炼 印刷 纺织 酿造 养护 绿化 供水 供电 供热 供销 排水 租赁 担保 咨询 评估 鉴定 认证 代理 经营 支付 信托 保险 康复 护理 养老 殡葬 救护 急救 防治 筹备 竞赛 训练 演出 收藏 编辑 翻译 编译 扶贫 振兴 招商 引资 联合 组织 进出口 出口 进口 上市 控股 应急 质检 安监 复垦 帮扶 协作 援藏 援疆 疏浚 移民 搬迁 安置 征收 治理 修复 绿化 清洁 回收 屠宰 侦查 研发 育种 预警 监理 检修 测试 试验 体验 传承 展示 宣传 宣教 反恐 缉毒 缉私 禁毒 维权 招生 考试 表彰 普查 考核 评选 评价 资助 防控 管控 献血 助残 助学 普法 征兵 快递 家政 烹饪 婚庆 摄影 直播 钓鱼 登山 收养`)

// IsOrganVerb tells a verb that stands in names of bodies: 监督, 扶贫.
func IsOrganVerb(w string) bool { return organVerbs[w] }

// central are the endings of bodies of the party's centre and the state that are called after what they do.
var central = []string{"领导小组", "委员会", "指挥部", "工作组", "督导组"}

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
处于 等待 等候 授予 引入 实行 推行 修建 修筑 兴建 受灾 受损 增产 减产 绕过 增开 加开 开办 开立 用作 当作 视为
提请 弹劾 尝试 试图 允许 准许 禁止 阻止 迫使 委派 责令 责成 督促 通知 告知 提醒 叫停 查处 查封 关停 拆除
拆迁 脱轨 实战`)

// mayHold tells whether a verb may stand inside the name x behind a place. A party or a unit of an army is rather its object.
func mayHold(x *Thing, t lattice.Token, w string) bool {
	return t.Tag == "v" && t.End-t.Start == 2 && !x.Facility && x.Kind != org.Party && x.Kind != org.Military && !verb.Breaks(w) && !predicates[w] && verb.Of(w) == verb.None && !title.IsFormer(w)
}

// eras may stand before 中国 in a name: 当代中国书法艺术馆.
var eras = zh.Words("当代 现代 古代 近代 新")
