package kg

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// Cursor is a place in a sorted list: the sort keys and id of a row, bound to the question by its Scope.
type Cursor struct {
	Keys []string
	ID   ID
}

// Scope is what a cursor is bound to: everything of the question but the page. Make it with ScopeOf.
type Scope string

// ScopeOf digests the parts of a question that a cursor must not outlive: kind, filter, order, time.
func ScopeOf(parts ...any) Scope {
	b, err := json.Marshal(parts)
	if err != nil {
		panic(err) // queries hold strings, numbers, bools and lists of them only
	}
	sum := sha256.Sum256(b)
	return Scope(base64.RawURLEncoding.EncodeToString(sum[:9]))
}

type cursorText struct {
	S Scope    `json:"s"`
	K []string `json:"k,omitempty"`
	I ID       `json:"i"`
}

// Encode writes c, bound to scope, as opaque text.
func (c Cursor) Encode(scope Scope) string {
	b := append(make([]byte, 0, 160), `{"s":"`...)
	b = append(append(b, scope...), '"') // base64
	for i, key := range c.Keys {
		b = append(b, [...]string{`,"k":[`, ","}[min(i, 1)]...)
		b = appendJSON(b, key)
	}
	if len(c.Keys) > 0 {
		b = append(b, ']')
	}
	b = append(appendJSON(append(b, `,"i":`...), string(c.ID)), '}')
	return base64.RawURLEncoding.EncodeToString(b)
}

// appendJSON appends a string as JSON. Keys are dates, numbers and pinyin: few need more than quotation marks.
func appendJSON(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			quoted, err := json.Marshal(s)
			if err != nil {
				panic(err) // a string
			}
			return append(b, quoted...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// DecodeCursor reads what Encode wrote for the same scope and number of keys. Anything else wraps ErrCursor.
func DecodeCursor(s string, scope Scope, keys int) (Cursor, error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return Cursor{}, fmt.Errorf("%.40q: %w", s, ErrCursor)
	}
	var t cursorText
	if err := json.Unmarshal(b, &t); err != nil || len(t.K) != keys || !t.I.Valid() {
		return Cursor{}, fmt.Errorf("%.40q: %w", s, ErrCursor)
	}
	if t.S != scope {
		return Cursor{}, fmt.Errorf("it was made for another filter or order: %w", ErrCursor)
	}
	return Cursor{t.K, t.I}, nil
}

// Scope binds cursors to q.
func (q *NodeQuery) Scope() Scope { return ScopeOf(q.Kind, q.Where, q.When, q.Order, q.Reverse) }

// Scope binds cursors to q and the node from which its edges go.
func (q *EdgeQuery) Scope(from ID) Scope { return q.Scopes([]ID{from})[0] }

// Scopes binds cursors to q and each node from which its edges go.
func (q *EdgeQuery) Scopes(from []ID) []Scope {
	question := ScopeOf(q.Kind, q.Direction, q.Far, q.Edge, q.Node, q.When, q.MinConfidence, q.Order, q.Reverse)
	out := make([]Scope, len(from))
	for i, id := range from {
		out[i] = ScopeOf(id, question)
	}
	return out
}

// Scope binds cursors to q.
func (q *SearchQuery) Scope() Scope { return ScopeOf(q.Text, q.Kinds, q.When) }

// Scope binds cursors to q and its fact.
func (q *EvidenceQuery) Scope(fact ID) Scope { return ScopeOf(fact, q.KnownAt) }
