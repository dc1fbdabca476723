package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/source"
)

func TestManifestPatterns(t *testing.T) {
	m, err := source.ParseManifest("baopu.yaml", []byte(`publication: 乌海日报
publishedAt: 2000-01-01
patterns:
  - "{paper}/{year}/{month}-{day}/*_{page}.txt"
  - "whrb{date}{page}"
files:
  whrb20250227B04.txt: {page: "9"}
`))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]source.Said{
		"papers/太行日报/2025/2-6/scan_03.txt": {Publication: "太行日报", Date: "2025-02-06", Page: "3"},
		"x/whrb20250226A02.pdf":            {Publication: "乌海日报", Date: "2025-02-26", Page: "A02"},
		"whrb20250227B04.txt":              {Publication: "乌海日报", Date: "2025-02-27", Page: "9"},
		"whrb20250231A02.txt":              {Publication: "乌海日报", Date: "2000-01-01"}, // no day
		"太行日报/2025/13-6/scan_03.txt":       {Publication: "乌海日报", Date: "2000-01-01"},
		"xwhrb20250226A02.txt":             {Publication: "乌海日报", Date: "2000-01-01"}, // begins in the middle of a name
	} {
		if got, _ := m.Of(path); got != want {
			t.Errorf("%s: %s", path, cmp.Diff(want, got))
		}
	}
	for text, want := range map[string]string{
		"{datum}.txt":      "no placeholder is called {datum}",
		"{page":            "no placeholder is called {page",
		"{page}{page}":     "{page} stands twice",
		"{year}-{day}.txt": "a day needs {year}, {month} and {day}",
	} {
		_, err := source.ParseManifest("baopu.yaml", []byte("patterns: ['"+text+"']"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
