package source_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/source"
)

func TestDecodeRefuses(t *testing.T) {
	cases := []struct {
		name, in string
		err      error
		says     string
	}{
		{"archive", "PK\x03\x04\x14\x00", source.ErrLater, "ZIP"},
		{"gzip", "\x1f\x8b\x08\x00", source.ErrLater, "gzip"},
		{"picture", "\xff\xd8\xff\xe0\x00\x10JFIF", source.ErrBinary, "no text"},
		{"unknown binary", "\x01\x00\x02\x03\x00\x00\x05", source.ErrBinary, "no text"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := source.Decode([]byte(c.in))
			if got != "" || !errors.Is(err, c.err) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}
