package clause

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// seats is where the buildings of state stand that news names without their city, and whose they are.
var seats = [...]struct{ building, city, state string }{
	{"人民大会堂", "北京市", "中国"},
	{"中南海", "北京市", "中国"},
	{"钓鱼台", "北京市", "中国"},
	{"天安门", "北京市", "中国"},
	{"国家会议中心", "北京市", "中国"},
	{"国家博物馆", "北京市", "中国"},
	{"京西宾馆", "北京市", "中国"},
	{"八一大楼", "北京市", "中国"},
	{"国家大剧院", "北京市", "中国"},
	{"国家体育场", "北京市", "中国"},
	{"国家体育馆", "北京市", "中国"},
	{"国家速滑馆", "北京市", "中国"},
	{"全国政协礼堂", "北京市", "中国"},
	{"人民英雄纪念碑", "北京市", "中国"},
	{"毛主席纪念堂", "北京市", "中国"},
	{"八宝山", "北京市", "中国"},
	{"中国共产党历史展览馆", "北京市", "中国"},
	{"中国人民抗日战争纪念馆", "北京市", "中国"},
	{"布达拉宫", "西藏自治区拉萨市", "中国"},
	{"金紫荆广场", "香港特别行政区", "中国"},
	{"金莲花广场", "澳门特别行政区", "中国"},
	{"雄安新区", "河北省", "中国"},
	{"克里姆林宫", "莫斯科", "俄罗斯"},
	{"联合国总部", "纽约", "美国"},
	{"万国宫", "日内瓦", "瑞士"},
}

// seatOf is the city in which the building of state stands that name begins with, or that stands behind its own city or state in it
// (中国国家博物馆, 瑞士日内瓦万国宫). "" for any other: another state's 国家体育场 is its own, and many a town has its 纪念碑.
func seatOf(name string) string {
	for _, s := range seats {
		head, _, ok := strings.Cut(name, s.building)
		if head = strings.TrimPrefix(head, s.state); ok && (head == "" || slices.Contains(discourse.Shorts(s.city), head)) {
			return s.city
		}
	}
	return ""
}

// letters is the cities that one character names behind 在: 在京开幕.
var letters = map[rune]string{'京': "北京市", '沪': "上海市", '渝': "重庆市", '津': "天津市"}

// lettered is the city whose letter text begins with, unless that is the beginning of a word: 在京集体会见, but 在京剧院.
func lettered(text []rune) string {
	if lexicon.Default().BeginsWord(text) {
		return ""
	}
	return letters[text[0]]
}

// Where is the finest division that the clause of token i says it happens in: 在集宁召开; "" if it says none.
func (c *Clause) Where(i int) string {
	found := ""
	for j := c.Comma(c.Comma(i)) + 1; j < len(c.Tokens); j++ {
		t := c.Tokens[j]
		if j > i && (t.Kind == discourse.Comma || t.Kind == discourse.Semi) {
			break
		}
		if t.Kind == discourse.Text && j > 0 && c.Tokens[j-1].Is(discourse.At) && c.described(j) == 0 && found == "" {
			found = cmp.Or(lettered([]rune(c.D.String(t.Span))), seatOf(c.D.String(t.Span)))
			if zh.BeginsWith(c.D.String(t.Span), "这里", "此地", "此间") || c.D.String(t.Span) == "此" {
				found = c.Spot(j)
			}
			continue
		}
		if t.Kind == discourse.Org && j > 0 && c.Tokens[j-1].Is(discourse.At) && c.described(j) == 0 && found == "" {
			found = c.housed(t)
			continue
		}
		if t.Kind != discourse.Place || c.described(j) > 0 || j == 0 || !c.Located(j) || discourse.InTitle(c.Tokens, j) && !c.capital(j-1) || c.Adjoined(j) != nil || c.Adjoined(j-1) != nil || c.sent(j) || j < i && c.elsewhere(j, i) || j > i && c.onward(j) {
			continue // 在中巴建交35周年纪念封上签字 says nowhere
		}
		p := c.D.Places[t.Index]
		name := p.Name
		if p.Type != reading.Admin {
			name = c.Seat(p)
		}
		if name == "中国" && !c.D.Foreign(c.D.Home) && c.D.Home != "" && c.D.Home != name && c.heads(j) {
			continue // 在中国茶都一楼大厅, at home
		}
		if name != "" && (found == "" || found == "中国" && !c.D.Foreign(name) || discourse.Within(name, found) || c.D.Foreign(found) && !c.D.Foreign(name) && (j < i || c.joined(j))) {
			found = name
		}
	}
	return cmp.Or(found, c.during(i))
}

