package graph

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/baopu/baopu/internal/kg"
)

// bare holds a node of each kind of which little is known.
type bare struct {
	kg.Store
	nodes map[kg.ID]kg.Node
}

func (r bare) View(_ context.Context, fn func(kg.Reader) error) error { return fn(r) }

func (r bare) Nodes(_ context.Context, ids []kg.ID, _ kg.When) ([]kg.Node, error) {
	out := make([]kg.Node, len(ids))
	for i, id := range ids {
		out[i] = r.nodes[id]
	}
	return out, nil
}

// bareNode is a node with only what kg.Document.Check asks for.
func bareNode(row *kg.NodeSchema) kg.Node {
	n := row.New()
	n.NodeHead().ID = kg.MakeID(row.Prefix, "bare")
	if !row.Owned {
		n.NodeHead().Name = "甲"
	}
	switch n := n.(type) {
	case *kg.Article:
		n.Published, n.Cluster, n.Document = "2025-02-26", "c", "d-1"
	case *kg.Observation:
		n.Published = "2025-02-26"
	case *kg.Remainder:
		n.Document = "d-1"
	}
	return n
}

// What isn't known is null or empty, never an error.
func TestWhatIsUnknown(t *testing.T) {
	schema := executable().Schema()
	for i := range kg.NodeKinds {
		row := &kg.NodeKinds[i]
		t.Run(string(row.Kind), func(t *testing.T) {
			n := bareNode(row)
			var fields []string
			for _, f := range schema.Types[string(row.Kind)].Fields {
				if def := schema.Types[f.Type.Name()]; len(f.Arguments) == 0 && (def.Kind == ast.Scalar || def.Kind == ast.Enum) {
					fields = append(fields, f.Name)
				}
			}
			query := fmt.Sprintf("{node(id: %q) {... on %s {%s}}}", n.NodeHead().ID, row.Kind, strings.Join(fields, " "))
			store := bare{nodes: map[kg.ID]kg.Node{n.NodeHead().ID: n}}
			raw, err := Execute(context.Background(), store, query, nil, "")
			if err != nil || strings.Contains(string(raw), `"errors"`) || !strings.Contains(string(raw), string(n.NodeHead().ID)) {
				t.Errorf("%v: %s: %s", err, query, raw)
			}
		})
	}
}
