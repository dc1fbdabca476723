package neo4j

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// query is a statement being written: its text and its parameters. Names come from the schema table only, values are
// parameters only.
type query struct {
	when    kg.When
	text    strings.Builder
	p       params
	aliases int
}

// newQuery begins a statement with the line that says what it is for.
func newQuery(purpose string, when kg.When) *query {
	q := &query{when: when, p: params{}}
	q.add("// " + purpose + "\n")
	return q
}

func (q *query) add(text string) { q.text.WriteString(text) }

// param makes v a parameter and answers the expression for it.
func (q *query) param(v any) string {
	name := "v" + strconv.Itoa(len(q.p))
	q.p[name] = v
	return "$p." + name
}

func (q *query) alias(prefix string) string {
	q.aliases++
	return prefix + strconv.Itoa(q.aliases)
}

func quote(name string) string { return "`" + name + "`" }

// columns reads the properties of alias that a list, an expression, names. That the names are a parameter and no text
// makes planning the statement two to three times as fast; running it costs the same.
func columns(alias, names string) string { return "[k IN " + names + " | " + alias + "[k]]" }

func (q *query) nodeColumns(alias string, s *kg.NodeSchema) string {
	return columns(alias, q.param(nodeFields(s)))
}

// edgeColumns has the ends behind the fields.
func (q *query) edgeColumns(alias string, s *kg.EdgeSchema) string {
	return columns(alias, q.param(edgeFields(s)))
}

// farColumns is the columns of a node of any of kinds: the prefix of an id tells its kind.
func (q *query) farColumns(alias string, kinds []kg.NodeKind) string {
	fields := params{}
	for _, k := range kinds {
		s, _ := kg.NodeSchemaOf(k)
		fields[s.Prefix] = nodeFields(s)
	}
	return columns(alias, q.param(fields)+"[split("+alias+".id, '-')[0]]")
}

// viaColumns is the columns of an edge of any of kinds, its ends behind the fields.
func (q *query) viaColumns(alias string, kinds []kg.EdgeKind) string {
	fields := params{}
	for _, k := range kinds {
		s, _ := kg.EdgeSchemaOf(k)
		fields[string(k)] = edgeFields(s)
	}
	return columns(alias, q.param(fields)+"[type("+alias+")]")
}

func nodeFields(s *kg.NodeSchema) []any { return fieldNames(kg.CommonNodeFields, s.Fields) }

func edgeFields(s *kg.EdgeSchema) []any {
	return append(fieldNames(kg.CommonEdgeFields, s.Fields), "from", "to")
}

func fieldNames(common, own []kg.Field) []any {
	var names []any
	for _, fs := range [][]kg.Field{common, own} {
		for i := range fs {
			names = append(names, fs[i].Name)
		}
	}
	return names
}

// nodeFrom makes a node from its columns; its id, the first of them, tells its kind.
func nodeFrom(v any) (kg.Node, error) {
	values, _ := v.([]any)
	if len(values) == 0 {
		return nil, nil //nolint:nilnil // a far end that isn't there, as a missing node of kg.Reader
	}
	kind, _ := kg.NodeKindOf(kg.ID(textOf(values[0])))
	s, ok := kg.NodeSchemaOf(kind)
	if !ok {
		return nil, fmt.Errorf("neo4j: node %v is of no kind: %w", values[0], kg.ErrConflict)
	}
	n := s.New()
	return n, takeAll(kg.AllColumns(n), values)
}

func edgeFrom(s *kg.EdgeSchema, v any) (kg.Edge, error) {
	values, _ := v.([]any)
	e := s.New()
	f := e.EdgeFact()
	return e, takeAll(append(kg.EdgeColumns(e), &f.From, &f.To), values)
}

func takeAll(ptrs, values []any) error {
	if len(values) != len(ptrs) {
		return fmt.Errorf("neo4j: %d columns for %d fields: %w", len(values), len(ptrs), kg.ErrConflict)
	}
	for i, p := range ptrs {
		if err := take(p, values[i]); err != nil {
			return err
		}
	}
	return nil
}

// position is where a filter's fields stand: the properties of alias. kind is set for nodes.
type position struct {
	alias string
	kind  kg.NodeKind
	field func(string) (*kg.Field, bool)
}

// filter adds " AND …" for f, and nothing where f is always true. f has been checked.
func (q *query) filter(f *kg.Filter, at position) {
	if !f.IsZero() {
		q.add(" AND " + q.condition(f, at))
	}
}

func (q *query) condition(f *kg.Filter, at position) string {
	if f.IsZero() {
		return "true"
	}
	var all []string
	for i := range f.And {
		all = append(all, q.condition(&f.And[i], at))
	}
	if len(f.Or) > 0 {
		some := make([]string, len(f.Or))
		for i := range f.Or {
			some[i] = q.condition(&f.Or[i], at)
		}
		all = append(all, "("+strings.Join(some, " OR ")+")")
	}
	if f.Not != nil {
		all = append(all, "NOT "+q.condition(f.Not, at))
	}
	if f.Field != "" {
		all = append(all, q.comparison(f, at))
	}
	if f.Some != nil {
		all = append(all, q.quantifier(f.Some, at))
	}
	if f.None != nil {
		all = append(all, "NOT "+q.quantifier(f.None, at))
	}
	return "(" + strings.Join(all, " AND ") + ")"
}

