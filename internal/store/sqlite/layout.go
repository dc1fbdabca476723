package sqlite

import (
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// layout is the tables of the kinds, made from kg's schema table: no statement is written by hand for a kind.
type layout struct {
	nodes map[kg.NodeKind]*nodeTable
	edges map[kg.EdgeKind]*edgeTable

	prefixes map[string]*nodeTable // by the prefix of ids
}

// nodeTable is the table of one kind of nodes: the common columns, the kind's own, then refs (how many ends of claims
// name the node) and tallies.
type nodeTable struct {
	schema *kg.NodeSchema
	name   string // quoted
	cols   []string
	sql    nodeStatements
}

type nodeStatements struct{ load, insert, update, sight, remove string }

// edgeTable is the table of one kind of edges: the common columns, the kind's own, both ends, then tallies.
type edgeTable struct {
	schema *kg.EdgeSchema
	name   string // quoted
	code   int    // in slots
	cols   []string
	sql    edgeStatements
}

type edgeStatements struct{ load, insert, update, remove string }

func newLayout(codes map[string]int) *layout {
	l := &layout{nodes: map[kg.NodeKind]*nodeTable{}, edges: map[kg.EdgeKind]*edgeTable{}, prefixes: map[string]*nodeTable{}}
	for i := range kg.NodeKinds {
		t := newNodeTable(&kg.NodeKinds[i])
		l.nodes[t.schema.Kind], l.prefixes[t.schema.Prefix] = t, t
	}
	for i := range kg.EdgeKinds {
		l.edges[kg.EdgeKinds[i].Kind] = newEdgeTable(&kg.EdgeKinds[i], codes[string(kg.EdgeKinds[i].Kind)])
	}
	return l
}

func newNodeTable(s *kg.NodeSchema) *nodeTable {
	t := &nodeTable{schema: s, name: quote("n_" + string(s.Kind)), cols: append(fieldNames(kg.CommonNodeFields), fieldNames(s.Fields)...)}
	all := append(append([]string{}, t.cols...), "refs", "tallies")
	t.sql = nodeStatements{
		load:   fmt.Sprintf("SELECT %s FROM json_each(?) j CROSS JOIN %s n ON n.id = j.value", quoted(all, "n."), t.name),
		insert: fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", t.name, quoted(all, ""), marks(len(all))),
		update: fmt.Sprintf("UPDATE %s SET %s WHERE id = ?", t.name, sets(all[1:])),
		sight:  fmt.Sprintf("UPDATE %s SET %s WHERE id = ?", t.name, sets(sightColumns)),
		remove: fmt.Sprintf("DELETE FROM %s WHERE id = ?", t.name),
	}
	return t
}

// sightColumns are what changes of a node that is merely named once more.
var sightColumns = []string{"articleCount", "firstSeen", "lastSeen", "refs", "tallies"}

func newEdgeTable(s *kg.EdgeSchema, code int) *edgeTable {
	t := &edgeTable{schema: s, name: quote("e_" + string(s.Kind)), code: code}
	t.cols = append(append(fieldNames(kg.CommonEdgeFields), fieldNames(s.Fields)...), "from", "to")
	all := append(append([]string{}, t.cols...), "tallies")
	t.sql = edgeStatements{
		load:   fmt.Sprintf("SELECT %s FROM json_each(?) j CROSS JOIN %s e ON e.id = j.value", quoted(all, "e."), t.name),
		insert: fmt.Sprintf("INSERT INTO %s (%s)", t.name, quoted(all, "")),
		update: fmt.Sprintf("UPDATE %s SET %s WHERE id = ?", t.name, sets(all[1:])),
		remove: fmt.Sprintf("DELETE FROM %s WHERE id = ?", t.name),
	}
	return t
}

// ptrs points to e's columns in the order of t.cols.
func (t *edgeTable) ptrs(e kg.Edge) []any {
	f := e.EdgeFact()
	return append(kg.EdgeColumns(e), &f.From, &f.To)
}

// column points to the field of e that is called name.
func (t *edgeTable) column(e kg.Edge, name string) any {
	for i, ptr := range t.ptrs(e) {
		if t.cols[i] == name {
			return ptr
		}
	}
	return nil
}

// slotsAKind leaves room for the orders of a kind of edges.
const slotsAKind = 16

// slot is the number under which the adjacency table keeps t's edges in the order of that number, followed in direction d.
func (t *edgeTable) slot(order int, d kg.Direction) int {
	return t.code*slotsAKind + order*2 + int(d)
}

func (t *edgeTable) orderIndex(name string) int {
	for i, o := range t.schema.Orders {
		if o.Name == name {
			return i
		}
	}
	return 0
}

func fieldNames(fs []kg.Field) []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.Name
	}
	return out
}

func quote(name string) string { return `"` + name + `"` }

// quoted lists columns, each with prefix ("e.") before it.
func quoted(cols []string, prefix string) string {
	out := make([]string, len(cols))
	for i, c := range cols {
		out[i] = prefix + quote(c)
	}
	return strings.Join(out, ", ")
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

func sets(cols []string) string {
	out := make([]string, len(cols))
	for i, c := range cols {
		out[i] = quote(c) + " = ?"
	}
	return strings.Join(out, ", ")
}

// nodeOf is the table of the node id; ids of no kind have none.
func (l *layout) nodeOf(id kg.ID) *nodeTable { return l.prefixes[id.Prefix()] }
