package graph_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/kg"
)

const dear = `people(first: 100) {nodes {posts(first: 100) {nodes {holders(first: 100) {nodes {name}}}}}}`

// nested is a condition with so many quantifiers inside each other.
func nested(levels int) string {
	where := `{name: {eq: "甲"}}`
	for i := range levels {
		field := "posts"
		if (levels-i)%2 == 0 {
			field = "holders"
		}
		where = fmt.Sprintf("{%s: {some: {node: %s}}}", field, where)
	}
	return where
}

// What can't be asked is refused once, with the right code, before the store is asked anything.
func TestRefusedQuestions(t *testing.T) {
	deep := any(map[string]any{})
	for range 70 {
		deep = map[string]any{"not": deep}
	}
	for _, c := range []struct {
		name, query string
		variables   map[string]any
		code, says  string
	}{
		{name: "a negative limit pays for nothing", query: `{a: eventsByType(limit: -100000000) {count} ` + dear + `}`, code: "COMPLEXITY_LIMIT_EXCEEDED"},
		{name: "a negative limit in a variable", query: `query($n: Int) {neighborhood(of: "p-x", limit: $n) {truncated} ` + dear + `}`, variables: map[string]any{"n": -100000000}, code: "COMPLEXITY_LIMIT_EXCEEDED"},
		{name: "a page beyond every bound", query: `{people(first: 999999999) {nodes {id}}}`, code: "BAD_USER_INPUT", says: "first: 999999999"},
		{name: "a wrong page below many parents", query: `{people(first: 5) {nodes {posts(first: 0) {totalCount}}}}`, code: "BAD_USER_INPUT", says: "posts (line 1): first: 0"},
		{name: "quantifiers inside each other", query: `{people(where: ` + nested(4) + `) {totalCount}}`, code: "BAD_USER_INPUT", says: "quantifiers"},
		{name: "a date of no text", query: `{places(where: {firstSeen: {gte: ""}}) {totalCount}}`, code: "BAD_USER_INPUT", says: "no date"},
		{name: "an id beside another key", query: `{place(id: "l-x", name: "北京市") {id}}`, code: "BAD_USER_INPUT", says: "without other arguments"},
		{name: "no kinds of facts to walk", query: `{neighborhood(of: "p-x", via: []) {truncated}}`, code: "BAD_USER_INPUT", says: "via"},
		{name: "@defer", query: `{people {totalCount ... @defer {nodes {id}}}}`, code: "GRAPHQL_VALIDATION_FAILED", says: "defer"},
		{name: "several operations and no name", query: `query a {stats {claims}} query b {stats {claims}}`, code: "GRAPHQL_VALIDATION_FAILED", says: "operationName"},
		{name: "an enum value in another case", query: `query($o: PersonOrder) {people(orderBy: $o) {totalCount}}`, variables: map[string]any{"o": "last_seen_asc"}, code: "GRAPHQL_VALIDATION_FAILED", says: "$o"},
		{name: "an enum value in a list", query: `query($v: [EdgeKind!]) {timeline(of: "p-x", via: $v) {date}}`, variables: map[string]any{"v": []any{"HOLDS", "holds"}}, code: "GRAPHQL_VALIDATION_FAILED", says: `1: "holds"`},
		{name: "a text for a number", query: `query($n: Int) {people(first: $n) {totalCount}}`, variables: map[string]any{"n": "3"}, code: "GRAPHQL_VALIDATION_FAILED", says: "no Int"},
		{name: "a text for a fraction", query: `query($w: PersonWhere) {people(where: $w) {totalCount}}`, variables: map[string]any{"w": map[string]any{"posts": map[string]any{"minConfidence": "0.9"}}}, code: "GRAPHQL_VALIDATION_FAILED", says: "posts: minConfidence"},
		{name: "a number for a date", query: `query($d: Date) {people(asOf: $d) {totalCount}}`, variables: map[string]any{"d": 2025}, code: "GRAPHQL_VALIDATION_FAILED", says: "no Date"},
		{name: "a number beyond 32 bits", query: `query($n: Int) {people(first: $n) {totalCount}}`, variables: map[string]any{"n": 1 << 31}, code: "GRAPHQL_VALIDATION_FAILED", says: "no Int"},
		{name: "variables of many levels", query: `query($w: PersonWhere) {people(where: $w) {totalCount}}`, variables: map[string]any{"w": deep}, code: "OPERATION_TOO_LARGE", says: "levels"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := town(5)
			errs, _ := ask(t, m, c.query, c.variables)["errors"].([]any)
			if len(errs) != 1 {
				t.Fatalf("%d errors: %v", len(errs), errs)
			}
			e := errs[0].(map[string]any)
			if e["extensions"].(map[string]any)["code"] != c.code || !strings.Contains(e["message"].(string), c.says) {
				t.Errorf("got %v, want %s with %q", e, c.code, c.says)
			}
			if len(m.calls) > 0 {
				t.Errorf("the store was asked %v", m.calls)
			}
		})
	}
}

// three quantifiers inside each other are answered.
func TestNestedQuantifiers(t *testing.T) {
	m := town(1)
	if got := ask(t, m, `{people(where: `+nested(kg.MaxQuantifiers)+`) {totalCount}}`, nil); got["errors"] != nil {
		t.Error(got["errors"])
	}
}

// edgeless fails whenever edges are asked for.
type edgeless struct{ *memory }

func (s edgeless) View(_ context.Context, fn func(kg.Reader) error) error { return fn(s) }

func (s edgeless) Edges(context.Context, []kg.ID, kg.EdgeQuery) ([]kg.EdgePage, error) {
	return nil, errors.New("disk gone")
}

func TestOneFailureIsLoggedOnce(t *testing.T) {
	var log bytes.Buffer
	srv := serve(t, edgeless{town(5)}, graph.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	_, _, answer := send(t, "POST", srv.URL, "application/json", "", `{"query": "{people {nodes {posts {totalCount}}}}"}`)
	ids := regexp.MustCompile(`internal error ([0-9a-f]+)`).FindAllStringSubmatch(answer, -1)
	if len(ids) != 5 {
		t.Fatalf("want an error for each of five people: %s", answer)
	}
	for _, id := range ids {
		if id[1] != ids[0][1] {
			t.Errorf("ids %s and %s of one failure", id[1], ids[0][1])
		}
	}
	if n := strings.Count(log.String(), "query failed"); n != 1 || !strings.Contains(log.String(), ids[0][1]) {
		t.Errorf("%d lines in the log: %s", n, log.String())
	}
}

// A client may offer to upgrade the connection; Java's does so by default.
func TestOffersToUpgradeArePassedOver(t *testing.T) {
	srv := serve(t, town(1), graph.Options{})
	req, err := http.NewRequestWithContext(context.Background(), "POST", srv.URL, strings.NewReader(`{"query": "{__typename}"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = http.Header{"Content-Type": {"application/json"}, "Connection": {"Upgrade, HTTP2-Settings"}, "Upgrade": {"h2c"}, "Http2-Settings": {"AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA"}}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != 200 {
		t.Errorf("status %d", res.StatusCode)
	}
}
