package neo4j_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/neo4j"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/internal/store/storetest"
)

// wantRefused fails unless opening url fails with word, on one line, without a password in it.
func wantRefused(t *testing.T, url string, word error, says string) {
	t.Helper()
	s, err := neo4j.OpenPatiently(context.Background(), url, time.Second, 2*time.Second)
	if err == nil {
		t.Fatalf("it was opened: %v", s.Close())
	}
	if !errors.Is(err, word) || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "secret") {
		t.Errorf("%v\nwant %v, %q, one line, no password", err, word, says)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name, url string
		word      error
		says      string
	}{
		{"no host", "neo4j://", kg.ErrInvalid, "scheme://user:password@host:port"},
		{"no URL", "neo4j://%zz", kg.ErrInvalid, "scheme://user:password@host:port"},
		{"an option", "neo4j://u:secret@h:1/?x=1", kg.ErrInvalid, "nothing may follow"},
		{"no server", "bolt://u:secret@127.0.0.1:1", kg.ErrUnavailable, "connect"},
	} {
		t.Run(c.name, func(t *testing.T) { wantRefused(t, c.url, c.word, c.says) })
	}
}

func TestServersThatAreTooOld(t *testing.T) {
	for agent, ok := range map[string]bool{
		"Neo4j/5.26.12": true, "Neo4j/5.23.0": true, "Neo4j/2026.08.1": true, "Neo4j/5.26.0-aura": true,
		"Neo4j/5.22.0": false, "Neo4j/4.4.40": false, "Memgraph/5.26": false, "Neo4j/x.y": false, "Neo4j": false,
	} {
		if err := neo4j.CheckServer(agent); (err == nil) != ok || err != nil && !errors.Is(err, kg.ErrConflict) {
			t.Errorf("%s: %v", agent, err)
		}
	}
}

// A server of our time that says it is of another: nothing is written to it.
func TestServerThatSaysItIsTooOld(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	neotest.Empty(t, url)
	p, through := neotest.NewProxy(t, url)
	p.Age()
	wantRefused(t, through, kg.ErrConflict, "is the oldest that will do")
	if rows := neotest.Run(t, url, "MATCH (n) RETURN count(n)", nil); rows[0][0] != int64(0) {
		t.Errorf("%v nodes were written", rows[0][0])
	}
}

// Another loader marks the empty database after this one has looked for the mark, and before it counts what is there.
func TestMarkedMeanwhile(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	neotest.Empty(t, url)
	p, through := neotest.NewProxy(t, url)
	meanwhile := make(chan error, 1)
	p.Before("RETURN count(n)", func() {
		s, err := neo4j.Open(context.Background(), url)
		if err == nil {
			err = s.Close()
		}
		meanwhile <- err
	})
	s, err := neo4j.Open(context.Background(), through)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	select {
	case err := <-meanwhile:
		if err != nil {
			t.Error(err)
		}
	default:
		t.Error("nothing happened meanwhile: this proves nothing")
	}
}

func TestForeignDatabases(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	neotest.Empty(t, url)
	login := url[strings.Index(url, "://")+3 : strings.Index(url, "@")]
	wantRefused(t, strings.Replace(url, login, "neo4j:secret-but-wrong", 1), kg.ErrInvalid, "unauthorized")

	neotest.Run(t, url, "CREATE (:Film {title: 'Metropolis'})", nil)
	wantRefused(t, url, kg.ErrConflict, "1 nodes that aren't baopu's")
	if rows := neotest.Run(t, url, "MATCH (n) RETURN labels(n), properties(n)", nil); len(rows) != 1 {
		t.Errorf("something was written: %v", rows)
	}
	s := neotest.Open(t, url)
	if _, err := s.Apply(context.Background(), storetest.Generate(1, 2)...); err != nil {
		t.Fatal(err)
	}
	neotest.Run(t, url, "MATCH (m:Meta) SET m.version = 99", nil)
	wantRefused(t, url, kg.ErrConflict, "newer version")
	neotest.Run(t, url, "MATCH (m:Meta) SET m.version = 2", nil)
	old, err := neo4j.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := old.Apply(context.Background(), storetest.Generate(4, 1)...); !errors.Is(err, kg.ErrConflict) {
		t.Errorf("written to a store of other ids: %v", err)
	}
	if stats, err := old.Stats(context.Background()); err != nil || stats.Documents != 2 {
		t.Errorf("a store of other ids has %d documents, %v, want 2", stats.Documents, err)
	}
	if err := old.Close(); err != nil {
		t.Error(err)
	}
}

