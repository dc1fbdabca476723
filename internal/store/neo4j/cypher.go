package neo4j

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/kg"
)

//go:embed cypher/*.cypher
var cypherFiles embed.FS

// cypherTexts are the statements by the names of their files. The first line of each says what it is for. Words in
// capitals stand for names of kg's schema table, which can't be parameters: LABEL, TYPE, FROM, TO.
var cypherTexts = sync.OnceValue(func() map[string]string {
	entries, err := cypherFiles.ReadDir("cypher")
	if err != nil {
		panic(err) // embedded
	}
	out := make(map[string]string, len(entries))
	for _, e := range entries {
		text, err := cypherFiles.ReadFile("cypher/" + e.Name())
		if err != nil {
			panic(err)
		}
		out[strings.TrimSuffix(path.Base(e.Name()), ".cypher")] = string(text)
	}
	return out
})

// cypher answers the statement of a file that has no names to fill in.
func cypher(name string) string {
	text, ok := cypherTexts()[name]
	if !ok {
		panic(fmt.Sprintf("no statement %q", name)) // a slip of the pen that any test shows
	}
	return text
}

// label is the label by which nodes of kind are looked up: the common one where they have it, since its index is the one
// of ids.
func label(kind kg.NodeKind) string {
	if s, ok := kg.NodeSchemaOf(kind); ok && s.Entity {
		return entityLabel
	}
	return string(kind)
}

// labels are all the labels of a node of kind, joined by colons.
func labels(kind kg.NodeKind) string {
	if s, ok := kg.NodeSchemaOf(kind); ok && s.Entity {
		return string(kind) + ":" + entityLabel
	}
	return string(kind)
}

const entityLabel = "Entity"

// nodeCypher fills a statement in for one label.
func nodeCypher(name, label string) string {
	return strings.ReplaceAll(cypher(name), "LABEL", label)
}

// edgeCypher fills a statement in for one kind of edges. Both ends have one label each: the kinds of an end are either all
// entities or one.
func edgeCypher(name string, s *kg.EdgeSchema) string {
	r := strings.NewReplacer("TYPE", string(s.Kind), "FROM", label(s.From[0]), "TO", label(s.To[0]))
	return r.Replace(cypher(name))
}
