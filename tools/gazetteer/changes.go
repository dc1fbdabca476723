package main

import (
	"os"
	"path/filepath"
	"strings"
)

// change is a division that another took over.
type change struct{ date, from, to string }

// changes reads jionlp's dated changes, then the hand-written ones, which win.
func (g *generator) changes() ([]change, error) {
	data, err := os.ReadFile(filepath.Join(g.pypi, "jionlp/dictionary/china_location_change.txt"))
	if err != nil {
		return nil, err
	}
	var cs []change
	for _, line := range strings.Split(string(data), "\n") {
		before, after, ok := strings.Cut(strings.TrimSpace(line), "=>")
		if !ok {
			continue
		}
		f := strings.Split(before, "\t") // date, authority, then pairs of full and short names
		old := ""
		for i := 2; i < len(f); i += 2 {
			old += f[i]
		}
		cs = append(cs, change{f[0], old, strings.ReplaceAll(after, "\t", "")})
	}
	rows, err := tabRows(filepath.Join(g.lists, "changes.tsv"))
	for _, r := range rows {
		cs = append(cs, change{r[0], r[1], r[2]})
	}
	return cs, err
}

// succeed dates the divisions that changes name, and gives every ended division its successor: the one of changes, else the
// next holder of its code, else the division of the same stem under the same prefecture or province that began then.
func succeed(ps []*place, cs []change) {
	paths, codes, stems := map[string][]*place{}, map[string][]*place{}, map[string][]*place{}
	for _, p := range ps {
		if p.level == township || p.code == "" {
			continue
		}
		paths[p.path()] = append(paths[p.path()], p)
		codes[p.code] = append(codes[p.code], p)
		stems[stem(p)] = append(stems[stem(p)], p)
	}
	for _, c := range cs {
		old, heir := last(paths[c.from], ended), last(paths[c.to], lasting)
		if old == nil || heir == nil || old == heir {
			continue
		}
		old.to, old.next = c.date, heir
		if heir.from != "" && heir.from <= c.date && stem(heir) == stem(old) {
			heir.from = c.date
		}
	}
	for _, p := range ps {
		if p.to == "" || p.next != nil || p.code == "" {
			continue
		}
		follows := func(q *place) bool { return q != p && (q.to == "" || q.to > p.to) && q.from != "" && q.from <= p.to }
		if p.next = last(codes[p.code], follows); p.next == nil {
			p.next = last(stems[stem(p)], follows)
		}
	}
}

func ended(p *place) bool   { return p.to != "" }
func lasting(p *place) bool { return p.to == "" }

func last(ps []*place, ok func(*place) bool) *place {
	for i := len(ps) - 1; i >= 0; i-- {
		if ok(ps[i]) {
			return ps[i]
		}
	}
	return nil
}

// stem is the province and the name without its generic part, by which 平泉县 and 平泉市 are kin.
func stem(p *place) string {
	s := short(p.name)
	if s == "" {
		s = strings.TrimRight(p.name, "市县区旗盟")
	}
	return p.code[:2] + s
}
