package loader

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

// StoredSource is a stored source as it can be read again.
func StoredSource(s kg.Source) document.Source {
	return document.Source{
		Name: s.Name, Format: document.Format(s.Format), Text: s.Text,
		Said: source.Said{Publication: s.Publication, Place: s.Place, Date: string(s.Date)},
	}
}

// Without reads the document of id again without some of its articles, which must be in it (kg.ErrNotFound): what is kept
// of it from then on are the records of the others and the remainders, so that the articles stay out when the document is
// rebuilt, until its file is read again. It is nil where no article is left.
func Without(ctx context.Context, store kg.Auditor, id kg.ID, articles ...kg.ID) (*kg.Document, error) {
	src, err := sourceOf(ctx, store, id)
	if err != nil {
		return nil, err
	}
	d, err := document.Read(src)
	if err != nil {
		return nil, fmt.Errorf("%s can't be read again: %w", src.Name, err)
	}
	old, _, err := toDocument(src, d)
	if err != nil {
		return nil, fmt.Errorf("%s can't be read again: %w", src.Name, err)
	}
	src.Format, src.Text, err = recordsWithout(d, old, articles)
	if err != nil || src.Text == "" {
		return nil, err
	}
	if d, err = document.Read(src); err != nil {
		return nil, fmt.Errorf("%s can't be read again: %w", src.Name, err)
	}
	fresh, _, err := toDocument(src, d)
	if err == nil && fresh.ID != id {
		err = fmt.Errorf("%s is another document by today's rules, rebuild the store first: %w", src.Name, kg.ErrConflict)
	}
	return fresh, err
}

// recordsWithout is a document's articles but those to be left out, and its remainders, as JSON Lines; "" for no article.
func recordsWithout(d *document.Document, old *kg.Document, out []kg.ID) (document.Format, string, error) {
	var b bytes.Buffer
	left := 0
	found := map[kg.ID]bool{}
	for i, a := range old.Articles() {
		if slices.Contains(out, a.ID) {
			found[a.ID] = true
			continue
		}
		left++
		if err := article.Encode(&b, d.Articles[i]); err != nil {
			return "", "", err
		}
	}
	for _, id := range out {
		if !found[id] {
			return "", "", fmt.Errorf("article %s isn't found by today's rules, rebuild the store first: %w", id, kg.ErrNotFound)
		}
	}
	if left == 0 {
		return "", "", nil
	}
	for _, m := range d.Remainders {
		if err := article.Encode(&b, &article.Article{Document: d.Group, Page: d.Group, Kind: article.Remainder, Body: m.Text}); err != nil {
			return "", "", err
		}
	}
	return document.Record, string(bytes.TrimSpace(b.Bytes())), nil
}

func sourceOf(ctx context.Context, store kg.Auditor, id kg.ID) (document.Source, error) {
	var out document.Source
	enough := errors.New("found")
	err := store.Sources(ctx, func(at kg.ID, _ string, s kg.Source) error {
		if at != id {
			return nil
		}
		out = StoredSource(s)
		return enough
	})
	switch {
	case errors.Is(err, enough):
		return out, nil
	case err == nil:
		err = fmt.Errorf("document %s: %w", id, kg.ErrNotFound)
	}
	return out, err
}
