package kg

import (
	"fmt"
	"slices"
)

// Op is a comparison of a field with a value.
type Op string

// The operators. Text compares by bytes; Contains and Prefix take no wildcards: %, _, *, quotes and backslashes are plain.
// Dates compare as partial dates: Lt and Gt by the first day that a value may mean, Lte counts every day inside the value. An
// unknown date is neither before nor after anything: none of Lt, Lte, Gt and Gte is true of it, nor can they be asked of one.
// Not is what Not leaves out: not before a day are the dates from that day on, and the unknown ones.
const (
	Eq       Op = "eq"
	Ne       Op = "ne" // also true where the field is empty
	In       Op = "in" // Values; none is never true
	Contains Op = "contains"
	Prefix   Op = "startsWith"
	Lt       Op = "lt"
	Lte      Op = "lte"
	Gt       Op = "gt"
	Gte      Op = "gte"
	Has      Op = "has"   // a list has the element Value
	Empty    Op = "empty" // the field is "", 0, false, or no element; Value "true" or "false"
)

// Ops lists the operators that fields of type t have, for the edge's schema and the stores' suite alike.
func (t FieldType) Ops() []Op {
	switch t {
	case Text:
		return []Op{Eq, Ne, In, Contains, Prefix, Empty}
	case Enum, Ref:
		return []Op{Eq, Ne, In}
	case Int, Number:
		return []Op{Eq, Ne, In, Lt, Lte, Gt, Gte}
	case Bool:
		return []Op{Eq}
	case DateType:
		return []Op{Eq, In, Lt, Lte, Gt, Gte, Prefix, Empty}
	case TextList:
		return []Op{Has, Empty}
	case Packed:
	}
	return nil
}

// Filter is one node of a small tree: all of And, any of Or, not Not, one comparison, or a quantifier over an edge. Exactly
// one of its parts is set; the zero Filter is true. Value is in the form of EncodeValue (numbers as decimals, bools as
// "true" and "").
type Filter struct {
	And    []Filter
	Or     []Filter
	Not    *Filter
	Field  string
	Op     Op
	Value  string
	Values []string
	Some   *EdgeFilter // there is such an edge
	None   *EdgeFilter // there is no such edge
}

// Picks is an indexed field by which f leaves few nodes of a kind, and "" where there is none: an id, a name, a day. From such
// a node a store looks for its edges, not among the thousands of a hub for the node.
func (f *Filter) Picks(kind NodeKind) string {
	s, ok := NodeSchemaOf(kind)
	if !ok {
		return ""
	}
	if fd, ok := s.Field(f.Field); ok && f.Op == Eq && fd.Index {
		named := (fd.Name == "name" || fd.Name == "key") && !s.Owned
		if named || fd.Type == Ref || fd.Type == DateType && Date(f.Value).Precision() == "day" {
			return fd.Name
		}
	}
	for i := range f.And {
		if field := f.And[i].Picks(kind); field != "" {
			return field
		}
	}
	return ""
}

// EdgeFilter is a condition on an edge of a node and on the node at its far end.
type EdgeFilter struct {
	Kind          EdgeKind
	Direction     Direction  // Out or Inward
	Far           []NodeKind // kinds of the far end; nil any
	Edge          Filter
	Node          Filter
	MinConfidence int // per mille
}

// Direction is which way edges are followed from a node.
type Direction int

// Out follows edges from their From, Inward from their To, Both either way (walks only).
const (
	Out Direction = iota
	Inward
	Both
)

// IsZero says whether f is the zero filter, which is always true.
func (f *Filter) IsZero() bool {
	return f == nil || len(f.And) == 0 && len(f.Or) == 0 && f.Not == nil && f.Field == "" && f.Some == nil && f.None == nil && f.Op == ""
}

// MaxFilter bounds the comparisons in one filter, MaxQuantifiers how many quantifiers may stand inside each other, so that no statement
// outgrows a store's limits: each level walks the edges of all that the level above has found.
const (
	MaxFilter      = 100
	MaxQuantifiers = 3
)

// allowance is what a filter may still hold.
type allowance struct{ comparisons, quantifiers int }

// CheckNode says whether f can be asked of nodes of kind; the error wraps ErrInvalid and names the field.
func (f *Filter) CheckNode(kind NodeKind) error {
	s, ok := NodeSchemaOf(kind)
	if !ok {
		return fmt.Errorf("no nodes of kind %q: %w", kind, ErrInvalid)
	}
	return f.check(&allowance{MaxFilter, MaxQuantifiers}, kind, s.Field)
}

