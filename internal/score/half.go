package score

import (
	"fmt"
	"strings"

	"github.com/baopu/baopu/loader/facts"
)

// Half is a part of a gold file by its lines. Rules are tuned on the first half; the second is kept to see whether they
// carry over, so it is read as figures only.
type Half string

// The parts of a gold file; of an odd number of lines the first half has the one more.
const (
	First  Half = "first"
	Second Half = "second"
	All    Half = "all"
)

// seedPrefix begins the ids of the seed page, which is open as a whole: it is what the reader was first built on.
const seedPrefix = "seed-"

// Of is the lines of gold that belong to h. An unknown half is an error.
func (h Half) Of(gold []facts.Facts) ([]facts.Facts, error) {
	middle := (len(gold) + 1) / 2
	switch h {
	case First:
		return gold[:middle], nil
	case Second:
		return gold[middle:], nil
	case All:
		return gold, nil
	}
	return nil, fmt.Errorf("no half is called %q: want first, second or all", h)
}

// MayShowErrors says why the errors of h of gold may not be listed, nil where they may: of a first half, or of the seed
// page. Whoever has read the errors of the second half has tuned on it.
func (h Half) MayShowErrors(gold []facts.Facts) error {
	if h == First {
		return nil
	}
	for _, f := range gold {
		if !strings.HasPrefix(f.ID, seedPrefix) {
			return fmt.Errorf("errors may be listed of the first half only (--half first): the second is kept to measure with, and %s belongs to no open page", f.ID)
		}
	}
	return nil
}
