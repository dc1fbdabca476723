package export

import (
	"context"
	"io"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// FollowTheMoney writes the graph as JSON Lines of FollowTheMoney's entities, the graph's ids for ids: a line for each node
// and each edge, whole. An edge names its articles (proof) and the first sentence that says so (summary). Errors are those
// of the store or of w.
func FollowTheMoney(ctx context.Context, w io.Writer, store kg.Auditor) error {
	return dump(ctx, w, store, ftm{})
}

// ftm writes entities; each is a line of its own.
type ftm struct{ unjudged }

func (ftm) begin(io.Writer) error { return nil }
func (ftm) end(io.Writer) error   { return nil }

func (ftm) node(w io.Writer, n kg.Node) error {
	h := n.NodeHead()
	kind := ftmNodes[h.Kind]
	e := ftmEntity{id: h.ID, schema: kind.schema}
	if o, ok := n.(*kg.Organization); ok && ftmOrganizations[o.OrgType] != "" {
		e.schema = ftmOrganizations[o.OrgType]
	}
	e.add("name", h.Name)
	for _, p := range kind.always {
		e.add(p[0], p[1])
	}
	if s, ok := kg.NodeSchemaOf(h.Kind); ok {
		e.addFields(&kind, s.Fields, n.Columns())
	}
	e.addFields(&kind, kg.CommonNodeFields, kg.AllColumns(n)[:len(kg.CommonNodeFields)])
	return e.write(w)
}

func (ftm) edge(w io.Writer, edge kg.Edge, proofs []kg.Proof) error {
	f := edge.EdgeFact()
	kind, ok := ftmEdges[f.Kind]
	if !ok {
		kind = ftmLink
	}
	e := ftmEntity{id: f.ID, schema: kind.schema}
	e.add(kind.from, string(f.From))
	e.add(kind.to, string(f.To))
	if kind.schema != "Occupancy" { // says what it is
		e.add("role", string(f.Kind))
	}
	common := ftmKind{rest: kind.rest}
	if s, ok := kg.EdgeSchemaOf(f.Kind); ok {
		e.addFields(&kind, s.Fields, edge.Columns())
		if s.Dated {
			common.properties = ftmDated
		}
	}
	e.addFields(&common, kg.CommonEdgeFields, kg.EdgeColumns(edge)[:len(kg.CommonEdgeFields)])
	if len(proofs) > 0 {
		e.properties = append(e.properties, ftmProperty{"proof", articlesOf(proofs)})
		e.add("summary", proofs[0].Sentence)
	}
	return e.write(w)
}

// articlesOf names each article once, in the order of the proofs: of where a town lies there are as many as articles name it.
func articlesOf(proofs []kg.Proof) []string {
	seen := make(map[kg.ID]bool, len(proofs))
	var out []string
	for i := range proofs {
		if id := proofs[i].Article; !seen[id] {
			seen[id] = true
			out = append(out, string(id))
		}
	}
	return out
}

// ftmEntity is one entity in the making. Properties stand in the order in which they came.
type ftmEntity struct {
	id         kg.ID
	schema     string
	properties []ftmProperty
}

type ftmProperty struct {
	name   string
	values []string
}

// add adds values to a property, those that aren't empty and not there yet.
func (e *ftmEntity) add(name string, values ...string) {
	for _, v := range values {
		if v == "" {
			continue
		}
		i := slices.IndexFunc(e.properties, func(p ftmProperty) bool { return p.name == name })
		if i < 0 {
			i = len(e.properties)
			e.properties = append(e.properties, ftmProperty{name: name})
		}
		if p := &e.properties[i]; !slices.Contains(p.values, v) {
			p.values = append(p.values, v)
		}
	}
}

// addFields adds fields under their properties, and those that have none to the kind's rest. What is 0 or false isn't said.
func (e *ftmEntity) addFields(kind *ftmKind, fields []kg.Field, ptrs []any) {
	for i := range fields {
		name := fields[i].Name
		if name == "name" || slices.Contains(notWritten, name) {
			continue
		}
		values := []string{packed(kg.EncodeValue(ptrs[i]))}
		if list, ok := ptrs[i].(*[]string); ok {
			values = *list
		}
		for _, v := range values {
			switch property := kind.properties[name]; {
			case v == "":
			case property != "":
				e.add(property, v)
			default:
				e.add(kind.rest, name+": "+v)
			}
		}
	}
}

func (e *ftmEntity) write(w io.Writer) error {
	properties := make(object, 0, len(e.properties))
	for _, p := range e.properties {
		properties = append(properties, member{p.name, p.values})
	}
	return writeLine(w, &object{{"id", e.id}, {"schema", e.schema}, {"properties", &properties}})
}
