package main

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/neo4j/raw"
	"github.com/baopu/baopu/internal/store/storetest"
)

// Statements written by hand for the rows of a question, by its name: hand/List-page.sql and hand/List-page.cypher.
//
//go:embed hand
var handwritten embed.FS

// hand asks a store past the store: with statements written by hand, for the same rows.
type hand struct {
	rows  func(ctx context.Context, text string, i int) (int, error) // for the i-th time
	close func() error
	ext   string
}

// byHand connects to the store of url a second time.
func byHand(url string, of storetest.Samples) (*hand, error) {
	if file, ok := strings.CutPrefix(url, "sqlite:"); ok {
		return bySQL(file, of)
	}
	server, err := raw.Open(url)
	if err != nil {
		return nil, err
	}
	p := map[string]any{
		"hub": string(of.Hub), "people": list(of.People[:20]), "facts": list(of.Mentions), "articles": list(of.Articles),
	}
	return &hand{
		ext: "cypher", close: func() error { return server.Close(context.Background()) },
		rows: func(ctx context.Context, text string, i int) (int, error) {
			a, b := of.Walk(i)
			p["a"], p["b"] = string(a), string(b)
			return server.Rows(ctx, text, p)
		},
	}, nil
}

func list(ids []kg.ID) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

func bySQL(file string, of storetest.Samples) (*hand, error) {
	db, err := sql.Open("sqlite", "file:"+file+"?mode=ro&_pragma=cache_size(-8192)&_pragma=temp_store(MEMORY)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	args := map[string]any{"hub": string(of.Hub)}
	for name, ids := range map[string][]kg.ID{"people": of.People[:20], "facts": of.Mentions, "articles": of.Articles} {
		b, err := json.Marshal(ids)
		if err != nil {
			return nil, err
		}
		args[name] = string(b)
	}
	h := &hand{ext: "sql", close: db.Close}
	prepared := map[string]*sql.Stmt{}
	h.rows = func(ctx context.Context, text string, _ int) (int, error) {
		st := prepared[text]
		if st == nil {
			var err error
			if st, err = db.PrepareContext(ctx, text); err != nil {
				return 0, fmt.Errorf("%.60s: %w", text, err)
			}
			prepared[text] = st
		}
		return scanAll(ctx, st, text, args)
	}
	return h, nil
}

func scanAll(ctx context.Context, st *sql.Stmt, text string, args map[string]any) (n int, err error) {
	var named []any
	for name, v := range args {
		if strings.Contains(text, "@"+name) {
			named = append(named, sql.Named(name, v))
		}
	}
	rows, err := st.QueryContext(ctx, named...)
	if err != nil {
		return 0, fmt.Errorf("%.60s: %w", text, err)
	}
	defer rows.Close()
	cols, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	values, ptrs := make([]any, len(cols)), make([]any, len(cols))
	for i := range values {
		ptrs[i] = &values[i]
	}
	for ; rows.Next(); n++ {
		if err := rows.Scan(ptrs...); err != nil {
			return n, err
		}
	}
	return n, errors.Join(rows.Err(), rows.Close())
}

// text is the statement for a question, "" where none is written.
func (h *hand) text(question string) string {
	b, err := handwritten.ReadFile(path.Join("hand", strings.ReplaceAll(question, "/", "-")+"."+h.ext))
	if err != nil {
		return ""
	}
	return string(b)
}
