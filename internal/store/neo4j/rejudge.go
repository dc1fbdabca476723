package neo4j

import (
	"maps"

	"github.com/baopu/baopu/internal/kg"
)

// addReassigned adds the documents of articles whose reassignments differ: whole, since their links and raw nodes differ too.
func (b *batch) addReassigned() error {
	x, y := b.before.Rulings.Reassign, b.after.Rulings.Reassign
	var articles []kg.ID
	for id, to := range x {
		if !maps.Equal(to, y[id]) {
			articles = append(articles, id)
		}
	}
	for id := range y {
		if x[id] == nil {
			articles = append(articles, id)
		}
	}
	docs, err := b.listDocuments("document-of-article", articles)
	if err != nil {
		return err
	}
	versions, err := storedOf(b.ctx, b.t, docs)
	for id, v := range versions {
		b.revisions[id] = &revision{id: id, old: v, new: v}
	}
	return err
}

// addRetracted adds the documents of facts that are retracted now and weren't before, or the other way about: also where
// only a merge made it so.
func (b *batch) addRetracted() error {
	var subjects []kg.ID
	x, y := b.before.retracted, b.after.retracted
	for _, pair := range [][2]map[kg.ID]bool{{x, y}, {y, x}} {
		for id := range pair[0] {
			if !pair[1][id] {
				subjects = append(subjects, id, asidePrefix+id)
			}
		}
	}
	return b.recount("document-of-subject", subjects)
}
