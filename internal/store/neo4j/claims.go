package neo4j

import (
	"fmt"
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

// place tells a piece of evidence from all others.
type place struct {
	subject string
	article kg.ID
	start   int
	nr      int
}

func (s *said) place() place {
	return place{s.subject, s.origin.Article, s.claim.Evidence.Start, s.nr}
}

func (s *said) equal(t *said) bool {
	a, b := s.claim, t.claim
	return s.origin == t.origin && a.Date == b.Date && a.Evidence == b.Evidence && slices.Equal(a.Values, b.Values)
}

// subject is a fact or a node with the claims that came and went. Of a local fact, was and is are all its claims.
type subject struct {
	id      string
	as      kg.Resolved
	removed []*said
	added   []*said
	was, is []*said
	tallies []kg.Tally // filled by sum
}

// asidePrefix stands before the id of a retracted fact: its claims are kept aside, where nothing finds them.
const asidePrefix = "x-"

func subjectOf(as kg.Resolved) string {
	if as.Retracted {
		return asidePrefix + string(as.Subject)
	}
	return string(as.Subject)
}

// local says whether facts of s have an article or observation as an end: all their claims stand in its document then.
func local(s *kg.EdgeSchema) bool { return ownedEnd(s.From) || ownedEnd(s.To) }

func ownedEnd(kinds []kg.NodeKind) bool {
	s, _ := kg.NodeSchemaOf(kinds[0])
	return s.Owned
}

// collect resolves the claims of all revisions as before and as after, and keeps what differs.
func (b *batch) collect() error {
	old, err := b.sayings(-1)
	if err != nil {
		return err
	}
	standing, err := b.sayings(1)
	if err != nil {
		return err
	}
	b.compare(old, standing)
	if err := b.collectRecounted(); err != nil {
		return err
	}
	for _, id := range kg.Unlike(b.before.names, b.after.names) {
		b.touch(id)
	}
	return nil
}

// compare counts which of the claims that counted go, and which of those that will come.
func (b *batch) compare(old, standing []*said) {
	gone := make(map[place]*said, len(old))
	for _, s := range old {
		gone[s.place()] = s
	}
	for _, s := range standing {
		if was := gone[s.place()]; was != nil && was.equal(s) {
			delete(gone, s.place())
		} else {
			b.count(s, 1)
		}
	}
	for _, s := range old {
		if gone[s.place()] == s {
			b.count(s, -1)
		}
	}
	b.localClaims(old, standing)
}

// sayings resolves the claims of one side of all revisions: -1 what was, 1 what will be.
func (b *batch) sayings(sign int) ([]*said, error) {
	var out []*said
	for _, r := range b.inOrder() {
		for _, side := range b.sides(r) {
			if side.sign != sign {
				continue
			}
			list, err := say(side.v, side.res)
			if err != nil {
				return nil, err
			}
			out = append(out, list...)
			b.m.claims += sign * len(side.v.claims)
		}
	}
	return out, nil
}

// localClaims gives the touched local facts all their claims.
func (b *batch) localClaims(before, after []*said) {
	for _, s := range before {
		if sub := b.subjects[s.subject]; sub != nil && s.isLocal() {
			sub.was = append(sub.was, s)
		}
	}
	for _, s := range after {
		if sub := b.subjects[s.subject]; sub != nil && s.isLocal() {
			sub.is = append(sub.is, s)
		}
	}
}

func (s *said) isLocal() bool {
	schema, ok := kg.EdgeSchemaOf(s.as.Kind)
	return ok && local(schema)
}

// say resolves v's claims; claims that two persons are one count as links only and are left out.
func say(v *version, res *reading) ([]*said, error) {
	origins := v.content.origins()
	out := make([]*said, 0, len(v.claims))
	nrs := make(map[place]int, len(v.claims))
	for i := range v.claims {
		c := &v.claims[i]
		if c.Kind == kg.SamePerson {
			continue
		}
		o, ok := origins[c.Article]
		if !ok {
			return nil, fmt.Errorf("neo4j: document %s: claim %d of an unknown article %q: %w", v.id, i, c.Article, kg.ErrInvalid)
		}
		s := &said{claim: c, as: res.Resolve(c, res.retracted), origin: o}
		s.subject = subjectOf(s.as)
		p := s.place()
		s.nr = nrs[p]
		nrs[p]++
		out = append(out, s)
	}
	return out, nil
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
		if id != "" && !owned(id) {
			b.touch(id).refsDelta += sign
		}
	}
}

func owned(id kg.ID) bool {
	kind, _ := kg.NodeKindOf(id)
	s, ok := kg.NodeSchemaOf(kind)
	return ok && s.Owned
}
