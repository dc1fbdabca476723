package main

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"time"
)

// image is the same server as pom.xml's, in a container.
const image = "neo4j:" + serverVersion + "-community"

// containerEngine is the client of a container engine that runs, "" for none.
func containerEngine(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if exec.CommandContext(ctx, "docker", "info").Run() != nil {
		return ""
	}
	return "docker"
}

func (s *server) startContainer(ctx context.Context, engine, password string, log io.Writer) error {
	name := fmt.Sprintf("baopu-neo4j-%d", s.Port)
	fmt.Fprintln(log, "neo4j: starting", image, "in a container")
	cmd := exec.CommandContext(ctx, engine, "run", "-d", "--name", name, "-p", fmt.Sprintf("127.0.0.1:%d:7687", s.Port),
		"-e", "NEO4J_AUTH=neo4j/"+password, "-e", "NEO4J_dbms_usage__report_enabled=false", image)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s run: %w: %.400s", errNone, engine, err, out)
	}
	s.Container = name
	return nil
}
