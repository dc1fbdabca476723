// Package examples holds the questions that stand ready in the playground, and that anybody may begin from: one GraphQL
// query a file, told what it asks by the comment in its first line. Variables stand beside it as NAME.json.
package examples

import (
	"embed"
	"errors"
	"io/fs"
	"slices"
	"strings"
)

//go:embed queries
var files embed.FS

// Query is one example.
type Query struct {
	Name      string // of its file, without the extension
	Text      string
	Variables string // JSON, "" none
}

// Queries is all examples by name.
func Queries() []Query {
	names, err := fs.Glob(files, "queries/*.graphql")
	if err != nil {
		panic(err) // a bad pattern
	}
	slices.Sort(names)
	out := make([]Query, 0, len(names))
	for _, path := range names {
		stem := strings.TrimSuffix(path, ".graphql")
		out = append(out, Query{Name: strings.TrimPrefix(stem, "queries/"), Text: read(path), Variables: read(stem + ".json")})
	}
	return out
}

// read is an embedded file, "" where there is none.
func read(path string) string {
	b, err := files.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		panic(err) // the files are part of the program
	}
	return string(b)
}
