package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// The tree as it is.
func TestTreeKeepsItsLayers(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = "../.."
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var packages []Package
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p Package
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if len(packages) < 5 {
		t.Fatalf("go list names %d packages only", len(packages))
	}
	for _, v := range Violations(packages) {
		t.Error(v)
	}
}

// The table must let through what the house allows and catch what it forbids, package by package.
func TestViolations(t *testing.T) {
	cases := []struct {
		from, to string
		ok       bool
	}{
		{"internal/kg", "fmt", true},
		{"internal/kg", "golang.org/x/text/width", false},
		{"internal/kg", Module + "/internal/zh", false},
		{"internal/zh/numeral", Module + "/internal/zh", true},
		{"internal/zh", "github.com/go-ego/gse", true},
		{"internal/zh", Module + "/internal/kg", false},
		{"internal/zh", Module + "/loader/article", false},
		{"loader/fact", Module + "/loader/reading", true},
		{"loader/fact", Module + "/internal/zh/date", true},
		{"loader/fact", Module + "/internal/kg", false},
		{"loader/fact", Module + "/loader", false}, // a step doesn't know its shell
		{"loader/article", Module + "/loader/reading", false},
		{"loader/reading", Module + "/loader/article", true},
		{"loader/reading", Module + "/internal/zh", false},
		{"loader/page", Module + "/loader/page/plan", true},
		{"loader/page/plan", Module + "/loader/page/part", true},
		{"loader/page/plan", Module + "/loader/page/order", false}, // how lines were put in order is no matter to it
		{"loader/page/order", Module + "/loader/page/placed", false},
		{"loader/page/line", Module + "/loader/page", false},
		{"loader/location", Module + "/loader/lattice", true},
		{"loader/location", Module + "/loader/body", false},
		{"loader/body", Module + "/loader/location", true},
		{"loader/body", Module + "/loader/post", false},
		{"loader/post", Module + "/loader/body", true},
		{"loader/post", Module + "/loader/mention", false},
		{"loader/mention", Module + "/loader/post", true},
		{"loader/mention", Module + "/loader/event", false},
		{"loader/facts", Module + "/loader/reading", true},
		{"loader/facts", Module + "/loader/read", false},
		{"loader/claim", Module + "/internal/kg", true},
		{"loader", Module + "/internal/kg", true},
		{"loader", Module + "/loader/claim", true},
		{"loader", Module + "/internal/store", false},
		{"loader", Module + "/graph", false},
		{"internal/store", Module + "/internal/store/sqlite", true},
		{"internal/store/sqlite", Module + "/internal/kg", true},
		{"internal/store/sqlite", Module + "/internal/zh", true},
		{"internal/store/sqlite", Module + "/loader/article", false},
		{"internal/store/sqlite", "modernc.org/sqlite", true},
		{"internal/store", "modernc.org/sqlite", false},
		{"internal/store/neo4j", "github.com/neo4j/neo4j-go-driver/v5/neo4j", true},
		{"graph", "github.com/neo4j/neo4j-go-driver/v5/neo4j", false},
		{"graph", "github.com/99designs/gqlgen/graphql", true},
		{"graph/internal/gen", "github.com/99designs/gqlgen/graphql", true},
		{"cmd/baopu", "github.com/99designs/gqlgen/graphql", false},
		{"graph", Module + "/internal/kg", true},
		{"graph", Module + "/internal/store", false},
		{"graph", Module + "/loader", false},
		{"internal/web", Module + "/graph", false},
		{"cmd/baopu", Module + "/graph", true},
		{"cmd/baopu", Module + "/loader", true},
		{"cmd/baopu", Module + "/internal/store", true},
		{"graph", Module + "/cmd/baopu", false},
		{"internal/score/cmd", Module + "/internal/score", true},
		{"internal/score", Module + "/loader/facts", true},
		{"internal/score", Module + "/internal/kg", false},
		{"internal/misc", "fmt", false},   // in no layer
		{"internal/kgraph", "fmt", false}, // a longer name is another tree
	}
	for _, c := range cases {
		t.Run(c.from+" → "+c.to, func(t *testing.T) {
			got := Violations([]Package{{ImportPath: Module + "/" + c.from, Imports: []string{c.to}}})
			if (len(got) == 0) != c.ok {
				t.Errorf("violations %q, want allowed = %v", got, c.ok)
			}
		})
	}
}

func TestTestsMayWireButNotOpenDoors(t *testing.T) {
	cases := []struct {
		name string
		p    Package
		ok   bool
	}{
		{"a store behind the edge", Package{ImportPath: Module + "/graph", XTestImports: []string{Module + "/internal/store"}}, true},
		{"cmd", Package{ImportPath: Module + "/graph", TestImports: []string{Module + "/cmd/baopu"}}, false},
		{"a driver", Package{ImportPath: Module + "/internal/kg", XTestImports: []string{"modernc.org/sqlite"}}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Violations([]Package{c.p}); (len(got) == 0) != c.ok {
				t.Errorf("violations %q, want allowed = %v", got, c.ok)
			}
		})
	}
}
