package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// valueType is how a value is written where values have types.
type valueType int

const (
	textValue valueType = iota
	intValue
	numberValue
	boolValue
	listValue // texts, joined by listSeparator where a format has no lists
)

// attribute is a typed value that nodes or edges have in formats with one list of attributes for all kinds.
type attribute struct {
	name string
	typ  valueType
}

// value is an attribute as one node or edge has it.
type value struct {
	attribute *attribute
	text      string
}

// attributes are those of all nodes or of all edges: what each has, and what the fields of its kind are written as.
type attributes struct {
	all    []*attribute
	fields map[string][]*attribute // by kind, in the order of AllColumns or EdgeColumns; nil for one that isn't written
}

// notWritten are the common fields that are no attributes: an id has its own place, nameKey is an order within the stores.
var notWritten = []string{"id", "nameKey"}

// Attributes beside the fields of the schema: the kind, and what a program shows.
const (
	kindOf  = "kind"
	labelOf = "label"
)

// evidence names what is written of an edge's evidence: how many pieces there are, and the first of them.
var evidence = []attribute{
	{"evidenceCount", intValue},
	{"evidenceArticle", textValue},
	{"evidenceQuote", textValue},
	{"evidenceSentence", textValue},
}

// evidenceOf gives the values of evidence.
func evidenceOf(proofs []kg.Proof) []string {
	if len(proofs) == 0 {
		return []string{"0", "", "", ""}
	}
	p := &proofs[0]
	return []string{strconv.Itoa(len(proofs)), string(p.Article), p.Quote, p.Sentence}
}

// kindFields are the fields of one kind, the common ones first.
type kindFields struct {
	kind   string
	fields []kg.Field
}

func nodeFields() []kindFields {
	out := make([]kindFields, 0, len(kg.NodeKinds))
	for i := range kg.NodeKinds {
		s := &kg.NodeKinds[i]
		out = append(out, kindFields{string(s.Kind), slices.Concat(kg.CommonNodeFields, s.Fields)})
	}
	return out
}

func edgeFields() []kindFields {
	out := make([]kindFields, 0, len(kg.EdgeKinds))
	for i := range kg.EdgeKinds {
		s := &kg.EdgeKinds[i]
		out = append(out, kindFields{string(s.Kind), slices.Concat(kg.CommonEdgeFields, s.Fields)})
	}
	return out
}

// newAttributes makes one list of the fields of all kinds, with more behind. Fields of one name and type are one attribute.
// Where fields of one name have several types, each goes under its kind's name: Event.start is a date, Observation.start a number.
func newAttributes(kinds []kindFields, more ...attribute) *attributes {
	types := map[string][]valueType{}
	for _, k := range kinds {
		for i := range k.fields {
			f := &k.fields[i]
			if t := typeOf(f); !slices.Contains(types[f.Name], t) {
				types[f.Name] = append(types[f.Name], t)
			}
		}
	}
	out := &attributes{fields: map[string][]*attribute{}}
	byName := map[string]*attribute{}
	for _, k := range kinds {
		for i := range k.fields {
			f := &k.fields[i]
			if slices.Contains(notWritten, f.Name) {
				out.fields[k.kind] = append(out.fields[k.kind], nil)
				continue
			}
			name := f.Name
			if len(types[name]) > 1 {
				name = k.kind + "." + name
			}
			if byName[name] == nil {
				byName[name] = &attribute{name, typeOf(f)}
				out.all = append(out.all, byName[name])
			}
			out.fields[k.kind] = append(out.fields[k.kind], byName[name])
		}
	}
	for i := range more {
		out.all = append(out.all, &more[i])
	}
	return out
}

// values gives the fields of a node or an edge that have a value; ptrs are all its columns. Numbers and booleans always have
// one: 0 and false say something.
func (a *attributes) values(kind string, ptrs []any) []value {
	fields := a.fields[kind]
	out := make([]value, 0, len(fields))
	for i, f := range fields {
		if f == nil {
			continue
		}
		if text := textOf(ptrs[i]); text != "" {
			out = append(out, value{f, text})
		}
	}
	return out
}

func typeOf(f *kg.Field) valueType {
	switch f.Type {
	case kg.Int:
		return intValue
	case kg.Number:
		return numberValue
	case kg.Bool:
		return boolValue
	case kg.TextList:
		return listValue
	}
	return textValue
}

// textOf writes what ptr, an element of a node's or an edge's columns, points to. "" is an empty text or list.
func textOf(ptr any) string {
	switch p := ptr.(type) {
	case *int:
		return strconv.Itoa(*p)
	case *bool:
		return strconv.FormatBool(*p)
	case *float64:
		return strconv.FormatFloat(*p, 'f', -1, 64)
	case *[]string:
		return joined(*p)
	}
	return packed(kg.EncodeValue(ptr))
}

// packed leaves out the text of a list of spans that has none.
func packed(text string) string {
	if text == "[]" {
		return ""
	}
	return text
}

// listSeparator stands between the elements of a list, as neo4j-admin reads it. Within an element it becomes the wide one.
const listSeparator = ";"

func joined(list []string) string {
	elements := make([]string, len(list))
	for i, e := range list {
		elements[i] = strings.ReplaceAll(e, listSeparator, "；")
	}
	return strings.Join(elements, listSeparator)
}
