package loader_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
)

// late is a store and its ledger, to which somebody else writes just before its transactions.
type late struct {
	kg.Store
	kg.Ledger
	somebody func(nr int) // of the transaction, from 0
	nr       int
}

func (l *late) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	l.somebody(l.nr)
	l.nr++
	return l.Store.Apply(ctx, docs...)
}

// A file changes once a load has read it, and another load brings the newer text in before the first one applies what it has:
// the first reads the file again. Where that happens once more, it says so, and the next load sees to it.
func TestOvertaken(t *testing.T) {
	for name, c := range map[string]struct{ times, said, known int }{
		"once": {1, 1, 1}, "twice": {2, 2, 0},
	} {
		t.Run(name, func(t *testing.T) {
			g := newGraph(t)
			dir := write(t, map[string]string{"20240502-p1.txt": notice})
			path := filepath.Join(dir, "20240502-p1.txt")
			s := &late{Store: g.Store, Ledger: g.Store.(kg.Ledger), somebody: func(nr int) {
				if nr >= c.times {
					return
				}
				if err := os.WriteFile(path, []byte(notice+strings.Repeat("会议还研究了其他事项。\n", nr+1)), 0o600); err != nil {
					t.Fatal(err)
				}
				g.load(loader.Options{}, dir)
			}}
			rep, err := loader.Load(t.Context(), s, []string{dir}, loader.Options{})
			if err != nil || len(rep.Failed) > 0 || len(rep.Overtaken) != c.said || rep.Overtaken[0].Do != "" {
				t.Fatalf("%v %+v, want %d overtaken", err, rep, c.said)
			}
			if last := rep.Overtaken[c.said-1]; (last.Do == "") != (c.known == 1) {
				t.Errorf("%+v", last)
			}
			again, err := loader.Load(t.Context(), g.Store, []string{dir}, loader.Options{})
			if err != nil || again.Known != c.known || len(again.Overtaken) > 0 {
				t.Errorf("%v %+v, want %d known", err, again, c.known)
			}
			fresh := newGraph(t)
			fresh.load(loader.Options{}, dir)
			g.want(fresh.export(), "the folder as it is")
		})
	}
}

// A file of which a line can't be read isn't noted, but what it gave is looked at too, and its line forgotten once it can be read; a file that is gone stays as it was.
func TestOvertakenInPart(t *testing.T) {
	g := newGraph(t)
	record := `{"title":"市政府召开会议","publishedAt":"2024-05-02","body":"市政府召开会议。"}` + "\n"
	dir := write(t, map[string]string{"a.jsonl": record + "{\n", "b.jsonl": strings.ReplaceAll(record, "政府", "政协")})
	newer := strings.ReplaceAll(record, "会议。", "大会。")
	s := &late{Store: g.Store, Ledger: g.Store.(kg.Ledger), somebody: func(nr int) {
		if nr > 0 {
			return
		}
		if err := os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(newer), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(dir, "b.jsonl")); err != nil {
			t.Fatal(err)
		}
		g.load(loader.Options{}, dir)
	}}
	rep, err := loader.Load(t.Context(), s, []string{dir}, loader.Options{})
	if err != nil || len(rep.Failed) > 0 || len(rep.Overtaken) != 1 || !strings.HasSuffix(rep.Overtaken[0].Place, "a.jsonl") {
		t.Fatalf("%v %+v", err, rep)
	}
	if text := g.export(); !strings.Contains(text, "市政府召开大会。") || strings.Contains(text, "市政府召开会议。") || !strings.Contains(text, "市政协召开会议。") {
		t.Error(text)
	}
}

// The later of two files that give one document counts, also where it isn't noted since a line of it can't be read, and where the
// earlier one is read once more.
func TestOvertakenAmongTwoThatGiveOne(t *testing.T) {
	record := `{"title":"市政府召开会议","document":"会议","publishedAt":"2024-05-02","body":"BODY"}` + "\n"
	earlier, later := strings.ReplaceAll(record, "BODY", "甲市政府召开会议。"), strings.ReplaceAll(record, "BODY", "乙市政府召开会议。")
	for name, c := range map[string]struct {
		later   string
		changes bool
		said    int
	}{
		"a line of the later one is bad": {later + "{\n", false, 0}, "the earlier one changes": {later, true, 2},
	} {
		t.Run(name, func(t *testing.T) {
			g := newGraph(t)
			dir := write(t, map[string]string{"a.jsonl": earlier, "b.jsonl": c.later})
			s := &late{Store: g.Store, Ledger: g.Store.(kg.Ledger), somebody: func(nr int) {
				if nr > 0 || !c.changes {
					return
				}
				if err := os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(earlier+strings.ReplaceAll(strings.ReplaceAll(earlier, "政府", "政协"), `"会议"`, `"协商"`)), 0o600); err != nil {
					t.Fatal(err)
				}
			}}
			for range 2 {
				rep, err := loader.Load(t.Context(), s, []string{dir}, loader.Options{})
				if err != nil || len(rep.Overtaken) != c.said {
					t.Fatalf("%v %+v", err, rep)
				}
				c.said = 0
				fresh := newGraph(t)
				if _, err := loader.Load(t.Context(), fresh.Store, []string{dir}, loader.Options{}); err != nil {
					t.Fatal(err)
				}
				if text := g.export(); text != fresh.export() || !strings.Contains(text, "乙市政府召开会议") {
					t.Errorf("not the folder as it is:\n%s", text)
				}
			}
		})
	}
}
