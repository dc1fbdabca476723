package sqlite

import (
	"encoding"
	"encoding/json"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// bind is the value that a column gets from what ptr, an element of Columns, points to. Nothing is ever NULL.
func bind(ptr any) any {
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
		if *p {
			return int64(1)
		}
		return int64(0)
	case *[]string:
		return listText(*p)
	case encoding.TextMarshaler:
		return kg.EncodeValue(ptr)
	}
	panic(fmt.Sprintf("no column for a %T", ptr)) // a row of kg's table without a form here: any test shows it
}

func listText(list []string) string {
	if len(list) == 0 {
		return "[]"
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // strings only
	}
	return string(b)
}

func binds(ptrs []any) []any {
	out := make([]any, len(ptrs))
	for i, p := range ptrs {
		out[i] = bind(p)
	}
	return out
}

// take sets what ptr points to from a scanned value; nil leaves it alone.
func take(ptr, v any) error {
	switch p := ptr.(type) {
	case *string:
		*p, _ = v.(string)
	case *kg.Date:
		s, _ := v.(string)
		*p = kg.Date(s)
	case *kg.ID:
		s, _ := v.(string)
		*p = kg.ID(s)
	case *int:
		n, _ := v.(int64)
		*p = int(n)
	case *bool:
		n, _ := v.(int64)
		*p = n != 0
	case *float64:
		*p, _ = v.(float64)
	case *[]string:
		s, _ := v.(string)
		*p = nil
		if s == "" || s == "[]" {
			return nil
		}
		return json.Unmarshal([]byte(s), p)
	case *[]byte:
		b, _ := v.([]byte)
		*p = b
	default:
		s, _ := v.(string)
		return kg.DecodeValue(ptr, s)
	}
	return nil
}
