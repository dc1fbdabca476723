package plan

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/baopu/baopu/internal/kg"
)

// fieldOf finds a field of a kind by its name.
type fieldOf func(name string) (*kg.Field, bool)

// where turns an input object (PersonWhere, HoldsWhere) into a filter, by its definition in the schema.
func (b *builder) where(def *ast.Definition, v any, fields fieldOf) (kg.Filter, error) {
	m, _ := v.(map[string]any)
	var all []kg.Filter
	for _, f := range def.Fields { // in the schema's order, so that the same condition makes the same cursors
		value := m[f.Name]
		if value == nil {
			continue
		}
		got, err := b.condition(def, f, value, fields)
		if err != nil {
			return kg.Filter{}, fmt.Errorf("%s: %w", f.Name, err)
		}
		all = append(all, got...)
	}
	return kg.All(all...), nil
}

func (b *builder) condition(def *ast.Definition, f *ast.FieldDefinition, v any, fields fieldOf) ([]kg.Filter, error) {
	switch f.Name {
	case "and", "or":
		return b.junction(def, f.Name, v, fields)
	case "not":
		inner, err := b.where(def, v, fields)
		if err != nil || inner.IsZero() {
			return nil, err
		}
		return []kg.Filter{{Not: &inner}}, nil
	}
	if d := f.Directives.ForName("edge"); d != nil {
		return b.quantifier(d, b.schema.Types[f.Type.Name()], v)
	}
	return b.comparisons(f, v, fields)
}

func (b *builder) junction(def *ast.Definition, name string, v any, fields fieldOf) ([]kg.Filter, error) {
	var list []kg.Filter
	for _, e := range listOf(v) {
		inner, err := b.where(def, e, fields)
		if err != nil {
			return nil, err
		}
		if inner.IsZero() {
			if name == "or" { // one that is always true makes the whole so
				return nil, nil
			}
			continue
		}
		list = append(list, inner)
	}
	switch {
	case name == "and":
		return list, nil
	case len(list) == 0:
		return []kg.Filter{never}, nil
	}
	return []kg.Filter{{Or: list}}, nil
}

// never is the filter of nothing: one of no alternatives, as a client makes it that gathers them.
var never = kg.Filter{Field: "id", Op: kg.In, Values: []string{}}

// quantifier reads {some: {edge, node}, none: {edge, node}, minConfidence}.
func (b *builder) quantifier(d *ast.Directive, def *ast.Definition, v any) ([]kg.Filter, error) {
	m, _ := v.(map[string]any)
	a := args{m: map[string]any{}}
	maps.Copy(a.m, m)
	if _, given := m["minConfidence"]; !given { // defaults inside variables are not filled in
		a.m["minConfidence"], _ = def.Fields.ForName("minConfidence").DefaultValue.Value(nil)
	}
	least := a.perMille()
	if a.err != nil {
		return nil, a.err
	}
	kind, dir := edgeOf(d)
	var out []kg.Filter
	for _, name := range []string{"some", "none"} {
		if m[name] == nil {
			continue
		}
		far := b.schema.Types[def.Fields.ForName(name).Type.Name()]
		edge, node, err := b.edgeWhere(kind, far, m[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		ef := &kg.EdgeFilter{Kind: kind, Direction: dir, Far: farKinds(far), Edge: edge, Node: node, MinConfidence: least}
		if name == "some" {
			out = append(out, kg.Filter{Some: ef})
		} else {
			out = append(out, kg.Filter{None: ef})
		}
	}
	return out, nil
}

// farKinds is the kind of nodes of which an input object of edges and nodes (MentionsPersonWhere) speaks; nil where it is any.
func farKinds(def *ast.Definition) []kg.NodeKind {
	kind := kg.NodeKind(strings.TrimSuffix(def.Fields.ForName("node").Type.Name(), "Where"))
	if _, ok := kg.NodeSchemaOf(kind); !ok {
		return nil
	}
	return []kg.NodeKind{kind}
}

// edgeWhere reads {edge, node} (HoldsPostWhere).
func (b *builder) edgeWhere(kind kg.EdgeKind, def *ast.Definition, v any) (edge, node kg.Filter, err error) {
	m, _ := v.(map[string]any)
	if m["edge"] != nil {
		s, _ := kg.EdgeSchemaOf(kind)
		if edge, err = b.where(b.schema.Types[def.Fields.ForName("edge").Type.Name()], m["edge"], s.Field); err != nil {
			return edge, node, fmt.Errorf("edge: %w", err)
		}
	}
	if m["node"] != nil {
		far := b.schema.Types[def.Fields.ForName("node").Type.Name()]
		if node, err = b.where(far, m["node"], nodeFields(strings.TrimSuffix(far.Name, "Where"))); err != nil {
			return edge, node, fmt.Errorf("node: %w", err)
		}
	}
	return edge, node, nil
}

// nodeFields finds the fields of a type of nodes; interfaces have the common ones.
func nodeFields(typ string) fieldOf {
	if s, ok := kg.NodeSchemaOf(kg.NodeKind(typ)); ok {
		return s.Field
	}
	return (&kg.NodeSchema{}).Field
}

// comparisons reads an operator object ({contains: "金", ne: "金"}).
func (b *builder) comparisons(f *ast.FieldDefinition, v any, fields fieldOf) ([]kg.Filter, error) {
	name := f.Name
	if d := f.Directives.ForName("kg"); d != nil {
		name = d.Arguments.ForName("field").Value.Raw
	}
	fd, ok := fields(name)
	if !ok {
		return nil, fmt.Errorf("no field %q: %w", name, kg.ErrInvalid)
	}
	perMille := fd.Type == kg.Int && f.Type.Name() == "FloatFilter"
	m, _ := v.(map[string]any)
	var out []kg.Filter
	for _, op := range b.schema.Types[f.Type.Name()].Fields {
		operand := m[op.Name]
		if operand == nil {
			continue
		}
		c := kg.Filter{Field: name, Op: kg.Op(op.Name)}
		if c.Op == kg.In {
			c.Values = []string{}
			for _, e := range listOf(operand) {
				c.Values = append(c.Values, encode(e, fd, perMille))
			}
		} else {
			c.Value = encode(operand, fd, perMille)
		}
		if fd.Type == kg.DateType && c.Op != kg.Empty && (c.Op != kg.In && c.Value == "" || slices.Contains(c.Values, "")) {
			return nil, fmt.Errorf("%s: an empty text is no date: %w", op.Name, kg.ErrInvalid)
		}
		if c.Op == kg.Empty {
			c.Value = strconv.FormatBool(operand == true)
		}
		out = append(out, c)
	}
	return out, nil
}

// encode writes an operand in the form of kg.EncodeValue.
func encode(v any, fd *kg.Field, perMille bool) string {
	switch v := v.(type) {
	case string:
		if fd.Type == kg.Enum {
			return strings.ToLower(v)
		}
		return v
	case bool:
		return kg.EncodeValue(&v)
	case json.Number:
		if !perMille && fd.Type == kg.Int {
			return v.String()
		}
	}
	f, _ := number(v)
	if perMille {
		f = math.Round(f * 1000)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
