package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// notCountries are CLDR territories that are no country, or that belong to China's divisions.
var notCountries = strings.Fields("EU EZ UN XA XB ZZ QO HK MO TW AC CP CQ DG EA IC TA UM BV HM")

// countries reads the countries from CLDR, with the usual names of news from the hand-written list.
func (g *generator) countries() ([]*place, error) {
	data, err := os.ReadFile(filepath.Join(g.npm, "cldr-localenames-full/main/zh/territories.json"))
	if err != nil {
		return nil, err
	}
	var doc struct {
		Main struct {
			Zh struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("territories.json: %w", err)
	}
	rows, err := tabRows(filepath.Join(g.lists, "countries.tsv"))
	if err != nil {
		return nil, err
	}
	usual := map[string][]string{}
	for _, r := range rows {
		usual[r[0]] = r
	}
	var ps []*place
	for code, name := range doc.Main.Zh.LocaleDisplayNames.Territories {
		if len(code) != 2 || slices.Contains(notCountries, code) || code[0] >= '0' && code[0] <= '9' {
			continue
		}
		p := &place{code: code, name: name, kind: country, level: nation}
		if u := usual[code]; u != nil {
			p.name = u[1]
			for _, n := range fields(u, 2) {
				p.call(n, formFull)
			}
		}
		p.call(name, formFull)
		p.call(p.name, formFull)
		ps = append(ps, p)
	}
	slices.SortFunc(ps, byCode)
	return ps, nil
}

func fields(row []string, i int) []string {
	if i >= len(row) || row[i] == "" {
		return nil
	}
	return strings.Split(row[i], "/")
}

// foreign reads places below foreign countries: jionlp's capitals and cities, and the hand-written list.
func (g *generator) foreign(countries []*place) ([]*place, error) {
	named, codes := map[string]*place{}, map[string]*place{}
	for _, c := range countries {
		codes[c.code] = c
		for n := range c.names {
			named[n] = c
		}
	}
	rows, err := tabRows(filepath.Join(g.pypi, "jionlp/dictionary/world_location.txt"))
	if err != nil {
		return nil, err
	}
	var ps []*place
	seen := map[string]bool{}
	add := func(c *place, name string) {
		if c == nil || c.code == "CN" || name == "" || named[name] != nil || seen[c.code+name] {
			return
		}
		seen[c.code+name] = true
		ps = append(ps, &place{name: name, kind: abroad, level: noLevel, parent: c})
	}
	for _, r := range rows {
		c := named[r[0]]
		if c != nil && len(r) > 1 {
			c.call(r[1], formFull)
		}
		for _, n := range append(fields(r, 2), fields(r, 3)...) {
			add(c, n)
		}
	}
	rows, err = tabRows(filepath.Join(g.lists, "abroad.tsv"))
	for _, r := range rows {
		if codes[r[0]] == nil {
			return nil, fmt.Errorf("abroad.tsv: no country %q", r[0])
		}
		for _, n := range fields(r, 1) {
			add(codes[r[0]], n)
		}
	}
	return ps, err
}

// plain reads a hand-written list of places without a hierarchy: a name and its other names a line.
func (g *generator) plain(file string, kind byte) ([]*place, error) {
	rows, err := tabRows(filepath.Join(g.lists, file))
	var ps []*place
	for _, r := range rows {
		names := strings.Split(r[0], "/")
		p := &place{name: names[0], kind: kind, level: noLevel}
		for _, n := range names {
			p.call(n, formFull)
		}
		ps = append(ps, p)
	}
	return ps, err
}
