package neo4j

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// A long message is cut between two characters, and stands on one line.
func TestFailureIsCut(t *testing.T) {
	for _, before := range []string{"", "a", "ab"} {
		err := wrap(t.Context(), "// Writes nodes.\n", errors.New(before+strings.Repeat("乌海市\n", 100)))
		if text := err.Error(); !utf8.ValidString(text) || strings.Contains(text, "\n") || !strings.HasSuffix(text, "…") || len(text) > 350 {
			t.Errorf("%q", text)
		}
	}
}
