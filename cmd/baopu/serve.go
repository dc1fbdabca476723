package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"github.com/spf13/cobra"

	"github.com/baopu/baopu/examples"
	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/web"
)

// defaultAddr is reached from this machine alone.
const defaultAddr = "127.0.0.1:8080"

// apiPath is where GraphQL is answered.
const apiPath = "/graphql"

func (a *app) serveCommand() *cobra.Command {
	var addr string
	var pages origins
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer GraphQL over HTTP, with an explorer and a playground",
		Long: `Answers GraphQL at /graphql and shows an explorer at /explore and a playground at /, which need no network. It listens on 127.0.0.1
unless --addr says otherwise; whoever can reach the address can read the whole graph. Port 0 takes a free port; the address is printed.
Browsers let scripts of other pages ask only where --allow-origin names their origin: that of a front end under development is
http://localhost:5173, for one.`,
		Example: "  baopu serve\n  baopu serve --addr 127.0.0.1:0 --data /srv/baopu\n  baopu serve --allow-origin https://papers.example",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			l, err := listen(c.Context(), addr)
			if err != nil {
				return err
			}
			return a.serve(c.Context(), l, store, pages, nil)
		},
	}
	c.Flags().StringVar(&addr, "addr", defaultAddr, "`host:port` to listen on")
	originFlag(c.Flags(), &pages)
	return c
}

func listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	var bad *net.AddrError
	switch {
	case errors.As(err, &bad):
		return nil, usageError{fmt.Errorf("--addr %s: want host:port: %w", addr, err)}
	case err != nil:
		return nil, fmt.Errorf("--addr %s: %w", addr, err)
	}
	return l, nil
}

// serve answers on l, to scripts of pages too, until ctx is done, then lets running answers end. ready, if any, is called with the address of the
// explorer when it can be asked.
func (a *app) serve(ctx context.Context, l net.Listener, store kg.Store, pages origins, ready func(url string)) error {
	api := graph.New(store, graph.Options{Log: a.log, Origins: pages})
	h, err := a.handler(store, api, pages)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	if loopback(l.Addr().String()) {
		h = onlyLoopback(h)
	}
	srv := &http.Server{
		Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute,
		ErrorLog: slog.NewLogLogger(a.log.Handler(), slog.LevelWarn),
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	url := "http://" + l.Addr().String()
	explorer := url + web.ExplorerPath
	if _, err := fmt.Fprintf(a.stdout, "Baopu answers at %s (explorer at %s, GraphQL at %s). Stop it with Ctrl+C.\n", url+web.PlaygroundPath, explorer, url+apiPath); err != nil {
		return errors.Join(err, stopped(ctx, api, srv))
	}
	if ready != nil {
		ready(explorer)
	}
	select {
	case err := <-done: // it couldn't go on
		return errors.Join(err, stopped(ctx, api, srv))
	case <-ctx.Done():
	}
	if err := stopped(ctx, api, srv); err != nil {
		return err
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// stopped ends what is open, and lets running answers end: ctx may be done, so that they have a moment of their own. The store isn't asked
// any more then.
func stopped(ctx context.Context, api *graph.Handler, srv *http.Server) error {
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := errors.Join(api.Shutdown(last), srv.Shutdown(last)); err != nil {
		return errors.Join(err, srv.Close())
	}
	return nil
}

func (a *app) handler(store kg.Store, api http.Handler, pages origins) (http.Handler, error) {
	site := web.Pages{Endpoint: apiPath}
	for _, q := range examples.Queries() {
		site.Tabs = append(site.Tabs, web.Tab{Query: q.Text, Variables: q.Variables})
	}
	shown, err := site.Handler()
	if err != nil {
		return nil, err
	}
	// Long answers, for clients that can read them: Chinese in JSON packs well. The events of a stream are sent as they come.
	packed, err := gzhttp.NewWrapper(gzhttp.ExceptContentTypes([]string{"text/event-stream"}))
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle(apiPath, pages.around(packed(api)))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if _, err := store.Stats(r.Context()); err != nil {
			http.Error(w, "the store can't be read", http.StatusServiceUnavailable)
			return
		}
		_, _ = fmt.Fprintln(w, "ok")
	})
	mux.Handle("/", shown)
	return mux, nil
}

// onlyLoopback refuses requests that name another host: a page elsewhere whose name was made to point at this machine
// (DNS rebinding) must not read what is served to this machine alone.
func onlyLoopback(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopback(r.Host) {
			http.Error(w, "this server answers this machine alone: ask it as 127.0.0.1 or localhost", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// loopback says whether a host, with or without port, is this machine.
func loopback(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
