package sheet

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// ErrFormat is the error of a text that Encode didn't write; it is wrapped with the line.
var ErrFormat = errors.New("no sheet")

const head = "sheet 1"

// Encode writes s as text: a head with the page's size, then a line for each run (t X0 Y0 X1 Y1 SIZE FACE TEXT) and each mark
// (its kind's letter and box), fields divided by tabs. Points have one decimal. A bold run's letter is b.
func (s *Sheet) Encode() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\t%s\t%s\n", head, point(s.Width), point(s.Height))
	for i := range s.Runs {
		r := &s.Runs[i]
		letter := "t"
		if r.Bold {
			letter = "b"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", letter, r.box(), point(r.Size), clean(r.Face), clean(r.Text))
	}
	for i := range s.Marks {
		fmt.Fprintf(&b, "%c\t%s\n", s.Marks[i].Kind, s.Marks[i].box())
	}
	return b.String()
}

func (b Box) box() string {
	return point(b.X0) + "\t" + point(b.Y0) + "\t" + point(b.X1) + "\t" + point(b.Y1)
}

func point(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64) }

// clean keeps what divides fields and lines out of them.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// Parse reads what Encode wrote. The error names the line.
func Parse(text string) (*Sheet, error) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	f := strings.Split(lines[0], "\t")
	size, err := points(f[min(1, len(f)):])
	if f[0] != head || err != nil || len(size) != 2 {
		return nil, fmt.Errorf("line 1: %w", ErrFormat)
	}
	s := &Sheet{Width: size[0], Height: size[1]}
	for i, l := range lines[1:] {
		if err := s.line(l); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+2, err)
		}
	}
	return s, nil
}

func (s *Sheet) line(l string) error {
	f := strings.Split(l, "\t")
	if len(f) < 5 || len(f[0]) != 1 {
		return ErrFormat
	}
	at, err := points(f[1:5])
	if err != nil || at[0] > at[2] || at[1] > at[3] {
		return ErrFormat
	}
	box := Box{at[0], at[1], at[2], at[3]}
	switch k := f[0][0]; {
	case (k == 't' || k == 'b') && len(f) == 8:
		size, err := points(f[5:6])
		if err != nil {
			return ErrFormat
		}
		s.Runs = append(s.Runs, Run{Box: box, Size: size[0], Face: f[6], Bold: k == 'b', Text: f[7]})
	case len(f) == 5 && (k == byte(Picture) || k == byte(Rule) || k == byte(Frame)):
		s.Marks = append(s.Marks, Mark{box, Kind(k)})
	default:
		return ErrFormat
	}
	return nil
}

func points(f []string) ([]float64, error) {
	out := make([]float64, len(f))
	for i, x := range f {
		v, err := strconv.ParseFloat(x, 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, ErrFormat
		}
		out[i] = v
	}
	return out, nil
}
