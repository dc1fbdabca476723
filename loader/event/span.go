package event

import (
	"regexp"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/numeral"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// stretch says how long something goes on: 为期两天, 会期5天.
var stretch = regexp.MustCompile(`[为会]期([0-9一二两三四五六七八九十]{1,3})[天日]`)

// longestStretch is how many days something may go on to have an end that is news.
const longestStretch = 60

// lasts is how many days the sentence says that its event goes on, or the one behind it where it speaks on of it (大会为期三天). 0
// if neither does.
func (s *story) lasts(c *view) int {
	text := c.Text(0, len(c.Tokens))
	if zh.Holds(text, "发布会", "吹风会", "记者会") {
		return 0 // it tells how long something else goes on
	}
	m := stretch.FindStringSubmatch(text)
	for n, next := range s.d.Sentences[s.at+1 : min(s.at+1+farStretch, len(s.d.Sentences))] {
		if m != nil {
			break
		}
		tokens := s.d.Rest(next)
		text := s.d.Reading.Text.Slice(tokens[0].Start, tokens[len(tokens)-1].End)
		if n == 0 && tokens[0].Is(discourse.Session|discourse.Doings) || zh.BeginsWith(text, "本次", "此次", "本届") {
			m = stretch.FindStringSubmatch(text)
		}
	}
	if m == nil {
		return 0
	}
	number, _, ok := numeral.ParseAt([]rune(m[1]), 0)
	n, whole := number.Int()
	if !ok || !whole || n > longestStretch {
		return 0
	}
	return n
}

// farStretch is how many sentences on the text may say so (本次会议为期两天).
const farStretch = 12

// amongst is true for what a clause only counts among what a fair or a festival holds in its course, on some day: 本届电影节还将同时举办某论坛.
func (c *view) amongst(i int) bool {
	return course.MatchString(c.Text(0, i))
}

// course is how such a sentence goes on before its verb.
var course = regexp.MustCompile(`(?:本届|本次|此次|期间)[^。]*(?:还|还将|同时|同时还|陆续|先后|同期)$`)

// closed is true for the verb at token i of a sentence that tells before of what came to its end: 洽谈会闭幕，…签约项目638个.
func (c *view) closed(i int) bool {
	for j := range i {
		if c.closing(j) {
			return true
		}
	}
	return false
}

// spread gives an event of the day at token i its other end: where it closes that day is its last (闭幕), and how long it goes on
// tells the rest.
func (s *story) spread(f *draft, c *view, i int) {
	if len(f.Start) != len(time.DateOnly) || f.End != "" || f.Type == reading.Ceremony {
		return // an opening lasts no days
	}
	n := s.lasts(c)
	switch {
	case c.closing(i):
		f.Start, f.End = shift(f.Start, 1-n), f.Start
		if n <= 1 {
			f.Start = "" // when it began isn't told
		}
	case n > 1:
		f.End = shift(f.Start, n-1)
	}
}

// closing is true for the verb at token i that ends what went on: 闭幕, 落幕.
func (c *view) closing(i int) bool {
	return c.Tokens[i].Is(discourse.Convene) && zh.EndsWith(c.D.String(c.Tokens[i].Span), "闭幕", "落幕") && !c.Next(i).Is(discourse.Of)
}

// bygone is true for the verb at token i that only says which session is meant, not when it is (刚刚闭幕的会议, 由某局主办的论坛), and in a sentence
// that goes back in time: 此前，某某访问了某地.
func (c *view) bygone(i int) bool {
	return c.backThen(i) || c.Tokens[i].Is(discourse.Convene) && c.Next(i).Is(discourse.Of) &&
		(zh.Holds(c.Text(c.Comma(i)+1, i), "刚刚", "刚", "不久前", "前不久") || zh.EndsWith(c.D.String(c.Tokens[i].Span), "主办", "承办"))
}

// backThen is true for the verb at token i of what is only recalled: 此前，某某访问了某地, 我国成功举办峰会.
func (c *view) backThen(i int) bool {
	clause := c.Text(c.Comma(i)+1, i)
	return zh.BeginsWith(c.Text(0, i), "此前，", "之前，", "早前，", "早些时候，", "早先，", "在此之前，", "不久前，", "前不久，") ||
		c.Tokens[i].Is(discourse.Convene) && strings.HasSuffix(clause, "成功") && !zh.Holds(clause, "今", "当", "日")
}

// homeward is what a sentence goes on with that tells what was done before somebody came back: 出席会议后乘专机回到北京.
var homeward = regexp.MustCompile(`后，?乘坐?(?:专机|包机|飞机|火车|高铁)(?:回到|回国|返回)`)

// leaves is true where somebody sets out in the sentence before token i for what it tells of (乘专机离开北京，赴某国), or comes back from
// it: 结束出席会议后回到北京.
func (c *view) leaves(i int) bool {
	if c.returns(i) || c.lands(i) {
		return true
	}
	if c.Tokens[i].Is(discourse.Visit) && zh.Holds(c.Text(c.Comma(i)+1, i), "开始对", "邀请开始") {
		return false // 离开甲国前往乙国，开始访问
	}
	return zh.Holds(c.Text(0, i), "离开北京", "离京", "专机离开", "启程前往", "启程赴", "动身前往", "动身赴")
}

// onTour is true where the stretch of days before the verb at token i is that of a trip, on which what it tells took one of them: 6日至8日在某县考察，
// 会见某某，并出席会议.
func (c *view) onTour(i int) bool {
	if c.Last >= 0 && c.Tokens[c.Last].Is(discourse.Visit|discourse.Inspect|discourse.Travel) {
		return true
	}
	for j := i - 1; j >= 0 && c.Tokens[j].Kind != discourse.Date; j-- {
		if t := c.Tokens[j]; c.Relative(j) < 0 && (t.Is(discourse.Visit|discourse.Inspect) || t.Is(discourse.Travel) && zh.EndsWith(c.D.String(t.Span), "赴", "前往")) {
			return true
		}
	}
	return false
}

// landed says that somebody has come by air to where he will stay for days.
var landed = regexp.MustCompile(`(?:专机|包机|乘机)[^，。]{0,8}抵达|飞抵`)

// arrived ends what stands in front of the place to which a head of state or government has come.
var arrived = regexp.MustCompile(`(?:主席|总理|委员长)[^，。]{0,8}抵达$`)

// lands is true for the verb at token i of what somebody will take part in during a visit on which he has just landed: 5日乘专机抵达甲城，出席峰会并访问甲国.
func (c *view) lands(i int) bool {
	if !c.Tokens[i].Is(discourse.Attend | discourse.Host) {
		return false
	}
	for j := range i {
		if t := c.Tokens[j]; t.Kind == discourse.Place && c.D.Places[t.Index].Type == reading.Admin && arrived.MatchString(c.Text(0, j)) {
			return true
		}
	}
	return landed.MatchString(c.Text(0, i))
}

// edition is the year before that of the article with which the name begins of what the verb at token i is about: 参加2019年某某奥运会. "" if none.
func (c *view) edition(i int) string {
	next := c.Next(i)
	a := c.D.Article
	if next.Kind != discourse.Date || a == nil || !c.Tokens[i].Is(discourse.Attend|discourse.Convene) {
		return ""
	}
	year, ok := strings.CutSuffix(c.D.String(next.Span), "年")
	if !ok || len(year) != len("2006") || year >= a.PublishedAt[:min(len(year), len(a.PublishedAt))] {
		return ""
	}
	return year
}

// edited is true where what follows the token j tells which one of its meetings is meant: 国合会|2023年|年会.
func (c *view) edited(j int) bool {
	return j+2 < len(c.Tokens) && c.Tokens[j+1].Kind == discourse.Date && c.Tokens[j+2].Is(discourse.Session)
}

// cameFor is true for the verb at token i of a sentence that only tells for what somebody came: 甲是应乙的邀请来华出席峰会的.
func (c *view) cameFor(i int) bool {
	return c.Tokens[i].Is(discourse.Attend) && asGuest.MatchString(c.Text(0, i))
}

// asGuest says so.
var asGuest = regexp.MustCompile(`是应[^，。]{0,30}邀请`)

// welcoming is true for the verb at token i of what somebody has come to attend, as those say who welcome him: 甲对乙来乡出席庆典表示欢迎.
func (c *view) welcoming(i int) bool {
	if !c.Tokens[i].Is(discourse.Attend) || !strings.Contains(c.Text(c.Comma(i)+1, i), "对") {
		return false
	}
	return greeting.MatchString(c.Text(i, len(c.Tokens)))
}

// greeting is how such a clause goes on.
var greeting = regexp.MustCompile(`^[^，。；]*表示[^，。；]{0,4}欢迎`)

// returns is true for the verb at token i that only tells from what somebody comes: 在结束出席峰会后抵达某城的.
func (c *view) returns(i int) bool {
	behind := c.Text(i, len(c.Tokens))
	return zh.Holds(c.Text(0, i+1), "结束") && zh.Holds(behind, "回到", "回国", "返回", "后抵达", "后飞抵") || homeward.MatchString(behind)
}

// near is true for two days that can be one, or are not a week apart.
func near(a, b string) bool {
	if sameDay(a, b) {
		return true
	}
	return len(a) == len(time.DateOnly) && len(b) == len(time.DateOnly) && shift(a, week) > b && shift(b, week) > a
}

// earlier is true for two whole days the first of which is a week or more before the other.
func earlier(a, b string) bool {
	return len(a) == len(time.DateOnly) && len(b) == len(time.DateOnly) && shift(a, week) <= b
}

const week = 7

// shift is the ISO day n days after day; "" if day is none.
func shift(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}

// redate gives the event f that the verb at token i tells of again the day that its first naming lacked (由某台主办的大会今天举行), or the
// day on which it closed.
func (s *story) redate(f *draft, c *view, i int) {
	day, own := c.Day(i)
	if len(day.Start) != len(time.DateOnly) {
		return
	}
	switch {
	case !own && f.Start == "" && f.End == "" && f.part < c.Sentence.Part && c.Tokens[i].Is(discourse.Convene) && day.End == "" && s.trip >= 0 && within(day.Start, s.drafts[s.trip].Start, s.drafts[s.trip].End):
		f.Start = day.Start // the day that the trip has come to: 下午召开的会议
	case !own:
	case f.Start == "" && f.End == "":
		f.Start, f.End = day.Start, day.End
		f.Evidence.Rule = "event." + string(f.Type) + ".dated"
		s.spread(f, c, i)
	case f.stayed && f.End != "" && day.End == "" && f.Start <= day.Start && day.Start <= f.End && !c.Noted(i, discourse.Future):
		f.Start, f.End, f.stayed = day.Start, "", false // 9日至13日赴某国主持会议. 10日，主持会议
	case c.closing(i) && f.End == "" && day.End == "" && f.Start < day.Start:
		f.End = day.Start
	}
}

// remind is draft at, with the day that the verb at token verb tells where it calls it by its whole name.
func (s *story) remind(at int, c *view, verb int, name string) int {
	if f := s.drafts[at]; name != "" && name == f.Name {
		s.redate(f, c, verb)
	}
	return at
}

// occasion is true for the verb at token i of a clause that only dates what the sentence tells: 在某某出席峰会之际，.
func (c *view) occasion(i int) bool {
	for j := i + 1; j < len(c.Tokens); j++ {
		if k := c.Tokens[j].Kind; k == discourse.Comma || k == discourse.Semi {
			return strings.HasSuffix(c.D.String(c.Tokens[j-1].Span), "之际")
		}
	}
	return false
}

// otherDay is true where the day of the clause is that of what is told before, during or after what the noun at token noun names: 5日，某某出席峰会前会见…,
// 5日出席峰会后回到…. Who only talks behind it (出席仪式后与客商座谈) does so on the same day, and 出席会议前往某市 has no 前.
func (c *view) otherDay(noun int) bool {
	after := c.D.String(c.Next(noun).Span)
	switch {
	case c.occasion(noun):
		return true
	case zh.BeginsWith(after, "前往", "前来"):
		return false
	case zh.BeginsWith(after, "后"):
		for j := noun + 2; j < len(c.Tokens) && !c.Tokens[j].Mark(); j++ {
			if c.Tokens[j].Is(discourse.Meet | discourse.Talk | discourse.Say | discourse.Session) {
				return false
			}
		}
		return true
	}
	return zh.BeginsWith(after, "前", "期间", "间隙")
}
