package unfit

// misfits are what programs that reword texts (伪原创) make of the fixed words of official news: 书记 becomes 布告, 会议 集会, 重要
// 紧张, 建设 设置装备摆设. The words are ordinary; these compounds of them are nobody's.
const misfits = `市委布告 县委布告 区委布告 省委布告 党委布告 支部布告 副布告 第一布告 布告夸大 鼓吹部 党构造 构造糊口 党的构造 鼓吹头脑 市当局
县当局 区当局 省当局 国民当局 群众当局 当局事情 乡镇当局 当局部分 紧张讲话 紧张发言 紧张指示 紧张肉体 紧张集会 紧张意义 紧张作用
非常紧张的意义 紧张构成部门 事情集会 事情聚会 集会指出 集会夸大 聚会召开 召开聚会 座谈集会 常务集会 聚会指出 聚会夸大 设置装备摆设
设备摆设事情 扶植事情 步队扶植 步队设置 迷信成长 迷信发展 迷信开展 迷信决议计划 周全落实 周全贯彻 周全推动 周全进修 当真进修
当真贯串 进修贯彻 进修贯串 肉体文明 思惟肉体 肉体面貌 头脑熟悉 头脑政治 政治熟悉 下层大众 下层党 下层干部大众 泛博大众 宽大大众
人民大众的糊口 宁静消费 宁静生产 平安出产 教诲事情 主题教诲运动 主题教诲事情 报告请示事情 听取报告请示 事情报告请示 深刻下层
题目导向 凸起题目 标题导向 屯子复兴 村落复兴战略 农业屯子 办事大众 为民办事事情 环球无双的特点 经济社会成长 经济社会生长 高质量成长
高质量生长 转型成长事情 成长大局事情 增强指导 指导班子建立 向导干部 向导班子 市向导 县向导`

// spun finds the compounds, each kind of them once.
func spun(_ []rune, said sights) signs {
	var s signs
	seen := map[int32]bool{}
	said.each(misfit, func(n int32, start, end int) {
		weight := 0
		if !seen[n] {
			weight = 1
		}
		seen[n] = true
		s.add(weight, start, end)
	})
	return s
}
