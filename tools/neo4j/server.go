package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// server is a running server: a process or a container.
type server struct {
	URL       string
	PID       int    // of the process, 0 for a container
	Container string // its name
	Home      string // the server's folder, deleted with it
	Lib       string // the folder of its jars
	Port      int
}

// start starts a server of its own, empty, with a password of its own, and waits until it answers.
func start(ctx context.Context, dir string, log io.Writer) (*server, error) {
	password, err := randomText()
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	s := &server{URL: fmt.Sprintf("bolt://neo4j:%s@127.0.0.1:%d", password, port), Port: port}
	if engine := containerEngine(ctx); engine != "" {
		err = s.startContainer(ctx, engine, password, log)
	} else {
		err = s.startProcess(ctx, dir, password, log)
	}
	if err != nil {
		return nil, errors.Join(err, s.stop())
	}
	if err := s.await(ctx); err != nil {
		return nil, errors.Join(err, s.stop())
	}
	return s, nil
}

func randomText() (string, error) {
	b := make([]byte, 12)
	if _, err := rand.Read(b); err != nil {
		return "", err
	}
	return hex.EncodeToString(b), nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// readyWait bounds the start of a server: 6 to 14 seconds on an idle machine.
const readyWait = 3 * time.Minute

// await waits until the server answers Bolt's handshake, which it does when its databases are started.
func (s *server) await(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readyWait)
	defer cancel()
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		err := handshake(ctx, s.Port)
		if err == nil {
			return nil
		}
		if s.PID > 0 && syscall.Kill(s.PID, 0) != nil {
			return fmt.Errorf("the server ended while it started; its log is in %s", filepath.Join(s.Home, "server.log"))
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return fmt.Errorf("the server doesn't answer: %w", err)
		}
	}
}

// handshake offers Bolt 5.0 to 5.8 and asks for a version in answer.
func handshake(ctx context.Context, port int) error {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(2 * time.Second)); err != nil {
		return err
	}
	hello := []byte{0x60, 0x60, 0xB0, 0x17, 0, 8, 8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	if _, err := conn.Write(hello); err != nil {
		return err
	}
	answer := make([]byte, 4)
	if _, err := io.ReadFull(conn, answer); err != nil {
		return err
	}
	if answer[3] != 5 {
		return fmt.Errorf("it speaks no Bolt 5: % x", answer)
	}
	return nil
}

// stop ends the server and deletes its data.
func (s *server) stop() error {
	var errs []error
	if s.Container != "" {
		errs = append(errs, exec.Command("docker", "rm", "-f", s.Container).Run())
	}
	if s.PID > 0 {
		if err := syscall.Kill(-s.PID, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
			errs = append(errs, fmt.Errorf("stop the server: %w", err))
		}
	}
	if s.Home != "" {
		errs = append(errs, removeWhenFree(s.Home))
	}
	return errors.Join(errs...)
}

// removeWhenFree deletes a folder into which a process that is just ending may still write.
func removeWhenFree(dir string) error {
	var err error
	for range 20 {
		if err = os.RemoveAll(dir); err == nil {
			return nil
		}
		<-time.After(100 * time.Millisecond)
	}
	return err
}

// kill ends the server at once, as a crash would, and leaves its data.
func (s *server) kill() error {
	if s.Container != "" {
		return exec.Command("docker", "kill", s.Container).Run()
	}
	return syscall.Kill(-s.PID, syscall.SIGKILL)
}

// restart starts a killed server again, on its data and its port.
func (s *server) restart(ctx context.Context) error {
	if s.Container != "" {
		if err := exec.CommandContext(ctx, "docker", "start", s.Container).Run(); err != nil {
			return fmt.Errorf("start container %s: %w", s.Container, err)
		}
		return s.await(ctx)
	}
	if err := s.launch(); err != nil {
		return err
	}
	return s.await(ctx)
}

// remember writes down what runs, for those who stop it.
func (s *server) remember(file string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o600)
}

func remembered(file string) (*server, error) {
	b, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil, errors.New("nothing runs")
	}
	if err != nil {
		return nil, err
	}
	s := &server{}
	return s, json.Unmarshal(b, s)
}
