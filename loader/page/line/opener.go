package line

import (
	"slices"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/text"
)

// OnlyLede reports whether a text is a lede and nothing else.
func OnlyLede(r []rune) bool {
	l, ok := credit.ReadLede(r)
	return ok && l.Len == len(r)
}

// BrokenLede reports whether a lede begins on line a and ends on line b: 新华社北京3月8日 / 电.
func BrokenLede(a, b []rune) bool {
	if OpenBracket(a) && makersFirst(slices.Concat(a, b)) {
		return true
	}
	if !text.HasPrefix(a, "新华社") && !text.HasPrefix(a, "本报") || len(a) > 40 {
		return false
	}
	l, ok := credit.ReadLede(slices.Concat(a, b))
	return ok && l.Len > len(a)
}

// OpensArticle reports whether a line can only be the first of an article: a lede, an item's mark, 上接.
func OpensArticle(r []rune) bool {
	if text.HasPrefix(r, "又讯") || text.HasPrefix(r, "另讯") { // it goes on under the same headline
		return false
	}
	if ItemMark(r) > 0 {
		return true
	}
	if _, ok := credit.ReadLede(r); ok {
		return true
	}
	if text.HasPrefix(r, "本报讯") || makersFirst(r) {
		return true
	}
	_, _, ok := LeadingJump(r)
	return ok
}

// makersFirst reports whether a text begins with its makers in brackets, as a lede does without a house: （记者 王明）昨日，….
func makersFirst(r []rune) bool {
	if len(r) < 8 || !text.In("（(", r[0]) {
		return false
	}
	for i := 3; i+1 < len(r) && i < maxMakers; i++ {
		if text.In("）)", r[i]) {
			names, ok := credit.Line(string(r[1:i]))
			return ok && len(names) > 0 && !NamesWriter(names) && zh.BeginsWith(string(r[1:]), makerWords...) && !text.In("。，、；摄攝文图", r[i+1])
		}
	}
	return false
}

// maxMakers is how many code points the makers in brackets before a text have at most.
const maxMakers = 40

// makerWords begin the makers in brackets before a text.
var makerWords = []string{"记者", "本报记者", "通讯员", "本报通讯员", "全媒体记者", "融媒体记者", "见习记者"}

// ItemMark is the length of the mark that opens an item of a news column: ▲, ●, 【文山】; 0 without one.
func ItemMark(r []rune) int {
	if len(r) < 6 {
		return 0
	}
	if text.In("▲●◆■★▼△○◇□☆※▶►", r[0]) {
		return 1
	}
	if r[0] == '【' || r[0] == '［' {
		for i := 1; i < len(r) && i < 14; i++ {
			if r[i] == '】' || r[i] == '］' {
				return i + 1
			}
		}
	}
	return 0
}
