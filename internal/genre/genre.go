// Package genre invents articles of the kind that municipal papers print: visits, meetings, signings, appointments,
// figures. Places are real, people and organisations are drawn by lot from general tables of surnames and characters. It
// serves tests and benchmarks that need many articles; it is no corpus to tune rules on.
package genre

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/baopu/baopu/loader/article"
)

// city is a prefecture-level city: its full path, its short name and a county or district of it.
type city struct{ path, short, county string }

var cities = [...]city{
	{"内蒙古自治区包头市", "包头", "昆都仑区"},
	{"内蒙古自治区赤峰市", "赤峰", "松山区"},
	{"山东省烟台市", "烟台", "莱山区"},
	{"山东省潍坊市", "潍坊", "奎文区"},
	{"江苏省盐城市", "盐城", "亭湖区"},
	{"江苏省扬州市", "扬州", "邗江区"},
	{"浙江省湖州市", "湖州", "长兴县"},
	{"浙江省绍兴市", "绍兴", "柯桥区"},
	{"安徽省芜湖市", "芜湖", "镜湖区"},
	{"福建省漳州市", "漳州", "龙海区"},
	{"江西省上饶市", "上饶", "信州区"},
	{"河南省洛阳市", "洛阳", "涧西区"},
	{"湖北省宜昌市", "宜昌", "夷陵区"},
	{"湖南省岳阳市", "岳阳", "平江县"},
	{"广东省湛江市", "湛江", "霞山区"},
	{"四川省绵阳市", "绵阳", "涪城区"},
	{"陕西省汉中市", "汉中", "勉县"},
	{"甘肃省天水市", "天水", "秦州区"},
}

const (
	surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
	givens   = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志国建文斌宇浩凯晨瑞楠欣彤睿"
)

var (
	departments = [...]string{"发展和改革委员会", "教育局", "交通运输局", "农业农村局", "商务局", "水利局", "卫生健康委员会"}
	sectors     = [...]string{"教育", "医疗", "商贸", "文旅", "人才", "科技", "产业", "金融"}
	goods       = [...]string{"港口货物吞吐量", "旅客发送量", "粮食产量", "进出口总额"}
	units       = [...]string{"万吨", "万人次", "万吨", "亿元"}
)

// cast is who holds what in a city: the same people come again and again, as they do in a paper.
type cast struct{ secretary, mayor, deputy, chief, reporter string }

// maker draws articles; all that it draws follows from its seed.
type maker struct {
	*rand.Rand
	casts [len(cities)]cast
}

// Articles yields n articles, the same for the same seed. Days run over one year; ids are genre-000001 and on.
func Articles(seed uint64, n int) iter.Seq[*article.Article] {
	return func(yield func(*article.Article) bool) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 0x62616f7075))}
		for i := range m.casts {
			m.casts[i] = cast{m.name(), m.name(), m.name(), m.name(), m.name()}
		}
		for i := range n {
			if !yield(m.article(i)) {
				return
			}
		}
	}
}

func (m *maker) article(i int) *article.Article {
	home := m.IntN(len(cities))
	day := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, m.IntN(360)+1)
	a := &article.Article{
		ID:          fmt.Sprintf("genre-%06d", i+1),
		Publication: cities[home].short + "日报", PublicationPlace: cities[home].path,
		PublishedAt: day.Format(time.DateOnly), Page: fmt.Sprint(1 + m.IntN(4)),
		Bylines: []article.Byline{{Name: m.casts[home].reporter, Role: article.Reporter}},
	}
	write := [...]func(*article.Article, int, time.Time){m.visit, m.signing, m.meeting, m.appointment, m.figures}[m.IntN(5)]
	write(a, home, day.AddDate(0, 0, -1))
	// No two articles may be the same document: page, day, paper and title make one.
	a.Title += "（" + han(i) + "）"
	return a
}

