package source_test

import (
	"testing"

	"github.com/baopu/baopu/loader/source"
)

func TestFileName(t *testing.T) {
	for raw, want := range map[string]string{
		"":                     "",
		"乌海日报/1.txt":           "乌海日报/1.txt",
		"\xce\xda/1.txt":       "%CE%DA/1.txt",
		"20250110-\xc8\xfd.t":  "20250110-%C8%FD.t",
		"20250110-\xb6\xfe.t":  "20250110-%B6%FE.t",
		"一\ufffd, as it is":    "一\ufffd, as it is",
		"\xe4\xb8cut and then": "%E4%B8cut and then",
	} {
		if got := source.FileName(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}
