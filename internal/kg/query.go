package kg

import (
	"fmt"
	"slices"
)

// Page asks for one page of a list: First after After, or Last before Before. Exactly one of First and Last is set, at most
// MaxPage (the edge allows 100; tools ask for more).
type Page struct {
	First, Last   int
	After, Before string // cursors, "" none
}

// MaxPage bounds a page.
const MaxPage = 10000

// Check says whether p can be asked; errors wrap ErrInvalid.
func (p Page) Check() error {
	if (p.First == 0) == (p.Last == 0) || p.First < 0 || p.Last < 0 || p.First > MaxPage || p.Last > MaxPage {
		return fmt.Errorf("a page needs first or last, from 1 to %d, and not both: %w", MaxPage, ErrInvalid)
	}
	if p.First > 0 && p.Before != "" || p.Last > 0 && p.After != "" {
		return fmt.Errorf("first goes with after, last with before: %w", ErrInvalid)
	}
	return nil
}

// Size is the number of rows asked for.
func (p Page) Size() int { return max(p.First, p.Last) }

// Backward says whether the page is read from the end.
func (p Page) Backward() bool { return p.Last > 0 }

// CutPage brings the rows of a page into their order and says whether there are more. They were read in the direction in which the page
// is read, with one more than it asks for.
func CutPage[T any](p Page, rows []T) (page []T, more bool) {
	more = len(rows) > p.Size()
	if more {
		rows = rows[:p.Size()]
	}
	if p.Backward() {
		slices.Reverse(rows)
	}
	return rows, more
}

// PageInfo tells where a page lies.
type PageInfo struct {
	HasNext, HasPrevious bool
	Start, End           string // cursors of the first and last row, "" where there is none
}

// Info tells where the page of the rows with cursors lies; more is what CutPage said.
func (p Page) Info(more bool, cursors []string) PageInfo {
	info := PageInfo{HasNext: more, HasPrevious: p.After != ""}
	if p.Backward() {
		info = PageInfo{HasNext: p.Before != "", HasPrevious: more}
	}
	if n := len(cursors); n > 0 {
		info.Start, info.End = cursors[0], cursors[n-1]
	}
	return info
}

// NodeQuery asks for one page of the nodes of a kind.
type NodeQuery struct {
	Kind    NodeKind
	Where   Filter
	When    When
	Order   string // name of an Order of the kind, "" its first
	Reverse bool   // turn the order round
	Page    Page
	Count   bool // count all that match too; Page may then be zero to ask for the count alone

	// One asks for one node alone, without Order, Page and Count: of a kind that articles know by renown (NodeSchema.Renowned) the
	// one that most articles name, else, and of several of these, the one that was seen last, and at last the one with the greatest
	// id; all by KnownAt where that is set. It is for filters that leave few: what they leave is sorted.
	One bool
}

// NodePage is the answer: Cursors stand beside Nodes. Total is -1 where no count was asked for.
type NodePage struct {
	Nodes   []Node
	Cursors []string
	Info    PageInfo
	Total   int
}

// EdgeQuery asks, for each of several nodes, for one page of its edges of a kind.
type EdgeQuery struct {
	Kind          EdgeKind
	Direction     Direction  // Out or Inward
	Far           []NodeKind // kinds of the far end; nil any
	Edge          Filter
	Node          Filter // on the far end
	When          When
	MinConfidence int // per mille
	Order         string
	AsToday       bool // let Order go by what is known today under KnownAt, as the default does; cursors have today's keys
	Reverse       bool
	Page          Page
	Count         bool
}

// EdgePage is the answer for one node. Far holds the node at the other end of each edge.
type EdgePage struct {
	Edges   []Edge
	Far     []Node
	Cursors []string
	Info    PageInfo
	Total   int
}

// EvidenceQuery asks for one page of evidence for each fact, the earliest published first: by publication day, article,
// start of the words, and their order in the document. KnownAt leaves out what was printed later.
type EvidenceQuery struct {
	KnownAt Date
	Page    Page
	Count   bool
}

