package claim

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// postKey is the title by which a post is known, of the several under which it is printed: full names of organs are short ones
// (市人民代表大会常务委员会主任, 市人大常委会主任), and the government isn't named where only its head can be meant
// (市人民政府市长, 市政府市长, 市长).
func postKey(title string) string {
	key := shortOrgans.Replace(zh.Key(title))
	level, head, ok := strings.Cut(key, "政府")
	if !ok {
		return key
	}
	deputy := strings.TrimRight(head, governors)
	switch governor := strings.TrimPrefix(head, deputy); {
	case !slices.Contains(deputies, deputy):
	case governor == "主席" && strings.HasSuffix(level, "自治区"):
		return level + head
	case strings.HasSuffix(governor, "长") && strings.HasSuffix(level, strings.TrimSuffix(governor, "长")):
		return head
	}
	return key
}

// statePost is postKey of a title of a whole country, that somebody holds who is called by those others, too: the heads of its
// government are called with the word for it or without, and so is the head of the state. But who is nowhere called 国家主席 may be
// 主席 of anything.
func statePost(title string, others []string) string {
	key := postKey(title)
	if key == presidency && slices.Contains(others, stateHead) {
		return stateHead
	}
	for _, front := range []string{"国务院", "政府"} {
		if rest, ok := strings.CutPrefix(key, front); ok && zh.EndsWith(rest, "总理", "首相") {
			return rest
		}
	}
	return key
}

// stateHead is the head of a state by the full title, and presidency what he is called behind his name, as many others are.
const stateHead, presidency = "国家主席", "主席"

// shortOrgans are the organs of a jurisdiction that have a full name, in formal lists, and a short one, from day to day.
var shortOrgans = strings.NewReplacer(
	"人民代表大会常务委员会", "人大常委会", "人民代表大会", "人大", "人民政府", "政府", "纪律检查委员会", "纪委", "监察委员会", "监委",
)

// governors are the characters of which the titles of heads of governments are made, and deputies what may stand before them.
const governors = "主席省市区县州旗盟镇乡长"

var deputies = []string{"", "副", "常务副", "第一副", "代", "代理"}
