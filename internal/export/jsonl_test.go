package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
)

// graph is an Auditor that dumps what it holds.
type graph struct {
	kg.Auditor
	records []kg.Record
	err     error
}

func (g graph) Dump(_ context.Context, yield func(kg.Record) error) error {
	for _, r := range g.records {
		if err := yield(r); err != nil {
			return err
		}
	}
	return g.err
}

func sample() graph {
	person := &kg.Person{Head: kg.Head{ID: "p-1", Kind: kg.PersonKind, Key: "甲|乙市", Name: "甲<b>", NameKey: "jia", ArticleCount: 2, FirstSeen: "2025-02-26"}, Official: true}
	article := &kg.Article{
		Head: kg.Head{ID: "a-1", Kind: kg.ArticleKind, Name: "题"}, Text: "题\n甲说。",
		Parts: kg.Parts{{Kind: "title", Start: 0, End: 1}, {Kind: "body", Start: 2, End: 5}},
	}
	mention := &kg.Mentioned{
		Fact:  kg.Fact{ID: "f-1", Kind: kg.MentionsEntity, From: "a-1", To: "p-1", ArticleCount: 1, Confidence: 900, FirstDate: "2025-02-26"},
		Count: 1, Spans: kg.Spans{{Start: 2, End: 3}},
	}
	proof := kg.Proof{Evidence: kg.Evidence{Start: 2, End: 3, SentenceStart: 2, SentenceEnd: 5, Rule: "name", Confidence: 900}, Article: "a-1", Page: "1", Sentence: "甲说。", Quote: "甲", Printed: "2025-02-26"}
	return graph{
		records: []kg.Record{{Node: article}, {Node: person}, {Edge: mention, Proofs: []kg.Proof{proof}}, {Judgement: &kg.JudgementState{
			Judgement: kg.Judgement{ID: "j-1", Seq: 1, Verb: kg.JudgeRename, A: "p-1", Name: "乙", By: "某", At: "2025-03-01T00:00:00Z"},
			Missing:   true,
		}}},
	}
}

func TestJSONL(t *testing.T) {
	var b bytes.Buffer
	if err := export.JSONL(t.Context(), &b, sample()); err != nil {
		t.Fatal(err)
	}
	want := []string{
		`{"format":"baopu-graph/1"}`,
		`{"node":"Article","id":"a-1","name":"题","text":"题\n甲说。","parts":[{"kind":"title","start":0,"end":1},{"kind":"body","start":2,"end":5}]}`,
		`{"node":"Person","id":"p-1","key":"甲|乙市","name":"甲<b>","articleCount":2,"firstSeen":"2025-02-26","official":true}`,
		`{"edge":"MENTIONS","id":"f-1","from":"a-1","to":"p-1","articleCount":1,"confidence":900,"firstDate":"2025-02-26","count":1,"spans":[{"start":2,"end":3}],` +
			`"evidence":[{"article":"a-1","page":"1","published":"2025-02-26","date":"","start":2,"end":3,"quote":"甲","sentenceStart":2,"sentenceEnd":5,"sentence":"甲说。","rule":"name","confidence":900}]}`,
		`{"judgement":"rename","id":"j-1","seq":1,"a":"p-1","name":"乙","by":"某","missing":true}`,
	}
	want[4] = strings.Replace(want[4], "rename", string(kg.JudgeRename), 1)
	if diff := cmp.Diff(want, strings.Split(strings.TrimRight(b.String(), "\n"), "\n")); diff != "" {
		t.Error(diff)
	}
	for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
}

// everyKind has a node of each kind and an edge of each kind, with a value in every field.
func everyKind(t *testing.T) graph {
	t.Helper()
	var g graph
	for _, s := range kg.NodeKinds {
		n := s.New()
		fill(t, slices.Concat(kg.CommonNodeFields, s.Fields), kg.AllColumns(n))
		n.NodeHead().ID = kg.MakeID(s.Prefix, "x")
		g.records = append(g.records, kg.Record{Node: n})
	}
	for _, s := range kg.EdgeKinds {
		e := s.New()
		fill(t, slices.Concat(kg.CommonEdgeFields, s.Fields), kg.EdgeColumns(e))
		f := e.EdgeFact()
		f.ID = kg.MakeID("f", string(s.Kind))
		f.From, f.To = idOf(t, s.From[0]), idOf(t, s.To[0])
		g.records = append(g.records, kg.Record{Edge: e})
	}
	return g
}

// idOf is the id of everyKind's node of a kind.
func idOf(t *testing.T, kind kg.NodeKind) kg.ID {
	t.Helper()
	s, ok := kg.NodeSchemaOf(kind)
	if !ok {
		t.Fatalf("%s is not in the table", kind)
	}
	return kg.MakeID(s.Prefix, "x")
}

// Every kind of the schema table can be written, and every field that is set is there.
func TestEveryKind(t *testing.T) {
	var b bytes.Buffer
	if err := export.JSONL(t.Context(), &b, everyKind(t)); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")[1:]
	fields := make([][]kg.Field, 0, len(lines))
	for _, s := range kg.NodeKinds {
		fields = append(fields, s.Fields)
	}
	for _, s := range kg.EdgeKinds {
		fields = append(fields, s.Fields)
	}
	for i, line := range lines {
		for _, f := range fields[i] {
			if !strings.Contains(line, `"`+f.Name+`":`) {
				t.Errorf("field %s is not in %s", f.Name, line)
			}
		}
	}
}

// fill gives every field a value that isn't zero, and that no other field of the kind has unless both are true.
func fill(t *testing.T, fields []kg.Field, ptrs []any) {
	t.Helper()
	for i, f := range fields {
		v := "of " + f.Name
		switch f.Type {
		case kg.Bool:
			v = "true"
		case kg.Int:
			v = strconv.Itoa(i + 3)
		case kg.Number:
			v = strconv.Itoa(i+3) + ".5"
		case kg.DateType:
			v = strconv.Itoa(2000 + i)
		case kg.Packed:
			v = `[{"kind":"body","start":1,"end":2}]`
		case kg.Text, kg.Enum, kg.TextList, kg.Ref:
		}
		if err := kg.DecodeValue(ptrs[i], v); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
}

func TestWriteTellsErrors(t *testing.T) {
	for _, format := range export.Formats() {
		t.Run(format, func(t *testing.T) {
			g := sample()
			g.err = kg.ErrUnavailable
			if err := export.Write(t.Context(), &bytes.Buffer{}, g, format); !errors.Is(err, kg.ErrUnavailable) {
				t.Errorf("error of the store: %v", err)
			}
			if err := export.Write(t.Context(), full{}, sample(), format); !errors.Is(err, errFull) {
				t.Errorf("error of the writer: %v", err)
			}
		})
	}
	var b bytes.Buffer
	if err := export.Write(t.Context(), &b, sample(), "xlsx"); !errors.Is(err, kg.ErrInvalid) || b.Len() > 0 || !strings.Contains(err.Error(), `"xlsx" is none of jsonl, `) {
		t.Errorf("a format that isn't there: %v, %d bytes", err, b.Len())
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
