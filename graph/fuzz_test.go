package graph_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/baopu/baopu/examples"
	"github.com/baopu/baopu/graph"
)

// Whatever is asked, the answer is JSON with data or coded errors, none of them internal (a panic would be).
func FuzzExecute(f *testing.F) {
	for _, q := range examples.Queries() {
		f.Add(q.Text, q.Variables)
	}
	f.Add(fiveRelations, `{"ids": ["p-x"]}`)
	f.Add(doubling(3), "")
	f.Add(`query($w: PersonWhere, $n: Int) {people(where: $w, first: $n) {edges {cursor node {x: posts {totalCount}}}}}`, `{"w": {"posts": {"none": {"node": {"title": {"in": "a"}}}}}, "n": 3}`)
	f.Add(`{people(where: {and: [{or: []}, {not: {name: {eq: null}}}]}, before: "x") {totalCount} eventsByPlace(limit: 3) {place {name} count}}`, "null")
	f.Add(`query($k: MergeKind!) {mergeCandidates(kind: $k, first: 2) {x: nodes {a {articles {totalCount}}} edges {node {b {id}}}}}`, `{"k": "PERSON"}`)
	f.Add(`{articles {nodes {nearReprints {share sentence article {nearReprints {sentences}}}}}}`, "")
	m := town(2)
	f.Fuzz(func(t *testing.T, query, variables string) {
		var v map[string]any
		_ = json.Unmarshal([]byte(variables), &v) // none, if it isn't an object
		raw, err := graph.Execute(context.Background(), m, query, v, "")
		if err != nil {
			t.Fatal(err)
		}
		m.calls, m.asked = nil, nil
		var got struct {
			Data   any
			Errors []struct {
				Message    string
				Extensions struct{ Code string }
			}
		}
		if err := json.Unmarshal(raw, &got); err != nil || got.Data == nil && got.Errors == nil {
			t.Fatalf("%v: %s", err, raw)
		}
		for _, e := range got.Errors {
			if e.Extensions.Code == "" || strings.HasPrefix(e.Message, "internal error") {
				t.Fatalf("%+v for %s", e, query)
			}
		}
	})
}
