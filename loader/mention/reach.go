package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/title"
)

// farthest bounds the tokens of a name of a body.
const farthest = 14

// reach moves the left edge of x over what may belong to its name. Verbs may (市场监督管理局), but only if a place or level
// word stands in front of them.
func (rd *reader) reach(tokens []lattice.Token, x *thing) {
	lo, crossed := x.lo, false
	for j := x.lo - 1; j >= 0 && x.lo-j < farthest; j-- {
		t := tokens[j]
		switch rd.bond(tokens, j, x) {
		case anchors:
			if crossed && rd.anchorOf(t) == nationAnchor {
				break
			}
			if rd.sends(tokens, j, x) {
				lo = j
				continue
			}
			x.lo, x.anchor = j, rd.anchorOf(t)
			if w := rd.v.Text(t.Start, t.End); w == "中国" && j > 0 && eras[rd.v.Text(tokens[j-1].Start, tokens[j-1].End)] {
				x.lo--
			}
			if rd.within(tokens, x); x.anchor == placeAnchor {
				rd.seated(tokens, x)
			}
			if t.Kind == lattice.Body && t.Body == org.Other && x.kind == org.Government {
				x.kind = org.Other // 联合国|环境规划署: of no state
			}
			if t.Kind == lattice.Body || nations[rd.v.Text(t.Start, t.End)] {
				rd.homeland(tokens, x)
			}
			x.start = tokens[x.lo].Start
			return
		case joined:
			if !crossed {
				lo = j
			}
			continue
		case crosses:
			crossed = true
			continue
		}
		break
	}
	x.lo, x.start = lo, tokens[lo].Start
	rd.trim(tokens, x)
	if rd.within(tokens, x); x.anchor == placeAnchor {
		x.start = tokens[x.lo].Start
	}
}

// seated takes what may stand in front of the place that x begins with into its name.
func (rd *reader) seated(tokens []lattice.Token, x *thing) {
	for x.lo > 0 && tokens[x.lo-1].Kind == lattice.Place && !x.natural {
		x.lo--
	}
	rd.mission(tokens, x)
	rd.allChina(tokens, x)
	rd.armed(tokens, x)
}

// founded are the words between a place and the name of what it has founded.
var founded = zh.Words("省立 市立 国立 私立 县立 立")

// within takes the division in front of the river or mountain that x begins with (天津|海河|轻工职业学院), and that in front of 省立, into
// its name.
func (rd *reader) within(tokens []lattice.Token, x *thing) {
	k := x.lo - 1
	if k > 0 && tokens[k].Kind == lattice.Word && founded[rd.v.Text(tokens[k].Start, tokens[k].End)] && tokens[k].End == tokens[x.lo].Start {
		k--
	} else if x.anchor != nameAnchor || tokens[x.lo].Kind != lattice.Place {
		return
	}
	if k >= 0 && !x.facility && !x.natural && tokens[k].Kind == lattice.Place && tokens[k].End == tokens[k+1].Start && tokens[k].Places[0].Place.Kind == gazetteer.Division {
		x.lo, x.anchor = k, placeAnchor
	}
}

// armed takes the armed police, and the railways, into the name of their units: 武警|张掖支队, 国铁|南昌局.
func (rd *reader) armed(tokens []lattice.Token, x *thing) {
	if x.lo > 0 && tokens[x.lo-1].End == tokens[x.lo].Start && rd.v.Text(tokens[x.lo-1].Start, tokens[x.lo-1].End) == "武警" {
		x.lo--
		x.kind = org.Military
	}
	if x.lo > 0 && tokens[x.lo-1].End == tokens[x.lo].Start && rd.v.Text(tokens[x.lo-1].Start, tokens[x.lo-1].End) == "国铁" {
		x.lo--
		x.kind = org.Company // 国铁南昌局
	}
}

