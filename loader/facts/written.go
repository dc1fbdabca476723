package facts

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/baopu/baopu/loader/reading"
)

// longestWritten is how many characters a body's name has at most that stays as the article writes it. A longer one is taken for the
// full name that ends in it by whoever compares the two (internal/score: from four characters on); one of three isn't.
const longestWritten = 3

// callings is the name in facts of each body that they call otherwise than the reading does.
type callings map[string]string

// called is how facts call the bodies of list, wherever one stands. Two that the article writes alike keep the names that part them.
func called(list []reading.Organization) callings {
	short, bearers := callings{}, map[string]map[string]bool{}
	for _, o := range list {
		name := written(o)
		if bearers[name] == nil {
			bearers[name] = map[string]bool{}
		}
		bearers[name][o.Name] = true
		if name != o.Name {
			short[o.Name] = name
		}
	}
	for full, name := range short {
		if len(bearers[name]) > 1 {
			delete(short, full)
		}
	}
	return short
}

// of is what facts call a body, or whoever else name is.
func (c callings) of(name string) string { return cmp.Or(c[name], name) }

// all is of for each of names.
func (c callings) all(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = c.of(name)
	}
	return out
}

// written is the name of o as the article writes it, where the reader has completed a short one by the place that its level word stands
// for (市妇联, read as 某市妇联): so few characters hardly tell that both are one. It is o's name otherwise.
func written(o reading.Organization) string {
	n := utf8.RuneCountInString(o.Name)
	if slices.ContainsFunc(o.Spans, func(e reading.Evidence) bool { return e.End-e.Start >= n }) {
		return o.Name
	}
	for _, short := range o.Short {
		if level, _ := utf8.DecodeRuneInString(short); utf8.RuneCountInString(short) <= longestWritten && reading.IsLevel(level) {
			return short
		}
	}
	return o.Name
}
