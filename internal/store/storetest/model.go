package storetest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/question"
)

// Model is a kg.Store in memory that does everything in the plainest way: after each change it folds the whole graph from
// all claims again, and it answers by looking at everything. Stores are held against it, and the suite is proved by it.
type Model struct {
	question.Asker
	mu     sync.Mutex
	state  *state
	closed bool
}

var _ kg.Store = (*Model)(nil)

// NewModel makes an empty model.
func NewModel() *Model {
	m := &Model{state: &state{docs: map[kg.ID]*kg.Document{}}}
	m.Asker = question.Asker{View: m.View}
	return m
}

// state is what a model holds at one moment; it never changes.
type state struct {
	docs    map[kg.ID]*kg.Document
	log     []kg.Judgement
	changes []kg.Change

	once sync.Once
	g    *graph
}

func (s *state) graph() *graph {
	s.once.Do(func() { s.g = fold(s) })
	return s.g
}

func (m *Model) current(ctx context.Context) (*state, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("model: %w", context.Cause(ctx))
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return nil, fmt.Errorf("model: closed: %w", kg.ErrUnavailable)
	}
	return m.state, nil
}

// change makes the next state out of a copy of the current one.
func (m *Model) change(ctx context.Context, fn func(*state) error) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("model: %w", context.Cause(ctx))
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return fmt.Errorf("model: closed: %w", kg.ErrUnavailable)
	}
	next := &state{docs: maps.Clone(m.state.docs), log: slices.Clone(m.state.log), changes: slices.Clone(m.state.changes)}
	if err := fn(next); err != nil {
		return err
	}
	if len(next.changes) > len(m.state.changes) {
		m.state = next
	}
	return nil
}

func (s *state) note(op string, subject kg.ID) {
	s.changes = append(s.changes, kg.Change{Seq: int64(len(s.changes)) + 1, Op: op, Subject: subject})
}

// View calls fn with a reader that sees one state throughout.
func (m *Model) View(ctx context.Context, fn func(kg.Reader) error) error {
	s, err := m.current(ctx)
	if err != nil {
		return err
	}
	return fn(&modelReader{s})
}

// Close makes all later calls fail.
func (m *Model) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

// Apply replaces documents.
func (m *Model) Apply(ctx context.Context, docs ...*kg.Document) (kg.Applied, error) {
	var done kg.Applied
	seen := map[kg.ID]bool{}
	for _, d := range docs {
		if err := d.Check(); err != nil {
			return done, err
		}
		if seen[d.ID] {
			return done, fmt.Errorf("document %s twice: %w", d.ID, kg.ErrInvalid)
		}
		seen[d.ID] = true
	}
	sorted := slices.SortedFunc(slices.Values(docs), func(a, b *kg.Document) int { return compareIDs(a.ID, b.ID) })
	err := m.change(ctx, func(s *state) error {
		for _, d := range sorted {
			old, source := s.docs[d.ID], ""
			if old != nil {
				source = old.Source.Digest()
			}
			if err := d.CheckWas(old != nil, source); err != nil {
				return err
			}
			if old != nil && sameDocument(old, d) {
				done.Unchanged++
				continue
			}
			s.docs[d.ID] = copyDocument(d)
			s.note("apply", d.ID)
			done.Documents++
			done.Articles += len(d.Articles())
			done.Claims += len(d.Claims)
		}
		return s.oneOwner()
	})
	if err != nil {
		return kg.Applied{}, err
	}
	return done, nil
}

// oneOwner refuses two documents that hold one article.
func (s *state) oneOwner() error {
	owner := map[kg.ID]kg.ID{}
	for id, d := range s.docs {
		for _, n := range d.Nodes {
			h := n.NodeHead()
			if schema, _ := kg.NodeSchemaOf(h.Kind); !schema.Owned {
				continue
			}
			if owner[h.ID] != "" {
				return fmt.Errorf("node %s in documents %s and %s: %w", h.ID, id, owner[h.ID], kg.ErrConflict)
			}
			owner[h.ID] = id
		}
	}
	return nil
}

// Remove takes documents out.
func (m *Model) Remove(ctx context.Context, docs ...kg.ID) error {
	return m.change(ctx, func(s *state) error {
		for _, id := range slices.Compact(slices.Sorted(slices.Values(docs))) {
			if s.docs[id] == nil {
				return fmt.Errorf("document %s: %w", id, kg.ErrNotFound)
			}
			delete(s.docs, id)
			s.note("remove", id)
		}
		return nil
	})
}

