package web

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// Query is one that the explorer sends: what anybody could send to the API.
type Query struct {
	Name string // of its operation
	Text string // with the fragments that it uses
}

// definition is one operation or fragment of explorer/queries: it begins with its word at the start of a line and ends with a brace
// at the start of one, or at the end of its first line.
var definition = regexp.MustCompile(`(?ms)^(query|fragment) (\w+)[^\n]*?(?:\}$|\{$.*?^\}$)`)

// spread is the use of a fragment.
var spread = regexp.MustCompile(`\.\.\.(\w+)`)

// Queries is all queries of the explorer by name. An operation carries just the fragments that it uses, or it would not be valid.
func Queries() []Query {
	names, err := fs.Glob(files, "explorer/queries/*.graphql")
	if err != nil {
		panic(err) // a bad pattern
	}
	operations, fragments := map[string]string{}, map[string]string{}
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // the files are part of the program
		}
		for _, d := range definition.FindAllStringSubmatch(string(text), -1) {
			to := operations
			if d[1] == "fragment" {
				to = fragments
			}
			to[d[2]] = d[0]
		}
	}
	var out []Query
	for name, text := range operations {
		out = append(out, Query{name, whole(text, fragments)})
	}
	slices.SortFunc(out, func(a, b Query) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// whole is an operation with the fragments that it, or one of these, uses.
func whole(text string, fragments map[string]string) string {
	used := map[string]bool{}
	for rest := []string{text}; len(rest) > 0; rest = rest[1:] {
		for _, m := range spread.FindAllStringSubmatch(rest[0], -1) {
			f, ok := fragments[m[1]]
			if !ok {
				panic(fmt.Sprintf("explorer: no fragment %s", m[1])) // the files are part of the program
			}
			if !used[m[1]] {
				used[m[1]] = true
				text += "\n" + f
				rest = append(rest, f)
			}
		}
	}
	return text
}
