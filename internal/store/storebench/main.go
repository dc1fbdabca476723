// Command storebench measures stores side by side: how fast articles load at several sizes of the graph, and what reading
// takes then. It deletes nothing: give it empty stores.
//
//	storebench [FLAGS] STORE-URL …
//
// -h lists the flags.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/pprof"
	"slices"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/storetest"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "storebench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("storebench", flag.ContinueOnError)
	articles := flags.Int("articles", 1000, "articles to load; rates are taken at powers of ten from 1,000 on")
	batch := flags.Int("batch", 0, "articles a transaction; 0: what the store takes best, else 40")
	more := flags.Int("more", 0, "load so many more into stores that hold the first -articles, and tell their rate")
	questions := flags.Bool("questions", true, "ask questions when all is loaded")
	asked := flags.Int("asked", 200, "times that each question is asked")
	only := flags.String("only", "", "ask only questions whose name begins so, as Edges/hub")
	anyDay := flags.Bool("anyday", false, "load articles of all days in any order, with events of all days, not day by day as a paper comes")
	crowded := flags.Bool("crowd", false, "load a person of 30,000 claims and a place of 100,000, and page through what hangs on them")
	profile := flags.String("cpuprofile", "", "write a CPU profile to this file")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no store to measure: name them, as sqlite:FILE or bolt://USER:PASSWORD@HOST:PORT")
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	var errs []error
	for _, url := range flags.Args() {
		errs = append(errs, measure(ctx, url, sizes{*articles, *batch, *more, *asked, *crowded, *anyDay, *only}, *questions, out))
	}
	return errors.Join(errs...)
}

// sizes is how much to load.
type sizes struct {
	articles, batch, more, asked int
	crowd, anyDay                bool
	only                         string
}

func (n sizes) world() *storetest.World {
	w := storetest.WorldOf(n.articles)
	if !n.anyDay {
		w.Articles = n.articles
	}
	return w
}

// loadMore applies the articles behind the first loaded ones, in whole transactions.
func loadMore(ctx context.Context, s kg.Store, loaded int, n sizes, out io.Writer) error {
	if n.more < n.batch {
		return fmt.Errorf("%d more articles are less than one transaction of %d", n.more, n.batch)
	}
	world := n.world()
	var took []time.Duration
	for range n.more / n.batch {
		docs := make([]*kg.Document, n.batch)
		for i := range docs {
			docs[i] = world.Numbered(1, loaded+i)
		}
		t := time.Now()
		if _, err := s.Apply(ctx, docs...); err != nil {
			return err
		}
		took = append(took, time.Since(t)/time.Duration(n.batch))
		loaded += n.batch
	}
	slices.Sort(took)
	fmt.Fprintf(out, "  behind %d articles: %.0f articles/s (median of %d transactions of %d)\n", loaded, float64(time.Second)/float64(took[len(took)/2]), len(took), n.batch)
	return nil
}

// windowBatches are timed at each size, and their median told.
const windowBatches = 7

// articleClaims is the claims of an invented article, about.
const articleClaims = 30

// batchOf is how many articles a transaction of s holds where the user doesn't say.
func batchOf(s kg.Store) int {
	if s, ok := s.(kg.Sized); ok {
		return s.BestClaims() / articleClaims
	}
	return 40
}

func measure(ctx context.Context, url string, n sizes, questions bool, out io.Writer) error {
	s, err := store.Open(ctx, url)
	if err != nil {
		return err
	}
	if n.batch == 0 {
		n.batch = batchOf(s)
	}
	stats, err := s.Stats(ctx)
	fmt.Fprintf(out, "%.9s…\n", url)
	switch {
	case err != nil:
	case n.more > 0:
		err = loadMore(ctx, s, stats.Documents, n, out)
	case stats.Documents > 0:
		err = fmt.Errorf("the store holds %d documents already", stats.Documents)
	default:
		err = load(ctx, s, n, out)
	}
	if err == nil && questions {
		err = ask(ctx, url, s, n, out)
	}
	if err == nil && n.crowd {
		err = crowd(ctx, s, n, out)
	}
	return errors.Join(err, s.Close())
}

// load applies articles and tells the rate at 1,000, 10,000, … of them, and the resident size at each tenth.
func load(ctx context.Context, s kg.Store, n sizes, out io.Writer) error {
	world, articles, batch := n.world(), n.articles, n.batch
	begun, loaded := time.Now(), 0
	tenth := max(articles/10, 1)
	var window []time.Duration
	next := 1000
	for loaded < articles {
		docs := make([]*kg.Document, 0, batch)
		for i := range min(batch, articles-loaded) {
			docs = append(docs, world.Numbered(1, loaded+i))
		}
		t := time.Now()
		if _, err := s.Apply(ctx, docs...); err != nil {
			return err
		}
		took := time.Since(t)
		loaded += len(docs)
		if loaded/tenth != (loaded-len(docs))/tenth {
			fmt.Fprintf(out, "  %7d articles in %7.1f s, resident %4d MiB\n", loaded, time.Since(begun).Seconds(), residentMiB())
		}
		if loaded > next-windowBatches*batch/2 {
			window = append(window, took/time.Duration(len(docs)))
		}
		if len(window) == windowBatches {
			slices.Sort(window)
			fmt.Fprintf(out, "  at %d articles: %.0f articles/s (median of %d transactions of %d)\n", next, float64(time.Second)/float64(window[windowBatches/2]), windowBatches, batch)
			window, next = nil, next*10
		}
	}
	return nil
}
