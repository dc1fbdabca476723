package graph

import (
	"errors"
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/baopu/baopu/internal/kg"
)

// errTooLarge is wrapped where an operation is larger than Limits allow.
var errTooLarge = errors.New("the operation is too large")

// Limits bound what one operation may ask for; a zero field stands for its default.
type Limits struct {
	Body    int // bytes of a request, default 256 KiB
	Tokens  int // of the document, default 2000
	Depth   int // levels of selections, default 20
	Fields  int // after fragments are expanded, default 2000
	Aliases int // after fragments are expanded, default 200
	Cost    int // rows that it may read, default 500,000
	Answer  int // bytes of its answer, about, default 32 MiB
	Read    int // bytes that may be read for it, about, default 256 MiB

	Together int // operations that are answered at one time, default kg.Views; others wait
	Open     int // subscriptions that may be open, and sockets, default 100 of each; others are refused
	Socket   int // operations that may be open on one socket, default 20; others are refused
}

func (l Limits) withDefaults() Limits {
	for _, d := range []struct {
		at        *int
		otherwise int
	}{{&l.Body, 256 << 10}, {&l.Tokens, 2000}, {&l.Depth, 20}, {&l.Fields, 2000}, {&l.Aliases, 200}, {&l.Cost, 500_000}, {&l.Answer, 32 << 20}, {&l.Read, 256 << 20}, {&l.Together, kg.Views}, {&l.Open, 100}, {&l.Socket, 20}} {
		if *d.at == 0 {
			*d.at = d.otherwise
		}
	}
	return l
}

// check parses query and measures it before anything whose time grows faster than its length sees it. Each fragment is
// measured once, so that fragments which name each other twice don't double the work.
func (l Limits) check(query string) *gqlerror.Error {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, l.Tokens)
	if err != nil {
		var g *gqlerror.Error
		if !errors.As(err, &g) {
			g = gqlerror.Wrap(err)
		}
		if g.Message == fmt.Sprintf("exceeded token limit of %d", l.Tokens) {
			return coded(g, codeTooLarge)
		}
		return coded(g, codeParse)
	}
	m := measurer{doc: doc, done: map[string]*size{}}
	for _, op := range doc.Operations {
		if err := l.fits(m.set(op.SelectionSet)); err != nil {
			return coded(gqlerror.Wrap(err), codeTooLarge)
		}
	}
	return nil
}

func (l Limits) fits(s size) error {
	for _, d := range []struct {
		what     string
		got, may int
	}{{"levels", s.depth, l.Depth}, {"fields", s.fields, l.Fields}, {"aliases", s.aliases, l.Aliases}} {
		if d.got > d.may {
			return fmt.Errorf("%d %s, at most %d: %w", d.got, d.what, d.may, errTooLarge)
		}
	}
	return nil
}

// size is how large a selection is once its fragments are expanded; numbers stop at huge.
type size struct{ depth, fields, aliases int }

const huge = 1 << 30

func (s *size) add(t size, below int) {
	s.depth = max(s.depth, t.depth+below)
	s.fields = min(s.fields+t.fields, huge)
	s.aliases = min(s.aliases+t.aliases, huge)
}

type measurer struct {
	doc  *ast.QueryDocument
	done map[string]*size // of fragments; the zero size while one is being measured, so that cycles end
}

func (m *measurer) set(set ast.SelectionSet) size {
	var s size
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			s.fields = min(s.fields+1, huge)
			if sel.Alias != sel.Name {
				s.aliases = min(s.aliases+1, huge)
			}
			s.add(m.set(sel.SelectionSet), 1)
		case *ast.InlineFragment:
			s.add(m.set(sel.SelectionSet), 0)
		case *ast.FragmentSpread:
			s.add(m.fragment(sel.Name), 0)
		}
	}
	return s
}

func (m *measurer) fragment(name string) size {
	if s := m.done[name]; s != nil {
		return *s
	}
	m.done[name] = &size{}
	if f := m.doc.Fragments.ForName(name); f != nil {
		*m.done[name] = m.set(f.SelectionSet)
	}
	return *m.done[name]
}
