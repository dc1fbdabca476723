package neo4j

import (
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// recount is what all claims add up to, counted from the beginning.
type recount struct {
	subjects   map[string]*subject // with all their claims in is
	refs       map[kg.ID]int
	keys       map[kg.ID]map[rawKey]int
	owned      map[kg.ID]bool
	proofs     map[place]*said
	clusters   map[string][]kg.ClusterMember
	claims     int
	characters int
}

func newRecount() *recount {
	return &recount{
		subjects: map[string]*subject{}, refs: map[kg.ID]int{}, keys: map[kg.ID]map[rawKey]int{}, owned: map[kg.ID]bool{},
		proofs: map[place]*said{}, clusters: map[string][]kg.ClusterMember{},
	}
}

func (v *verifier) countClaims() error {
	return v.versions(func(doc *version) error {
		sayings, err := say(doc, &v.res)
		if err != nil {
			return err
		}
		c := v.count
		for _, s := range sayings {
			c.proofs[s.place()] = s
			sub := c.subjects[s.subject]
			if sub == nil {
				sub = &subject{id: s.subject, as: s.as}
				c.subjects[s.subject] = sub
			}
			sub.is = append(sub.is, s)
			for _, id := range []kg.ID{s.as.From, s.as.To} {
				if id != "" && !owned(id) {
					c.refs[id]++
				}
			}
		}
		for k := range rawNodes(side{doc, &v.res, 1}) {
			id := v.res.Of(k.id)
			if c.keys[id] == nil {
				c.keys[id] = map[rawKey]int{}
			}
			c.keys[id][k]++
		}
		for _, id := range doc.content.Owned {
			c.owned[id] = true
		}
		for _, a := range doc.content.Articles {
			c.clusters[a.Cluster] = append(c.clusters[a.Cluster], kg.ClusterMember{ID: a.ID, Published: a.Published})
		}
		c.characters += doc.content.characters()
		c.claims += len(doc.claims)
		return nil
	})
}

// fold works out what every node and edge should be.
func (v *verifier) fold() error {
	v.nodes, v.edges = map[kg.ID]map[string]any{}, map[kg.ID]map[string]any{}
	seats := map[kg.ID]int{}
	for id, refs := range v.count.refs {
		kind, _ := kg.NodeKindOf(id)
		n := &entity{id: id, keys: v.count.keys[id]}
		var tallies []kg.Tally
		if sub := v.count.subjects[string(id)]; sub != nil {
			tallies = tallyAll(sub.is)
		}
		next, err := n.fold(kind, tallies, v.res.names[id])
		if err != nil {
			return err
		}
		if p, ok := next.(*kg.Post); ok {
			seats[id] = p.Seats
		}
		next.NodeHead().NameKey = text.SortKey(next)
		props := nodeProperties(next)
		searchProperties(next, props)
		props["refs"], props["tallies"], props["keys"] = int64(refs), packTallies(tallies), packKeys(n.keys)
		v.nodes[id] = props
	}
	if err := v.foldEdges(seats); err != nil {
		return err
	}
	for _, members := range v.count.clusters {
		for _, e := range kg.Reprints(members) {
			v.edges[e.EdgeFact().ID] = edgeProperties(e)
		}
	}
	return nil
}

func (v *verifier) foldEdges(seats map[kg.ID]int) error {
	holders := map[kg.ID][]*kg.Holds{}
	packed := map[kg.ID][]byte{}
	for _, id := range slices.Sorted(maps.Keys(v.count.subjects)) {
		sub := v.count.subjects[id]
		schema, ok := kg.EdgeSchemaOf(sub.as.Kind)
		if !ok || sub.as.Retracted {
			continue
		}
		sub.tallies = tallyAll(sub.is)
		e, err := foldEdge(schema, sub)
		if err != nil {
			return err
		}
		if h, ok := e.(*kg.Holds); ok {
			holders[h.To] = append(holders[h.To], h)
			packed[h.ID] = packTallies(sub.tallies)
			continue
		}
		props := edgeProperties(e)
		if !local(schema) {
			props["tallies"] = packTallies(sub.tallies)
		}
		v.edges[kg.ID(id)] = props
	}
	for post, tenures := range holders {
		if seats[post] == 1 {
			kg.Succession(tenures)
		}
		for _, h := range tenures {
			v.edges[h.ID] = edgeProperties(h)
			v.edges[h.ID]["tallies"] = packed[h.ID]
		}
	}
	return nil
}
