package kg

import (
	"context"
	"fmt"
)

// Reader answers questions in batches. Every answer is ordered by numeric or ASCII keys and the same in every store. Errors
// wrap ErrInvalid, ErrCursor, ErrUnavailable or the context's error; an unknown id is no error: it has no edges, no
// evidence, no node. Inside Store.View all calls see one state of the store.
type Reader interface {
	// Nodes answers nodes by id, in order; one that is missing, or wasn't there yet, is nil. An id that was merged into another
	// answers the other.
	Nodes(ctx context.Context, ids []ID, when When) ([]Node, error)
	// List answers one page of the nodes of a kind.
	List(ctx context.Context, q NodeQuery) (NodePage, error)
	// Edges answers, in one statement (and one more for counts), a page of edges for every one of from, in order.
	Edges(ctx context.Context, from []ID, q EdgeQuery) ([]EdgePage, error)
	// Evidence answers, in one statement or two (and one more for counts) however many facts there are, a page of evidence for every one
	// of facts, in order.
	Evidence(ctx context.Context, facts []ID, q EvidenceQuery) ([]EvidencePage, error)
	// Group counts nodes by a field or an edge.
	Group(ctx context.Context, q GroupQuery) ([]Bucket, error)
	// Search answers ranked hits with highlights; text that holds no word answers none.
	Search(ctx context.Context, q SearchQuery) (SearchPage, error)
	// Paths answers shortest walks, ordered by length and then by the ids of their edges; none is an empty list.
	Paths(ctx context.Context, q PathQuery) ([]Path, error)
	// Neighborhood answers the graph round a node; an unknown node has an empty one.
	Neighborhood(ctx context.Context, q NeighborhoodQuery) (Subgraph, error)
	// Candidates answers a page of suggested merges. They are no part of the graph, and in no export.
	Candidates(ctx context.Context, q CandidateQuery) (CandidatePage, error)
	// Changes answers what was applied since a sequence number, in order, at most limit.
	Changes(ctx context.Context, after int64, limit int) ([]Change, error)
	// Stats answers counts that a person wants to see.
	Stats(ctx context.Context) (Stats, error)
}

// Writer applies documents and judgements, each call all or nothing. One writer at a time: a call waits up to 30 s for
// another's lease, then fails with ErrUnavailable.
type Writer interface {
	// Apply replaces the documents of those ids by these, in one transaction: claims, facts they touch, change counter.
	// Applied twice, nothing changes. A document that fails Check fails the whole call (ErrInvalid), and nothing is written; so
	// does one that holds an article of another document (ErrConflict): which of the two counts would hang on the order. So does
	// one with Was that isn't there with that source by now (ErrConflict): an old text never takes the place of a newer one.
	Apply(ctx context.Context, docs ...*Document) (Applied, error)
	// Remove takes documents out again; an unknown id is ErrNotFound, and nothing is written.
	Remove(ctx context.Context, docs ...ID) error
	// Judge appends to the log and re-folds what it touches. An unknown object is ErrNotFound; nothing is written then.
	Judge(ctx context.Context, j Judgement) (Judgement, error)
	// Replay writes a log into a store that has none (rebuild, copy), objects that aren't there included.
	Replay(ctx context.Context, log []Judgement) error
}

// SourceQuery picks documents, each once: those of a day, those with one of IDs, or those that were read from one of Names. The zero
// one picks all; an empty list that isn't nil picks none. Two of the three at once are ErrInvalid.
type SourceQuery struct {
	Day   Date
	IDs   []ID
	Names []string // Source.Name
}

// Check says what is wrong with q.
func (q *SourceQuery) Check() error {
	if q.Day != "" && (q.IDs != nil || q.Names != nil) || q.IDs != nil && q.Names != nil {
		return fmt.Errorf("sources by two of day, ids and names at once: %w", ErrInvalid)
	}
	return nil
}

// Auditor reads what is durable, and checks what isn't.
type Auditor interface {
	// Sources calls yield with the id, reader version and source of each document that q picks, by id.
	Sources(ctx context.Context, q SourceQuery, yield func(id ID, reader string, s Source) error) error
	// Judgements answers the whole log with, for each entry, whether its objects are there.
	Judgements(ctx context.Context) ([]JudgementState, error)
	// Dump calls yield with every node by kind and id, then every edge by kind and id with its evidence, then the whole log: each
	// once, and all of one state. A store that can't go back to a state that others have left fails then with ErrUnavailable: what
	// yield learnt before counts for nothing.
	Dump(ctx context.Context, yield func(Record) error) error
	// Verify recomputes everything from the claims and answers what differs; none is a sound store.
	Verify(ctx context.Context) ([]string, error)
}

// Views is how many views a store lets be open at one time, at least, with single questions beside them.
const Views = 8

// Store is a whole store.
type Store interface {
	Reader
	Writer
	Auditor
	// View calls fn with a reader that sees one state of the store throughout (one read transaction). A store that can't go
	// back to a state that others have left doesn't answer then (ErrUnavailable), and calls fn again from the start: what
	// fn learnt before counts for nothing.
	View(ctx context.Context, fn func(Reader) error) error
	// Close releases the store; calls after it fail with ErrUnavailable.
	Close() error
}

// Applied says what a call of Apply did. Unchanged documents were there already, claim for claim, by the same reader.
type Applied struct {
	Documents, Unchanged, Articles, Claims int
}

// Change is one document or judgement applied or removed; Seq rises by one with each.
type Change struct {
	Seq     int64
	Op      string // OpApply, OpRemove or OpJudge
	Subject ID     // document or judgement
}

// The values of Change.Op.
const (
	OpApply  = "apply"
	OpRemove = "remove"
	OpJudge  = "judge"
)

// Stats counts what a store holds.
type Stats struct {
	Documents, Claims, Judgements, RemainderCharacters int
	Nodes                                              map[NodeKind]int
	Edges                                              map[EdgeKind]int
	FirstPublished, LastPublished                      Date
	Seq                                                int64
}

// JudgementState is an entry of the log. Missing is set where an object of it is no longer in the graph.
type JudgementState struct {
	Judgement
	Undone  bool
	Missing bool
}

// Record is one node, one edge with all its evidence, or one entry of the log, of a dump.
type Record struct {
	Node      Node
	Edge      Edge
	Proofs    []Proof
	Judgement *JudgementState
}

// CheckLayout says whether this program reads a store of that layout: one of a newer layout than newest wraps ErrConflict.
func CheckLayout(layout, newest int) error {
	if layout > newest {
		return fmt.Errorf("made by a newer version of baopu (layout %d, this one knows %d): %w", layout, newest, ErrConflict)
	}
	return nil
}

// CheckWritable says whether a store of that layout may be written to: ids of another scheme beside today's would make one
// thing two. A layout older than oldest wraps ErrConflict; such a store can be read, and read again into a new one.
func CheckWritable(layout, oldest int) error {
	if layout < oldest {
		return fmt.Errorf("made by an older version of baopu with other ids (layout %d, want %d), and can only be read: baopu rebuild reads a file again in its place, baopu copy any store into a new one: %w",
			layout, oldest, ErrConflict)
	}
	return nil
}
