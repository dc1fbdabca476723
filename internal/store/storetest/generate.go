// Package storetest holds what every store must do: one suite (Run), one set of benchmarks (Bench), a store that does it
// all in the plainest way (Model), and a generator of documents.
package storetest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/baopu/baopu/internal/kg"
)

// World is the stock of things that generated documents talk about. Small worlds make documents meet in the same facts.
type World struct {
	Places, Persons, Posts, Organizations, Events, Agreements, Papers int

	Clusters int // reprint clusters; 0 gives every article its own
	Days     int // publication days, from 2024-01-01 on
	Claims   int // about so many claims an article

	// Articles is how many come day by day, as a paper is loaded: in the order of their days, with events of the weeks before.
	// 0 gives every article any day, and events of any.
	Articles int
}

// Generate makes n valid documents of one article each, about 30 claims long, in a world that grows with n. Popularity
// follows Zipf's law, a tenth of the articles are reprints. The same seed makes the same documents.
func Generate(seed uint64, n int) []*kg.Document {
	w := WorldOf(n)
	out := make([]*kg.Document, n)
	for i := range out {
		out[i] = w.Numbered(seed, i)
	}
	return out
}

// WorldOf is the world in which Generate makes n documents.
func WorldOf(n int) *World {
	return &World{
		Places: 30 + n/20, Persons: 50 + n, Posts: 30 + n/4, Organizations: 30 + n/4, Events: 20 + n/2, Agreements: 10 + n/10, Papers: 12,
		Clusters: n - n/10, Days: 730, Claims: 30,
	}
}

// Numbered makes the document number nr of those that Generate makes from seed.
func (w *World) Numbered(seed uint64, nr int) *kg.Document {
	return w.Document(rand.New(rand.NewPCG(seed, uint64(nr))), nr)
}

// Document makes the document number nr: the same one from the same state of rng.
func (w *World) Document(rng *rand.Rand, nr int) *kg.Document {
	b := newBuilder(w.documentID(nr), nr)
	b.doc.Reader = "generator/1"
	text := b.writeArticle(w, rng)
	b.doc.Source = kg.Source{Name: fmt.Sprintf("generated#%d", nr), Format: "record", Text: text, Date: b.article.Published, Page: fmt.Sprint(nr % 3)}
	b.paper(w, rng)
	for len(b.doc.Claims) < w.Claims {
		b.sentence(w, rng)
	}
	b.leftovers(rng)
	return b.doc
}

// documentID is the same for every state of a document.
func (w *World) documentID(nr int) kg.ID {
	return kg.MakeIDOn("d", w.comes(nr), "generated", fmt.Sprint(nr))
}

// comes is the day of article number nr where they come day by day.
func (w *World) comes(nr int) kg.Date {
	if w.Articles == 0 {
		return ""
	}
	return day(nr % w.Articles * w.Days / w.Articles)
}

// event picks an event that article number nr tells of, and the day of that event.
func (w *World) event(rng *rand.Rand, nr int) (int, kg.Date) {
	if w.Articles == 0 {
		i := zipf(rng, w.Events)
		return i, day(i % w.Days)
	}
	const weeks = 3
	newest := nr % w.Articles * w.Events / w.Articles
	i := newest - zipf(rng, min(newest+1, 7*weeks*w.Events/w.Days+1))
	return i, day(i * w.Days / w.Events)
}

// zipf picks one of n things, the first ones far more often.
func zipf(rng *rand.Rand, n int) int {
	if n <= 1 {
		return 0
	}
	// the inverse of the distribution function of 1/x on [1, n+1)
	x := int(math.Exp(rng.Float64()*math.Log(float64(n+1)))) - 1
	return min(max(x, 0), n-1)
}

const (
	surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤𠮷"
	given    = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红辉鹏宇飞鑫波斌莉云龙海春生文志国建新成林永庆东亮梅晶山旭宁天泽浩然子轩雨欣怡嘉琪思远翔晨阳凯悦乐安康正义仁德礼智信𠀋"
	regions  = "东西南北中上下大小新长平安宁远山川河江湖海沙石林泉岭峰谷原野湾港岛洲滨津桥塔关屯堡营寨店镇集庄"
	words    = "会议指出要坚持推动高质量发展深化改革扩大开放加强合作交流签署协议项目建设教育医疗文化旅游产业科技创新生态环境保护乡村振兴民生服务干部群众企业投资市场经济增长"
)

func pick(runes []rune, n int) string { return string(runes[n%len(runes)]) }

func personName(i int) string {
	s, g := []rune(surnames), []rune(given)
	name := pick(s, i*7+3) + pick(g, i*13+1)
	if i%3 > 0 {
		name += pick(g, i/len(g)+i*5)
	}
	return name
}

func placeName(i int) string {
	r := []rune(regions)
	return pick(r, i) + pick(r, i*11/7+5) + []string{"市", "区", "县"}[i%3]
}

func day(n int) kg.Date {
	const daysAMonth = 28
	return kg.Date(fmt.Sprintf("%04d-%02d-%02d", 2024+n/(12*daysAMonth), n/daysAMonth%12+1, n%daysAMonth+1))
}
