package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/storetest"
)

// crowdDocuments make a person of 30,000 claims and a place of more than 100,000.
const crowdDocuments = 3000

// crowd loads two nodes on which thousands of edges hang, and tells what pages of these take, and what one more article does.
func crowd(ctx context.Context, s kg.Store, n sizes, out io.Writer) error {
	c := storetest.NewCrowd()
	var docs []*kg.Document
	for nr := range crowdDocuments {
		docs = append(docs, c.Document(nr, true))
	}
	for some := range slices.Chunk(docs, n.batch) {
		if _, err := s.Apply(ctx, some...); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "  a crowd of %d articles is loaded\n", crowdDocuments)
	for _, p := range c.Pages() {
		for _, pages := range []int{0, 10} {
			if err := crowdPage(ctx, s, p, pages, n.asked, out); err != nil {
				return fmt.Errorf("%s: %w", p.Name, err)
			}
		}
	}
	return oneMore(ctx, s, c, out)
}

// crowdPage tells what the page behind so many others takes.
func crowdPage(ctx context.Context, s kg.Store, p storetest.CrowdPage, pages, times int, out io.Writer) error {
	q, n := p.Query, 0
	for range pages {
		q.Page.First = kg.MaxPage / 20
		got, err := s.Edges(ctx, []kg.ID{p.Of}, q)
		if err != nil {
			return err
		}
		if n += len(got[0].Edges); !got[0].Info.HasNext {
			break
		}
		q.Page.After = got[0].Info.End
	}
	q.Page.First = p.Query.Page.First
	took, err := timed(times, func(int) error { _, err := s.Edges(ctx, []kg.ID{p.Of}, q); return err })
	if err == nil {
		fmt.Fprintf(out, "  %-24s behind %5d: %s\n", p.Name, n, took[0])
	}
	return err
}

// oneMore tells what an article takes that names the two, and one that names others.
func oneMore(ctx context.Context, s kg.Store, c storetest.Crowd, out io.Writer) error {
	const times = 60
	var took [2][]time.Duration
	for nr := range times {
		for i, hub := range []bool{true, false} {
			doc := c.Document(crowdDocuments+nr, hub)
			t := time.Now()
			if _, err := s.Apply(ctx, doc); err != nil {
				return err
			}
			took[i] = append(took[i], time.Since(t))
		}
	}
	for i := range took {
		slices.Sort(took[i])
	}
	with, without := took[0][times/2], took[1][times/2]
	fmt.Fprintf(out, "  one more article: %.2f ms, without the crowd %.2f ms, ratio %.2f (medians of %d)\n", ms(with), ms(without), float64(with)/float64(without), times)
	return nil
}