// A database of an earlier layout, which is only read, gets the indexes that today's questions go by when it is opened, and keeps its layout.
func TestIndexesOfEarlierLayoutsCome(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	neotest.Open(t, url)
	const index = "baopu_PARTY_TO_from_firstDate_id"
	made := func() int {
		return len(neotest.Run(t, url, "SHOW INDEXES YIELD name, state WHERE name = '"+index+"' AND state = 'ONLINE' RETURN name", nil))
	}
	if made() != 1 {
		t.Fatal("no such index: the test proves nothing")
	}
	neotest.Run(t, url, "DROP INDEX "+index, nil)
	neotest.Run(t, url, "MATCH (m:Meta) SET m.version = 2, m.schema = 'earlier'", nil)
	for range 2 {
		s, err := neo4j.Open(context.Background(), url)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		rows := neotest.Run(t, url, "MATCH (m:Meta) RETURN m.version, m.schema <> 'earlier'", nil)
		if made() != 1 || rows[0][0] != int64(2) || rows[0][1] != true {
			t.Errorf("index made: %d, mark %v", made(), rows)
		}
	}
}

// An index that an earlier layout had goes when the schema is made anew, and no other does.
func TestIndexesOfEarlierLayoutsGo(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	neotest.Open(t, url)
	names := func() int {
		return len(neotest.Run(t, url, "SHOW INDEXES YIELD name WHERE name STARTS WITH 'baopu_' RETURN name", nil))
	}
	neotest.Run(t, url, "CREATE INDEX others IF NOT EXISTS FOR (n:Film) ON (n.title)", nil)
	before := names()
	neotest.Run(t, url, "CREATE INDEX baopu_PARTY_TO_from_lastDate_id IF NOT EXISTS FOR ()-[x:PARTY_TO]-() ON (x.from, x.lastDate, x.id)", nil)
	neotest.Run(t, url, "MATCH (m:Meta) SET m.schema = 'earlier'", nil)
	s, err := neo4j.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if after := names(); after != before {
		t.Errorf("%d indexes, want %d", after, before)
	}
	if rows := neotest.Run(t, url, "SHOW INDEXES YIELD name WHERE name = 'others' RETURN name", nil); len(rows) != 1 {
		t.Error("an index of others is gone")
	}
	neotest.Run(t, url, "DROP INDEX others", nil)
}

