// Command crash is what the crash test kills: it loads a file of articles as `baopu load` does, and writes a mark on
// standard output before and after each transaction, so that the test can kill it inside one and know that it did. It also
// loads beside another of its kind, verifies and exports, so that the test, slow under the race detector, need not.
//
//	crash load STORE FILE BATCH
//	crash beside STORE BATCH PATH…
//	crash try STORE FOLDER
//	crash gate STORE BATCH PATH… (with "-" where it waits)
//	crash verify STORE DOCUMENTS
//	crash export STORE
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "crash:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) < 2 {
		return errors.New("usage: crash load|beside|try|gate|verify|export STORE …")
	}
	s, err := store.Open(ctx, args[1])
	if err != nil {
		return err
	}
	switch {
	case args[0] == "load" && len(args) == 4:
		err = load(ctx, s, args[2], args[3])
	case args[0] == "beside" && len(args) > 3:
		err = beside(ctx, s, args[2], args[3:])
	case args[0] == "try" && len(args) == 3:
		_, err = loader.Load(ctx, s, args[2:], loader.Options{Batch: 3}) // whatever can be read
	case args[0] == "gate" && len(args) > 3:
		err = gate(ctx, s, args[2], args[3:])
	case args[0] == "verify" && len(args) == 3:
		err = verify(ctx, s, args[2])
	case args[0] == "export":
		err = export.JSONL(ctx, os.Stdout, s)
	default:
		err = fmt.Errorf("no such work: %q", args)
	}
	return errors.Join(err, s.Close())
}

func load(ctx context.Context, s kg.Store, file, batch string) error {
	n, err := strconv.Atoi(batch)
	if err != nil {
		return err
	}
	rep, err := loader.Load(ctx, &marked{Store: s}, []string{file}, loader.Options{Batch: n})
	if err != nil {
		return err
	}
	if len(rep.Failed) > 0 {
		return fmt.Errorf("%s: %s", rep.Failed[0].Place, rep.Failed[0].Why)
	}
	return nil
}

// verify wants the store sound, with at least so many documents.
func verify(ctx context.Context, s kg.Store, documents string) error {
	least, err := strconv.Atoi(documents)
	if err != nil {
		return err
	}
	faults, err := s.Verify(ctx)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return fmt.Errorf("%d faults, the first: %s", len(faults), faults[0])
	}
	stats, err := s.Stats(ctx)
	if err != nil {
		return err
	}
	if stats.Documents < least {
		return fmt.Errorf("%d documents, and %d were said to be in", stats.Documents, least)
	}
	return nil
}

// marked writes "B n" before the transaction that begins with document n, and "C n" when the documents up to n are in.
type marked struct {
	kg.Store
	applied int
}

func (m *marked) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	if _, err := fmt.Printf("B %d\n", m.applied); err != nil {
		return kg.Applied{}, err
	}
	a, err := m.Store.Apply(ctx, docs...)
	if err != nil {
		return a, err
	}
	m.applied += len(docs)
	_, err = fmt.Printf("C %d\n", m.applied)
	return a, err
}
