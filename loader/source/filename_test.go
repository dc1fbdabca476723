package source_test

import (
	"testing"

	"github.com/baopu/baopu/loader/source"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct{ raw, want, day string }{
		{"", "", ""},
		{"乌海日报/20250226.txt", "乌海日报/20250226.txt", "2025-02-26"},
		{"\xce\xda\xba\xa3\xc8\xd5\xb1\xa8/1.txt", "乌海日报/1.txt", ""},
		{"报纸/\xce\xda\xba\xa3\xc8\xd5\xb1\xa820250226.txt", "报纸/乌海日报20250226.txt", "2025-02-26"},
		{"20250110-\xff\xb1.txt", "20250110-‹ff›‹b1›.txt", "2025-01-10"},
		{"\xff20250226.txt", "‹ff›20250226.txt", "2025-02-26"},
		{"一\ufffd, as it is", "一\ufffd, as it is", ""},
	} {
		got := source.FileName(c.raw)
		if said := source.FromName(got); got != c.want || said.Date != c.day {
			t.Errorf("%q: %q of %q, want %q of %q", c.raw, got, said.Date, c.want, c.day)
		}
	}
}
