package loader_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/baopu/baopu/internal/genre"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/pdf"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

func TestMain(m *testing.M) {
	pdf.Work()
	goleak.VerifyTestMain(m)
}

// empty is a store that holds nothing.
type empty struct{ kg.Store }

func (empty) List(context.Context, kg.NodeQuery) (kg.NodePage, error) { return kg.NodePage{}, nil }

func (empty) Sources(context.Context, kg.SourceQuery, func(kg.ID, string, kg.Source) error) error {
	return nil
}

// journal is a writer that notes what it is given, transaction by transaction, and refuses what refuse names.
type journal struct {
	empty
	calls  [][]string // titles of first articles
	days   []kg.Date
	refuse string
	after  func()
}

func (j *journal) Apply(_ context.Context, docs ...*kg.Document) (kg.Applied, error) {
	var call []string
	for _, d := range docs {
		if err := d.Check(); err != nil {
			return kg.Applied{}, err
		}
		title := ""
		if list := d.Articles(); len(list) > 0 {
			title = list[0].Title
		}
		if title == j.refuse && title != "" {
			return kg.Applied{}, fmt.Errorf("%s: %w", title, kg.ErrInvalid)
		}
		call = append(call, title)
	}
	j.calls = append(j.calls, call)
	for _, d := range docs {
		j.days = append(j.days, d.Source.Date)
	}
	if j.after != nil {
		j.after()
	}
	return kg.Applied{Documents: len(docs)}, nil
}

func (j *journal) titles() []string { return slices.Concat(j.calls...) }

