package embedded

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
)

func TestInflate(t *testing.T) {
	want := strings.Repeat("乌海\t乌海市\n", 1000)
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(want)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got := string(Inflate("words", b.Bytes())); got != want {
		t.Errorf("%d bytes, want %d", len(got), len(want))
	}
	for _, damaged := range [][]byte{nil, b.Bytes()[:b.Len()/2]} {
		func() {
			defer func() {
				if said := fmt.Sprint(recover()); !strings.HasPrefix(said, "words: embedded table: ") {
					t.Errorf("%d bytes: %s", len(damaged), said)
				}
			}()
			Inflate("words", damaged)
		}()
	}
}
