package body

import "github.com/baopu/baopu/internal/zh"

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
