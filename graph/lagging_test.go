package graph_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

// bent is a store of which a test may bend what is read.
type bent struct {
	kg.Store
	changes func(inView bool, after int64, changes []kg.Change) []kg.Change
	list    func(ctx context.Context) error
}

func (b *bent) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	changes, err := b.Store.Changes(ctx, after, limit)
	if b.changes != nil {
		changes = b.changes(false, after, changes)
	}
	return changes, err
}

func (b *bent) View(ctx context.Context, fn func(kg.Reader) error) error {
	return b.Store.View(ctx, func(r kg.Reader) error { return fn(bentView{r, b}) })
}

type bentView struct {
	kg.Reader
	b *bent
}

func (r bentView) Changes(ctx context.Context, after int64, limit int) ([]kg.Change, error) {
	changes, err := r.Reader.Changes(ctx, after, limit)
	if r.b.changes != nil {
		changes = r.b.changes(true, after, changes)
	}
	return changes, err
}

func (r bentView) List(ctx context.Context, q kg.NodeQuery) (kg.NodePage, error) {
	if r.b.list != nil {
		if err := r.b.list(ctx); err != nil {
			return kg.NodePage{}, err
		}
	}
	return r.Reader.List(ctx, q)
}

// until lets others run until they have done something.
func until(t *testing.T, done func() bool) {
	t.Helper()
	for begun := time.Now(); !done(); runtime.Gosched() {
		if time.Since(begun) > 10*time.Second {
			t.Fatal("nothing has come of it")
		}
	}
}

var start = map[string]any{"after": kg.LogPlace{}.Encode()}

// A change that shows before the one in front of it waits for that: to whom looks for the end of the log, and to whom reads it.
func TestGapsOfTheLog(t *testing.T) {
	for _, hides := range []bool{false, true} {
		t.Run(fmt.Sprintf("in a view %v", hides), func(t *testing.T) {
			var hidden, asked atomic.Int64
			s := &bent{Store: opened(t), changes: func(inView bool, _ int64, changes []kg.Change) []kg.Change {
				if inView != hides {
					return changes
				}
				asked.Add(1)
				return slices.DeleteFunc(changes, func(c kg.Change) bool { return c.Seq == hidden.Load() })
			}}
			opts := quick()
			opts.Poll = 20 * time.Millisecond // the store is taken for gone after sixty times that
			c := dial(t, serve(t, s, opts).URL, nil).begin()
			c.subscribe("1", loaded, start)
			if !hides { // whoever looks first looks past all gaps
				until(t, func() bool { return asked.Load() > 0 })
			}
			hidden.Store(2)
			apply(t, s, page("a", 1, ""))
			apply(t, s, page("b", 1, ""))
			apply(t, s, page("c", 1, ""))
			if title, _ := arrival(t, c.next("1")); title != "a/0" {
				t.Error(title)
			}
			begun := asked.Load()
			until(t, func() bool { return asked.Load() > begun+1 })
			c.say(`{"type": "ping"}`)
			if m := c.hear(); m["type"] != "pong" {
				t.Error(m)
			}
			hidden.Store(0)
			for _, want := range []string{"b/0", "c/0"} {
				if title, _ := arrival(t, c.next("1")); title != want {
					t.Errorf("%s, want %s", title, want)
				}
			}
		})
	}
}

// Articles that show a moment behind their change aren't lost.
func TestArticlesBehindTheirChange(t *testing.T) {
	var seen atomic.Int64
	s := &bent{Store: opened(t), changes: func(inView bool, _ int64, changes []kg.Change) []kg.Change {
		if !inView && len(changes) > 0 {
			seen.CompareAndSwap(0, time.Now().UnixNano())
		}
		return changes
	}}
	var early atomic.Int64
	s.list = func(context.Context) error {
		if at := seen.Load(); at == 0 || time.Now().UnixNano()-at < int64(10*time.Millisecond) {
			early.Add(1)
		}
		return nil
	}
	opts := quick()
	opts.Poll = 200 * time.Millisecond
	c := dial(t, serve(t, s, opts).URL, nil).begin()
	c.subscribe("1", `subscription {loadProgress {documents}}`, nil)
	c.next("1") // the end of the log is known
	c.subscribe("2", loaded, start)
	apply(t, s, page("a", 1, ""))
	for c.hear()["id"] != "2" {
	}
	if n := early.Load(); n > 0 {
		t.Errorf("asked for articles at once %d times", n)
	}
}

