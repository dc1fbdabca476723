package loader_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/report"
	"github.com/baopu/baopu/loader/source"
)

const notice = "市政府召开会议\n\n本报讯 昨日，市政府召开会议，研究部署下一步的工作。会议指出，要抓好落实，推动高质量发展。\n"

// Only what is new or has changed is read: the file, its manifest, the flags, or what the store holds.
func TestDailyLoad(t *testing.T) {
	g := newGraph(t)
	dir := write(t, map[string]string{"20240502-p1.txt": notice, "20240503-p1.txt": notice, "20240504-p1.txt": "Lorem ipsum"})
	read := func(o loader.Options) *report.Report {
		t.Helper()
		rep, err := loader.Load(t.Context(), g.Store, []string{dir}, o)
		if err != nil || len(rep.Failed) > 1 {
			t.Fatalf("%v %v", err, rep.Failed)
		}
		return rep
	}
	want := func(rep *report.Report, files, known, documents, unchanged int) {
		t.Helper()
		if got := []int{rep.Files, rep.Known, rep.Documents, rep.Unchanged}; !slices.Equal(got, []int{files, known, documents, unchanged}) {
			t.Errorf("files, known, documents, unchanged %v, want %d %d %d %d", got, files, known, documents, unchanged)
		}
	}
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want(read(loader.Options{}), 3, 0, 2, 0)
	want(read(loader.Options{}), 1, 2, 0, 0) // what failed is tried again
	want(read(loader.Options{Again: true}), 3, 0, 2, 2)
	put("20240502-p1.txt", notice+"会议还研究了其他事项。\n")
	want(read(loader.Options{}), 2, 1, 1, 0)
	put("20240504-p1.txt", notice)
	want(read(loader.Options{}), 1, 2, 1, 0)
	first := g.export()
	g.removeHalf(rand.New(rand.NewPCG(1, 3)))
	if rep := read(loader.Options{}); rep.Known == 3 || rep.Documents == 0 || rep.Known+rep.Files != 3 {
		t.Errorf("what was removed isn't read again: %+v", rep)
	}
	g.want(first, "removed and loaded again")
	want(read(loader.Options{Said: source.Said{Place: "浙江省绍兴市"}}), 3, 0, 3, 0)
	put("baopu.yaml", "publication: 绍兴日报\n")
	want(read(loader.Options{}), 3, 0, 3, 0)
	want(read(loader.Options{}), 0, 3, 0, 0)
}

// A page whose paper is put right takes the place of what its file gave before, also of what was read when only its beginning was
// there. What the same file held on another day stays, and so do the articles of a file of records.
func TestPutRight(t *testing.T) {
	g := newGraph(t)
	record := `{"title":"市政府召开会议","publishedAt":"2024-05-02","body":"市政府召开会议。"}`
	dir := write(t, map[string]string{"20240502-p1.txt": notice[:strings.Index(notice, "会议指出")], "a.jsonl": record + "\n", "latest.txt": notice})
	steps := []struct {
		files     map[string]string
		load      string
		said      source.Said
		documents int
		replaced  []string
	}{
		{said: source.Said{Date: "2024-05-02"}, documents: 3},
		{files: map[string]string{"20240502-p1.txt": notice, "baopu.yaml": "publication: 绍兴日报\n"}, said: source.Said{Date: "2024-05-02"}, documents: 4, replaced: []string{"20240502-p1.txt", "latest.txt"}},
		{load: "latest.txt", files: map[string]string{"latest.txt": strings.ReplaceAll(notice, "市政府", "市政协")}, said: source.Said{Date: "2024-05-03"}, documents: 5},
	}
	for i, step := range steps {
		for name, text := range step.files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		rep, err := loader.Load(t.Context(), g.Store, []string{filepath.Join(dir, step.load)}, loader.Options{Said: step.said})
		if err != nil {
			t.Fatal(err)
		}
		var replaced []string
		for _, p := range rep.Replaced {
			replaced = append(replaced, filepath.Base(p.Place))
		}
		stats, err := g.Stats(t.Context())
		if err != nil || stats.Documents != step.documents || !slices.Equal(replaced, step.replaced) {
			t.Errorf("step %d: %d documents, replaced %v, %v; want %d, %v", i, stats.Documents, replaced, err, step.documents, step.replaced)
		}
	}
}

