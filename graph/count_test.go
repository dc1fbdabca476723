package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

const fiveRelations = `query($ids: [ID!]!) {nodes(ids: $ids) {... on Person {
	name
	posts(first: 3) {totalCount edges {status evidence(first: 1) {nodes {sentence}} node {title place {name}}}}
	events(first: 3) {edges {role node {name}}}
	articles(first: 3) {nodes {title}}
	written(first: 3) {nodes {title}}
	quotes(first: 3) {edges {verb node {title}}}
}}}`

// A query costs the store one call for each relation field (and its count), whatever the number of parents.
func TestCallsDontGrowWithParents(t *testing.T) {
	var calls [2]string
	for i, n := range []int{1, 1000} {
		m := town(n)
		var ids []any
		for id, node := range m.nodes {
			if node.NodeHead().Kind == kg.PersonKind {
				ids = append(ids, string(id))
			}
		}
		got := ask(t, m, fiveRelations, map[string]any{"ids": ids})
		if got["errors"] != nil {
			t.Fatal(got["errors"])
		}
		people := got["data"].(map[string]any)["nodes"].([]any)
		if len(people) != n || !strings.Contains(fmt.Sprint(people[n-1]), "市长") {
			t.Fatalf("%d people, the last %v", len(people), people[n-1])
		}
		calls[i] = strings.Join(m.calls, ", ")
		t.Logf("%d parents, five relation fields: %d calls of the store: %s", n, len(m.calls), calls[i])
	}
	if calls[0] != calls[1] {
		t.Error("the calls differ")
	}
	if want := 1 + 5 + 1 + 1; strings.Count(calls[0], ",")+1 != want {
		t.Errorf("want %d calls: nodes, five relations, evidence, places", want)
	}
}
