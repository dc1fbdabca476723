package kg

import (
	"encoding"
	"fmt"
	"strconv"
)

// Value is what a claim says of one field, in the text form of EncodeValue.
type Value struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// EncodeValue writes the value that ptr (an element of Columns) points to: "" is always the zero value. A list has no text
// form of its own: each element is a Value.
func EncodeValue(ptr any) string {
	switch p := ptr.(type) {
	case *string:
		return *p
	case *Date:
		return string(*p)
	case *ID:
		return string(*p)
	case *int:
		if *p == 0 {
			return ""
		}
		return strconv.Itoa(*p)
	case *float64:
		if *p == 0 {
			return ""
		}
		return strconv.FormatFloat(*p, 'g', -1, 64)
	case *bool:
		if *p {
			return "true"
		}
		return ""
	case encoding.TextMarshaler:
		b, err := p.MarshalText()
		if err != nil || string(b) == "null" {
			return ""
		}
		return string(b)
	}
	return ""
}

// DecodeValue reads what EncodeValue wrote into what ptr points to; a list gets s appended. An unreadable s wraps ErrInvalid.
func DecodeValue(ptr any, s string) error {
	var err error
	switch p := ptr.(type) {
	case *string:
		*p = s
	case *Date:
		*p = Date(s)
	case *ID:
		*p = ID(s)
	case *int:
		*p = 0
		if s != "" {
			*p, err = strconv.Atoi(s)
		}
	case *float64:
		*p = 0
		if s != "" {
			*p, err = strconv.ParseFloat(s, 64)
		}
	case *bool:
		*p = s == "true"
	case *[]string:
		*p = append(*p, s)
	case encoding.TextUnmarshaler:
		err = p.UnmarshalText([]byte(s))
	default:
		return fmt.Errorf("no text form for %T: %w", ptr, ErrInvalid)
	}
	if err != nil {
		return fmt.Errorf("value %q: %v: %w", s, err, ErrInvalid)
	}
	return nil
}
