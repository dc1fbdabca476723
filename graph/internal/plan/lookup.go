package plan

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/baopu/baopu/graph/internal/answer"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
)

// lookup finds one node of a kind by its natural key: the one seen last where several match.
type lookup struct {
	q kg.NodeQuery
	t targets
}

// latest names the order that puts first what was seen last, for each kind that has a look-up.
var latest = map[kg.NodeKind]string{
	kg.PersonKind: "LAST_SEEN", kg.PostKind: "LAST_SEEN", kg.OrganizationKind: "LAST_SEEN", kg.PlaceKind: "LAST_SEEN",
	kg.AgreementKind: "DATE", kg.EventKind: "START", kg.ArticleKind: "PUBLISHED",
}

func (b *builder) lookup(kind kg.NodeKind, f graphql.CollectedField, a *args, s scope) field {
	t := b.targets(string(kind), f.Selections, b.rows(s, 1))
	if id := a.text("id"); id != "" {
		return &byID{kg.ID(id), kind, t}
	}
	var all []kg.Filter
	for _, arg := range f.Definition.Arguments {
		if v := a.text(arg.Name); v != "" && arg.Name != "asOf" && arg.Name != "knownAt" {
			all = append(all, natural(kind, arg.Name, v))
		}
	}
	if len(all) == 0 {
		a.fail("%s: an argument is needed to tell which", f.Name)
	}
	if f.Name == "official" {
		all = append(all, kg.Filter{Field: "official", Op: kg.Eq, Value: "true"})
	}
	q := kg.NodeQuery{Kind: kind, Where: kg.All(all...), When: s.when, Order: latest[kind], Page: kg.Page{First: 1}}
	return &lookup{q, t}
}

// natural is the filter of one argument of a look-up.
func natural(kind kg.NodeKind, arg, v string) kg.Filter {
	eq := func(field string) kg.Filter {
		return kg.Filter{Field: field, Op: kg.In, Values: []string{v, zh.Key(v)}}
	}
	inside := func(field string) kg.Filter { return kg.Filter{Field: field, Op: kg.Contains, Value: zh.Key(v)} }
	either := func(fs ...kg.Filter) kg.Filter { return kg.Filter{Or: fs} }
	key := kg.Filter{Field: "key", Op: kg.Prefix, Value: zh.Key(v) + "@"}
	switch arg {
	case "name", "title":
		return either(names(kind, arg, eq, kg.Filter{Field: "aliases", Op: kg.Has, Value: v}, kg.Filter{Field: "shortNames", Op: kg.Has, Value: v}, key)...)
	case "scope":
		return inside("scope")
	case "place":
		if kind == kg.PostKind {
			far := &kg.EdgeFilter{Kind: kg.HasJurisdiction, Node: eq("name")}
			return either(eq("place"), kg.Filter{Some: far})
		}
		return inside("place")
	case "organization":
		far := &kg.EdgeFilter{Kind: kg.OfOrganization, Node: either(eq("name"), kg.Filter{Field: "shortNames", Op: kg.Has, Value: v})}
		return either(eq("org"), kg.Filter{Some: far})
	case "type":
		return kg.Filter{Field: "eventType", Op: kg.Eq, Value: encode(v, &kg.Field{Type: kg.Enum}, false)}
	}
	return kg.Filter{Field: arg, Op: kg.Eq, Value: v} // path, code, published, start
}

// names lists what a name may stand in.
func names(kind kg.NodeKind, arg string, eq func(string) kg.Filter, alias, short, key kg.Filter) []kg.Filter {
	switch {
	case kind == kg.PersonKind:
		return []kg.Filter{eq("name"), eq("key"), key, alias}
	case kind == kg.OrganizationKind:
		return []kg.Filter{eq("name"), eq("key"), key, short}
	case kind == kg.PostKind:
		return []kg.Filter{eq("title"), key}
	case kind == kg.AgreementKind:
		return []kg.Filter{eq("title"), eq("name"), eq("key")}
	case kind == kg.NewspaperKind:
		return []kg.Filter{eq("name"), eq("key")}
	}
	return []kg.Filter{eq(arg)}
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