// write makes files below a new folder and answers it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t *testing.T, j *journal, o loader.Options, paths ...string) *report.Report {
	t.Helper()
	rep, err := loader.Load(t.Context(), j, paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func invented(t *testing.T, n int) (text string, titles []string) {
	t.Helper()
	var b bytes.Buffer
	for a := range genre.Articles(7, n) {
		titles = append(titles, a.Title)
		if err := article.Encode(&b, a); err != nil {
			t.Fatal(err)
		}
	}
	return b.String(), titles
}

// Whatever the workers and the size of transactions: the same documents in the order of the input, none too many at once.
func TestOrder(t *testing.T) {
	text, want := invented(t, 120)
	dir := write(t, map[string]string{"a.jsonl": text})
	for _, o := range []loader.Options{{Workers: 1, Batch: 1}, {Workers: 8, Batch: 7}, {Workers: 3}, {Batch: loader.MaxBatch}} {
		j := &journal{}
		rep := load(t, j, o, dir)
		if diff := cmp.Diff(want, j.titles()); diff != "" {
			t.Errorf("%+v: %s", o, diff)
		}
		for _, c := range j.calls {
			if len(c) > max(o.Batch, 20) {
				t.Errorf("%+v: %d documents in one transaction", o, len(c))
			}
		}
		if rep.Files != 1 || rep.Documents != 120 || rep.Articles != 120 || len(rep.Failed) > 0 {
			t.Errorf("%+v: report %+v", o, rep)
		}
	}
	if _, err := loader.Load(t.Context(), &journal{}, []string{dir}, loader.Options{Batch: 51}); !errors.Is(err, kg.ErrInvalid) {
		t.Errorf("a batch of 51: %v", err)
	}
}

const page = "会议召开\n\n本报讯（记者 林溪）昨日，市委召开会议，研究部署下一步的工作。会议指出，要抓好落实，推动发展。\n"

// A bad file stops nothing, and is named; what a folder holds beside pages is passed over by name.
func TestBadFiles(t *testing.T) {
	dir := write(t, map[string]string{
		"20240501/good.txt": page, "20240501/empty.txt": "", "20240501/binary.txt": "\x00\x01\x02\xff\xfe\x00\x00",
		"20240501/latin.txt": "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "undated.txt": page,
		"20240501/photo.jpg": "x", ".hidden/20240501.txt": page, "20240502.jsonl": "{\"title\":\"好\"}\n{}\n{\"title\":\"二\",\"publishedAt\":\"2024-02-30\"}\n",
	})
	j := &journal{}
	rep := load(t, j, loader.Options{}, dir)
	if diff := cmp.Diff([]string{"会议召开", "好"}, j.titles()); diff != "" {
		t.Error(diff)
	}
	var failed []string
	for _, p := range rep.Failed {
		rel, err := filepath.Rel(dir, p.Place)
		if err != nil {
			t.Fatal(err)
		}
		failed = append(failed, rel)
	}
	want := []string{"20240501/binary.txt", "20240501/empty.txt", "20240501/latin.txt", "20240502.jsonl:2", "20240502.jsonl:3", "undated.txt"}
	if diff := cmp.Diff(want, failed); diff != "" {
		t.Error(diff)
	}
	if len(rep.Skipped) != 1 || rep.Files != 6 {
		t.Errorf("%+v", rep)
	}
}

// A document that the store refuses doesn't take the others of its transaction with it.
func TestRefusedDocument(t *testing.T) {
	dir := write(t, map[string]string{"20240501.jsonl": "{\"title\":\"一\"}\n{\"title\":\"坏\"}\n{\"title\":\"三\"}\n"})
	j := &journal{refuse: "坏"}
	rep := load(t, j, loader.Options{}, dir)
	if diff := cmp.Diff([]string{"一", "三"}, j.titles()); diff != "" {
		t.Error(diff)
	}
	if len(rep.Failed) != 1 || rep.Documents != 2 {
		t.Errorf("%+v", rep)
	}
}

// The later of two equal documents counts, in a transaction of its own, and the report says so, and counts one.
func TestDoubled(t *testing.T) {
	dir := write(t, map[string]string{"20240501.jsonl": "{\"title\":\"一\"}\n{\"title\":\"一\",\"agency\":\"新华社\"}\n"})
	j := &journal{}
	rep := load(t, j, loader.Options{}, dir)
	if diff := cmp.Diff([][]string{{"一"}, {"一"}}, j.calls); diff != "" {
		t.Error(diff)
	}
	if len(rep.Doubled) != 1 || rep.Documents != 1 || rep.Articles != 1 {
		t.Errorf("%+v", rep)
	}
}

// Lines of one document are one document, wherever they stand in the file.
func TestGroups(t *testing.T) {
	dir := write(t, map[string]string{"20240501.jsonl": `{"title":"甲一","document":"甲"}
{"title":"独"}
{"title":"乙","document":"乙"}
{"title":"甲二","document":"甲"}
`})
	j := &journal{}
	rep := load(t, j, loader.Options{}, dir)
	if diff := cmp.Diff([]string{"独", "甲一", "乙"}, j.titles()); diff != "" {
		t.Error(diff)
	}
	if rep.Documents != 3 || rep.Articles != 4 {
		t.Errorf("%+v", rep)
	}
}

// What is said: by a flag, by the manifest beside, by one above that names the file, by the file's name.
func TestSaid(t *testing.T) {
	dir := write(t, map[string]string{
		"a/20240501.txt": page, "b/manifest.yaml": "publishedAt: 2024-05-02", "b/20240501.txt": page,
		"pages.jsonl": `{"page":"x","txt":"c/x.txt","publishedAt":"2024-05-03"}`, "c/x.txt": page, "c/20240504.txt": page,
	})
	j := &journal{}
	rep := load(t, j, loader.Options{}, dir)
	if diff := cmp.Diff([]kg.Date{"2024-05-01", "2024-05-02", "2024-05-04", "2024-05-03"}, j.days); diff != "" {
		t.Error(diff, rep.Failed)
	}
	j = &journal{}
	load(t, j, loader.Options{Said: source.Said{Date: "2024-06-01"}}, dir)
	if diff := cmp.Diff([]kg.Date{"2024-06-01", "2024-06-01", "2024-06-01", "2024-06-01"}, j.days); diff != "" {
		t.Error(diff)
	}
}

// A load that is cancelled leaves whole transactions from the start of the input, and says that it was.
func TestCancel(t *testing.T) {
	text, want := invented(t, 300)
	dir := write(t, map[string]string{"a.jsonl": text})
	ctx, cancel := context.WithCancel(t.Context())
	j := &journal{after: cancel}
	rep, err := loader.Load(ctx, j, []string{dir}, loader.Options{Batch: 10})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	got := j.titles()
	if len(got) == 0 || len(got)%10 != 0 || len(got) == 300 || !slices.Equal(got, want[:len(got)]) || rep.Documents != len(got) {
		t.Errorf("%d applied, report %+v", len(got), rep)
	}
}

// sized is a journal that says how many claims it best takes, and keeps how many each transaction had.
type sized struct {
	journal
	claims [][]int // of each document
}

const bestClaims = 300

func (*sized) BestClaims() int { return bestClaims }

func (s *sized) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	var list []int
	for _, d := range docs {
		list = append(list, len(d.Claims))
	}
	s.claims = append(s.claims, list)
	return s.journal.Apply(ctx, docs...)
}

