package body

import "github.com/baopu/baopu/internal/zh"

// partyVerbs are the verbs that names of parties begin with: 联合民主党.
var partyVerbs = zh.Words("联合 统一 团结 共同 解放 保卫 进步 复兴 前进 拯救 重建 变革 独立 斗争")

// sets are the verbs between a place and what is built there.
var sets = zh.Words("建设 发展 推广 组织 规划 打造 实施 创建 布局 启动 设置")

// nations are the words that stand for the whole country in front of a body.
var nations = zh.Words("国家 党和国家 中央 中共 中华 中共中央 国务院")

// organVerbs are the verbs that stand in names of bodies: 市场监督管理局, 医疗保障局.
var organVerbs = zh.Words(`服务 管理 监督 发展 改革 保障 规划 建设 教育 旅游 统计 监测 检测 检验 检疫 评审 审评 救援 救助 审批 执法 预防 控制 治疗 研究 运营 运输 投资 促进 合作 交流 保护 利用 开发 培训 就业 创业 信访 审计 接待 收费 贸易 制造 设计 安装 维修 配送 物流 采购 销售 供应 加工 种植 养殖 推广 示范 孵化 创新 转化 出版 发行 广播 传播 拍卖 招标 交易 结算 登记 仲裁 调解 援助
计划 生育 消防 抢险 减灾 防灾 救灾 抗旱 防汛 储备 调度 指挥 协调 联络 督查 巡视 巡察 监察 立法 调查 通信 通讯 测绘 勘察 勘探 开采 冶炼 印刷 纺织 酿造 养护 绿化 供水 供电 供热 供销 排水 租赁 担保 咨询 评估 鉴定 认证 代理 经营 支付 信托 保险 康复 护理 养老 殡葬 救护 急救 防治 筹备 竞赛 训练 演出 收藏 编辑 翻译 编译 扶贫 振兴 招商 引资 联合 组织 进出口 出口 进口 上市 控股 应急 质检 安监 复垦 帮扶 协作 援藏 援疆 疏浚 移民 搬迁 安置 征收 治理 修复 绿化 清洁 回收 屠宰 侦查 研发 育种 预警 监理 检修 测试 试验 体验 传承 展示 宣传 宣教 反恐 缉毒 缉私 禁毒 维权 招生 考试 表彰 普查 考核 评选 评价 资助 防控 管控 献血 助残 助学 普法 征兵 快递 家政 烹饪 婚庆 摄影 直播 钓鱼 登山 收养`)

// central are the endings of bodies of the party's centre and the state that are called after what they do.
var central = []string{"领导小组", "委员会", "指挥部", "工作组", "督导组"}
