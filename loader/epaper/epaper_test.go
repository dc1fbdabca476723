package epaper_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/baopu/baopu/loader/epaper"
)

var update = flag.Bool("update", false, "rewrite what the pages are read as")

// Each file of testdata is a page as a system lays it out, and what is read from it.
func TestRead(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no pages", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			p, err := epaper.Read(ar.Files[0].Name, string(ar.Files[0].Data))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			enc := json.NewEncoder(&got)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", " ")
			if err := enc.Encode(p); err != nil {
				t.Fatal(err)
			}
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "want.json", Data: got.Bytes()})
				if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if len(ar.Files) != 2 {
				t.Fatal("no want.json")
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	deep := strings.Repeat("<div>", 100_000) + "市政府召开会议" + strings.Repeat("</div>", 100_000)
	cases := []struct {
		name, text string
		want       error
	}{
		{"deep", "<html><body>" + deep, epaper.ErrTooDeep},
		{"deep tables", "<html>" + strings.Repeat("<table><tr><td>", 5000), epaper.ErrTooDeep},
		{"long", "<html>" + strings.Repeat("<p>会议", epaper.MaxBytes/9+1), epaper.ErrTooBig},
		{"many elements", "<html>" + strings.Repeat("<p>", 500_000), epaper.ErrTooBig},
		{"no text", "<html><body><script>市政府召开会议</script></body></html>", epaper.ErrNoArticle},
		{"a menu", "<html><body><a href=a>新闻</a> <a href=b>体育</a></body></html>", epaper.ErrNoArticle},
		{"attributes", "<html><body " + strings.Repeat(`a="b" `, 200_000) + ">", epaper.ErrNoArticle},
		{"formatting", "<html><body>" + strings.Repeat("<b><i><a>", 300), epaper.ErrTooDeep},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if p, err := epaper.Read("a.html", c.text); !errors.Is(err, c.want) {
				t.Errorf("%+v, %v", p, err)
			}
		})
	}
}

// Pages made to take long: what grew faster than the page (marks without an end, captions, nesting) took minutes each.
func TestHostilePagesEnd(t *testing.T) {
	pages := map[string]string{
		"marks":    strings.Repeat("<!--enpcontent-->", 55_000),
		"captions": strings.Repeat("<figcaption>市</figcaption>", 19_000) + "<h1>会</h1><div id=ozoom>会议",
		"titles":   strings.Repeat("<p id=Title>会</p><p class=font02>a</p>", 6_000) + "<div id=ozoom>会议",
		"nested":   strings.Repeat(strings.Repeat("<div>", 400)+"市"+strings.Repeat("</div>", 400), 45),
		"dates":    strings.Repeat("2024-05-02 ", 190_000) + "<h1>会</h1><div id=ozoom>会议",
		"text":     "<div>" + strings.Repeat("市政府召开会议，", 80_000),
	}
	began := time.Now()
	for name, text := range pages {
		_, err := epaper.Read("content_1.htm", text)
		t.Log(name, time.Since(began), err)
	}
	if took := time.Since(began); took > 30*time.Second {
		t.Errorf("they took %v", took)
	}
}

func BenchmarkRead(b *testing.B) {
	ar, err := txtar.ParseFile("testdata/ids.txtar")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := epaper.Read(ar.Files[0].Name, string(ar.Files[0].Data)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string][2]bool{ // list, article
		"a/node_2.htm": {true, false}, "node_A01.html": {true, false}, "nbs.D110000rmrb_01.htm": {true, false}, "l01.html": {true, false},
		"content_20240502_1_1.htm": {false, true}, "content_1.htm": {false, true}, "nw.D110000_1-01.htm": {false, true}, "c123.html": {false, true},
		"Articel01001.htm": {false, true}, "page_1_content_2.htm": {false, true}, "page_1.htm": {true, false}, "news.html": {false, false},
		"contents.txt": {false, false}, "index.html": {true, false},
	} {
		if got := [2]bool{epaper.IsList(name), epaper.IsArticle(name)}; got != want {
			t.Errorf("%s: list, article %v, want %v", name, got, want)
		}
	}
	got := epaper.ListFolders("szb/pc/content/202405/02/content_1.html")
	want := []string{"szb/pc/content/202405/02", "szb/pc/layout/202405/02", "szb/pc/column/202405/02", "szb/pc/col/202405/02"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Whatever the bytes: an error or a page, and never a script's text.
func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(ar.Files[0].Name, string(ar.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		p, err := epaper.Read(name, text)
		if err != nil {
			return
		}
		if (p.Article == nil) == (len(p.Links) == 0) {
			t.Errorf("%+v: an article or a list", p)
		}
		if err := p.Printed.Check(); err != nil {
			t.Error(err)
		}
	})
}
