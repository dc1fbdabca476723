package kg_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

func TestIDs(t *testing.T) {
	if kg.MakeID("p", "ab", "c") == kg.MakeID("p", "a", "bc") {
		t.Error("parts run together")
	}
	for _, s := range []kg.ID{"", "-a", "a-", "a_b", "a:b", "人", kg.ID(strings.Repeat("a", 65))} {
		if s.Valid() {
			t.Errorf("%q is valid", s)
		}
	}
	if id := kg.MakeID("np", "乌海日报"); !id.Valid() || id.Prefix() != "np" {
		t.Errorf("%q", id)
	}
}

func TestFilterCheck(t *testing.T) {
	posts := kg.Filter{Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Edge: kg.Filter{Field: "status", Op: kg.Eq, Value: "current"}, Node: kg.Filter{Field: "title", Op: kg.Contains, Value: "书记"}}}
	for _, c := range []struct {
		name string
		kind kg.NodeKind
		f    kg.Filter
		ok   bool
	}{
		{"nothing", kg.PersonKind, kg.Filter{}, true},
		{"through an edge", kg.PersonKind, posts, true},
		{"through an edge that it hasn't", kg.PlaceKind, posts, false},
		{"a field of one of the far kinds", kg.ArticleKind, named(), false},
		{"a field of the far kind", kg.ArticleKind, named(kg.PersonKind), true},
		{"a field of two far kinds", kg.ArticleKind, named(kg.PersonKind, kg.PlaceKind), false},
		{"no such far kind", kg.ArticleKind, kg.Filter{None: &kg.EdgeFilter{Kind: kg.MentionsEntity, Far: []kg.NodeKind{kg.NewspaperKind}}}, false},
		{"unknown field", kg.PersonKind, kg.Filter{Field: "age", Op: kg.Eq}, false},
		{"wrong operator", kg.PersonKind, kg.Filter{Field: "name", Op: kg.Lt, Value: "a"}, false},
		{"no such value", kg.EventKind, kg.Filter{Field: "eventType", Op: kg.Eq, Value: "war"}, false},
		{"no date", kg.EventKind, kg.Filter{Field: "start", Op: kg.Lte, Value: "soon"}, false},
		{"deep", kg.EventKind, kg.Filter{Not: &kg.Filter{Or: []kg.Filter{{Field: "start", Op: kg.Gte, Value: "2024"}, {Field: "nope", Op: kg.Eq}}}}, false},
		{"too many", kg.EventKind, kg.Filter{Or: make101()}, false},
		{"time", kg.EventKind, kg.When{AsOf: "2024-05-01", KnownAt: "2024-06-01"}.NodeFilter(kg.EventKind), true},
	} {
		err := c.f.CheckNode(c.kind)
		if (err == nil) != c.ok || err != nil && !errors.Is(err, kg.ErrInvalid) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, s := range kg.EdgeKinds {
		f := kg.When{AsOf: "2024-05-01", KnownAt: "2024-06-01"}.EdgeFilter(s.Kind)
		if err := f.CheckEdge(s.Kind); err != nil {
			t.Errorf("time on %s: %v", s.Kind, err)
		}
	}
}

// named is that an article names a woman among nodes of these kinds.
func named(far ...kg.NodeKind) kg.Filter {
	return kg.Filter{Some: &kg.EdgeFilter{Kind: kg.MentionsEntity, Far: far, Node: kg.Filter{Field: "gender", Op: kg.Eq, Value: "female"}}}
}

func make101() []kg.Filter {
	fs := make([]kg.Filter, kg.MaxFilter+1)
	for i := range fs {
		fs[i] = kg.Filter{Field: "start", Op: kg.Gte, Value: "2024"}
	}
	return fs
}

func TestCursorsKeepTheirKeys(t *testing.T) {
	scope := kg.ScopeOf("x")
	for _, keys := range [][]string{nil, {""}, {"2024-05-01", "a-1", "0", "17"}, {`"`, `\`, "\n", "\x00", "周金星", "\u2028", "<&>", "𠮷"}} {
		c := kg.Cursor{Keys: keys, ID: "p-1"}
		got, err := kg.DecodeCursor(c.Encode(scope), scope, len(keys))
		if d := cmp.Diff(c, got); err != nil || d != "" {
			t.Errorf("%q: %v %s", keys, err, d)
		}
	}
}

func TestCursorIsBoundToItsQuestion(t *testing.T) {
	q := kg.NodeQuery{Kind: kg.PersonKind, Where: kg.Filter{Field: "name", Op: kg.Contains, Value: "金"}}
	c := kg.Cursor{Keys: []string{"zhoujinxing"}, ID: "p-1"}
	text := c.Encode(q.Scope())
	got, err := kg.DecodeCursor(text, q.Scope(), 1)
	if d := cmp.Diff(c, got); err != nil || d != "" {
		t.Fatalf("%v %s", err, d)
	}
	paged := q
	paged.Page = kg.Page{First: 5, After: text}
	if paged.Scope() != q.Scope() {
		t.Error("the page is part of the scope")
	}
	other := q
	other.Where.Value = "银"
	for name, err := range map[string]error{
		"another filter": second(kg.DecodeCursor(text, other.Scope(), 1)),
		"another order":  second(kg.DecodeCursor(text, q.Scope(), 2)),
		"cut":            second(kg.DecodeCursor(text[:len(text)-3], q.Scope(), 1)),
		"made up":        second(kg.DecodeCursor("aGVsbG8", q.Scope(), 1)),
	} {
		if !errors.Is(err, kg.ErrCursor) || !errors.Is(err, kg.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func FuzzDecodeCursor(f *testing.F) {
	f.Add(kg.Cursor{Keys: []string{"a"}, ID: "p-1"}.Encode("s"), 1)
	f.Fuzz(func(t *testing.T, s string, keys int) {
		c, err := kg.DecodeCursor(s, "s", keys)
		if err == nil && (len(c.Keys) != keys || !c.ID.Valid()) {
			t.Errorf("%q became %+v", s, c)
		}
		if err != nil && !errors.Is(err, kg.ErrCursor) {
			t.Errorf("%q: %v", s, err)
		}
	})
}

func TestPageCheck(t *testing.T) {
	for p, ok := range map[kg.Page]bool{
		{First: 1}: true, {Last: 10, Before: "x"}: true, {}: false, {First: 1, Last: 1}: false, {First: -1}: false,
		{First: kg.MaxPage + 1}: false, {First: 1, Before: "x"}: false, {Last: 1, After: "x"}: false,
	} {
		if err := p.Check(); (err == nil) != ok {
			t.Errorf("%+v: %v", p, err)
		}
	}
}
