package credit

import "github.com/baopu/baopu/loader/article"

// roleWord is a word and the role that it gives.
type roleWord struct {
	word string
	role article.Role
}

// roleWords are the words that announce names and the role that they give, the longest first where one begins another. Those
// without a role make no article.
var roleWords = []roleWord{
	{"全媒体记者", article.Reporter},
	{"融媒体记者", article.Reporter},
	{"全媒记者", article.Reporter},
	{"融媒记者", article.Reporter},
	{"见习记者", article.Reporter},
	{"实习记者", article.Reporter},
	{"首席记者", article.Reporter},
	{"特派记者", article.Reporter},
	{"特约记者", article.Reporter},
	{"摄影记者", article.Photographer},
	{"驻站记者", article.Reporter},
	{"实习生", article.Reporter},
	{"记者站", article.Reporter},
	{"台记者", article.Reporter},
	{"记者", article.Reporter},
	{"特约通讯员", article.Correspondent},
	{"通讯员", article.Correspondent},
	{"通訊員", article.Correspondent},
	{"特约撰稿人", article.Correspondent},
	{"特约撰稿", article.Correspondent},
	{"报道组", article.Correspondent},
	{"供稿", article.Correspondent},
	{"特约评论员", article.Author},
	{"评论员", article.Author},
	{"作者", article.Author},
	{"市民", article.Author},
	{"读者", article.Author},
	{"村民", article.Author},
	{"居民", article.Author},
	{"撰文", article.Author},
	{"撰稿", article.Author},
	{"采写", article.Reporter},
	{"整理", article.Author},
	{"摄影", article.Photographer},
	{"责任编辑", article.Editor},
	{"本版编辑", article.Editor},
	{"编辑", article.Editor},
	{"责编", article.Editor},
	{"编者", article.Editor},
	{"编审", article.Editor},
	{"一审", article.Editor},
	{"二审", article.Editor},
	{"三审", article.Editor},
	{"初审", article.Editor},
	{"复审", article.Editor},
	{"终审", article.Editor},
	{"来源", ""},
	{"版式", ""},
	{"美编", ""},
	{"校对", ""},
	{"组版", ""},
	{"审读", ""},
	{"审核", ""},
	{"监制", ""},
	{"统筹", ""},
	{"电话", ""},
}

// houses are the words that may stand before a role: the paper, the agency, the medium.
var houses = []string{
	"本报", "本刊", "本网", "本台", "新华社", "新华网", "中新社", "中国新闻社", "人民日报", "中央广播电视总台", "新华每日电讯",
	"全媒体", "融媒体", "融媒",
}

// plainPeople are roles that are everyday words: only a space or a mark behind them makes them a credit (市民 翟文清).
var plainPeople = map[string]bool{
	"市民": true, "读者": true, "村民": true, "居民": true, "作者": true, "编者": true, "编辑": true, "整理": true,
	"一审": true, "二审": true, "三审": true, "初审": true, "复审": true, "终审": true, "编审": true, "来源": true,
}

// maker is a word for what somebody made of a story: text, picture or both. It stands before names (图/张三, 摄影 张三) or behind them (张三 摄).
type maker struct {
	word  string
	role  article.Role // "" leaves names what they are
	both  bool         // who is named wrote it and took its pictures too
	joins bool         // it may be run together with the name before it: 高瑞鹏摄
}

// makers are these words, the longest first where one ends in another.
var makers = []maker{
	{"摄影报道", article.Photographer, true, true},
	{"图文报道", article.Photographer, true, true},
	{"供图", article.Photographer, false, true},
	{"提供图片", article.Photographer, false, true},
	{"摄影", article.Photographer, false, true},
	{"摄", article.Photographer, false, true},
	{"攝", article.Photographer, false, true},
	{"图文", article.Author, true, true},
	{"图片", article.Photographer, false, false},
	{"图", article.Photographer, false, false},
	{"绘", article.Photographer, false, false},
	{"撰文", article.Author, false, false},
	{"文字", article.Author, false, false},
	{"文", article.Author, false, false},
	{"报道", "", false, false},
	{"供稿", article.Correspondent, false, false},
	{"整理", article.Author, false, false},
}

// media are the endings of the names of papers and other media.
var media = []string{
	"日报", "晚报", "早报", "晨报", "时报", "商报", "快报", "都市报", "青年报", "法治报", "法制报", "新闻", "客户端", "新闻网", "在线", "广播电视台", "电视台", "电台",
	"央视", "总台", "卫视", "报社", "通讯社", "融媒体中心", "融媒体", "融媒", "传媒中心",
}

// The bounds of the name of a paper or a body in a credit, in characters.
const (
	shortestHouse = 2
	longestHouse  = 12
)
