package score

import "slices"

// Tally counts one kind over all articles: TP right, FP invented, FN missed. Errors has a line for each FP ("+ …") and FN
// ("- …") in the order of the gold.
type Tally struct {
	TP, FP, FN int
	Errors     []string
}

// PRF is precision, recall and their harmonic mean, 0 where there is nothing to divide by.
func (t *Tally) PRF() (precision, recall, f1 float64) {
	if t.TP+t.FP > 0 {
		precision = float64(t.TP) / float64(t.TP+t.FP)
	}
	if t.TP+t.FN > 0 {
		recall = float64(t.TP) / float64(t.TP+t.FN)
	}
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f1
}

// add compares the keys of one article or item. Each gold key is matched once, by an equal key first, else by the first
// that is the same. A predicted key that is the same as an optional key, or the same as a gold key already matched, is
// neither right nor wrong.
func (t *Tally) add(label string, gold, optional, predicted []key, same func(gold, predicted key) bool) {
	left := slices.Clone(gold)
	var hit []key
	for _, p := range exactFirst(gold, predicted) {
		is := func(g key) bool { return same(g, p) }
		i := slices.Index(left, p)
		if i < 0 {
			i = slices.IndexFunc(left, is)
		}
		switch {
		case i >= 0:
			hit = append(hit, left[i])
			left = slices.Delete(left, i, i+1)
			t.TP++
		case slices.ContainsFunc(hit, is) || slices.ContainsFunc(optional, is):
		default:
			t.invented(label + " " + p.String())
		}
	}
	for _, g := range left {
		t.missed(label + " " + g.String())
	}
}

// exactFirst is predicted with the keys that stand in gold in front, so that the order of the prediction can't matter.
func exactFirst(gold, predicted []key) []key {
	var exact, rest []key
	for _, p := range predicted {
		if slices.Contains(gold, p) {
			exact = append(exact, p)
		} else {
			rest = append(rest, p)
		}
	}
	return append(exact, rest...)
}

func (t *Tally) invented(what string) {
	t.FP++
	t.Errors = append(t.Errors, "+ "+what)
}

func (t *Tally) missed(what string) {
	t.FN++
	t.Errors = append(t.Errors, "- "+what)
}
