package neo4j

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// succeed infers anew the ends of tenures in the posts whose holders changed, then notes all facts that changed.
func (b *batch) succeed() error {
	defer b.settleFacts()
	seats, err := b.seatsOf()
	if err != nil {
		return err
	}
	posts := maps.Clone(b.reseated) // those where one tenure can end another: not the many who hold a rank
	for id := range b.held {
		if seats[id] == 1 {
			posts[id] = true
		}
	}
	if len(posts) == 0 {
		return nil
	}
	if err := b.loadHolders(posts); err != nil {
		return err
	}
	for post, tenures := range b.holders(posts) {
		if seats[post] == 1 {
			kg.Succession(tenures)
		}
	}
	return nil
}

// loadHolders reads the tenures of posts that the batch hasn't touched.
func (b *batch) loadHolders(posts map[kg.ID]bool) error {
	schema, _ := kg.EdgeSchemaOf(kg.HoldsPost)
	return b.t.each(b.ctx, cypher("edge-of-post"), params{"ids": list(slices.Sorted(maps.Keys(posts)))}, func(values []any) error {
		f, err := loadedFact(schema, values[0])
		if err != nil {
			return err
		}
		if id := f.old.EdgeFact().ID; b.facts[id] == nil {
			f.next = f.old
			b.facts[id] = f
		}
		return nil
	})
}

// holders lists the tenures of posts as they will be, fresh: without the ends that were inferred before.
func (b *batch) holders(posts map[kg.ID]bool) map[kg.ID][]*kg.Holds {
	out := map[kg.ID][]*kg.Holds{}
	for _, id := range slices.Sorted(maps.Keys(b.facts)) {
		f := b.facts[id]
		h, ok := f.next.(*kg.Holds)
		if !ok || !posts[h.To] {
			continue
		}
		fresh := *h
		if fresh.EndInferred {
			fresh.StatedEnd, fresh.End, fresh.EndInferred = "", "", false
		}
		f.next = &fresh
		out[h.To] = append(out[h.To], &fresh)
	}
	return out
}

// seatsOf tells how many seats the posts have: those of this batch as they will be, the others as they are.
func (b *batch) seatsOf() (map[kg.ID]int, error) {
	out := map[kg.ID]int{}
	var ask []any
	for _, id := range slices.Sorted(maps.Keys(merged(b.held, b.reseated))) {
		n := b.nodes[id]
		if n == nil || len(n.keys) == 0 {
			ask = append(ask, string(id))
			continue
		}
		next, err := kg.NodeOfKey(kg.PostKind, id, sortedKeys(n.keys)[0].text)
		if err != nil {
			return nil, err
		}
		if p, ok := next.(*kg.Post); ok {
			out[id] = p.Seats
		}
	}
	if len(ask) == 0 {
		return out, nil
	}
	schema, _ := kg.NodeSchemaOf(kg.PostKind)
	err := b.t.each(b.ctx, nodeCypher("node-load", entityLabel), params{"ids": ask}, func(values []any) error {
		n, err := nodeOf(schema, values[0])
		if err != nil {
			return err
		}
		out[n.NodeHead().ID] = n.(*kg.Post).Seats
		return nil
	})
	return out, err
}
