package unfit

// calls and channels are the words of those who inject: they ask the reader to follow, call, download, share. News that says
// one of them says it in a sentence; a call and where to, in one bracket, are no news.
const (
	calls    = `关注 扫码 点击 下载 咨询 分享到 更多精彩 更多内容 加盟 长按 加微信 猛戳`
	channels = `公众号 二维码 微信 微博 热线 客户端 QQ APP www http 400- 优惠 阅读原文 客服 VX 楼市 房产网 资讯`
)

// trades are what spam sells. Reports on crimes name them too, so that they count only where nobody is caught.
const trades = `娱乐城 百家乐 时时彩 六合彩 老虎机 棋牌室 真人荷官 代开发票 私服 网上赌场 投注网 成人网 包小姐 迷药 办证刻章 彩票网址 娱乐平台`

// crimes are the words of those reports.
const crimes = `查处 打击 抓获 侦破 诈骗 赌博 涉案 嫌疑人 民警 判处 取缔 整治 非法`

// shuts is what shuts a bracket that may hold injected words, 0 for what is none.
func shuts(r rune) rune {
	switch r {
	case '（':
		return '）'
	case '(':
		return ')'
	case '【':
		return '】'
	case '[':
		return ']'
	case '〔':
		return '〕'
	}
	return 0
}

// injected finds brackets that appeal to the reader, and goods that no paper sells.
func injected(text []rune, said sights) signs {
	var s signs
	for i := 0; i < len(text); i++ {
		shut := shuts(text[i])
		if shut == 0 {
			continue
		}
		end := i + 1
		for end < len(text) && text[end] != shut && end-i <= widest {
			end++
		}
		if end < len(text) && text[end] == shut && said.holds(call, i, end) && said.holds(channel, i, end) {
			s.add(2, i, end+1)
			i = end
		}
	}
	goods := signs{}
	said.each(trade, func(_ int32, start, end int) { goods.add(1, start, end) })
	if goods.weight > 1 && !said.holds(crime, 0, len(text)) {
		s.weight += goods.weight
		s.spans = append(s.spans, goods.spans...)
	}
	return s
}

// widest is how long an injected bracket may be, in characters.
const widest = 80
