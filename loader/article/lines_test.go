package article_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
)

func TestLines(t *testing.T) {
	in := "\xef\xbb\xbf{\"id\":\"a\",\"title\":\"甲\",\"persons\":[1]}\n\n{\"id\":\"b\"}\n{\"title\":3}\nnot json\n{\"captions\":[\"图\"]}"
	type line struct {
		Number  int
		ID, Err string
	}
	want := []line{
		{Number: 1, ID: "a"},
		{Number: 3, Err: "fields title, body"},
		{Number: 4, Err: "field title: number"},
		{Number: 5, Err: "no article as JSON"},
		{Number: 6},
	}
	var got []line
	for l := range article.Lines(strings.NewReader(in)) {
		g := line{Number: l.Number}
		if l.Article != nil {
			g.ID = l.Article.ID
		}
		if l.Err != nil {
			g.Err = l.Err.Error()
		}
		got = append(got, g)
	}
	starts := cmp.Comparer(func(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) })
	if len(got) != len(want) {
		t.Fatalf("lines %+v", got)
	}
	for i := range want {
		if (got[i].Err == "") != (want[i].Err == "") {
			t.Errorf("line %d: %q, want %q", want[i].Number, got[i].Err, want[i].Err)
		}
	}
	if diff := cmp.Diff(want, got, starts); diff != "" {
		t.Error(diff)
	}
}

// What Encode writes, Parse reads; the encoding of what Parse read is stable.
func FuzzParse(f *testing.F) {
	f.Add(`{"id":"a","title":"<甲>&","body":"一\n二","bylines":[{"name":"晁阳","role":"reporter"}],"dateline":{"place":"北京"}}`)
	f.Add(`{"captions":["图"],"page":"1","kind":"photo"}`)
	f.Fuzz(func(t *testing.T, s string) {
		a, err := article.Parse([]byte(s))
		if err != nil {
			return
		}
		var one, two bytes.Buffer
		if err := article.Encode(&one, a); err != nil {
			t.Fatal(err)
		}
		b, err := article.Parse(one.Bytes())
		if err != nil {
			t.Fatalf("%s: %v", one.String(), err)
		}
		if err := article.Encode(&two, b); err != nil {
			t.Fatal(err)
		}
		if one.String() != two.String() {
			t.Errorf("%s became %s", one.String(), two.String())
		}
	})
}