// heads is true for a place at token j that only begins the name of what stands behind it.
func (c *Clause) heads(j int) bool {
	return j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Text && c.Tokens[j+1].Start == c.Tokens[j].End && !zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), "境内", "各地", "举行", "召开")
}

// during is where what the clause of token i happens in the course of takes place, as the sentence before it tells: 本届艺术节在甲城开幕。艺术节期间，….
func (c *Clause) during(i int) string {
	first := c.Comma(c.Comma(i)) + 1
	for j := first; j < i; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Text && strings.HasSuffix(c.D.String(t.Span), "期间") && courses.MatchString(c.Text(first, j+1)) {
			return c.Spot(first)
		}
	}
	return ""
}

// courses is the words for the time of a show or festival. One of a meeting tells no more than the story does: its statesmen meet beside it.
var courses = regexp.MustCompile(`(?:展|大赛|[装化术游乐影]周|活动|[化术游乐影]节)[”》]?期间$`)

// joined is true for the place at token j right behind the state that it lies in: 在甲国乙城, 在甲国首都乙城.
func (c *Clause) joined(j int) bool { return c.Tokens[j-1].Kind == discourse.Place || c.capital(j-1) }

// sent is true for the place at token j behind which stands where its mission is sent: 在中国驻甲组织使团.
func (c *Clause) sent(j int) bool {
	return j+1 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Text && zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), "驻", "常驻")
}

// elsewhere is true where the place at token j, before the verb at token i, is where something else is: what only dates it (在甲国国庆到来之际，),
// or what 的 makes an attribute of who does it at another place (将在甲城举行的运动会在乙城召开发布会).
func (c *Clause) elsewhere(j, i int) bool {
	held := false
	for k := j + 1; k < i; k++ {
		switch t := c.Tokens[k]; {
		case t.Kind == discourse.Comma, t.Kind == discourse.Semi:
			return strings.HasSuffix(c.D.String(c.Tokens[k-1].Span), "之际")
		case t.Is(discourse.Of):
			held = held || c.Tokens[k-1].Is(discourse.Convene)
		case t.Is(discourse.At) && held:
			return true
		}
	}
	return strings.Contains(c.Text(j, i), "之际")
}

// onward is true for the place at token j to which somebody goes behind what he has done: 出席峰会后抵达某城.
func (c *Clause) onward(j int) bool {
	return j > 1 && c.Tokens[j-1].Is(discourse.Travel) && c.Tokens[j-2].Kind == discourse.Text && strings.HasSuffix(c.D.String(c.Tokens[j-2].Span), "后")
}

// Spot is the division that 这里 means at token i: the last one that its sentence, or the one before it, tells of. "" if they tell of none.
func (c *Clause) Spot(i int) string {
	for s, tokens := range c.D.Back(c.Sentence, c.Tokens[:i], farSpot) {
		if s != c.Sentence && (!s.Body() || s.First < c.Sentence.First-farSpot) {
			break
		}
		for _, t := range slices.Backward(tokens) {
			if t.Kind != discourse.Place || zh.BeginsWith(c.D.String(t.Span), "全", "我", "本") {
				continue // 全市动员会在这里举行
			}
			p := c.D.Places[t.Index]
			if p.Type == reading.Admin {
				return p.Name
			}
			if seat := c.Seat(p); seat != "" {
				return seat
			}
		}
	}
	return ""
}

