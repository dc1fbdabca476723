package sqlite

import (
	"context"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// ready is what the file is where nothing is to be made in it, nil else. It takes no lock: who opens a store to read doesn't wait for
// a writer, who may take minutes.
func ready(ctx context.Context, s *session) (*made, error) {
	version, application, err := stamp(ctx, s)
	if err != nil || version != len(migrationNames()) || application != applicationID {
		return nil, err
	}
	codes, orders := map[string]int{}, map[string]string{}
	err = s.each(ctx, "SELECT name, code, orders FROM kind", nil, func(got *row) error {
		var name, fields string
		var code int
		err := got.scan(&name, &code, &fields)
		codes[name], orders[name] = code, fields
		return err
	})
	if err != nil {
		return nil, err
	}
	l := newLayout(codes)
	for kind, t := range l.edges {
		if fields, ok := orders[string(kind)]; !ok || fields != t.orders() {
			return nil, nil //nolint:nilnil // something is to be made: no error
		}
	}
	whole, err := l.whole(ctx, s)
	if err != nil || !whole {
		return nil, err
	}
	return &made{codes, version}, nil
}

// whole says whether the file has all tables of the kinds with all their columns and indexes.
func (l *layout) whole(ctx context.Context, s *session) (bool, error) {
	indexes, err := names(ctx, s, "SELECT name FROM sqlite_master WHERE type = 'index'")
	if err != nil {
		return false, err
	}
	for i := range kg.NodeKinds {
		t := l.nodes[kg.NodeKinds[i].Kind]
		for _, text := range t.indexes() {
			if _, named, _ := strings.Cut(text, `"`); !indexes[named[:strings.Index(named, `"`)]] {
				return false, nil
			}
		}
		if has, err := hasColumns(ctx, s, t.name, t.columns()); err != nil || !has {
			return false, err
		}
	}
	for i := range kg.EdgeKinds {
		t := l.edges[kg.EdgeKinds[i].Kind]
		if has, err := hasColumns(ctx, s, t.name, t.columns()); err != nil || !has {
			return false, err
		}
	}
	return true, nil
}

func hasColumns(ctx context.Context, s *session, table string, cols []column) (bool, error) {
	there, err := columnsOf(ctx, s, table)
	return !slices.ContainsFunc(cols, func(c column) bool { return !there[c.name] }), err
}