// Each file has a line, in order, known ones too, and those that failed say what to do.
func TestEachFile(t *testing.T) {
	g := newGraph(t)
	dir := write(t, map[string]string{"20240502-p1.txt": notice, "b.txt": notice, "c.txt": "", "20240503-p1.txt": notice})
	for range 2 {
		var lines []string
		_, err := loader.Load(t.Context(), g.Store, []string{dir}, loader.Options{Each: func(f report.File) {
			s := fmt.Sprint(filepath.Base(f.Name), " ", f.Documents+boolInt(f.Known))
			for _, p := range f.Problems {
				s += " " + p.Why + "/" + p.Do
			}
			lines = append(lines, s)
		}})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{
			"20240502-p1.txt 1", "20240503-p1.txt 1",
			"b.txt 0 no publication day: give --date, a manifest beside the file, or a file name with the day (20250226)/",
			"c.txt 0 the file is empty/fetch the file again, or delete it",
		}
		if diff := cmp.Diff(want, lines); diff != "" {
			t.Error(diff)
		}
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// zipped makes an archive of names and texts, in pairs; a name's bytes are taken as they are.
func zipped(t *testing.T, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: pairs[i], Method: zip.Deflate, NonUTF8: true})
		if err == nil {
			_, err = w.Write([]byte(pairs[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pages is the titles that are found below paths, and what failed or was skipped, without the folder.
func pages(t *testing.T, dir string, o loader.Options, paths ...string) (titles, problems []string) {
	t.Helper()
	rep, err := loader.Articles(t.Context(), paths, o, loader.Printing{}, func(a *article.Article) error {
		titles = append(titles, a.PublishedAt+" "+a.Publication+" "+a.Title)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range append(rep.Failed, rep.Skipped...) {
		problems = append(problems, strings.ReplaceAll(p.String(), dir+string(filepath.Separator), ""))
	}
	return titles, problems
}

// The table of bad input: each kind that takes another way through the code, with a good file beside it.
func TestBadInput(t *testing.T) {
	gbk := string([]byte{0xce, 0xda, 0xba, 0xa3, 0xc8, 0xd5, 0xb1, 0xa8}) // 乌海日报
	half := zipped(t, "20240502.txt", notice)
	cases := map[string]struct {
		bytes []byte
		says  string // of the problem; "" none
		finds string
	}{
		"a.zip":    {zipped(t, gbk+`\20240502-p1.txt`, notice, "x/.hidden.txt", "x", "__MACOSX/20240502.txt", "x"), "", "2024-05-02 乌海日报 市政府召开会议"},
		"up.zip":   {zipped(t, "../../20240502-p1.txt", notice), "", "2024-05-02  市政府召开会议"},
		"said.zip": {zipped(t, "a.txt", notice, "baopu.yaml", "publication: 绍兴日报\npublishedAt: 2024-05-02\n"), "", "2024-05-02 绍兴日报 市政府召开会议"},
		"pdf.zip":  {zipped(t, "one.pdf", typesetPage(t, "hebi-20170216-p1")), "", "2017-02-16 鹤壁日报"},
		"list.zip": {
			zipped(t, "szb/html/2024-05/02/node_1.htm", "<html><a href=node_1.htm>第01版</a><a href=content_1.htm>会见</a><a href=content_2.htm>考察</a>"),
			"a list of articles, which stand in files of their own (2); 2 of them are not here: 会见, 考察", "",
		},
		"bomb.zip":   {zipped(t, "20240502.txt", strings.Repeat("会议", 5<<20)), "grows too much", ""},
		"many.zip":   {manyEntries(t), "grows too much when it is unpacked: 50001 files", ""},
		"nested.zip": {zipped(t, "inner.txt", string(half)), "an archive in an archive (unpack the inner archive)", ""},
		"locked.zip": {locked(half), "it is encrypted (unpack it with its password, and load the folder)", ""},
		"half.zip":   {half[:len(half)/2], "the archive is damaged", ""},
		"empty.zip":  {zipped(t), "the archive holds no file", ""},
		"twice.zip":  {zipped(t, "20240502.txt", notice, "20240502.txt", notice), "another file of the archive has the same name; the later counts", "2024-05-02  市政府召开会议"},
		"office.zip": {zipped(t, "[Content_Types].xml", "<x/>"), "an Office document", ""},
		"gb.txt":     {append([]byte(strings.Repeat(gbk+"\n", 60)), 0xff), "line 61: bytes that are no text of its encoding", ""},
		"long.txt":   {bytes.Repeat([]byte("会议召开。\n"), 200<<20/16), "too long: more than 16 MB", ""},
		"deep.html":  {[]byte("<html>" + strings.Repeat("<div>", 9000) + "会议"), "nested deeper than 512", ""},
		"cut.txt":    {[]byte(notice[:len(notice)-3]), "the file is damaged or cut short", ""},
		"noise.txt":  {bytes.Repeat([]byte{0x81, 0xff, 0x90}, 999), "no text", ""},
		"c.docx":     {[]byte("PK\x03\x04"), "its name ends in no text", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := write(t, map[string]string{name: string(c.bytes), "z/20240509-p1.txt": notice})
			titles, problems := pages(t, dir, loader.Options{}, dir)
			want := []string{"2024-05-09  市政府召开会议"}
			if c.finds != "" {
				want = append([]string{c.finds}, want...)
			}
			if name == "pdf.zip" && len(titles) > 5 { // all of a page
				titles = []string{titles[0][:len(c.finds)], titles[len(titles)-1]}
			}
			if diff := cmp.Diff(want, titles); diff != "" {
				t.Error(diff)
			}
			if got := strings.Join(problems, "; "); !strings.Contains(got, c.says) || (c.says == "") != (got == "") {
				t.Errorf("problems %q, want %q", got, c.says)
			}
		})
	}
}

// locked marks each entry of an archive as encrypted, in both its headers.
func locked(archive []byte) []byte {
	out := bytes.Clone(archive)
	for _, header := range []struct {
		mark  string
		flags int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		for i := 0; i+header.flags < len(out); i++ {
			if bytes.HasPrefix(out[i:], []byte(header.mark)) {
				out[i+header.flags] |= 1
			}
		}
	}
	return out
}

func manyEntries(t *testing.T) []byte {
	t.Helper()
	var pairs []string
	for i := range 50_001 {
		pairs = append(pairs, fmt.Sprint(i), "")
	}
	return zipped(t, pairs...)
}

// A folder that a link leads back to is read once, and a link that leads nowhere is said.
func TestLinks(t *testing.T) {
	dir := write(t, map[string]string{"a/20240502-p1.txt": notice, "b/20240503-p1.txt": notice})
	for from, to := range map[string]string{"a/loop": dir, "b/self": ".", "c": "a", "d": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	titles, problems := pages(t, dir, loader.Options{}, dir)
	if len(titles) != 2 || len(problems) != 1 || !strings.Contains(problems[0], "d: a link that leads nowhere") {
		t.Errorf("%q %q", titles, problems)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("torn") }

func TestStandardInput(t *testing.T) {
	day := source.Said{Date: "2024-05-02"}
	titles, problems := pages(t, "", loader.Options{Said: day, Stdin: strings.NewReader(notice)}, "-")
	if len(titles) != 1 || len(problems) > 0 {
		t.Errorf("%q %q", titles, problems)
	}
	titles, problems = pages(t, "", loader.Options{Stdin: strings.NewReader(`{"title":"会见客人"}` + "\n{\n")}, "-", "-")
	if len(titles) != 1 || len(problems) != 1 {
		t.Errorf("%q %q", titles, problems)
	}
	for want, in := range map[string]loader.Options{
		"name its file": {Stdin: bytes.NewReader(zipped(t, "a.txt", notice))},
		"torn":          {Stdin: failing{}},
	} {
		if titles, problems = pages(t, "", in, "-"); len(titles) != 0 || len(problems) != 1 || !strings.Contains(problems[0], want) {
			t.Errorf("%q %q", titles, problems)
		}
	}
}

// Flag, manifest, page and name that say different things are told, and the order of trust counts.
func TestDiffering(t *testing.T) {
	g := newGraph(t)
	dir := write(t, map[string]string{"20240502-p1.txt": "绍兴日报\n2024年5月3日 星期五\n\n" + notice, "baopu.yaml": "publication: 越州晚报\n"})
	rep, err := loader.Load(t.Context(), g.Store, []string{dir}, loader.Options{Said: source.Said{Place: "浙江省绍兴市"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range rep.Differing {
		got = append(got, p.Why)
	}
	want := []string{
		"the paper is 越州晚报 by the manifest, which counts, and 绍兴日报 by the page",
		"the day is 2024-05-03 by the page, which counts, and 2024-05-02 by the file's name",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