// allChina takes the words of the whole country in front of the place that the name of an association goes on with:
// 中华全国|台湾同胞联谊会.
func (rd *reader) allChina(tokens []lattice.Token, x *thing) {
	for x.kind == org.Association && x.lo > 0 && nationwide[rd.v.Text(tokens[x.lo-1].Start, tokens[x.lo-1].End)] {
		x.lo--
	}
}

// nationwide are these words.
var nationwide = zh.Words("中华 全国 中华全国 中国")

// homeland takes the country in front of the known body or the word 国家 that x begins with into its name: 德国|社民党代表团.
func (rd *reader) homeland(tokens []lattice.Token, x *thing) {
	k := x.lo - 1
	if k < 0 || tokens[k].Kind != lattice.Place || tokens[k].Places[0].Place.Name == "中国" && rd.v.Text(tokens[x.lo].Start, tokens[x.lo].End) != "国家" && tokens[x.lo].Kind != lattice.Body {
		return // 中华人民共和国|中央军事委员会
	}
	if kind := tokens[k].Places[0].Place.Kind; kind == gazetteer.Country || kind == gazetteer.Abroad {
		x.lo, x.anchor = k, placeAnchor
	}
}

// trim takes words that no name begins with off the head of x, which no place or level word stands before.
func (rd *reader) trim(tokens []lattice.Token, x *thing) {
	for x.lo < x.hi-1 && tokens[x.lo].Kind == lattice.Word {
		w := rd.v.Text(tokens[x.lo].Start, tokens[x.lo].End)
		if mayStart(tokens[x.lo], w) || x.kind == org.Party && partyVerbs[w] {
			break
		}
		x.lo++
		x.start = tokens[x.lo].Start
	}
}

// sends tells whether the level word at j in the name of a delegation is not its head: a place or party that sends it stands
// before it, as in 某党|省市委领导干部考察团.
func (rd *reader) sends(tokens []lattice.Token, j int, x *thing) bool {
	if x.kind != org.Delegation || j == 0 || rd.anchorOf(tokens[j]) != levelAnchor || tokens[j-1].End != tokens[j].Start {
		return false
	}
	p := tokens[j-1]
	w := rd.v.Text(p.Start, p.End)
	return p.Kind == lattice.Place || p.Kind == lattice.Body || lattice.IsLevel(w) || p.Kind == lattice.Word && (strings.HasSuffix(w, "党") || strings.HasSuffix(w, "共"))
}

// mission takes the sender of a mission into its name: 沙特驻伊朗大使馆.
func (rd *reader) mission(tokens []lattice.Token, x *thing) {
	k := x.lo
	if k > 1 && rd.v.Text(tokens[k-1].Start, tokens[k-1].End) == "驻" && tokens[k-2].Kind == lattice.Place {
		x.lo = k - 2
		return
	}
	if k > 0 && x.kind == org.Military && rd.v.Text(tokens[k-1].Start, tokens[k-1].End) == "驻" {
		x.lo = k - 1 // 驻澳门部队
	}
}

// bond is how a token holds to the name on its right.
type bond uint8

const (
	loose   bond = iota // the name begins after it
	joined              // part of the name
	crosses             // part of it if an anchor stands further left
	anchors             // the name begins here
)

func (rd *reader) bond(tokens []lattice.Token, j int, x *thing) bond {
	t := tokens[j]
	w := rd.v.Text(t.Start, t.End)
	switch t.Kind {
	case lattice.Place:
		return anchors
	case lattice.Letters:
		return joined
	case lattice.Number:
		if x.facility && j == x.lo-1 {
			return joined
		}
		if j > 0 && rd.v.Text(tokens[j-1].Start, tokens[j-1].End) == "第" {
			return joined
		}
		return loose
	case lattice.Name:
		if rd.founder(tokens, j, x) || x.facility && j == x.lo-1 && !t.Known && (j == 0 || tokens[j-1].Kind != lattice.Post) {
			return joined // 陶溪川|文创街区
		}
		return crosses
	case lattice.Body:
		return anchors
	case lattice.Post:
		if j == x.lo-1 && (t.Title.Kind == title.Occupation || t.Title.Bare && !t.Title.Seat) {
			return joined // 医师协会, 记者协会
		}
		if x.kind == org.Government && t.Title.Bare && countryHeads[t.Title.Head] && j > 0 && tokens[j-1].Kind == lattice.Place {
			return crosses // 某国|总统|委员会
		}
		return loose
	case lattice.Mark:
		if w == "·" {
			return joined
		}
		return loose
	}
	return rd.wordToken(tokens, j, x, w)
}

