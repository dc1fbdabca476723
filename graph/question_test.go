package graph_test

import (
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

func eq(field, v string) kg.Filter { return kg.Filter{Field: field, Op: kg.Eq, Value: v} }

// What a field's arguments ask of the store.
func TestQuestions(t *testing.T) {
	first := kg.Page{First: 20}
	for _, c := range []struct {
		name, query string
		variables   map[string]any
		at          int // which call
		want        any
	}{
		{
			name:  "operators, logic, enum values, kg's names",
			query: `{posts(where: {title: {contains: "长"}, placePath: {startsWith: "内蒙古"}, or: [{rank: {lt: 3}}, {not: {generic: {eq: true}}}], seats: {in: [1, 2]}}) {nodes {id}}}`,
			want: kg.NodeQuery{Kind: kg.PostKind, Page: first, Where: kg.Filter{And: []kg.Filter{
				{Or: []kg.Filter{{Field: "rank", Op: kg.Lt, Value: "3"}, {Not: &kg.Filter{Field: "generic", Op: kg.Eq, Value: "true"}}}},
				{Field: "title", Op: kg.Contains, Value: "长"},
				{Field: "place", Op: kg.Prefix, Value: "内蒙古"},
				{Field: "seats", Op: kg.In, Values: []string{"1", "2"}},
			}}},
		},
		{
			name:      "a quantifier, with edge and node apart, from a variable",
			query:     `query($w: PersonWhere) {people(where: $w, orderBy: LAST_SEEN_ASC, last: 3) {nodes {id}}}`,
			variables: map[string]any{"w": map[string]any{"posts": map[string]any{"some": map[string]any{"edge": map[string]any{"status": map[string]any{"eq": "CURRENT"}, "confidence": map[string]any{"gte": 0.8}}, "node": map[string]any{"title": map[string]any{"eq": "市长"}}}}}},
			want: kg.NodeQuery{Kind: kg.PersonKind, Order: "LAST_SEEN", Reverse: true, Page: kg.Page{Last: 3}, Where: kg.Filter{Some: &kg.EdgeFilter{
				Kind: kg.HoldsPost, Far: []kg.NodeKind{kg.PostKind}, MinConfidence: 500, Node: eq("title", "市长"),
				Edge: kg.Filter{And: []kg.Filter{eq("status", "current"), {Field: "confidence", Op: kg.Gte, Value: "800"}}},
			}}},
		},
		{
			name:  "quantifiers over the nodes of one type at an end where others stand too, and over any",
			query: `{articles(where: {people: {some: {node: {official: {eq: true}}}}, mentions: {none: {}}}) {totalCount}}`,
			want: kg.NodeQuery{Kind: kg.ArticleKind, Count: true, Where: kg.Filter{And: []kg.Filter{
				{None: &kg.EdgeFilter{Kind: kg.MentionsEntity, MinConfidence: 500}},
				{Some: &kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{kg.PersonKind}, MinConfidence: 500, Node: eq("official", "true")}},
			}}},
		},
		{
			name:  "an alternative that is always true",
			query: `{people(where: {or: [{}, {name: {eq: "x"}}], and: [], aliases: {empty: false}}) {totalCount}}`,
			want:  kg.NodeQuery{Kind: kg.PersonKind, Count: true, Where: kg.Filter{Field: "aliases", Op: kg.Empty, Value: "false"}},
		},
		{
			name:      "single values in variables, where lists are asked for",
			query:     `query($w: PersonWhere) {people(where: $w) {totalCount}}`,
			variables: map[string]any{"w": map[string]any{"and": map[string]any{"official": map[string]any{"eq": true}}, "or": map[string]any{"articleCount": map[string]any{"in": 3}}}},
			want: kg.NodeQuery{Kind: kg.PersonKind, Count: true, Where: kg.Filter{And: []kg.Filter{
				eq("official", "true"), {Or: []kg.Filter{{Field: "articleCount", Op: kg.In, Values: []string{"3"}}}},
			}}},
		},
		{
			name:  "no alternatives are never true",
			query: `{people(where: {or: []}) {totalCount}}`,
			want:  kg.NodeQuery{Kind: kg.PersonKind, Count: true, Where: kg.Filter{Field: "id", Op: kg.In, Values: []string{}}},
		},
		{
			name:  "officials of a day hold a post then",
			query: `{officials(asOf: "2025-03-01") {totalCount}}`,
			want: kg.NodeQuery{Kind: kg.PersonKind, Count: true, When: kg.When{AsOf: "2025-03-01"}, Where: kg.Filter{
				Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Node: eq("occupation", "")},
			}},
		},
		{
			name:  "times hold for all below until they are given again",
			query: `{people(asOf: "2025-03-01", first: 1) {nodes {posts(knownAt: "2025-04-01", minConfidence: 0.75, asOf: "2025-02-01") {nodes {id}}}}}`,
			at:    1,
			want: kg.EdgeQuery{
				Kind: kg.HoldsPost, Far: []kg.NodeKind{kg.PostKind}, When: kg.When{AsOf: "2025-02-01", KnownAt: "2025-04-01"}, MinConfidence: 750,
				Page: first,
			},
		},
		{
			name:  "evidence is known by the day of what is above it",
			query: `{people(first: 1) {nodes {posts(first: 1, asOf: "2025-03-01") {edges {evidence(first: 2, knownAt: "2025-05-01") {nodes {rule}}}}}}}`,
			at:    2,
			want:  kg.EvidenceQuery{KnownAt: "2025-05-01", Page: kg.Page{First: 2}},
		},
		{
			name:  "types of an interface, the count alone",
			query: `{agreements(first: 1) {nodes {parties(types: [PLACE, PERSON], where: {node: {name: {eq: "乌海市"}}}) {totalCount}}}}`,
			at:    1,
			want: kg.EdgeQuery{
				Kind: kg.PartyTo, Direction: kg.Inward, Far: []kg.NodeKind{kg.PlaceKind, kg.PersonKind}, Node: eq("name", "乌海市"), MinConfidence: 500, Count: true,
			},
		},
		{
			name:      "suggested merges",
			query:     `query($of: ID) {mergeCandidates(kind: AGREEMENT, of: $of, first: 3, after: "x") {nodes {score}}}`,
			variables: map[string]any{"of": "g-1"},
			at:        1, // behind the one of the list that stands in for a store
			want:      kg.CandidateQuery{Kind: kg.AgreementKind, Of: "g-1", Page: kg.Page{First: 3, After: "x"}},
		},
		{
			name:  "a node by its id",
			query: `{node(id: "p-1") {id}}`,
			want:  asked{[]kg.ID{"p-1"}, kg.When{}},
		},
		{
			name:  "nodes by their ids, as of a day and known on another",
			query: `{nodes(ids: ["p-1", "p-2"], asOf: "2025-02-01", knownAt: "2025-03-01") {id}}`,
			want:  asked{[]kg.ID{"p-1", "p-2"}, kg.When{AsOf: "2025-02-01", KnownAt: "2025-03-01"}},
		},
		{
			name:  "a look-up by the id, as known on a day",
			query: `{person(id: "p-1", knownAt: "2025-03-01") {id}}`,
			want:  asked{[]kg.ID{"p-1"}, kg.When{KnownAt: "2025-03-01"}},
		},
		{
			name:  "a look-up under knownAt keeps to the key",
			query: `{official(name: "崔景英", scope: "乌海市", knownAt: "2025-03-01") {id}}`,
			want: kg.NodeQuery{Kind: kg.PersonKind, When: kg.When{KnownAt: "2025-03-01"}, One: true, Where: kg.Filter{And: []kg.Filter{
				{Or: []kg.Filter{
					{Field: "name", Op: kg.In, Values: []string{"崔景英", "崔景英"}},
					{Field: "key", Op: kg.In, Values: []string{"崔景英", "崔景英"}},
					{Field: "key", Op: kg.Prefix, Value: "崔景英@"},
				}},
				{Field: "scope", Op: kg.Contains, Value: "乌海市"},
				{Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Node: eq("occupation", "")}},
			}}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := town(1)
			if got := ask(t, m, c.query, c.variables); got["errors"] != nil {
				t.Fatal(got["errors"])
			}
			if d := cmp.Diff(c.want, m.asked[c.at]); d != "" {
				t.Error(d)
			}
		})
	}
}

