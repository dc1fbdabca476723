package ordered_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/baopu/baopu/loader/ordered"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func TestRunKeepsTheOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7} {
		var got []int
		slow := func(i int) int {
			for range (i * 7919) % 13 {
				runtime.Gosched() // let others overtake
			}
			return i * i
		}
		err := ordered.Run(t.Context(), workers, slices.Values(upTo(500)), slow, func(o int) error {
			got = append(got, o)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var want []int
		for _, i := range upTo(500) {
			want = append(want, i*i)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
}

func TestRunEndsAtTheFirstError(t *testing.T) {
	bad := errors.New("bad")
	var begun atomic.Int64
	calls := 0
	err := ordered.Run(t.Context(), 3, slices.Values(upTo(100000)), func(i int) int { begun.Add(1); return i }, func(o int) error {
		if calls++; o == 10 {
			return bad
		}
		return nil
	})
	if !errors.Is(err, bad) || calls != 11 {
		t.Errorf("error %v after %d calls", err, calls)
	}
	if n := begun.Load(); n > 100 {
		t.Errorf("%d items were begun for 11 results: the run isn't bounded", n)
	}
}

func TestRunEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	err := ordered.Run(ctx, 2, slices.Values(upTo(100000)), func(i int) int { return i }, func(o int) error {
		if o == 5 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
