// Package arch says who may import whom. Loader, stores and edge meet only in internal/kg; a third-party library that
// shapes everything round it (gqlgen, a database driver) stays behind one door. A test holds the tree to it.
package arch

import (
	"fmt"
	"slices"
	"strings"
)

// Module is the path that all packages of the project begin with.
const Module = "github.com/baopu/baopu"

// Package is one package of the tree by import path, with what it imports, its tests' imports apart.
type Package struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// layer is a subtree of the module and the subtrees of it that its packages may import, themselves always among them.
// Paths are below Module, "." its root; "dir/" is the packages below dir without dir itself.
type layer struct {
	tree string
	may  []string
	std  bool // standard library only, beside may
}

// layers is the table of the house, the more exact trees first: the first that holds a package is its layer.
var layers = [...]layer{
	{tree: "internal/arch"},
	{tree: "internal/kg", std: true},
	{tree: "internal/zh"},
	{tree: "internal/web", std: true},
	{tree: "internal/alike", may: []string{"internal/kg", "internal/zh"}},
	{tree: "internal/export", may: []string{"internal/kg"}},
	{tree: "internal/genre", may: []string{"loader/article"}},
	{tree: "internal/crash", may: []string{"loader", "internal/export", "internal/kg", "internal/store"}}, // a program for crash tests
	{tree: "internal/sample"}, // the embedded page
	{tree: "internal/store", may: []string{"internal/kg", "internal/zh"}},
	{tree: "internal/score", may: []string{"loader"}},
	{tree: "loader/article"},
	{tree: "loader/reading", may: []string{"loader/article"}},
	{tree: "loader/facts", may: []string{"loader/article", "loader/reading"}},
	{tree: "loader/explain", may: []string{"loader/", "internal/kg"}},
	{tree: "loader/claim", may: []string{"loader/", "internal/zh", "internal/kg"}},
	{tree: "loader/page/assign", std: true},
	{tree: "loader/page/text", may: []string{"loader/credit", "internal/zh"}},
	{tree: "loader/page/words", may: []string{"loader/page/text", "internal/zh"}},
	{tree: "loader/page/line", may: []string{"loader/page/text", "loader/sheet", "loader/credit", "loader/article", "internal/zh"}},
	{tree: "loader/page/order", may: []string{"loader/page/line", "loader/page/text", "loader/page/words", "internal/zh"}},
	{tree: "loader/page/placed", may: []string{"loader/page/line", "loader/page/text", "loader/page/assign", "loader/sheet", "loader/layout", "loader/credit", "internal/zh"}},
	{tree: "loader/page/part", may: []string{"loader/page/line", "loader/page/text", "loader/page/words", "loader/credit", "loader/article", "internal/zh"}},
	{tree: "loader/page/plan", may: []string{"loader/page/part", "loader/page/line", "loader/page/text", "loader/page/words", "loader/page/assign", "loader/credit", "loader/article", "internal/zh"}},
	{tree: "loader/location", may: tokens},
	{tree: "loader/body", may: slices.Concat(tokens, []string{"loader/location"})},
	{tree: "loader/post", may: slices.Concat(tokens, []string{"loader/location", "loader/body"})},
	{tree: "loader/mention", may: slices.Concat(tokens, []string{"loader/location", "loader/body", "loader/post"})},
	{tree: "loader/", may: []string{"internal/zh"}},
	{tree: "loader", may: []string{"loader/", "internal/zh", "internal/kg"}},
	{tree: "graph", may: []string{"internal/alike", "internal/kg", "internal/zh"}},
	{tree: "cmd", may: []string{"internal", "loader", "graph", "examples"}},
	{tree: "examples"},
}

// tokens is what the readers of mentions share: the types, the words, and the tokens that a text is cut into.
var tokens = []string{"internal/zh", "loader/article", "loader/reading", "loader/org", "loader/place", "loader/title", "loader/verb", "loader/lattice"}

// doors is the third-party modules that only one subtree may import.
var doors = [...]struct{ module, tree string }{
	{"github.com/99designs/gqlgen", "graph"},
	{"github.com/coder/websocket", "graph"},
	{"modernc.org", "internal/store/sqlite"},
	{"github.com/neo4j", "internal/store/neo4j"},
	{"github.com/klippa-app", "loader/pdf"},
	{"github.com/tetratelabs", "loader/pdf"},
}

// Violations is a line for each import that the house forbids and each package that it doesn't know, in order of packages.
// Tests are held to it too, but for this: they may bring in packages of any layer that wires their own to a real
// neighbour, never cmd, and the doors stay shut.
func Violations(packages []Package) []string {
	var out []string
	for _, p := range packages {
		from := local(p.ImportPath)
		l, known := layerOf(from)
		if !known {
			out = append(out, from+" is in no layer: give it a row in internal/arch")
			continue
		}
		for _, to := range p.Imports {
			if why := l.forbids(from, to); why != "" {
				out = append(out, fmt.Sprintf("%s imports %s: %s", from, to, why))
			}
		}
		for _, to := range slices.Concat(p.TestImports, p.XTestImports) {
			if why := forbidsAll(from, to); why != "" {
				out = append(out, fmt.Sprintf("a test of %s imports %s: %s", from, to, why))
			}
		}
	}
	return out
}

// forbids says why a package of l may not import to, "" where it may.
func (l layer) forbids(from, to string) string {
	if why := forbidsAll(from, to); why != "" {
		return why
	}
	if !ours(to) {
		if l.std && strings.Contains(strings.Split(to, "/")[0], ".") {
			return l.tree + " has the standard library only"
		}
		return ""
	}
	if in := func(tree string) bool { return within(local(to), tree) }; !in(l.tree) && !slices.ContainsFunc(l.may, in) {
		return fmt.Sprintf("%s may import only %s", l.tree, strings.Join(append([]string{"itself"}, l.may...), ", "))
	}
	return ""
}

// forbidsAll is what nobody may, whatever the layer.
func forbidsAll(from, to string) string {
	if ours(to) && within(local(to), "cmd") && !within(from, "cmd") {
		return "nobody imports cmd"
	}
	for _, d := range doors {
		if (to == d.module || strings.HasPrefix(to, d.module+"/")) && !within(from, d.tree) {
			return "only " + d.tree + " knows " + d.module
		}
	}
	return ""
}

func layerOf(path string) (layer, bool) {
	for _, l := range layers {
		if within(path, l.tree) {
			return l, true
		}
	}
	return layer{}, false
}

func ours(path string) bool { return path == Module || strings.HasPrefix(path, Module+"/") }

// local is an import path below Module, "." for its root.
func local(path string) string {
	if path == Module {
		return "."
	}
	return strings.TrimPrefix(path, Module+"/")
}

// within says whether path is tree or below it; of "dir/", below it only.
func within(path, tree string) bool {
	return path == tree || strings.HasPrefix(path, strings.TrimSuffix(tree, "/")+"/")
}
