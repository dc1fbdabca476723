package facts

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestEncode(t *testing.T) {
	const want = `{"id":"a","title":null,"publishedAt":"2024-01-02","bylines":[],"persons":[{"name":"甲","posts":[]}],"places":[],` +
		`"organizations":[],"agreements":[],"events":[{"type":"visit","name":null,"start":null,"end":null,"place":null,"participants":[]}],` +
		`"statistics":[{"indicator":"<产量>","value":19.01,"unit":"吨","subject":null,"period":null,"change":null}],"speakers":[]}` + "\n"
	f := Facts{
		ID: "a", PublishedAt: "2024-01-02", Persons: []Person{{Name: "甲"}}, Events: []Event{{Type: "visit"}},
		Statistics: []Statistic{{Indicator: "<产量>", Value: "19.01", Unit: "吨"}},
	}
	var b bytes.Buffer
	if err := Encode(&b, f); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("Encode (-want +got):\n%s", diff)
	}
	if f.Persons[0].Posts != nil {
		t.Error("Encode changed its argument")
	}
}

func TestDecode(t *testing.T) {
	cases := []struct {
		name, in string
		ids      []string
		err      string
	}{
		{"empty lines, last without a line feed", "\n{\"id\":\"a\"}\n\n{\"id\":\"b\",\"body\":\"文\"}", []string{"a", "b"}, ""},
		{"later line of an id counts", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"a\",\"title\":\"新\"}", []string{"a新", "b"}, ""},
		{"no line", "", nil, ""},
		{"broken line is named", "{\"id\":\"a\"}\n{", nil, "line 2"},
		{"wrong type is named", "{\"id\":7}", nil, "line 1"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			list, err := Decode(strings.NewReader(c.in))
			if c.err != "" {
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Fatalf("error %v, want one with %q", err, c.err)
				}
				return
			}
			var ids []string
			for _, f := range list {
				ids = append(ids, f.ID+string(f.Title))
			}
			if diff := cmp.Diff(c.ids, ids); diff != "" || err != nil {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
		})
	}
}

// Gold lines must come back as they went: nothing that the shape has may be lost on the way.
func TestGoldGoesRound(t *testing.T) {
	for _, name := range []string{"seed-page", "cm-dev", "ct-dev", "cu-dev", "vt-dev"} {
		t.Run(name, func(t *testing.T) {
			gold, err := os.ReadFile("../../testdata/gold/" + name + ".gold.jsonl")
			if err != nil {
				t.Fatal(err)
			}
			list, err := Decode(bytes.NewReader(gold))
			if err != nil || len(list) == 0 {
				t.Fatalf("%d lines, %v", len(list), err)
			}
			var b bytes.Buffer
			if err := Encode(&b, list...); err != nil {
				t.Fatal(err)
			}
			want, got := generic(t, gold), generic(t, b.Bytes())
			for i := range want {
				for key := range want[i] {
					if _, ours := got[i][key]; !ours {
						delete(want[i], key) // the article itself: body, publication, …
					}
				}
				if diff := cmp.Diff(want[i], got[i], dropNulls); diff != "" {
					t.Errorf("line %d (-want +got):\n%s", i+1, diff)
				}
			}
		})
	}
}

// What is decoded and encoded once comes out the same ever after, one line an id.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("{\"id\":\"a\",\"persons\":[{\"name\":\"甲\"}],\"statistics\":[{\"value\":1.50}]}\n\n{\"id\":\"b\",\"title\":null}"))
	f.Fuzz(func(t *testing.T, lines []byte) {
		list, err := Decode(bytes.NewReader(lines))
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		if err := Encode(&once, list...); err != nil {
			t.Fatal(err)
		}
		again, err := Decode(bytes.NewReader(once.Bytes()))
		if err != nil || len(again) != len(list) {
			t.Fatalf("%d articles became %d, %v", len(list), len(again), err)
		}
		if err := Encode(&twice, again...); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(once.String(), twice.String()); diff != "" {
			t.Error(diff)
		}
	})
}

// dropNulls makes a missing field, a null, and an empty list equal.
var dropNulls = cmpopts.IgnoreMapEntries(func(_ string, v any) bool {
	list, ok := v.([]any)
	return v == nil || ok && len(list) == 0
})

func generic(t *testing.T, lines []byte) []map[string]any {
	t.Helper()
	var out []map[string]any
	for line := range bytes.Lines(lines) {
		var m map[string]any
		if err := json.Unmarshal(line, &m); err != nil {
			t.Fatal(err)
		}
		out = append(out, m)
	}
	return out
}
