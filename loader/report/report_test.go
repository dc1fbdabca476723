package report_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/report"
)

func TestWrite(t *testing.T) {
	r := report.Report{Files: 3}
	r.Add(report.Count{Articles: 7, Claims: 90, Remainders: 1, RemainderCharacters: 12, Unresolved: 4})
	r.Add(report.Count{Articles: 1, Claims: 2, Damaged: 1, Fiction: 2})
	r.Unchanged = 1
	r.Fail("b.txt:3", errors.New("no date"), "give one")
	r.Known = 9
	r.Turns(2, 1234*time.Millisecond, 1)
	r.Turns(1, time.Second, 0)
	r.Overtake("f.txt", "it changed", "load it again")
	r.Differ("e.txt", "the flag says x")
	r.Skip("c.png", "no text")
	r.Double("d.jsonl:9", "stood in a.jsonl:1 too")
	var text, line bytes.Buffer
	if err := r.Write(&text); err != nil {
		t.Fatal(err)
	}
	if err := r.WriteJSON(&line); err != nil {
		t.Fatal(err)
	}
	wantText := `read 3 files: 2 documents (1 unchanged), 8 articles, 92 claims
not read again: 9 files unchanged
left over: 1 remainder (12 characters), 4 spans unresolved
marked: 1 damaged, 2 fiction; their claims count for less
other writers: 3 waits for them, 1.2 s at most; 1 transaction tried again
failed: b.txt:3: no date (give one)
skipped: c.png: no text
doubled: d.jsonl:9: stood in a.jsonl:1 too
differing: e.txt: the flag says x
overtaken: f.txt: it changed (load it again)
`
	wantLine := `{"files":3,"known":9,"documents":2,"unchanged":1,"articles":8,"claims":92,"remainders":1,"remainderCharacters":12,"unresolved":4,"damaged":1,"fiction":2,"waits":3,"longestWaitMs":1234,"retries":1,` +
		`"failed":[{"place":"b.txt:3","why":"no date","do":"give one"}],"skipped":[{"place":"c.png","why":"no text"}],"doubled":[{"place":"d.jsonl:9","why":"stood in a.jsonl:1 too"}],"differing":[{"place":"e.txt","why":"the flag says x"}],"replaced":[],"overtaken":[{"place":"f.txt","why":"it changed","do":"load it again"}]}` + "\n"
	if diff := cmp.Diff(wantText, text.String()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantLine, line.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWriteNothing(t *testing.T) {
	var text, line bytes.Buffer
	var r report.Report
	if err := errors.Join(r.Write(&text), r.WriteJSON(&line)); err != nil {
		t.Fatal(err)
	}
	if text.String() != "read 0 files: 0 documents, 0 articles, 0 claims\n" {
		t.Errorf("%q", text.String())
	}
	if !bytes.Contains(line.Bytes(), []byte(`"failed":[]`)) {
		t.Errorf("%s", line.String())
	}
}

// What was told of a file is forgotten, of its lines, pages and entries too, and of no other.
func TestForget(t *testing.T) {
	var r report.Report
	for _, place := range []string{"a.pdf", "a.pdf, page 2", "a.pdf:3", "a.pdf/b.txt", "a.pdf2", "b.pdf, page 2"} {
		r.Fail(place, errors.New("no text"), "")
	}
	r.Forget("a.pdf")
	want := []report.Problem{{Place: "a.pdf2", Why: "no text"}, {Place: "b.pdf, page 2", Why: "no text"}}
	if diff := cmp.Diff(want, r.Failed); diff != "" {
		t.Error(diff)
	}
}
