package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/storetest"
)

// warmUp is how often a question is asked before it counts.
const warmUp = 10

// ask tells the median and the 99th percentile of each kind of question, and, beside them, what a statement written by hand
// takes for the same rows: the two in turn, so that what else the machine does weighs on both.
func ask(ctx context.Context, url string, s kg.Store, n sizes, out io.Writer) (err error) {
	samples, err := storetest.SamplesOf(ctx, s)
	if err != nil {
		return err
	}
	h, err := byHand(url, samples)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	for _, q := range storetest.Questions(ctx, s, samples) {
		asked := func(i int) error { return q.Ask(i) }
		if !strings.HasPrefix(q.Name, n.only) {
			continue
		}
		text := h.text(q.Name)
		if text == "" {
			took, err := timed(n.asked, asked)
			if err != nil {
				return fmt.Errorf("%s: %w", q.Name, err)
			}
			fmt.Fprintf(out, "  %-22s %s\n", q.Name, took[0])
			continue
		}
		took, err := timed(n.asked, asked, func(i int) error { _, err := h.rows(ctx, text, i); return err })
		if err != nil {
			return fmt.Errorf("%s: %w", q.Name, err)
		}
		fmt.Fprintf(out, "  %-22s %s  by hand %s  ratio %.2f\n", q.Name, took[0], took[1], float64(took[0].p50)/float64(took[1].p50))
	}
	return nil
}

// quantiles is how long something takes.
type quantiles struct{ p50, p99 time.Duration }

func (q quantiles) String() string {
	return fmt.Sprintf("p50 %8.2f ms  p99 %8.2f ms", ms(q.p50), ms(q.p99))
}

// timed does several things in turn, so many times.
func timed(times int, things ...func(i int) error) ([]quantiles, error) {
	took := make([][]time.Duration, len(things))
	for i := range warmUp + times {
		for j, do := range things {
			t := time.Now()
			if err := do(i); err != nil {
				return nil, err
			}
			if i >= warmUp {
				took[j] = append(took[j], time.Since(t))
			}
		}
	}
	out := make([]quantiles, len(things))
	for j, list := range took {
		slices.Sort(list)
		out[j] = quantiles{list[len(list)/2], list[len(list)*99/100]}
	}
	return out, nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// residentMiB is this process's resident size, 0 where the system doesn't tell.
func residentMiB() int {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		if rest, ok := bytes.CutPrefix(lines.Bytes(), []byte("VmRSS:")); ok {
			kib, _ := strconv.Atoi(string(bytes.Fields(rest)[0]))
			return kib / 1024
		}
	}
	return 0
}
