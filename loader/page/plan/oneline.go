package plan

import (
	"math"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
)

// Gains for two display lines being one headline set in two, as logarithms of odds, fitted on typeset pages of many
// layouts and rounded. A dump has no sizes: what is there is the break, the lines' lengths and the texts they speak of.
const (
	tornPrior   = -0.4
	apartLoss   = -4.5 // they speak of different texts, the whole of their weight
	oneText     = 0.9  // one text has all of their words
	closesGain  = 6.0  // the second begins with a mark that no line begins with, or closes the first one's quotation
	pairGain    = 3.4  // the two characters at the break stand side by side in a text of the page
	wordGain    = 2.5  // a word runs over the break
	openEndGain = 2.2  // the first ends with a word that asks for another
	evenGain    = 2.1  // one is as long as the other, or a character longer: headlines are balanced
	nearGain    = 0.2  // the same, but two or three
	unevenLoss  = -0.9 // they are of quite different lengths
	remnantGain = 1.2  // the second is a few characters
	halvedLoss  = -2.0 // one of them is two halves already
	kickedLoss  = -0.3 // the first reads as a kicker
	peopleLoss  = -0.4 // the second names who was there
	crowdLoss   = -1.2 // they stand in a list of the page's headlines
	briefLoss   = -1.2 // the first is too short for half a headline
	wholeLoss   = -1.2 // the first ends as headlines end: …召开, …名单
	noticeLoss  = -3.5 // or as a notice's does
	timeLoss    = -2.7 // the second begins with a time: 去年…, 3月8日…
	unlikeLoss  = -0.4 // they are of other lengths
	penLoss     = -2.5 // the second may be a pen name of two characters
	nameLoss    = -1.0 // or a name of three
)

// under reports whether b is the display line next to a.
func under(a, b *part.Part) bool {
	return a.Role == part.Head && b.Role == part.Head && a.Last+1 == b.First
}

// crowd is what the run of display lines that part i stands in says: in a list of headlines neighbours are different ones.
func crowd(ps []part.Part, i int) float64 {
	from, to := i, i
	for from > 0 && under(&ps[from-1], &ps[from]) {
		from--
	}
	for to+1 < len(ps) && under(&ps[to], &ps[to+1]) {
		to++
	}
	if to-from+1 > line.MostHead+1 {
		return crowdLoss
	}
	return 0
}

// torn is what there is for line b going on with the headline whose last line a is; all is that headline so far.
func (p *plan) torn(all, a, b []rune) float64 {
	if below(b) || line.BareName(b) && name.UsualSurname(b[0]) || numbered(b) {
		return -1
	}
	gain := tornPrior + lengths(a, b) + p.broken(all, a, b)
	switch {
	case hasHalves(a) && hasHalves(b):
		gain += 2 * halvedLoss
	case hasHalves(a), hasHalves(b):
		gain += halvedLoss
	case placeOnly(a), held(a), kicks(a) && motto(b):
		gain += kickedLoss
	}
	switch {
	case line.BareName(b) && len(b) == 2:
		gain += penLoss
	case line.BareName(b):
		gain += nameLoss
	case people(b):
		gain += peopleLoss
	}
	switch {
	case line.NoticeTitle(text.Squeezed(all)):
		gain += noticeLoss
	case zh.EndsWith(string(a), wholeEnds...):
		gain += wholeLoss
	}
	if line.MonthDay(b) || zh.BeginsWith(string(b), leads...) {
		gain += timeLoss
	}
	return gain
}

// agree is what the texts that two lines speak of say for their being one headline.
func agree(a, b *speech) float64 {
	apart, one := a.apart(b)
	return apartLoss*apart + oneText*one
}

// broken is what the break itself says.
func (p *plan) broken(all, a, b []rune) float64 {
	gain := 0.0
	x, y := text.Last(a), b[0]
	if text.In("”’』」》、，", y) || quotesOpen(all) > 0 && quotesOpen(b) < 0 {
		gain += closesGain
	}
	if len(a) > 3 && len(b) > 2 && zh.IsHan(x) && zh.IsHan(y) {
		if p.words.Known(x, y) {
			gain += pairGain
		}
		if _, _, ok := lexicon.Default().Crossing(append(append([]rune(nil), a...), b...), len(a)); ok {
			gain += wordGain
		}
	}
	if unfinished(a) {
		gain += openEndGain
	}
	return gain
}

// lengths is what the lengths of two lines say for their being one headline.
func lengths(a, b []rune) float64 {
	x, y := float64(text.Width(a))/2, float64(text.Width(b))/2
	gain := 0.0
	if x < 4 {
		gain += briefLoss
	}
	if y <= 4 {
		gain += remnantGain
	}
	switch differ := math.Abs(x - y); {
	case differ <= 1:
		return gain + evenGain
	case differ <= 3:
		return gain + nearGain
	case differ > 0.4*max(x, y):
		return gain + unevenLoss
	}
	return gain + unlikeLoss
}

// wholeEnds end a headline that is whole, leads begin the next one under it.
var (
	wholeEnds = []string{
		"召开", "举行", "会议", "名单", "闭幕", "落幕", "开幕", "启动", "出炉", "逝世", "夺冠", "上线", "投用", "开工", "会见", "揭牌", "挂牌", "考察", "督察", "调研", "协议", "文件",
		"备忘录", "大会", "工作",
	}
	leads = []string{"去年", "今年", "昨日", "昨天", "日前", "近日", "上半年", "为", "据", "根据"}
)

// quotesOpen is how many more quotations a line opens than it closes.
func quotesOpen(r []rune) int {
	n := 0
	for _, c := range r {
		switch {
		case text.In("“‘《「『", c):
			n++
		case text.In("”’》」』", c):
			n--
		}
	}
	return n
}

// hasHalves reports whether a line without stops is two stretches of Han text with a space between, as a headline is.
func hasHalves(r []rune) bool {
	if text.Stops(r) > 0 {
		return false
	}
	for i := 3; i+3 < len(r); i++ {
		if text.IsSpace(r[i]) && !text.IsWord(r[i-1]) && !text.IsWord(r[i+1]) && isText(r[i-1]) && isText(r[i-2]) && isText(r[i-3]) && isText(r[i+1]) && isText(r[i+2]) && isText(r[i+3]) {
			return true
		}
	}
	return false
}

func isText(r rune) bool { return zh.IsHan(r) || text.IsWord(r) || text.In("“”《》", r) }
