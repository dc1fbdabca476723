package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/loader/reading"
)

// longestWritten is how many characters a body's name has at most that stays as the article writes it.
const longestWritten = 3

// written is the name of o as the article writes it, where the reader has completed a short one by the place that its level word stands
// for (市妇联, read as 某市妇联): so few characters hardly tell that both are one. It is o's name otherwise.
func written(o reading.Organization) string {
	n := utf8.RuneCountInString(o.Name)
	if slices.ContainsFunc(o.Spans, func(e reading.Evidence) bool { return e.End-e.Start >= n }) {
		return o.Name
	}
	for _, short := range o.Short {
		if utf8.RuneCountInString(short) <= longestWritten && leveled(short) {
			return short
		}
	}
	return o.Name
}

// levels are the words that stand for a place in front of a body's name.
var levels = [...]string{"省", "市", "县", "縣", "区", "區", "州", "旗", "盟"}

func leveled(name string) bool {
	return slices.ContainsFunc(levels[:], func(l string) bool { return strings.HasPrefix(name, l) })
}
