package sqlite

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// query is a statement being written: its text and, in the same order, its parameters. Names come from the schema table
// only, values are parameters only.
type query struct {
	l       *layout
	when    kg.When
	text    strings.Builder
	args    []any
	aliases int
}

func (r *reader) query(when kg.When) *query { return &query{l: r.l, when: when} }

func (q *query) add(text string, args ...any) {
	q.text.WriteString(text)
	q.args = append(q.args, args...)
}

func (q *query) alias(prefix string) string {
	q.aliases++
	return prefix + strconv.Itoa(q.aliases)
}

// place is where a filter's fields stand: the columns of alias. kind is set for nodes. The field sorted, where it is set, is by what
// rows a of the adjacency table are sorted too.
type place struct {
	alias  string
	kind   kg.NodeKind
	field  func(string) (*kg.Field, bool)
	sorted string
}

// column is where fd stands: in the adjacency table if that is sorted by it, so that a range of it is one of the table's key.
func (p *place) column(fd *kg.Field) string {
	if fd.Name == p.sorted {
		return "a.sort"
	}
	return p.alias + "." + quote(fd.Name)
}

// filter adds " AND (…)" for f, and nothing where f is always true. f has been checked.
func (q *query) filter(f *kg.Filter, at place) {
	if f.IsZero() {
		return
	}
	q.add(" AND ")
	q.condition(f, at)
}

func (q *query) condition(f *kg.Filter, at place) {
	if f.IsZero() {
		q.add("1")
		return
	}
	q.add("(1")
	for i := range f.And {
		q.filter(&f.And[i], at)
	}
	if len(f.Or) > 0 {
		for i := range f.Or {
			q.add([...]string{" AND (", " OR "}[min(i, 1)]) // with nothing but alternatives, so that each may seek by an index of its own
			q.condition(&f.Or[i], at)
		}
		q.add(")")
	}
	if f.Not != nil {
		q.add(" AND NOT ")
		q.condition(f.Not, at)
	}
	if f.Field != "" {
		q.add(" AND ")
		q.comparison(f, at)
	}
	if f.Some != nil {
		q.add(" AND ")
		q.quantifier(f.Some, at)
	}
	if f.None != nil {
		q.add(" AND NOT ")
		q.quantifier(f.None, at)
	}
	q.add(")")
}

func (q *query) comparison(f *kg.Filter, at place) {
	fd, ok := at.field(f.Field)
	if !ok {
		q.add("0") // another kind of the far end has the field
		return
	}
	col := at.column(fd)
	switch f.Op {
	case kg.Eq:
		q.add(col+" = ?", operand(fd, f.Value))
	case kg.Ne:
		q.add(col+" <> ?", operand(fd, f.Value))
	case kg.In:
		q.add(col+" IN (SELECT value FROM json_each(?))", operands(fd, f.Values))
	case kg.Contains:
		q.add("instr("+col+", ?) > 0", f.Value)
	case kg.Prefix:
		q.prefix(col, f.Value)
	case kg.Lt:
		q.add(known(fd, col)+col+" < ?", operand(fd, f.Value))
	case kg.Gt:
		q.add(col+" > ?", operand(fd, f.Value))
	case kg.Gte:
		q.add(col+" >= ?", operand(fd, f.Value))
	case kg.Lte:
		if fd.Type == kg.DateType {
			q.add(known(fd, col)+col+" <= ?", kg.Date(f.Value).Last())
		} else {
			q.add(col+" <= ?", operand(fd, f.Value))
		}
	case kg.Has:
		q.add("EXISTS (SELECT 1 FROM json_each("+col+") WHERE value = ?)", f.Value)
	case kg.Empty:
		op, empty := "=", "''"
		if f.Value != "true" {
			op = "<>"
		}
		if fd.Type == kg.TextList {
			empty = "'[]'"
		}
		q.add(col + " " + op + " " + empty)
	}
}

// prefix is a range of an index, of which the end is the least text behind all that begin with p: no text has a byte of 255.
func (q *query) prefix(col, p string) {
	q.add("("+col+" >= ? AND instr("+col+", ?) = 1", p, p)
	if n := len(p); n > 0 {
		q.add(" AND "+col+" < ?", p[:n-1]+string([]byte{p[n-1] + 1}))
	}
	q.add(")")
}

// known is what stands before a comparison from above: an unknown date, an empty text, would be less than all others.
func known(fd *kg.Field, col string) string {
	if fd.Type == kg.DateType {
		return col + " > '' AND "
	}
	return ""
}

// operand is a filter's value as the column of fd has it; it has been checked.
func operand(fd *kg.Field, v string) any {
	switch fd.Type {
	case kg.Int:
		n, _ := strconv.ParseInt(v, 10, 64)
		return n
	case kg.Number:
		x, _ := strconv.ParseFloat(v, 64)
		return x
	case kg.Bool:
		if v == "true" {
			return int64(1)
		}
		return int64(0)
	case kg.Text, kg.Enum, kg.DateType, kg.TextList, kg.Ref, kg.Packed:
	}
	return v
}

func operands(fd *kg.Field, vs []string) string {
	list := make([]any, len(vs))
	for i, v := range vs {
		list[i] = operand(fd, v)
		if x, ok := list[i].(float64); ok { // without its e, 2^60 would be an integer of the fewest digits that tell the number: another one
			list[i] = json.Number(strconv.FormatFloat(x, 'e', -1, 64))
		}
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // strings and numbers that were checked
	}
	return string(b)
}
