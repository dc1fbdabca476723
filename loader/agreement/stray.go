package agreement

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
)

// What stands before the name of a document that has no title, in the same run of text, and is no part of it.
var (
	// heralds begin it: 签署了教育、科技等领域相关合作文件, 这也是停火协议到期之后.
	heralds = [...]string{
		"领域相关", "领域的", "领域", "首份", "那份", "第一份", "谈成", "谈下", "拿下", "谈定", "这也是", "这是", "也是", "是", "包括", "如果", "一旦", "无论",
		"随着", "有", "因", "使", "让", "值此", "此", "就在", "就",
	}
	// leadins end before it, wherever: 将此转化为停火协议.
	leadins = [...]string{"转化为", "视为", "看作", "变为"}
	// talks do where they are verbs, which one goes to do, goes on with or does with somebody: 前往某国磋商停火协议, 与某院洽谈共建协议, but
	// 外交部政治磋商谅解备忘录.
	talks    = [...]string{"磋商", "商讨", "参与", "洽谈", "商谈", "协商"}
	goingOn  = [...]string{"前往", "赴", "派", "进一步", "继续"}
	withWhom = [...]string{"与", "同", "和", "跟"}
)

// stray is how many characters of the name of a document to leave out at its beginning.
func stray(title string) int {
	whole := title
	for _, w := range leadins {
		if _, rest, ok := strings.Cut(title, w); ok && naming(rest) && !strings.HasPrefix(title, "关于") {
			title = rest
		}
	}
	for _, w := range talks {
		if before, rest, ok := strings.Cut(title, w); ok && naming(rest) && (zh.Holds(before, goingOn[:]...) || zh.BeginsWith(before, withWhom[:]...)) {
			title = rest
		}
	}
	for cut := true; cut; {
		cut = false
		for _, w := range heralds {
			if rest, ok := strings.CutPrefix(title, w); ok && naming(rest) && wordly(title, w) {
				title, cut = rest, true
				break
			}
		}
	}
	if rest, ok := strings.CutPrefix(title, "在"); ok && naming(rest) && !strings.Contains(rest, "的") && wordly(title, "在") {
		title = rest // 在停火协议生效前夕, but 在某国建立清算安排的备忘录
	}
	return len([]rune(whole)) - len([]rune(title))
}

// wordly is true where title begins with w as a word of its own: not 在线支付协议, 使馆租赁协议, 有机农业合作协议.
func wordly(title, w string) bool {
	runes := []rune(title)
	for n := len([]rune(w)) + 1; n <= min(longestWord, len(runes)); n++ {
		if lexicon.FreqOf(string(runes[:n])) > 0 {
			return false
		}
	}
	return true
}

// longestWord is how many characters of a longer word are asked for.
const longestWord = 4

// naming is true for what is long enough to name a document by itself.
func naming(title string) bool { return len([]rune(title)) >= shortestName }
