package neo4j

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// entity is a node that isn't owned and that a batch touches: it is there while the claims of documents name it.
type entity struct {
	id        kg.ID
	refsDelta int // ends of claims that came, less those that went
	keysDelta map[rawKey]int

	old     kg.Node // nil where it isn't there
	props   params
	refs    int // ends of claims that name it
	tallies []kg.Tally
	keys    map[rawKey]int // documents that give each of the raw nodes that count as it
}

// rawKey is a raw node with one text of its key (kg.KeyText).
type rawKey struct {
	id   kg.ID
	text string
}

func (b *batch) touch(id kg.ID) *entity {
	n := b.nodes[id]
	if n == nil {
		n = &entity{id: id, keysDelta: map[rawKey]int{}, keys: map[rawKey]int{}}
		b.nodes[id] = n
	}
	return n
}

// countKeys counts the documents that give raw nodes, under the nodes that they count as.
func (b *batch) countKeys() error {
	for _, r := range b.revisions {
		for _, s := range b.sides(r) {
			for k := range rawNodes(s) {
				b.touch(s.res.Of(k.id)).keysDelta[k] += s.sign
			}
		}
	}
	return nil
}

// rawNodes lists the raw nodes that a version's claims name; a reassigned one has the key of what it was.
func rawNodes(s side) map[rawKey]bool {
	out := make(map[rawKey]bool, len(s.v.content.Keys))
	for i := range s.v.claims {
		c := &s.v.claims[i]
		for _, id := range []kg.ID{c.From, c.To} {
			if key, ok := s.v.content.Keys[id]; ok {
				out[rawKey{s.res.Raw(c.Article, id), key}] = true
			}
		}
	}
	return out
}

// loadNodes reads the touched nodes that are there.
func (b *batch) loadNodes() error {
	ids := map[string][]any{}
	for _, id := range slices.Sorted(maps.Keys(b.nodes)) {
		kind, ok := kg.NodeKindOf(id)
		if !ok {
			return fmt.Errorf("neo4j: node %q is of no kind: %w", id, kg.ErrInvalid)
		}
		ids[label(kind)] = append(ids[label(kind)], string(id))
	}
	for _, l := range slices.Sorted(maps.Keys(ids)) {
		err := b.t.each(b.ctx, nodeCypher("node-load", l), params{"ids": ids[l]}, func(values []any) error {
			props, _ := values[0].(map[string]any)
			n := b.nodes[kg.ID(textOf(props["id"]))]
			return n.load(props)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (n *entity) load(props params) error {
	kind, _ := kg.NodeKindOf(n.id)
	schema, _ := kg.NodeSchemaOf(kind)
	var err error
	if n.old, err = nodeOf(schema, props); err != nil {
		return err
	}
	n.props, n.refs = props, number(props["refs"])
	if n.tallies, err = unpackTallies(data(props["tallies"])); err != nil {
		return fmt.Errorf("node %s: %w", n.id, err)
	}
	if n.keys, err = unpackKeys(data(props["keys"])); err != nil {
		return fmt.Errorf("node %s: %w", n.id, err)
	}
	return nil
}

// foldNodes folds the touched nodes anew; one that no claim names any more goes.
func (b *batch) foldNodes() error {
	for _, id := range slices.Sorted(maps.Keys(b.nodes)) {
		if err := b.foldNode(b.nodes[id]); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) foldNode(n *entity) error {
	kind, _ := kg.NodeKindOf(n.id)
	refs := n.refs + n.refsDelta
	if refs == 0 {
		if n.old != nil {
			b.out.nodesGone.add(label(kind), string(n.id))
		}
		return nil
	}
	for k, d := range n.keysDelta {
		if n.keys[k] += d; n.keys[k] <= 0 {
			delete(n.keys, k)
		}
	}
	tallies := n.tallies
	if sub := b.subjects[string(n.id)]; sub != nil {
		tallies = sub.tallies
	}
	next, err := n.fold(kind, tallies, b.after.names[n.id])
	if err != nil {
		return err
	}
	b.noteSeats(n, next)
	props := nodeProperties(next)
	if n.old == nil || !sameEntry(n.old, next) {
		searchProperties(next, props)
	}
	props["refs"], props["tallies"], props["keys"] = int64(refs), packTallies(tallies), packKeys(n.keys)
	if n.old == nil {
		b.out.nodesNew.add(labels(kind), props)
	} else if row := changed(n.props, props); row != nil {
		b.out.nodesChanged.add(label(kind), row)
	}
	return nil
}

// fold makes the node from its key, kg.CompareRawKeys, and from its tallies.
func (n *entity) fold(kind kg.NodeKind, tallies []kg.Tally, renamed string) (kg.Node, error) {
	if len(n.keys) == 0 {
		return nil, fmt.Errorf("neo4j: node %s is named and has no key: %w", n.id, kg.ErrConflict)
	}
	next, err := kg.NodeOfKey(kind, n.id, n.keyText())
	if err != nil {
		return nil, err
	}
	if err := kg.FoldNode(next, tallies, renamed); err != nil {
		return nil, err
	}
	next.NodeHead().NameKey = text.SortKey(next)
	return next, nil
}

// keyText is the key that counts of those that n has.
func (n *entity) keyText() string {
	keys := make([]kg.RawKey, 0, len(n.keys))
	for k, documents := range n.keys {
		keys = append(keys, kg.RawKey{ID: k.id, Text: k.text, Documents: documents})
	}
	return slices.MinFunc(keys, kg.CompareRawKeys).Text
}

// noteSeats notes a post that came to have one seat, or has one no more: its tenures end otherwise then.
func (b *batch) noteSeats(n *entity, next kg.Node) {
	p, ok := next.(*kg.Post)
	if !ok || n.old == nil {
		return
	}
	if was, ok := n.old.(*kg.Post); ok && was.Seats != p.Seats && (was.Seats == 1 || p.Seats == 1) {
		b.reseated[p.ID] = true
	}
}

func sortedKeys(keys map[rawKey]int) []rawKey {
	return slices.SortedFunc(maps.Keys(keys), func(x, y rawKey) int {
		if x.id != y.id {
			return strings.Compare(string(x.id), string(y.id))
		}
		return strings.Compare(x.text, y.text)
	})
}

func packKeys(keys map[rawKey]int) []byte {
	p := packer{}
	for _, k := range sortedKeys(keys) {
		p.text(string(k.id))
		p.text(k.text)
		p.number(keys[k])
	}
	return p
}

func unpackKeys(b []byte) (map[rawKey]int, error) {
	out := map[rawKey]int{}
	u := unpacker{b: b}
	for len(u.b) > 0 {
		k := rawKey{kg.ID(u.text()), u.text()}
		out[k] = u.number()
	}
	if u.bad {
		return nil, errPacked
	}
	return out, nil
}
