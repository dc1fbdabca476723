package main

import (
	"context"
	"errors"
	"io"
	"net"
	"syscall"

	"github.com/pkg/browser"
	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

func (a *app) upCommand() *cobra.Command {
	var o loader.Options
	var addr string
	var pages origins
	var quiet bool
	c := &cobra.Command{
		Use:   "up [FILE…]",
		Short: "Load pages (the sample page where none is named), serve them, open a browser",
		Long: `Loads the files into the store of the data folder, serves the store and prints the addresses of the playground and of the
explorer; on a terminal it opens the explorer in a browser. Where no file is named it loads the sample: page 1 of 乌海日报 of 26 February 2025.`,
		Example: "  baopu up\n  baopu up --data papers.data --publication 乌海日报 --date 2025-02-26 page-1.txt",
		RunE: func(c *cobra.Command, paths []string) (err error) {
			if err := checkSaid(o.Said); err != nil {
				return err
			}
			store, err := a.openToWrite(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			if err := a.loadOrSample(c.Context(), store, paths, o); err != nil && !errors.Is(err, errPartly) {
				return err
			}
			l, err := listenNear(c.Context(), addr, c.Flags().Changed("addr"))
			if err != nil {
				return err
			}
			return a.serve(c.Context(), l, store, pages, func(url string) {
				if !quiet && terminal(a.stdout) {
					a.browse(url)
				}
			})
		},
	}
	loadFlags(c.Flags(), &o)
	c.Flags().StringVar(&addr, "addr", defaultAddr, "`host:port` to listen on (where it is taken and not named: a free port)")
	c.Flags().BoolVar(&quiet, "no-browser", false, "open no browser")
	originFlag(c.Flags(), &pages)
	return c
}

func (a *app) loadOrSample(ctx context.Context, store kg.Store, paths []string, o loader.Options) error {
	if len(paths) > 0 {
		return a.load(ctx, store, paths, o, false)
	}
	m, err := source.ParseManifest(sample.ManifestName, sample.Manifest)
	if err != nil {
		return err
	}
	said, _ := m.Of(sample.Name)
	page := document.Source{Name: sample.Name, Format: document.Page, Text: sample.Page, Said: said}
	rep, err := loader.Sources(ctx, store, []document.Source{page}, o)
	return a.loaded(rep, err, false)
}

// listenNear listens on addr, or on a free port beside it where somebody else does and the user didn't name it.
func listenNear(ctx context.Context, addr string, named bool) (net.Listener, error) {
	l, err := listen(ctx, addr)
	if err == nil || named || !errors.Is(err, syscall.EADDRINUSE) {
		return l, err
	}
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	return listen(ctx, net.JoinHostPort(host, "0"))
}

// browse opens a browser; where there is none the printed address must do.
func (a *app) browse(url string) {
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	if err := browser.OpenURL(url); err != nil {
		a.log.Info("no browser", "err", err)
	}
}
