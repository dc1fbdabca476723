package kg

import (
	"cmp"
	"encoding/json"
	"fmt"
)

// RawKey is a raw node with one text of its key, and how many documents give it.
type RawKey struct {
	ID        ID
	Text      string
	Documents int
}

// CompareRawKeys puts the key first that a node has of all raw nodes merged into it: the one that most documents give, so that
// an official who once spoke for another place keeps his own; then that of the smallest id, and the smallest text.
func CompareRawKeys(x, y RawKey) int {
	return cmp.Or(cmp.Compare(y.Documents, x.Documents), cmp.Compare(x.ID, y.ID), cmp.Compare(x.Text, y.Text))
}

// KeyText writes what a node that isn't owned has of itself, claims apart: its readable key and the fields that come from
// the key. Where documents of different readers give one node different texts, CompareRawKeys tells which counts.
func KeyText(n Node) string {
	h := n.NodeHead()
	parts := []string{h.Key}
	if s, ok := NodeSchemaOf(h.Kind); ok {
		for i, ptr := range n.Columns() {
			if s.Fields[i].Fold == FromKey {
				parts = append(parts, EncodeValue(ptr))
			}
		}
	}
	b, err := json.Marshal(parts)
	if err != nil {
		panic(err) // strings only
	}
	return string(b)
}

// NodeOfKey makes the node id of kind from what KeyText wrote, ready for FoldNode. A text of another kind wraps ErrInvalid.
func NodeOfKey(kind NodeKind, id ID, text string) (Node, error) {
	s, ok := NodeSchemaOf(kind)
	if !ok {
		return nil, fmt.Errorf("no nodes of kind %q: %w", kind, ErrInvalid)
	}
	var parts []string
	if err := json.Unmarshal([]byte(text), &parts); err != nil || len(parts) == 0 {
		return nil, fmt.Errorf("key %q of node %s: %w", text, id, ErrInvalid)
	}
	n := s.New()
	n.NodeHead().ID, n.NodeHead().Key = id, parts[0]
	at := 1
	for i, ptr := range n.Columns() {
		if s.Fields[i].Fold != FromKey {
			continue
		}
		if at == len(parts) {
			return nil, fmt.Errorf("key %q of node %s: %w", text, id, ErrInvalid)
		}
		if err := DecodeValue(ptr, parts[at]); err != nil {
			return nil, fmt.Errorf("node %s: %w", id, err)
		}
		at++
	}
	return n, nil
}
