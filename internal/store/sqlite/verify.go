package sqlite

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// Verify recomputes everything from the documents' claims and the log, and answers what differs, sorted. It holds one
// small record for each claim in memory.
func (s *Store) Verify(ctx context.Context) (wrong []string, err error) {
	err = s.read(ctx, func(r *reader) (err error) {
		wrong, err = r.verify(ctx)
		return err
	})
	return wrong, err
}

func (r *reader) verify(ctx context.Context) ([]string, error) {
	v := &verifier{
		ctx: ctx, r: r, subjects: map[string]*recount{}, refs: map[kg.ID]int{}, raw: map[rawKey]int{}, links: map[kg.Pair]int{},
		counters: map[string]int{}, clusters: map[string][]kg.ClusterMember{}, proofs: map[string]string{},
	}
	for _, step := range []func() error{v.resolve, v.countClaims, v.compareProofs, v.compareRaw, v.compareNodes, v.compareEdges, v.compareIndex, v.compareCounters} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	slices.Sort(v.wrong)
	return v.wrong, nil
}

// verifier counts again.
type verifier struct {
	ctx context.Context
	r   *reader
	res reading

	subjects map[string]*recount
	refs     map[kg.ID]int
	raw      map[rawKey]int
	links    map[kg.Pair]int
	proofs   map[string]string // content by key
	clusters map[string][]kg.ClusterMember
	counters map[string]int
	wrong    []string
}

// recount is a subject with the sums of its claims.
type recount struct {
	as    kg.Resolved
	sheet kg.Sheet
}

func (v *verifier) report(format string, args ...any) {
	v.wrong = append(v.wrong, fmt.Sprintf(format, args...))
}

// documents calls fn with every stored document.
func (v *verifier) documents(fn func(id kg.ID, ver *version) error) error {
	var ids []kg.ID
	err := v.r.s.each(v.ctx, "SELECT id FROM document ORDER BY id", nil, func(got *row) error {
		var id string
		err := got.scan(&id)
		ids = append(ids, kg.ID(id))
		return err
	})
	if err != nil {
		return err
	}
	for _, id := range ids {
		ver, err := stored(v.ctx, v.r.s, id)
		if err != nil {
			return err
		}
		if err := fn(id, ver); err != nil {
			return err
		}
	}
	return nil
}

