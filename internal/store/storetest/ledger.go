package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// RunLedger holds a store's Ledger to its contract; open is that of Run.
func RunLedger(t *testing.T, open func(t *testing.T) kg.Store) {
	t.Run("Notes", func(t *testing.T) { testNotes(t, open(t)) })
	t.Run("Sources", func(t *testing.T) { testNotedSources(t, open(t)) })
	t.Run("OtherHands", func(t *testing.T) { testOtherHands(t, open(t)) })
	t.Run("Many", func(t *testing.T) { testManyNotes(t, open(t)) })
}

func ledgerOf(t *testing.T, s kg.Store) kg.Ledger {
	t.Helper()
	ledger, ok := s.(kg.Ledger)
	if !ok {
		t.Fatalf("%T is no ledger", s)
	}
	return ledger
}

func note(t *testing.T, ledger kg.Ledger, files ...kg.ReadFile) {
	t.Helper()
	if err := ledger.Note(background, files...); err != nil {
		t.Fatal(err)
	}
}

// gave is documents as a file gave them.
func gave(docs ...*kg.Document) (out []kg.Given) {
	for _, d := range docs {
		out = append(out, kg.Given{ID: d.ID, Source: d.Source.Digest()})
	}
	return out
}

func testNotes(t *testing.T, s kg.Store) {
	ledger := ledgerOf(t, s)
	docs := someDocuments(4)
	apply(t, s, docs...)
	before := dump(t, s)
	noted := func(want ...string) {
		t.Helper()
		got, err := ledger.Noted(background, []string{"/a", "/b 乌海.txt", "/c'", "/none", "/empty"})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("noted %q, %v, want %q", got, err, want)
		}
	}
	noted("", "", "", "", "")
	a, b, c, d := docs[0], docs[1], docs[2], docs[3]
	note(t, ledger,
		kg.ReadFile{Name: "/a", Digest: "1", Documents: gave(a, b, a)},
		kg.ReadFile{Name: "/b 乌海.txt", Digest: "2", Documents: gave(b, c), Beside: []string{"/a"}},
		kg.ReadFile{Name: "/c'", Digest: "3", Documents: gave(d)},
		kg.ReadFile{Name: "/empty", Digest: "4"},
	)
	noted("1", "2", "3", "", "4")
	note(t, ledger, kg.ReadFile{Name: "/c'", Digest: "5", Documents: gave(d)})
	noted("1", "2", "5", "", "4")
	if after := dump(t, s); after != before {
		t.Error("notes show in the dump")
	}
	remove := func(docs ...*kg.Document) {
		t.Helper()
		for _, d := range docs {
			if err := s.Remove(background, d.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	remove(c)
	noted("1", "", "5", "", "4")
	apply(t, s, c)
	noted("1", "2", "5", "", "4")
	remove(a, d)
	noted("", "2", "", "", "4")
	note(t, ledger, kg.ReadFile{Name: "/c'", Digest: "6", Documents: gave(c)}) // as another file gave it
	noted("", "", "6", "", "4")
	sound(t, s)
}

// written is d with another text, as of the same file at another time.
func written(d *kg.Document, text string) *kg.Document {
	c := copyDocument(d)
	c.Source.Text = text
	return c
}

// noting answers a check of which files are noted.
func noting(t *testing.T, ledger kg.Ledger, names ...string) func(when string, want ...string) {
	return func(when string, want ...string) {
		t.Helper()
		got, err := ledger.Noted(background, names)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: noted %q, %v, want %q", when, got, err, want)
		}
	}
}

// A note holds while its documents have the sources that their file gave them with.
func testNotedSources(t *testing.T, s kg.Store) {
	ledger := ledgerOf(t, s)
	docs := someDocuments(2)
	one, two := docs[0], docs[1]
	apply(t, s, docs...)
	noted := noting(t, ledger, "/a")
	note(t, ledger, kg.ReadFile{Name: "/a", Digest: "1", Documents: []kg.Given{gave(one)[0], {ID: two.ID}}})
	noted("nobody knows a source", "")
	note(t, ledger, kg.ReadFile{Name: "/a", Digest: "1", Documents: gave(one, two)})
	noted("it is known", "1")

	newer := written(two, "a newer text")
	apply(t, s, newer)
	noted("another load has read a newer text", "")
	note(t, ledger, kg.ReadFile{Name: "/a", Digest: "2", Documents: gave(one, newer)})
	noted("it is noted", "2")
	apply(t, s, two)
	noted("the older text is put back behind the note", "")
	note(t, ledger, kg.ReadFile{Name: "/a", Digest: "2", Documents: gave(one, newer)})
	noted("the note is written behind the older text", "")
	apply(t, s, newer)
	noted("the newer text is there again", "2")
	joined := copyDocument(newer)
	joined.Reader, joined.Claims, joined.Nodes = "generator/2", nil, nil
	apply(t, s, joined)
	noted("other claims from the same text", "2")
	sound(t, s)
}

// A note holds where other files of the same load, or people, gave a document another source.
func testOtherHands(t *testing.T, s kg.Store) {
	ledger := ledgerOf(t, s)
	docs := someDocuments(3)
	one, two, three := docs[0], docs[1], docs[2]
	apply(t, s, docs...)
	noted := noting(t, ledger, "/a", "/b", "/c")
	other := written(one, "of another file")
	note(t, ledger,
		kg.ReadFile{Name: "/a", Digest: "1", Documents: gave(one, two)}, kg.ReadFile{Name: "/b", Digest: "2", Documents: gave(three)},
		kg.ReadFile{Name: "/c", Digest: "3", Documents: gave(other, three), Beside: []string{"/a", "/b"}})
	noted("a file beside it gives a document otherwise", "", "2", "")
	apply(t, s, other)
	noted("and that is there", "1", "2", "3")

	less := written(three, "without an article")
	from, to := three.Source.Digest(), less.Source.Digest()
	if err := ledger.Keep(background, kg.Resourced{ID: two.ID, From: from, To: to}, kg.Resourced{ID: three.ID, From: from, To: to}); err != nil {
		t.Fatal(err)
	}
	apply(t, s, less)
	noted("an article is taken out", "1", "2", "3")
	apply(t, s, three)
	noted("and put back by another load", "1", "", "")
	note(t, ledger, kg.ReadFile{Name: "/b", Digest: "4", Documents: gave(three)})
	noted("that is noted", "1", "4", "")
	sound(t, s)
}

func testManyNotes(t *testing.T, s kg.Store) {
	ledger := ledgerOf(t, s)
	var many []kg.ReadFile
	var names []string
	for i := range 2500 {
		names = append(names, fmt.Sprintf("/many/%d", i))
		many = append(many, kg.ReadFile{Name: names[i], Digest: fmt.Sprint(i)})
	}
	note(t, ledger, many...)
	got, err := ledger.Noted(background, names)
	if err != nil || got[0] != "0" || got[2499] != "2499" {
		t.Errorf("%d of many noted, %v", len(got), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := ledger.Noted(background, names); !errors.Is(err, kg.ErrUnavailable) {
		t.Errorf("after the end: %v", err)
	}
	if err := ledger.Note(background, many...); !errors.Is(err, kg.ErrUnavailable) {
		t.Errorf("after the end: %v", err)
	}
	if err := ledger.Keep(background, kg.Resourced{}); !errors.Is(err, kg.ErrUnavailable) {
		t.Errorf("after the end: %v", err)
	}
}