// founder tells whether the name at j may be what a company or foundation is called after: right before the ending, or with
// the trade between, where no title makes a person of it: 李宁有限公司, 李锦记食品有限公司.
func (rd *reader) founder(tokens []lattice.Token, j int, x *thing) bool {
	if x.kind != org.Company && !(x.kind == org.Association && strings.HasSuffix(rd.v.Text(x.start, x.end), "基金会")) {
		return false
	}
	return j == x.lo-1 || j >= x.lo-3 && tokens[j].Script != lattice.Foreign && (j == 0 || tokens[j-1].Kind != lattice.Post)
}

// wordToken is how a word holds to the name on its right.
func (rd *reader) wordToken(tokens []lattice.Token, j int, x *thing, w string) bond {
	t := tokens[j]
	if lattice.IsLevel(w) || nations[w] && !x.facility || lattice.HomeLevel(w) != "" && !x.facility || organWord(w) {
		return anchors
	}
	if r := []rune(w); x.facility && len(r) == 2 && (r[0] == '全' || r[0] == '我' || r[0] == '本' || r[0] == '该') {
		return loose
	}
	if t.Tag == "q" && j > 0 && rd.v.Runes[tokens[j-1].Start] == '第' {
		return joined // 第十批
	}
	if pairs[w] {
		return rd.paired(tokens, j, x)
	}
	if x.kind == org.Party && commonParties[w] {
		return loose // 最大在野党|共同民主党
	}
	if x.kind == org.Party && partyVerbs[w] {
		return joined
	}
	if w == "代表" && j+1 < x.hi && zh.BeginsWith(rd.v.Text(tokens[j+1].Start, tokens[j+1].End), "工作", "资格", "联络") {
		return joined // 人大常委会代表工作委员会, 代表资格审查委员会
	}
	if w == "之" && x.kind == org.Company {
		return crosses // 果之源食品有限公司
	}
	if w == "选举" && j == x.lo-1 && zh.BeginsWith(rd.v.Text(tokens[x.lo].Start, x.end), "委员会", "机构", "管理") {
		return crosses // a verb of appointment elsewhere
	}
	if mayHold(x, t, w) && j > 0 && (tokens[j-1].Kind == lattice.Place || tokens[j-1].Kind == lattice.Body || tokens[j-1].Tag == "n" || tokens[j-1].Tag == "vn") {
		return crosses // 某国|公平|竞争|委员会
	}
	if b := wordBond(w, t.Tag); b != loose || !rd.fragment(tokens, j, x) && !rd.branded(tokens, j, x, w) {
		return b
	}
	return crosses
}

// fragment tells a character that the lexicon takes for a word of its own only because it doesn't know the word that it is
// part of: 蒙 of 蒙医, 集 of 集热. Its neighbour on the right is a single character, too, and inside the name.
func (rd *reader) fragment(tokens []lattice.Token, j int, x *thing) bool {
	t := tokens[j]
	r := rd.v.Runes[t.Start]
	if t.End-t.Start != 1 || x.facility || lattice.IsParticle(r) || lattice.EndsNoName(string(r)) || breakers[string(r)] || j+1 >= x.hi-1 {
		return false
	}
	return tokens[j+1].Kind == lattice.Word && tokens[j+1].End-tokens[j+1].Start == 1
}

