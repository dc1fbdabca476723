// Package trust says how far each rule of the reader is to be trusted: its smoothed precision over articles whose facts
// careful readers wrote down and on which the rules were not tuned. The figures stand in reliability.tsv, which
// `make reliability` measures anew; nothing in the reader sets a confidence by hand.
package trust

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed reliability.tsv
var measured string

// Least is the number of judged cases that a family needs to speak for itself; one with fewer has its parent's precision.
const Least = 20

// All is the family of every rule.
const All = "all"

// given begins the rules of what came with the article, its paper and its credits: no rule read it, so none can err.
const given = "given."

// Family is the rules whose names begin alike: title, title.list. Of its Judged cases Right were right.
type Family struct {
	Name          string
	Right, Judged int
}

// PerMille is the smoothed precision of f's own cases (Laplace's rule of succession), 0 to 1000.
func (f Family) PerMille() int { return (1000*(f.Right+1) + (f.Judged+2)/2) / (f.Judged + 2) }

// Table is the measured families by name. All is always there.
type Table struct {
	rows   []Family
	byName map[string]Family
}

// Default is the table that is built in.
var Default = sync.OnceValue(func() *Table {
	t, err := Parse(measured)
	if err != nil {
		panic("trust: the built-in table: " + err.Error())
	}
	return t
})

// Parse reads a table: a line `family<TAB>right<TAB>judged` a family, lines that begin with # are remarks. An error names the line.
func Parse(text string) (*Table, error) {
	t := &Table{byName: map[string]Family{}}
	for i, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f, err := family(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		if _, ok := t.byName[f.Name]; ok {
			return nil, fmt.Errorf("line %d: %s stands twice", i+1, f.Name)
		}
		t.rows = append(t.rows, f)
		t.byName[f.Name] = f
	}
	if _, ok := t.byName[All]; !ok {
		return nil, fmt.Errorf("no family is called %s", All)
	}
	return t, nil
}

func family(line string) (Family, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 3 || fields[0] == "" {
		return Family{}, fmt.Errorf("%q: want family, right and judged between tabs", line)
	}
	right, err := strconv.Atoi(fields[1])
	if err != nil {
		return Family{}, err
	}
	judged, err := strconv.Atoi(fields[2])
	if err != nil {
		return Family{}, err
	}
	if right < 0 || right > judged {
		return Family{}, fmt.Errorf("%d of %d can't be right", right, judged)
	}
	return Family{fields[0], right, judged}, nil
}

// Families is the rows in the order of the table.
func (t *Table) Families() []Family { return t.rows }

// Of is the confidence of a claim that rule makes, per mille.
func (t *Table) Of(rule string) int {
	if strings.HasPrefix(rule, given) {
		return 1000
	}
	return t.Family(rule).PerMille()
}

// OfMarked is Of for an article that bears marks (fiction, damage): what was read from it is half as sure for each, which puts
// it below what questions ask for unless somebody else says the same. What came with the article stands as it is.
func (t *Table) OfMarked(rule string, marks int) int {
	sure := t.Of(rule)
	if strings.HasPrefix(rule, given) {
		return sure
	}
	return sure >> marks
}

// Family is the nearest family of rule with enough cases to speak: rule itself, or what it begins with up to a dot, or All.
func (t *Table) Family(rule string) Family {
	for name := rule; name != ""; name = Parent(name) {
		if f, ok := t.byName[name]; ok && f.Judged >= Least {
			return f
		}
	}
	return t.byName[All]
}

// Knows says whether a family of rule, however small, was measured.
func (t *Table) Knows(rule string) bool {
	for name := rule; name != ""; name = Parent(name) {
		if _, ok := t.byName[name]; ok {
			return true
		}
	}
	return strings.HasPrefix(rule, given)
}

// Parent is the family round a family, "" round the widest.
func Parent(name string) string {
	i := strings.LastIndexByte(name, '.')
	return name[:max(i, 0)]
}
