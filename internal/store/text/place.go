package text

import (
	"fmt"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
)

// Place is where a hit stands among those of a search: by rank, then what most articles name first, then the latest date first, then by id.
type Place struct {
	ID       kg.ID
	Rank     int
	Articles int
	Date     string
}

// placeKeys is how many keys a cursor of a place has.
const placeKeys = 3

// Cursor is the place for whoever asks for the page behind it.
func (p Place) Cursor(scope kg.Scope) string {
	return kg.Cursor{Keys: []string{strconv.Itoa(p.Rank), strconv.Itoa(p.Articles), p.Date}, ID: p.ID}.Encode(scope)
}

// PlaceOf is the place that a cursor stands for; nil for "", the beginning. Errors: kg.ErrCursor.
func PlaceOf(cursor string, scope kg.Scope) (*Place, error) {
	if cursor == "" {
		return nil, nil
	}
	c, err := kg.DecodeCursor(cursor, scope, placeKeys)
	if err != nil {
		return nil, err
	}
	p := Place{ID: c.ID, Date: c.Keys[2]}
	if p.Rank, err = strconv.Atoi(c.Keys[0]); err == nil {
		p.Articles, err = strconv.Atoi(c.Keys[1])
	}
	if err != nil {
		return nil, fmt.Errorf("%.40q: %w", cursor, kg.ErrCursor)
	}
	return &p, nil
}
