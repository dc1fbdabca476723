package kg

import "slices"

// NodeKind is a kind of node; its value is the label in Neo4j and the type in GraphQL.
type NodeKind string

// EdgeKind is a kind of edge; its value is the relationship type in Neo4j.
type EdgeKind string

// The kinds of nodes. Unresolved and Remainder stand beside the graph: listed like nodes, tied to nothing.
const (
	NewspaperKind    NodeKind = "Newspaper"
	ArticleKind      NodeKind = "Article"
	PersonKind       NodeKind = "Person"
	PostKind         NodeKind = "Post"
	OrganizationKind NodeKind = "Organization"
	PlaceKind        NodeKind = "Place"
	AgreementKind    NodeKind = "Agreement"
	EventKind        NodeKind = "Event"
	ObservationKind  NodeKind = "Observation"
	UnresolvedKind   NodeKind = "Unresolved"
	RemainderKind    NodeKind = "Remainder"
)

// The kinds of edges, and the two kinds of claims that make no edge.
const (
	PublishedIn     EdgeKind = "PUBLISHED_IN"
	HoldsPost       EdgeKind = "HOLDS"
	OfOrganization  EdgeKind = "OF_ORGANIZATION"
	HasJurisdiction EdgeKind = "HAS_JURISDICTION"
	ParticipatedIn  EdgeKind = "PARTICIPATED_IN"
	TookPlaceIn     EdgeKind = "TOOK_PLACE_IN"
	PartOf          EdgeKind = "PART_OF"
	PartyTo         EdgeKind = "PARTY_TO"
	SignedAt        EdgeKind = "SIGNED_AT"
	Supplements     EdgeKind = "SUPPLEMENTS"
	LocatedIn       EdgeKind = "LOCATED_IN"
	SubordinateTo   EdgeKind = "SUBORDINATE_TO"
	MentionsEntity  EdgeKind = "MENTIONS"
	WroteArticle    EdgeKind = "WROTE"
	SaidIn          EdgeKind = "SAID"
	AboutSubject    EdgeKind = "ABOUT"
	ReprintOf       EdgeKind = "REPRINT_OF"

	SamePerson EdgeKind = "SAME_PERSON" // a claim that two raw persons are one
	Attribute  EdgeKind = "ATTRIBUTE"   // a claim that a node's field has a value
)

// FieldType is the type of a field; it decides which filter operators it has (Ops).
type FieldType int

// The types of fields, with the Go type that Columns points to.
const (
	Text     FieldType = iota + 1 // string
	Enum                          // string, one of Field.Enum
	Int                           // int
	Number                        // float64
	Bool                          // bool
	DateType                      // Date
	TextList                      // []string, ordered by bytes, no duplicates
	Ref                           // ID
	Packed                        // encoding.TextMarshaler; can't be filtered
)

// Fold says how a field of a node or an edge comes out of claims.
type Fold int

// The folds. FromKey fields are a function of the node's id and need no claims.
const (
	FromKey Fold = iota // given with the raw node, or part of the edge's key
	Vote                // the value of most clusters, then the earliest published, then the smallest bytes
	Union               // every value
	Highest             // the value that stands first in Field.Enum
	Least               // the smallest number
	Derived             // computed by the kind's own fold (tenures)
)

// Field is one field of a kind beside the common ones.
type Field struct {
	Name  string // in GraphQL, JSON, Neo4j and SQLite alike
	Type  FieldType
	Fold  Fold
	Enum  []string // the legal values of an Enum, highest first where Fold is Highest
	Index bool     // filters on it may be served from an index
	Long  bool     // long text: left out of exports' keys, of indexes and of filters but contains
}

// Order is a sort order: by Field, then by id in the same direction. The first order of a kind is its default.
type Order struct {
	Name  string // NAME, DATE
	Field string // a field of the kind, or a common one
	Desc  bool
}

// End is an end of an edge.
type End int

// The ends.
const (
	From End = iota
	To
)

// NodeSchema is a row of the table of node kinds.
type NodeSchema struct {
	Kind   NodeKind
	Prefix string // of its ids
	Entity bool   // carries the common label, may be mentioned and judged
	Owned  bool   // belongs to one article or document and goes with it; no claims name its fields
	Fields []Field
	Orders []Order
	New    func() Node
}

// EdgeSchema is a row of the table of edge kinds.
type EdgeSchema struct {
	Kind     EdgeKind
	From, To []NodeKind
	Key      string // the field that tells parallel edges apart (role), "" none
	Walk     bool   // paths and neighbourhoods go along it unless told otherwise
	Computed bool   // made by the store from the articles' clusters, not claimed
	Dated    bool   // its dates are those at which it holds, so that AsOf applies; else they are of its printing
	Beside   End    // the end that ids of its facts stand beside: the one that fewer articles share (FactID)
	Fields   []Field
	Orders   []Order
	New      func() Edge
}

// CommonNodeFields are the fields of Head, which every node has.
var CommonNodeFields = []Field{
	{Name: "id", Type: Ref, Index: true},
	{Name: "key", Type: Text, Index: true},
	{Name: "name", Type: Text, Fold: Vote, Index: true},
	{Name: "nameKey", Type: Text, Fold: Derived, Index: true},
	{Name: "articleCount", Type: Int, Fold: Derived},
	{Name: "firstSeen", Type: DateType, Fold: Derived},
	{Name: "lastSeen", Type: DateType, Fold: Derived},
}

// CommonEdgeFields are the fields of Fact, which every edge has.
var CommonEdgeFields = []Field{
	{Name: "id", Type: Ref, Index: true},
	{Name: "articleCount", Type: Int, Fold: Derived},
	{Name: "confidence", Type: Int, Fold: Derived},
	{Name: "firstDate", Type: DateType, Fold: Derived},
	{Name: "lastDate", Type: DateType, Fold: Derived},
	{Name: "firstPublished", Type: DateType, Fold: Derived},
	{Name: "lastPublished", Type: DateType, Fold: Derived},
}

// NodeSchemaOf is the row of kind, and false for a kind that isn't in the table.
func NodeSchemaOf(kind NodeKind) (*NodeSchema, bool) {
	i := slices.IndexFunc(NodeKinds, func(s NodeSchema) bool { return s.Kind == kind })
	if i < 0 {
		return nil, false
	}
	return &NodeKinds[i], true
}

// EdgeSchemaOf is the row of kind, and false for a kind that isn't in the table.
func EdgeSchemaOf(kind EdgeKind) (*EdgeSchema, bool) {
	i := slices.IndexFunc(EdgeKinds, func(s EdgeSchema) bool { return s.Kind == kind })
	if i < 0 {
		return nil, false
	}
	return &EdgeKinds[i], true
}

// NodeKindOf tells the kind of node from its id's prefix, and false for a prefix that no kind has.
func NodeKindOf(id ID) (NodeKind, bool) {
	p := id.Prefix()
	for i := range NodeKinds {
		if NodeKinds[i].Prefix == p {
			return NodeKinds[i].Kind, true
		}
	}
	return "", false
}

// Field finds a field of the kind, the common ones included.
func (s *NodeSchema) Field(name string) (*Field, bool) {
	return fieldOf(CommonNodeFields, s.Fields, name)
}

// Field finds a field of the kind, the common ones included.
func (s *EdgeSchema) Field(name string) (*Field, bool) {
	return fieldOf(CommonEdgeFields, s.Fields, name)
}

func fieldOf(common, own []Field, name string) (*Field, bool) {
	for _, fs := range [][]Field{common, own} {
		for i := range fs {
			if fs[i].Name == name {
				return &fs[i], true
			}
		}
	}
	return nil, false
}
