// Package office knows under which titles one and the same office is printed, so that what one article says of it is found by another's
// title: 市人民政府市长 and 市长, 市委组织部部长 and 组织部长. It knows no proper names of places and people.
package office

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// Key is the title by which a post of a jurisdiction is known, of the several under which it is printed: full names of organs are short
// ones (市人民代表大会常务委员会主任, 市人大常委会主任), and the jurisdiction has its level (人大常委会主任); neither the Party's committee is named
// where only its department can be meant (市委组织部部长, 组织部长), nor the government where only its head can (市人民政府市长, 市政府市长, 市长).
func Key(title string) string {
	key := shortOrgans.Replace(zh.Key(title))
	if rest, ok := strings.CutPrefix(key, "中共中央"); ok {
		return "中央" + rest
	}
	if head, ok := governor(key); ok {
		return head
	}
	for _, level := range levels {
		rest, ok := strings.CutPrefix(key, level)
		if !ok {
			continue
		}
		if zh.BeginsWith(rest, "人大", "政协", "政府", "纪委", "监委") {
			return rest
		}
		of := strings.TrimPrefix(strings.TrimPrefix(rest, "党"), "委")
		if zh.BeginsWith(of, departments...) {
			key = of
			break
		}
	}
	for _, d := range departments {
		if key == d+"长" {
			return d + "部长" // 组织部长
		}
	}
	return key
}

// governor is the head of a government by his title alone: 市政府副市长 is 副市长.
func governor(key string) (string, bool) {
	level, head, ok := strings.Cut(key, "政府")
	if !ok {
		return "", false
	}
	deputy := strings.TrimRight(head, governors)
	switch of := strings.TrimPrefix(head, deputy); {
	case !slices.Contains(deputies, deputy):
	case of == "主席" && strings.HasSuffix(level, "自治区"):
		return level + head, true
	case strings.HasSuffix(of, "长") && strings.HasSuffix(level, strings.TrimSuffix(of, "长")):
		return head, true
	}
	return "", false
}

// State is Key of a title of a whole country, that somebody holds who is called by those others, too: the heads of its government, and of
// its party, are called with the word for it or without, and so is the head of the state. But who is nowhere called 国家主席 may be 主席 of
// anything.
func State(title string, others []string) string {
	key := Key(title)
	if key == Presidency && slices.Contains(others, stateHead) {
		return stateHead
	}
	for _, f := range fronts {
		if rest, ok := strings.CutPrefix(key, f.organ); ok && slices.Contains(f.heads, strings.TrimLeft(rest, "第一二三常务副")) {
			return rest
		}
	}
	return key
}

// OfNation is the title by which an office of China is known that some articles print with a body (中共中央宣传部, 部长) and others in one
// (中央宣传部部长), and by its title alone where nobody else bears it; false if the post is the body's.
func OfNation(title, body string) (string, bool) {
	if strings.HasPrefix(body, "中共中央") && strings.HasSuffix(body, "部") {
		return Key(body + title), true
	}
	key := State(title, nil)
	return key, key != Key(title)
}

// fronts are the organs without which their heads are called, too.
var fronts = []struct {
	organ string
	heads []string
}{
	{"国务院", []string{"总理", "首相"}},
	{"政府", []string{"总理", "首相"}},
	{"中央委员会", []string{"总书记"}},
	{"中央", []string{"总书记"}},
	{"全国人大常委会", []string{"委员长"}},
}

// stateHead is the head of a state by the full title.
const stateHead = "国家主席"

// Presidency is what the head of a state is called behind his name, as many others are.
const Presidency = "主席"

// shortOrgans are the organs of a jurisdiction that have a full name, in formal lists, and a short one, from day to day.
var shortOrgans = strings.NewReplacer(
	"人民代表大会常务委员会", "人大常委会", "人民代表大会", "人大", "人民政府", "政府", "纪律检查委员会", "纪委", "监察委员会", "监委",
)

// governors are the characters of which the titles of heads of governments are made, and deputies what may stand before them.
const governors = "主席省市区县州旗盟镇乡长"

var deputies = []string{"", "副", "常务副", "第一副", "代", "代理"}

// levels are those of jurisdictions that have all organs, and departments those that only committees of the Party have.
var (
	levels      = []string{"自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "地"}
	departments = []string{"组织部", "宣传部", "统战部", "政法委"}
)
