package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
)

// hidden are the fields of the tables that the schema doesn't show: the key by which names are sorted.
var hidden = map[string]bool{"nameKey": true}

// counted are common fields of nodes that only add up claims: owned nodes have none.
var counted = map[string]bool{"articleCount": true, "firstSeen": true, "lastSeen": true}

func fieldFor(def *ast.Definition, name string) *ast.FieldDefinition {
	for _, f := range def.Fields {
		if d := f.Directives.ForName("kg"); d != nil && d.Arguments.ForName("field").Value.Raw == name {
			return f
		}
	}
	if f := def.Fields.ForName(name); f != nil && f.Directives.ForName("kg") == nil && f.Directives.ForName("edge") == nil {
		return f
	}
	return nil
}

func values(def *ast.Definition) []string {
	var out []string
	for _, v := range def.EnumValues {
		out = append(out, v.Name)
	}
	return out
}

// upper are the words as enum values.
func upper[S ~string](words []S) []string {
	var out []string
	for _, w := range words {
		out = append(out, strings.ToUpper(string(w)))
	}
	return out
}

func sorted(s []string) []string { s = slices.Clone(s); slices.Sort(s); return s }

// checkField holds a field of an object type against a row of the table.
func checkField(t *testing.T, s *ast.Schema, def *ast.Definition, f kg.Field) {
	t.Helper()
	got := fieldFor(def, f.Name)
	if got == nil {
		t.Errorf("%s has no field for %q", def.Name, f.Name)
		return
	}
	name, typ := def.Name+"."+got.Name, got.Type.Name()
	ok := false
	switch f.Type {
	case kg.Text:
		ok = typ == "String"
	case kg.Enum:
		ok = s.Types[typ].Kind == ast.Enum && cmp.Equal(sorted(values(s.Types[typ])), sorted(upper(f.Enum)))
	case kg.Int:
		ok = typ == "Int" && got.Type.NonNull || typ == "Float" && f.Name == "confidence"
	case kg.Number:
		ok = typ == "Float"
	case kg.Bool:
		ok = got.Type.String() == "Boolean!"
	case kg.DateType:
		ok = typ == "Date" || typ == "PartialDate"
	case kg.TextList:
		ok = got.Type.String() == "[String!]!"
	case kg.Ref:
		ok = typ == "ID" || got.Directives.ForName("ref") != nil
	case kg.Packed:
		ok = got.Type.Elem != nil
	}
	if !ok {
		t.Errorf("%s is a %s and doesn't fit %+v", name, got.Type, f)
	}
}

// checkWhere holds an input object against a row: every field that has operators, with just those.
func checkWhere(t *testing.T, s *ast.Schema, def *ast.Definition, f kg.Field) {
	t.Helper()
	if len(f.Type.Ops()) == 0 {
		return
	}
	got := fieldFor(def, f.Name)
	if got == nil {
		t.Errorf("%s has no condition on %q", def.Name, f.Name)
		return
	}
	var ops, want []string
	for _, op := range s.Types[got.Type.Name()].Fields {
		ops = append(ops, op.Name)
	}
	for _, op := range f.Type.Ops() {
		want = append(want, string(op))
	}
	if d := cmp.Diff(sorted(want), sorted(ops)); d != "" {
		t.Errorf("%s.%s: %s has other operators than the table: %s", def.Name, got.Name, got.Type.Name(), d)
	}
	if operand := s.Types[got.Type.Name()].Fields.ForName("eq"); f.Type == kg.Enum && !cmp.Equal(sorted(values(s.Types[operand.Type.Name()])), sorted(upper(f.Enum))) {
		t.Errorf("%s.%s compares with other values than the table", def.Name, got.Name)
	}
}

// checkOrder holds an enum of orders against a row; its first value must be the table's default.
func checkOrder(t *testing.T, def *ast.Definition, orders []kg.Order) {
	t.Helper()
	var want []string
	for _, o := range orders {
		pair := []string{o.Name + "_ASC", o.Name + "_DESC"}
		if o.Desc {
			slices.Reverse(pair)
		}
		want = append(want, pair...)
	}
	if d := cmp.Diff(want, values(def)); d != "" {
		t.Errorf("%s: %s", def.Name, d)
	}
}

func TestSchemaHoldsEveryKindOfNode(t *testing.T) {
	s := executable().Schema()
	var types, entities []string
	for _, row := range kg.NodeKinds {
		name := string(row.Kind)
		types = append(types, strings.ToUpper(name))
		if row.Entity {
			entities = append(entities, strings.ToUpper(name))
		}
		def, where, order := s.Types[name], s.Types[name+"Where"], s.Types[name+"Order"]
		if def == nil || where == nil || order == nil || s.Types[name+"Connection"] == nil {
			t.Errorf("%s lacks its type, connection, condition or order", name)
			continue
		}
		if slices.Contains(def.Interfaces, "Entity") != row.Entity || !slices.Contains(def.Interfaces, "Node") {
			t.Errorf("%s implements %v", name, def.Interfaces)
		}
		for _, f := range append(slices.Clone(kg.CommonNodeFields), row.Fields...) {
			if hidden[f.Name] || row.Owned && counted[f.Name] {
				continue
			}
			checkField(t, s, def, f)
			checkWhere(t, s, where, f)
		}
		checkOrder(t, order, row.Orders)
		if answer.Wrap(row.New(), answer.Row{}) == nil {
			t.Errorf("%s has no answer", name)
		}
	}
	if d := cmp.Diff(types, values(s.Types["NodeType"])); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(entities, values(s.Types["EntityType"])); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(upper(kg.CandidateKinds), values(s.Types["MergeKind"])); d != "" {
		t.Error(d)
	}
}

