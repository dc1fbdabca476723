package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/storetest"
)

// Each question is asked so often, after some that don't count.
const (
	asked  = 200
	warmUp = 20
)

// ask tells the median and the 99th percentile of each kind of question.
func ask(ctx context.Context, s kg.Store, out io.Writer) error {
	questions, err := storetest.Questions(ctx, s)
	if err != nil {
		return err
	}
	for _, q := range questions {
		took := make([]time.Duration, 0, asked)
		for i := range warmUp + asked {
			t := time.Now()
			if err := q.Ask(i); err != nil {
				return fmt.Errorf("%s: %w", q.Name, err)
			}
			if i >= warmUp {
				took = append(took, time.Since(t))
			}
		}
		slices.Sort(took)
		fmt.Fprintf(out, "  %-20s p50 %8.2f ms  p99 %8.2f ms\n", q.Name, ms(took[asked/2]), ms(took[asked*99/100]))
	}
	return nil
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