// Transactions are filled up to what the store takes best, and not beyond the document that fills them.
func TestSized(t *testing.T) {
	text, want := invented(t, 100)
	dir := write(t, map[string]string{"a.jsonl": text})
	s := &sized{}
	if _, err := loader.Load(t.Context(), s, []string{dir}, loader.Options{}); err != nil || !slices.Equal(s.titles(), want) {
		t.Fatalf("%d of %d applied, error %v", len(s.titles()), len(want), err)
	}
	for i, list := range s.claims {
		sum := 0
		for _, n := range list {
			sum += n
		}
		if last := list[len(list)-1]; sum-last >= bestClaims || sum < bestClaims && i+1 < len(s.claims) {
			t.Errorf("transaction %d of %d has claims %v", i, len(s.claims), list)
		}
	}
}

// A store that fails ends the load with its error.
func TestStoreFails(t *testing.T) {
	dir := write(t, map[string]string{"20240501.jsonl": "{\"title\":\"一\"}\n"})
	if _, err := loader.Load(t.Context(), broken{}, []string{dir}, loader.Options{}); !errors.Is(err, kg.ErrUnavailable) {
		t.Errorf("error %v", err)
	}
}

type broken struct{ empty }

func (broken) Apply(context.Context, ...*kg.Document) (kg.Applied, error) {
	return kg.Applied{}, kg.ErrUnavailable
}

func TestPaths(t *testing.T) {
	dir := write(t, map[string]string{"20240501.txt": page, "20240502.txt": page})
	j := &journal{}
	load(t, j, loader.Options{}, filepath.Join(dir, "20240502.txt"), dir, filepath.Join(dir, "*.txt"))
	if diff := cmp.Diff([]kg.Date{"2024-05-02", "2024-05-01"}, j.days); diff != "" {
		t.Errorf("each file once, in the order named: %s", diff)
	}
	for _, p := range []string{"nowhere.txt", "no*.txt"} {
		if _, err := loader.Load(t.Context(), j, []string{filepath.Join(dir, p)}, loader.Options{}); !errors.Is(err, kg.ErrNotFound) {
			t.Errorf("%s: %v", p, err)
		}
	}
}

func TestArticles(t *testing.T) {
	dir := write(t, map[string]string{"p.txt": page, "q.txt": page, "r.txt": ""})
	var ids []string
	rep, err := loader.Articles(t.Context(), []string{dir}, loader.Options{}, loader.Printing{Remainders: true}, func(a *article.Article) error {
		ids = append(ids, a.ID+" "+a.Page)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"p-a1 p", "q-a1 q"}, ids); diff != "" || len(rep.Failed) != 1 {
		t.Error(diff, rep)
	}
}