// CheckEdge says whether f can be asked of edges of kind.
func (f *Filter) CheckEdge(kind EdgeKind) error {
	s, ok := EdgeSchemaOf(kind)
	if !ok {
		return fmt.Errorf("no edges of kind %q: %w", kind, ErrInvalid)
	}
	return f.check(&allowance{MaxFilter, MaxQuantifiers}, "", s.Field)
}

func (f *Filter) check(left *allowance, kind NodeKind, field func(string) (*Field, bool)) error {
	if f.IsZero() {
		return nil
	}
	if left.comparisons--; left.comparisons < 0 {
		return fmt.Errorf("filter has more than %d comparisons: %w", MaxFilter, ErrInvalid)
	}
	for _, list := range [][]Filter{f.And, f.Or} {
		for i := range list {
			if err := list[i].check(left, kind, field); err != nil {
				return err
			}
		}
	}
	if f.Not != nil {
		if err := f.Not.check(left, kind, field); err != nil {
			return err
		}
	}
	for _, e := range []*EdgeFilter{f.Some, f.None} {
		if e != nil {
			if err := e.check(left, kind); err != nil {
				return err
			}
		}
	}
	if f.Field == "" && f.Op == "" {
		return nil
	}
	return f.comparison(field)
}

func (f *Filter) comparison(field func(string) (*Field, bool)) error {
	fd, ok := field(f.Field)
	if !ok {
		return fmt.Errorf("no field %q: %w", f.Field, ErrInvalid)
	}
	if !slices.Contains(fd.Type.Ops(), f.Op) {
		return fmt.Errorf("field %q has no operator %q: %w", f.Field, f.Op, ErrInvalid)
	}
	values := f.Values
	if f.Op != In {
		values = []string{f.Value}
	}
	if len(values) > 1000 {
		return fmt.Errorf("field %q: %d values, at most 1000: %w", f.Field, len(values), ErrInvalid)
	}
	for _, v := range values {
		if err := checkText("value", v); err != nil {
			return fmt.Errorf("field %q: %w", f.Field, err)
		}
		if f.Op == Empty || f.Op == Prefix {
			continue
		}
		if err := fd.checkOperand(f.Op, v); err != nil {
			return fmt.Errorf("field %q: %w", f.Field, err)
		}
	}
	return nil
}

func (fd *Field) checkOperand(op Op, v string) error {
	if fd.Type == DateType && v == "" && op != Eq && op != In {
		return fmt.Errorf("an unknown date has no %s: %w", op, ErrInvalid)
	}
	return fd.checkValue(v)
}

func (e *EdgeFilter) check(left *allowance, kind NodeKind) error {
	s, ok := EdgeSchemaOf(e.Kind)
	if !ok || kind == "" {
		return fmt.Errorf("no edges of kind %q here: %w", e.Kind, ErrInvalid)
	}
	if e.Direction != Out && e.Direction != Inward || !slices.Contains(s.Ends(1-e.Direction), kind) {
		return fmt.Errorf("%s has no %s edges that way: %w", kind, e.Kind, ErrInvalid)
	}
	far, err := e.FarKinds()
	if err != nil {
		return err
	}
	if err := e.Edge.check(left, "", s.Field); err != nil {
		return err
	}
	if left.quantifiers--; left.quantifiers < 0 {
		return fmt.Errorf("more than %d quantifiers inside each other: %w", MaxQuantifiers, ErrInvalid)
	}
	defer func() { left.quantifiers++ }()
	return e.Node.check(left, far[0], fieldOfAny(far))
}

// FarKinds lists the kinds of nodes at the far end of e's edges, those in Far only where it is set, in the order of the schema.
func (e *EdgeFilter) FarKinds() ([]NodeKind, error) { return farKinds(e.Kind, e.Direction, e.Far) }

// fieldOfAny finds a field that every one of kinds has.
func fieldOfAny(kinds []NodeKind) func(string) (*Field, bool) {
	return func(name string) (*Field, bool) {
		var found *Field
		for _, k := range kinds {
			s, _ := NodeSchemaOf(k)
			f, ok := s.Field(name)
			if !ok {
				return nil, false
			}
			found = f
		}
		return found, found != nil
	}
}

// All joins filters into one; zero ones are left out.
func All(fs ...Filter) Filter {
	fs = slices.DeleteFunc(slices.Clone(fs), func(f Filter) bool { return f.IsZero() })
	switch len(fs) {
	case 0:
		return Filter{}
	case 1:
		return fs[0]
	}
	return Filter{And: fs}
}