// Judge appends to the log.
func (m *Model) Judge(ctx context.Context, j kg.Judgement) (kg.Judgement, error) {
	if err := j.Check(); err != nil {
		return kg.Judgement{}, err
	}
	err := m.change(ctx, func(s *state) error {
		g := fold(s)
		if !g.judgeable(s.log, &j) {
			return fmt.Errorf("judgement %q: %w", j.Verb, kg.ErrNotFound)
		}
		g.describe(&j)
		g.findRaw(s, &j)
		j.Seq = 1
		if n := len(s.log); n > 0 {
			j.Seq = s.log[n-1].Seq + 1
		}
		j.MakeID()
		if j.At == "" {
			j.At = time.Now().UTC().Format(time.RFC3339)
		}
		s.log = append(s.log, j)
		s.note("judge", j.ID)
		after := fold(s)
		return j.CheckApart(g.res.Rulings.Joined(g.res.Of), after.res.Rulings.Joined(after.res.Of))
	})
	if err != nil {
		return kg.Judgement{}, err
	}
	return j, nil
}

// Replay writes a whole log.
func (m *Model) Replay(ctx context.Context, log []kg.Judgement) error {
	sorted := slices.SortedFunc(slices.Values(log), func(a, b kg.Judgement) int { return a.Seq - b.Seq })
	for i, j := range sorted {
		if err := j.Check(); err != nil {
			return err
		}
		if j.Seq < 1 || j.ID == "" || i > 0 && sorted[i-1].Seq == j.Seq {
			return fmt.Errorf("judgement %q at %d: %w", j.ID, j.Seq, kg.ErrInvalid)
		}
	}
	return m.change(ctx, func(s *state) error {
		if len(s.log) > 0 && len(sorted) > 0 {
			return fmt.Errorf("%d judgements are there: %w", len(s.log), kg.ErrConflict)
		}
		for _, j := range sorted {
			s.log = append(s.log, j)
			s.note("judge", j.ID)
		}
		return nil
	})
}

// Sources lists the documents that q picks.
func (m *Model) Sources(ctx context.Context, q kg.SourceQuery, yield func(kg.ID, string, kg.Source) error) error {
	if err := q.Check(); err != nil {
		return err
	}
	s, err := m.current(ctx)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(s.docs)) {
		src := &s.docs[id].Source
		if q.Day != "" && src.Date != q.Day || q.IDs != nil && !slices.Contains(q.IDs, id) || q.Names != nil && !slices.Contains(q.Names, src.Name) {
			continue
		}
		if err := yield(id, s.docs[id].Reader, s.docs[id].Source); err != nil {
			return err
		}
	}
	return nil
}

// Judgements lists the log.
func (m *Model) Judgements(ctx context.Context) ([]kg.JudgementState, error) {
	s, err := m.current(ctx)
	if err != nil {
		return nil, err
	}
	return s.judgements(), nil
}

func (s *state) judgements() []kg.JudgementState {
	undone := kg.Undone(s.log)
	out := make([]kg.JudgementState, len(s.log))
	for i, j := range s.log {
		out[i] = kg.JudgementState{Judgement: j, Undone: undone[j.ID], Missing: !s.graph().there(s.log, &j)}
	}
	return out
}

// Dump lists the whole graph.
func (m *Model) Dump(ctx context.Context, yield func(kg.Record) error) error {
	s, err := m.current(ctx)
	if err != nil {
		return err
	}
	g := s.graph()
	for _, schema := range kg.NodeKinds {
		for _, n := range g.nodesOf(schema.Kind) {
			if err := yield(kg.Record{Node: copyNode(n)}); err != nil {
				return err
			}
		}
	}
	for _, schema := range kg.EdgeKinds {
		for _, e := range g.edgesOf(schema.Kind) {
			if err := yield(kg.Record{Edge: copyEdge(e), Proofs: g.proofs(e.EdgeFact().ID)}); err != nil {
				return err
			}
		}
	}
	for _, j := range s.judgements() {
		if err := yield(kg.Record{Judgement: &j}); err != nil {
			return err
		}
	}
	return nil
}

// Verify finds nothing: a model is folded from its claims whenever it is asked.
func (m *Model) Verify(ctx context.Context) ([]string, error) {
	_, err := m.current(ctx)
	return nil, err
}
