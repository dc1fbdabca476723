package answer

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/internal/kg"
)

// MarshalText writes a text; what is unknown ("") is null.
func MarshalText(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return graphql.MarshalString(s)
}

// UnmarshalText reads a text.
func UnmarshalText(v any) (string, error) { return graphql.UnmarshalString(v) }

// Verbatim is a text that is always there: "" is written as "".
type Verbatim string

// MarshalGQL writes the text.
func (v Verbatim) MarshalGQL(w io.Writer) { graphql.MarshalString(string(v)).MarshalGQL(w) }

// UnmarshalGQL reads a text.
func (v *Verbatim) UnmarshalGQL(in any) error {
	s, err := graphql.UnmarshalString(in)
	*v = Verbatim(s)
	return err
}

// MarshalID writes an id.
func MarshalID(id kg.ID) graphql.Marshaler { return MarshalText(string(id)) }

// UnmarshalID reads an id. Whether anything has it is asked later.
func UnmarshalID(v any) (kg.ID, error) {
	s, err := graphql.UnmarshalID(v)
	return kg.ID(s), err
}

// MarshalEnum writes a lower-case value of the table of kinds as an enum value; "" is null.
func MarshalEnum(s string) graphql.Marshaler { return MarshalText(strings.ToUpper(s)) }

// UnmarshalEnum reads an enum value as the table of kinds has it, in lower case.
func UnmarshalEnum(v any) (string, error) {
	s, err := graphql.UnmarshalString(v)
	return strings.ToLower(s), err
}

// MarshalPerMille writes a number per mille as one from 0 to 1.
func MarshalPerMille(n int) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.FormatFloat(float64(n)/1000, 'f', -1, 64)) // the response writer keeps its error
	})
}

// UnmarshalPerMille reads a number from 0 to 1.
func UnmarshalPerMille(v any) (int, error) {
	f, err := graphql.UnmarshalFloat(v)
	return int(f*1000 + 0.5), err
}

// MarshalPartialDate writes a partial date; "" is null.
func MarshalPartialDate(d kg.Date) graphql.Marshaler { return MarshalText(string(d)) }

// UnmarshalPartialDate reads a year, month or day.
func UnmarshalPartialDate(v any) (kg.Date, error) {
	s, err := graphql.UnmarshalString(v)
	if err != nil {
		return "", err
	}
	return kg.ParseDate(s)
}

// MarshalDate writes a day; "" is null.
func MarshalDate(d kg.Date) graphql.Marshaler { return MarshalText(string(d)) }

// UnmarshalDate reads a day.
func UnmarshalDate(v any) (kg.Date, error) {
	d, err := UnmarshalPartialDate(v)
	if err == nil && d.Precision() != "day" {
		err = fmt.Errorf("date %q is no YYYY-MM-DD: %w", d, kg.ErrInvalid)
	}
	return d, err
}
