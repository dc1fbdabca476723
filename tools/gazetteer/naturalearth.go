package main

import (
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

// earth adds to others Natural Earth's features by their Chinese names that none of others has and that are no word of the dictionary.
// A bay of a city is left out: 旧金山湾 stands in 旧金山湾区.
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
	taken, states := map[string]bool{}, []string{}
	for _, p := range others {
		taken[p.name] = true
		for n := range p.names {
			taken[simplify(n)] = true
			if p.kind == country {
				states = append(states, n)
			}
		}
	}
	fits := func(name string) bool {
		w, known := words[name]
		city, bay := strings.CutSuffix(name, "湾")
		return !taken[name] && !(bay && taken[city]) && (!known || strings.HasPrefix(w.tag, "ns")) && tells(name, strings.Join(surnames, ""), states)
	}
	names := map[string]bool{}
	for _, f := range earthFiles {
		if err := g.earthNames(f, func(n string) {
			if n = simplify(n); fits(n) {
				names[n] = true
			}
		}); err != nil {
			return nil, err
		}
	}
	for _, n := range sortedKeys(names) {
		others = append(others, &place{name: n, kind: natural, level: noLevel})
	}
	return others, nil
}

// earthNames gives each name of a table, in whichever script it is written.
func (g *generator) earthNames(table string, each func(string)) error {
	f, err := os.Open(filepath.Join(g.earthDir, "ne_10m_"+table+".csv"))
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	at := slices.IndexFunc(rows[0], func(head string) bool { return strings.EqualFold(head, "name_zh") })
	if at < 0 {
		return fmt.Errorf("%s: no names", table)
	}
	for _, r := range rows[1:] {
		each(r[at])
	}
	return nil
}

// tells reports whether a name says what it names and nothing else: it has three characters or more, one of them before its
// ending at least; a person may be called so who has a surname, two characters and no landform of several; and 挪威海, 罗斯海
// stand in 挪威海军, 俄罗斯海军.
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
	if utf8.RuneCountInString(name) == 3 && strings.ContainsRune(surnames, first) && strings.Contains("江海洋山峰", end) {
		return false
	}
	return end != "海" || !slices.ContainsFunc(states, func(s string) bool { return strings.HasSuffix(s, stem) })
}