// farSpot is how many tokens before a sentence the place may be told that 这里 means.
const farSpot = 60

// housed is the division in which the body of token t has its house, of which 在 makes a place: 在某城总理府会谈. The state's own
// bodies say nothing of where, but its missions do.
func (c *Clause) housed(t discourse.Token) string {
	if seat := c.D.Seat(t.Index); seat != "中国" {
		return seat
	}
	return Embassy(c.D, c.D.Name(t))
}

// Visiting is where the person described by the sentence's relative clause is: 正在乙国出席会议的某某. "" if it says nowhere.
func (c *Clause) Visiting() string {
	for j, t := range c.Tokens {
		if t.Kind == discourse.Place && c.described(j) > 0 && j > 0 && c.doing(j-1) && c.D.Places[t.Index].Type == reading.Admin {
			return c.D.Places[t.Index].Name
		}
	}
	return ""
}

// Seat is the division that a building stands in: by its own name, or by the division that its name begins with.
func (c *Clause) Seat(p reading.Place) string {
	return cmp.Or(seatOf(p.Name), c.D.Standing(p.Name))
}

// Aside is true for what the clause at token i only recalls or plans: after 曾 or 将, or dated before the story.
func (c *Clause) Aside(i int) bool {
	if c.Noted(i, discourse.Future) || c.Once(i) {
		return true
	}
	day, own := c.Day(i)
	return own && (c.D.Article == nil || !Recent(day.Latest(), c.D.Article.PublishedAt))
}

// Once is true for what the clause at token i only looks back to: after 此前 or 多次, or after 曾 where it isn't news of the last days
// (18日，某某曾赴某市考察).
func (c *Clause) Once(i int) bool {
	for j := c.Comma(i) + 1; j < i; j++ {
		if c.described(j) > 0 || !c.Tokens[j].Is(discourse.Past) {
			continue
		}
		if day, own := c.Day(i); c.D.String(c.Tokens[j].Span) != "曾" || !own || c.D.Article == nil || !ThisWeek(day.Latest(), c.D.Article.PublishedAt) {
			return true
		}
	}
	return false
}

// ThisWeek is true for a day no more than a week before the issue.
func ThisWeek(day, issue string) bool {
	a, err := time.Parse(time.DateOnly, day)
	b, errb := time.Parse(time.DateOnly, issue)
	return err == nil && errb == nil && !a.After(b) && b.Sub(a) <= 7*24*time.Hour
}

// Recalled is true where the clause at token i gives no day and an earlier sentence of its paragraph opens with one long past or says that things began then, from
// which the text has not come back: 去年10月，协会成立。协会与某公司签了协议.
func (c *Clause) Recalled(i int) bool {
	if _, own := c.Day(i); own || c.D.Article == nil {
		return false
	}
	s, j, ok := c.D.DatedBefore(c.Sentence)
	if !ok {
		return false
	}
	tokens := c.D.Rest(s)
	day := c.D.Dates[tokens[j].Index].Latest()
	opens := j == 0 && len(day) >= len("2006-01")
	return (opens || c.D.Since(tokens, j)) && !Recent(day, c.D.Article.PublishedAt)
}

// SameYear is true for two dates of one year.
func SameYear(a, b string) bool { return len(a) >= 4 && len(b) >= 4 && a[:4] == b[:4] }

// Recent is true for a date within some two months of the issue: news. A year or a far month is memory.
func Recent(date, issue string) bool {
	if date == "" || issue == "" {
		return true
	}
	if len(date) < len("2006-01") {
		return false
	}
	months := func(s string) int {
		if len(s) < len("2006-01") {
			return 0
		}
		n := 0
		for _, r := range s[:4] {
			n = n*10 + int(r-'0')
		}
		return n*12 + int(s[5]-'0')*10 + int(s[6]-'0')
	}
	gap := months(issue) - months(date)
	return gap >= 0 && gap <= 1
}
