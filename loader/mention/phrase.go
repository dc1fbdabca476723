package mention

// phrases are words and set phrases of news that look like names, mostly since they begin with a surname: 惠民生, 西气东输. They are
// vocabulary of general use; the lexicon lacks them or has them too seldom.
const phrases = `拨云破雾 拨云见日 西气东输 西电东送 东数西算 惠民生 纾民困 解民忧 暖民心 保民生 问需问计问策 问需问计 问计问策 夏粮 问需于民 闻汛而动 龙卷风 科普 中国梦 劳动美
应询
大比武 双一流 吉祥物 冷链 茶叙 高峰会 高票 全票 单次 占比 包片 包组 包村 包户 南繁 夏播 夏管 夏收 夏种 秋播 秋收 秋种 机采 机收 机播 测产 查苗情 查墒情 查病虫
随队 特邀 获邀 训令 研编 扎根 带教 带学 师资库 官邸 权限 班子 聆听 英灵 风范 王后 家具 家国 巡讲 授勋 尽锐出战 藏身 空缺 特奥会 环资委 顾问团
专班 安监部 联组 信函 贺函 贺信 荣军院 车企 东道主 卫队 那达慕 郁金香 西红柿 西兰花 梅花鹿 访企拓岗 立德树人 管党治党 念兹在兹 崇高威望 领题 领学 高擎 火遍
盛赞 双碳 多国 六国 花开 金秋 回村 家站 党课 安全感 贺词 纪念园 康复科 基地 一职 权威 计策 席间 步入 华章 大都 都会`
