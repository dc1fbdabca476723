package neo4j

import (
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// fact is an edge that a batch touches and that isn't local: others' claims may stand for it too.
type fact struct {
	schema  *kg.EdgeSchema
	old     kg.Edge // nil where it isn't there
	props   params
	tallies []kg.Tally
	next    kg.Edge // nil where it goes
	packed  []byte
}

func (b *batch) subjectsInOrder() []*subject {
	out := make([]*subject, 0, len(b.subjects))
	for _, id := range slices.Sorted(maps.Keys(b.subjects)) {
		out = append(out, b.subjects[id])
	}
	return out
}

// loadFacts reads the touched facts that are there.
func (b *batch) loadFacts() error {
	ids := map[kg.EdgeKind][]any{}
	for _, sub := range b.subjectsInOrder() {
		schema, ok := kg.EdgeSchemaOf(sub.as.Kind)
		if !ok || sub.as.Retracted || local(schema) {
			continue
		}
		b.facts[kg.ID(sub.id)] = &fact{schema: schema}
		ids[schema.Kind] = append(ids[schema.Kind], sub.id)
	}
	for _, kind := range slices.Sorted(maps.Keys(ids)) {
		schema, _ := kg.EdgeSchemaOf(kind)
		err := b.t.each(b.ctx, edgeCypher("edge-load", schema), params{"ids": ids[kind]}, func(values []any) error {
			f, err := loadedFact(schema, values[0])
			if err == nil {
				b.facts[f.old.EdgeFact().ID] = f
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func loadedFact(schema *kg.EdgeSchema, v any) (*fact, error) {
	f := &fact{schema: schema}
	f.props, _ = v.(map[string]any)
	var err error
	if f.old, err = edgeOf(schema, v); err != nil {
		return nil, err
	}
	f.packed = data(f.props["tallies"])
	if f.tallies, err = unpackTallies(f.packed); err != nil {
		return nil, fmt.Errorf("fact %s: %w", f.old.EdgeFact().ID, err)
	}
	return f, nil
}

// foldFacts folds the touched facts anew; one that no claim supports any more goes.
func (b *batch) foldFacts() error {
	for _, sub := range b.subjectsInOrder() {
		schema, ok := kg.EdgeSchemaOf(sub.as.Kind)
		if !ok || sub.as.Retracted {
			continue
		}
		if local(schema) {
			if err := b.foldLocal(schema, sub); err != nil {
				return err
			}
			continue
		}
		f := b.facts[kg.ID(sub.id)]
		if schema.Kind == kg.HoldsPost {
			b.held[sub.as.To] = true
		}
		if len(sub.tallies) == 0 {
			continue
		}
		var err error
		if f.next, err = foldEdge(schema, sub); err != nil {
			return err
		}
		f.packed = packTallies(sub.tallies)
	}
	return nil
}

// foldLocal folds a fact whose claims all stand in one document. Its old edge needn't be read.
func (b *batch) foldLocal(schema *kg.EdgeSchema, sub *subject) error {
	old := &kg.Fact{ID: kg.ID(sub.id), Kind: schema.Kind, From: sub.as.From, To: sub.as.To}
	if len(sub.is) == 0 {
		b.out.remove(schema, old)
		return nil
	}
	e, err := foldEdge(schema, sub)
	if err != nil {
		return err
	}
	if len(sub.was) > 0 {
		b.out.change(schema, edgeProperties(e))
	} else {
		b.out.create(schema, edgeProperties(e))
	}
	return nil
}

func foldEdge(schema *kg.EdgeSchema, sub *subject) (kg.Edge, error) {
	e := schema.New()
	f := e.EdgeFact()
	f.ID, f.From, f.To = kg.ID(sub.id), sub.as.From, sub.as.To
	if schema.Key != "" {
		for i, ptr := range e.Columns() {
			if schema.Fields[i].Name != schema.Key {
				continue
			}
			if err := kg.DecodeValue(ptr, sub.as.Key); err != nil {
				return nil, err
			}
		}
	}
	return e, kg.FoldEdge(e, sub.tallies)
}

// settleFacts notes what is to be written of the facts that aren't local.
func (b *batch) settleFacts() {
	for _, id := range slices.Sorted(maps.Keys(b.facts)) {
		f := b.facts[id]
		if f.next == nil {
			if f.old != nil {
				b.out.remove(f.schema, f.old.EdgeFact())
			}
			continue
		}
		props := edgeProperties(f.next)
		props["tallies"] = f.packed
		if f.old == nil {
			b.out.create(f.schema, props)
		} else if row := changed(f.props, props); row != nil {
			b.out.change(f.schema, row)
		}
	}
}