func (m *maker) visit(a *article.Article, home int, day time.Time) {
	guest, h := m.other(home), &m.casts[home]
	a.Title = cities[guest].short + "党政代表团来我市考察"
	a.Body = fmt.Sprintf("本报讯（记者%s）%s，%s党政代表团在我市考察。市委书记%s会见代表团一行，市委副书记、市长%s陪同考察。\n", h.reporter, date(day), cities[guest].short+"市", h.secretary, h.mayor) +
		fmt.Sprintf("在%s，%s市委书记%s一行先后走访了企业和社区，详细了解%s等情况。%s说，两地合作基础扎实，前景广阔。", cities[home].county, cities[guest].short, m.casts[guest].secretary, m.pick(sectors[:]), m.casts[guest].secretary)
}

func (m *maker) signing(a *article.Article, home int, day time.Time) {
	guest, h := m.other(home), &m.casts[home]
	title := fmt.Sprintf("《%s市与%s市%s合作框架协议》", cities[home].short, cities[guest].short, m.pick(sectors[:]))
	a.Title = fmt.Sprintf("我市与%s市签署合作协议", cities[guest].short)
	a.Body = fmt.Sprintf("本报讯（记者%s）%s，%s市与%s市举行座谈会并签署%s。市长%s，%s市市长%s出席并讲话。\n", h.reporter, date(day), cities[home].short, cities[guest].short, title, h.mayor, cities[guest].short, m.casts[guest].mayor) +
		fmt.Sprintf("副市长%s主持会议。根据协议，双方将在%s、%s等领域开展合作。", h.deputy, m.pick(sectors[:]), m.pick(sectors[:]))
}

func (m *maker) meeting(a *article.Article, home int, day time.Time) {
	h, dep := &m.casts[home], m.pick(departments[:])
	a.Title = fmt.Sprintf("全市%s工作会议召开", m.pick(sectors[:]))
	a.Body = fmt.Sprintf("%s，全市工作会议召开。市委书记%s出席会议并讲话，副市长%s主持会议，市%s局长%s作了汇报。\n", date(day), h.secretary, h.deputy, dep, m.name()) +
		fmt.Sprintf("%s强调，要坚持问题导向，抓好任务落实，推动%s高质量发展。", h.secretary, m.pick(sectors[:]))
}

func (m *maker) appointment(a *article.Article, home int, day time.Time) {
	a.Title = cities[home].short + "市人民代表大会常务委员会决定任免名单"
	a.Kind = article.Notice
	a.Body = fmt.Sprintf("（%s%s市人民代表大会常务委员会会议通过）\n任命%s为%s市%s局长。\n免去%s的%s市人民政府副秘书长职务。",
		date(day), cities[home].short, m.name(), cities[home].short, m.pick(departments[:]), m.name(), cities[home].short)
}

func (m *maker) figures(a *article.Article, home int, day time.Time) {
	i := m.IntN(len(goods))
	a.Title = fmt.Sprintf("%s%s稳步增长", cities[home].short, goods[i])
	a.Body = fmt.Sprintf("本报讯 记者从市%s获悉，截至%s，今年我市%s达%d.%d%s，同比增长%d.%d%%。\n%s%s局长%s说，下一步将继续优化服务。",
		m.pick(departments[:]), date(day), goods[i], 1+m.IntN(900), m.IntN(10), units[i], 1+m.IntN(20), m.IntN(10), cities[home].county, "交通运输局", m.casts[home].chief)
}

func (m *maker) other(home int) int { return (home + 1 + m.IntN(len(cities)-1)) % len(cities) }

func (m *maker) pick(list []string) string { return list[m.IntN(len(list))] }

// name draws a person: most given names have two characters.
func (m *maker) name() string {
	s, g := []rune(surnames), []rune(givens)
	n := string(s[m.IntN(len(s))]) + string(g[m.IntN(len(g))])
	if m.IntN(5) > 0 {
		n += string(g[m.IntN(len(g))])
	}
	return n
}

func date(day time.Time) string { return fmt.Sprintf("%d月%d日", day.Month(), day.Day()) }

// han writes a number from 0 in Chinese digits.
func han(n int) string {
	var b strings.Builder
	for _, d := range fmt.Sprint(n + 1) {
		b.WriteRune([]rune("〇一二三四五六七八九")[d-'0'])
	}
	return b.String()
}
