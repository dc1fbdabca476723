package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// places writes the gazetteer: places.txt.gz, a row a place, and names.txt.gz, a row a name, sorted.
func (g *generator) places() error {
	countries, err := g.countries()
	if err != nil {
		return err
	}
	china := countries[slices.IndexFunc(countries, func(p *place) bool { return p.code == "CN" })]
	divisions, err := g.divisions(china)
	if err != nil {
		return err
	}
	changes, err := g.changes()
	if err != nil {
		return err
	}
	succeed(divisions, changes)
	foreign, err := g.foreign(countries)
	if err != nil {
		return err
	}
	regions, err := g.plain("regions.txt", region)
	if err != nil {
		return err
	}
	features, err := g.plain("natural.txt", natural)
	if err != nil {
		return err
	}
	if err := g.name(divisions); err != nil {
		return err
	}
	all := slices.Concat(countries, divisions, foreign, regions, features)
	cities, err := g.cities(countries, all)
	if err != nil {
		return err
	}
	if all, err = g.earth(append(all, cities...)); err != nil {
		return err
	}
	for i, p := range all {
		p.index = i
	}
	return g.write(all, countries)
}

// name gives divisions their full and short names, then the other ones of the hand-written list.
func (g *generator) name(divisions []*place) error {
	paths := map[string]*place{}
	for _, p := range divisions {
		p.call(p.name, formFull)
		if p.kind == division && p.level != township {
			p.call(short(p.name), formShort)
			p.call(inner(p.name), formShort)
			p.call(everyday(p.name), formShort)
		}
		if p.to == "" {
			paths[p.path()] = p
		}
	}
	rows, err := tabRows(filepath.Join(g.lists, "aliases.tsv"))
	for _, r := range rows {
		p := paths[r[0]]
		if p == nil {
			return fmt.Errorf("aliases.tsv: no division %q", r[0])
		}
		for _, n := range fields(r, 1) {
			p.call(n, formShort)
		}
	}
	return err
}

// inner is the last two characters of a banner of several (乌拉特前旗 → 前旗), as its own paper calls it.
func inner(name string) string {
	two := lastRunes(name, 2)
	if utf8.RuneCountInString(name) > 3 && strings.HasSuffix(two, "旗") && strings.ContainsAny(two, "前后中左右") {
		return two
	}
	return ""
}

func (g *generator) write(all, countries []*place) error {
	ordinary, err := g.ordinary()
	if err != nil {
		return err
	}
	simplify, err := g.simplifier()
	if err != nil {
		return err
	}
	var rows strings.Builder
	names := map[string][]string{}
	for _, p := range all {
		parent, next := "", ""
		if p.parent != nil {
			parent = fmt.Sprint(p.parent.index)
		}
		if p.next != nil {
			next = fmt.Sprint(p.next.index)
		}
		fmt.Fprintf(&rows, "%s\t%s\t%c%c\t%s\t%s\t%s\t%s\n", p.code, p.name, p.kind, p.level, parent, p.from, p.to, next)
		p.call(p.name, formFull)
		for _, n := range sortedKeys(p.names) {
			form := p.names[n]
			if p.kind != country && ordinary(n, p) {
				form -= 'a' - 'A'
			}
			n = simplify(n)
			names[n] = append(names[n], fmt.Sprintf("%c%d", form, p.index))
		}
	}
	if err := g.letters(all, countries, names); err != nil {
		return err
	}
	if err := writeGzip(filepath.Join(g.out, "gazetteer/places.txt.gz"), rows.String()); err != nil {
		return err
	}
	var list strings.Builder
	for _, n := range sortedKeys(names) {
		list.WriteString(n + "\t" + strings.Join(names[n], ",") + "\n")
	}
	return writeGzip(filepath.Join(g.out, "gazetteer/names.txt.gz"), list.String())
}

// letters adds the one-character forms of countries and provinces, marked l.
func (g *generator) letters(all, countries []*place, names map[string][]string) error {
	rows, err := tabRows(filepath.Join(g.lists, "countries.tsv"))
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, n := range fields(r, 3) {
			for _, c := range countries {
				if c.code == r[0] {
					names[n] = append(names[n], fmt.Sprintf("l%d", c.index))
				}
			}
		}
	}
	rows, err = tabRows(filepath.Join(g.lists, "provinces.tsv"))
	for _, r := range rows {
		for _, n := range fields(r, 1) {
			for _, p := range all {
				if p.level == province && p.name == r[0] {
					names[n] = append(names[n], fmt.Sprintf("l%d", p.index))
				}
			}
		}
	}
	return err
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