// legal are the endings of the full names of companies.
var legal = []string{"有限公司", "有限责任公司", "合作社"}

// partyVerbs are the verbs that names of parties begin with: 联合民主党.
var partyVerbs = zh.Words("联合 统一 团结 共同")

// branded tells a word of any kind that may be the brand in the full name of a company or party, behind the place that it
// begins with: 宁夏|六盘|薯业有限公司, 韩国|共同|民主党. What counts or relates is none: 一家, 在.
func (rd *reader) branded(tokens []lattice.Token, j int, x *thing, w string) bool {
	t := tokens[j]
	if rd.initialed(tokens, j, x, w) {
		return true
	}
	if breakers[w] || t.End-t.Start == 1 || j == 0 || t.Tag == "" {
		return false
	}
	switch t.Tag[0] {
	case 'd':
		return x.kind == org.Party && t.End-t.Start == 2
	case 'm', 't', 'f', 'q', 'z', 'v':
		r := rd.v.Runes[t.End-1]
		return x.kind == org.Company && t.End-t.Start == 2 && r != '家' && r != '个' && (zh.EndsWith(rd.v.Text(x.start, x.end), legal...) || x.end-tokens[j+1].Start > longBrand) && tokens[j-1].Kind == lattice.Place
	}
	return false
}

// initialed tells a character that may be half of the brand in the full name of a company, right behind its place or one more
// character: 浙江|海|正|药业股份有限公司.
func (rd *reader) initialed(tokens []lattice.Token, j int, x *thing, w string) bool {
	t := tokens[j]
	if x.kind != org.Company || t.End-t.Start != 1 || j == 0 || breakers[w] || lattice.EndsNoName(w) || lattice.IsParticle(rd.v.Runes[t.Start]) || !zh.EndsWith(rd.v.Text(x.start, x.end), legal...) {
		return false
	}
	p := tokens[j-1]
	return p.Kind == lattice.Place || j > 1 && tokens[j-2].Kind == lattice.Place && p.Kind == lattice.Word && p.End-p.Start == 1 && !lattice.IsParticle(rd.v.Runes[p.Start]) && !breakers[rd.v.Text(p.Start, p.End)]
}

// nations are the words that stand for the whole country in front of a body.
var nations = zh.Words("国家 中央 中共 中华 中共中央 国务院")

// breakers are verbs that never stand in the name of a body: what comes after them begins it.
var breakers = zh.Words(`走进 来到 前往 参观 考察 到 赴 会见 访问 成立 建立 组建 委托 通过 根据 支持 加入 负责 担任 任 当选 告诉 表示 说 称 是 有 在 从 向 对 由 被 把 让 使 与 同 为 经 据 至 于 及 给 跟 比 按 按照
走访 看望 慰问 调研 视察 检查 邀请 率领 率 带领 陪同 参加 出席 主持 举行 召开 举办 签署 签订 了解 获悉 要求 指导 推动 依托 打造 位于 坐落 建成 启动 开通 进入 抵达 离开 返回 毕业 就读 供职 作为 成为 包括 涉及 介绍 报道 发布 获得 入选 新建 改建 扩建 助力 协助 帮助 提供 关于 接受 实现 选择 代表 捐赠 引进 落户 入驻 调任 兼任 历任 现任 曾任 拟任 免去 任命 批准 提交 收到 送到 送往 转入 回到 走出 感谢 希望 支援 援建 对接 属于 创建 创办 开展 参与 进行 加强 推进 深化 成功 暨 共建 愿 还 将 来自 设立 隶属 隶属于 属于 聚焦 服务于 全面 迅速 调配 派出 派遣 抽调 调派 出动 集结`)

// organWord tells 市政府, 县委, 市直 in front of one of their parts: 市政府督查室.
func organWord(w string) bool {
	r := []rune(w)
	return len(r) > 1 && len(r) < 6 && lattice.IsLevel(string(r[:1])) && organParts[string(r[1:])]
}

