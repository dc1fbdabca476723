package kg

import (
	"fmt"
	"slices"
)

// CandidateQuery asks for merges that people may want to judge: pairs of entities of a kind whose keys leave open whether
// they are one. Nothing is ever merged by it.
type CandidateQuery struct {
	Kind NodeKind // of CandidateKinds
	Of   ID       // pairs of this entity only; "" all
	Page Page     // First and After only
}

// CandidateKinds are the kinds whose keys can be incomplete: of places and posts they never are.
var CandidateKinds = []NodeKind{PersonKind, OrganizationKind, AgreementKind, EventKind}

// MaxBearers bounds how many entities of a kind may share the sound of a name: of a commoner one it tells nothing that two
// bear it, and nothing is suggested unless it is asked for by CandidateQuery.Of.
const MaxBearers = 12

// MaxExamined bounds the work of one page: it looks at so many entities at most, by their names, and is given out as it is
// then, short or empty. Some dozens of rows are read of each.
const MaxExamined = 500

// ReasonKind is a kind of reason for a suggestion.
type ReasonKind string

// The kinds of reasons.
const (
	ReasonName         ReasonKind = "NAME"         // both bear the name, and so many in all
	ReasonPlace        ReasonKind = "PLACE"        // one place, one within the other, or one province
	ReasonTime         ReasonKind = "TIME"         // seen, or happened, at the same time or soon after
	ReasonParties      ReasonKind = "PARTIES"      // agreements between the same
	ReasonPlanned      ReasonKind = "PLANNED"      // one is the plan of the other
	ReasonParticipants ReasonKind = "PARTICIPANTS" // events with the same
)

// Reason is why two entities may be one. Note says it for a person to read, in English with the names and dates at hand.
type Reason struct {
	Kind ReasonKind `json:"kind"`
	Note string     `json:"note"`
}

// Candidate is a suggested merge, A.ID < B.ID. Score is per mille: how near the two are, a rare name counting most. Bearers
// is how many entities of the kind bear the name.
type Candidate struct {
	A, B    Node
	Score   int
	Bearers int
	Reasons []Reason
}

// CandidatePage is a page of candidates: the names that sound like the fewest others first, then by sound (pinyin), then
// by the ids of the two. A page may be short, or empty, though more follow (see MaxExamined): Info.HasNext says so, and
// Info.End, which is no cursor of a row then, leads on. Whoever wants all asks until HasNext is false.
type CandidatePage struct {
	Candidates []Candidate
	Cursors    []string
	Info       PageInfo
}

// Check says whether q can be asked; errors wrap ErrInvalid.
func (q *CandidateQuery) Check() error {
	if !slices.Contains(CandidateKinds, q.Kind) {
		return fmt.Errorf("no merges are suggested for %q: %w", q.Kind, ErrInvalid)
	}
	if k, ok := NodeKindOf(q.Of); q.Of != "" && (!ok || k != q.Kind) {
		return fmt.Errorf("%q is no %s: %w", q.Of, q.Kind, ErrInvalid)
	}
	if q.Page.Last > 0 {
		return fmt.Errorf("candidates are listed forward only: %w", ErrInvalid)
	}
	return q.Page.Check()
}

// Scope binds cursors to q.
func (q *CandidateQuery) Scope() Scope { return ScopeOf("candidates", q.Kind, q.Of) }

// Bearer is an entity with what tells whether another one of its name may be the same. A store reads some of each, the same
// ones as every other store: see the fields.
type Bearer struct {
	Node     Node
	Articles []ID     // that mention it, the latest first
	Homes    []string // home places of those articles' papers
	With     []ID     // parties of an agreement, participants of an event
	Where    []string // full paths of the places of an event
}
