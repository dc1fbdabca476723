package layout

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/baopu/baopu/loader/sheet"
)

// scattered finds lines that run down whose characters the file gives in no order: single characters that stand nearer to
// what is under them than to what is beside them, as those of a row don't.
func scattered(s *sheet.Sheet, taken []bool) []Line {
	var single []int
	for i := range s.Runs {
		if !taken[i] && utf8.RuneCountInString(s.Runs[i].Text) == 1 {
			single = append(single, i)
		}
	}
	slices.SortStableFunc(single, func(a, b int) int { return cmp.Compare(s.Runs[a].Y0, s.Runs[b].Y0) })
	var out []Line
	for n, i := range single {
		if taken[i] {
			continue
		}
		r := &s.Runs[i]
		v := Line{Box: r.Box, Size: r.Size, Face: r.Face, Bold: r.Bold, Vertical: true, Runs: []int{i}}
		last := i
		for _, k := range single[n+1:] {
			if !taken[k] && v.goesDown(&s.Runs[last], &s.Runs[k]) && s.Runs[k].Y0-s.Runs[last].Y1 < min(aside(s, last), aside(s, k)) {
				v.Runs = append(v.Runs, k)
				v.Box = v.Union(s.Runs[k].Box)
				last = k
			}
		}
		if len(v.Runs) < 3 {
			continue
		}
		for _, k := range v.Runs {
			taken[k] = true
		}
		out = append(out, v)
	}
	return out
}

// aside is the gap between run i and the nearest one of its size beside it.
func aside(s *sheet.Sheet, i int) float64 {
	r := &s.Runs[i]
	gap := math.Inf(1)
	for k := range s.Runs {
		if o := &s.Runs[k]; k != i && sizesAlike(o.Size, r.Size) && o.OverlapY(r.Box) > 0.5*r.Height() {
			gap = min(gap, max(0, -o.OverlapX(r.Box)))
		}
	}
	return gap
}
