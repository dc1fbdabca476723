package kg

import (
	"cmp"
	"maps"
	"slices"
)

// Resolution tells how claims count: which entity a raw node of an article is, after reassignments and merges, and which
// facts are retracted. Rep is Components over the links of all claims (Link) and Rulings.Same, less Rulings.Apart; it may
// hold only the nodes that will be asked for.
type Resolution struct {
	Rulings Rulings
	Rep     map[ID]ID
}

// MaxRecounted is how many documents that count anew by a merge or a retraction a store holds at a time: when a person of whom ten
// thousand documents speak counts as another node, ten thousand count anew in one transaction. Those of a reassignment are few, and
// are held whole.
const MaxRecounted = 64

// Resolved is what a claim counts for. Subject is the fact's id, or the node's for an attribute; it is "" for a claim that
// two persons are one, which counts as a link only.
type Resolved struct {
	Kind      EdgeKind
	From, To  ID // To is "" for an attribute
	Key       string
	Subject   ID
	Retracted bool
}

// Raw is the raw node that article means by id: another one where a judgement reassigned it.
func (r *Resolution) Raw(article, id ID) ID {
	if to, ok := r.Rulings.Reassign[article][id]; ok {
		return to
	}
	return id
}

// Of is the node that id counts as after merges.
func (r *Resolution) Of(id ID) ID {
	if rep, ok := r.Rep[id]; ok {
		return rep
	}
	return id
}

// Retracted lists the retracted facts by id.
func (r *Resolution) Retracted() map[ID]bool {
	out := make(map[ID]bool, len(r.Rulings.Retract))
	for _, k := range r.Rulings.Retract {
		out[FactID(k.Kind, r.Of(k.From), r.Of(k.To), k.Key)] = true
	}
	return out
}

// Names maps renamed nodes to their names; of several names given to one node the last wins.
func (r *Resolution) Names() map[ID]string {
	out := make(map[ID]string, len(r.Rulings.Renamed))
	for _, n := range r.Rulings.Renamed {
		out[r.Of(n.ID)] = n.Name
	}
	return out
}

// Resolve tells what c counts for; retracted is what Retracted answered.
func (r *Resolution) Resolve(c *Claim, retracted map[ID]bool) Resolved {
	if c.Kind == SamePerson {
		return Resolved{Kind: c.Kind}
	}
	out := Resolved{Kind: c.Kind, From: r.Of(r.Raw(c.Article, c.From)), Key: c.Key}
	if c.Kind == Attribute {
		out.Subject = out.From
		return out
	}
	out.To = r.Of(r.Raw(c.Article, c.To))
	out.Subject = FactID(c.Kind, out.From, out.To, c.Key)
	out.Retracted = retracted[out.Subject]
	return out
}

// Link is the pair that c says is one, and false where c says no such thing (any more, after a reassignment).
func (r *Resolution) Link(c *Claim) (Pair, bool) {
	if c.Kind != SamePerson {
		return Pair{}, false
	}
	a, b := r.Raw(c.Article, c.From), r.Raw(c.Article, c.To)
	return MakePair(a, b), a != b
}

// Ends lists the raw nodes that claims name, and others, each once, by id: those of which Members and Facts ask what they count as.
func (r *Resolution) Ends(claims []Claim, others ...ID) []ID {
	named := map[ID]bool{}
	for _, id := range others {
		named[id] = true
	}
	for i := range claims {
		c := &claims[i]
		named[r.Raw(c.Article, c.From)] = true
		if c.To != "" {
			named[r.Raw(c.Article, c.To)] = true
		}
	}
	return slices.Sorted(maps.Keys(named))
}

// Members lists the raw nodes by which the articles name the node that a counts as, other than a itself: what a
// reassignment of a in these articles must move too, or they would stay tied to it. claims are those of the articles'
// documents.
func (r *Resolution) Members(a ID, articles []ID, claims []Claim) []ID {
	rep, found := r.Of(a), map[ID]bool{}
	for i := range claims {
		c := &claims[i]
		if !slices.Contains(articles, c.Article) {
			continue
		}
		for _, id := range []ID{c.From, c.To} {
			if id != "" && id != a && r.Of(r.Raw(c.Article, id)) == rep {
				found[id] = true
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	return slices.Sorted(maps.Keys(found))
}

// Facts lists the raw facts by which claims name the fact that k counts as, other than k itself: what a retraction of k must
// speak of too, or it would be forgotten with the next split.
func (r *Resolution) Facts(k EdgeKey, claims []Claim) []EdgeKey {
	from, to, found := r.Of(k.From), r.Of(k.To), map[EdgeKey]bool{}
	for i := range claims {
		c := &claims[i]
		if c.Kind != k.Kind || c.Key != k.Key {
			continue
		}
		raw := EdgeKey{c.Kind, r.Raw(c.Article, c.From), r.Raw(c.Article, c.To), c.Key}
		if raw != k && r.Of(raw.From) == from && r.Of(raw.To) == to {
			found[raw] = true
		}
	}
	if len(found) == 0 {
		return nil
	}
	return slices.SortedFunc(maps.Keys(found), func(a, b EdgeKey) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
}
