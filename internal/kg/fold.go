package kg

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// FoldEdge fills e, whose ID, Kind, From, To and key field are set, from the tallies of its fact. It is the one fold: both
// stores call it, and the order of tallies doesn't matter. Tenures in a one-seat post are then cut by Succession.
func FoldEdge(e Edge, tallies []Tally) error {
	f := e.EdgeFact()
	for _, t := range tallies {
		switch t.Field {
		case MarkSelf:
			f.ArticleCount, f.FirstDate, f.LastDate = t.Clusters, t.First, t.Last
		case MarkPublished:
			f.FirstPublished, f.LastPublished = t.First, t.Last
		case MarkConfidence:
			if n, err := strconv.Atoi(t.Value); err == nil && n > f.Confidence {
				f.Confidence = n
			}
		}
	}
	if h, ok := e.(*Holds); ok {
		h.fold(tallies)
		return nil
	}
	schema, ok := EdgeSchemaOf(f.Kind)
	if !ok {
		return ErrInvalid
	}
	return foldFields(schema.Fields, e.Columns(), tallies)
}

// FoldNode fills n, whose key fields are set, from the tallies of its claims: name, counts, dates and attributes. Printed
// names that lost the vote become aliases (or short names) where the kind has them. renamed, if not "", wins over all.
func FoldNode(n Node, tallies []Tally, renamed string) error {
	h := n.NodeHead()
	for _, t := range tallies {
		switch t.Field {
		case MarkSelf:
			h.ArticleCount = t.Clusters
		case MarkPublished:
			h.FirstSeen, h.LastSeen = t.First, t.Last
		}
	}
	if name, ok := winner(tallies, "name"); ok {
		h.Name = name
	}
	if renamed != "" {
		h.Name = renamed
	}
	schema, ok := NodeSchemaOf(h.Kind)
	if !ok {
		return ErrInvalid
	}
	if err := foldFields(schema.Fields, n.Columns(), tallies); err != nil {
		return err
	}
	switch n := n.(type) {
	case *Person:
		n.Aliases = otherNames(n.Aliases, h.Name, tallies)
	case *Organization:
		n.ShortNames = otherNames(n.ShortNames, h.Name, tallies)
	}
	return nil
}

func otherNames(list []string, name string, tallies []Tally) []string {
	for _, t := range tallies {
		if t.Field == "name" {
			list = append(list, t.Value)
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	return slices.DeleteFunc(list, func(s string) bool { return s == name })
}

func foldFields(fields []Field, ptrs []any, tallies []Tally) error {
	for i, f := range fields {
		if err := foldField(f, ptrs[i], tallies); err != nil {
			return err
		}
	}
	return nil
}

func foldField(f Field, ptr any, tallies []Tally) error {
	switch f.Fold {
	case Vote:
		if v, ok := winner(tallies, f.Name); ok {
			return DecodeValue(ptr, v)
		}
	case Union:
		var all []string
		for _, t := range tallies {
			if t.Field == f.Name {
				all = append(all, t.Value)
			}
		}
		slices.Sort(all)
		if list, ok := ptr.(*[]string); ok {
			*list = slices.Compact(all)
		}
	case Highest:
		for _, v := range f.Enum {
			if slices.ContainsFunc(tallies, func(t Tally) bool { return t.Field == f.Name && t.Value == v }) {
				return DecodeValue(ptr, v)
			}
		}
	case Least:
		return foldLeast(f, ptr, tallies)
	case FromKey, Derived:
	}
	return nil
}

func foldLeast(f Field, ptr any, tallies []Tally) error {
	best, found := 0, false
	for _, t := range tallies {
		if t.Field != f.Name {
			continue
		}
		n, err := strconv.Atoi(t.Value)
		if err != nil {
			return fmt.Errorf("%s: %v: %w", f.Name, err, ErrInvalid)
		}
		if !found || n < best {
			best, found = n, true
		}
	}
	if found {
		return DecodeValue(ptr, strconv.Itoa(best))
	}
	return nil
}

// winner is the value of field that most clusters say, then the one published first, then the smallest bytes.
func winner(tallies []Tally, field string) (string, bool) {
	var best *Tally
	for i := range tallies {
		t := &tallies[i]
		if t.Field != field {
			continue
		}
		if best == nil || better(t, best) < 0 {
			best = t
		}
	}
	if best == nil {
		return "", false
	}
	return best.Value, true
}

func better(a, b *Tally) int {
	return cmp.Or(cmp.Compare(b.Clusters, a.Clusters), cmp.Compare(a.First, b.First), cmp.Compare(a.Value, b.Value))
}
