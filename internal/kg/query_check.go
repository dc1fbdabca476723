package kg

import (
	"fmt"
	"slices"
)

// Check says whether q can be asked; errors wrap ErrInvalid. A query for the count alone has a zero Page.
func (q *NodeQuery) Check() error {
	s, ok := NodeSchemaOf(q.Kind)
	if !ok {
		return fmt.Errorf("no nodes of kind %q: %w", q.Kind, ErrInvalid)
	}
	if err := q.Where.CheckNode(q.Kind); err != nil {
		return err
	}
	order, err := s.Order(q.Order)
	if err != nil {
		return err
	}
	if err := q.When.check(q.Order != "", order, s.Field, q.Where); err != nil {
		return err
	}
	if q.One {
		if q.Order != "" || q.Count || q.Page != (Page{}) {
			return fmt.Errorf("the latest node has neither order nor page: %w", ErrInvalid)
		}
		return nil
	}
	return q.Page.checkUnless(q.Count)
}

// Check says whether q can be asked; errors wrap ErrInvalid. A query for counts alone has a zero Page.
func (q *EdgeQuery) Check() error {
	s, ok := EdgeSchemaOf(q.Kind)
	if !ok {
		return fmt.Errorf("no edges of kind %q: %w", q.Kind, ErrInvalid)
	}
	if q.Direction != Out && q.Direction != Inward {
		return fmt.Errorf("edges are listed one way: %w", ErrInvalid)
	}
	if err := q.Edge.CheckEdge(q.Kind); err != nil {
		return err
	}
	far, err := q.FarKinds()
	if err != nil {
		return err
	}
	if err := q.Node.check(&allowance{MaxFilter, MaxQuantifiers}, far[0], fieldOfAny(far)); err != nil {
		return err
	}
	order, err := s.Order(q.Order)
	if err != nil {
		return err
	}
	if err := q.When.check(q.Order != "" && !q.AsToday, order, s.Field, q.Edge); err != nil {
		return err
	}
	if err := q.When.check(false, order, fieldOfAny(far), q.Node); err != nil {
		return err
	}
	return q.Page.checkUnless(q.Count)
}

// FarKinds lists the kinds of nodes at the far end of q's edges, those in Far only where it is set, in the order of the schema.
func (q *EdgeQuery) FarKinds() ([]NodeKind, error) { return farKinds(q.Kind, q.Direction, q.Far) }

func farKinds(kind EdgeKind, d Direction, only []NodeKind) ([]NodeKind, error) {
	s, ok := EdgeSchemaOf(kind)
	if !ok {
		return nil, fmt.Errorf("no edges of kind %q: %w", kind, ErrInvalid)
	}
	far := s.Ends(d)
	if only == nil {
		return far, nil
	}
	for _, k := range only {
		if !slices.Contains(far, k) {
			return nil, fmt.Errorf("%s has no %s at that end: %w", kind, k, ErrInvalid)
		}
	}
	far = slices.DeleteFunc(slices.Clone(far), func(k NodeKind) bool { return !slices.Contains(only, k) })
	if len(far) == 0 {
		return nil, fmt.Errorf("%s to nodes of no kind: %w", kind, ErrInvalid)
	}
	return far, nil
}

// Ends lists the kinds of the far end of edges followed in direction d, Out or Inward.
func (s *EdgeSchema) Ends(d Direction) []NodeKind {
	if d == Inward {
		return s.From
	}
	return s.To
}

// Seen is the field that tells when a node was seen last: that of an article is the day on which it was printed.
func (s *NodeSchema) Seen() string {
	if s.Owned {
		return "published"
	}
	return "lastSeen"
}

// Renowned tells the kinds of which a bare name means the one that most articles name: who is printed once under a famous name, and
// without a post, is another one. Of articles, agreements and events, which come anew under one name, it means the latest.
func (s *NodeSchema) Renowned() bool {
	return s.Kind == PersonKind || s.Kind == PlaceKind || s.Kind == OrganizationKind || s.Kind == PostKind
}

// Order finds an order of the kind; "" is its first. Errors wrap ErrInvalid.
func (s *NodeSchema) Order(name string) (Order, error) { return orderOf(s.Orders, name) }

// Order finds an order of the kind; "" is its first. Errors wrap ErrInvalid.
func (s *EdgeSchema) Order(name string) (Order, error) { return orderOf(s.Orders, name) }

// First is the order of the kind by the first date.
func (s *EdgeSchema) First() Order {
	return s.Orders[slices.IndexFunc(s.Orders, func(o Order) bool { return o.Field == "firstDate" })]
}

func orderOf(orders []Order, name string) (Order, error) {
	for _, o := range orders {
		if name == "" || o.Name == name {
			return o, nil
		}
	}
	return Order{}, fmt.Errorf("no order %q: %w", name, ErrInvalid)
}

func (p Page) checkUnless(count bool) error {
	if count && p == (Page{}) {
		return nil
	}
	return p.Check()
}

// check refuses what KnownAt can't answer: summaries are recomputed for the rows of a page only, so that neither filters
// nor a chosen order may stand on them. The default order stays, by what is known today.
func (w When) check(chosen bool, order Order, field func(string) (*Field, bool), where Filter) error {
	if err := w.Check(); err != nil {
		return err
	}
	if w.KnownAt == "" {
		return nil
	}
	if f, ok := field(order.Field); chosen && ok && f.summary() {
		return fmt.Errorf("order %s together with knownAt: %w", order.Name, ErrInvalid)
	}
	return where.noSummary(field)
}

// summary says whether the field adds up what many articles say. A name does too, but by it nodes are found.
func (fd *Field) summary() bool {
	return fd.Fold != FromKey && fd.Name != "name" && fd.Name != "nameKey"
}

func (f *Filter) noSummary(field func(string) (*Field, bool)) error {
	if f.IsZero() {
		return nil
	}
	for _, list := range [][]Filter{f.And, f.Or} {
		for i := range list {
			if err := list[i].noSummary(field); err != nil {
				return err
			}
		}
	}
	if f.Not != nil {
		if err := f.Not.noSummary(field); err != nil {
			return err
		}
	}
	for _, e := range []*EdgeFilter{f.Some, f.None} {
		if e == nil {
			continue
		}
		s, _ := EdgeSchemaOf(e.Kind)
		if err := e.Edge.noSummary(s.Field); err != nil {
			return err
		}
		far, err := e.FarKinds()
		if err != nil {
			return err
		}
		if err := e.Node.noSummary(fieldOfAny(far)); err != nil {
			return err
		}
	}
	if fd, ok := field(f.Field); ok && fd.summary() {
		return fmt.Errorf("field %q together with knownAt: %w", f.Field, ErrInvalid)
	}
	return nil
}

// Check says whether q can be asked; errors wrap ErrInvalid. A query for counts alone has a zero Page.
func (q *EvidenceQuery) Check() error {
	if _, err := ParseDate(string(q.KnownAt)); err != nil {
		return err
	}
	return q.Page.checkUnless(q.Count)
}
