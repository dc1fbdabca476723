package kg_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

func TestParseDate(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "2025": "", "2025-02": "", "2024-02-29": "",
		"2025-02-30": "calendar", "2025-13": "calendar", "2025-2-3": "YYYY-MM-DD", "25": "YYYY-MM-DD", "2025-02-25T08": "YYYY-MM-DD", "二〇二五": "YYYY-MM-DD",
	} {
		d, err := kg.ParseDate(s)
		switch {
		case want == "" && (err != nil || string(d) != s):
			t.Errorf("%q: %q, %v", s, d, err)
		case want != "" && (!errors.Is(err, kg.ErrInvalid) || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v, want it to speak of %s", s, err, want)
		}
	}
}
