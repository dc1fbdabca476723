package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
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
		{
			"nodes of five kinds, one alias in all of them",
			fmt.Sprintf(`{nodes(ids: [%q, %q, %q, "x-none", %q, %q]) {__typename ... on Person {x: posts {nodes {name}}} ... on Place {x: agreements {nodes {name}}} ... on Event {x: participants {totalCount}} ... on Agreement {x: signedAt {nodes {name}}} ... on Article {x: bylines {nodes {name}}}}}`,
				kg.MakeID("p", "人0000"), kg.MakeID("l", "乌海市"), kg.MakeID("e", "座谈"), kg.MakeID("g", "协议"), articleID),
			`{"data":{"nodes":[{"__typename":"Person","x":{"nodes":[{"name":"职0000"}]}},{"__typename":"Place","x":{"nodes":[{"name":"协议"}]}},{"__typename":"Event","x":{"totalCount":2}},null,
			  {"__typename":"Agreement","x":{"nodes":[{"name":"座谈"}]}},{"__typename":"Article","x":{"nodes":[{"name":"人0000"},{"name":"人0001"}]}}]}}`,
		},
		{
			"a path walked against its edge, each step with its proof",
			fmt.Sprintf(`{paths(from: %q, to: %q) {length nodes {... on Entity {name}} again: nodes {id} steps {reversed fact {kind status from {... on Person {name}} to {... on Post {title}} evidence {nodes {rule}}}}}}`,
				kg.MakeID("t", "职0000"), kg.MakeID("p", "人0000")),
			fmt.Sprintf(`{"data":{"paths":[{"length":1,"nodes":[{"name":"职0000"},{"name":"人0000"}],"again":[{"id":%q},{"id":%q}],
			  "steps":[{"reversed":true,"fact":{"kind":"HOLDS","status":"CURRENT","from":{"name":"人0000"},"to":{"title":"市长"},"evidence":{"nodes":[{"rule":"apposition"}]}}}]}]}}`,
				kg.MakeID("t", "职0000"), kg.MakeID("p", "人0000")),
		},
		{
			"a timeline goes by the first day of each fact",
			fmt.Sprintf(`{timeline(of: %q) {date fact {kind role} node {... on Entity {name}}}}`, kg.MakeID("p", "人0000")),
			`{"data":{"timeline":[{"date":"2025-02-25","fact":{"kind":"HOLDS","role":null},"node":{"name":"职0000"}},{"date":"2025-02-25","fact":{"kind":"PARTICIPATED_IN","role":"HOST"},"node":{"name":"座谈"}},
			  {"date":"2025-02-26","fact":{"kind":"SAID","role":null},"node":{}},{"date":"2025-02-26","fact":{"kind":"WROTE","role":null},"node":{}}]}}`,
		},
		{
			"the graph round a node",
			fmt.Sprintf(`{neighborhood(of: %q) {truncated nodes {__typename} facts {kind to {... on Event {name}}}}}`, kg.MakeID("g", "协议")),
			`{"data":{"neighborhood":{"truncated":false,"nodes":[{"__typename":"Place"},{"__typename":"Agreement"},{"__typename":"Agreement"},{"__typename":"Event"}],
			  "facts":[{"kind":"PARTY_TO","to":{}},{"kind":"SIGNED_AT","to":{"name":"座谈"}}]}}}`,
		},
		{
			"a suggested merge, whose entities are read on",
			`{mergeCandidates(kind: PERSON) {edges {cursor node {bearers}} nodes {score bearers reasons {kind note} x: a {name ... on Person {posts {totalCount}}} b {__typename}} pageInfo {hasNextPage endCursor}}}`,
			`{"data":{"mergeCandidates":{"edges":[{"cursor":"c","node":{"bearers":3}}],"nodes":[{"score":0.65,"bearers":3,"reasons":[{"kind":"PLACE","note":"both in 乌海市"}],
			  "x":{"name":"人0001","posts":{"totalCount":1}},"b":{"__typename":"Person"}}],"pageInfo":{"hasNextPage":true,"endCursor":"d"}}}}`,
		},
		{
			"no suggested merge, though more follow",
			`{mergeCandidates(kind: EVENT) {nodes {a {id}} edges {cursor} pageInfo {hasNextPage endCursor}}}`,
			`{"data":{"mergeCandidates":{"nodes":[],"edges":[],"pageInfo":{"hasNextPage":true,"endCursor":"d"}}}}`,
		},
		{"nothing shares a text of one sentence", `{articles(first: 20) {nodes {nearReprints {share article {title}}}}}`, `{"data":{"articles":{"nodes":[{"nearReprints":[]}]}}}`},
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

// A root field that fails is null; the others are answered.
func TestOthersAreAnswered(t *testing.T) {
	got := ask(t, town(1), `{bad: people(after: "?", first: 0) {totalCount} stats {documents nodes {type count}}}`, nil)
	data, _ := got["data"].(map[string]any)
	if data["bad"] != nil || data["stats"].(map[string]any)["documents"] != 1.0 || len(got["errors"].([]any)) != 1 {
		t.Error(got)
	}
	if path := got["errors"].([]any)[0].(map[string]any)["path"]; !cmp.Equal(path, []any{"bad"}) {
		t.Errorf("the error names %v", path)
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
		{"merges of what is never merged", `{mergeCandidates(kind: PLACE) {nodes {score}}}`, "GRAPHQL_VALIDATION_FAILED"},
		{"merges of another kind's entity", `{mergeCandidates(kind: EVENT, of: "p-1") {nodes {score}}}`, "BAD_USER_INPUT"},
		{"too large a page of merges", `{mergeCandidates(kind: EVENT, first: 101) {nodes {score}}}`, "BAD_USER_INPUT"},
		{"too many pages of merges", "{" + merges(26) + "}", "COMPLEXITY_LIMIT_EXCEEDED"},
		{"near reprints of too many", `{articles(first: 25) {nodes {nearReprints {share}}}}`, "COMPLEXITY_LIMIT_EXCEEDED"},
		{"too many states as known then", "{" + states(26, 1) + "}", "COMPLEXITY_LIMIT_EXCEEDED"},
		{"too many states, first of what can't be asked", "{wrong: place(id: \"l-x\", name: \"x\") {" + inner(26) + "} place(id: \"l-x\") {" + inner(26) + "}}", "COMPLEXITY_LIMIT_EXCEEDED"},
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

// A state as known then is paid for once, however often it is asked for.
func TestStatesArePaidForOnce(t *testing.T) {
	if errs := ask(t, town(1), "{"+states(20, 3)+"}", nil)["errors"]; errs != nil {
		t.Error(errs)
	}
}

// states asks often for each of n states of a town as known on one day.
func states(n, often int) string {
	var b strings.Builder
	for i := range n * often {
		fmt.Fprintf(&b, `s%d: people(first: 1, asOf: "2024-01-%02d", knownAt: "2024-06-01") {nodes {id}} `, i, i%n+1)
	}
	return b.String()
}

// inner asks for n states of a place.
func inner(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `s%d: events(first: 1, asOf: "2024-01-%02d", knownAt: "2024-06-01") {nodes {id}} `, i, i+1)
	}
	return b.String()
}

// merges asks for n pages of suggested merges.
func merges(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "m%d: mergeCandidates(kind: PERSON) {nodes {score}} ", i)
	}
	return b.String()
}
