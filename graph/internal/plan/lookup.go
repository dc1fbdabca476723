package plan

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/office"
)

// lookup finds one node of a kind by its natural key: kg.NodeQuery.One where several match.
type lookup struct {
	q kg.NodeQuery
	t targets
}

func (b *builder) lookup(kind kg.NodeKind, f graphql.CollectedField, a *args, s scope) field {
	t := b.targets(string(kind), f.Selections, b.rows(s, 1))
	n := natural{kind, s.when.KnownAt != ""}
	var all []kg.Filter
	for _, arg := range f.Definition.Arguments {
		if v := a.text(arg.Name); v != "" && arg.Name != "asOf" && arg.Name != "knownAt" && arg.Name != "id" {
			all = append(all, n.filter(arg.Name, v))
		}
	}
	if id := a.text("id"); id != "" {
		if len(all) > 0 {
			a.fail("%s: id tells which, without other arguments", f.Name)
		}
		return &byID{kg.ID(id), kind, s.when, t}
	}
	if len(all) == 0 {
		a.fail("%s: an argument is needed to tell which", f.Name)
	}
	if f.Name == "official" {
		all = append(all, official(s.when))
	}
	return &lookup{kg.NodeQuery{Kind: kind, Where: kg.All(all...), When: s.when, One: true}, t}
}

// official is the filter of people with a post that is no mere occupation: ever, or on the day and as known by the day of w.
func official(w kg.When) kg.Filter {
	if w == (kg.When{}) {
		return kg.Filter{Field: "official", Op: kg.Eq, Value: "true"}
	}
	return kg.Filter{Some: &kg.EdgeFilter{Kind: kg.HoldsPost, Node: kg.Filter{Field: "occupation", Op: kg.Eq}}}
}

// natural makes the filters of the arguments of a look-up. Under knownAt it leaves out the fields that add up what many
// articles say, which a store can't filter by then: the key has the same name.
type natural struct {
	kind    kg.NodeKind
	knownAt bool
}

func (n natural) filter(arg, v string) kg.Filter {
	switch arg {
	case "name", "title":
		return n.named(arg, v)
	case "scope":
		return kg.Filter{Field: "scope", Op: kg.Contains, Value: zh.Key(v)}
	case "place":
		if n.kind == kg.PostKind {
			return n.far("place", kg.HasJurisdiction, v)
		}
		return kg.Filter{Field: "place", Op: kg.Contains, Value: zh.Key(v)}
	case "organization":
		return n.far("org", kg.OfOrganization, v)
	case "type":
		return kg.Filter{Field: "eventType", Op: kg.Eq, Value: encode(v, &kg.Field{Type: kg.Enum}, false)}
	}
	if arg == "path" {
		return same(arg, v)
	}
	return kg.Filter{Field: arg, Op: kg.Eq, Value: v} // code, published, start
}

// same is the filter of a field that has v, as it is given or as a key.
func same(field, v string) kg.Filter {
	return kg.Filter{Field: field, Op: kg.In, Values: []string{v, zh.Key(v)}}
}

// named is the filter of nodes that are called v, as any article or the key has it.
func (n natural) named(arg, v string) kg.Filter {
	either := []kg.Filter{same("name", v), same("key", v)}
	s, _ := kg.NodeSchemaOf(n.kind)
	for _, name := range []string{"aliases", "shortNames"} {
		if _, ok := s.Field(name); ok && !n.knownAt {
			either = append(either, kg.Filter{Field: name, Op: kg.Has, Value: v})
			if k := zh.Key(v); k != v {
				either = append(either, kg.Filter{Field: name, Op: kg.Has, Value: k})
			}
		}
	}
	if s.Owned || !n.knownAt && arg == "title" {
		either = append(either, same(arg, v))
	}
	if s.Entity { // the key of people, posts and organizations is name@home
		either = append(either, kg.Filter{Field: "key", Op: kg.Prefix, Value: zh.Key(v) + "@"})
	}
	if n.kind == kg.PostKind { // a post's key has the one of its titles by which the office is known
		for _, title := range []string{office.Key(v), office.State(v, nil)} {
			if title != zh.Key(v) {
				either = append(either, kg.Filter{Field: "key", Op: kg.Prefix, Value: title + "@"})
			}
		}
	}
	return kg.Filter{Or: either}
}

// far is the filter of posts that have v in a field of their key, or a node called v at the end of an edge.
func (n natural) far(field string, kind kg.EdgeKind, v string) kg.Filter {
	return kg.Filter{Or: []kg.Filter{same(field, v), {Some: &kg.EdgeFilter{Kind: kind, Node: same("name", v)}}}}
}

func (f *lookup) read(x *execution, parents []parent, i int) error {
	p, err := x.reader.List(x.ctx, f.q)
	if err != nil {
		return err
	}
	if len(p.Nodes) == 0 {
		parents[0].row.Set(i, answer.One{})
		return nil
	}
	setOne(x, f.t, []parent{{node: p.Nodes[0]}}, parents, []int{0}, i)
	return nil
}
