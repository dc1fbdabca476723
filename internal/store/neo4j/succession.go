package neo4j

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// A one-seat post may have had many holders, and most of their tenures can't change by one that comes, changes or goes.
// So succession is given three kinds of tenures: those that the batch changed, those whose ends may change by that, and
// those that end these, had the batch not been.

// chair is a one-seat post in a batch.
type chair struct {
	changed []*kg.Holds // as they will be
	ids     []kg.ID     // of all that the batch touched
	spans   []any       // start and last known day of all that the batch touched, as they were and as they will be
	others  []*kg.Holds // that may change
	was     []kg.Holds  // others as they are stored
	begins  []*kg.Holds // stand for those that may end these
	whole   bool        // others are all
}

// succeed infers anew the ends of tenures in one-seat posts, then notes all facts that changed.
func (b *batch) succeed() error {
	defer b.settleFacts()
	chairs, err := b.chairs()
	if err != nil || len(chairs) == 0 {
		return err
	}
	for _, step := range []func(map[kg.ID]*chair) error{b.loadAllTenures, b.loadOpenTenures, b.loadBeginnings} {
		if err := step(chairs); err != nil {
			return err
		}
	}
	schema, _ := kg.EdgeSchemaOf(kg.HoldsPost)
	for _, id := range slices.Sorted(maps.Keys(chairs)) {
		c := chairs[id]
		if !c.whole || b.seats[id] == 1 {
			kg.Succession(slices.Concat(c.changed, c.others, c.begins))
		}
		for i, h := range c.others {
			if *h != c.was[i] {
				b.out.change(schema, params{"id": string(h.ID), "statedEnd": string(h.StatedEnd), "end": string(h.End), "endInferred": h.EndInferred})
			}
		}
	}
	return nil
}

// chairs lists the one-seat posts of which a tenure changed, and those that came to have one seat or have one no more.
func (b *batch) chairs() (map[kg.ID]*chair, error) {
	if err := b.loadSeats(); err != nil {
		return nil, err
	}
	out := map[kg.ID]*chair{}
	for id := range merged(b.held, b.reseated) {
		if b.seats[id] == 1 || b.reseated[id] {
			out[id] = &chair{whole: b.reseated[id]}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(b.facts)) {
		f := b.facts[id]
		if old, ok := f.old.(*kg.Holds); ok && out[old.To] != nil {
			out[old.To].touch(old)
			out[old.To].ids = append(out[old.To].ids, id)
		}
		h, ok := f.next.(*kg.Holds)
		if !ok || out[h.To] == nil {
			continue
		}
		fresh := *h
		free(&fresh)
		f.next = &fresh
		c := out[h.To]
		c.touch(h)
		c.ids, c.changed = append(c.ids, id), append(c.changed, &fresh)
	}
	return out, nil
}

// touch notes a tenure by which the ends of others may change.
func (c *chair) touch(h *kg.Holds) {
	if h.Start != "" {
		c.spans = append(c.spans, []any{string(h.Start), string(h.LastKnown())})
	}
}

// free takes an inferred end away.
func free(h *kg.Holds) {
	if h.EndInferred {
		h.StatedEnd, h.End, h.EndInferred = "", "", false
	}
}

func (b *batch) loadAllTenures(chairs map[kg.ID]*chair) error {
	var ids []any
	for _, id := range slices.Sorted(maps.Keys(chairs)) {
		if chairs[id].whole {
			ids = append(ids, string(id))
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return b.t.each(b.ctx, cypher("tenure-all"), params{"ids": ids}, func(values []any) error { return b.other(chairs, values) })
}

func (b *batch) loadOpenTenures(chairs map[kg.ID]*chair) error {
	var rows []any
	for _, id := range slices.Sorted(maps.Keys(chairs)) {
		c := chairs[id]
		if !c.whole && len(c.spans) > 0 {
			rows = append(rows, params{"id": string(id), "spans": c.spans})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return b.t.each(b.ctx, cypher("tenure-open"), params{"rows": rows}, func(values []any) error { return b.other(chairs, values) })
}

// other adds a stored tenure that the batch hasn't touched, without an inferred end.
func (b *batch) other(chairs map[kg.ID]*chair, values []any) error {
	h := &kg.Holds{}
	ptrs := []any{&h.ID, &h.From, &h.To, &h.Start, &h.End, &h.StatedEnd, &h.ObservedTo, &h.EndInferred}
	if err := takeAll(ptrs, values); err != nil {
		return err
	}
	if b.facts[h.ID] != nil {
		return nil
	}
	c := chairs[h.To]
	c.was = append(c.was, *h)
	free(h)
	c.others = append(c.others, h)
	return nil
}

// loadBeginnings reads what ends the tenures that have no end of their own, of those that the batch hasn't touched.
func (b *batch) loadBeginnings(chairs map[kg.ID]*chair) error {
	var rows []any
	for _, id := range slices.Sorted(maps.Keys(chairs)) {
		c := chairs[id]
		if seen := c.seen(); seen != "" && !c.whole {
			rows = append(rows, params{"id": string(id), "seen": seen, "without": list(c.ids)})
		}
	}
	for part := range slices.Chunk(rows, maxRows) {
		err := b.t.each(b.ctx, cypher("tenure-begin"), params{"rows": part}, func(values []any) error {
			c := chairs[kg.ID(textOf(values[0]))]
			// An end of its own keeps succession from looking for one.
			c.begins = append(c.begins, &kg.Holds{Start: kg.Date(textOf(values[1])), ObservedTo: kg.Date(textOf(values[2])), End: lastDay})
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// seen is the first of the days on which those that have no end were last known, "" for none.
func (c *chair) seen() string {
	first := ""
	for _, h := range slices.Concat(c.changed, c.others) {
		if last := h.LastKnown().Last(); h.Start != "" && h.End == "" && (first == "" || last < first) {
			first = last
		}
	}
	return first
}

// loadSeats tells how many seats the touched posts have: those of this batch as they will be, the others as they are.
func (b *batch) loadSeats() error {
	b.seats = map[kg.ID]int{}
	var ask []any
	for _, id := range slices.Sorted(maps.Keys(merged(b.held, b.reseated))) {
		n := b.nodes[id]
		if n == nil || len(n.keys) == 0 {
			ask = append(ask, string(id))
			continue
		}
		next, err := kg.NodeOfKey(kg.PostKind, id, n.keyText())
		if err != nil {
			return err
		}
		if p, ok := next.(*kg.Post); ok {
			b.seats[id] = p.Seats
		}
	}
	if len(ask) == 0 {
		return nil
	}
	schema, _ := kg.NodeSchemaOf(kg.PostKind)
	return b.t.each(b.ctx, nodeCypher("node-load", entityLabel), params{"ids": ask}, func(values []any) error {
		n, err := nodeOf(schema, values[0])
		if err != nil {
			return err
		}
		b.seats[n.NodeHead().ID] = n.(*kg.Post).Seats
		return nil
	})
}
