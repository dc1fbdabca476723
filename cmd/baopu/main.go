// Command baopu turns Chinese newspapers into a knowledge graph: it reads pages and articles, keeps them in a store and
// answers questions in GraphQL. This package knows flags, the environment and exit codes; the work is done elsewhere.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/baopu/baopu/loader/pdf"
)

func main() {
	pdf.Work()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