var organParts = zh.Words("委 政府 人民政府 直 直机关 直属机关 人大 政协 级")

// tail is the second half of a word of four characters: 非常感谢, 热烈欢迎. "" for any other.
func tail(w string) string {
	if r := []rune(w); len(r) == 4 {
		return string(r[2:])
	}
	return ""
}

func wordBond(w, tag string) bond {
	if breakers[w] || formerWords[w] || breakers[tail(w)] {
		return loose
	}
	if tag == "" {
		return joined
	}
	switch tag[0] {
	case 'n', 'j', 'a', 'b', 'g', 'z', 'i', 'l', 's', 'x':
		return joined
	case 'm':
		if r := []rune(w); r[0] == '第' || len(r) == 1 && lattice.IsOrdinal(r[0]) {
			return joined
		}
		return loose
	case 'v':
		if tag == "vn" {
			return joined
		}
		if organVerbs[w] {
			return crosses
		}
		return loose
	case 'f', 't':
		return crosses
	}
	return loose
}

// mayStart tells whether a name of a body may begin with a word that no place or level word stands before.
func mayStart(t lattice.Token, w string) bool {
	if w == "该" || w == "本" || w == "各" || w == "某" || w == "全" || w == "新" || w == "老" || w == "大" {
		return false
	}
	return t.Tag == "" || t.Tag[0] == 'n' || t.Tag[0] == 'j' || t.Tag[0] == 'a' || t.Tag[0] == 'b' || t.Tag == "vn" || t.Tag[0] == 's' || t.Tag[0] == 'i' || t.Tag[0] == 'l'
}

func (rd *reader) anchorOf(t lattice.Token) anchor {
	w := rd.v.Text(t.Start, t.End)
	switch {
	case t.Kind == lattice.Place && t.Places[0].Place.Kind == gazetteer.Natural:
		return nameAnchor
	case t.Kind == lattice.Place:
		return placeAnchor
	case nations[w]:
		return nationAnchor
	case t.Kind == lattice.Body:
		return nameAnchor
	}
	return levelAnchor
}

// organVerbs are the verbs that stand in names of bodies: 市场监督管理局, 医疗保障局.
var organVerbs = zh.Words(`服务 管理 监督 发展 改革 保障 规划 建设 教育 旅游 统计 监测 检测 检验 检疫 评审 审评 救援 救助 审批 执法 预防 控制 治疗 研究 运营 运输 投资 促进 合作 交流 保护 利用 开发 培训 就业 创业 信访 审计 接待 收费 贸易 制造 设计 安装 维修 配送 物流 采购 销售 供应 加工 种植 养殖 推广 示范 孵化 创新 转化 出版 发行 广播 传播 拍卖 招标 交易 结算 登记 仲裁 调解 援助
计划 生育 消防 抢险 减灾 防灾 救灾 抗旱 防汛 储备 调度 指挥 协调 联络 督查 巡视 巡察 监察 立法 调查 通信 通讯 测绘 勘察 勘探 开采 冶炼 印刷 纺织 酿造 养护 绿化 供水 供电 供热 供销 排水 租赁 担保 咨询 评估 鉴定 认证 代理 经营 支付 信托 保险 康复 护理 养老 殡葬 救护 急救 防治 筹备 竞赛 训练 演出 收藏 编辑 翻译 编译 扶贫 振兴 招商 引资 联合 组织 进出口 出口 进口 上市 控股 应急 质检 安监 复垦 帮扶 协作 援藏 援疆 疏浚 移民 搬迁 安置 征收 治理 修复 绿化 清洁 回收 屠宰 侦查 研发 育种 预警 监理 检修 测试 试验 体验 传承 展示 宣传 宣教 反恐 缉毒 缉私 禁毒 维权 招生 考试 资助 防控 管控 献血 助残 助学 普法 征兵 快递 家政 烹饪 婚庆 摄影 直播 钓鱼 登山 收养`)
