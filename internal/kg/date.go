package kg

import (
	"errors"
	"fmt"
	"time"
)

// Date is a partial ISO date: "2025", "2025-02" or "2025-02-25"; "" is unknown. Dates compare as strings: a month stands
// before its days.
type Date string

// ParseDate checks s. "" is legal and unknown; anything else wraps ErrInvalid.
func ParseDate(s string) (Date, error) {
	switch len(s) {
	case 0:
		return "", nil
	case 4, 7, 10:
		_, err := time.Parse("2006-01-02"[:len(s)], s)
		var bad *time.ParseError
		switch {
		case err == nil:
			return Date(s), nil
		case errors.As(err, &bad) && bad.Message != "": // 2025-02-30, 2025-13
			return "", fmt.Errorf("date %q is not in the calendar: %w", s, ErrInvalid)
		}
	}
	return "", fmt.Errorf("date %q is no YYYY, YYYY-MM or YYYY-MM-DD: %w", s, ErrInvalid)
}

// Last is the latest day that d may mean, for comparisons from above: "2025" and "2025-02" end in characters above all digits.
func (d Date) Last() string {
	switch len(d) {
	case 4, 7:
		return string(d) + "~"
	}
	return string(d)
}

// Precision names how much of d is known: "day", "month", "year", "unknown".
func (d Date) Precision() string {
	switch len(d) {
	case 10:
		return "day"
	case 7:
		return "month"
	case 4:
		return "year"
	}
	return "unknown"
}
