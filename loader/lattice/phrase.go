package lattice

import "github.com/baopu/baopu/internal/zh"

// phrases are words and set phrases of news that look like names, mostly since they begin with a surname: 惠民生, 西气东输. They are
// vocabulary of general use; the lexicon lacks them or has them too seldom.
const phrases = `鞠一躬 深鞠一躬 拨云破雾 拨云见日 西气东输 西电东送 东数西算 惠民生 纾民困 解民忧 暖民心 保民生 问需问计问策 问需问计 问计问策 夏粮 问需于民 闻汛而动 龙卷风 科普 中国梦 劳动美
应询
大比武 双一流 吉祥物 冷链 茶叙 高峰会 高票 全票 单次 占比 包片 包组 包村 包户 南繁 夏播 夏管 夏收 夏种 秋播 秋收 秋种 机采 机收 机播 测产 查苗情 查墒情 查病虫
随队 特邀 获邀 训令 研编 扎根 带教 带学 师资库 官邸 权限 班子 聆听 英灵 风范 王后 家具 家国 巡讲 授勋 尽锐出战 藏身 空缺 特奥会 环资委 顾问团
专班 安监部 联组 信函 贺函 贺信 荣军院 车企 东道主 卫队 那达慕 郁金香 西红柿 西兰花 梅花鹿 访企拓岗 立德树人 管党治党 念兹在兹 崇高威望 领题 领学 高擎 火遍
盛赞 双碳 多国 六国 花开 金秋 回村 家站 党课 安全感 贺词 纪念园 康复科 基地 一职 权威 计策 席间 步入 华章 大都 都会`

// fixedPairs are words of several letters that are used as such.
var fixedPairs = zh.Words(`京蒙 苏陕 闽宁 京津 沪苏 川渝 成渝 粤桂 鲁渝 浙川 沪滇 苏青 津甘 京沪 京张 京冀 粤港 粤澳 港澳 深港 粤港澳 港澳台 苏浙 江浙 江浙沪 苏浙皖 沪苏浙皖 陕甘宁 晋陕 晋陕豫 鄂湘 湘鄂 湘赣 赣粤 黔桂 滇黔 川藏 青藏 甘青 津冀 晋冀 辽吉 吉黑 皖苏 沪浙 闽台 琼粤 粤琼 豫鲁 冀鲁 鲁豫 云贵川 云贵 川滇 京鄂 京疆
中俄 中美 中英 中法 中德 中日 中韩 中朝 中越 中老 中缅 中泰 中印 中巴 中哈 中蒙 中新 中马 中柬 中澳 中加 俄美 美俄 俄乌 乌俄 美墨 墨美 美加 黎以 以黎 以伊 伊以 美伊 伊美 以叙 叙以 俄印 印俄 俄伊 俄朝 朝俄 朝美 美朝 日俄 俄日 土叙 希土 土希 俄白 白俄 埃以 美日 美韩 日韩 朝韩 韩朝 印巴 巴以 美英 英法 法德 德法 俄中 美中 英中 法中 德中 日中 韩中 越中 老中 巴中 哈中 蒙中 新中 加中 澳中 印中 泰中 缅中 柬中`)
