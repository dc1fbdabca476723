package export_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
)

// entity is a line of FollowTheMoney.
type entity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// entitiesOf writes g and reads it again.
func entitiesOf(t *testing.T, g graph) []entity {
	t.Helper()
	var b bytes.Buffer
	if err := export.FollowTheMoney(t.Context(), &b, g); err != nil {
		t.Fatal(err)
	}
	var out []entity
	for line := range strings.Lines(b.String()) {
		var e entity
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		out = append(out, e)
	}
	return out
}

func TestFollowTheMoney(t *testing.T) {
	g := graph{records: []kg.Record{
		{Node: &kg.Person{Head: kg.Head{ID: "p-1", Kind: kg.PersonKind, Key: "甲@乙市", Name: "甲<b>", ArticleCount: 2}, Aliases: []string{"子", "丑"}, Gender: "female", Official: true}},
		{Node: &kg.Post{Head: kg.Head{ID: "t-1", Kind: kg.PostKind, Name: "市长"}, Place: "乙市", Seats: 1}},
		{Node: &kg.Organization{Head: kg.Head{ID: "o-1", Kind: kg.OrganizationKind, Name: "丙公司"}, OrgType: "company"}},
		{
			Edge: &kg.Holds{
				Fact:   kg.Fact{ID: "f-1", Kind: kg.HoldsPost, From: "p-1", To: "t-1", Confidence: 900, FirstDate: "2025-02", LastDate: "2025-03"},
				Status: "former", StatedEnd: "2025-04-01", ObservedFrom: "2025-02", Start: "2025-02",
			},
			Proofs: []kg.Proof{{Article: "a-2", Sentence: "市长甲说。"}, {Article: "a-1", Sentence: "甲。"}, {Article: "a-2"}},
		},
		{Edge: &kg.Participated{Fact: kg.Fact{ID: "f-2", Kind: kg.ParticipatedIn, From: "p-1", To: "e-1"}, Role: "host"}},
	}}
	want := []entity{
		{"p-1", "Person", map[string][]string{"name": {"甲<b>"}, "alias": {"子", "丑"}, "gender": {"female"}, "notes": {"official: true", "key: 甲@乙市", "articleCount: 2"}}},
		{"t-1", "Position", map[string][]string{"name": {"市长"}, "address": {"乙市"}, "numberOfSeats": {"1"}}},
		{"o-1", "Company", map[string][]string{"name": {"丙公司"}, "classification": {"company"}}},
		{"f-1", "Occupancy", map[string][]string{
			"holder": {"p-1"}, "post": {"t-1"}, "status": {"former"}, "endDate": {"2025-04-01"}, "date": {"2025-02", "2025-03"},
			"description": {"observedFrom: 2025-02", "start: 2025-02", "confidence: 900"}, "proof": {"a-2", "a-1"}, "summary": {"市长甲说。"},
		}},
		{"f-2", "UnknownLink", map[string][]string{"subject": {"p-1"}, "object": {"e-1"}, "role": {"PARTICIPATED_IN", "host"}}},
	}
	if diff := cmp.Diff(want, entitiesOf(t, g)); diff != "" {
		t.Error(diff)
	}
}

// A new kind has a schema, and a new field of one is in the export: under a property of its own, or told by its name.
func TestFollowTheMoneyOfEveryKind(t *testing.T) {
	g := everyKind(t)
	entities := entitiesOf(t, g)
	if want := len(kg.NodeKinds) + len(kg.EdgeKinds); len(entities) != want {
		t.Fatalf("%d entities, want %d", len(entities), want)
	}
	for i, s := range kg.NodeKinds {
		tells(t, entities[i], string(s.Kind), slices.Concat(kg.CommonNodeFields, s.Fields), kg.AllColumns(g.records[i].Node))
	}
	for i, s := range kg.EdgeKinds {
		i += len(kg.NodeKinds)
		tells(t, entities[i], string(s.Kind), slices.Concat(kg.CommonEdgeFields, s.Fields), kg.EdgeColumns(g.records[i].Edge))
	}
}

// tells finds each value that ptrs point to in e.
func tells(t *testing.T, e entity, kind string, fields []kg.Field, ptrs []any) {
	t.Helper()
	if e.Schema == "" || e.Properties[""] != nil {
		t.Errorf("%s: no schema, or a property without a name: %v", kind, e)
	}
	for i, f := range fields {
		if f.Name == "id" || f.Name == "nameKey" {
			continue
		}
		value := kg.EncodeValue(ptrs[i])
		if list, ok := ptrs[i].(*[]string); ok {
			value = (*list)[0]
		}
		told := false
		for _, values := range e.Properties {
			told = told || slices.Contains(values, value) || slices.Contains(values, f.Name+": "+value)
		}
		if !told {
			t.Errorf("%s: %s is not told in %v", kind, f.Name, e.Properties)
		}
	}
}

func TestFollowTheMoneyOfHostileTexts(t *testing.T) {
	entities := entitiesOf(t, hostileGraph())
	if name := entities[1].Properties["name"]; !slices.Equal(name, []string{hostile}) {
		t.Errorf("%q", name)
	}
	if alias := entities[1].Properties["alias"]; !slices.Equal(alias, []string{hostile, "b;c"}) {
		t.Errorf("%q", alias)
	}
	if summary := entities[2].Properties["summary"]; !slices.Equal(summary, []string{hostile}) {
		t.Errorf("%q", summary)
	}
}
