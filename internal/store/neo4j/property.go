package neo4j

import (
	"encoding"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// property is the value that a property gets from what ptr, an element of Columns, points to. Nothing is ever null, so
// that every index holds every node.
func property(ptr any) any {
	switch p := ptr.(type) {
	case *string:
		return *p
	case *kg.Date:
		return string(*p)
	case *kg.ID:
		return string(*p)
	case *int:
		return int64(*p)
	case *float64:
		return *p
	case *bool:
		return *p
	case *[]string:
		out := make([]any, len(*p))
		for i, s := range *p {
			out[i] = s
		}
		return out
	case encoding.TextMarshaler:
		return kg.EncodeValue(ptr)
	}
	panic(fmt.Sprintf("no property for a %T", ptr)) // a row of kg's table without a form here: any test shows it
}

// take sets what ptr points to from a property; null and other types leave it empty.
func take(ptr, v any) error {
	switch p := ptr.(type) {
	case *int:
		n, _ := v.(int64)
		*p = int(n)
	case *bool:
		*p, _ = v.(bool)
	case *float64:
		*p, _ = v.(float64)
	case *[]string:
		*p = texts(v)
	default:
		s, _ := v.(string)
		return kg.DecodeValue(ptr, s)
	}
	return nil
}

// texts is a list of strings as the driver gives it; nil for an empty one.
func texts(v any) []string {
	list, _ := v.([]any)
	var out []string
	for _, x := range list {
		s, _ := x.(string)
		out = append(out, s)
	}
	return out
}

func textOf(v any) string {
	s, _ := v.(string)
	return s
}

func number(v any) int {
	n, _ := v.(int64)
	return int(n)
}

func data(v any) []byte {
	b, _ := v.([]byte)
	return b
}

// nodeProperties are the fields of n by name.
func nodeProperties(n kg.Node) params {
	s, _ := kg.NodeSchemaOf(n.NodeHead().Kind)
	ptrs := kg.AllColumns(n)
	out := make(params, len(ptrs)+6)
	for i, ptr := range ptrs {
		out[fieldAt(kg.CommonNodeFields, s.Fields, i).Name] = property(ptr)
	}
	return out
}

// edgeProperties are the fields of e by name, with its ends.
func edgeProperties(e kg.Edge) params {
	f := e.EdgeFact()
	s, _ := kg.EdgeSchemaOf(f.Kind)
	ptrs := kg.EdgeColumns(e)
	out := make(params, len(ptrs)+3)
	for i, ptr := range ptrs {
		out[fieldAt(kg.CommonEdgeFields, s.Fields, i).Name] = property(ptr)
	}
	out["from"], out["to"] = string(f.From), string(f.To)
	return out
}

func fieldAt(common, own []kg.Field, i int) *kg.Field {
	if i < len(common) {
		return &common[i]
	}
	return &own[i-len(common)]
}

// nodeOf makes a node of s from its properties.
func nodeOf(s *kg.NodeSchema, v any) (kg.Node, error) {
	props, _ := v.(map[string]any)
	n := s.New()
	for i, ptr := range kg.AllColumns(n) {
		if err := take(ptr, props[fieldAt(kg.CommonNodeFields, s.Fields, i).Name]); err != nil {
			return nil, fmt.Errorf("neo4j: node %v: %w", props["id"], err)
		}
	}
	return n, nil
}

// edgeOf makes an edge of s from its properties.
func edgeOf(s *kg.EdgeSchema, v any) (kg.Edge, error) {
	props, _ := v.(map[string]any)
	e := s.New()
	f := e.EdgeFact()
	f.From, f.To = kg.ID(textOf(props["from"])), kg.ID(textOf(props["to"]))
	for i, ptr := range kg.EdgeColumns(e) {
		if err := take(ptr, props[fieldAt(kg.CommonEdgeFields, s.Fields, i).Name]); err != nil {
			return nil, fmt.Errorf("neo4j: edge %v: %w", props["id"], err)
		}
	}
	return e, nil
}

// changed lists the entries of is that was hasn't or has otherwise, with the id; nil where there are none.
func changed(was, is params) params {
	var out params
	for k, v := range is {
		if k != "id" && !sameProperty(was[k], v) {
			if out == nil {
				out = params{"id": is["id"]}
			}
			out[k] = v
		}
	}
	return out
}

func sameProperty(a, b any) bool {
	switch x := a.(type) {
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if x[i] != y[i] {
				return false
			}
		}
		return true
	case []byte:
		y, ok := b.([]byte)
		return ok && string(x) == string(y)
	}
	switch b.(type) {
	case []any, []byte:
		return false
	}
	return a == b
}
