// Package neo4j keeps the graph in a Neo4j server, with its natural labels and edge types. It is the only package that
// knows the driver.
//
// A fact is one natural edge with its summary and packed tallies; each claim is one EVIDENCE edge from its article to the
// node that it speaks of, found by its fact. A document's text and raw claims stand on its Document node. Every write
// begins by locking the one Meta node: that is the lease. What claims count for is worked out in memory by the functions
// of kg; a batch of documents is some dozens of statements, whatever the number of documents.
package neo4j

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/question"
	"github.com/baopu/baopu/internal/store/turn"
)

// Store is a kg.Store in a Neo4j server. It is safe for use by several goroutines and several processes.
type Store struct {
	question.Asker
	driver   bolt.DriverWithContext
	database string
	bookmark bolt.BookmarkManager
	line     *turn.Line // of the writers of this process
	closed   chan struct{}
	closing  sync.Once
	gate     gate
	rulings  ruled
	patience patience
}

var _ kg.Store = (*Store)(nil)

const (
	connectWait  = 10 * time.Second
	writeTimeout = 10 * time.Minute // of one transaction on the server
	readTimeout  = 5 * time.Minute
	longTimeout  = 6 * time.Hour // of a dump or a verification
	poolSize     = 16
)

// patience is how long a call waits at most.
type patience struct {
	lease time.Duration // for another writer
	retry time.Duration // for a server that doesn't answer, over all tries
}

var usualPatience = patience{lease: 30 * time.Second, retry: 30 * time.Second}

// pace: the server looks about every millisecond whether a lock is free, and a transaction of twenty documents takes it a
// fifth of a second.
var pace = turn.Pace{Every: time.Second, Pause: 10 * time.Millisecond}

// Schemes lists the schemes of URLs that Open knows.
func Schemes() []string {
	return []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}
}

// Open connects to the server that rawURL names: scheme://user:password@host:port/database, the database optional. An
// empty database becomes ours. One that belongs to something else or to a newer version of baopu, and a server that is too
// old, wrap kg.ErrConflict, and nothing is written; a wrong password or name wraps kg.ErrInvalid; a server that doesn't
// answer wraps kg.ErrUnavailable.
func Open(ctx context.Context, rawURL string) (*Store, error) {
	return open(ctx, rawURL, usualPatience)
}

func open(ctx context.Context, rawURL string, p patience) (*Store, error) {
	target, auth, database, err := parseURL(rawURL)
	if err != nil {
		return nil, err
	}
	driver, err := bolt.NewDriverWithContext(target, auth, func(c *config.Config) {
		c.MaxConnectionPoolSize = poolSize
		c.ConnectionAcquisitionTimeout = connectWait
		c.SocketConnectTimeout = connectWait
		c.MaxTransactionRetryTime = p.retry
		c.UserAgent = "baopu"
		c.FetchSize = 5000
	})
	if err != nil {
		return nil, fmt.Errorf("store %s: %v: %w", target, err, kg.ErrInvalid)
	}
	s := &Store{
		driver: driver, database: database, bookmark: bolt.NewBookmarkManager(bolt.BookmarkManagerConfig{}),
		closed: make(chan struct{}), gate: newGate(), patience: p,
	}
	s.line = turn.NewLine(s.closed, pace)
	s.Asker = question.Asker{View: s.once}
	if err := s.prepare(ctx); err != nil {
		closeDriver(ctx, driver)
		return nil, fmt.Errorf("store %s: %w", target, err)
	}
	return s, nil
}

// parseURL takes the user, the password and the database out of a URL, so that none of them stands in a message.
func parseURL(raw string) (target string, auth bolt.AuthToken, database string, err error) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return "", auth, "", fmt.Errorf("store: the URL is no scheme://user:password@host:port: %w", kg.ErrInvalid)
	}
	auth = bolt.NoAuth()
	if u.User != nil {
		password, _ := u.User.Password()
		auth = bolt.BasicAuth(u.User.Username(), password, "")
	}
	database = strings.Trim(u.Path, "/")
	if u.RawQuery != "" || strings.Contains(database, "/") {
		return "", auth, "", fmt.Errorf("store %s://%s: nothing may follow the name of the database: %w", u.Scheme, u.Host, kg.ErrInvalid)
	}
	return u.Scheme + "://" + u.Host, auth, database, nil
}

// Close waits for the writer and releases the connections.
func (s *Store) Close() error {
	var err error
	s.closing.Do(func() {
		close(s.closed)
		s.line.Drain()
		ctx, cancel := context.WithTimeout(context.Background(), connectWait)
		defer cancel()
		err = s.driver.Close(ctx)
	})
	if err != nil {
		return fmt.Errorf("neo4j: close: %w", err)
	}
	return nil
}

func closeDriver(ctx context.Context, d bolt.DriverWithContext) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectWait)
	defer cancel()
	_ = d.Close(ctx) // the first error tells
}
