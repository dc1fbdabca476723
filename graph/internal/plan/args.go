package plan

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// args reads a field's arguments; the first that can't be right is kept in err.
type args struct {
	m   map[string]any
	err error
}

func (a *args) fail(format string, v ...any) {
	if a.err == nil {
		a.err = fmt.Errorf(format+": %w", append(v, kg.ErrInvalid)...)
	}
}

// checked notes what is wrong with a question to the store, so that it isn't asked.
func (a *args) checked(q interface{ Check() error }) {
	if a.err == nil {
		a.err = q.Check()
	}
}

func (a *args) text(name string) string {
	s, _ := a.m[name].(string)
	return s
}

func (a *args) integer(name string, otherwise int) int {
	n, ok := number(a.m[name])
	if !ok {
		return otherwise
	}
	return int(n)
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case int:
		return float64(v), true
	case float64:
		return v, true
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	}
	return 0, false
}

// day reads a day, "" where it is not given.
func (a *args) day(name string) kg.Date {
	s := a.text(name)
	d, err := kg.ParseDate(s)
	if err != nil || s != "" && d.Precision() != "day" {
		a.fail("%s: %.20q is no day (YYYY-MM-DD)", name, s)
	}
	return d
}

// when reads asOf and knownAt, each of which holds for all below until it is given again.
func (a *args) when(above kg.When) kg.When {
	if d := a.day("asOf"); d != "" {
		above.AsOf = d
	}
	if d := a.day("knownAt"); d != "" {
		above.KnownAt = d
	}
	return above
}

// perMille reads minConfidence; null asks for everything.
func (a *args) perMille() int {
	f, ok := number(a.m["minConfidence"])
	if !ok {
		return 0
	}
	if f < 0 || f > 1 {
		a.fail("minConfidence: %v is not between 0 and 1", f)
	}
	return int(math.Round(f * 1000))
}

func (a *args) page() kg.Page {
	p := kg.Page{After: a.text("after"), Before: a.text("before")}
	first, last := a.m["first"] != nil, a.m["last"] != nil
	switch {
	case first && last:
		a.fail("first and last exclude each other")
	case last:
		p.Last = a.size("last")
	case first:
		p.First = a.size("first")
	case p.Before != "":
		p.Last = DefaultPage
	default:
		p.First = DefaultPage
	}
	if a.err == nil {
		a.err = p.Check()
	}
	return p
}

func (a *args) size(name string) int { return a.within(name, 0, 1, MaxPage) }

// within reads a whole number that must lie between least and most.
func (a *args) within(name string, otherwise, least, most int) int {
	n := a.integer(name, otherwise)
	if n < least || n > most {
		a.fail("%s: %d is not between %d and %d", name, n, least, most)
	}
	return n
}

// order reads orderBy (DATE_DESC) by a kind's orders.
func (a *args) order(orders []kg.Order) (name string, reverse bool) {
	s := a.text("orderBy")
	if s == "" {
		return "", false
	}
	i := strings.LastIndexByte(s, '_')
	for _, o := range orders {
		if i > 0 && o.Name == s[:i] {
			return o.Name, (s[i:] == "_DESC") != o.Desc
		}
	}
	a.fail("orderBy: no order %.40q", s)
	return "", false
}

// list reads a list of enum values or ids; a single value is a list of one.
func (a *args) list(name string) []string {
	var out []string
	for _, v := range listOf(a.m[name]) {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// listOf is v as a list. A single value stands for a list of one; of one in a variable the parser has made a slice of its own type.
func listOf(v any) []any {
	if v == nil {
		return nil
	}
	r := reflect.ValueOf(v)
	if r.Kind() != reflect.Slice {
		return []any{v}
	}
	out := make([]any, r.Len())
	for i := range out {
		out[i] = r.Index(i).Interface()
	}
	return out
}

// kinds reads a list of types as kinds of nodes.
func (a *args) kinds(name string) []kg.NodeKind {
	var out []kg.NodeKind
	for _, s := range a.list(name) {
		for i := range kg.NodeKinds {
			if strings.EqualFold(string(kg.NodeKinds[i].Kind), s) {
				out = append(out, kg.NodeKinds[i].Kind)
			}
		}
	}
	if a.m[name] != nil && len(out) == 0 {
		a.fail("%s: an empty list asks for nothing", name)
	}
	return out
}

// edgeKinds reads a list of kinds of facts; nil where none is given.
func (a *args) edgeKinds(name string) []kg.EdgeKind {
	var out []kg.EdgeKind
	for _, s := range a.list(name) {
		out = append(out, kg.EdgeKind(s))
	}
	if a.m[name] != nil && len(out) == 0 {
		a.fail("%s: an empty list asks for nothing", name)
	}
	return out
}
