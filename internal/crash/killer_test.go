package main

import (
	"bufio"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/baopu/baopu/loader"
)

// killer kills loads of one file's articles into one store.
type killer struct {
	program
	*rand.Rand
	lines   []string
	rest    string // a file of the lines from offset on
	offset  int
	url     string          // of the store
	kills   int             // in all
	of      int             // documents in the file
	applied int             // documents that some load said to be in
	spans   []time.Duration // that transactions took for each document
}

// span is what a transaction of so many documents takes, about: a median, since a busy disk makes some take for ever.
func (k *killer) span(documents int) time.Duration {
	sorted := slices.Sorted(slices.Values(append(k.spans, time.Millisecond)))
	return time.Duration(documents) * min(sorted[len(sorted)/2], 10*time.Millisecond)
}

func newKiller(p program, file, url string, kills int) *killer {
	p.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		p.Fatal(err)
	}
	lines := slices.Collect(strings.Lines(string(b)))
	return &killer{
		program: p, Rand: rand.New(rand.NewPCG(20250226, 1)), lines: lines, url: url, kills: kills, of: len(lines),
		rest: filepath.Join(p.TempDir(), "rest.jsonl"),
	}
}

// resume writes what a load has to go on with: a transaction's worth before what is known to be in, since a killed load
// may have written one that it never told of, and all behind it.
func (k *killer) resume() {
	k.Helper()
	k.offset = max(0, k.applied-loader.MaxBatch)
	if err := os.WriteFile(k.rest, []byte(strings.Join(k.lines[k.offset:], "")), 0o644); err != nil {
		k.Fatal(err)
	}
}

// kill starts a load and kills it at a random instant a little beyond what was loaded before: four times of five at a
// random moment after a transaction began, else after one ended. It tells whether the load had begun a transaction that it
// had not ended.
func (k *killer) kill(nr int) (inside bool) {
	k.Helper()
	k.resume()
	// The kills share out what is left, but for the end: a load must not be over before it is killed. Those that are ahead of
	// their share write small transactions, so that the last kills find something to write.
	end := k.of - 4*loader.MaxBatch
	share := max(0, end-k.applied) / (k.kills - nr)
	most := loader.MaxBatch
	if k.applied > end*nr/k.kills {
		most = min(most, share+1)
	}
	batch := 1 + k.IntN(most)
	cmd := exec.CommandContext(k.Context(), k.path, "load", k.url, k.rest, strconv.Itoa(batch))
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		k.Fatal(err)
	}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		k.Fatal(err)
	}
	defer func() {
		if k.Failed() {
			_ = cmd.Wait() // so that all is there that it said
			k.Logf("the load said: %s", stderr.String())
		}
	}()
	// The first transaction that may be meant reaches one document beyond what is in.
	goal, mark := min(k.applied-batch+1+k.IntN(2*share+1), end), "B"
	if k.IntN(5) == 0 {
		goal, mark = goal+batch, "C"
	}
	marks := bufio.NewReader(pipe)
	k.await(marks, mark, goal)
	<-time.After(time.Duration(k.Int64N(int64(k.span(batch))))) // the random instant
	if err := cmd.Process.Kill(); err != nil {
		k.Fatalf("kill %d: the load had ended: %v", nr, err)
	}
	rest, err := io.ReadAll(marks)
	if err != nil {
		k.Fatal(err)
	}
	last := mark
	for line := range strings.Lines(string(rest)) {
		last = k.note(line)
	}
	if err := cmd.Wait(); err == nil || stderr.Len() > 0 {
		k.Fatalf("kill %d: the load ended by itself: %v %s", nr, err, stderr.String())
	}
	return last == "B"
}

// await reads marks up to the first of the kind whose transaction reaches goal, and measures what a transaction that
// writes takes.
func (k *killer) await(marks *bufio.Reader, mark string, goal int) {
	k.Helper()
	began := time.Now()
	for {
		line, err := marks.ReadString('\n')
		if err != nil {
			k.Fatalf("the load ended before document %d: %v", goal, err)
		}
		n, before := k.number(line), k.applied
		switch kind := k.note(line); {
		case kind == "B":
			began = time.Now()
		case n > before:
			k.spans = append(k.spans, time.Since(began)/time.Duration(n-before))
		}
		if line[:1] == mark && n >= goal {
			return
		}
	}
}

// note takes one mark into account and answers its kind.
func (k *killer) note(line string) string {
	if line[:1] == "C" {
		k.applied = max(k.applied, k.number(line))
	}
	return line[:1]
}

// number is the documents of the whole file that a mark speaks of.
func (k *killer) number(line string) int {
	k.Helper()
	_, n, _ := strings.Cut(strings.TrimSpace(line), " ")
	number, err := strconv.Atoi(n)
	if err != nil {
		k.Fatalf("mark %q", line)
	}
	return k.offset + number
}
