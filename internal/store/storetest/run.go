package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/baopu/baopu/internal/kg"
)

// Run holds a store to the whole contract of kg.Store. open makes an empty store and closes it at the end of t; it may be
// called several times, and no store is used again after the next one was opened in the same test.
func Run(t *testing.T, open func(t *testing.T) kg.Store) {
	for _, c := range suite() {
		t.Run(c.name, func(t *testing.T) { c.test(t, open) })
	}
}

// part is a part of the suite.
type part struct {
	name string
	test func(*testing.T, func(*testing.T) kg.Store)
}

func suite() []part { return slices.Concat(writing(), asking(), together()) }

func writing() []part {
	return []part{
		{"Empty", testEmpty},
		{"Apply", testApply},
		{"Reapply", testReapply},
		{"Replace", testReplace},
		{"ReadAgain", testReadAgain},
		{"Remove", testRemove},
		{"Order", testOrder},
		{"BadBatch", testBadBatch},
		{"BadValues", testBadValues},
		{"LongTexts", testLongTexts},
		{"Nul", testNul},
		{"Cancelled", testCancelled},
		{"GivingUp", testGivingUp},
		{"Closed", testClosed},
		{"Fold", testFold},
		{"Reprints", testReprints},
		{"ReprintBeside", testReprintBeside},
		{"Succession", testSuccession},
		{"Tenures", testTenures},
		{"Merge", testMerge},
		{"MergeCrowd", testMergeCrowd},
		{"Judgements", testJudgements},
		{"ReassignMembers", testReassignMembers},
		{"Apart", testApart},
		{"LastingJudgements", testLastingJudgements},
		{"UnknownObjects", testUnknownObjects},
		{"Replay", testReplay},
	}
}

func asking() []part {
	return []part{
		{"Operators", testOperators},
		{"LargeNumbers", testLargeNumbers},
		{"UnknownDates", testUnknownDates},
		{"Quantifiers", testQuantifiers},
		{"FarKinds", testFarKinds},
		{"Paging", testPaging},
		{"Cursors", testCursors},
		{"Times", testTimes},
		{"KnownAt", testKnownAt},
		{"NodesThen", testNodesThen},
		{"RefoldedOnce", testRefoldedOnce},
		{"One", testOne},
		{"Evidence", testEvidence},
		{"Groups", testGroups},
		{"Search", testSearch},
		{"SearchPosts", testSearchPosts},
		{"SearchNamesakes", testSearchNamesakes},
		{"SearchAgainstModel", testSearchModel},
		{"LongSearches", testLongSearches},
		{"Paths", testPaths},
		{"WalksAgainstModel", testWalksModel},
		{"ManyIDs", testManyIDs},
		{"Candidates", testCandidates},
		{"Changes", testChanges},
	}
}

// together is what happens at once, and what happens at random.
func together() []part {
	return []part{
		{"PagingUnderWrites", testPagingUnderWrites},
		{"OneView", testOneView},
		{"ManyViews", testManyViews},
		{"ReadersBesideWriter", testReadersBesideWriter},
		{"VerifyBesideWriter", testVerifyBesideWriter},
		{"DumpBesideWriter", testDumpBesideWriter},
		{"TwoWriters", testTwoWriters},
		{"Random", testRandom},
	}
}

func apply(t testing.TB, s kg.Store, docs ...*kg.Document) kg.Applied {
	t.Helper()
	done, err := s.Apply(context.Background(), docs...)
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
	return done
}

// dump is the whole graph as lines, for comparison byte for byte.
func dump(t testing.TB, s kg.Store) string {
	t.Helper()
	lines, err := dumpLines(s)
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	return lines
}

func dumpLines(s kg.Store) (string, error) {
	var b strings.Builder
	err := s.Dump(context.Background(), func(r kg.Record) error {
		if r.Node != nil {
			fmt.Fprintf(&b, "%s %s\n", r.Node.NodeHead().Kind, columns(kg.AllColumns(r.Node)))
			return nil
		}
		if r.Judgement != nil { // the graph is the same after a judgement that was undone, and the log isn't
			return nil
		}
		f := r.Edge.EdgeFact()
		fmt.Fprintf(&b, "%s %s %s %s\n", f.Kind, f.From, f.To, columns(kg.EdgeColumns(r.Edge)))
		for _, p := range r.Proofs {
			fmt.Fprintf(&b, "  %+v\n", p)
		}
		return nil
	})
	return b.String(), err
}

func columns(ptrs []any) string {
	out := make([]string, len(ptrs))
	for i, p := range ptrs {
		if list, ok := p.(*[]string); ok {
			out[i] = fmt.Sprintf("%q", *list)
			continue
		}
		out[i] = kg.EncodeValue(p)
	}
	return strings.Join(out, "|")
}

// sound fails t where Verify finds something.
func sound(t testing.TB, s kg.Store) {
	t.Helper()
	wrong, err := s.Verify(context.Background())
	if err != nil {
		t.Fatalf("verify: %v", err)
	}
	for _, w := range wrong[:min(len(wrong), 10)] {
		t.Errorf("verify: %s", w)
	}
}

// diff compares answers; empty and missing lists are one.
func diff(want, got any) string {
	if reflect.DeepEqual(want, got) {
		return "" // the common case, and far quicker
	}
	return cmp.Diff(want, got, cmpopts.EquateEmpty())
}

// same fails t where two stores hold different graphs.
func same(t testing.TB, want, got kg.Store) {
	t.Helper()
	if d := cmp.Diff(dump(t, want), dump(t, got)); d != "" {
		t.Fatalf("graphs differ, -want +got\n%s", d)
	}
}

// wordOf is the word of kg that err wraps, for comparison of two stores' errors.
func wordOf(err error) error {
	for _, w := range []error{kg.ErrCursor, kg.ErrInvalid, kg.ErrNotFound, kg.ErrConflict, kg.ErrUnavailable, context.Canceled} {
		if errors.Is(err, w) {
			return w
		}
	}
	return err
}

// wantWord fails t unless err wraps word.
func wantWord(t testing.TB, what string, err, word error) {
	t.Helper()
	if !errors.Is(err, word) {
		t.Errorf("%s: got %v, want %v", what, err, word)
	}
}

// someDocuments are documents that meet in the same facts often.
func someDocuments(n int) []*kg.Document {
	return Generate(7, n)
}

// filled is a store and the model, both with the same documents.
func filled(t testing.TB, s kg.Store, docs []*kg.Document) *Model {
	t.Helper()
	m := NewModel()
	apply(t, m, docs...)
	for chunk := range slices.Chunk(docs, 20) {
		apply(t, s, chunk...)
	}
	return m
}
