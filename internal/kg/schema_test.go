package kg_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

// typeOf is the field type that a pointer of Columns stands for.
func typeOf(ptr any) []kg.FieldType {
	switch ptr.(type) {
	case *string:
		return []kg.FieldType{kg.Text, kg.Enum}
	case *int:
		return []kg.FieldType{kg.Int}
	case *float64:
		return []kg.FieldType{kg.Number}
	case *bool:
		return []kg.FieldType{kg.Bool}
	case *kg.Date:
		return []kg.FieldType{kg.DateType}
	case *[]string:
		return []kg.FieldType{kg.TextList}
	case *kg.ID:
		return []kg.FieldType{kg.Ref}
	case encoding.TextUnmarshaler:
		return []kg.FieldType{kg.Packed}
	}
	return nil
}

func checkColumns(t *testing.T, what string, fields []kg.Field, ptrs []any) {
	t.Helper()
	if len(fields) != len(ptrs) {
		t.Fatalf("%s: %d fields in the table, %d columns", what, len(fields), len(ptrs))
	}
	for i, f := range fields {
		if !contains(typeOf(ptrs[i]), f.Type) {
			t.Errorf("%s.%s: type %d in the table, %T in the struct", what, f.Name, f.Type, ptrs[i])
		}
		if (f.Type == kg.Enum) != (len(f.Enum) > 0) {
			t.Errorf("%s.%s: an enum has values and nothing else has", what, f.Name)
		}
	}
}

func contains[T comparable](list []T, x T) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func TestNodeTableMatchesStructs(t *testing.T) {
	prefixes := map[string]bool{}
	for _, s := range kg.NodeKinds {
		n := s.New()
		checkColumns(t, string(s.Kind), append(append([]kg.Field{}, kg.CommonNodeFields...), s.Fields...), kg.AllColumns(n))
		if n.NodeHead().Kind != s.Kind || prefixes[s.Prefix] {
			t.Errorf("%s: New makes a %s; prefix %q", s.Kind, n.NodeHead().Kind, s.Prefix)
		}
		prefixes[s.Prefix] = true
		if k, ok := kg.NodeKindOf(kg.MakeID(s.Prefix, "x")); !ok || k != s.Kind {
			t.Errorf("the prefix %q tells %q, want %q", s.Prefix, k, s.Kind)
		}
		for _, o := range s.Orders {
			if _, ok := s.Field(o.Field); !ok {
				t.Errorf("%s: order %s by unknown field %q", s.Kind, o.Name, o.Field)
			}
		}
	}
}

func TestEdgeTableMatchesStructs(t *testing.T) {
	for _, s := range kg.EdgeKinds {
		e := s.New()
		checkColumns(t, string(s.Kind), append(append([]kg.Field{}, kg.CommonEdgeFields...), s.Fields...), kg.EdgeColumns(e))
		if e.EdgeFact().Kind != s.Kind {
			t.Errorf("%s: New makes a %s", s.Kind, e.EdgeFact().Kind)
		}
		if len(s.Orders) == 0 || len(s.Orders) > 3 {
			t.Errorf("%s has %d orders, want one to three", s.Kind, len(s.Orders))
		}
		if first := s.First(); first.Field != "firstDate" {
			t.Errorf("%s has no order for timelines", s.Kind)
		}
		for _, o := range s.Orders {
			if _, ok := s.Field(o.Field); !ok {
				t.Errorf("%s: order %s by unknown field %q", s.Kind, o.Name, o.Field)
			}
		}
		if _, ok := s.Field(s.Key); s.Key != "" && !ok {
			t.Errorf("%s: unknown key %q", s.Kind, s.Key)
		}
	}
}

func TestValuesSurviveTheirTextForm(t *testing.T) {
	s, d, id, n, f, b := "双“引号”", kg.Date("2024-05"), kg.ID("p-1"), -7, 19.01, true
	parts := kg.Parts{{Kind: "title", Start: 0, End: 3}}
	for _, c := range []struct{ from, to any }{
		{&s, new(string)}, {&d, new(kg.Date)}, {&id, new(kg.ID)}, {&n, new(int)}, {&f, new(float64)}, {&b, new(bool)}, {&parts, new(kg.Parts)},
	} {
		text := kg.EncodeValue(c.from)
		if err := kg.DecodeValue(c.to, text); err != nil {
			t.Fatalf("%T: %v", c.from, err)
		}
		if got := kg.EncodeValue(c.to); got != text || fmt.Sprint(c.to) == "" {
			t.Errorf("%T: %q became %q", c.from, text, got)
		}
	}
	if err := kg.DecodeValue(new(int), "drei"); err == nil {
		t.Error("no error for an integer that is none")
	}
}
