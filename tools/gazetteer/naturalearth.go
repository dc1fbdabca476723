package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// earthFiles are the tables of Natural Earth's physical features that have Chinese names.
var earthFiles = []string{
	"geography_marine_polys", "geography_regions_elevation_points", "geography_regions_points", "geography_regions_polys",
	"lakes", "lakes_europe", "lakes_north_america", "rivers_europe", "rivers_lake_centerlines", "rivers_north_america",
}

// earthEnds are what a Chinese name of a feature ends in that says by itself what it is.
var earthEnds = strings.Fields("河 江 湖 海 洋 湾 海峡 岛 群岛 半岛 山 山脉 峰 高原 平原 沙漠 盆地 火山 水库 运河 冰川 大峡谷 三角洲 环礁 瀑布")

// givenEnds are the endings of features that given names end in, too: 王海山, 陈星河, 李小湖.
const givenEnds = "江海洋山峰河湖岛湾"

// earth adds to others Natural Earth's features by their Chinese names that none of others has and that are no word of the dictionary.
// A bay of a city is left out (旧金山湾 stands in 旧金山湾区), and so is a name that two features have by their ids of Wikidata, since
// nothing tells which one a text means: 格兰德河.
func (g *generator) earth(others []*place) ([]*place, error) {
	words, err := g.dictionary()
	if err != nil {
		return nil, err
	}
	simplify, err := g.simplifier()
	if err != nil {
		return nil, err
	}
	surnames, err := g.words("surnames.txt")
	if err != nil {
		return nil, err
	}
	first := strings.Join(surnames, "")
	taken, states := namesOf(others, simplify)
	ids := map[string]string{} // by name, the one id that its features have
	shared := map[string]bool{}
	for _, f := range earthFiles {
		if err := g.earthNames(f, func(name, id string) {
			name = simplify(name)
			shared[name] = shared[name] || id != "" && ids[name] != "" && id != ids[name]
			ids[name] = cmp.Or(ids[name], id)
		}); err != nil {
			return nil, err
		}
	}
	for _, name := range sortedKeys(ids) {
		w, known := words[name]
		city, bay := strings.CutSuffix(name, "湾")
		if shared[name] || taken[name] || bay && taken[city] || known && !strings.HasPrefix(w.tag, "ns") || !tells(name, first, states) {
			continue
		}
		others = append(others, &place{name: name, kind: natural, level: noLevel})
	}
	return others, nil
}

// namesOf is all names of places, simplified, and those of countries as they are.
func namesOf(places []*place, simplify func(string) string) (taken map[string]bool, states []string) {
	taken = map[string]bool{}
	for _, p := range places {
		taken[p.name] = true
		for n := range p.names {
			taken[simplify(n)] = true
			if p.kind == country {
				states = append(states, n)
			}
		}
	}
	return taken, states
}

// earthNames gives each name of a table, in whichever script it is written, and its feature's id of Wikidata, "" if it has none.
func (g *generator) earthNames(table string, each func(name, id string)) error {
	f, err := os.Open(filepath.Join(g.earthDir, "ne_10m_"+table+".csv"))
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	if len(rows) == 0 {
		return fmt.Errorf("%s: empty", table)
	}
	name, id := column(rows[0], "name_zh"), column(rows[0], "wikidataid")
	if name < 0 || id < 0 {
		return fmt.Errorf("%s: no names or no ids", table)
	}
	for _, r := range rows[1:] {
		each(r[name], r[id])
	}
	return nil
}

// column is where a table has head, in whichever case it is written; -1 if nowhere.
func column(heads []string, head string) int {
	return slices.IndexFunc(heads, func(h string) bool { return strings.EqualFold(h, head) })
}

// tells reports whether a name says what it names and nothing else: it has three characters or more, one of them before its ending at
// least. A name of three characters that begins with a surname and ends in one of givenEnds is left out: somebody may be called so. And
// 挪威海, 罗斯海 stand in 挪威海军, 俄罗斯海军.
func tells(name, surnames string, states []string) bool {
	if !allHan(name) || utf8.RuneCountInString(name) < 3 {
		return false
	}
	end := ""
	for _, e := range earthEnds {
		if strings.HasSuffix(name, e) && len(e) > len(end) {
			end = e
		}
	}
	stem := strings.TrimSuffix(name, end)
	if end == "" || stem == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	if utf8.RuneCountInString(name) == 3 && strings.ContainsRune(surnames, first) && strings.Contains(givenEnds, end) {
		return false
	}
	return end != "海" || !slices.ContainsFunc(states, func(s string) bool { return strings.HasSuffix(s, stem) })
}
