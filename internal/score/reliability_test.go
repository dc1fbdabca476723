package score_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/score"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/trust"
)

// untuned is the verdicts on the gold of the repository that the rules were not tuned on.
func untuned(t *testing.T) []score.Verdict {
	t.Helper()
	var out []score.Verdict
	for _, part := range []struct {
		name string
		half score.Half
	}{{"own", score.All}, {"cm-dev", score.Second}, {"ct-dev", score.Second}, {"cu-dev", score.Second}} {
		lines, err := os.ReadFile("../../testdata/gold/" + part.name + ".gold.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		gold, err := score.ParseGold(lines)
		if err != nil {
			t.Fatal(err)
		}
		want, err := part.half.Of(gold.Facts)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range want {
			out = append(out, score.Verdicts(f, read.Article(gold.Articles[len(gold.Articles)-len(want)+i]))...)
		}
	}
	return out
}

// drift is how far a family's measured precision may leave the confidence that its claims are given, per mille, before the
// table has to be measured anew (`make reliability`).
const drift = 60

// The confidences that claims are given are what the rules deserve: over the gold that they weren't tuned on, the mean
// confidence of each family with enough cases is its share of right claims.
func TestConfidenceIsCalibrated(t *testing.T) {
	list := untuned(t)
	sure := map[string]float64{}
	for _, v := range list {
		top, _, _ := strings.Cut(v.Rule, ".")
		sure[top] += float64(trust.Default().Of(v.Rule))
		sure[trust.All] += float64(trust.Default().Of(v.Rule))
	}
	n := 0
	for _, f := range score.Reliability(list) {
		total, top := sure[f.Name]
		if !top || f.Judged < 2*trust.Least {
			continue
		}
		n++
		mean, right := total/float64(f.Judged), 1000*float64(f.Right)/float64(f.Judged)
		if math.Abs(mean-right) > drift {
			t.Errorf("%s: confidence %.0f on average, %.0f per mille right of %d: measure anew with `make reliability`", f.Name, mean, right, f.Judged)
		}
	}
	if n < 8 {
		t.Errorf("%d families were compared", n)
	}
}

// doc/reliability.md is the table for people.
func TestReliabilityIsWrittenDown(t *testing.T) {
	const path = "../../doc/reliability.md"
	doc, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, _, found := strings.Cut(string(doc), "| family |")
	if !found {
		t.Fatalf("%s has no table", path)
	}
	table := trust.Default()
	var b bytes.Buffer
	b.WriteString(text)
	b.WriteString("| family | right | judged | precision, per mille | confidence of its claims |\n|---|--:|--:|--:|---|\n")
	for _, f := range table.Families() {
		own := table.Family(f.Name)
		from := ""
		if own.Name != f.Name {
			from = " (" + own.Name + ")"
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d%s |\n", f.Name, f.Right, f.Judged, (1000*f.Right+f.Judged/2)/max(1, f.Judged), own.PerMille(), from)
	}
	if updating() {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(doc), b.String()); diff != "" {
		t.Errorf("written down by -update (-is +want):\n%s", diff)
	}
}

// What the gold states is right, what it denies wrong, and on the rest there is no verdict.
func TestVerdicts(t *testing.T) {
	at := func(rule string) []reading.Evidence { return []reading.Evidence{{Rule: rule}} }
	r := &reading.Reading{Article: &article.Article{}}
	r.People = []reading.Person{
		{Name: "甲", Spans: at("person.a"), Posts: []reading.Post{
			{Title: "市长", Place: "乙市", Status: reading.Current, Evidence: reading.Evidence{Rule: "title.right"}},
			{Title: "书记", Place: "丙市", Status: reading.Current, Evidence: reading.Evidence{Rule: "title.place"}},
		}},
		{Name: "丁", Spans: at("person.b")},
		{Name: "戊", Spans: at("person.free")},
	}
	r.Events = []reading.Event{
		{Type: reading.Meeting, Start: "2024-01-02", Evidence: reading.Evidence{Rule: "event.a"}, Participants: []reading.Participant{
			{Name: "甲", Roles: []reading.Participation{reading.Host}, Evidence: reading.Evidence{Rule: "role.right"}},
			{Name: "丁", Roles: []reading.Participation{reading.Host}, Evidence: reading.Evidence{Rule: "role.wrong"}},
		}},
		{Type: reading.Signing, Start: "2024-01-02", Evidence: reading.Evidence{Rule: "event.b"}, Participants: []reading.Participant{
			{Name: "甲", Roles: []reading.Participation{reading.Host}, Evidence: reading.Evidence{Rule: "role.lost"}},
		}},
	}
	gold := facts.Facts{
		ID: "x",
		Persons: []facts.Person{
			{Name: "甲", Posts: []facts.Post{{Title: "市长", Place: "乙市", Status: "current"}, {Title: "书记", Place: "乙市", Status: "current"}}},
			{Name: "戊", Optional: true},
		},
		Events: []facts.Event{{Type: "meeting", Start: "2024-01-02", Participants: []facts.Participant{{Name: "甲", Role: "host"}}}},
	}
	want := []score.Verdict{
		{Rule: "person.a", Right: true},
		{Rule: "title.right", Right: true},
		{Rule: "title.place", Right: false},
		{Rule: "person.b", Right: false},
		{Rule: "event.a", Right: true},
		{Rule: "role.right", Right: true},
		{Rule: "role.wrong", Right: false},
		{Rule: "event.b", Right: false},
		{Rule: "role.lost", Right: false},
	}
	got := score.Verdicts(gold, r)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantCounts := []trust.Family{
		{Name: "all", Right: 4, Judged: 9},
		{Name: "event", Right: 1, Judged: 2},
		{Name: "event.a", Right: 1, Judged: 1},
		{Name: "event.b", Right: 0, Judged: 1},
		{Name: "person", Right: 1, Judged: 2},
		{Name: "person.a", Right: 1, Judged: 1},
		{Name: "person.b", Right: 0, Judged: 1},
		{Name: "role", Right: 1, Judged: 3},
		{Name: "role.lost", Right: 0, Judged: 1},
		{Name: "role.right", Right: 1, Judged: 1},
		{Name: "role.wrong", Right: 0, Judged: 1},
		{Name: "title", Right: 1, Judged: 2},
		{Name: "title.place", Right: 0, Judged: 1},
		{Name: "title.right", Right: 1, Judged: 1},
	}
	if diff := cmp.Diff(wantCounts, score.Reliability(got)); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	var b bytes.Buffer
	if err := score.WriteReliability(&b, "a test", wantCounts); err != nil {
		t.Fatal(err)
	}
	if table, err := trust.Parse(b.String()); err != nil || len(table.Families()) != len(wantCounts) {
		t.Errorf("what is written can't be read: %v", err)
	}
}
