package sqlite

import (
	"context"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

const (
	articlesOfSubjects = "SELECT DISTINCT p.article FROM json_each(?1) j JOIN proof p ON p.subject = j.value"
	articlesThemselves = "SELECT j.value FROM json_each(?1) j"
)

// documentsOf is the documents of the articles that a query answers.
func documentsOf(articles string) string {
	return `SELECT DISTINCT a.document FROM "n_Article" a WHERE a.id IN (` + articles + `) ORDER BY 1`
}

// listDocuments lists the documents of the articles that a query answers for ids.
func listDocuments(ctx context.Context, s *session, articles string, ids []kg.ID) ([]kg.ID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var docs []kg.ID
	err := s.each(ctx, documentsOf(articles), []any{idList(ids)}, func(got *row) error {
		var id string
		err := got.scan(&id)
		docs = append(docs, kg.ID(id))
		return err
	})
	return docs, err
}

// recount notes the documents of the articles that a query answers, to be counted anew: their texts and raw nodes stay.
func (b *batch) recount(articles string, ids []kg.ID) error {
	docs, err := listDocuments(b.ctx, b.s, articles, ids)
	for _, id := range docs {
		if b.revisions[id] == nil {
			b.recounted[id] = true
		}
	}
	return err
}

// collectRecounted resolves the claims of the documents that count anew as before and as after, and keeps what differs.
func (b *batch) collectRecounted() error {
	for part := range slices.Chunk(slices.Sorted(maps.Keys(b.recounted)), kg.MaxRecounted) {
		var versions []*version
		ids := map[kg.ID]bool{}
		err := eachStored(b.ctx, b.s, part, func(_ kg.ID, v *version) error {
			versions = append(versions, v)
			addNamed(ids, v, &b.before)
			return nil
		})
		if err != nil {
			return err
		}
		if err := b.loadReps(ids); err != nil {
			return err
		}
		for _, v := range versions {
			old, err := say(v, &b.before)
			if err != nil {
				return err
			}
			standing, err := say(v, &b.after)
			if err != nil {
				return err
			}
			removed, added := differences(old, standing)
			for _, s := range slices.Concat(removed, added) {
				c := *s.claim // or it would keep all claims of its document
				s.claim = &c
			}
			b.countAll(removed, added)
		}
	}
	return nil
}
