package source_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/source"
)

func TestFromName(t *testing.T) {
	cases := []struct {
		path string
		want source.Said
	}{
		{"page.txt", source.Said{}},
		{"hebi-20170216-p1.txt", source.Said{Date: "2017-02-16", Page: "1"}},
		{"乌海日报-2025-02-26-第02版.txt", source.Said{Publication: "乌海日报", Date: "2025-02-26", Page: "2"}},
		{"乌海日报2025年2月6日p3.txt", source.Said{Publication: "乌海日报", Date: "2025-02-06", Page: "3"}},
		{"archive/2025-02/26/node_2.txt", source.Said{Date: "2025-02-26"}},
		{"archive/2025/02-26/1.txt", source.Said{Date: "2025-02-26"}},
		{"pc/content/202502/26/content_5.html", source.Said{Date: "2025-02-26"}},
		{"pc/content/202513/26/content_5.html", source.Said{}},
		{"太行日报/20250226/p1.txt", source.Said{Publication: "太行日报", Date: "2025-02-26", Page: "1"}},
		{"20250231.txt", source.Said{}},
		{"id-12345678.txt", source.Said{}},
		{"20250226-20250227.txt", source.Said{}},
		{"20250226-20250226.txt", source.Said{Date: "2025-02-26"}},
		{"会议简报-1.txt", source.Said{Publication: "会议简报"}},
		{"wuhai-daily-page-1.txt", source.Said{Page: "1"}},
	}
	for _, c := range cases {
		t.Run(c.path, func(t *testing.T) {
			if diff := cmp.Diff(c.want, source.FromName(c.path)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A name never says a day that isn't written in it.
func FuzzFromName(f *testing.F) {
	f.Add("archive/2025-02/26/node_2.txt")
	f.Add("第3版.p")
	f.Fuzz(func(t *testing.T, path string) {
		if err := source.FromName(path).Check(); err != nil {
			t.Errorf("%q: %v", path, err)
		}
	})
}

// A day is one of the years in which Chinese papers come out.
func TestCheckDay(t *testing.T) {
	for day, ok := range map[string]bool{
		"": true, "1872-04-30": true, "2025-02-26": true, "2200-12-31": true,
		"1025-02-26": false, "2205-02-26": false, "2025-02-30": false, "2025-2-26": false, "gestern": false,
	} {
		if err := (source.Said{Date: day}).Check(); (err == nil) != ok {
			t.Errorf("%q: %v", day, err)
		}
	}
}
