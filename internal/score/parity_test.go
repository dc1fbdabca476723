package score

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/facts"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const (
	parityCases  = 36
	parityGolden = "testdata/parity.golden"
)

// outcome is what a scorer says of one case.
type outcome struct {
	Headline float64
	Table    map[Kind][3]int // tp, fp, fn
	Errors   map[Kind][]string
	Report   string
}

// The reference scorer's answers to all cases are committed (its errors as a hash), so that the port is held to them where
// Python isn't. Where Python and the reference are, they are asked anew, and -update writes what they say.
func TestParityWithReference(t *testing.T) {
	ours := make([]outcome, parityCases)
	golds, preds := make([][]facts.Facts, parityCases), make([][]facts.Facts, parityCases)
	all := append(readGold(t, "seed-page"), readGold(t, "cm-dev")...)
	for n := range ours {
		golds[n], preds[n] = parityCase(t, all, n)
		ours[n] = outcomeOf(t, golds[n], preds[n])
	}
	theirs, asked := askReference(t, golds, preds)
	if *update {
		if !asked {
			t.Fatal("-update needs python3 and the reference scorer (BAOPU_GOLD)")
		}
		writeFile(t, parityGolden, lines(theirs))
	}
	want := readFile(t, parityGolden)
	for n, line := range strings.Split(strings.TrimSpace(want), "\n") {
		t.Run(fmt.Sprintf("case %02d", n), func(t *testing.T) {
			if asked {
				if diff := cmp.Diff(theirs[n], ours[n]); diff != "" {
					t.Errorf("(-reference +port):\n%s", diff)
				}
			}
			if got := ours[n].line(n); got != line {
				t.Errorf("committed answer of the reference:\n%s\nport:\n%s", line, got)
			}
		})
	}
}

// Every kind must be hit right, invented and missed somewhere in the cases, or parity proves nothing about it.
func TestParityCasesCoverAllKinds(t *testing.T) {
	all := append(readGold(t, "seed-page"), readGold(t, "cm-dev")...)
	sum := map[Kind][3]int{}
	for n := range parityCases {
		for k, c := range tallied(parityCase(t, all, n)).Table {
			s := sum[k]
			sum[k] = [3]int{s[0] + c[0], s[1] + c[1], s[2] + c[2]}
		}
	}
	for _, k := range Kinds() {
		if c := sum[k]; c[0] == 0 || c[1] == 0 || c[2] == 0 {
			t.Errorf("%s: tp, fp, fn over all cases are %v", k, c)
		}
	}
}

func tallied(gold, pred []facts.Facts) outcome {
	s := Of(gold, pred)
	out := outcome{Headline: s.Headline(), Table: map[Kind][3]int{}, Errors: map[Kind][]string{}}
	for _, k := range Kinds() {
		t := s.Tally(k)
		out.Table[k] = [3]int{t.TP, t.FP, t.FN}
		out.Errors[k] = append([]string{}, t.Errors...)
	}
	return out
}

func outcomeOf(t *testing.T, gold, pred []facts.Facts) outcome {
	t.Helper()
	out := tallied(gold, pred)
	var b bytes.Buffer
	if err := Of(gold, pred).WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	out.Report = b.String()
	return out
}

func (o outcome) line(n int) string {
	var b strings.Builder
	sum := sha256.New()
	fmt.Fprintf(&b, "%02d %.6f", n, o.Headline)
	for _, k := range Kinds() {
		c := o.Table[k]
		fmt.Fprintf(&b, " %s=%d/%d/%d", k, c[0], c[1], c[2])
		fmt.Fprintf(sum, "%s\n%s\n", k, strings.Join(o.Errors[k], "\n"))
	}
	fmt.Fprintf(sum, "%s", o.Report)
	fmt.Fprintf(&b, " %.6x", sum.Sum(nil))
	return b.String()
}

func lines(list []outcome) string {
	var b strings.Builder
	for n, o := range list {
		fmt.Fprintln(&b, o.line(n))
	}
	return b.String()
}

// driver asks the reference for one case a line: its tallies, and its table as its own main prints it.
const driver = `
import contextlib, io, json, sys
sys.path.insert(0, sys.argv[1])
import score
for n in range(int(sys.argv[3])):
    gold, pred = ("%s/%d.%s" % (sys.argv[2], n, x) for x in ("gold", "pred"))
    t = score.score(score.load(gold), score.load(pred))
    kinds = score.HEADLINE + score.EXTRA
    table, js = io.StringIO(), io.StringIO()
    sys.argv[1:], keep = [gold, pred], sys.argv[1:]
    with contextlib.redirect_stdout(table): score.main()
    sys.argv.append("--json")
    with contextlib.redirect_stdout(js): score.main()
    sys.argv[1:] = keep
    print(json.dumps({"Headline": json.loads(js.getvalue())["headline"], "Table": {k: [t[k].tp, t[k].fp, t[k].fn] for k in kinds},
                      "Errors": {k: t[k].errors for k in kinds}, "Report": table.getvalue()}))
`

// askReference runs the reference over all cases in one process; false where it or Python is not to be had.
func askReference(t *testing.T, golds, preds [][]facts.Facts) ([]outcome, bool) {
	t.Helper()
	dir := os.Getenv("BAOPU_GOLD")
	if dir == "" {
		dir = filepath.FromSlash("../../../shared/gold")
	}
	python, err := exec.LookPath("python3")
	if _, missing := os.Stat(filepath.Join(dir, "score.py")); err != nil || missing != nil {
		t.Log("python3 or the reference scorer is not here: held to its committed answers only")
		return nil, false
	}
	work := t.TempDir()
	for n := range golds {
		writeFacts(t, fmt.Sprintf("%s/%d.gold", work, n), golds[n])
		writeFacts(t, fmt.Sprintf("%s/%d.pred", work, n), preds[n])
	}
	cmd := exec.Command(python, "-B", "-c", driver, dir, work, fmt.Sprint(len(golds)))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("reference scorer: %v", err)
	}
	list := make([]outcome, 0, len(golds))
	for line := range bytes.Lines(out) {
		var o outcome
		if err := json.Unmarshal(line, &o); err != nil {
			t.Fatal(err)
		}
		list = append(list, o)
	}
	return list, true
}

func readGold(t *testing.T, name string) []facts.Facts {
	t.Helper()
	list, err := facts.Decode(strings.NewReader(readFile(t, "../../testdata/gold/"+name+".gold.jsonl")))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func writeFacts(t *testing.T, path string, list []facts.Facts) {
	t.Helper()
	var b bytes.Buffer
	if err := facts.Encode(&b, list...); err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, b.String())
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
