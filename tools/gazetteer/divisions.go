package main

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// today is the day of china-division 2.7.0's data; a division of the last revision that it lacks ended before.
const today = "2023-06"

// divisions builds the divisions of China: today's from china-division, earlier ones from the revisions of the standard.
func (g *generator) divisions(china *place) ([]*place, error) {
	now, err := g.current()
	if err != nil {
		return nil, err
	}
	dates, held, err := g.revisions()
	if err != nil {
		return nil, err
	}
	var ps []*place
	for n, s := range held {
		p := &place{code: n.code, name: n.name, kind: division, level: levelOf(n.code)}
		if s.first > 0 {
			p.from = dates[s.first-1]
		}
		switch {
		case now[n.code] == n.name:
			delete(now, n.code)
		case special(n.code):
		case s.last+1 < len(dates):
			p.to = dates[s.last+1]
		default:
			p.to = today
		}
		ps = append(ps, p)
	}
	for code, name := range now {
		p := &place{code: code, name: name, kind: division, level: levelOf(code), from: dates[len(dates)-1]}
		if code[4] == '7' {
			p.kind, p.from = zone, ""
		}
		ps = append(ps, p)
	}
	slices.SortFunc(ps, byCode)
	adopt(ps, china)
	ts, err := g.townships(ps)
	if err != nil {
		return nil, err
	}
	islands, err := g.islands(ps)
	return append(append(ps, ts...), islands...), err
}

func byCode(a, b *place) int {
	return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.from, b.from), cmp.Compare(a.name, b.name))
}

// special reports whether code is Hong Kong's, Macau's or Taiwan's, which china-division keeps apart.
func special(code string) bool { return code[0] == '7' || code[0] == '8' }

// current reads today's provinces, prefectures and counties: code of six digits → name.
func (g *generator) current() (map[string]string, error) {
	now := map[string]string{}
	for _, f := range []string{"provinces", "cities", "areas"} {
		rows, err := readCSV(filepath.Join(g.npm, "china-division/dist", f+".csv"))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			code := (r[0] + "0000")[:6]
			if filler(r[1]) || f == "areas" && code[4:] == "00" {
				continue
			}
			now[code] = r[1]
		}
	}
	if now["620201"] == now["620200"] { // 嘉峪关 has no counties; its own name stands in for one
		delete(now, "620201")
	}
	return now, nil
}

func readCSV(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return rows[1:], nil
}

// adopt gives every division its parent: the holder of the code above that lived longest beside it.
func adopt(ps []*place, china *place) {
	holders := map[string][]*place{}
	for _, p := range ps {
		holders[p.code] = append(holders[p.code], p)
	}
	for _, p := range ps {
		p.parent = china
		if p.level == county {
			if q := beside(p, holders[p.code[:4]+"00"]); q != nil {
				p.parent = q
				continue
			}
		}
		if p.level != province {
			if q := beside(p, holders[p.code[:2]+"0000"]); q != nil {
				p.parent = q
			}
		}
	}
}

// beside is the last of hs whose time overlaps p's, the last of all if none does. One that lasts goes before one that doesn't, which some revisions
// misprint (荷泽市).
func beside(p *place, hs []*place) *place {
	var best *place
	for _, h := range hs {
		overlaps := (p.to == "" || h.from < p.to) && (h.to == "" || p.from < h.to)
		if best == nil || overlaps && (h.to == "" || best.to != "") {
			best = h
		}
	}
	return best
}

// townships reads the divisions below counties: 镇, 乡, 街道, 苏木, and zones that the statistics count as such.
func (g *generator) townships(above []*place) ([]*place, error) {
	now := map[string]*place{}
	for _, p := range above {
		if p.to == "" {
			now[p.code] = p
		}
	}
	rows, err := readCSV(filepath.Join(g.npm, "china-division/dist/streets.csv"))
	if err != nil {
		return nil, err
	}
	var ts []*place
	for _, r := range rows {
		if filler(r[1]) {
			continue
		}
		up := now[r[2]]
		if up == nil {
			up = now[r[2][:4]+"00"]
		}
		if up == nil {
			return nil, fmt.Errorf("township %s %s: no county %s", r[0], r[1], r[2])
		}
		t := &place{code: r[0], name: r[1], kind: zone, level: township, parent: up}
		for _, s := range []string{"镇", "乡", "街道", "苏木"} {
			if strings.HasSuffix(r[1], s) {
				t.kind = division
			}
		}
		ts = append(ts, t)
	}
	return ts, nil
}

// islands reads the districts of Hong Kong and Macau and the cities and districts of Taiwan; they have no codes here.
func (g *generator) islands(above []*place) ([]*place, error) {
	data, err := os.ReadFile(filepath.Join(g.npm, "china-division/dist/HK-MO-TW.json"))
	if err != nil {
		return nil, err
	}
	var tree map[string]map[string][]string
	if err := json.Unmarshal(data, &tree); err != nil {
		return nil, fmt.Errorf("HK-MO-TW.json: %w", err)
	}
	var out []*place
	for _, top := range above {
		if !special(top.code) || top.level != province {
			continue
		}
		for city, districts := range tree[top.name] {
			up := top
			if top.name == "台湾省" {
				up = &place{name: city, kind: division, level: prefecture, parent: top}
				out = append(out, up)
			}
			for _, d := range districts {
				d, _, _ = strings.Cut(d, "（")
				out = append(out, &place{name: d, kind: division, level: county, parent: up})
			}
		}
	}
	slices.SortFunc(out, func(a, b *place) int { return cmp.Compare(a.path(), b.path()) })
	return out, nil
}
