package kg

// When is the two times of a question. AsOf: what held on that day, as far as known. KnownAt: only what was published by
// that day. "" asks for neither. Both hold for everything that the question touches: nodes, edges, far ends, and the edges
// that filters ask for (Some, None).
type When struct {
	AsOf    Date
	KnownAt Date

	Then *Then `json:"-"` // the store's own, nil in a question
}

// EdgeFilter is w as a filter on edges of kind, so that all stores apply time the same way. KnownAt is exact for existence
// and evidence; summaries of the rows of a page are then recomputed from the claims published by that day. Of both times together AsOf
// counts by what was known then, after the query's Then.
func (w When) EdgeFilter(kind EdgeKind) Filter {
	var fs []Filter
	if w.KnownAt != "" {
		fs = append(fs, Filter{Field: "firstPublished", Op: Lte, Value: string(w.KnownAt)})
	}
	if w.AsOf != "" {
		fs = append(fs, w.Then.instead(asOf(kind, w.AsOf)))
	}
	return All(fs...)
}

// asOf for tenures is Holds.HeldOn as a filter; other dated edges count unless they are first said to hold after d. What has
// no time of its own (a post's jurisdiction, a mention) always counts.
func asOf(kind EdgeKind, d Date) Filter {
	if s, ok := EdgeSchemaOf(kind); !ok || !s.Dated {
		return Filter{}
	}
	if kind != HoldsPost {
		return notAfter("firstDate", d)
	}
	ended := []string{}
	for _, n := range []int{4, 7} {
		if n < len(d) {
			ended = append(ended, string(d[:n]))
		}
	}
	return All(
		Filter{Field: "start", Op: Lte, Value: string(d)},
		Filter{Or: []Filter{
			{Field: "end", Op: Empty, Value: "true"},
			{Field: "end", Op: Gte, Value: string(d)},
			{Field: "end", Op: In, Values: ended}, // "2025" may mean a day after 2025-02-25
		}},
	)
}

// notAfter is true of what isn't known to begin after d: an unknown date may be any.
func notAfter(field string, d Date) Filter {
	return Filter{Or: []Filter{{Field: field, Op: Lte, Value: string(d)}, {Field: field, Op: Empty, Value: "true"}}}
}

// NodeFilter is w as a filter on nodes of kind: events that start after AsOf are left out, and what was first published
// after KnownAt.
func (w When) NodeFilter(kind NodeKind) Filter {
	var fs []Filter
	if w.AsOf != "" && kind == EventKind {
		fs = append(fs, notAfter("start", w.AsOf))
	}
	if w.KnownAt != "" {
		known := notAfter("firstSeen", w.KnownAt) // nobody may say anything of it but that it is an end of a fact
		if s, ok := NodeSchemaOf(kind); ok && s.Owned {
			known = Filter{Field: "published", Op: Lte, Value: string(w.KnownAt)}
		}
		fs = append(fs, known)
	}
	return All(fs...)
}
