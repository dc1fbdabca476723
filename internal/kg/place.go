package kg

import (
	"fmt"
	"strconv"
)

// LogPlace is a place in a store's log of changes: behind the change Seq, or, where Article is set, behind that article of those that
// the change has applied, in the order of kg.Article's days and ids.
type LogPlace struct {
	Seq       int64 // 0 before the first change
	Subject   ID    // of the change Seq; "" where that is 0
	Article   ID    // "" behind the whole change
	Published Date  // day of Article
}

// logScope tells cursors of the log from those of lists, and from those that another version writes.
var logScope = ScopeOf("log of changes", 1)

// wholeChange stands for the article in the cursor of a place behind a whole change.
const wholeChange = "all"

// Encode writes p as opaque text.
func (p LogPlace) Encode() string {
	c := Cursor{Keys: []string{strconv.FormatInt(p.Seq, 10), string(p.Subject), string(p.Published)}, ID: p.Article}
	if p.Article == "" {
		c.ID = wholeChange
	}
	return c.Encode(logScope)
}

// DecodeLogPlace reads what Encode wrote; anything else wraps ErrCursor. Whether a store's log has the place says LogPlace.In.
func DecodeLogPlace(s string) (LogPlace, error) {
	c, err := DecodeCursor(s, logScope, 3)
	if err != nil {
		return LogPlace{}, err
	}
	p := LogPlace{Subject: ID(c.Keys[1]), Article: c.ID, Published: Date(c.Keys[2])}
	if p.Article == wholeChange {
		p.Article = ""
	}
	p.Seq, err = strconv.ParseInt(c.Keys[0], 10, 64)
	if err != nil || p.Seq < 0 || p.Encode() != s || (p.Seq == 0) != (p.Subject == "") || p.Article != "" && p.Seq == 0 {
		return LogPlace{}, fmt.Errorf("%.40q: %w", s, ErrCursor)
	}
	return p, nil
}

// In says, with an error that wraps ErrCursor, that a log has no such place: it is of another store, or of one that was made anew. At is
// what the log has from the change p.Seq on, one change of it at least if there is one.
func (p LogPlace) In(at []Change) error {
	if p.Seq > 0 && (len(at) == 0 || at[0].Seq != p.Seq || at[0].Subject != p.Subject) {
		return fmt.Errorf("it was made for another store's log: %w", ErrCursor)
	}
	return nil
}
