package mention

import (
	"slices"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/wordlist"
)

// extraWord is a word that the lexicon lacks.
type extraWord struct {
	text, tag string
	cost      float32
}

// extraWords is the words of extra and the fixed pairs, in byte order.
var extraWords = sync.OnceValue(func() []extraWord {
	var out []extraWord
	for w, tag := range extra {
		out = append(out, extraWord{w, tag, 8})
	}
	for w := range strings.FieldsSeq(phrases) {
		if _, ok := extra[w]; !ok {
			out = append(out, extraWord{w, "l", 8})
		}
	}
	for w := range fixedPairs {
		if _, ok := extra[w]; !ok {
			out = append(out, extraWord{w, "j", 9})
		}
	}
	slices.SortFunc(out, func(a, b extraWord) int { return strings.Compare(a.text, b.text) })
	return out
})

var extras = sync.OnceValue(func() *wordlist.List {
	l := wordlist.New(512, 2048)
	for _, w := range extraWords() {
		l.Add(w.text)
	}
	l.Done()
	return l
})

// extra are words of the genre that the lexicon lacks, with their tags.
var extra = map[string]string{
	"率队": "v", "带队": "v", "同志": "n", "代表团": "n", "考察团": "n", "主持召开": "v", "致辞": "v", "两地": "n", "京蒙": "j", "调研": "v", "指出": "v", "通电话": "v",
	"两市": "n", "两县": "n", "两区": "n", "两省": "n", "两国": "n", "三地": "n", "市直": "n", "县直": "n", "来华": "v", "访华": "v", "对华": "v", "作客": "v", "一行": "n", "接访": "v", "河长制": "n", "林长制": "n", "链长制": "n", "网格化": "n", "图书馆": "n", "发展改革委": "nt", "发展和改革委": "nt", "卫生健康委": "nt", "住房城乡建设委": "nt", "水产站": "nt", "妇联": "nt", "居委会": "nt", "村委会": "nt", "援藏": "vn", "援疆": "vn", "中西医结合医院": "nt", "执法支队": "nt", "林业局": "nt", "接访日": "n", "接待日": "n", "热线": "n", "全名": "n", "子女": "n",
	"空天军": "nt", "航母": "n", "打击群": "n", "战斗群": "n", "后": "f", "拉家常": "v", "唠家常": "v", "话家常": "v", "任上": "n", "监誓": "v", "领誓": "v", "城投": "n", "建投": "n", "交投": "n", "水投": "n", "旅投": "n", "文旅投": "n", "农投": "n", "国投": "n", "产投": "n", "城建投": "n", "金控": "n", "外侨办": "nt", "农工办": "nt", "领导组": "nt", "调查队": "nt", "宣讲团": "n", "客商团": "n", "商务团": "n",
	"随团":   "v",
	"经开区":  "n",
	"文旅":   "n",
	"食药监局": "nt",
	"金融办":  "nt", "双拥办": "nt", "史志办": "nt", "法制办": "nt", "河长办": "nt", "林长办": "nt", "商务委": "nt", "城管委": "nt", "民宗委": "nt", "台侨办": "nt", "创城办": "nt", "创文办": "nt", "移民办": "nt", "项目办": "nt", "重点办": "nt", "政务办": "nt", "政府办": "nt", "营商办": "nt", "招商办": "nt", "老龄办": "nt", "地志办": "nt", "食安办": "nt", "贸促会": "nt", "工商局": "nt", "经科局": "nt", "教科局": "nt", "投促局": "nt", "旅发局": "nt", "民宗局": "nt",
	"工信局":   "nt",
	"农业农村局": "nt",
	"人社局":   "nt",
	"住建局":   "nt",
	"文旅局":   "nt",
	"发改局":   "nt",
	"市监局":   "nt",
	"卫健局":   "nt",
	"医保局":   "nt",
	"应急局":   "nt",
	"民政局":   "nt",
	"城管局":   "nt",
	"水务局":   "nt",
	"交运局":   "nt",
	"商务局":   "nt",
	"财政局":   "nt",
	"教体局":   "nt",
	"林草局":   "nt",
	"生态环境局": "nt",
	"自然资源局": "nt",
	"退役军人局": "nt",
	"信访局":   "nt",
	"文体局":   "nt",
	"广电局":   "nt",
	"科技局":   "nt",
	"审计局":   "nt",
	"统计局":   "nt",
	"农牧局":   "nt",
	"乡村振兴局": "nt",
	"市场监管局": "nt",
	"机关工委":  "nt",
	"工委":    "nt",
	"管委会":   "nt",
	"卫健委":   "nt",
	"发改委":   "nt",
	"经信委":   "nt",
	"住建委":   "nt",
	"国资委":   "nt",
	"新闻办":   "nt",
	"文明办":   "nt",
	"督查室":   "nt",
	"融媒体中心": "nt",
	"外事办公室": "nt",
	"台办":    "nt",
	"侨办":    "nt",
	"编办":    "nt",
	"网信办":   "nt",
	"党工委":   "nt",
	"宣传部":   "nt",
	"统战部":   "nt",
	"组织部":   "nt",
	"政法委":   "nt",
	"老干部局":  "nt",
	"行政审批局": "nt",
	"大数据局":  "nt",
	"投资促进局": "nt",
	"招商局":   "nt",
	"文化馆":   "nt",
	"社保局":   "nt",
	"农技站":   "nt",
	"供销社":   "nt",
	"主席国":   "n",
	"轮值主席国": "n",
	"主席团":   "n",
	"总理府":   "n",
	"总统府":   "n",
	"书记处":   "n",
	"市长热线":  "n",
	"部长级":   "n",
	"部长会议":  "n",
	"外长会":   "n",
	"外长会议":  "n",
	"主任会议":  "n",
	"总统选举":  "n",
	"总统大选":  "n",
	"总理会晤":  "n",
	"县长办公会": "n",
	"局长办公会": "n",
	"会长单位":  "n",
	"理事国":   "n",
	"观察员国":  "n",
	"成员国":   "n",
	"委员会":   "n",
	"委员们":   "n",
	"代表们":   "n",
	"代表大会":  "n",
	"代表队":   "n",
	"主席令":   "n",
	"总统令":   "n",
	"部长通道":  "n",
	"委员通道":  "n",
	"代表通道":  "n",
	"领导人":   "n",
	"领导班子":  "n",
	"领导小组":  "n",
	"教授级":   "n",
	"书记们":   "n",
	"专家组":   "n",
	"专家们":   "n",
	"同志们":   "n",
	"记者会":   "n",
	"记者站":   "n",
	"记者们":   "n",
	"主席们":   "n",
}
