package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
)

// beside loads paths when it is told to by a line on standard input. It says "R" when all is read that only its first
// article would have to wait for, "C n" when the documents up to n are in, and at the end how its transactions came to
// write: "T waits longest retries", the longest wait in milliseconds.
func beside(ctx context.Context, s kg.Store, batch string, paths []string) error {
	var o loader.Options
	if _, err := fmt.Sscan(batch, &o.Batch); err != nil {
		return fmt.Errorf("batch %q: %w", batch, err)
	}
	if err := loadInVain(ctx, paths, o); err != nil {
		return err
	}
	fmt.Println("R")
	if _, err := bufio.NewReader(os.Stdin).ReadString('\n'); err != nil {
		return fmt.Errorf("wait for the start: %w", err)
	}
	o.Step = func(at loader.Progress) { fmt.Println("C", at.Articles) }
	rep, err := loader.Load(ctx, s, paths, o)
	if err != nil {
		return err
	}
	if len(rep.Failed) > 0 {
		return fmt.Errorf("%s: %s", rep.Failed[0].Place, rep.Failed[0].Why)
	}
	_, err = fmt.Println("T", rep.Waits, rep.LongestWaitMS, rep.Retries)
	return err
}

// gate loads what of paths can be read. When it comes to "-", it says "G" and reads no further until it is told to by a line on
// standard input. At the end it says how many files it read once more, and of how many that wasn't enough: "O more left".
func gate(ctx context.Context, s kg.Store, batch string, paths []string) error {
	o := loader.Options{Stdin: waiting{}}
	if _, err := fmt.Sscan(batch, &o.Batch); err != nil {
		return fmt.Errorf("batch %q: %w", batch, err)
	}
	rep, err := loader.Load(ctx, s, paths, o)
	if err != nil {
		return err
	}
	left := 0
	for _, p := range rep.Overtaken {
		if p.Do != "" {
			left++
		}
	}
	_, err = fmt.Println("O", len(rep.Overtaken)-left, left)
	return err
}

// waiting is a file that nothing can be read from, and that takes its time to say so.
type waiting struct{}

func (waiting) Read([]byte) (int, error) {
	fmt.Println("G")
	_, err := bufio.NewReader(os.Stdin).ReadString('\n')
	return 0, errors.Join(errors.New("it was only waited for"), err)
}

// loadInVain loads into a store that is gone then.
func loadInVain(ctx context.Context, paths []string, o loader.Options) error {
	s, err := store.Open(ctx, "sqlite::memory:")
	if err != nil {
		return err
	}
	_, err = loader.Load(ctx, s, paths, o)
	return errors.Join(err, s.Close())
}
