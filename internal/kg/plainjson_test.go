package kg_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

// Lists of spans and parts are read as encoding/json reads them, what this package wrote and what it didn't.
func TestListsOfSpansAreJSON(t *testing.T) {
	for _, text := range []string{
		`[]`, `null`, `[{"start":0,"end":12}]`, `[{"start":3,"end":5},{"start":10,"end":4294967296}]`, ` [ {"end":1} ] `, `[{"start":1,"end":2},]`,
		`[{"start":01,"end":2}]`, `[{"start":,"end":2}]`, `[{"start":-1,"end":2}]`, `[{"start":1,"end":2}`, `[{"start":1,"end":2}]x`, `[,]`, `{`, `x`, `[{"start":1e3,"end":2}]`,
		`[{"kind":"title","start":0,"end":12},{"kind":"body","start":13,"end":20}]`, `[{"kind":"","start":0,"end":1}]`, `[{"kind":"题","start":0,"end":1}]`,
		`[{"kind":"a\u0062","start":0,"end":1}]`, `[{"kind":"title","start":0,"end":1}`, `[{"kind":"title,"start":0,"end":1}]`, `[{"kind":"body","start":0,"end":9},{"kind":"body","start":9,"end":12,"page":"02"}]`,
	} {
		var spans, wantSpans []kg.Span
		var parts, wantParts []kg.Part
		err, want := (*kg.Spans)(&spans).UnmarshalText([]byte(text)), json.Unmarshal([]byte(text), &wantSpans)
		if d := cmp.Diff(wantSpans, spans); (err == nil) != (want == nil) || want == nil && d != "" {
			t.Errorf("spans %s: %v, want %v\n%s", text, err, want, d)
		}
		err, want = (*kg.Parts)(&parts).UnmarshalText([]byte(text)), json.Unmarshal([]byte(text), &wantParts)
		if d := cmp.Diff(wantParts, parts); (err == nil) != (want == nil) || want == nil && d != "" {
			t.Errorf("parts %s: %v, want %v\n%s", text, err, want, d)
		}
	}
}
