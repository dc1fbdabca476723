package sqlite

import (
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

func (v *verifier) compareProofs() error {
	seen := 0
	err := eachProof(v.ctx, v.r.s, "1", nil, "", func(p *proof) error {
		name := proofName(p.subject, p.origin, p.claim.Evidence.Start, p.nr)
		want, ok := v.proofs[name]
		switch {
		case !ok:
			v.report("evidence %s: too much", name)
		case want != proofContent(&p.claim, p.origin):
			v.report("evidence %s: differs", name)
		}
		if ok {
			seen++
		}
		return nil
	})
	if seen != len(v.proofs) {
		v.report("evidence: %d pieces of %d are missing", len(v.proofs)-seen, len(v.proofs))
	}
	return err
}

func (v *verifier) compareRaw() error {
	want := map[string]string{}
	for k, n := range v.raw {
		want[string(k.id)+" "+k.body] = fmt.Sprint(n)
	}
	return v.compare("raw node", want, "SELECT id || ' ' || body, CAST(n AS TEXT) FROM raw")
}

// compareNodes folds every node that claims name, and holds the rows against them.
func (v *verifier) compareNodes() error {
	want := map[kg.ID]kg.Node{}
	bodies := v.bodies()
	for id := range v.refs {
		t := v.r.l.nodeOf(id)
		n, err := kg.NodeOfKey(t.schema.Kind, id, bodies[id])
		if err != nil {
			return err
		}
		sub := v.subjects[string(id)]
		if sub == nil {
			sub = &recount{}
		}
		if err := kg.FoldNode(n, sub.sheet.Tallies(), v.res.names[id]); err != nil {
			return err
		}
		n.NodeHead().NameKey = text.SortKey(n)
		want[id] = n
	}
	for i := range kg.NodeKinds {
		t := v.r.l.nodes[kg.NodeKinds[i].Kind]
		if err := v.compareNodeRows(t, want); err != nil {
			return err
		}
	}
	for id := range want {
		v.report("node %s: missing", id)
	}
	return nil
}

// bodies finds, for each node, the key text that counts of the raw nodes in it.
func (v *verifier) bodies() map[kg.ID]string {
	keys := map[kg.ID][]kg.RawKey{}
	for k, n := range v.raw {
		id := v.res.Of(k.id)
		keys[id] = append(keys[id], kg.RawKey{ID: k.id, Text: k.body, Documents: n})
	}
	out := make(map[kg.ID]string, len(keys))
	for id, list := range keys {
		out[id] = slices.MinFunc(list, kg.CompareRawKeys).Text
	}
	return out
}

// compareNodeRows strikes out of want what it found.
func (v *verifier) compareNodeRows(t *nodeTable, want map[kg.ID]kg.Node) error {
	return v.r.s.each(v.ctx, "SELECT "+quoted(t.cols, "n.")+", n.refs, n.tallies FROM "+t.name+" n", nil, func(got *row) error {
		n := t.schema.New()
		if err := got.takeAll(0, kg.AllColumns(n)); err != nil {
			return err
		}
		id := n.NodeHead().ID
		v.counters["node "+string(t.schema.Kind)]++
		if t.schema.Owned {
			v.owned(n)
			return nil
		}
		w := want[id]
		if w == nil {
			v.report("node %s: too much", id)
			return nil
		}
		delete(want, id)
		if got := binds(kg.AllColumns(n)); !slices.Equal(got, binds(kg.AllColumns(w))) {
			v.report("node %s: is %v, want %v", id, got, binds(kg.AllColumns(w)))
		}
		var refs int
		var tallies []byte
		if err := got.takeAll(len(t.cols), []any{&refs, &tallies}); err != nil {
			return err
		}
		if refs != v.refs[id] {
			v.report("node %s: %d references, want %d", id, refs, v.refs[id])
		}
		v.compareTallies("node "+string(id), v.subjects[string(id)], tallies)
		return nil
	})
}

func (v *verifier) owned(n kg.Node) {
	switch n := n.(type) {
	case *kg.Remainder:
		v.counters["remainderCharacters"] += n.Characters
	case *kg.Article:
		v.counters["articles"]++
		v.clusters[n.Cluster] = append(v.clusters[n.Cluster], kg.ClusterMember{ID: n.ID, Published: n.Published})
	}
}

func (v *verifier) compareTallies(what string, sub *recount, got []byte) {
	var want []byte
	if sub != nil {
		want = packTallies(sub.sheet.Tallies())
	}
	if !slices.Equal(want, got) {
		v.report("%s: its tallies differ", what)
	}
}

// compareEdges folds every fact, and holds rows and adjacency against them.
func (v *verifier) compareEdges() error {
	want, err := v.facts()
	if err != nil {
		return err
	}
	adjacency := map[string]string{}
	for i := range kg.EdgeKinds {
		t := v.r.l.edges[kg.EdgeKinds[i].Kind]
		if err := v.compareEdgeRows(t, want, adjacency); err != nil {
			return err
		}
	}
	for id := range want {
		v.report("fact %s: missing", id)
	}
	return v.compare("adjacency", adjacency, "SELECT node || ' ' || slot || ' ' || sort || ' ' || fact, far FROM adjacency")
}

func (v *verifier) facts() (map[kg.ID]kg.Edge, error) {
	want := map[kg.ID]kg.Edge{}
	holders := map[kg.ID][]*kg.Holds{}
	for _, sub := range v.subjects {
		if sub.as.Kind == kg.Attribute || sub.as.Retracted {
			continue
		}
		e, err := foldFact(v.r.l.edges[sub.as.Kind], sub.as, sub.sheet.Tallies())
		if err != nil {
			return nil, err
		}
		want[sub.as.Subject] = e
		if h, ok := e.(*kg.Holds); ok {
			holders[h.To] = append(holders[h.To], h)
		}
	}
	posts, err := v.r.Nodes(v.ctx, slices.Collect(maps.Keys(holders)), kg.When{})
	if err != nil {
		return nil, err
	}
	for _, n := range posts {
		if p, ok := n.(*kg.Post); ok && p.Seats == 1 {
			kg.Succession(holders[p.ID])
		}
	}
	for _, members := range v.clusters {
		for _, e := range kg.Reprints(members) {
			want[e.EdgeFact().ID] = e
		}
	}
	return want, nil
}

func (v *verifier) compareEdgeRows(t *edgeTable, want map[kg.ID]kg.Edge, adjacency map[string]string) error {
	return v.r.s.each(v.ctx, "SELECT "+quoted(t.cols, "e.")+", e.tallies FROM "+t.name+" e", nil, func(got *row) error {
		e := t.schema.New()
		if err := got.takeAll(0, t.ptrs(e)); err != nil {
			return err
		}
		id := e.EdgeFact().ID
		v.counters["edge "+string(t.schema.Kind)]++
		w := want[id]
		if w == nil {
			v.report("fact %s: too much", id)
			return nil
		}
		delete(want, id)
		if got := binds(t.ptrs(e)); !slices.Equal(got, binds(t.ptrs(w))) {
			v.report("fact %s: is %v, want %v", id, got, binds(t.ptrs(w)))
		}
		if !t.schema.Computed {
			tallies, _ := got.values[len(t.cols)].([]byte)
			v.compareTallies("fact "+string(id), v.subjects[string(id)], tallies)
		}
		for i, o := range t.schema.Orders {
			for _, d := range []kg.Direction{kg.Out, kg.Inward} {
				f := w.EdgeFact()
				adjacency[fmt.Sprintf("%s %d %v %s", end(f, d), t.slot(i, d), bind(t.column(w, o.Field)), id)] = string(end(f, 1-d))
			}
		}
		return nil
	})
}

// compareIndex holds the search index against the rows of the nodes: forms and entries one by one, words by number.
func (v *verifier) compareIndex() error {
	forms, entries := map[string]string{}, map[string]string{}
	for i := range kg.NodeKinds {
		t := v.r.l.nodes[kg.NodeKinds[i].Kind]
		if !text.Indexed(t.schema.Kind) {
			continue
		}
		err := v.r.dumpNodes(v.ctx, t, func(rec kg.Record) error {
			id := string(rec.Node.NodeHead().ID)
			entries[id] = ""
			e := text.EntryOf(rec.Node)
			for _, f := range e.Forms() {
				forms[fmt.Sprintf("%s %d %s", f.Text, f.Class, id)] = ""
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if err := v.compare("form", forms, "SELECT form || ' ' || class || ' ' || id, '' FROM form"); err != nil {
		return err
	}
	if err := v.compare("entry", entries, "SELECT id, '' FROM entry"); err != nil {
		return err
	}
	var n int
	if _, err := v.r.s.one(v.ctx, "SELECT count(*) FROM words", nil, &n); err != nil {
		return err
	}
	if n != len(entries) {
		v.report("search index: %d entries have words, want %d", n, len(entries))
	}
	return nil
}

func (v *verifier) compareCounters() error {
	want := map[string]string{}
	for name, n := range v.counters {
		if n != 0 {
			want[name] = fmt.Sprint(n)
		}
	}
	return v.compare("counter", want, "SELECT name, CAST(n AS TEXT) FROM counter WHERE n <> 0")
}