func TestSchemaHoldsEveryKindOfEdge(t *testing.T) {
	s := executable().Schema()
	var kinds []kg.EdgeKind
	for _, row := range kg.EdgeKinds {
		kinds = append(kinds, row.Kind)
		for _, side := range []struct {
			inward    bool
			here, far []kg.NodeKind
		}{{false, row.From, row.To}, {true, row.To, row.From}} {
			for _, kind := range side.here {
				links := linksOf(s, kind, row.Kind, side.inward)
				if len(links) == 0 {
					t.Errorf("%s has no field along %s (inward: %v)", kind, row.Kind, side.inward)
				}
				for _, f := range links {
					checkLink(t, s, f, row, side.far)
				}
			}
		}
	}
	if d := cmp.Diff(upper(kinds), values(s.Types["EdgeKind"])); d != "" {
		t.Error(d)
	}
}

// linksOf lists the connections of a type along an edge.
func linksOf(s *ast.Schema, node kg.NodeKind, edge kg.EdgeKind, inward bool) []*ast.FieldDefinition {
	var out []*ast.FieldDefinition
	for _, f := range s.Types[string(node)].Fields {
		d := f.Directives.ForName("edge")
		if d == nil || d.Arguments.ForName("kind").Value.Raw != string(edge) {
			continue
		}
		if in := d.Arguments.ForName("inward"); (in != nil && in.Value.Raw == "true") == inward {
			out = append(out, f)
		}
	}
	return out
}

// checkLink holds a field along an edge, and the types of its connection, against the row of the edge.
func checkLink(t *testing.T, s *ast.Schema, f *ast.FieldDefinition, row kg.EdgeSchema, far []kg.NodeKind) {
	t.Helper()
	conn, ok := strings.CutSuffix(f.Type.Name(), "Connection")
	if !ok {
		if !slices.Contains(far, kg.NodeKind(f.Type.Name())) {
			t.Errorf("%s leads to %s", f.Name, f.Type)
		}
		return
	}
	node := s.Types[conn+"Connection"].Fields.ForName("nodes").Type.Name()
	if node != "Entity" && !slices.Contains(far, kg.NodeKind(node)) {
		t.Errorf("%s has nodes %s", conn, node)
	}
	where := s.Types[f.Arguments.ForName("where").Type.Name()]
	for _, fd := range append(slices.Clone(kg.CommonEdgeFields), row.Fields...) {
		checkField(t, s, s.Types[conn+"Edge"], fd)
		checkWhere(t, s, s.Types[where.Fields.ForName("edge").Type.Name()], fd)
	}
	if got := where.Fields.ForName("node").Type.Name(); got != node+"Where" {
		t.Errorf("%s filters nodes by %s", where.Name, got)
	}
	checkOrder(t, s.Types[f.Arguments.ForName("orderBy").Type.Name()], row.Orders)
}

// The Global Object Identification Specification gives node one argument, and Relay's compiler refuses to page below an object of a
// schema where it has more: that is what nodes is for.
func TestNodeTakesTheIDAlone(t *testing.T) {
	node := executable().Schema().Query.Fields.ForName("node")
	if len(node.Arguments) != 1 || node.Arguments[0].Name != "id" || node.Arguments[0].Type.String() != "ID!" || node.Type.String() != "Node" {
		t.Errorf("node takes %d arguments, the first %s, and answers %s", len(node.Arguments), node.Arguments[0].Name, node.Type)
	}
}

// The schema reads like a manual: everything in it is described.
func TestSchemaIsDescribed(t *testing.T) {
	for name, def := range executable().Schema().Types {
		if def.BuiltIn {
			continue
		}
		if def.Description == "" {
			t.Errorf("%s has no description", name)
		}
		for _, f := range def.Fields {
			if f.Description == "" && !strings.HasPrefix(f.Name, "__") {
				t.Errorf("%s.%s has no description", name, f.Name)
			}
			for _, a := range f.Arguments {
				if a.Description == "" && !strings.HasPrefix(f.Name, "__") {
					t.Errorf("%s.%s(%s:) has no description", name, f.Name, a.Name)
				}
			}
		}
		for _, v := range def.EnumValues {
			if v.Description == "" {
				t.Errorf("%s.%s has no description", name, v.Name)
			}
		}
	}
}
