package main

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
)

//go:embed pom.xml
var pom embed.FS

const (
	// serverVersion is the one that pom.xml names; a test holds the two together.
	serverVersion = "5.26.12"
	oldestJava    = 17
)

// startProcess starts the community server on this machine's Java.
func (s *server) startProcess(ctx context.Context, dir, password string, log io.Writer) error {
	if err := checkJava(ctx); err != nil {
		return err
	}
	var err error
	if s.Lib, err = jars(ctx, dir, log); err != nil {
		return err
	}
	if s.Home, err = os.MkdirTemp("", "baopu-neo4j-"); err != nil {
		return err
	}
	conf := filepath.Join(s.Home, "conf")
	if err := os.Mkdir(conf, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(conf, "neo4j.conf"), []byte(configuration(s.Port)), 0o600); err != nil {
		return err
	}
	admin := exec.CommandContext(ctx, "java", "-cp", filepath.Join(s.Lib, "*"), "org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", password)
	admin.Env = append(os.Environ(), "NEO4J_HOME="+s.Home, "NEO4J_CONF="+conf)
	if out, err := admin.CombinedOutput(); err != nil {
		return fmt.Errorf("set the server's password: %w: %s", err, out)
	}
	return s.launch()
}

// launch leaves the server running in a session of its own, whatever becomes of this process.
func (s *server) launch() error {
	out, err := os.OpenFile(filepath.Join(s.Home, "server.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	// On virtual machines, whose page tables are walked twice, huge pages make planning half as fast again.
	args := []string{"-Xms" + heap(), "-Xmx" + heap(), "-XX:+UseTransparentHugePages", "-XX:+AlwaysPreTouch"}
	for _, p := range []string{"java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"} {
		args = append(args, "--add-opens=java.base/"+p+"=ALL-UNNAMED")
	}
	args = append(args, "-cp", filepath.Join(s.Lib, "*"), "org.neo4j.server.CommunityEntryPoint", "--home-dir="+s.Home, "--config-dir="+filepath.Join(s.Home, "conf"))
	cmd := exec.Command("java", args...)
	cmd.Stdout, cmd.Stderr = out, out
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	s.PID = cmd.Process.Pid
	go func() { _ = cmd.Wait() }() // so that a server that ends is seen to have ended
	return nil
}

// The server's largest heap and its page cache, larger for benchmarks.
func heap() string      { return cmp.Or(os.Getenv("BAOPU_TEST_NEO4J_HEAP"), "768m") }
func pageCache() string { return cmp.Or(os.Getenv("BAOPU_TEST_NEO4J_PAGECACHE"), "128m") }

// staleness is how far the numbers of nodes and edges may move before a statement is planned anew, from 0 to 1: never. Tests fill and
// empty the database over and over, and a plan takes longer than its answer; benchmarks take the server's own .75.
func staleness() string { return cmp.Or(os.Getenv("BAOPU_TEST_NEO4J_STALENESS"), "1") }

// configuration is a server that only this machine reaches, with authentication on, which keeps few logs.
func configuration(port int) string {
	return fmt.Sprintf(`server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:%d
server.http.enabled=false
server.memory.pagecache.size=%s
dbms.usage_report.enabled=false
server.memory.query_cache.per_db_cache_num_entries=20000
dbms.cypher.statistics_divergence_threshold=%s
db.tx_log.rotation.size=64m
db.tx_log.rotation.retention_policy=1 files
`, port, pageCache(), staleness())
}

var javaVersion = regexp.MustCompile(`version "(\d+)`)

func checkJava(ctx context.Context) error {
	out, err := exec.CommandContext(ctx, "java", "-version").CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: no container engine runs, and there is no Java", errNone)
	}
	m := javaVersion.FindSubmatch(out)
	if m == nil {
		return fmt.Errorf("%w: java -version says %q", errNone, strings.TrimSpace(string(out)))
	}
	if n, _ := strconv.Atoi(string(m[1])); n < oldestJava {
		return fmt.Errorf("%w: no container engine runs, and Java %d is older than %d", errNone, n, oldestJava)
	}
	return nil
}

// jars puts the server's jars into dir, once, and answers their folder.
func jars(ctx context.Context, dir string, log io.Writer) (string, error) {
	lib := filepath.Join(dir, "lib-"+serverVersion)
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	if _, err := exec.LookPath("mvn"); err != nil {
		return "", fmt.Errorf("%w: no container engine runs, and there is no Maven to fetch the server with", errNone)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	build, err := os.MkdirTemp(dir, "fetch-")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(build) }() // whatever is left there is fetched anew
	text, err := pom.ReadFile("pom.xml")
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(build, "pom.xml"), text, 0o600); err != nil {
		return "", err
	}
	fmt.Fprintln(log, "neo4j: fetching the community server", serverVersion, "from Maven Central")
	cmd := exec.CommandContext(ctx, "mvn", "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib")
	cmd.Dir = build
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: Maven can't fetch the server: %w: %.400s", errNone, err, out)
	}
	// Whoever comes second finds the folder there, whole.
	if err := os.Rename(filepath.Join(build, "lib"), lib); err != nil {
		if _, there := os.Stat(lib); there != nil {
			return "", err
		}
	}
	return lib, nil
}
