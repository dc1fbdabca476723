package score

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/baopu/baopu/loader/trust"
)

// Reliability counts verdicts by family of rules: of each rule, and of every family round it up to trust.All, which stands
// first; the others follow by name.
func Reliability(list []Verdict) []trust.Family {
	count := map[string]trust.Family{trust.All: {Name: trust.All}}
	for _, v := range list {
		for name := v.Rule; ; name = trust.Parent(name) {
			if name == "" {
				name = trust.All
			}
			f := count[name]
			f.Name = name
			f.Judged++
			if v.Right {
				f.Right++
			}
			count[name] = f
			if name == trust.All {
				break
			}
		}
	}
	var out []trust.Family
	for _, f := range count {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b trust.Family) int {
		if (a.Name == trust.All) != (b.Name == trust.All) {
			if a.Name == trust.All {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Name, b.Name)
	})
	return out
}

// WriteReliability writes families as trust.Parse reads them, under a remark that says what they were counted over.
func WriteReliability(w io.Writer, over string, list []trust.Family) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# Written by `make reliability` over %s.\n# family, right, judged\n", over)
	for _, f := range list {
		fmt.Fprintf(b, "%s\t%d\t%d\n", f.Name, f.Right, f.Judged)
	}
	return b.Flush()
}
