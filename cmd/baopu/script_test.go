package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/pdf"
)

// The scripts of testdata/script run the command in a process of its own, as main does.
func TestMain(m *testing.M) {
	pdf.Work()
	testscript.Main(m, map[string]func(){
		"baopu": func() { os.Exit(process()) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "person": named("people"), "article": named("articles"), "undo": undo, "encode": encode, "newer": newer, "accept": accept, "interrupt": interrupt, "lengthen": lengthen,
		},
	})
}

// exits runs a program and wants one exit code: exits 3 baopu facts bad.jsonl. Its output can be compared as after exec.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGUMENTS…")
	}
	err := ts.Exec(args[1], args[2:]...)
	if got := code(err); got != args[0] {
		ts.Fatalf("exit code %s, want %s (%v)", got, args[0], err)
	}
}

// code is the exit code behind err as text.
func code(err error) string {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return "0"
	case errors.As(err, &exit):
		return strconv.Itoa(exit.ExitCode())
	}
	return err.Error()
}

// named makes the command that sets $ID to the id of a node by its name: person NAME, article TITLE.
func named(list string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, _ bool, args []string) {
		ts.Check(ts.Exec("baopu", "query", "-e", "{ all: "+list+"(first: 100) { nodes { id name } } }"))
		var answer struct {
			Data struct {
				All struct {
					Nodes []struct{ ID, Name string }
				}
			}
		}
		ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &answer))
		for _, n := range answer.Data.All.Nodes {
			if n.Name == args[0] {
				ts.Setenv("ID", n.ID)
				return
			}
		}
		ts.Fatalf("no %s among %s in %s", args[0], list, ts.ReadFile("stdout"))
	}
}

// accept judges the first candidate: accept same|different.
func accept(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec("baopu", "judge", "candidates", "--json"))
	line, _, _ := strings.Cut(ts.ReadFile("stdout"), "\n")
	var c struct{ Merge string }
	ts.Check(json.Unmarshal([]byte(line), &c))
	words := strings.Fields(c.Merge)
	words[2] = args[0]
	ts.Check(ts.Exec(words[0], words[1:]...))
}

// undo undoes the first judgement of the log.
func undo(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Check(ts.Exec("baopu", "judge", "list", "--json"))
	line, _, _ := strings.Cut(ts.ReadFile("stdout"), "\n")
	var j struct{ ID string }
	ts.Check(json.Unmarshal([]byte(line), &j))
	ts.Check(ts.Exec("baopu", "judge", "undo", j.ID))
}

// encode writes a file in another encoding: encode gb18030|utf16|binary FROM TO.
func encode(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[1])
	var b []byte
	var err error
	switch args[0] {
	case "gb18030":
		b, err = simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	case "utf16":
		b, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	case "binary":
		b = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8\x00\x01")
	}
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), b, 0o644))
}

// newer makes a store look as if a later version had written it: SQLite keeps the version at byte 60 of its header.
func newer(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	copy(b[60:64], []byte{0, 0, 0x7f, 0})
	ts.Check(os.WriteFile(path, b, 0o644))
}

// interrupt presses Ctrl-C until the program in the background ends: at once would be one signal.
func interrupt(ts *testscript.TestScript, _ bool, _ []string) {
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	ever := time.Now().Add(time.Minute)
	for _, c := range ts.BackgroundCmds() {
		for c.Process.Signal(os.Interrupt) == nil {
			if time.Now().After(ever) {
				ts.Check(c.Process.Kill())
				ts.Fatalf("%v goes on", c.Args)
			}
			<-again.C
		}
	}
}

// lengthen writes 200,001 characters where a file says LONG.
func lengthen(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.ReplaceAll(ts.ReadFile(args[0]), "LONG", strings.Repeat("好", article.MaxLength+1))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}
