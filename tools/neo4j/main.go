// Command neo4j lends a Neo4j server for tests and for trying out: the one that BAOPU_TEST_NEO4J names, else one in a
// container where an engine runs, else the community server from Maven Central, which needs Java 17 or newer and Maven.
//
//	go run ./neo4j up            start one, unless one runs, print its URL, leave it running
//	go run ./neo4j down          stop what up started
//	go run ./neo4j kill          end it as a crash would; its data stays
//	go run ./neo4j restart       start a killed one again
//	go run ./neo4j run -- CMD …  start one, run CMD with BAOPU_TEST_NEO4J set, stop it; the exit code is CMD's
//
// Where no server is to be had, run runs CMD without one, says so in its last lines, and fails only where CI is set.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
)

const variable = "BAOPU_TEST_NEO4J"

// errNone is the error of a machine on which no server can be started.
var errNone = errors.New("no Neo4j to be had")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("neo4j", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("dir", defaultDir(), "folder for the server's jars and data")
	state := flags.String("state", "", "file that says what runs (default DIR/running.json)")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	file := cmp.Or(*state, filepath.Join(*dir, "running.json"))
	switch args := flags.Args(); {
	case len(args) == 1 && args[0] == "up":
		return up(ctx, *dir, file, stdout, stderr)
	case len(args) == 1:
		return say(stderr, manage(ctx, file, args[0]))
	case len(args) > 2 && args[0] == "run" && args[1] == "--":
		return runWith(ctx, *dir, args[2:], stdout, stderr)
	}
	fmt.Fprintln(stderr, usage)
	return 2
}

const usage = "usage: neo4j [-dir DIR] [-state FILE] up | down | kill | restart | run -- COMMAND …"

// manage does something to what runs.
func manage(ctx context.Context, file, what string) error {
	s, err := remembered(file)
	if err != nil {
		return err
	}
	switch what {
	case "down":
		return errors.Join(s.stop(), os.Remove(file))
	case "kill":
		return s.kill()
	case "restart":
		if err := s.restart(ctx); err != nil {
			return err
		}
		return s.remember(file)
	}
	return errors.New(usage)
}

func defaultDir() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "baopu-neo4j")
}

func say(stderr io.Writer, err error) int {
	if err == nil {
		return 0
	}
	fmt.Fprintln(stderr, "neo4j:", err)
	return 1
}

func up(ctx context.Context, dir, file string, stdout, stderr io.Writer) int {
	if url := os.Getenv(variable); url != "" {
		fmt.Fprintln(stdout, url)
		return 0
	}
	if s, err := remembered(file); err == nil && handshake(ctx, s.Port) == nil {
		fmt.Fprintln(stdout, s.URL)
		return 0
	}
	s, err := start(ctx, dir, stderr)
	if errors.Is(err, errNone) {
		return none(stderr, err)
	}
	if err != nil {
		return say(stderr, err)
	}
	if err := s.remember(file); err != nil {
		return say(stderr, errors.Join(err, s.stop()))
	}
	fmt.Fprintln(stdout, s.URL)
	return 0
}

// none says what is missing; on a user's machine that is no failure.
func none(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "neo4j: %v\nneo4j: nothing was tested on Neo4j. Name a server in %s, start a container engine, or install Java 17 and Maven.\n", err, variable)
	if os.Getenv("CI") != "" {
		return 1
	}
	return 0
}

func runWith(ctx context.Context, dir string, command []string, stdout, stderr io.Writer) int {
	if os.Getenv(variable) != "" {
		return execute(ctx, command, "", stdout, stderr)
	}
	s, err := start(ctx, dir, stderr)
	switch {
	case errors.Is(err, errNone):
		if code := execute(ctx, command, "", stdout, stderr); code != 0 {
			return code
		}
		return none(stderr, err)
	case err != nil:
		return say(stderr, err)
	}
	code := execute(ctx, command, s.URL, stdout, stderr)
	if stopped := say(stderr, s.stop()); code == 0 {
		code = stopped
	}
	return code
}

// execute runs a command, with a server's URL in its environment, and answers its exit code.
func execute(ctx context.Context, command []string, url string, stdout, stderr io.Writer) int {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, stdout, stderr
	cmd.Env = os.Environ()
	if url != "" {
		cmd.Env = append(cmd.Env, variable+"="+url)
	}
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return max(exit.ExitCode(), 1)
	}
	return say(stderr, err)
}
