package sqlite

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// said is one claim as it counts.
type said struct {
	claim   *kg.Claim
	as      kg.Resolved
	subject string
	origin  kg.Origin
	nr      int // among the claims of its article on its subject that start at the same place
}

// proofKey is the key of a row of proof, but for the publication day, which is the article's.
type proofKey struct {
	subject string
	article kg.ID
	start   int
	nr      int
}

func (s *said) key() proofKey {
	return proofKey{s.subject, s.origin.Article, s.claim.Evidence.Start, s.nr}
}

func (s *said) equal(t *said) bool {
	a, b := s.claim, t.claim
	return s.origin == t.origin && a.Date == b.Date && a.Evidence == b.Evidence && slices.Equal(a.Values, b.Values)
}

// subject is a fact or a node with the claims that came and went.
type subject struct {
	id      string
	as      kg.Resolved
	removed []*said
	added   []*said
}

// touched is a node that changes.
type touched struct {
	refs int  // ends of claims that came, less those that went
	body bool // its key fields must be read again
}

func (b *batch) touch(id kg.ID) *touched {
	t := b.nodes[id]
	if t == nil {
		t = &touched{}
		b.nodes[id] = t
	}
	return t
}

// collect resolves the claims of all revisions as before and as after, and keeps what differs.
func (b *batch) collect() error {
	var old, standing []*said
	for _, r := range b.inOrder() {
		for _, side := range []struct {
			v    *version
			res  *reading
			list *[]*said
			sign int
		}{{r.old, &b.before, &old, -1}, {r.new, &b.after, &standing, 1}} {
			if side.v == nil {
				continue
			}
			list, err := say(side.v, side.res)
			if err != nil {
				return err
			}
			*side.list = append(*side.list, list...)
			b.counters["claims"] += int64(side.sign * len(side.v.claims))
		}
	}
	b.countAll(differences(old, standing))
	if err := b.collectRecounted(); err != nil {
		return err
	}
	for _, id := range kg.Unlike(b.before.names, b.after.names) {
		b.touch(id)
	}
	return nil
}

// differences lists, of the claims that counted and those that will, which go and which come.
func differences(old, standing []*said) (removed, added []*said) {
	gone := make(map[proofKey]*said, len(old))
	for _, s := range old {
		gone[s.key()] = s
	}
	for _, s := range standing {
		if was := gone[s.key()]; was != nil && was.equal(s) {
			delete(gone, s.key())
		} else {
			added = append(added, s)
		}
	}
	for _, s := range old {
		if gone[s.key()] == s {
			removed = append(removed, s)
		}
	}
	return removed, added
}

func (b *batch) countAll(removed, added []*said) {
	for _, s := range added {
		b.count(s, 1)
	}
	for _, s := range removed {
		b.count(s, -1)
	}
}

// say resolves v's claims; claims that two persons are one are left out.
func say(v *version, res *reading) ([]*said, error) {
	origins := make(map[kg.ID]kg.Origin, len(v.content.Articles))
	for _, a := range v.content.Articles {
		origins[a.ID] = kg.Origin{Article: a.ID, Cluster: a.Cluster, Published: a.Published}
	}
	out := make([]*said, 0, len(v.claims))
	nrs := make(map[proofKey]int, len(v.claims))
	for i := range v.claims {
		c := &v.claims[i]
		if c.Kind == kg.SamePerson {
			continue
		}
		o, ok := origins[c.Article]
		if !ok {
			return nil, fmt.Errorf("claim %d of an unknown article %q: %w", i, c.Article, kg.ErrInvalid)
		}
		s := &said{claim: c, as: res.Resolve(c, res.retracted), origin: o}
		s.subject = subjectOf(s.as)
		k := s.key()
		s.nr = nrs[k]
		nrs[k]++
		out = append(out, s)
	}
	return out, nil
}

// subjectOf is where a claim's row stands: a retracted fact's aside, so that nothing finds them.
func subjectOf(as kg.Resolved) string {
	if as.Retracted {
		return "x-" + string(as.Subject)
	}
	return string(as.Subject)
}