// resolve finds the merges anew and compares them.
func (v *verifier) resolve() error {
	log, err := readLog(v.ctx, v.r.s)
	if err != nil {
		return err
	}
	v.res.Rulings = kg.Rule(log)
	err = v.documents(func(_ kg.ID, ver *version) error {
		for i := range ver.claims {
			if p, ok := v.res.Link(&ver.claims[i]); ok {
				v.links[p]++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	pairs := append(slices.Collect(maps.Keys(v.links)), v.res.Rulings.Same...)
	v.res.Rep = kg.Components(pairs, v.res.Rulings.Apart)
	v.res.retracted, v.res.names = v.res.Retracted(), v.res.Names()
	merged := map[string]string{}
	for id, rep := range v.res.Rep {
		if id != rep {
			merged[string(id)] = string(rep)
		}
	}
	if err := v.compare("merged node", merged, "SELECT id, rep FROM merged"); err != nil {
		return err
	}
	links := map[string]string{}
	for p, n := range v.links {
		links[string(p.A)+" "+string(p.B)] = fmt.Sprint(n)
	}
	return v.compare("link", links, "SELECT a || ' ' || b, CAST(n AS TEXT) FROM link")
}

// compare holds pairs of key and content against those that a statement answers.
func (v *verifier) compare(what string, want map[string]string, text string, args ...any) error {
	seen := 0
	err := v.r.s.each(v.ctx, text, args, func(got *row) error {
		var key, content string
		if err := got.scan(&key, &content); err != nil {
			return err
		}
		w, ok := want[key]
		switch {
		case !ok:
			v.report("%s %s: too much", what, key)
		case w != content:
			v.report("%s %s: is %q, want %q", what, key, content, w)
		}
		if ok {
			seen++
		}
		return nil
	})
	if err != nil || seen == len(want) {
		return err
	}
	there := map[string]bool{}
	err = v.r.s.each(v.ctx, text, args, func(got *row) error {
		var key, content string
		err := got.scan(&key, &content)
		there[key] = true
		return err
	})
	for key := range want {
		if !there[key] {
			v.report("%s %s: missing", what, key)
		}
	}
	return err
}

// countClaims sums all claims anew, and checks the documents' hashes on the way.
func (v *verifier) countClaims() error {
	b := &batch{l: v.r.l}
	return v.documents(func(id kg.ID, ver *version) error {
		v.counters["documents"]++
		v.counters["claims"] += len(ver.claims)
		if err := v.hashes(id, ver); err != nil {
			return err
		}
		list, err := say(ver, &v.res)
		if err != nil {
			return fmt.Errorf("document %s: %w", id, err)
		}
		for _, s := range list {
			sub := v.subjects[s.subject]
			if sub == nil {
				sub = &recount{as: s.as}
				v.subjects[s.subject] = sub
			}
			sub.sheet.Add(s.claim, s.origin)
			v.proofs[proofName(s.subject, s.origin, s.claim.Evidence.Start, s.nr)] = proofContent(s.claim, s.origin)
			for _, end := range []kg.ID{s.as.From, s.as.To} {
				if end != "" && !v.r.l.nodeOf(end).schema.Owned {
					v.refs[end]++
				}
			}
		}
		for k := range b.rawOf(ver, &v.res) {
			v.raw[k]++
		}
		return nil
	})
}

func proofName(subject string, o kg.Origin, start, nr int) string {
	return fmt.Sprintf("%s %s %s %d %d", subject, o.Published, o.Article, start, nr)
}

func proofContent(c *kg.Claim, o kg.Origin) string {
	return fmt.Sprintf("%v %s %s %x", c.Evidence, c.Date, o.Cluster, packValues(c.Values))
}

func (v *verifier) hashes(id kg.ID, ver *version) error {
	var claims, hash string
	if _, err := v.r.s.one(v.ctx, "SELECT claimsHash, hash FROM document WHERE id = ?", []any{string(id)}, &claims, &hash); err != nil {
		return err
	}
	if got := kg.Hash(ver.claims); got != claims {
		v.report("document %s: its claims' hash is %s, want %s", id, got, claims)
	}
	doc, err := v.wholeDocument(id, ver)
	if err != nil {
		return err
	}
	again, err := incoming(doc)
	if err != nil {
		return err
	}
	if again.hash != hash {
		v.report("document %s: its hash is %s, want %s", id, again.hash, hash)
	}
	var source string
	if _, err := v.r.s.one(v.ctx, "SELECT source FROM document WHERE id = ?", []any{string(id)}, &source); err != nil {
		return err
	}
	if source != "" && source != again.source {
		v.report("document %s: its source's digest is %s, want %s", id, source, again.source)
	}
	return nil
}

// wholeDocument puts a document together again from its rows.
func (v *verifier) wholeDocument(id kg.ID, ver *version) (*kg.Document, error) {
	doc := &kg.Document{ID: id, Claims: ver.claims}
	var date string
	src := &doc.Source
	_, err := v.r.s.one(v.ctx, "SELECT reader, name, format, text, publication, place, date, page FROM document WHERE id = ?", []any{string(id)},
		&doc.Reader, &src.Name, &src.Format, &src.Text, &src.Publication, &src.Place, &date, &src.Page)
	if err != nil {
		return nil, err
	}
	src.Date = kg.Date(date)
	owned, err := v.r.Nodes(v.ctx, ver.content.Owned, kg.When{})
	if err != nil {
		return nil, err
	}
	for i, n := range owned {
		if n == nil {
			v.report("document %s: its node %s is missing", id, ver.content.Owned[i])
			continue
		}
		doc.Nodes = append(doc.Nodes, n)
	}
	for _, raw := range ver.content.Raw {
		t := v.r.l.nodeOf(raw.ID)
		n, err := kg.NodeOfKey(t.schema.Kind, raw.ID, raw.Body)
		if err != nil {
			return nil, fmt.Errorf("document %s: %w", id, err)
		}
		doc.Nodes = append(doc.Nodes, n)
	}
	return doc, nil
}