// An answer's own cursors lead on; a cursor of another question doesn't.
func TestCursorsLeadOn(t *testing.T) {
	m := town(3)
	got := ask(t, m, `{people(first: 1) {pageInfo {hasNextPage endCursor} edges {cursor}}}`, nil)
	page := got["data"].(map[string]any)["people"].(map[string]any)
	cursor := page["edges"].([]any)[0].(map[string]any)["cursor"]
	info := page["pageInfo"].(map[string]any)
	if info["hasNextPage"] != true || info["endCursor"] != nil && info["endCursor"] != cursor {
		t.Errorf("page info %v beside cursor %v", info, cursor)
	}
	ask(t, m, `query($c: String) {people(first: 1, after: $c) {nodes {id}}}`, map[string]any{"c": cursor})
	if q := m.asked[1].(kg.NodeQuery); q.Page.After != cursor {
		t.Errorf("asked after %q, want %q", q.Page.After, cursor)
	}
}

func TestIntrospection(t *testing.T) {
	m := town(1)
	got := ask(t, m, introspection.Query, nil)
	if got["errors"] != nil || len(m.calls) > 0 {
		t.Errorf("errors %v, calls %v", got["errors"], m.calls)
	}
	if n := len(got["data"].(map[string]any)["__schema"].(map[string]any)["types"].([]any)); n < 100 {
		t.Errorf("only %d types", n)
	}
}