// A subscription that begins while the newest change doesn't show yet has a place in the log.
func TestBeginningBeforeTheChangeShows(t *testing.T) {
	var asked atomic.Int64
	s := &bent{Store: opened(t), changes: func(inView bool, _ int64, changes []kg.Change) []kg.Change {
		if inView && asked.Add(1) < 3 {
			return nil
		}
		return changes
	}}
	apply(t, s, page("a", 1, ""))
	opts := quick()
	opts.Poll = 20 * time.Millisecond
	c := dial(t, serve(t, s, opts).URL, nil).begin()
	c.subscribe("1", `subscription {p: loadProgress {cursor}}`, nil)
	got := c.next("1")
	p, _ := got["data"].(map[string]any)["p"].(map[string]any)
	if at, err := kg.DecodeLogPlace(fmt.Sprint(p["cursor"])); err != nil || at.Seq != 1 {
		t.Errorf("%v %v of %v", at, err, got)
	}
}

// A log that is shorter than it was ends a subscription; it isn't asked without rest.
func TestShorterLog(t *testing.T) {
	var asked atomic.Int64
	s := &bent{Store: opened(t), changes: func(inView bool, _ int64, changes []kg.Change) []kg.Change {
		if inView {
			asked.Add(1)
			return nil
		}
		return changes
	}}
	apply(t, s, page("a", 1, ""))
	c := dial(t, serve(t, s, quick()).URL, nil).begin()
	c.subscribe("1", loaded, start)
	if got := fmt.Sprint(c.next("1")); !strings.Contains(got, "STORE_UNAVAILABLE") || asked.Load() > 50 {
		t.Errorf("%s after %d questions", got, asked.Load())
	}
}

// What was loaded while nobody listened isn't paged through when somebody comes.
func TestFeedBeginsAtTheEnd(t *testing.T) {
	var least atomic.Int64
	s := &bent{Store: opened(t), changes: func(inView bool, after int64, changes []kg.Change) []kg.Change {
		if !inView {
			least.Store(min(least.Load(), after))
		}
		return changes
	}}
	h := graph.New(s, quick())
	gone := make(chan struct{}, 2)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r)
		gone <- struct{}{}
	}))
	t.Cleanup(func() {
		_ = h.Shutdown(context.Background())
		srv.Close()
	})
	apply(t, s, page("a", 1, ""))
	e := listen(t, srv.URL, loaded, start)
	e.next()
	e.hangUp()
	<-gone
	for i := range 3 {
		apply(t, s, page(fmt.Sprint(i), 1, ""))
	}
	after := cursorBefore(t, s, 0)
	least.Store(1000)
	e = listen(t, srv.URL, loaded, map[string]any{"after": after})
	until(t, func() bool { return least.Load() < 1000 })
	apply(t, s, page("b", 1, ""))
	if title, _ := arrival(t, e.next()); title != "b/0" || least.Load() != 4 {
		t.Errorf("%s, and the log was asked from %d on", title, least.Load())
	}
}

// A store that takes too long is asked for less, and for one article again.
func TestStoreThatStalls(t *testing.T) {
	var asked atomic.Int64
	s := &bent{Store: opened(t), list: func(ctx context.Context) error {
		if asked.Add(1) > 5 { // the fourth is for one article
			return nil
		}
		<-ctx.Done()
		return ctx.Err()
	}}
	apply(t, s, page("a", 1, ""))
	opts := quick()
	opts.Poll, opts.Timeout = 20*time.Millisecond, 500*time.Millisecond
	c := dial(t, serve(t, s, opts).URL, nil).begin()
	c.subscribe("1", loaded, start)
	if title, _ := arrival(t, c.next("1")); title != "a/0" {
		t.Error(title)
	}
}

// What panics ends its operation, and nothing beside it.
func TestPanics(t *testing.T) {
	var polls atomic.Int64
	var broken atomic.Bool
	s := &bent{Store: opened(t), changes: func(inView bool, _ int64, changes []kg.Change) []kg.Change {
		if !inView && polls.Add(1) < 3 {
			panic("poll")
		}
		return changes
	}}
	s.list = func(context.Context) error {
		if broken.Load() {
			panic("list")
		}
		return nil
	}
	opts := quick()
	opts.Limits.Open = 1
	srv := serve(t, s, opts)
	c := dial(t, srv.URL, nil).begin()
	c.subscribe("1", loaded, start)
	apply(t, s, page("a", 1, ""))
	arrival(t, c.next("1"))
	broken.Store(true)
	apply(t, s, page("b", 1, ""))
	if m := c.hear(); m["type"] != "error" || m["id"] != "1" || !strings.Contains(fmt.Sprint(m["payload"]), "INTERNAL") {
		t.Error(m)
	}
	c.subscribe("2", `{__typename}`, nil)
	c.next("2")
	for crowded := true; crowded; { // its place is free as soon as it has ended
		e := listen(t, srv.URL, loaded, start)
		_, data := e.event()
		if crowded = strings.Contains(data, "STORE_UNAVAILABLE"); !crowded && !strings.Contains(data, "INTERNAL") {
			t.Error(data)
		}
		if name, _ := e.event(); name != "complete" {
			t.Error(name)
		}
	}
}
