package graph_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

// ask answers query over store as decoded JSON.
func ask(t testing.TB, store kg.Store, query string, variables map[string]any) map[string]any {
	t.Helper()
	raw, err := graph.Execute(context.Background(), store, query, variables, "")
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func decode(t testing.TB, s string) (out map[string]any) {
	t.Helper()
	if err := json.Unmarshal([]byte(s), &out); err != nil {
		t.Fatalf("%v in %s", err, s)
	}
	return out
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct{ name, query, want string }{
		{
			"an edge carries its fact and its evidence",
			`{people(first: 1) {nodes {name gender posts(asOf: "2025-03-01") {edges {status held observedTo confidence node {title place {name level}} evidence(first: 1) {nodes {sentence rule confidence article {title}}}}}}}}`,
			`{"data":{"people":{"nodes":[{"name":"人0001","gender":"FEMALE","posts":{"edges":[{"status":"CURRENT","held":"UNKNOWN","observedTo":"2025-02-25","confidence":0.9,
			  "node":{"title":"市长","place":{"name":"乌海市","level":"PREFECTURE"}},"evidence":{"nodes":[{"sentence":"市长崔景英出席。","rule":"apposition","confidence":0.95,"article":{"title":"报道"}}]}}]}}]}}}`,
		},
		{
			"aliases of one field keep apart",
			`{a: people(first: 1) {b: nodes {x: posts {totalCount} y: events {nodes {name}}} c: nodes {x: events {totalCount}} d: edges {n: node {x: written {nodes {title}}}}}}`,
			`{"data":{"a":{"b":[{"x":{"totalCount":1},"y":{"nodes":[{"name":"座谈"}]}}],"c":[{"x":{"totalCount":1}}],"d":[{"n":{"x":{"nodes":[{"title":"报道"}]}}}]}}}`,
		},
		{
			"fragments on an interface, one alias in two types",
			`{agreements {nodes {parties {nodes {__typename name ... on Place {x: agreements {totalCount}} ... on Person {x: posts {totalCount}} ...e}}}}} fragment e on Entity {articles {totalCount}}`,
			`{"data":{"agreements":{"nodes":[{"parties":{"nodes":[{"__typename":"Place","name":"乌海市","x":{"totalCount":1},"articles":{"totalCount":0}}]}}]}}}`,
		},
		{
			"parts and spans",
			`{articles {nodes {subtitle parts {kind text} mentions(first: 1) {edges {spans {start end}}}}}}`,
			`{"data":{"articles":{"nodes":[{"subtitle":null,"parts":[{"kind":"TITLE","text":"报道"},{"kind":"BODY","text":"市长崔景英出席。"}],"mentions":{"edges":[{"spans":[{"start":5,"end":8}]}]}}]}}}`,
		},
		{"an unknown id is null", `{node(id: "p-none") {id} person(id: "p-none") {id} nodes(ids: ["p-none"]) {id}}`, `{"data":{"node":null,"person":null,"nodes":[null]}}`},
		{"skip and include", `{people(first: 1) {nodes {posts @skip(if: true) {totalCount} name @include(if: false) id @skip(if: true)}}}`, `{"data":{"people":{"nodes":[{}]}}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(decode(t, c.want), ask(t, town(2), c.query, nil)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, query, code string
	}{
		{"too large a page", `{people(first: 101) {totalCount}}`, "BAD_USER_INPUT"},
		{"first with last", `{people(first: 1, last: 1) {totalCount}}`, "BAD_USER_INPUT"},
		{"nothing to look up by", `{person {name}}`, "BAD_USER_INPUT"},
		{"a month for a day", `{people(asOf: "2025-02") {totalCount}}`, "BAD_USER_INPUT"},
		{"no GraphQL", `{`, "GRAPHQL_PARSE_FAILED"},
		{"an unknown field", `{people {nope}}`, "GRAPHQL_VALIDATION_FAILED"},
		{"no operation", `fragment f on Person {name}`, "GRAPHQL_VALIDATION_FAILED"},
		{"too costly", `{people(first: 100) {nodes {posts(first: 100) {nodes {holders(first: 100) {nodes {name}}}}}}}`, "COMPLEXITY_LIMIT_EXCEEDED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			errs, _ := ask(t, town(1), c.query, nil)["errors"].([]any)
			if len(errs) == 0 {
				t.Fatal("no error")
			}
			got := errs[0].(map[string]any)
			if code := got["extensions"].(map[string]any)["code"]; code != c.code {
				t.Errorf("code %v, want %s: %v", code, c.code, got)
			}
		})
	}
}
