package kg

import (
	"fmt"
	"unicode/utf8"
)

// Check says whether q can be asked; errors wrap ErrInvalid.
func (q *PathQuery) Check() error {
	if q.MaxHops < 1 || q.MaxHops > MaxHops {
		return fmt.Errorf("paths of %d hops, want 1 to %d: %w", q.MaxHops, MaxHops, ErrInvalid)
	}
	const most = 100
	if q.Limit < 1 || q.Limit > most {
		return fmt.Errorf("%d paths, want 1 to %d: %w", q.Limit, most, ErrInvalid)
	}
	if _, err := Walkable(q.Via); err != nil {
		return err
	}
	return q.When.Check()
}

// Check says whether q can be asked; errors wrap ErrInvalid.
func (q *NeighborhoodQuery) Check() error {
	const farthest, most = 3, 1000
	if q.Hops < 1 || q.Hops > farthest {
		return fmt.Errorf("neighborhood of %d hops, want 1 to %d: %w", q.Hops, farthest, ErrInvalid)
	}
	if q.Limit < 1 || q.Limit > most {
		return fmt.Errorf("neighborhood of %d nodes, want 1 to %d: %w", q.Limit, most, ErrInvalid)
	}
	if _, err := Walkable(q.Via); err != nil {
		return err
	}
	return q.When.Check()
}

// MaxSearch bounds what is searched for, in characters: a store's index reads no longer word, and a person types none.
const MaxSearch = 200

// Check says whether q can be asked; errors wrap ErrInvalid. A query for the count alone has a zero Page.
func (q *SearchQuery) Check() error {
	if n := utf8.RuneCountInString(q.Text); n > MaxSearch {
		return fmt.Errorf("query of %d characters, at most %d: %w", n, MaxSearch, ErrInvalid)
	}
	if err := checkText("query", q.Text); err != nil {
		return err
	}
	for _, k := range q.Kinds {
		if _, ok := NodeSchemaOf(k); !ok {
			return fmt.Errorf("no nodes of kind %q: %w", k, ErrInvalid)
		}
	}
	if q.Page.Last > 0 || q.Page.Before != "" {
		return fmt.Errorf("a search is read from its start: %w", ErrInvalid)
	}
	if err := q.When.Check(); err != nil {
		return err
	}
	return q.Page.checkUnless(q.Count)
}

// Check says whether q can be asked; errors wrap ErrInvalid.
func (q *GroupQuery) Check() error {
	s, ok := NodeSchemaOf(q.Kind)
	if !ok {
		return fmt.Errorf("no nodes of kind %q: %w", q.Kind, ErrInvalid)
	}
	const most = 1000
	if q.Limit < 1 || q.Limit > most {
		return fmt.Errorf("%d groups, want 1 to %d: %w", q.Limit, most, ErrInvalid)
	}
	if err := q.Where.CheckNode(q.Kind); err != nil {
		return err
	}
	if err := q.When.check(false, Order{}, s.Field, q.Where); err != nil {
		return err
	}
	if (q.By == "") == (q.Edge == "") {
		return fmt.Errorf("group by a field or by an edge: %w", ErrInvalid)
	}
	if q.Edge != "" {
		return (&EdgeFilter{Kind: q.Edge, Direction: q.Dir}).check(&allowance{1, 1}, q.Kind)
	}
	f, ok := s.Field(q.By)
	if !ok {
		return fmt.Errorf("no field %q: %w", q.By, ErrInvalid)
	}
	if f.Type == Number || f.Type == Packed || f.Long || q.Cut != 0 && (f.Type != DateType || q.Cut != 4 && q.Cut != 7) {
		return fmt.Errorf("can't group by %q cut to %d: %w", q.By, q.Cut, ErrInvalid)
	}
	if q.When.KnownAt != "" && f.summary() {
		return fmt.Errorf("group by %q together with knownAt: %w", q.By, ErrInvalid)
	}
	return nil
}

// Check says whether w is two dates or none; errors wrap ErrInvalid.
func (w When) Check() error {
	for _, d := range []Date{w.AsOf, w.KnownAt} {
		if _, err := ParseDate(string(d)); err != nil {
			return err
		}
	}
	return nil
}
