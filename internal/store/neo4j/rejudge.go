package neo4j

import (
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// addReassigned adds the documents of articles whose reassignments differ: whole, since their links and raw nodes differ too.
func (b *batch) addReassigned() error {
	docs, err := listDocuments(b.ctx, b.t, "document-of-article", b.before.Rulings.UnlikeArticles(&b.after.Rulings))
	if err != nil {
		return err
	}
	for part := range slices.Chunk(docs, maxRows) {
		versions, err := storedOf(b.ctx, b.t, part)
		if err != nil {
			return err
		}
		for id, v := range versions {
			b.revisions[id] = &revision{id: id, old: v, new: v}
		}
	}
	return nil
}

// addRetracted adds the documents of facts that are retracted now and weren't before, or the other way about: also where
// only a merge made it so.
func (b *batch) addRetracted() error {
	var subjects []kg.ID
	for _, id := range kg.Unlike(b.before.retracted, b.after.retracted) {
		subjects = append(subjects, id, asidePrefix+id)
	}
	return b.recount("document-of-subject", subjects)
}
