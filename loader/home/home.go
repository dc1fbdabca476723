// Package home infers the home place of a paper, the jurisdiction that its bare 市 and 县 mean, where nobody says it: from
// the paper's name, else from what its own reports are about. It is pure, and silent where it is not sure.
package home

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/article"
)

// OfPaper is the full path of the division that a paper is called after (乌海日报, 北京青年报), on date (partial ISO, "" today);
// "" where its name begins with none, or with one of several that none of which stands out.
func OfPaper(name, date string) string {
	g := gazetteer.Default()
	runes := zh.FoldRunes(name)
	for end := len(runes) - 1; end >= 2; end-- {
		var divisions []gazetteer.Candidate
		for _, c := range g.Named(string(runes[:end])) {
			if c.Place.Kind == gazetteer.Division && c.Place.Level <= gazetteer.County {
				divisions = append(divisions, c)
			}
		}
		if p, ok := g.Choose(divisions, date); ok {
			return p.PathAt(date)
		}
	}
	return ""
}

// own is the words by which a paper speaks of its home, by the level of the home.
var own = map[gazetteer.Level][]string{
	gazetteer.Prefecture: {"我市", "全市", "本市", "市委", "市政府", "市长"},
	gazetteer.County:     {"我县", "全县", "本县", "县委", "县政府", "县长", "我旗", "全旗", "旗委"},
}

// least is how many articles must be about the home, and majority by how much it must lead the next place.
const (
	least    = 2
	majority = 2
)

// OfArticles is the full path of the prefecture, or the county, that most articles of a page are about; "" where they don't
// speak of a home of their own, or no place leads clearly. Agency copy doesn't count.
func OfArticles(list []*article.Article, date string) string {
	v := vote{g: gazetteer.Default(), date: date, places: map[*gazetteer.Place]int{}}
	local := map[gazetteer.Level]int{}
	for _, a := range list {
		if a.Agency != "" {
			continue
		}
		text := a.Text().String()
		for level, words := range own {
			for _, w := range words {
				local[level] += strings.Count(text, w)
			}
		}
		v.read(text)
	}
	level := gazetteer.Prefecture
	if local[gazetteer.County] > local[level] {
		level = gazetteer.County
	}
	if local[level] < least {
		return ""
	}
	return v.winner(level)
}

// vote counts in how many articles a division is named, by itself or through what lies in it.
type vote struct {
	g      *gazetteer.Gazetteer
	date   string
	places map[*gazetteer.Place]int
}

func (v *vote) read(text string) {
	seen := map[*gazetteer.Place]bool{}
	runes := zh.FoldRunes(text)
	for i := 0; i < len(runes); {
		cs, end := v.g.Longest(runes, i)
		if end == i {
			i++
			continue
		}
		i = end
		p, ok := v.g.Choose(cs, v.date)
		if !ok || p.Kind != gazetteer.Division || len(cs) > 0 && cs[0].Form.Has(gazetteer.Common) {
			continue
		}
		for _, level := range []gazetteer.Level{gazetteer.Prefecture, gazetteer.County} {
			if up := p.Above(level); up != nil {
				seen[up] = true
			}
		}
	}
	for p := range seen {
		v.places[p]++
	}
}

// winner is the path of the division of level that leads, "" if none does clearly.
func (v *vote) winner(level gazetteer.Level) string {
	var best *gazetteer.Place
	first, second := 0, 0
	for p, n := range v.places {
		if p.Level != level {
			continue
		}
		switch {
		case n > first:
			best, first, second = p, n, first
		case n > second:
			second = n
		}
	}
	if first < least || first < majority*second {
		return ""
	}
	return best.PathAt(v.date)
}
