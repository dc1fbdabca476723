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
	os.Exit(process())
}

// process is the command as a process of its own, with its arguments, environment and signals. The first Ctrl-C or SIGTERM has it end
// in good order, what is under way done; a second one ends it at once.
func process() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)() // signals do again what they do by themselves
	return run(ctx, os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr)
}
