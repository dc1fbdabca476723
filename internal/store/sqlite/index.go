package sqlite

import (
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// index keeps the search index in step with a node; old is nil for a new node, n for one that goes.
func (b *batch) index(old, n kg.Node) error {
	var was, is text.Entry
	var id kg.ID
	for _, side := range []struct {
		node kg.Node
		to   *text.Entry
	}{{old, &was}, {n, &is}} {
		if side.node == nil {
			continue
		}
		if id = side.node.NodeHead().ID; !text.Indexed(side.node.NodeHead().Kind) {
			return nil
		}
		*side.to = text.EntryOf(side.node)
	}
	if err := b.indexForms(id, was.Forms(), is.Forms()); err != nil {
		return err
	}
	if old != nil && n != nil && was.Names() == is.Names() && was.Body == is.Body {
		return nil
	}
	if old != nil {
		if err := b.unindexWords(id); err != nil {
			return err
		}
	}
	if n == nil {
		return nil
	}
	if _, err := b.s.exec(b.ctx, "INSERT INTO entry (id) VALUES (?)", string(id)); err != nil {
		return err
	}
	_, err := b.s.exec(b.ctx, "INSERT INTO words (rowid, names, body) VALUES (last_insert_rowid(), ?, ?)", text.Bigrams(is.Names()), text.Bigrams(is.Body))
	return err
}

func (b *batch) indexForms(id kg.ID, was, is []text.Form) error {
	for _, f := range was {
		if slices.Contains(is, f) {
			continue
		}
		if _, err := b.s.exec(b.ctx, "DELETE FROM form WHERE form = ? AND class = ? AND id = ?", f.Text, int(f.Class), string(id)); err != nil {
			return err
		}
	}
	for _, f := range is {
		if slices.Contains(was, f) {
			continue
		}
		if _, err := b.s.exec(b.ctx, "INSERT INTO form (form, class, id) VALUES (?, ?, ?)", f.Text, int(f.Class), string(id)); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) unindexWords(id kg.ID) error {
	var row int64
	found, err := b.s.one(b.ctx, "SELECT row FROM entry WHERE id = ?", []any{string(id)}, &row)
	if err != nil {
		return err
	}
	if !found {
		return fmt.Errorf("sqlite: node %s has no entry in the search index: %w", id, kg.ErrConflict)
	}
	if _, err := b.s.exec(b.ctx, "DELETE FROM words WHERE rowid = ?", row); err != nil {
		return err
	}
	_, err = b.s.exec(b.ctx, "DELETE FROM entry WHERE row = ?", row)
	return err
}
