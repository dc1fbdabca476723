package compose

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestComposeFile(t *testing.T) {
	f, err := Read(read(t, "docker-compose.yml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"neo4j", "baopu"} {
		s, ok := f.Services[name]
		if !ok {
			t.Fatalf("no service %s", name)
		}
		if len(s.Healthcheck.Test) == 0 {
			t.Errorf("%s has no health check", name)
		}
		if s.Logging.Driver != "local" { // json-file, which is usual, throws nothing away
			t.Errorf("%s: what it says is kept for ever", name)
		}
		for _, p := range s.Ports {
			if !strings.HasPrefix(p, "127.0.0.1:") {
				t.Errorf("%s: port %s is open to others", name, p)
			}
		}
		for key, value := range s.Environment {
			if secret := strings.Contains(key, "AUTH") || strings.Contains(key, "PASSWORD"); secret && !strings.Contains(value, "${NEO4J_PASSWORD:?") {
				t.Errorf("%s: %s doesn't come from the environment alone", name, key)
			}
		}
	}
	for _, v := range f.Services["neo4j"].Volumes {
		if name, _, _ := strings.Cut(v, ":"); len(f.Volumes) == 0 || !has(f.Volumes, name) {
			t.Errorf("volume %s isn't declared", name)
		}
	}
	if f.Services["baopu"].DependsOn["neo4j"].Condition != "service_healthy" {
		t.Error("baopu doesn't wait for a healthy neo4j")
	}
	if !strings.HasPrefix(f.Services["neo4j"].Image, "neo4j:5.26") {
		t.Errorf("image %s", f.Services["neo4j"].Image)
	}
}

func has(m map[string]any, key string) bool {
	_, ok := m[key]
	return ok
}

func TestReadRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"an unknown key":      "services: {a: {imag: x}}",
		"a list for a map":    "services: [a]",
		"no YAML":             "services: {",
		"a number for a name": "services: {a: {image: 7}}",
	} {
		if _, err := Read([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

var instruction = regexp.MustCompile(`(?m)^([A-Z]+)\s+(.*)$`)

// The last stage has nothing but the program, and runs it as nobody in particular.
func TestDockerfile(t *testing.T) {
	text := string(read(t, "Dockerfile"))
	stages := strings.Split(text, "\nFROM ")
	last := map[string]string{}
	for _, m := range instruction.FindAllStringSubmatch("FROM "+stages[len(stages)-1], -1) {
		last[m[1]] = m[2]
	}
	if from := last["FROM"]; from != "scratch" && !strings.HasPrefix(from, "gcr.io/distroless/static") {
		t.Errorf("the last stage is FROM %s", from)
	}
	if user, _, _ := strings.Cut(last["USER"], ":"); user == "" || user == "root" || user == "0" {
		t.Errorf("it runs as %q", user)
	}
	for _, want := range []string{"HEALTHCHECK", "ENTRYPOINT", "EXPOSE"} {
		if last[want] == "" {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(text, "PASSWORD") {
		t.Error("a password in the image")
	}
	module := string(read(t, "go.mod"))
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(module)[1]
	if !strings.Contains(text, "FROM golang:"+version+" ") {
		t.Errorf("it isn't built with Go %s, as go.mod names it", version)
	}
}