// behindProxy is an empty store that is reached through a proxy and waits for it shortly; false where there is no server.
func behindProxy(t *testing.T) (*neotest.Proxy, *neo4j.Store, bool) {
	t.Helper()
	url, ok := neotest.URL(t)
	if !ok {
		return nil, nil, false
	}
	neotest.Empty(t, url)
	p, through := neotest.NewProxy(t, url)
	s, err := neo4j.OpenPatiently(context.Background(), through, time.Second, 2*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // its server may be gone
	return p, s, true
}

func TestServerThatGoesAway(t *testing.T) {
	p, s, ok := behindProxy(t)
	if !ok {
		return
	}
	docs := storetest.Generate(1, 4)
	if _, err := s.Apply(context.Background(), docs[:2]...); err != nil {
		t.Fatal(err)
	}
	p.Cut(false) // connections break, the server stays: nobody notices
	if stats, err := s.Stats(context.Background()); err != nil || stats.Documents != 2 {
		t.Errorf("after broken connections: %+v %v", stats, err)
	}
	p.Cut(false)
	if _, err := s.Apply(context.Background(), docs[2]); err != nil {
		t.Errorf("write after broken connections: %v", err)
	}
	p.Cut(true)
	begun := time.Now()
	_, err := s.Stats(context.Background())
	if _, err2 := s.Apply(context.Background(), docs[3]); !errors.Is(err, kg.ErrUnavailable) || !errors.Is(err2, kg.ErrUnavailable) {
		t.Errorf("without a server: %v; %v", err, err2)
	}
	if took := time.Since(begun); took > 20*time.Second {
		t.Errorf("it took %s to give up", took)
	}
	p.Cut(false)
	if _, err := s.Apply(context.Background(), docs...); err != nil {
		t.Errorf("when the server is back: %v", err)
	}
	if wrong, err := s.Verify(context.Background()); err != nil || len(wrong) > 0 {
		t.Errorf("verify: %v %v", wrong, err)
	}
}

// The server goes away in the middle of a long answer.
func TestServerThatGoesAwayInMidQuery(t *testing.T) {
	p, s, ok := behindProxy(t)
	if !ok {
		return
	}
	if _, err := s.Apply(context.Background(), storetest.Generate(1, 40)...); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		ask  func() error
	}{
		{"a dump", func() error { return s.Dump(context.Background(), func(kg.Record) error { return nil }) }},
		{"a page", func() error {
			_, err := s.List(context.Background(), kg.NodeQuery{Kind: kg.ArticleKind, Page: kg.Page{First: 40}})
			return err
		}},
	} {
		p.CutAfter(2000)
		if err := c.ask(); !errors.Is(err, kg.ErrUnavailable) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", c.name, err)
		}
		p.Cut(false)
		if err := c.ask(); err != nil {
			t.Errorf("%s when the server is back: %v", c.name, err)
		}
	}
}

// A connection that breaks in the midst of a dump, and is there again at once: what was told isn't told again.
func TestDumpTellsOnce(t *testing.T) {
	p, s, ok := behindProxy(t)
	if !ok {
		return
	}
	if _, err := s.Apply(context.Background(), storetest.Generate(1, 5)...); err != nil {
		t.Fatal(err)
	}
	told := map[kg.ID]int{}
	err := s.Dump(context.Background(), func(r kg.Record) error {
		if len(told) == 0 {
			p.Cut(true)
			p.Cut(false)
		}
		if r.Node != nil {
			told[r.Node.NodeHead().ID]++
		}
		return nil
	})
	if !errors.Is(err, kg.ErrUnavailable) {
		t.Errorf("a dump that broke off: %v", err)
	}
	for id, n := range told {
		if n > 1 {
			t.Fatalf("%s is told %d times", id, n)
		}
	}
}

// Another process that holds the lease is waited for, not for ever.
func TestLeaseIsTaken(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	neotest.Open(t, url)
	s, err := neo4j.OpenPatiently(context.Background(), url, time.Second, 2*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	driver, err := neotest.Driver(url)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	defer driver.Close(ctx)
	ses := driver.NewSession(ctx, bolt.SessionConfig{})
	defer ses.Close(ctx)
	other, err := ses.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Run(ctx, "MATCH (m:Meta) SET m.turn = m.turn + 1", nil); err != nil {
		t.Fatal(err)
	}
	docs := storetest.Generate(1, 1)
	if _, err := s.Apply(ctx, docs...); !errors.Is(err, kg.ErrUnavailable) || !strings.Contains(err.Error(), "another writer") {
		t.Errorf("while another holds the lease: %v", err)
	}
	done := make(chan error, 1)
	go func() {
		_, err := s.Apply(ctx, docs...)
		done <- err
	}()
	if err := other.Rollback(ctx); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Errorf("when the lease is free: %v", err)
	}
}