func (q *query) comparison(f *kg.Filter, at position) string {
	fd, ok := at.field(f.Field)
	if !ok {
		return "false" // another kind of the far end has the field
	}
	col := at.alias + "." + quote(fd.Name)
	switch f.Op {
	case kg.Ne:
		return col + " <> " + q.param(operand(fd, f.Value))
	case kg.In:
		values := make([]any, len(f.Values))
		for i, v := range f.Values {
			values[i] = operand(fd, v)
		}
		return col + " IN " + q.param(values)
	case kg.Contains:
		return col + " CONTAINS " + q.param(f.Value)
	case kg.Prefix:
		return col + " STARTS WITH " + q.param(f.Value)
	case kg.Lt:
		return known(fd, col) + col + " < " + q.param(operand(fd, f.Value))
	case kg.Gt:
		return col + " > " + q.param(operand(fd, f.Value))
	case kg.Gte:
		return col + " >= " + q.param(operand(fd, f.Value))
	case kg.Lte:
		if fd.Type == kg.DateType {
			return known(fd, col) + col + " <= " + q.param(kg.Date(f.Value).Last())
		}
		return col + " <= " + q.param(operand(fd, f.Value))
	case kg.Has:
		return q.param(f.Value) + " IN " + col
	case kg.Empty:
		return emptiness(col, fd, f.Value == "true")
	case kg.Eq:
	}
	return col + " = " + q.param(operand(fd, f.Value))
}

// known is what stands before a comparison from above: an unknown date, an empty text, would be less than all others.
func known(fd *kg.Field, col string) string {
	if fd.Type == kg.DateType {
		return col + " > '' AND "
	}
	return ""
}

func emptiness(col string, fd *kg.Field, empty bool) string {
	op := "="
	if !empty {
		op = "<>"
	}
	if fd.Type == kg.TextList {
		return fmt.Sprintf("size(%s) %s 0", col, op)
	}
	return col + " " + op + " ''"
}

// operand is a filter's value as the property of fd has it; it has been checked.
func operand(fd *kg.Field, v string) any {
	switch fd.Type {
	case kg.Int:
		n, _ := strconv.ParseInt(v, 10, 64)
		return n
	case kg.Number:
		x, _ := strconv.ParseFloat(v, 64)
		return x
	case kg.Bool:
		return v == "true"
	case kg.Text, kg.Enum, kg.DateType, kg.TextList, kg.Ref, kg.Packed:
	}
	return v
}

// quantifier is a condition that is true where the node at a position has such an edge. The times of the question hold
// for that edge and its far node too.
func (q *query) quantifier(e *kg.EdgeFilter, at position) string {
	s, _ := kg.EdgeSchemaOf(e.Kind)
	kinds, err := e.FarKinds()
	if err != nil || !slices.Contains(s.Ends(1-e.Direction), at.kind) {
		return "false" // another kind of the far end has such edges
	}
	x, far := q.alias("x"), q.alias("f")
	cond := "true" + q.edgeConditions(s, x, &e.Edge, e.MinConfidence) + q.farConditions(kinds, s.Ends(e.Direction), &e.Node, far)
	return "EXISTS { MATCH " + pattern(at.alias, x, far, s.Kind, e.Direction) + " WHERE " + cond + " }"
}

func pattern(near, edge, far string, kind kg.EdgeKind, d kg.Direction) string {
	if d == kg.Inward {
		return fmt.Sprintf("(%s)<-[%s:%s]-(%s)", near, edge, kind, far)
	}
	return fmt.Sprintf("(%s)-[%s:%s]->(%s)", near, edge, kind, far)
}

// edgeConditions is " AND …" for the conditions on an edge itself, those of time included.
func (q *query) edgeConditions(s *kg.EdgeSchema, alias string, f *kg.Filter, minConfidence int) string {
	at := position{alias: alias, field: s.Field}
	all := kg.All(*f, q.when.EdgeFilter(s.Kind))
	out := ""
	if !all.IsZero() {
		out = " AND " + q.condition(&all, at)
	}
	if minConfidence > 0 {
		out += " AND " + alias + ".confidence >= " + q.param(int64(minConfidence))
	}
	return out
}

// farConditions is " AND …" for the conditions on the node alias, one of kinds; possible are all the kinds that can stand
// there.
func (q *query) farConditions(kinds, possible []kg.NodeKind, f *kg.Filter, alias string) string {
	asked := len(kinds) < len(possible)
	filters := make([]kg.Filter, len(kinds))
	for i, k := range kinds {
		filters[i] = kg.All(*f, q.when.NodeFilter(k))
		asked = asked || !filters[i].IsZero()
	}
	if !asked {
		return ""
	}
	some := make([]string, len(kinds))
	for i, k := range kinds {
		s, _ := kg.NodeSchemaOf(k)
		some[i] = alias + ":" + string(k)
		if !filters[i].IsZero() {
			some[i] = "(" + some[i] + " AND " + q.condition(&filters[i], position{alias, k, s.Field}) + ")"
		}
	}
	return " AND (" + strings.Join(some, " OR ") + ")"
}
