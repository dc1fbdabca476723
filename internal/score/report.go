package score

import (
	"bufio"
	"fmt"
	"io"
)

// WriteTable prints a line a kind: P, R, F1 and the counts, and the headline after its kinds.
func (s *Scores) WriteTable(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%-20s %6s %6s %6s %6s %6s %6s\n", "kind", "P", "R", "F1", "tp", "fp", "fn")
	for i, k := range Kinds() {
		t := s.tallies[k]
		p, r, f := t.PRF()
		fmt.Fprintf(b, "%-20s %6.3f %6.3f %6.3f %6d %6d %6d\n", k, p, r, f, t.TP, t.FP, t.FN)
		if i == len(headline)-1 {
			fmt.Fprintf(b, "%-20s %20.3f\n", "HEADLINE (mean F1)", s.Headline())
		}
	}
	return b.Flush()
}

// WriteJSON prints the headline and p, r and f1 of each kind as one JSON object, byte for byte like the reference.
func (s *Scores) WriteJSON(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "{\n \"headline\": %s", float(s.Headline()))
	for _, k := range Kinds() {
		p, r, f := s.tallies[k].PRF()
		fmt.Fprintf(b, ",\n %q: {\n  \"p\": %s,\n  \"r\": %s,\n  \"f1\": %s\n }", k, float(p), float(r), float(f))
	}
	fmt.Fprint(b, "\n}\n")
	return b.Flush()
}

// WriteErrors lists what of one kind was missed (-) and invented (+). An unknown kind is an error.
func (s *Scores) WriteErrors(w io.Writer, k Kind) error {
	t := s.Tally(k)
	if t == nil {
		return fmt.Errorf("no kind of fact is called %q", k)
	}
	b := bufio.NewWriter(w)
	for _, e := range t.Errors {
		fmt.Fprintln(b, e)
	}
	return b.Flush()
}
