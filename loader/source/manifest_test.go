package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/source"
)

func TestManifest(t *testing.T) {
	yaml := "publication: 乌海日报\npublishedAt: 2025-02-26\nfiles:\n  a.txt: {publishedAt: 2025-02-27, page: \"2\"}\n  sub/b: {publicationPlace: 北京市}\n"
	json := `{"publication": "乌海日报", "publishedAt": "2025-02-26", "files": {"a.txt": {"publishedAt": "2025-02-27", "page": "2"}, "sub/b": {"publicationPlace": "北京市"}}}`
	type answer struct {
		Said   source.Said
		Listed bool
	}
	want := map[string]answer{
		"a.txt":      {source.Said{Publication: "乌海日报", Date: "2025-02-27", Page: "2"}, true},
		"other/a.md": {source.Said{Publication: "乌海日报", Date: "2025-02-26"}, false},
		"sub/b":      {source.Said{Publication: "乌海日报", Place: "北京市", Date: "2025-02-26"}, true},
	}
	for name, text := range map[string]string{"manifest.yaml": yaml, "manifest.json": json} {
		m, err := source.ParseManifest(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]answer{}
		for path := range want {
			said, listed := m.Of(path)
			got[path] = answer{said, listed}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestManifestOfPages(t *testing.T) {
	line := `{"page": "hebi-20170216-p1", "txt": "txt/hebi-20170216-p1.txt", "publication": "鹤壁日报", "publicationPlace": "河南省鹤壁市", "publishedAt": "2017-02-16", "pageNumber": 1}`
	m, err := source.ParseManifest("pages.jsonl", []byte(line+"\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	said, listed := m.Of("txt/hebi-20170216-p1.txt")
	want := source.Said{Publication: "鹤壁日报", Place: "河南省鹤壁市", Date: "2017-02-16", Page: "1"}
	if diff := cmp.Diff(want, said); diff != "" || !listed {
		t.Error(diff, listed)
	}
}

func TestManifestTellsErrors(t *testing.T) {
	for text, want := range map[string]string{
		"publication: [":                           "manifest: yaml",
		"publishedAt: 2025-02-31":                  "no day as YYYY-MM-DD",
		"files:\n  a.txt: {publishedAt: tomorrow}": "a.txt",
	} {
		if _, err := source.ParseManifest("manifest.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	for name, text := range map[string]string{
		"manifest.yaml": "publicaton: 乌海日报", "manifest.yml": "publicaton: 乌海日报", "baopu.yaml": "publicaton: 乌海日报",
		"manifest.json": `{"publication": "乌海日报", "pag": "1"}`,
	} {
		if _, err := source.ParseManifest(name, []byte(text)); err == nil || !strings.Contains(err.Error(), "is known, only publication") {
			t.Errorf("%s: %v", name, err)
		}
	}
	mixed := `{"files": {"a.txt": {"page": "1"}, "b.txt": "2"}}`
	if _, err := source.ParseManifest("manifest.json", []byte(mixed)); err == nil {
		t.Errorf("%s is taken", mixed)
	}
	if _, err := source.ParseManifest("manifest.json", []byte(`{"files": `)); err == nil {
		t.Error("half a manifest is taken")
	}
	if _, err := source.ParseManifest("pages.jsonl", []byte("{}\nno")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("%v", err)
	}
}

// A manifest.json of another program says nothing, whatever shape it has.
func TestForeignManifest(t *testing.T) {
	for _, text := range []string{
		`{"name": "app", "icons": []}`, `[{"src": "a.png"}]`, `{"files": {"main.js": "/static/main.js"}, "entrypoints": ["main.js"]}`,
		`{"files": ["a.js"], "page": {"title": "x"}}`, `{"publication": {"type": "book"}, "patterns": {"a": 1}}`, `{}`, `"x"`, "",
	} {
		m, err := source.ParseManifest("manifest.json", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if said, listed := m.Of("main.js"); said != (source.Said{}) || listed {
			t.Errorf("%s says %+v", text, said)
		}
	}
}