// Proof is one piece of evidence for a fact: the article that says it, the sentence round the words and the words themselves.
type Proof struct {
	Evidence
	Article  ID
	Page     string // on which the words stand, "" unknown
	Sentence string
	Quote    string
	Date     Date // at which the claim says it holds, "" unknown
	Printed  Date // publication day of the article
}

// EvidencePage is the answer for one fact.
type EvidencePage struct {
	Proofs  []Proof
	Cursors []string
	Info    PageInfo
	Total   int
}

// GroupQuery counts nodes of a kind by a field, or by what an edge leads to.
type GroupQuery struct {
	Kind  NodeKind
	Where Filter
	When  When
	By    string   // a field (an element of a list counts each); dates are cut to Months or years
	Cut   int      // length to which a date is cut: 4 years, 7 months, 0 not
	Edge  EdgeKind // instead of By: group by the far end of these edges, followed Out or Inward
	Dir   Direction
	Limit int // buckets, the largest first, then by key; 1 to 1000
}

// Bucket is one group: Key is the field's value or the far node's id.
type Bucket struct {
	Key   string
	Node  Node // the far node where grouped by an edge
	Count int
}

// SearchQuery asks for nodes by words a person types: names, aliases, pinyin, titles and article text.
type SearchQuery struct {
	Text  string
	Kinds []NodeKind // nil: all entities and articles
	When  When
	Page  Page // First and After only
	Count bool
}

// The ranks of search hits, best first; Hit.Score is 1/rank.
const (
	RankExactName = 1 + iota
	RankNamePrefix
	RankAlias
	RankPinyin
	RankTitle // the words stand inside a name or title
	RankText  // the words stand in an article's text
)

// Hit is one answer of a search. Field and Snippet show where the words stand; Spans are code points in Snippet.
type Hit struct {
	Node    Node
	Rank    int
	Field   string
	Snippet string
	Spans   Spans
}

// SearchPage is a page of hits, by rank, then what most articles name first (as known today; articles themselves count as named by none), then
// the latest date first, then id.
type SearchPage struct {
	Hits    []Hit
	Cursors []string
	Info    PageInfo
	Total   int
}

// PathQuery asks for shortest walks between two nodes.
type PathQuery struct {
	From, To      ID
	MaxHops       int        // 1 to MaxHops
	Via           []EdgeKind // none: the kinds that Walk
	All           bool       // all shortest ones, not one
	Limit         int        // 1 to 100
	When          When
	MinConfidence int
}

// MaxHops bounds walks.
const MaxHops = 6

// Path is nodes and the edges between them: len(Nodes) = len(Edges)+1; an edge may be walked against its direction.
type Path struct {
	Nodes []Node
	Edges []Edge
}

// NeighborhoodQuery asks for the graph round a node: breadth first, the best supported edges first, at most Limit nodes.
type NeighborhoodQuery struct {
	From          ID
	Hops          int // 1 to 3
	Via           []EdgeKind
	Limit         int // nodes, 1 to 1000
	When          When
	MinConfidence int
}

// Subgraph is nodes and the edges among them, each ordered by id.
type Subgraph struct {
	Nodes     []Node
	Edges     []Edge
	Truncated bool // Limit cut it
}

// Walkable lists via, or the kinds of edges that walks go along by default, and ErrInvalid for an unknown kind.
func Walkable(via []EdgeKind) ([]EdgeKind, error) {
	if len(via) == 0 {
		for _, s := range EdgeKinds {
			if s.Walk {
				via = append(via, s.Kind)
			}
		}
		return via, nil
	}
	for _, k := range via {
		if _, ok := EdgeSchemaOf(k); !ok {
			return nil, fmt.Errorf("no edges of kind %q: %w", k, ErrInvalid)
		}
	}
	out := slices.Clone(via)
	slices.Sort(out)
	return slices.Compact(out), nil
}
