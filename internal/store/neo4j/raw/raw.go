// Package raw sends statements that are written by hand past the store, so that benchmarks can tell what the store adds.
package raw

import (
	"context"
	"fmt"
	"strings"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Server is a connection to a server.
type Server struct{ driver bolt.DriverWithContext }

// Open connects to the server of a store's URL, scheme://user:password@host:port.
func Open(url string) (*Server, error) {
	scheme, rest, _ := strings.Cut(url, "://")
	login, host, _ := strings.Cut(rest, "@")
	user, password, _ := strings.Cut(login, ":")
	driver, err := bolt.NewDriverWithContext(scheme+"://"+host, bolt.BasicAuth(user, password, ""))
	if err != nil {
		return nil, fmt.Errorf("raw connection: %w", err)
	}
	return &Server{driver}, nil
}

// Close releases the connection.
func (s *Server) Close(ctx context.Context) error { return s.driver.Close(ctx) }

// Rows runs a statement in a managed read transaction, reads all of its rows and answers how many there were.
func (s *Server) Rows(ctx context.Context, text string, p map[string]any) (int, error) {
	ses := s.driver.NewSession(ctx, bolt.SessionConfig{AccessMode: bolt.AccessModeRead, FetchSize: 5000})
	defer ses.Close(ctx)
	n, err := ses.ExecuteRead(ctx, func(tx bolt.ManagedTransaction) (any, error) {
		res, err := tx.Run(ctx, text, map[string]any{"p": p})
		if err != nil {
			return 0, err
		}
		n := 0
		for res.Next(ctx) {
			_ = res.Record().Values
			n++
		}
		return n, res.Err()
	})
	if err != nil {
		return 0, fmt.Errorf("%.60s: %w", text, err)
	}
	rows, _ := n.(int)
	return rows, nil
}
