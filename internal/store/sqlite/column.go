package sqlite

import (
	"database/sql/driver"
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

// take sets what ptr points to, an element of Columns or a variable, from a column. NULL, which is what an empty blob comes as, sets
// the zero value.
func take(ptr any, v driver.Value) error {
	switch p := ptr.(type) {
	case *string:
		return set(p, v)
	case *int64:
		return set(p, v)
	case *float64:
		return set(p, v)
	case *[]byte:
		return set(p, v)
	case *int:
		var n int64
		err := set(&n, v)
		*p = int(n)
		return err
	case *bool:
		var n int64
		err := set(&n, v)
		*p = n != 0
		return err
	}
	var s string
	if err := set(&s, v); err != nil {
		return err
	}
	switch p := ptr.(type) {
	case *kg.ID:
		*p = kg.ID(s)
	case *kg.Date:
		*p = kg.Date(s)
	case *[]string:
		*p = nil
		if s != "" && s != "[]" {
			return json.Unmarshal([]byte(s), p)
		}
	default:
		return kg.DecodeValue(ptr, s)
	}
	return nil
}

func set[T any](p *T, v driver.Value) error {
	got, ok := v.(T)
	if !ok && v != nil {
		return fmt.Errorf("sqlite: a column holds a %T where a %T should be: %w", v, got, kg.ErrConflict)
	}
	*p = got
	return nil
}
