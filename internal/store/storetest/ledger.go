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
	a, b, c, d := docs[0].ID, docs[1].ID, docs[2].ID, docs[3].ID
	note(t, ledger,
		kg.ReadFile{Name: "/a", Digest: "1", Documents: []kg.ID{a, b, a}},
		kg.ReadFile{Name: "/b 乌海.txt", Digest: "2", Documents: []kg.ID{b, c}, Beside: []string{"/a"}},
		kg.ReadFile{Name: "/c'", Digest: "3", Documents: []kg.ID{d}},
		kg.ReadFile{Name: "/empty", Digest: "4"},
	)
	noted("1", "2", "3", "", "4")
	note(t, ledger, kg.ReadFile{Name: "/c'", Digest: "5", Documents: []kg.ID{d}})
	noted("1", "2", "5", "", "4")
	if after := dump(t, s); after != before {
		t.Error("notes show in the dump")
	}
	remove := func(ids ...kg.ID) {
		t.Helper()
		if err := s.Remove(background, ids...); err != nil {
			t.Fatal(err)
		}
	}
	remove(c)
	noted("1", "", "5", "", "4")
	apply(t, s, docs[2])
	noted("1", "2", "5", "", "4")
	remove(a, d)
	noted("", "2", "", "", "4")
	note(t, ledger, kg.ReadFile{Name: "/c'", Digest: "6", Documents: []kg.ID{c}}) // as another file gave it
	noted("", "", "6", "", "4")
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
}
