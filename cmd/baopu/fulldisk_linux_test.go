package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/genre"
	"github.com/baopu/baopu/loader/article"
)

// tight runs a load in a folder that has no room for all of it, and then, where there is room, another. $1 makes the folder
// room tight, $2 makes room.
const tight = `
mkdir room
eval "$1" || exit 99
baopu load --store sqlite:room/store.db --batch 5 articles.jsonl >load.out 2>load.err
echo $? >load.code
eval "$2" || exit 98
set -e
baopu verify --store sqlite:room/store.db >verify.out
baopu load --store sqlite:room/store.db --batch 5 articles.jsonl >again.out
baopu verify --store sqlite:room/store.db >>verify.out
baopu export --store sqlite:room/store.db >export.jsonl
`

// squeeze is a way to leave no room, and to make it again.
type squeeze struct {
	within           string // what the shell runs in
	tight, loose     string
	says, read, name string
}

// alone gives a process a view of the file system of its own.
const alone = "unshare --mount --user --map-root-user "

var squeezes = [...]squeeze{
	{"", "ulimit -S -f 3000", "ulimit -S -f unlimited", "the disk takes no more: ", `^read \d+ documents, `, "a limit on the size of files"},
	{alone, "mount -t tmpfs -o size=2m none room", "mount -o remount,size=64m room", "no room left on the disk: ", `^read \d+ documents, `, "a full disk"},
	{alone, "mount -t tmpfs -o size=500k none room", "mount -o remount,size=64m room", "the disk takes no more: ", `^$`, "hardly room for an empty store"},
}

// A disk that is full, or takes no file of that size, ends a load with one line that says so. What was said to be in is in,
// whole documents only; the same command goes on when there is room, to the same graph.
func TestFullDisk(t *testing.T) {
	var articles bytes.Buffer
	for a := range genre.Articles(1, 60) {
		if err := article.Encode(&articles, a); err != nil {
			t.Fatal(err)
		}
	}
	var want string
	for _, q := range squeezes {
		t.Run(q.name, func(t *testing.T) {
			dir := t.TempDir()
			if q.within != "" && exec.CommandContext(t.Context(), "sh", "-c", alone+"mount -t tmpfs none "+dir).Run() != nil {
				t.Log("this machine lets nobody mount a small disk: a full one was not tested")
				return
			}
			file := filepath.Join(dir, "articles.jsonl")
			if err := os.WriteFile(file, articles.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			if want == "" {
				whole := "sqlite:" + filepath.Join(t.TempDir(), "whole.db")
				baopu(t, "load", "--store", whole, file)
				want = baopu(t, "export", "--store", whole)
			}
			q.load(t, dir, want)
		})
	}
}

// load loads what is in dir, first without room, and wants the export of it all in the end.
func (q squeeze) load(t *testing.T, dir, want string) {
	t.Helper()
	args := append(strings.Fields(q.within), "sh", "-c", tight, "sh", q.tight, q.loose)
	cmd := exec.CommandContext(t.Context(), args[0], args[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s\nthe load: %s", err, out, content(t, dir, "load.err"))
	}
	code, said := content(t, dir, "load.code"), content(t, dir, "load.err")
	if code != "1\n" || strings.Count(said, "\n") != 1 || !strings.Contains(said, q.says) {
		t.Errorf("the load that had no room: exit code %s%s", code, said)
	}
	if read := content(t, dir, "load.out"); !regexp.MustCompile(q.read).MatchString(read) {
		t.Errorf("the load that had no room read %q, want %q", read, q.read)
	}
	if faults := content(t, dir, "verify.out"); faults != "sound\nsound\n" {
		t.Error(faults)
	}
	if got := content(t, dir, "export.jsonl"); got != want {
		t.Errorf("the export (%d bytes) is not that of a load that had room (%d bytes)", len(got), len(want))
	}
}

// baopu runs the command and answers what it printed.
func baopu(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), args, nil, strings.NewReader(""), &stdout, &stderr); code != exitOK {
		t.Fatalf("baopu %q: exit code %d: %s", args, code, stderr.String())
	}
	return stdout.String()
}

func content(t *testing.T, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Error(err)
	}
	return string(b)
}