func (b *batch) count(s *said, sign int) {
	sub := b.subjects[s.subject]
	if sub == nil {
		sub = &subject{id: s.subject, as: s.as}
		b.subjects[s.subject] = sub
	}
	if sign > 0 {
		sub.added = append(sub.added, s)
	} else {
		sub.removed = append(sub.removed, s)
	}
	for _, id := range []kg.ID{s.as.From, s.as.To} {
		if id != "" && !b.l.nodeOf(id).schema.Owned {
			b.touch(id).refs += sign
		}
	}
}

// rawKey is a raw node with one text of its key.
type rawKey struct {
	id   kg.ID
	body string
}

func compareRawKeys(x, y rawKey) int {
	return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.body, y.body))
}

// writeRaw counts the documents that give raw nodes, and marks the nodes whose key fields may change by it.
func (b *batch) writeRaw() error {
	delta := map[rawKey]int{}
	for _, r := range b.inOrder() {
		for k := range b.rawOf(r.old, &b.before) {
			delta[k]--
		}
		for k := range b.rawOf(r.new, &b.after) {
			delta[k]++
		}
	}
	keys := slices.SortedFunc(maps.Keys(delta), compareRawKeys)
	keys = slices.DeleteFunc(keys, func(k rawKey) bool { return delta[k] == 0 })
	there, err := b.countRaw(keys)
	if err != nil {
		return err
	}
	for _, k := range keys {
		n := there[k] + delta[k]
		text, args := "UPDATE raw SET n = ? WHERE id = ? AND body = ?", []any{n, string(k.id), k.body}
		switch {
		case there[k] == 0:
			text = "INSERT INTO raw (n, id, body) VALUES (?, ?, ?)"
		case n == 0:
			text, args = "DELETE FROM raw WHERE id = ? AND body = ?", args[1:]
		}
		if there[k] == 0 || n == 0 {
			b.touch(b.after.Of(k.id)).body = true
		}
		if _, err := b.s.exec(b.ctx, text, args...); err != nil {
			return err
		}
	}
	return b.contested(keys)
}

// contested marks the nodes of keys that have several to choose from: another may be the one that most documents give now.
func (b *batch) contested(keys []rawKey) error {
	ids := map[kg.ID]bool{}
	for _, k := range keys {
		ids[b.after.Of(k.id)] = true
	}
	return b.s.each(b.ctx, `SELECT j.value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM merged m WHERE m.rep = j.value)
		OR (SELECT count(*) FROM raw r WHERE r.id = j.value) > 1`, []any{idList(slices.Sorted(maps.Keys(ids)))}, func(got *row) error {
		var id string
		err := got.scan(&id)
		b.touch(kg.ID(id)).body = true
		return err
	})
}

// countRaw reads how many documents give each raw node now.
func (b *batch) countRaw(keys []rawKey) (map[rawKey]int, error) {
	out := make(map[rawKey]int, len(keys))
	ids := make([]kg.ID, 0, len(keys))
	for _, k := range keys {
		ids = append(ids, k.id)
	}
	err := b.s.each(b.ctx, "SELECT r.id, r.body, r.n FROM json_each(?) j CROSS JOIN raw r ON r.id = j.value", []any{idList(slices.Compact(ids))}, func(got *row) error {
		var id, body string
		var n int
		err := got.scan(&id, &body, &n)
		out[rawKey{kg.ID(id), body}] = n
		return err
	})
	return out, err
}

// rawOf lists the raw nodes that v's claims name, as res reads them; a reassigned one has the key of what it was.
func (b *batch) rawOf(v *version, res *reading) map[rawKey]bool {
	if v == nil {
		return nil
	}
	bodies := make(map[kg.ID]string, len(v.content.Raw))
	for _, r := range v.content.Raw {
		bodies[r.ID] = r.Body
	}
	out := make(map[rawKey]bool, len(bodies))
	for i := range v.claims {
		c := &v.claims[i]
		for _, id := range []kg.ID{c.From, c.To} {
			if body, ok := bodies[id]; ok {
				out[rawKey{res.Raw(c.Article, id), body}] = true
			}
		}
	}
	return out
}
